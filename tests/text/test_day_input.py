from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.day_input import parse_day

BASE = "2020-10-20"

INPUTS = [
    ("2020-10-18", "2020-10-18"),
    ("2020-10", "2020-10"),
    ("2020", "2020"),
    ("Oct 18", "2020-10-18"),
    ("oct 18", "2020-10-18"),
    ("18 October 2020", "2020-10-18"),
    ("the 14th of june", "2020-06-14"),
    ("18.10.2020", "2020-10-18"),
    ("05.06.2020", "2020-06-05"),
    ("2020-10-18T12:00", "2020-10-18"),
    ("2020-10-18 12:00", "2020-10-18"),
    ("2 days ago", "2020-10-18"),
    ("a fortnight ago", "2020-10-06"),
    ("yesterday", "2020-10-19"),
    ("today", "2020-10-20"),
    ("Monday", "2020-10-19"),
    ("last friday", "2020-10-16"),
    ("october", "2020-10"),
    ("may", "2020-05"),
    (" Oct   18 ", "2020-10-18"),
]

UNCLEAR = [
    "",
    "47",
    "10",
    "we",
    "five",
    "T-72",
    "Su-25",
    "44th Brigade",
    "05/06/2020",
    "2020-02-30",
    "2020-13-01",
    "20201018",
    "12:30",
    "10-18",
    "last week",
    "Oct 16-17",
    "Oct 16 and Oct 18",
    "x" * 200,
]


@pytest.mark.parametrize(("said", "day"), INPUTS)
def test_what_people_type(said: str, day: str) -> None:
    assert parse_day(said, BASE) == day


@pytest.mark.parametrize("said", UNCLEAR)
def test_what_is_unclear_is_no_day(said: str) -> None:
    assert parse_day(said, BASE) is None


@given(st.text(max_size=45))
def test_nothing_typed_raises(said: str) -> None:
    day = parse_day(said, BASE)
    assert day is None or len(day) in (4, 7, 10)
