from __future__ import annotations

from datetime import date

import pytest

from truce_cli.text.almanac import day_after, day_before, first_day, last_day, months_before, weekday, weekend


def test_neighbouring_days() -> None:
    assert day_before("2020-03-01") == "2020-02-29"
    assert day_after("2020-12-31") == "2021-01-01"
    assert day_before("0001-01-01") == "0001-01-01"
    assert day_after("9999-12-31") == "9999-12-31"
    assert weekday("2020-10-18") == 6


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2020-10", "2020-10-01", "2020-10-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-10-18", "2020-10-18", "2020-10-18"),
    ],
)
def test_first_and_last_day(said: str, first: str, last: str) -> None:
    assert (first_day(said), last_day(said)) == (first, last)


def test_months_back_stay_in_the_calendar() -> None:
    assert months_before(date(2020, 3, 31), 1) == date(2020, 2, 29)
    assert months_before(date(2020, 1, 15), 13) == date(2018, 12, 15)
    assert months_before(date(1, 1, 1), 5) == date(1, 1, 1)


def test_a_weekend_ends_with_the_day_it_is_told_on() -> None:
    assert weekend(date(2020, 10, 17)) == (date(2020, 10, 17), date(2020, 10, 17))
    assert weekend(date(2020, 10, 21)) == (date(2020, 10, 17), date(2020, 10, 18))
