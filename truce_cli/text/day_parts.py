"""A mention of time as its parts, and the pieces that patterns of dates share. Resolves nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month or year as far as it is said; the rest is None. It may not exist (30 February)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a time, text[start:end], with the parts that they say."""

    start: int
    end: int
    shape: str
    """point, decade, weekday or relative."""
    first: Point = Point()
    last: Point | None = None
    """The other end of a range of points."""
    weekday: int = 0
    """0 is Monday."""
    last_weekday: int | None = None
    """The other end of a range of weekdays."""
    word: str = ""
    """weekday and month: "last", "next", "this", "last week" or ""; relative: the rule that resolves it."""
    count: int = 0
    """relative: how many of the rule's units, negative for the past."""
    years: int | None = None
    """A point of "last year" (-1), "this year" (0) or "next year" (1), which says so behind its month."""
    doubtful_order: bool = False
    """01/02/2024 reads both ways; first holds the month as written first."""
    end_without_year: int | None = None
    """Set where the year may be a figure: "June 10, 1874 servicemen". The end of the words without it."""


GAP: Final = r"\s{1,3}"
DASH: Final = r"\s?[-–—‒−]\s?"
YEAR: Final = r"(?:1[89]|20|21)[0-9]{2}(?![\w%]|[.,:][0-9])"

_WIDE: Final = re.compile(r"(?<!\w)(?:(?:late|early|mid)[\s-]{1,2})?(?:(last|this|next)\s)?$")


def widened(low: str, start: int) -> tuple[int, str]:
    """For the start of "September" that of "late last September", and which one it is: "last"."""
    base = max(0, start - 14)
    match = _WIDE.search(low[base:start])
    return (base + match.start(), match[1] or "") if match else (start, "")
