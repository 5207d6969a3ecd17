from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.offsets import find_offsets

OFFSETS = [
    ("firing two minutes after the truce was supposed to take effect", "two minutes after", 2, "minutes"),
    ("violated the agreement after four minutes by firing", "after four minutes", 4, "minutes"),
    ("opened up four minutes after the truce took effect", "four minutes after", 4, "minutes"),
    (
        "Barely a quarter of an hour into the July ceasefire",
        "Barely a quarter of an hour into",
        15,
        "minutes",
    ),
    ("half an hour after", "half an hour after", 30, "minutes"),
    ("an hour into the truce", "an hour into", 60, "hours"),
    ("an hour and a half into the truce", "an hour and a half into", 90, "hours"),
    ("two and a half hours after the cease-fire", "two and a half hours after", 150, "hours"),
    ("one hour and 20 minutes after the truce began", "one hour and 20 minutes after", 80, "minutes"),
    ("Within minutes, the ministry said", "Within minutes", None, "minutes"),
    ("Within hours each side", "Within hours", None, "hours"),
    ("within 10 minutes of the truce", "within 10 minutes", None, "minutes"),
    ("breaking it just minutes after it took effect", "just minutes after", None, "minutes"),
    ("it took only minutes after the deadline", "only minutes after", None, "minutes"),
    ("a few minutes after the truce", "a few minutes after", None, "minutes"),
    ("The truce was nine minutes old when a shell fell", "nine minutes old when", 9, "minutes"),
    ("The truce had been in effect for twelve minutes when", "twelve minutes when", 12, "minutes"),
    ("It took effect at noon; two minutes later guns opened up", "two minutes later", 2, "minutes"),
    ("ten minutes past the deadline", "ten minutes past", 10, "minutes"),
    ("less than an hour after the ceasefire came into force", "less than an hour after", None, "hours"),
]

NO_OFFSETS = [
    "after 11 hours of talks in Moscow the truce was agreed",
    "an hour after the blast",
    "two hours after the ceasefire was announced",
    "within hours of the attack",
    "a truce agreed upon hours earlier",
    "the truce was signed at noon; two minutes later he left",
    "the blast came two minutes later",
    "at 11:58, two minutes before the deadline",
    "for an hour before the truce began",
    "the truce was extended by 72 hours",
    "to withdraw within 72 hours",
    "the ambulance came after four minutes",
    "stood for ten minutes",
]


@pytest.mark.parametrize(("text", "said", "minutes", "unit"), OFFSETS)
def test_time_since_a_truce_began(text: str, said: str, minutes: int | None, unit: str) -> None:
    (found,) = find_offsets(text)
    assert (found.said, found.minutes, found.unit) == (said, minutes, unit)


@pytest.mark.parametrize("text", NO_OFFSETS)
def test_time_that_counts_from_something_else(text: str) -> None:
    assert find_offsets(text) == ()


WORDS = (
    "two a an half quarter of hour hours minutes minute after into within just less than and the truce "
    "ceasefire it took effect İ 15 a few blast , . "
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@given(st.one_of(SENTENCES, st.text(max_size=60)))
def test_whatever_is_read_offsets_hold(text: str) -> None:
    last = 0
    for found in find_offsets(text):
        assert text[found.start : found.end] == found.said
        assert found.start >= last
        assert found.minutes is None or found.minutes >= 0
        last = found.end


@pytest.mark.parametrize(
    "unit", ["after 5 minutes ", "minutes after ", "an hour and ", "a quarter of an hour ", "hour"]
)
def test_long_nonsense_comes_to_an_end(unit: str) -> None:
    find_offsets(unit * (300_000 // len(unit)))
    find_offsets("just" + " " * 300_000 + "minutes after the truce")
