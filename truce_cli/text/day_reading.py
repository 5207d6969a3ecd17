"""What a mention of time means on a day of publication. Knows no text."""

from __future__ import annotations

from datetime import date
from typing import Final

from truce_cli.model.record import replace
from truce_cli.text.almanac import latest_weekday, make, monday, months_before, shifted, weekend
from truce_cli.text.day_parts import Mention, Point

_AHEAD: Final = 40
"""Days after publication within which a date without a year is the coming one."""
_KINDS: Final = {4: "year", 7: "month", 10: "date"}

Reading = tuple[str, str | None, str]
"""Day, until and kind, as in days.DayFound."""


def reading(mention: Mention, base: date | None, order: str | None) -> Reading | None:
    """What the mention says, or None. base: the day of publication; order: "DMY", "MDY" or None."""
    if mention.shape == "decade":
        year = mention.first.year or 0
        return f"{year:04d}", f"{year + 9:04d}", "decade"
    if mention.shape == "weekday":
        return _weekday(mention, base) if base else None
    if mention.shape == "relative":
        return _relative(mention.word, mention.count, base) if base else None
    first, last = mention.first, mention.last
    if mention.years is not None and base is not None:
        year = base.year + mention.years
        first, last = replace(first, year=year), None if last is None else replace(last, year=year)
    if mention.doubtful_order:
        if order not in ("DMY", "MDY"):
            return None
        if order == "DMY":
            first = Point(first.year, first.day, first.month)
    if last is not None:
        return _range(first, last, base)
    day = point(first, base, mention.word)
    return None if day is None else (day, None, _KINDS[len(day)])


def settled(mention: Mention, base: date | None) -> Mention:
    """ "As of June 10, 1874 servicemen": a year far from publication, before what counts, is a figure."""
    year = (mention.last or mention.first).year
    if mention.end_without_year is None or year is None or (base and abs(base.year - year) <= 1):
        return mention
    bare = replace(mention, end=mention.end_without_year, end_without_year=None)
    if mention.last:
        return replace(bare, last=Point(None, mention.last.month, mention.last.day))
    return replace(bare, first=Point(None, mention.first.month, mention.first.day))


def point(said: Point, base: date | None, which: str = "") -> str | None:
    """The ISO day, month or year of a point; None where there is no such day or nothing tells its year.

    Without a year it is the latest one on or before base, or one of the next 40 days.
    """
    year, month, day = said.year, said.month, said.day
    if month is None:
        return None if year is None else f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if year is not None:
        if day is None:
            return f"{year:04d}-{month:02d}"
        found = make(year, month, day)
        return found.isoformat() if found else None
    if base is None:
        return None
    if day is None:
        return _month(month, base, which)
    coming = shifted(base, _AHEAD)
    # eight years back always meet a 29 February
    for candidate in range(coming.year, max(coming.year - 9, 0), -1):
        found = make(candidate, month, day)
        if found is not None and found <= coming:
            return found.isoformat()
    return None


def _month(month: int, base: date, which: str) -> str:
    year = base.year
    if which == "next":
        year += month <= base.month
    elif which != "this":
        year -= month >= base.month if which == "last" else month > base.month
    return f"{min(max(year, 1), 9999):04d}-{month:02d}"


def _range(first: Point, last: Point, base: date | None) -> Reading | None:
    forward = (first.month or 0, first.day or 0) <= (last.month or 0, last.day or 0)
    if last.year is None and first.year is not None:
        last = Point(first.year if forward else first.year + 1, last.month, last.day)
    until = point(last, base)
    if until is None:
        return None
    if first.year is None:
        year = int(until[:4])
        first = Point(year if forward else year - 1, first.month, first.day)
    day = point(first, base)
    if day is None or day > until:
        return None
    return (day, None, _KINDS[len(day)]) if day == until else (day, until, "range")


def _weekday(mention: Mention, base: date) -> Reading:
    if mention.last_weekday is None:
        return _one_weekday(mention.weekday, mention.word, base).isoformat(), None, "weekday"
    until = latest_weekday(base, mention.last_weekday)
    day = latest_weekday(until, mention.weekday)
    return day.isoformat(), until.isoformat(), "range"


def _one_weekday(weekday: int, word: str, base: date) -> date:
    if word == "last":
        return latest_weekday(shifted(base, -1), weekday)
    if word == "next":
        return shifted(latest_weekday(base, weekday), 7)
    if word == "this":
        return shifted(monday(base), weekday)
    if word == "last week":
        return shifted(monday(base), weekday - 7)
    return latest_weekday(base, weekday)


def _relative(word: str, count: int, base: date) -> Reading:
    """word: a unit to count in, or which period: "last week"."""
    which, _, unit = word.rpartition(" ")
    if unit == "day":
        return shifted(base, count).isoformat(), None, "relative"
    if unit == "week" and not which:
        return shifted(base, 7 * count).isoformat(), None, "relative"
    back = int(which == "last") if which else -count
    if unit == "month":
        return months_before(base.replace(day=1), back).isoformat()[:7], None, "month"
    if unit == "year":
        return f"{max(base.year - back, 1):04d}", None, "year"
    if unit == "weekend":
        first, end = weekend(shifted(base, -2) if back and base.weekday() >= 5 else base)
    else:
        first = shifted(monday(base), -7 * back)
        end = shifted(first, 6) if back else base
    return first.isoformat(), end.isoformat(), "period"
