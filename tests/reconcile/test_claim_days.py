from __future__ import annotations

import pytest

from truce_cli.reconcile import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-10-10", "2020-10-10", "2020-10-10"),
        ("2020-10", "2020-10-01", "2020-10-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-10-19/2020-10-25", "2020-10-19", "2020-10-25"),
        ("2020-10-10T12:05+04:00", "2020-10-10", "2020-10-10"),
    ],
)
def test_ends_of_what_a_text_may_mean(text: str, first: str, last: str) -> None:
    assert (days.first_day(text), days.last_day(text)) == (first, last)


def test_minutes_are_compared_as_moments() -> None:
    assert days.in_utc("2020-10-10T12:05+04:00") == "2020-10-10T08:05Z"
    assert days.local("2020-11-10T00:00+03:00", "2020-10-26T08:00+04:00") == "2020-11-10T01:00+04:00"
    assert days.local("2020-11-10", "2020-10-26T08:00+04:00") == "2020-11-10"
    assert days.minutes_between("2020-10-26T08:00+04:00", "2020-10-26T05:10+00:00") == 70
    assert days.instant("2020-10-10T12:00") == days.instant("2020-10-10T12:00+00:00")


def test_distance_of_days() -> None:
    assert days.shifted("2020-10-01", -1) == "2020-09-30"
    assert days.days_between("2020-10-09", "2020-10-18") == 9
