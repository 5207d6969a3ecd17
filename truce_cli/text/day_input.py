"""A day as a person types it on the command line. Knows the day it is asked on and no article."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from truce_cli.text.almanac import as_date
from truce_cli.text.days import find_days

_MONTH: Final = re.compile(r"(?:1[89]|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])")
_YEAR: Final = re.compile(r"(?:1[89]|20|21)[0-9]{2}")
_MINUTE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
_LEAD: Final = re.compile(r"(?:in|on|the|since|until|by)\s", re.I)
_WORTH: Final = re.compile(r"(?=.*[0-9])(?=.*[^\W\d_]{3})|.*\bago\b")
"""What the library may read: a figure and a word. It takes "we" for Wednesday and "47" for 1947."""
_YEARS: Final = range(1800, 2200)
_LONGEST: Final = 40


def parse_day(said: str, base: str) -> str | None:
    """The day, month or year that someone means: "2020-10-18", "2020-10" or "2020"; None where it is unclear.

    base: the ISO day on which they ask; "Oct 18" is the latest one up to it, or one of the next 40 days.
    """
    said = " ".join(said.split())
    if not said or len(said) > _LONGEST:
        return None
    if _MONTH.fullmatch(said) or _YEAR.fullmatch(said):
        return said
    if _MINUTE.fullmatch(said):
        day = as_date(said)
        return day.isoformat() if day else None
    for form in (said, said.title(), f"in {said.title()}"):
        found = find_days(form, base)
        if found:
            one = found[0]
            whole = one.end == len(form) and (one.start == 0 or _LEAD.fullmatch(form[: one.start]))
            return one.day if whole and one.until is None else None
    return _by_library(said, base)


def _by_library(said: str, base: str) -> str | None:
    """What our own forms do not cover: "18 Oct at noon", "oct 3rd, 20"."""
    anchor = as_date(base)
    if anchor is None or not said.isascii() or not _WORTH.match(said):
        return None
    import dateparser

    found = dateparser.parse(
        said,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day, 12),
            "PREFER_DATES_FROM": "past",
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month"],
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date().isoformat() if found and found.year in _YEARS else None
