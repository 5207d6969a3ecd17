"""Sends a view to where a person reads it: rich on a terminal, plain lines into a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from truce_cli.render.cells import flat
from truce_cli.render.layout import Column, Row, Screen, Table, View


def show(view: View, screen: Screen, out: TextIO) -> None:
    """Write the view. Only a terminal loads rich."""
    if screen.terminal:
        from truce_cli.render.tables import draw

        draw(view, screen, out)
        return
    from truce_cli.render.plain import plain_lines

    for line in plain_lines(view, screen):
        out.write(line + "\n")


def field_table(rows: Iterable[Mapping[str, object]], fields: Sequence[str]) -> View:
    """A table of chosen fields, as they stand in the rows."""
    cells = tuple(Row(tuple(flat(row[field]) for field in fields)) for row in rows)
    return (Table(tuple(Column(field) for field in fields), cells),)
