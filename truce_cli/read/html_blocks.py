"""A page's element to paragraphs: knows which tags part text and which do not. Chooses no content.

Marks are set into the tree and its text is taken once, without separators: taken with separators, words that
tags cut in two fall apart; taken stripped, words around links and line breaks are glued.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from truce_cli.read.html_words import BLOCKS, HEADINGS, INNER_BLOCKS, is_boilerplate

if TYPE_CHECKING:
    from collections.abc import Collection

    from selectolax.lexbor import LexborNode

_PARAGRAPH: Final = "\x1d"
_LINE: Final = "\x1e"
_CELL: Final = "\x1f"
_MARKS: Final = (_PARAGRAPH, _LINE, _CELL, "\x00")

_REWRITTEN: Final = frozenset(("sup", "pre", "tr", "br"))
_LONGEST_CELL: Final = 160

_NOTE_MARK: Final = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡])[\])]?\s*")
_CONTINUES: Final = re.compile(r"[a-z,;)]")


def unmarked(source: str) -> str:
    """A page's source with our own marks, should it hold any, made spaces."""
    for mark in _MARKS:
        source = source.replace(mark, " ")
    return source


def paragraphs(root: LexborNode) -> list[str]:
    """Texts of root's paragraphs in order: headings, captions, list items and table rows are one each.

    Changes the tree. Standing phrases are left out, and a paragraph that repeats the one before it.
    """
    _mark(root)
    found: list[str] = []
    for raw in root.text(deep=True, separator="", strip=False).split(_PARAGRAPH):
        if not raw or raw.isspace():
            continue
        for text in _lines(raw) if _LINE in raw else (_cells(raw),):
            if text and not is_boilerplate(text) and (not found or found[-1] != text):
                found.append(text)
    return found


def _mark(root: LexborNode) -> None:
    tags = {node.tag for node in root.traverse()}
    if not tags.isdisjoint(_REWRITTEN):
        _rewrite(root, tags)
    for node in [node for node in root.traverse() if node.tag in BLOCKS]:
        node.insert_before(_PARAGRAPH)
        node.insert_after(_PARAGRAPH)


def _rewrite(root: LexborNode, tags: Collection[str | None]) -> None:
    """Put texts in the place of what is no block, yet parts text. tags: those that there are."""
    if "sup" in tags:
        for node in root.css("sup"):
            if _NOTE_MARK.fullmatch(node.text()):
                node.decompose()  # a footnote's mark would make 5002 of 500
    if "pre" in tags:
        for node in root.css("pre"):
            node.replace_with(_PARAGRAPH + node.text().replace("\n", _LINE) + _PARAGRAPH)
    if "tr" in tags:
        for row in root.css("tr"):
            _mark_row(row)
    if "br" in tags:
        for node in root.css(HEADINGS):
            for line in node.css("br"):
                line.replace_with(" ")
        for node in root.css("br"):
            node.replace_with(_LINE)


def _mark_row(row: LexborNode) -> None:
    """Cells of words and figures make one paragraph; cells that lay out a page keep their own."""
    cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
    lays_out = row.css_first("table") is not None or any(
        len(cell.css(INNER_BLOCKS)) > 1 or len(cell.text()) > _LONGEST_CELL for cell in cells
    )
    for cell in cells:
        if lays_out:
            cell.insert_before(_PARAGRAPH)
            cell.insert_after(_PARAGRAPH)
            continue
        for line in cell.css("br"):
            line.replace_with(" ")
        cell.replace_with(_CELL + cell.text() + _CELL)


def _lines(raw: str) -> list[str]:
    """The paragraphs that a block's line breaks make; a line that starts small goes on the one before it."""
    found: list[str] = []
    gap = False
    for line in raw.split(_LINE):
        text = _cells(line)
        if text and found and not gap and _CONTINUES.match(text):
            found[-1] += " " + text
        elif text:
            found.append(text)
        gap = not text  # two breaks in a row part paragraphs, whatever follows
    return found


def _cells(line: str) -> str:
    if _CELL not in line:
        return _squeezed(line)
    cells = (_squeezed(cell) for cell in line.split(_CELL))
    return " | ".join(cell for cell in cells if cell)


def _squeezed(text: str) -> str:
    """Words with one space between them, whatever white space there was; only the plain one is printable."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else " ".join(text.split())
