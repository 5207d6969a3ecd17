from __future__ import annotations

import pytest
from building import read_figure, toll

from truce_cli.reconcile.figures import bounds_text
from truce_cli.reconcile.rules.bounds import Bounds, added, bounds, fits, is_exact, width


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("974", "974"),
        ("0", "0"),
        ("67194", "67,194"),
        (">500", ">500"),
        ("≥12", "≥12"),
        ("~30", "~30"),
        ("nearly 500", "nearly 500"),
        ("up to 40", "up to 40"),
        ("10-12", "10–12"),
        ("hundreds", '"hundreds"'),
    ],
)
def test_figures_print_as_they_were_said(figure: str, text: str) -> None:
    said = read_figure(figure)
    assert (
        bounds_text(said["low"], said["value"], said["high"], said["qualifier"], said["value_text"]) == text
    )  # type: ignore[arg-type]


def test_figures_without_a_qualifier_tell_by_their_bounds() -> None:
    assert bounds_text(12, None, None, None) == "≥12"
    assert bounds_text(None, None, 40, None) == "up to 40"
    assert bounds_text(3, None, 3, None) == "3"
    assert bounds_text(None, None, None, None) == "—"
    assert bounds_text(10, None, 12, "about") == "~10–12"


def test_vague_words_keep_their_text() -> None:
    assert bounds_text(200, None, 999, "vague", "Hundreds of people") == '"hundreds"'
    assert bounds_text(20000, None, 99999, "vague", "tens of thousands") == '"tens of thousands"'
    assert bounds_text(24, None, 99, "vague") == '"dozens"'
    assert bounds_text(2, None, 9, "vague", "a few dozen") == '"a few dozen"'
    assert bounds_text(7, None, 8, "vague") == "7–8"


def test_more_than_counts_from_the_next_person() -> None:
    assert bounds(toll(">500")) == Bounds(501, None)
    assert bounds(toll("≥500")) == Bounds(500, None)
    assert bounds(toll("nearly 500")) == Bounds(None, 500)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (">500", "512", True),
        (">500", "nearly 500", False),
        ("710", "710", True),
        ("710", "709", False),
        ("10-12", "≥12", True),
        ("hundreds", "974", True),
    ],
)
def test_figures_that_one_number_satisfies_fit(one: str, other: str, fit: bool) -> None:
    assert fits(bounds(toll(one)), bounds(toll(other))) is fit
    assert fits(bounds(toll(other)), bounds(toll(one))) is fit


def test_ranges_add_end_to_end() -> None:
    assert added((Bounds(10, 12), Bounds(3, 3))) == Bounds(13, 15)
    assert added((Bounds(501, None), Bounds(3, 3))) == Bounds(504, None)
    assert added((Bounds(None, 40), Bounds(3, 3))) == Bounds(3, 43)
    assert added((Bounds(None, 40), Bounds(None, 2))) == Bounds(None, 42)


def test_firmness() -> None:
    figures = ("12", "~12", "10-12", ">12", "hundreds")
    assert [width(toll(figure)) for figure in figures] == [0, 1, 2, 3, 4]
    assert [is_exact(toll(figure)) for figure in figures] == [True, False, False, False, False]
