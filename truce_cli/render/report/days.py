"""Days for readers of a page: "26 October 2020" inside <time>. Knows no finding."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from truce_cli.render.report.markup import Html, joined, tag

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_A_YEAR: Final = 300
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}))?")


def day_words(iso: str, *, short: bool = False) -> str:
    """ "26 October 2020", "October 2020", "2020", with the minute where there is one; what is no day stays.

    short: "26 Oct".
    """
    found = _ISO.match(iso)
    if found is None or not 0 < int(found[2] or 1) <= 12:
        return iso
    year, month, day, clock = found.groups()
    named = _MONTHS[int(month) - 1] if month else ""
    parts = [str(int(day)) if day else "", named[:3] if short else named, "" if short and day else year]
    said = " ".join(part for part in parts if part)
    return f"{said}, {clock}" if clock else said


def time_tag(iso: str | None, *, before: str = "") -> Html:
    """The day as a <time>, with words before it; "undated" without one. A span is told by both its ends."""
    if not iso:
        return Html("undated")
    said = " to ".join(day_words(end) for end in iso.split("/"))
    moment = iso if _ISO.match(iso) and "/" not in iso else None
    return joined(f"{before} " if before else None, tag("time", said, datetime=moment))


def position(iso: str) -> float | None:
    """Days since the year 1, as a point on an axis: a minute is where it is, a day is at its middle, a month or
    a year at its last day; None for what is no day."""
    found = _ISO.match(iso)
    if found is None:
        return None
    year, month, day, clock = found.groups()
    try:
        if day:
            point = float(date(int(year), int(month), int(day)).toordinal())
        elif month:
            after = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
            point = float((after - timedelta(days=1)).toordinal())
        else:
            point = float(date(int(year), 12, 31).toordinal())
    except (ValueError, OverflowError):
        return None
    if not clock:
        return point + 0.5
    hours, minutes = clock.split(":")
    return point + (int(hours) * 60 + int(minutes)) / 1440


def on_axis(point: float, span: float) -> str:
    """The day at a point of an axis so many days long: "26 Oct", or "Oct 2024" where years could be mixed up."""
    day = date.fromordinal(int(point)).isoformat()
    return day_words(day, short=True) if span < _A_YEAR else day_words(day[:7], short=True)
