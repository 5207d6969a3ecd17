from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.windows import find_windows

# text, published, since, until, rolling
WINDOWS = [
    ("injured in the past 24 hours", "2031-06-18", "2031-06-17", "2031-06-18", True),
    ("over the last day", "2031-06-18", "2031-06-17", "2031-06-18", True),
    ("In the past day the adversary", "2031-06-15", "2031-06-14", "2031-06-15", True),
    ("in the past 48 hours", "2031-06-18", "2031-06-16", "2031-06-18", True),
    ("over the past 12 hours", "2031-06-18", "2031-06-17", "2031-06-18", True),
    ("in the past two weeks", "2020-10-12", "2020-09-28", "2020-10-12", True),
    ("for the last two weeks", "2020-10-12", "2020-09-28", "2020-10-12", True),
    ("in the last month", "2020-10-26", "2020-09-26", "2020-10-26", True),
    ("in the last month", "2020-03-31", "2020-02-29", "2020-03-31", True),
    ("in the past three months", "2020-01-15", "2019-10-15", "2020-01-15", True),
    ("the past couple of days", "2020-10-12", "2020-10-10", "2020-10-12", True),
    ("in the last few weeks", "2020-10-18", None, "2020-10-18", True),
    ("over the past days", "2020-10-10", None, "2020-10-10", True),
    ("in recent days", "2020-10-10", None, "2020-10-10", True),
    ("rose by six overnight", "2031-06-25", "2031-06-24", "2031-06-25", False),
    ("overnight into Sunday", "2020-10-20", "2020-10-17", "2020-10-18", False),
    ("overnight from Saturday to Sunday", "2020-10-20", "2020-10-17", "2020-10-18", False),
    ("overnight on Saturday", "2020-10-20", "2020-10-17", "2020-10-18", False),
    ("over the weekend", "2031-06-09", "2031-06-07", "2031-06-08", False),
    ("over the weekend", "2020-10-18", "2020-10-17", "2020-10-18", False),
    ("over the weekend", "2020-10-17", "2020-10-17", "2020-10-17", False),
    ("last weekend", "2020-10-18", "2020-10-10", "2020-10-11", False),
    ("died this week", "2031-07-04", "2031-06-30", "2031-07-04", False),
    ("So far this week", "2031-06-26", "2031-06-23", "2031-06-26", False),
    ("this month", "2020-10-18", "2020-10-01", "2020-10-18", False),
    ("so far this year", "2020-10-18", "2020-01-01", "2020-10-18", False),
    ("since the beginning of the year", "2020-10-18", "2020-01-01", "2020-10-18", False),
    ("last week", "2020-10-26", "2020-10-19", "2020-10-25", False),
    ("last month", "2020-03-31", "2020-02-01", "2020-02-29", False),
    ("last year", "2020-03-31", "2019-01-01", "2019-12-31", False),
    ("casualties for the day", "2031-06-19", "2031-06-19", "2031-06-19", False),
    ("during the day", "2031-06-19", "2031-06-19", "2031-06-19", False),
]

NO_WINDOWS = [
    "the last day of the war",
    "the day of the attack, for the day of victory",
    "the last soldier",
    "past the checkpoint",
    "the previous week",
    "the night before the ceasefire",
    "a day earlier",
]


@pytest.mark.parametrize(("text", "published", "since", "until", "rolling"), WINDOWS)
def test_windows(text: str, published: str, since: str | None, until: str | None, rolling: bool) -> None:
    (found,) = find_windows(text, published)
    assert (found.since, found.until, found.rolling) == (since, until, rolling)


@pytest.mark.parametrize("text", NO_WINDOWS)
def test_what_is_no_window(text: str) -> None:
    assert find_windows(text, "2020-10-18") == ()


def test_without_a_day_of_publication_a_window_has_no_days() -> None:
    for text in ("in the past 24 hours", "this week", "overnight", "in recent days"):
        (found,) = find_windows(text, None)
        assert (found.said, found.since, found.until) == (text, None, None)


WORDS = (
    "in the past last 24 two hours day days week weeks month year overnight over weekend this so far "
    "recent from to Sunday Saturday into during for since start of 999 İ few couple previous "
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@given(
    st.one_of(SENTENCES, st.text(max_size=60)),
    st.one_of(st.none(), st.dates().map(lambda day: day.isoformat())),
)
def test_whatever_is_read_offsets_hold_and_windows_end(text: str, published: str | None) -> None:
    for found in find_windows(text, published):
        assert text[found.start : found.end] == found.said
        if found.since is not None and found.until is not None:
            assert found.since <= found.until


@pytest.mark.parametrize("unit", ["last ", "the past ", "overnight from ", "so far this ", "in "])
def test_long_nonsense_comes_to_an_end(unit: str) -> None:
    find_windows(unit * (300_000 // len(unit)), "2020-10-18")
    find_windows("overnight" + " " * 300_000 + "x", "2020-10-18")
