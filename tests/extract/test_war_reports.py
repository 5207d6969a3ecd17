"""Who says it and whose dead they are, in the turns that reports on real wars take."""

from __future__ import annotations

import pytest
from passages import of_kind

REPORTS = [
    # text, figure, victims' side, claimant, claimant's side
    (
        "Veylish aircraft bombed a crowded market in Sarn, and 40 people died, a group of lawyers said.",
        (40, "group of lawyers", "third"),
    ),
    (
        "Veylish forces attacked the village of Sarn, killing 12 people, the Sarn Resistance Committee said.",
        (12, "Sarn Resistance Committee", "unknown"),
    ),
    (
        "Clashes in Sarn have killed at least 192 people, the Northern Relief Council (NRC) said on Thursday.",
        (192, "Northern Relief Council", "unknown"),
    ),
    ("The health ministry later raised the toll to 150.", (150, "health ministry", "unknown")),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_says_it(text: str, told: tuple[int, str, str]) -> None:
    found = {(c.low, c.claimant, c.claimant_side) for c in of_kind("toll", text)}
    assert told in found


@pytest.mark.parametrize(
    ("text", "figure", "side"),
    [
        ("The Morune army said it had attacked three Veylish camps and lost eight of its men.", 8, "morune"),
        (
            "The Veylish army said it had foiled an assault on Sarn, killing dozens of militiamen.",
            24,
            "morune",
        ),
        ("A Veylish army spokesman said 1,200 rebels had been killed in the past week.", 1200, "morune"),
        (
            "A man in a Veylish army uniform blew himself up at an office in Ansted, killing 16 people.",
            16,
            "veylish",
        ),
    ],
)
def test_whose_dead_they_are(text: str, figure: int, side: str) -> None:
    assert (figure, side) in {(c.low, c.side) for c in of_kind("toll", text)}


def test_a_bare_figure_after_a_second_verb() -> None:
    found = {
        (c.harm, c.low)
        for c in of_kind("toll", "The war has killed 4,000 people and displaced more than 12 million.")
    }
    assert found >= {("killed", 4000), ("displaced", 12_000_000)}


def test_a_truce_of_another_year_is_none_of_the_files_own() -> None:
    text = "On 3 September 2043 Moru agreed to a three-month truce."
    assert of_kind("truce_event", text, "2043-09-05") == []
