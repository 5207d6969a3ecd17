"""Neighbouring mentions that are one: "Sunday, Oct. 18", "June 30-July 2". Knows no publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from truce_cli.model.record import replace
from truce_cli.text.day_parts import Mention, Point

_TO: Final = re.compile(
    r"\s{0,3}[-–—‒−]\s{0,3}|\s{1,3}(?P<word>to|until|till|through|and)\s{1,3}(?:the\s{1,3})?"
)
_LIST: Final = re.compile(r"\s{0,3}(?:[-–—&]|,|,?\s{1,3}and|,?\s{1,3}or|to|through|until)\s{0,3}")
_BETWEEN: Final = re.compile(r"(?<!\w)[Bb]etween\s{1,3}(?:the\s{1,3})?$")
_APPOSED: Final = re.compile(r",?\s{1,3}(?:the\s)?|\s[(\[]")
_APPOSED_AFTER: Final = re.compile(r",\s{1,3}|\s[(\[]")
_CLOSING: Final = {"(": ")", "[": "]"}
_WIDEST: Final = 12

Weekday = Callable[[Point], "int | None"]
"""The weekday that a point falls on, None where that cannot be said."""
_OneOf = Callable[[Mention, Mention], "Mention | None"]
"""Two neighbours as one mention, or None."""


def joined(text: str, found: list[Mention], weekday_of: Weekday) -> list[Mention]:
    """The mentions, each time told once. found: in order and without overlaps."""
    if len(found) < 2:
        return found
    dated = _folded(found, lambda one, two: _apposed(text, one, two, weekday_of))
    dated = _with_years(text, dated)
    return _folded(dated, lambda one, two: _spanning(text, one, two))


def _folded(found: list[Mention], one_of: _OneOf) -> list[Mention]:
    """The mentions with each pair of neighbours made one where one_of says so."""
    folded = found[:1]
    for mention in found[1:]:
        before = folded[-1]
        one = one_of(before, mention) if mention.start - before.end <= _WIDEST else None
        if one is None:
            folded.append(mention)
        else:
            folded[-1] = one
    return folded


def _apposed(text: str, before: Mention, after: Mention, weekday_of: Weekday) -> Mention | None:
    """ "Sunday, Oct. 18", "2020 October"; "Oct. 18 (Sunday)" where that day was a Sunday."""
    between = text[before.end : after.start]
    if before.shape == "weekday" and _is_date(after) and _APPOSED.fullmatch(between):
        return replace(after, start=before.start, end=_closed(text, between, after.end))
    if after.shape == "weekday" and _is_date(before) and _APPOSED_AFTER.fullmatch(between):
        if weekday_of(before.first) != after.weekday:
            return None
        return replace(before, end=_closed(text, between, after.end))
    year, point = before.first.year, after.first
    if between.isspace() and year and not (before.first.month or before.last or point.year) and point.month:
        # "the 2016 April war"
        return replace(after, start=before.start, first=Point(year, point.month, point.day))
    return None


def _closed(text: str, opening: str, end: int) -> int:
    """The end with the bracket that the words before it opened."""
    closing = _CLOSING.get(opening[-1:])
    return end + 1 if closing and text.startswith(closing, end) else end


def _spanning(text: str, before: Mention, after: Mention) -> Mention | None:
    """ "June 30-July 2", "from Monday to Friday", "between May 3 and May 5"."""
    between = text[before.end : after.start]
    if before.last or after.last or before.last_weekday is not None or before.shape != after.shape:
        return None
    if before.doubtful_order or after.doubtful_order:
        return None
    to = _TO.fullmatch(between)
    if to is None or (
        to["word"] == "and" and not _BETWEEN.search(text[max(0, before.start - 16) : before.start])
    ):
        return None
    if before.shape == "weekday":
        return replace(before, end=after.end, last_weekday=after.weekday)
    if before.shape == "point" and before.first.month and _precision(before) == _precision(after):
        return replace(before, end=after.end, last=after.first)
    return None


def _with_years(text: str, found: list[Mention]) -> list[Mention]:
    """A year said once holds for its neighbours: "June 3 and June 5, 2031", "October and November 2023"."""
    dated = list(found)
    for index in range(len(dated) - 2, -1, -1):
        dated[index] = _with_year(text, dated[index], dated[index + 1], dated[index], dated[index + 1])
    for index in range(1, len(dated)):
        dated[index] = _with_year(text, dated[index - 1], dated[index], dated[index], dated[index - 1])
    return dated


def _with_year(text: str, one: Mention, two: Mention, bare: Mention, dated: Mention) -> Mention:
    """bare with the year of its neighbour dated; one and two are the same pair in the text's order."""
    point, year = bare.first, dated.first.year
    if (
        year is None
        or point.year is not None
        or point.month is None
        or dated.first.month is None
        or bare.last
    ):
        return bare
    if (
        dated.doubtful_order
        or two.start - one.end > _WIDEST
        or not _LIST.fullmatch(text[one.end : two.start])
    ):
        return bare
    # a list runs forward in time: "December and January 2021" begins in 2020
    ends = dated.last or dated.first
    if bare is one and (point.month, point.day or 0) > (dated.first.month, dated.first.day or 99):
        year -= 1
    elif bare is two and (point.month, point.day or 99) < (ends.month or 0, ends.day or 0):
        year += 1
    return replace(bare, first=Point(year, point.month, point.day))


def _is_date(mention: Mention) -> bool:
    return mention.shape == "point" and mention.first.day is not None


def _precision(mention: Mention) -> tuple[bool, bool]:
    return mention.first.month is not None, mention.first.day is not None
