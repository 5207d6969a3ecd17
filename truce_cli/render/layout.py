"""What a screen holds before anyone knows the screen: tables, lines and passages. Knows no claim.

Views build these from raw text; only plain.py turns them into characters, and every cell passes through
safe() there.
"""

from __future__ import annotations

from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    right: align to the right; whole: never wrap it, it holds figures, ids or days; under: in a narrow window
    it goes below the row; close: it stands close behind the column before it, whose signs it holds.
    """

    title: str
    right: bool = False
    whole: bool = False
    under: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row. style: "" (plain), "lead" (the figure that counts), "minor" (what stands beside it)."""

    cells: tuple[str, ...]
    style: str = ""
    indent: int = 0
    """Spaces before the first cell."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph over the whole width. style: "", "title", "minor"; indent in spaces.

    first, under: our own signs before its first line and before the lines it is wrapped to: a tree's branches.
    """

    text: str = ""
    style: str = ""
    indent: int = 0
    first: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a document, line breaks kept, with the marked stretches [start, end) set off from the rest."""

    text: str
    marked: tuple[tuple[int, int], ...] = ()


Piece = tuple[str, str]
"""Text and its style: "", title, lead, minor, header, marked, sign."""
Block = Table | Line | Passage
View = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where a view is going.

    width: columns of the window, None where nothing may be wrapped (a pipe); colour: colours may be used;
    ascii: nothing but ASCII may be printed.
    """

    width: int | None = None
    colour: bool = False
    ascii: bool = False
