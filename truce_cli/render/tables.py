"""Draws a view on a terminal with rich: columns wrapped to the window, no figure cut, colour as an extra."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from truce_cli.render.layout import Line, Passage, Screen, Table, View
from truce_cli.render.plain import cell_width, filled, marked_text
from truce_cli.render.safe import safe
from truce_cli.render.signs import ascii_only

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod, RenderableType

_GAP = 2
_STYLES = {"": "", "title": "bold", "lead": "bold", "minor": "dim"}


def draw(view: View, screen: Screen, out: TextIO) -> None:
    """Write the view to a terminal of screen.width columns."""
    console = _console(screen, out)
    for block in view:
        if isinstance(block, Table):
            console.print(_table(block, screen))
        elif isinstance(block, Line):
            console.print(_line(block, screen))
        else:
            console.print(_passage(block, screen))


def _console(screen: Screen, out: TextIO) -> Console:
    from rich.console import Console

    return Console(
        file=out,
        width=screen.width,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
    )


def _table(table: Table, screen: Screen) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table as Drawn
    from rich.text import Text

    titles = [_shown(column.title, screen) for column in table.columns]
    drawn = Drawn(
        box=None,
        pad_edge=False,
        padding=(0, _GAP, 0, 0),
        show_header=any(titles),
        header_style="underline" if screen.colour else "",
    )
    cells = [[_shown(cell, screen) for cell in row.cells] for row in table.rows]
    widths = _widths(table, titles, cells, screen.width or 80)
    for column, title, width in zip(table.columns, titles, widths, strict=True):
        justify: JustifyMethod = "right" if column.right else "left"
        drawn.add_column(title, justify=justify, overflow="fold", width=width)
    for row, texts in zip(table.rows, cells, strict=True):
        first, *rest = (Text(text, style=_STYLES[row.style], overflow="fold") for text in texts)
        drawn.add_row(Padding(first, (0, 0, 0, row.indent)) if row.indent else first, *rest)
    return drawn


def _widths(table: Table, titles: list[str], cells: list[list[str]], room: int) -> list[int]:
    """Columns for each column: what its cells need, less where the window is too narrow for all."""
    needed, least = [], []
    for i, column in enumerate(table.columns):
        texts = [titles[i], *(row[i] for row in cells)]
        indents = [0, *(row.indent if i == 0 else 0 for row in table.rows)]
        wide = max(cell_width(text) + indent for text, indent in zip(texts, indents, strict=True))
        words = max(cell_width(word) for text in texts for word in text.split() or [""])
        needed.append(max(wide, 1))
        least.append(wide if column.whole else min(wide, words + max(indents)))
    return fitted(needed, least, room - _GAP * (len(needed) - 1))


def fitted(needed: list[int], least: list[int], room: int) -> list[int]:
    """Widths that fit into room: the widest columns give way first, down to their least, then below it."""
    widths = list(needed)
    for floor in (least, [1] * len(needed)):
        while sum(widths) > room:
            widest = max(
                (i for i, width in enumerate(widths) if width > floor[i]),
                key=widths.__getitem__,
                default=None,
            )
            if widest is None:
                break
            widths[widest] -= 1
    return widths


def _line(line: Line, screen: Screen) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    if line.first:
        said = "\n".join(filled(line, screen.width))
        return Text(ascii_only(said) if screen.ascii else said, style=_STYLES[line.style], overflow="fold")
    text = Text(_shown(line.text, screen), style=_STYLES[line.style], overflow="fold")
    return Padding(text, (0, 0, 0, line.indent))


def _passage(passage: Passage, screen: Screen) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    text = Text(overflow="fold")
    for piece, marked in marked_text(passage):
        text.append(ascii_only(piece) if screen.ascii else piece, style="bold reverse" if marked else "")
    return Padding(text, (0, 0, 0, 2))


def _shown(text: str, screen: Screen) -> str:
    return ascii_only(safe(text)) if screen.ascii else safe(text)
