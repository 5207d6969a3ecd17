"""Minutes with their offsets: local time, UTC, the way between. Knows IANA names and reads no text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truce_cli.text.clocks import ClockFound

_NAMED = {"UTC": "UTC", "MSK": "Europe/Moscow"}


@lru_cache(maxsize=64)
def zone(name: str) -> tzinfo:
    """The zone of an IANA name, or of "UTC+04:00". Raises ValueError for a name that is not known."""
    if name == "UTC":
        return UTC
    if name.startswith(("UTC+", "UTC-")):
        hours, _, minutes = name[4:].partition(":")
        size = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(size if name[3] == "+" else -size)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(f"unknown time zone {name!r}") from error


def local_minute(day: str, clock: ClockFound, timezone: str) -> str:
    """The minute of a clock time on a day: "2020-10-10T12:05+04:00".

    A clock without a zone, or with "local", is local time of `timezone`; others are converted to it, and the
    local day may then differ from `day`. Midnight is the first minute of its day. A minute that a change of
    clocks skips keeps its digits, with the offset from before; one that comes twice is the first. Raises
    ValueError for what is no day or no zone.
    """
    local = zone(timezone)
    said = local if clock.zone in (None, "local") else zone(_NAMED.get(clock.zone or "", clock.zone or ""))
    moment = datetime.fromisoformat(day).replace(hour=clock.hour, minute=clock.minute, tzinfo=said)
    if said is not local:
        moment = moment.astimezone(local)
    return moment.isoformat(timespec="minutes")


def plus_minutes(minute: str, minutes: int) -> str:
    """The minute that many minutes later, its offset kept: "...T12:05+04:00" and 4 make "...T12:09+04:00"."""
    return (datetime.fromisoformat(minute) + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def to_utc(minute: str) -> str:
    """ "2020-10-10T08:05Z" for "2020-10-10T12:05+04:00". Raises ValueError for a minute without offset."""
    moment = datetime.fromisoformat(minute)
    if moment.tzinfo is None:
        raise ValueError(f"{minute!r} has no offset")
    return moment.astimezone(UTC).isoformat(timespec="minutes")[:16] + "Z"


def local_day(minute: str, timezone: str) -> str:
    """The local day of a minute with its offset; a bare day is its own."""
    moment = datetime.fromisoformat(minute)
    if moment.tzinfo is None:
        return minute[:10]
    return moment.astimezone(zone(timezone)).date().isoformat()
