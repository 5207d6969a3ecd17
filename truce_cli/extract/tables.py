"""Tables: rows of figures under a line that names harms, "Killed | Injured" above "Sarn | 1,106 | 3,020"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head, heads
from truce_cli.extract.links import Link
from truce_cli.extract.listing import civilians
from truce_cli.extract.people import PEOPLE
from truce_cli.extract.sentence import Sentence

_ROWS: Final = 60
"""Rows of a table that are read."""


def rows(sentence: Sentence) -> list[tuple[Sentence, list[Link]]]:
    """The rows below a table's head line, each with its links; [] where a sentence is no such line."""
    if "|" not in sentence.words:
        return []
    harms = [_harm(sentence, *cell) for cell in _cells(sentence)]
    if not any(harms) or any(u.tag == "N" for u in sentence.units):
        return []
    found: list[tuple[Sentence, list[Link]]] = []
    every = sentence.article.sentences
    for row in every[sentence.index + 1 : sentence.index + 1 + _ROWS]:
        ruled = not any(letter.isalnum() for letter in row.words)  # "|---|---|"
        if "|" not in row.words or not (ruled or any(letter.isdigit() for letter in row.words)):
            break
        found.append((row, _links(row, harms)))
    return found


def _cells(sentence: Sentence) -> list[tuple[int, int]]:
    """Spans of the cells of a line, in document offsets, without empty ones at its ends."""
    cells: list[tuple[int, int]] = []
    at = sentence.start
    for part in sentence.words.split("|"):
        cells.append((at, at + len(part)))
        at += len(part) + 1
    text = sentence.article.text
    while cells and not text[slice(*cells[-1])].strip():
        cells.pop()
    while cells and not text[slice(*cells[0])].strip():
        cells.pop(0)
    return cells


def _harm(sentence: Sentence, start: int, end: int) -> str | None:
    inside = [u for u in sentence.units if start <= u.start < end and u.tag in "VdT"]
    told = next((u for u in inside if u.data not in ("toll", "bodies", "names")), None)
    return str(told.data) if told is not None else None


def _links(row: Sentence, harms: list[str | None]) -> list[Link]:
    """A link for each cell with a figure alone, by its column counted from the right: the label's may be unnamed."""
    cells = _cells(row)
    counted = heads(row)
    label = [u for u in row.units if cells and u.start < cells[0][1]]
    made: list[Link] = []
    words = row.article.text
    if any(letter.isalpha() for start, end in cells[1:] for letter in words[start:end]):
        return []  # a table of something else
    for back in range(1, min(len(harms), len(cells) - 1) + 1):
        start, end = cells[-back]
        harm = harms[-back]
        inside = [h for h in counted if start <= row.units[h.first].start < end]
        if harm is None or len(inside) != 1 or inside[0].thing or inside[0].has_people:
            continue
        head: Head = inside[0]
        head.people = next((u.data for u in label if u.tag == "P"), None)
        if head.people is None and civilians(row):
            head.people = PEOPLE["civilians"]
        link = Link(head, harm, "toll/table", 0, head.last, word="table", active=True)
        link.part = any(u.tag == "g" for u in label)
        made.append(link)
    return made[::-1]
