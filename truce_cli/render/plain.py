"""Turns a view into lines of styled text, as wide as the screen or, for a pipe, as wide as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truce_cli.model.record import replace
from truce_cli.render.grid import grid_lines
from truce_cli.render.layout import Line, Passage, Piece, Row, Screen, Table, View
from truce_cli.render.safe import safe, safe_block
from truce_cli.render.signs import SEPARATOR, ascii_only
from truce_cli.render.widths import cell_width, wrapped


def view_lines(view: View, screen: Screen) -> Iterator[list[Piece]]:
    """The view's lines, each in (text, style) pieces, every text safe."""
    for block in view:
        if isinstance(block, Table):
            yield from grid_lines(_shown_table(block, screen), screen.width, _shown(SEPARATOR, screen))
        elif isinstance(block, Line):
            yield from _line(block, screen)
        else:
            yield from _passage(block, screen)


def _line(line: Line, screen: Screen) -> Iterator[list[Piece]]:
    """A paragraph in lines of the window's width, each behind its margin or its branch of a tree."""
    first, under = (_shown(text, screen) for text in (line.first, line.under))
    margin = " " * line.indent
    branch = max(cell_width(first), cell_width(under))
    room = screen.width and max(1, screen.width - branch - line.indent)
    for number, text in enumerate(wrapped(_shown(line.text, screen), room, fold=True)):
        yield [((under if number else first) + margin, ""), (text, line.style)]


def _passage(passage: Passage, screen: Screen) -> Iterator[list[Piece]]:
    """The passage two columns in, its marked stretches between >>> and <<<."""
    text, marked, last = "", [], 0
    for start, end in passage.marked:
        text += _block(passage.text[last:start], screen)
        stretch = f">>>{_block(passage.text[start:end], screen)}<<<"
        marked.append((len(text), len(text) + len(stretch)))
        text, last = text + stretch, end
    text += _block(passage.text[last:], screen)
    room, at = screen.width and max(1, screen.width - 2), 0
    for paragraph in text.split("\n"):
        for line in wrapped(paragraph, room, fold=True):
            at = text.index(line, at)
            yield [("  ", ""), *_marked_pieces(line, [(start - at, end - at) for start, end in marked])]
            at += len(line)


def _marked_pieces(line: str, marked: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    last = 0
    for start, end in marked:
        first, after = max(start, last), min(end, len(line))
        if first < after:
            yield line[last:first], ""
            yield line[first:after], "marked"
            last = after
    yield line[last:], ""


def _shown_table(table: Table, screen: Screen) -> Table:
    columns = tuple(replace(column, title=_shown(column.title, screen)) for column in table.columns)
    rows = tuple(
        Row(tuple(_shown(cell, screen) for cell in row.cells), row.style, row.indent) for row in table.rows
    )
    return Table(columns, rows)


def _shown(text: str, screen: Screen) -> str:
    return ascii_only(safe(text)) if screen.ascii else safe(text)


def _block(text: str, screen: Screen) -> str:
    return ascii_only(safe_block(text)) if screen.ascii else safe_block(text)
