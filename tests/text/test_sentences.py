"""Where sentences end, with the marks between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.sentences import ABBREVIATIONS, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in sentences(text)]


TWO = [
    "Two men died.| The army was silent.",
    "Did they die?| Nobody said.",
    "They fled!| None was hurt.",
    "He said: “Five fell.”| The ministry agreed.",
    'He said: "Five fell."| The ministry agreed.',
    "It began at 5 p.m.| Nobody was hurt.",
    "Firing was heard on Oct. 3.| Then it stopped.",
    "The toll was 37.| It rose.",
    "They waited…| The guns went on.",
    "Shells fell.| 12 people died.",
    "Shells fell.\n|“Twelve died,” she said.",
    "The toll reached 5.5 thousand.| Ансамбль fell silent.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    whole = text.replace("|", "")
    assert split(whole) == [part.strip() for part in text.split("|")]


ONE = [
    "Lt. Col. Osten said two men died.",
    "Gen. Hale put it at 1,250.",
    "The raid on Oct. 3 killed two.",
    "Figure No. 5 names them.",
    "J. R. Hale counted 12.",
    "Officials in the U.S. Army said so.",
    "The toll was 3.5 times higher.",
    "He was killed at 9.30 a.m. on the road.",
    "St. Mary hospital took in 40.",
    "the toll. of the day",
    "no stop at all",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_blank_line_ends_a_sentence_and_a_paragraph() -> None:
    assert list(sentences("Two dead in Pell\n\nThe army said so.\n \nNo more.")) == [
        (0, 16, 0),
        (18, 35, 1),
        (38, 46, 2),
    ]


def test_a_single_line_break_does_not() -> None:
    assert split("Two men\nwere killed.") == ["Two men\nwere killed."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \n \n"])
def test_nothing_holds_no_sentence(text: str) -> None:
    assert list(sentences(text)) == []


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS))
def test_abbreviations_end_nothing(word: str) -> None:
    text = f"Seen {word.capitalize()} 5 near the ford."
    assert split(text) == [text]


@given(st.text(alphabet=st.sampled_from('aZ.!?…"“” \n5é'), max_size=80))
def test_sentences_lie_in_order_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    at = 0
    for start, end, _ in found:
        assert at <= start < end
        assert not text[at:start].strip(), "words between two sentences"
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
    numbers = [number for _, _, number in found]
    assert numbers == sorted(numbers)
