"""Arithmetic on ISO days and months. Knows the calendar and no words, no clock and no time zone."""

from __future__ import annotations

from datetime import date, timedelta


def as_date(day: str | None) -> date | None:
    """The date of an ISO day (what follows the day is ignored); None where there is none."""
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date:
    """That many days on (or back); stays at the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_before(day: date, months: int) -> date:
    """Same day that many months back; the month's last day where it is shorter."""
    index = max(day.year * 12 + day.month - 1 - months, 12)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def day_before(day: str) -> str:
    """ "2020-10-09" for "2020-10-10". Raises ValueError for what is no day."""
    return shifted(date.fromisoformat(day), -1).isoformat()


def day_after(day: str) -> str:
    """ "2020-10-11" for "2020-10-10". Raises ValueError for what is no day."""
    return shifted(date.fromisoformat(day), 1).isoformat()


def weekday(day: str) -> int:
    """0 for a Monday. Raises ValueError for what is no day."""
    return date.fromisoformat(day).weekday()


def last_day(said: str) -> str:
    """The last day of a day, a month or a year: "2020-10" is "2020-10-31", "2020" is "2020-12-31"."""
    if len(said) == 4:
        return f"{said}-12-31"
    if len(said) == 7:
        year, month = int(said[:4]), int(said[5:])
        return f"{said}-{_length(year, month):02d}"
    return said[:10]


def first_day(said: str) -> str:
    """The first day of a day, a month or a year: "2020-10" is "2020-10-01"."""
    return (said + "-01-01")[:10] if len(said) == 4 else (said + "-01")[:10]


def latest_weekday(base: date, day_of_week: int) -> date:
    """The latest such weekday on or before base; base itself on that weekday."""
    return shifted(base, -((base.weekday() - day_of_week) % 7))


def monday(base: date) -> date:
    """The Monday of base's week."""
    return shifted(base, -base.weekday())


def weekend(base: date) -> tuple[date, date]:
    """The weekend under way on base or the latest one before it: Saturday, and Sunday or base."""
    saturday = latest_weekday(base, 5)
    return saturday, min(base, shifted(saturday, 1))
