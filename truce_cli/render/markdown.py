"""Turns a view into Markdown: the same tables as on the screen, for a page that people edit. Knows no claim."""

from __future__ import annotations

from collections.abc import Iterator

from truce_cli.render.cells import markdown_cell
from truce_cli.render.layout import Line, Row, Table, View
from truce_cli.render.safe import safe_block

_STEP = "&nbsp;&nbsp;"
"""Two columns of indent, which a table cell would swallow as blanks."""


def markdown_lines(view: View) -> Iterator[str]:
    """The view's blocks, an empty line behind each."""
    for block in view:
        if isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Line):
            if not block.text:
                continue
            said = markdown_cell(block.text)
            yield f"### {said}\n" if block.style == "title" else f"{said}\n"
        else:
            yield from (f"> {markdown_cell(line)}\n" for line in safe_block(block.text).split("\n") if line)
        yield "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(markdown_cell(column.title) for column in table.columns)} |\n"
    yield f"|{'|'.join(' ---: ' if column.right else ' --- ' for column in table.columns)}|\n"
    for row in table.rows:
        yield f"| {' | '.join(_cells(row))} |\n"


def _cells(row: Row) -> Iterator[str]:
    strong = row.style in ("title", "lead")
    for place, cell in enumerate(row.cells):
        text = markdown_cell(cell)
        said = f"**{text}**" if strong and text else text
        yield _STEP * (row.indent // 2) + said if place == 0 else said
