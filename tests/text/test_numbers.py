"""Figures and number words, next to the bounds that they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.text.numbers import Quantity, bounded, number_at, plain_number, quantity_at, single_at


def read(words: str) -> Quantity | None:
    return quantity_at(words.split(), 0)


FIGURES = [
    ("0", 0),
    ("7", 7),
    ("974", 974),
    ("1,250", 1250),
    ("12,345,678", 12_345_678),
    ("zero", 0),
    ("nineteen", 19),
    ("twenty", 20),
    ("twenty-four", 24),
    ("twenty‑four", 24),
    ("twenty four", 24),
    ("ninety nine", 99),
    ("one hundred", 100),
    ("a hundred", 100),
    ("one hundred and twenty-four", 124),
    ("two hundred", 200),
    ("three thousand", 3000),
    ("three thousand five hundred", 3500),
    ("two thousand and sixteen", 2016),
    ("forty thousand", 40_000),
    ("12 thousand", 12_000),
    ("3 million", 3_000_000),
    ("1.2 million", 1_200_000),
    ("2.5 thousand", 2500),
    ("half a million", 500_000),
    ("a quarter of a million", 250_000),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("3 dozen", 36),
    ("a score of", 20),
]


@pytest.mark.parametrize(("words", "value"), FIGURES)
def test_a_figure_is_exact(words: str, value: int) -> None:
    q = read(words)
    assert q is not None
    assert (q.low, q.high, q.value, q.qualifier) == (value, value, value, "exact")


QUALIFIED = [
    ("at least 12", 12, None, 12, "at_least"),
    ("no fewer than twelve", 12, None, 12, "at_least"),
    ("not less than 5", 5, None, 5, "at_least"),
    ("a minimum of 30", 30, None, 30, "at_least"),
    ("30 or more", 30, None, 30, "at_least"),
    ("100 plus", 100, None, 100, "at_least"),
    ("more than 500", 500, None, 500, "more_than"),
    ("over 400", 400, None, 400, "more_than"),
    ("well over 1,000", 1000, None, 1000, "more_than"),
    ("upwards of two hundred", 200, None, 200, "more_than"),
    ("in excess of 60", 60, None, 60, "more_than"),
    ("about 30", 30, 30, 30, "about"),
    ("around a hundred", 100, 100, 100, "about"),
    ("some 40", 40, 40, 40, "about"),
    ("roughly 5,000", 5000, 5000, 5000, "about"),
    ("an estimated 700", 700, 700, 700, "about"),
    ("50 or so", 50, 50, 50, "about"),
    ("twenty-odd", 20, 20, 20, "about"),
    ("nearly 500", None, 500, 500, "nearly"),
    ("almost a hundred", None, 100, 100, "nearly"),
    ("close to 90", None, 90, 90, "nearly"),
    ("just under 200", None, 200, 200, "nearly"),
    ("up to 40", None, 40, 40, "up_to"),
    ("as many as 16", None, 16, 16, "up_to"),
    ("at most three", None, 3, 3, "up_to"),
    ("no more than ten", None, 10, 10, "up_to"),
    ("fewer than 20", None, 20, 20, "up_to"),
    ("at least some 40", 40, None, 40, "at_least"),
    ("an estimated more than 200", 200, None, 200, "more_than"),
]


@pytest.mark.parametrize(("words", "low", "high", "value", "qualifier"), QUALIFIED)
def test_qualifiers_move_the_bounds(
    words: str, low: int | None, high: int | None, value: int, qualifier: str
) -> None:
    q = read(words)
    assert q is not None
    assert (q.low, q.high, q.value, q.qualifier) == (low, high, value, qualifier)


RANGES = [
    ("10 to 12", 10, 12),
    ("310 – 330", 310, 330),
    ("310 - 330", 310, 330),
    ("between 3 and 5", 3, 5),
    ("from 3 to 5", 3, 5),
    ("two or three", 2, 3),
    ("about 20 to 25", 20, 25),
    ("5 to 10 thousand", 5000, 10_000),
    ("500 to a thousand", 500, 1000),
    ("12 - a thousand", 12, 1000),
    ("twenty to thirty", 20, 30),
]


@pytest.mark.parametrize(("words", "low", "high"), RANGES)
def test_ranges_have_two_ends_and_no_value(words: str, low: int, high: int) -> None:
    q = read(words)
    assert q is not None
    assert (q.low, q.high, q.value, q.qualifier) == (low, high, None, "range")


VAGUE = [
    ("a handful of", 3, 9),
    ("several", 3, 9),
    ("a few", 3, 9),
    ("dozens", 24, 99),
    ("several dozen", 24, 99),
    ("scores", 40, 99),
    ("hundreds", 200, 999),
    ("several hundred", 200, 999),
    ("thousands", 2000, 9999),
    ("many thousands", 2000, 9999),
    ("tens of thousands", 20_000, 99_999),
    ("hundreds of thousands", 200_000, 999_999),
]


@pytest.mark.parametrize(("words", "low", "high"), VAGUE)
def test_vague_words_have_bounds_and_no_value(words: str, low: int, high: int) -> None:
    q = read(words)
    assert q is not None
    assert (q.low, q.high, q.value, q.qualifier) == (low, high, None, "vague")


@pytest.mark.parametrize("words", ["several", "dozens", "scores", "hundreds"])
def test_a_vague_word_at_the_end_claims_no_token_beyond_it(words: str) -> None:
    q = read(words)
    assert q is not None
    assert q.last == 1


@pytest.mark.parametrize(
    "words",
    ["soldiers", "a soldier", "more than half the men", "2.5", "3.14 metres", "007", "12th", "and", "over"],
)
def test_no_count_starts_here(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "first", "last", "figure"),
    [
        ("at least 12 people", 0, 3, 2),
        ("12 people", 0, 1, 0),
        ("one hundred and four men", 0, 4, 0),
        ("30 or more men", 0, 3, 0),
        ("between 3 and 5 men", 0, 4, 1),
    ],
)
def test_a_quantity_knows_its_tokens(words: str, first: int, last: int, figure: int) -> None:
    q = read(words)
    assert q is not None
    assert (q.first, q.last, q.figure) == (first, last, figure)


@pytest.mark.parametrize("words", ["12 and 15", "5 or 50", "30 to 20", "7 to 7"])
def test_two_figures_that_are_no_range(words: str) -> None:
    q = read(words)
    assert q is not None
    assert q.qualifier == "exact"
    assert q.last == 1


def test_a_rise_is_read_figure_by_figure() -> None:
    q = single_at("468 to 487".split(), 0)
    assert q is not None
    assert (q.value, q.last) == (468, 1)


@pytest.mark.parametrize(
    ("qualifier", "bounds"),
    [
        ("exact", (9, 9)),
        ("about", (9, 9)),
        ("at_least", (9, None)),
        ("more_than", (9, None)),
        ("nearly", (None, 9)),
        ("up_to", (None, 9)),
    ],
)
def test_bounds(qualifier: str, bounds: tuple[int | None, int | None]) -> None:
    assert bounded(9, qualifier) == bounds


@pytest.mark.parametrize("figure", ["1250", "1,250", "1 250", "1\u00a0250", "1\u2009250", "1\u202f250"])
def test_marks_and_spaces_group_figures(figure: str) -> None:
    assert plain_number(figure) == 1250


@pytest.mark.parametrize("words", ["-odd", f"{'9' * 400}.5 million", f"{'9' * 13}.5", "1.2.3 million"])
def test_what_no_count_can_be_is_none(words: str) -> None:
    assert number_at(words.split(), 0) is None


@given(st.integers(0, 999_999_999_999))
def test_grouped_figures_are_the_plain_ones(value: int) -> None:
    assert plain_number(str(value)) == plain_number(f"{value:,}") == value


@given(st.lists(st.sampled_from("a at least 12 , one hundred and thousand . to or half dozen 1.5 -".split())))
def test_any_run_of_number_words_is_read_without_harm(words: list[str]) -> None:
    for i in range(len(words)):
        q = quantity_at(words, i)
        number = number_at(words, i)
        assert number is None or i < number[1] <= len(words)
        if q is not None:
            assert i == q.first <= q.figure < q.last <= len(words)
            assert q.low is None or q.high is None or q.low <= q.high
