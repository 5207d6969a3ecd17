from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.clocks import ClockFound, find_clocks
from truce_cli.text.zones import local_day, local_minute, plus_minutes, to_utc

YEREVAN, PARIS = "Asia/Yerevan", "Europe/Paris"

MINUTES = [
    ("2020-10-10", "at 12:05 pm", YEREVAN, "2020-10-10T12:05+04:00"),
    ("2020-10-10", "0805 GMT", YEREVAN, "2020-10-10T12:05+04:00"),
    ("2020-10-18", "at midnight local time", YEREVAN, "2020-10-18T00:00+04:00"),
    ("2020-10-18", "2200 GMT", YEREVAN, "2020-10-19T02:00+04:00"),
    ("2020-11-10", "midnight Moscow time", YEREVAN, "2020-11-10T01:00+04:00"),
    ("2020-10-26", "midnight Washington time", YEREVAN, "2020-10-26T08:00+04:00"),
    ("2020-10-10", "12:05 (GMT+4)", YEREVAN, "2020-10-10T12:05+04:00"),
    ("2031-06-14", "00:04 local time", PARIS, "2031-06-14T00:04+02:00"),
    ("2031-01-14", "8 a.m.", PARIS, "2031-01-14T08:00+01:00"),
    # the clock jumps from 02:00 to 03:00: the minute keeps its digits and the old offset
    ("2031-03-30", "at 02:30", PARIS, "2031-03-30T02:30+01:00"),
    # 02:30 comes twice: the first one
    ("2031-10-26", "at 02:30", PARIS, "2031-10-26T02:30+02:00"),
]


@pytest.mark.parametrize(("day", "said", "zone", "minute"), MINUTES)
def test_a_clock_time_on_a_day(day: str, said: str, zone: str, minute: str) -> None:
    assert local_minute(day, find_clocks(said)[0], zone) == minute


def test_minutes_in_other_terms() -> None:
    assert to_utc("2020-10-10T12:05+04:00") == "2020-10-10T08:05Z"
    assert to_utc("2020-10-18T00:02+04:00") == "2020-10-17T20:02Z"
    assert plus_minutes("2020-10-18T00:00+04:00", 2) == "2020-10-18T00:02+04:00"
    assert plus_minutes("2020-10-18T00:00+04:00", -1) == "2020-10-17T23:59+04:00"
    assert local_day("2020-10-17T20:02+00:00", YEREVAN) == "2020-10-18"
    assert local_day("2020-10-17T20:02Z", YEREVAN) == "2020-10-18"
    assert local_day("2020-10-17", YEREVAN) == "2020-10-17"


@pytest.mark.parametrize("zone", ["Nowhere/Atlantis", "../etc/passwd", "", "Asia"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError):
        local_minute("2020-10-10", find_clocks("noon")[0], zone)


def test_what_is_no_day_or_has_no_offset_is_refused() -> None:
    with pytest.raises(ValueError):
        local_minute("2020-02-30", find_clocks("noon")[0], YEREVAN)
    with pytest.raises(ValueError):
        to_utc("2020-10-10T12:05")


CLOCKS = st.builds(
    ClockFound,
    start=st.just(0),
    end=st.just(0),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from([None, "local", "UTC", "MSK", "UTC+04:00", "UTC-04:00", "America/New_York"]),
    about=st.just(False),
    said=st.just(""),
)


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)),
    CLOCKS,
    st.sampled_from([YEREVAN, PARIS, "Asia/Kolkata", "America/St_Johns"]),
)
def test_a_minute_and_its_utc_are_one_instant(day: date, clock: ClockFound, zone: str) -> None:
    minute = local_minute(str(day), clock, zone)
    assert to_utc(to_utc(minute)) == to_utc(minute)
    if clock.zone in (None, "local"):
        assert minute.startswith(f"{day}T{clock.hour:02d}:{clock.minute:02d}")


def test_the_machine_time_zone_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = find_clocks("at 12:05 pm")[0]
    before = local_minute("2020-10-10", clock, YEREVAN)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Pacific/Kiritimati")
        if hasattr(time, "tzset"):
            time.tzset()
        assert local_minute("2020-10-10", clock, YEREVAN) == before
        assert to_utc(before) == "2020-10-10T08:05Z"
    if hasattr(time, "tzset"):
        time.tzset()
