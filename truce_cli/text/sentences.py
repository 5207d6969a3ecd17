"""Where sentences begin and end, in code points of the text. Knows abbreviations; knows nothing of meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from truce_cli.text.datelines import dateline_end

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*")
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9À-ÞА-Я#@])")
_LAST_WORD: Final = re.compile(r"[^\s(“\"‘'\[]*$")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)+$|^[A-Z]\.$")

_ITEM: Final = re.compile(
    r"\n[ \t]*(?=[•*▪·●‣◦■□][ \t]|[–—-][ \t]+[A-Z0-9]|\d{1,2}[.)][ \t]+[A-Z]|[A-Z][^.:!?\n]{2,40}:[ \t]+\D{0,12}\d|"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})? ?[-–—:][ \t])"
)
"""A line of a list: a bullet, a number, a label with its figure, or a day. What stands before it is a sentence."""

_WIDEST: Final = 64
"""Code points that are looked at for the word before a full stop."""

ABBREVIATIONS: Final = frozenset(
    "mr. mrs. ms. dr. prof. st. lt. col. gen. sgt. cpl. capt. maj. adm. brig. cmdr. sen. rep. gov. pres. "
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. no. nos. vs. inc. ltd. co. corp. etc. "
    "approx. incl. fig. dept. msgr. rev. hon. pvt. spc. "
    "mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.".split()
)
"""A full stop after these ends no sentence."""

_NEEDS_NUMBER: Final = frozenset(
    "no. nos. fig. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)


_BARE: Final = frozenset(word[:-1] for word in ABBREVIATIONS)
_LONGEST: Final = 1200
"""Code points of a sentence. What is longer is a list or no prose, and is cut at a semicolon, comma or space."""
_CUTS: Final = ("; ", "\n", ", ", " ")


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, paragraph number) of every sentence; white space between sentences belongs to none.

    A dateline is a sentence of its own: its city speaks no word of what follows.
    """
    found: list[tuple[int, int, int]] = []
    begin, number = 0, 0
    for gap in _PARAGRAPH.finditer(text):
        _split(text, begin, gap.start(), number, found)
        begin, number = gap.end(), number + 1
        yield from found
        found.clear()
    _split(text, begin, len(text), number, found)
    yield from found


def _split(text: str, start: int, end: int, paragraph: int, found: list[tuple[int, int, int]]) -> None:
    begin = dateline_end(text, start, end)
    _add(text, start, begin, paragraph, found)
    if text.find("\n", begin, end) >= 0:
        for item in _ITEM.finditer(text, begin, end):
            _split_prose(text, begin, item.start(), paragraph, found)
            begin = item.end()
    _split_prose(text, begin, end, paragraph, found)


def _split_prose(text: str, begin: int, end: int, paragraph: int, found: list[tuple[int, int, int]]) -> None:
    for stop in _STOP.finditer(text, begin, end):
        if stop.group()[0] == "." and _abbreviated(text, begin, stop):
            continue
        last = stop.end()
        _add(text, begin, last, paragraph, found)
        begin = last
    _add(text, begin, end, paragraph, found)


def _abbreviated(text: str, begin: int, stop: re.Match[str]) -> bool:
    end = stop.start()
    if stop.end() - end > 1:
        return False
    last = text[max(begin, end - _WIDEST) : end].rpartition(" ")[2]
    if last.isalpha() and len(last) > 1 and last.lower() not in _BARE:
        return False  # a plain word: found soonest, the lines below find the same
    match = _LAST_WORD.search(text, max(begin, end - _WIDEST), end)
    word = (match.group() if match else "") + "."
    low = word.lower()
    following = (
        text[stop.end() :].lstrip()[:1]
        if len(text) - stop.end() < 64
        else text[stop.end() : stop.end() + 8].lstrip()[:1]
    )
    if low in ABBREVIATIONS:
        return low not in _NEEDS_NUMBER or following.isdigit()
    if low in ("a.m.", "p.m."):
        return False
    return bool(_INITIALS.match(word)) and low != "i."


def _add(text: str, start: int, end: int, paragraph: int, found: list[tuple[int, int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = next((i for i in (text.rfind(c, start, start + _LONGEST) for c in _CUTS) if i > start), None)
        middle = start + _LONGEST if cut is None else cut + 1
        found.append((start, middle, paragraph))
        start = middle + (text[middle] == " ")
    if start < end:
        found.append((start, end, paragraph))
