"""How many columns text takes on a screen, and how it is wrapped to so many. Knows no table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def cell_width(text: str) -> int:
    """Columns that the text takes: two for a wide East Asian character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks up to a width."""
    blanks = " " * (width - cell_width(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, width: int | None, *, fold: bool = False) -> Iterator[str]:
    """Words filled into lines of at most `width` columns; None: one line.

    A longer word stays whole on a line of its own, or with fold goes on in the next.
    """
    if width is None or cell_width(text) <= width:
        yield text.rstrip()
        return
    line = ""
    for word in text.split(" "):
        if line and cell_width(line) + 1 + cell_width(word) > width:
            yield line.rstrip()
            line = word
        else:
            line = f"{line} {word}" if line else word
        if fold and cell_width(line) > width:
            *full, line = _folded(line, max(1, width))
            yield from full
    yield line.rstrip()


def _folded(word: str, width: int) -> Iterator[str]:
    piece, taken = "", 0
    for char in word:
        columns = _columns(char)
        if piece and taken + columns > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + char, taken + columns
    yield piece


def _columns(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
