"""Sentences as tagged mentions. Each table: words, then the tags of their units in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from passages import article, not_yet, sentence

from truce_cli.extract.units import Unit


def units(text: str) -> list[Unit]:
    return sentence(text).units


def unit(text: str, low: str) -> Unit:
    return next(u for u in units(text) if u.low == low)


TAGS = [
    ("12 soldiers were killed", "NPxV"),
    ("at least 12 people died", "NPD"),
    ("killing five civilians", "GNP"),
    ("shelling kills two", "wvN"),
    ("the army said 6 had died", "hBSNXD"),
    ("according to Mira Calder", "ZA"),
    ("it would not say", "emnS"),
    ("Veylish troops", "sP"),
    ("in Dorrin on Monday", "iLiM"),
    ("12 tanks and 3 drones", "NzcNz"),
    ("including three children", "gNP"),
    ("four of them", "Ng"),
    ("wounded, missing; dead", "V,d;d"),
    ("“two dead”", '"Nd"'),
]


@pytest.mark.parametrize(("text", "tags"), TAGS)
def test_words_are_tagged(text: str, tags: str) -> None:
    assert sentence(text).tags == tags


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("more than 1,250 men", "more than 1,250"),
        ("some 1 250 men", "some 1 250"),
        ("between ten and twelve men", "between ten and twelve"),
        ("a handful of men", "a handful"),
        ("two dozen men", "two dozen"),
        ("30 or more men", "30 or more"),
    ],
)
def test_a_quantity_is_one_unit(text: str, words: str) -> None:
    assert [u.low for u in units(text) if u.tag == "N"] == [words]


NO_COUNTS = [
    "It cost $500.",
    "It cost €2,000 a day.",
    "Only 40% of them came.",
    "Only 40 percent of them came.",
    "They walked 12 km.",
    "A 24-year-old was there.",
    "Anna Roth, 24, was there.",
    "They met on Route 66.",
    not_yet(
        "They met in Room No. 5.",
        reason='the full stop of "No." is a token of its own, so the label is not seen',
    ),
    "It read Article 51 aloud.",
    "A man aged 31 was there.",
    "On 3 May they met.",
    "They met at 12:30.",
    "They met in 1994.",
    "The F-16 came back.",
    "The 44th Brigade came back.",
    "2041-05-10 was quiet.",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_figures_that_count_nothing(text: str) -> None:
    assert [u.low for u in units(text) if u.tag == "N"] == []


RISES = [
    ("the toll rose from 468 to 487", ["468", "487"]),
    ("the toll rose by six to 97", ["six", "97"]),
    ("the toll climbed from 12 to 15", ["12", "15"]),
]


@pytest.mark.parametrize(("text", "figures"), RISES)
def test_a_rise_is_no_range(text: str, figures: list[str]) -> None:
    assert [u.low for u in units(text) if u.tag == "N"] == figures


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ("The Lake Monitoring Mission spoke.", "A", "lake monitoring mission"),
        ("The Veylish Defence Ministry spoke.", "A", "veylish defence ministry"),
        ("They fled Grey Ford.", "L", "grey ford"),
        ("They fled Tarn Valley.", "s", "tarn valley"),
    ],
)
def test_the_longest_name_wins(text: str, tag: str, words: str) -> None:
    assert unit(text, words).tag == tag


def test_names_need_a_capital() -> None:
    assert unit("They met in Pell.", "pell").tag == "L"
    assert unit("They met in a pell.", "pell").tag == "w"


@pytest.mark.parametrize(
    "text",
    ["IS fighters came.", "WHO staff came.", "US forces came."],
)
def test_capitals_that_are_names(text: str) -> None:
    assert units(text)[0].tag == "w"


def test_a_date_is_one_unit_and_its_figures_count_nothing() -> None:
    found = units("On 20 May 300 soldiers were killed")
    assert [(u.tag, u.low) for u in found[1:3]] == [("M", "20 may"), ("N", "300")]


@pytest.mark.parametrize("dash", "-–—")
def test_dashes_part_units(dash: str) -> None:
    assert sentence(f"Two dead {dash} mayor").tags == "Nd-P"


@given(st.text(max_size=120))
def test_units_lie_in_order_inside_the_sentence(text: str) -> None:
    for found in article(text).sentences:
        at = found.start
        for u in found.units:
            assert at <= u.start < u.end <= found.end
            at = u.end
            assert len(u.tag) == 1
