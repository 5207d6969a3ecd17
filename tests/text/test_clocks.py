from __future__ import annotations

import pytest
from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.clocks import find_clocks

# text, said, hour, minute, zone, about
CLOCKS = [
    ("an attack at 12:05 pm,", "12:05 pm", 12, 5, None, False),
    ("in force at 8 a.m. on Monday", "8 a.m.", 8, 0, None, False),
    ("starting at 7:20 a.m. he said", "7:20 a.m.", 7, 20, None, False),
    ("broke the truce at 08:20 by firing", "08:20", 8, 20, None, False),
    ("broke it at 7:20", "7:20", 7, 20, None, False),
    ("since 0805 GMT", "0805 GMT", 8, 5, "UTC", False),
    ("at 0805 hours", "0805 hours", 8, 5, None, False),
    ("from 12 hours 00 minutes on October 10", "12 hours 00 minutes", 12, 0, None, False),
    ("from noon on Saturday", "noon", 12, 0, None, False),
    ("by midday the mayor", "midday", 12, 0, None, False),
    ("effective at midnight local time", "midnight local time", 0, 0, "local", False),
    ("12 midnight", "12 midnight", 0, 0, None, False),
    ("12:00 noon", "12:00 noon", 12, 0, None, False),
    ("12 a.m.", "12 a.m.", 0, 0, None, False),
    ("12 pm", "12 pm", 12, 0, None, False),
    ("at around 9:10 a.m. local time", "9:10 a.m. local time", 9, 10, "local", True),
    ("shortly after 8 a.m.", "8 a.m.", 8, 0, None, True),
    ("around noon", "noon", 12, 0, None, True),
    ("At 00:04 local time rockets fell", "00:04 local time", 0, 4, "local", False),
    ("3pm", "3pm", 15, 0, None, False),
    ("at 7.45pm", "7.45pm", 19, 45, None, False),
    ("at about 21.00 yesterday", "21.00", 21, 0, None, True),
    ("at 12.05 local time", "12.05 local time", 12, 5, "local", False),
    ("at 9 in the evening", "9 in the evening", 21, 0, None, False),
    ("9 o’clock", "9 o’clock", 9, 0, None, False),
    ("8 a.m. Moscow time", "8 a.m. Moscow time", 8, 0, "MSK", False),
    ("08:20 Baku time", "08:20 Baku time", 8, 20, "local", False),
    ("midnight Washington time", "midnight Washington time", 0, 0, "America/New_York", False),
    ("8 a.m. ET", "8 a.m. ET", 8, 0, "America/New_York", False),
    ("12:05 (GMT+4)", "12:05 (GMT+4)", 12, 5, "UTC+04:00", False),
    ("at 2:30 p.m", "2:30 p.m", 14, 30, None, False),
    ("at 24:00", "24:00", 0, 0, None, False),
    ("10 a.m. local officials said", "10 a.m.", 10, 0, None, False),
]

PAIRS = [
    ("at 12:05 pm (0805 GMT)", [(12, 5, None), (8, 5, "UTC")]),
    ("midnight (2000 GMT)", [(0, 0, None), (20, 0, "UTC")]),
    ("at 2200 [2000 gmt]", [(22, 0, None), (20, 0, "UTC")]),
    ("between 7:20 and 8:10", [(7, 20, None), (8, 10, None)]),
    ("19:00-20:00", [(19, 0, None), (20, 0, None)]),
]

NO_CLOCKS = [
    "won 3:2 and 3:15",
    "a ratio of 7:20",
    "shelled 24/7",
    "at 5.30 percent, at 6.45 million",
    "killed 9 in the morning",
    "1,200 hours of talks, 1200 hours",
    "after 11 hours of talks, 12 hours 30 minutes of talks",
    "12:05 minutes",
    "25:10 and 12:61",
    "in the afternoon",
    "10/10/2020, 12.10.2020",
    "I am 8",
    "12:05:61:99",
    "61 votes to 12",
]


@pytest.mark.parametrize(("text", "said", "hour", "minute", "zone", "about"), CLOCKS)
def test_clock_times(text: str, said: str, hour: int, minute: int, zone: str | None, about: bool) -> None:
    (found,) = find_clocks(text)
    assert (found.said, found.hour, found.minute, found.zone, found.about) == (
        said,
        hour,
        minute,
        zone,
        about,
    )


@pytest.mark.parametrize(("text", "times"), PAIRS)
def test_two_clock_times(text: str, times: list[tuple[int, int, str | None]]) -> None:
    assert [(found.hour, found.minute, found.zone) for found in find_clocks(text)] == times


@pytest.mark.parametrize("text", NO_CLOCKS)
def test_what_is_no_clock_time(text: str) -> None:
    assert find_clocks(text) == ()


WORDS = (
    "at around from 8 12 24 3: 12:05 7.20 0805 2400 a.m. p.m am pm noon midnight o'clock GMT UTC+4 "
    "(GMT-14:59) local time Moscow in the morning hours 00 minutes and - – to ( ) İ ٣ score Xyz "
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


def test_letters_behind_a_zone_are_no_offset() -> None:
    assert [found.zone for found in find_clocks("at 12:05 GMTU, at 12:06 UTC+4")] == [None, "UTC+04:00"]


@dear()
@given(st.one_of(SENTENCES, st.text(max_size=60)))
def test_whatever_is_read_offsets_hold_and_times_exist(text: str) -> None:
    for found in find_clocks(text):
        assert text[found.start : found.end] == found.said
        assert 0 <= found.hour < 24
        assert 0 <= found.minute < 60


@pytest.mark.parametrize(
    "unit", ["1", "12:", "12:0", "noon ", "8 a.m", "12:05 Aaaaaaaaaaaaaaaaaaaa ", "1 hour 00 "]
)
def test_long_nonsense_comes_to_an_end(unit: str) -> None:
    find_clocks(unit * (300_000 // len(unit)))
    find_clocks("12:05" + " " * 300_000 + "GMT")
