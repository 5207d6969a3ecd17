"""Days and minutes as claims write them: order, distance, windows. Knows no claim and no time zone database.

A day may be as vague as its source ("2020", "2020-10"), a minute ("2020-10-10T12:05+04:00") or a range
("2020-10-19/2020-10-25"). Offsets are local, so the local day of a minute is its first ten characters.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def first_day(text: str) -> str:
    """Earliest day that the text may mean: "2020-10" is 2020-10-01."""
    start = text.split("/")[0]
    if len(start) == 4:
        return f"{start}-01-01"
    if len(start) == 7:
        return f"{start}-01"
    return start[:10]


def last_day(text: str) -> str:
    """Latest day that the text may mean: "2020-10" is 2020-10-31, a range its last day."""
    end = text.split("/")[-1]
    if len(end) == 4:
        return f"{end}-12-31"
    if len(end) == 7:
        from calendar import monthrange

        return f"{end}-{monthrange(int(end[:4]), int(end[5:7]))[1]:02d}"
    return end[:10]


def has_minute(text: str | None) -> bool:
    return text is not None and "T" in text and "/" not in text


def instant(minute: str) -> datetime:
    """A minute as a moment; one written without an offset is taken as UTC."""
    moment = datetime.fromisoformat(minute)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def in_utc(minute: str) -> str:
    """ "2020-10-10T12:05+04:00" is "2020-10-10T08:05Z"."""
    return instant(minute).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def local(minute: str, like: str) -> str:
    """The minute told in the offset of another one: Moscow's midnight is 01:00 in Yerevan."""
    if not has_minute(minute) or not has_minute(like):
        return minute
    return instant(minute).astimezone(instant(like).tzinfo).isoformat(timespec="minutes")


def minutes_between(earlier: str, later: str) -> int:
    return int((instant(later) - instant(earlier)).total_seconds() // 60)


def shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Whole days from one day to a later one; negative where the order is the other way."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
