"""Phrases as one pattern, and how a pattern's phrases begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.alternation import beginnings, longest_of

WORDS = st.lists(st.text("ab c.", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=8)


@given(WORDS, st.text("ab c.", max_size=20))
def test_the_longest_phrase_is_found_as_by_trying_each(phrases: list[str], text: str) -> None:
    phrases = [" ".join(phrase.split()) for phrase in phrases]
    longest = sorted(set(phrases), key=len, reverse=True)
    each = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    found = [m.span() for m in re.finditer(longest_of(phrases), text)]
    assert found == [m.span() for m in re.finditer(each, text)]


@pytest.mark.parametrize("phrases", [[], [""], ["a", ""]])
def test_nothing_is_no_alternative(phrases: list[str]) -> None:
    with pytest.raises(ValueError, match="matches everything"):
        longest_of(phrases)


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("fell apart|did not hold", ("did", "fell")),
        ("collapse[ds]?|collapsing", ("collapse", "collapsing")),
        ("agree(?:d|s)?", ("agree",)),
        ("(?:took|takes) (?:effect|hold)|in(?:to)? force", ("in", "takes", "took")),
        ("calls? off", ("call",)),
        ("(?:a )?deal|sign", ("",)),
        (r"\w+ed", ("",)),
    ],
)
def test_beginnings_of_what_a_pattern_finds(pattern: str, begins: tuple[str, ...]) -> None:
    assert beginnings(pattern) == begins
