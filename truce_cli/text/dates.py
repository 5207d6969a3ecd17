"""Dates and times in text, in one place to import from. The rooms behind it hold the knowledge."""

from __future__ import annotations

from truce_cli.text.almanac import day_after, day_before, first_day, last_day, weekday
from truce_cli.text.clocks import ClockFound, find_clocks
from truce_cli.text.day_input import parse_day
from truce_cli.text.days import DayFound, find_days
from truce_cli.text.offsets import OffsetFound, find_offsets
from truce_cli.text.windows import WindowFound, find_windows
from truce_cli.text.zones import local_day, local_minute, plus_minutes, to_utc

__all__ = [
    "ClockFound",
    "DayFound",
    "OffsetFound",
    "WindowFound",
    "day_after",
    "day_before",
    "find_clocks",
    "find_days",
    "find_offsets",
    "find_windows",
    "first_day",
    "last_day",
    "local_day",
    "local_minute",
    "parse_day",
    "plus_minutes",
    "to_utc",
    "weekday",
]
