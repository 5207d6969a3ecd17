"""Sends a view to where a person reads it: in colour where the screen has any, plain into a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TextIO

from truce_cli.render.cells import flat
from truce_cli.render.layout import Column, Piece, Row, Screen, Table, View
from truce_cli.render.plain import view_lines

_CODES: Final = {"title": "1", "lead": "1", "minor": "2", "header": "4", "marked": "1;7", "sign": "1;33"}
"""Styles as SGR parameters. They only repeat what words, signs and places say."""


def show(view: View, screen: Screen, out: TextIO) -> None:
    """Write the view."""
    for line in view_lines(view, screen):
        out.write((_coloured(line) if screen.colour else "".join(text for text, _ in line).rstrip()) + "\n")


def _coloured(line: Sequence[Piece]) -> str:
    return "".join(
        f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style in _CODES and text else text for text, style in line
    ).rstrip()


def field_table(rows: Iterable[Mapping[str, object]], fields: Sequence[str]) -> View:
    """A table of chosen fields, as they stand in the rows."""
    cells = tuple(Row(tuple(flat(row[field]) for field in fields)) for row in rows)
    return (Table(tuple(Column(field) for field in fields), cells),)
