"""Draws a view as plain text for pipes and files: aligned columns, nothing cut, no colour, no rich."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from truce_cli.render.layout import Line, Passage, Screen, Table, View
from truce_cli.render.safe import safe, safe_block
from truce_cli.render.signs import ascii_only

_GAP = "  "


def plain_lines(view: View, screen: Screen) -> Iterator[str]:
    """The view's lines, without line ends. screen.width wraps paragraphs and passages, never tables."""
    for block in view:
        if isinstance(block, Table):
            lines = _table(block)
        elif isinstance(block, Line):
            lines = filled(block, screen.width)
        else:
            lines = _passage(block, screen.width)
        yield from (ascii_only(line) for line in lines) if screen.ascii else lines


def filled(line: Line, width: int | None) -> Iterator[str]:
    """The paragraph in lines of at most `width` columns, each behind its branch of a tree."""
    room = width - cell_width(line.first) if width and line.first else width
    for number, text in enumerate(_wrapped(safe(line.text), room, line.indent)):
        yield (line.under if number else line.first) + text


def marked_text(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The passage in pieces: safe text, and whether it is one of the marked stretches."""
    last = 0
    for start, end in passage.marked:
        yield safe_block(passage.text[last:start]), False
        yield f">>>{safe_block(passage.text[start:end])}<<<", True
        last = end
    yield safe_block(passage.text[last:]), False


def cell_width(text: str) -> int:
    """Columns that the text takes: two for a wide East Asian character, none for a combining mark."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    unseen = sum(unicodedata.combining(c) > 0 or c in "\u200c\u200d\ufe0f" for c in text)
    return len(text) + wide - unseen


def _table(table: Table) -> Iterator[str]:
    titles = tuple(safe(column.title) for column in table.columns)
    rows = [titles] if any(titles) else []
    rows += [(" " * row.indent + safe(row.cells[0]), *map(safe, row.cells[1:])) for row in table.rows]
    widths = [max((cell_width(row[i]) for row in rows), default=0) for i in range(len(table.columns))]
    for row in rows:
        cells = []
        for column, cell, width in zip(table.columns, row, widths, strict=True):
            padding = " " * (width - cell_width(cell))
            cells.append(padding + cell if column.right else cell + padding)
        yield _GAP.join(cells).rstrip()


def _passage(passage: Passage, width: int | None) -> Iterator[str]:
    text = "".join(piece for piece, _ in marked_text(passage))
    for paragraph in text.split("\n"):
        yield from _wrapped(paragraph, width, 2)


def _wrapped(text: str, width: int | None, indent: int) -> Iterator[str]:
    """Words filled into lines of at most `width` columns; a longer word stays whole on its line."""
    line, margin = "", " " * indent
    if width is None:
        yield (margin + text).rstrip()
        return
    for word in text.split(" "):
        if line and cell_width(margin + line) + 1 + cell_width(word) > width:
            yield (margin + line).rstrip()
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield (margin + line).rstrip()
