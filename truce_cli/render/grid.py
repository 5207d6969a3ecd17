"""Fits a table into a window: columns give way, then go below their row; no figure, id or day is ever cut.

A row that says nothing beyond its first cell is a heading and runs over the whole width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from truce_cli.model.record import dataclass
from truce_cli.render.layout import Piece, Row, Table
from truce_cli.render.widths import cell_width, padded, wrapped

_GAP: Final = 2
_EASY: Final = 32
"""Columns in which running text reads well; where a column has fewer, another may go below the row."""
_UNDER: Final = {"header": "header", "lead": ""}
"""Style of what goes below a row; it steps back behind other rows."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a table is drawn: the columns side by side with their widths, and those below the row."""

    beside: tuple[int, ...]
    widths: tuple[int, ...]
    under: tuple[int, ...] = ()


def grid_lines(table: Table, width: int | None, separator: str) -> Iterator[list[Piece]]:
    """The lines of a table whose texts are safe, in styled pieces.

    width: None where nothing is wrapped; separator: between cells that share a line below their row.
    """
    titles = Row(tuple(column.title for column in table.columns), "header")
    rows = (titles, *table.rows) if any(titles.cells) else table.rows
    form = _form(table, rows, width)
    for row in rows:
        if form is None and width is not None:
            yield from _record(table, row, width)
        elif form is not None:
            yield from _heading(row, width) if _is_heading(row) else _row(table, row, form, width, separator)


def _form(table: Table, rows: Sequence[Row], width: int | None) -> _Form | None:
    """The widest form that the window holds; None where not even the figures stand side by side."""
    needed, least = [1] * len(table.columns), [1] * len(table.columns)
    for row in rows:
        if _is_heading(row):
            continue
        for i, cell in enumerate(row.cells):
            indent = row.indent if i == 0 else 0
            needed[i] = max(needed[i], cell_width(cell) + indent)
            least[i] = max(least[i], max(map(cell_width, cell.split()), default=0) + indent)
    everything = tuple(range(len(table.columns)))
    if width is None:
        return _Form(everything, tuple(needed))
    for i, column in enumerate(table.columns):
        least[i] = needed[i] if column.whole else min(needed[i], least[i])
    easy = [max(low, min(most, _EASY)) for low, most in zip(least, needed, strict=True)]
    yielding = sorted((i for i in everything if table.columns[i].under), key=lambda i: -needed[i])
    tried = [
        (tuple(i for i in everything if i not in yielding[:count]), easy)
        for count in range(len(yielding) + 1)
    ]
    for beside, floor in (*tried, (tried[-1][0], least)):
        room = width - sum(_gap(table, i) for i in beside[1:])
        if sum(floor[i] for i in beside) <= room:
            widths = fitted([needed[i] for i in beside], [floor[i] for i in beside], room)
            return _Form(beside, tuple(widths), tuple(i for i in everything if i not in beside))
    return None


def fitted(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: the widest columns give way first, none below its least."""
    widths = list(needed)
    while sum(widths) > room:
        widest = max(
            (i for i, width in enumerate(widths) if width > least[i]), key=widths.__getitem__, default=None
        )
        if widest is None:
            break
        widths[widest] -= 1
    return widths


def _row(table: Table, row: Row, form: _Form, width: int | None, separator: str) -> Iterator[list[Piece]]:
    columns = []
    for i, wide in zip(form.beside, form.widths, strict=True):
        indent = row.indent if i == 0 else 0
        lines = wrapped(row.cells[i], wide - indent if width else None, fold=True)
        columns.append([" " * indent + line for line in lines])
    if any(row.cells[i] for i in form.beside):
        for texts in zip_longest(*columns, fillvalue=""):
            yield _line(table, form, texts, row.style)
    start = form.widths[0] + (_gap(table, form.beside[1]) if len(form.beside) > 1 else 0)
    margin = min(start, (width or start) // 3)
    room = None if width is None else width - margin
    below = [row.cells[i] for i in form.under if row.cells[i]]
    joined = separator.join(below)
    if below and (room is None or cell_width(joined) <= room):
        below = [joined]
    for text in below:
        for line in wrapped(text, room, fold=True):
            yield [(" " * margin, ""), (line, _UNDER.get(row.style, "minor"))]


def _line(table: Table, form: _Form, texts: Sequence[str], style: str) -> list[Piece]:
    pieces: list[Piece] = []
    for i, room, text in zip(form.beside, form.widths, texts, strict=True):
        gap = " " * _gap(table, i) if pieces else ""
        cell = padded(text, room, right=table.columns[i].right)
        bare = cell.strip(" ")
        before = cell[: len(cell) - len(cell.lstrip(" "))] if bare else cell
        own = "sign" if table.columns[i].close else style
        pieces += [(gap + before, ""), (bare, own), (cell[len(before) + len(bare) :], "")]
    while pieces and not pieces[-1][0].strip(" "):
        pieces.pop()
    return pieces


def _heading(row: Row, width: int | None) -> Iterator[list[Piece]]:
    room = None if width is None else max(1, width - row.indent)
    for text in wrapped(row.cells[0], room, fold=True):
        yield [(" " * row.indent, ""), (text, row.style)]


def _record(table: Table, row: Row, width: int) -> Iterator[list[Piece]]:
    """A row where the window holds no table: one cell a line behind its column's title."""
    if row.style == "header":
        return
    said = [row.cells[0]]
    for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
        if cell and not column.title:
            said[-1] += f" {cell}"
        elif cell:
            said.append(f"{column.title}: {cell}")
    for number, text in enumerate(said):
        indent = row.indent + (2 if number else 0)
        for line in wrapped(text, max(1, width - indent), fold=True) if text else ():
            yield [(" " * indent, ""), (line, row.style)]


def _gap(table: Table, i: int) -> int:
    return 1 if table.columns[i].close else _GAP


def _is_heading(row: Row) -> bool:
    return len(row.cells) > 1 and not any(row.cells[1:]) and row.style != "header"
