from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.clean import clean, joined

ANY_TEXT = st.text(st.characters())

CASES = [
    ("a\u00a0b\u2009c\td", "a b c d"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("nine towns\u00adpeople", "nine townspeople"),
    ("\ufeffzero\u200bwidth\u200e", "zerowidth"),
    ("two\u2011year\u2010old", "two-year-old"),
    ("ﬁve hurt, ﬂed, oﬀ", "five hurt, fled, off"),
    ("12\x08\x0834", "12 34"),
    ("a\x00b\x1b[0m", "a b [0m"),
    ("half \ud800 a character", "half \ufffd a character"),
    ("para\u2029graph\u2028line", "para\n\ngraph\nline"),
    ("  a  \n \n\n\n b ", "a\n\nb"),
    ("“curly” — dash … İlham ² ١٢ 🇦🇿", "“curly” — dash … İlham ² ١٢ 🇦🇿"),
    ("\u202e21\u202c", "21"),
    ("", ""),
]


@pytest.mark.parametrize(("raw", "kept"), CASES)
def test_cleaning(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.lists(ANY_TEXT))
def test_paragraphs_of_single_spaces_are_joined_as_they_are_cleaned(texts: list[str]) -> None:
    paragraphs = [" ".join(text.split()) for text in texts]
    assert joined(part for part in paragraphs if part) == clean("\n\n".join(paragraphs))


@given(ANY_TEXT)
def test_the_result_can_be_stored_and_has_no_loose_space(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert "\x00" not in kept
    assert "  " not in kept
    assert "\n\n\n" not in kept
    assert " \n" not in kept
    assert kept == kept.strip(" \n")


@given(st.text("abc 12.,\n", max_size=60))
def test_no_word_is_lost_or_glued(text: str) -> None:
    assert clean(text).split() == text.split()
