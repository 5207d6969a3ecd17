"""Bounded periods: "in the past 24 hours", "over the weekend". Knows the day of publication and no claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from truce_cli.text.almanac import (
    as_date,
    last_day,
    latest_weekday,
    monday,
    months_before,
    shifted,
    weekend,
)
from truce_cli.text.clean import lowered
from truce_cli.text.day_words import WEEKDAYS, number


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFound:
    """A period that ends on or before publication: text[start:end] == said, offsets in code points."""

    start: int
    end: int
    since: str | None
    """First day; None where it is vague ("in recent days") or the day of publication is not known."""
    until: str | None
    """Last day, inclusive; None where the day of publication is not known."""
    rolling: bool
    """Counted back from publication ("the past week"), not from the calendar ("this week")."""
    said: str


_WINDOW: Final = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<led>(?:in|over|during|within|for|of|throughout)\s{1,3})?(?P<the>(?:the|its)\s{1,3})?"
    r"(?P<roll>past|last|previous|preceding)\s{1,3}(?:(?P<few>few|several|many)\s{1,3}|(?P<count>[0-9]{1,3}|couple\s{1,3}of|[a-z-]{1,12})[\s-]+)?"
    r"(?P<unit>hour|day|week|month|year)(?P<many>s?)(?!\s{1,3}of\b)"
    r"|(?P<recent>in\s{1,3}recent\s{1,3}(?:hours|days|weeks|months|years))"
    r"|(?P<night>overnight|(?:during|through|throughout|in)\s{1,3}the\s{1,3}night)"
    r"(?:\s{1,3}(?P<into>(?:in)?to|on|from)?\s{0,3}(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
    r"(?:\s{1,3}(?:in)?to\s{1,3}(?P<other>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w))?)?"
    r"|(?P<weekend>(?:(?:over|during|at|on|throughout|across)\s{1,3}(?:the|this)\s{1,3}(?:past\s{1,3})?|this\s{1,3}|(?P<lastone>last\s{1,3}))weekend)"
    r"|(?:(?:so\s{1,3}far|earlier|later|since\s{1,3}the\s{1,3}(?:start|beginning)\s{1,3}of)\s{1,3})?this\s{1,3}(?P<this>week|month|year)"
    r"|since\s{1,3}the\s{1,3}(?:start|beginning)\s{1,3}of\s{1,3}the\s{1,3}(?P<begun>week|month|year)"
    r"|(?P<day>(?:during|throughout|over\s{1,3}the\s{1,3}course\s{1,3}of|in\s{1,3}the\s{1,3}course\s{1,3}of|for)\s{1,3}the\s{1,3}day"
    r"(?!\s{1,3}(?:of|before|after|when|that)\b))"
    r")(?!\w)"
)
_STEMS: Final = (
    "past",
    "last",
    "recent",
    "this ",
    "night",
    "weekend",
    "the day",
    "start",
    "begin",
    "prece",
    "previous",
)
_STEPS: Final = {"week": 7, "day": 1}

_Days = tuple[date | None, date | None, bool]


def find_windows(text: str, published: str | None) -> tuple[WindowFound, ...]:
    """Every bounded period in the text, in order; its days are inclusive and count from `published`."""
    low = lowered(text)
    if not any(stem in low for stem in _STEMS):
        return ()
    base = as_date(published)
    found = []
    for match in _WINDOW.finditer(low):
        days = _days(match, base)
        if days is None:
            continue
        since, until, rolling = days
        start, end = match.span()
        found.append(
            WindowFound(
                start=start,
                end=end,
                since=since.isoformat() if since else None,
                until=until.isoformat() if until else None,
                rolling=rolling,
                said=text[start:end],
            )
        )
    return tuple(found)


def _days(match: re.Match[str], base: date | None) -> _Days | None:
    """First day, last day and whether the period rolls; None where the words are no period."""
    if match["recent"]:
        return None, base, True
    if match["roll"]:
        return _rolled(match, base)
    if base is None:
        return None, None, False
    if match["night"]:
        return (*_night(match, base), False)
    if match["lastone"]:
        return (*weekend(shifted(base, -2) if base.weekday() >= 5 else base), False)
    if match["weekend"]:
        return (*weekend(base), False)
    if match["day"]:
        return base, base, False
    unit = match["this"] or match["begun"]
    if unit == "week":
        return monday(base), base, False
    return base.replace(day=1, month=1 if unit == "year" else base.month), base, False


def _night(match: re.Match[str], base: date) -> tuple[date, date]:
    """The evening's day and the morning's, of last night or of "overnight into Sunday"."""
    if not match["weekday"]:
        return shifted(base, -1), base
    ends = match["other"] or (match["weekday"] if match["into"] in ("to", "into") else None)
    if ends:
        morning = latest_weekday(base, WEEKDAYS[ends])
        return shifted(morning, -1), morning
    evening = latest_weekday(base, WEEKDAYS[match["weekday"]])
    return (evening, shifted(evening, 1)) if evening < base else (shifted(evening, -1), evening)


def _rolled(match: re.Match[str], base: date | None) -> _Days | None:
    """ "The past two weeks" rolls; "last week", without an article, is the calendar's."""
    unit, count = match["unit"], 1
    counted = match["count"]
    if counted:
        said = 2 if counted.startswith("couple") else number(counted)
        if said is None:
            # "the last known day"
            return None
        count = said
    elif match["roll"] == "last" and not match["the"] and not match["few"]:
        return _calendar(unit, base) if not match["many"] else None
    elif not match["few"] and not match["led"] and match["roll"] != "past":
        # "the last day", "the previous week"
        return None
    if match["few"] or (match["many"] and not counted):
        return None, base, True
    if base is None:
        return None, None, True
    if unit == "hour":
        return shifted(base, -max(1, -(-count // 24))), base, True
    if unit in _STEPS:
        return shifted(base, -count * _STEPS[unit]), base, True
    return months_before(base, count * (12 if unit == "year" else 1)), base, True


def _calendar(unit: str, base: date | None) -> _Days | None:
    """ "Last week", "last month", "last year": Monday to Sunday, first day to last."""
    if unit not in ("week", "month", "year"):
        return None
    if base is None:
        return None, None, False
    if unit == "week":
        start = shifted(monday(base), -7)
        return start, shifted(start, 6), False
    said = f"{max(base.year - 1, 1):04d}" if unit == "year" else months_before(base, 1).isoformat()[:7]
    first = said + "-01-01" if unit == "year" else said + "-01"
    return date.fromisoformat(first), date.fromisoformat(last_day(said)), False
