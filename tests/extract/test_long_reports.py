"""Long reports: who speaks and whose dead they are, sentences after the words that tell it."""

from __future__ import annotations

import pytest
from passages import of_kind

CASES = [
    # text, (harm, low, side, claimant's side)
    (
        "Eleven soldiers fell on Sunday, the Veylish General Staff said. The day before, three men had been wounded.",
        ("injured", 3, "veylish", "veylish"),
    ),
    (
        "A senior Veylish officer, who asked not to be named because he was not allowed to speak, told reporters that "
        "his brigade had lost 150 men.",
        ("killed", 150, "veylish", "veylish"),
    ),
    (
        "Veyland has lost an estimated 2,400 killed (Veylish Defence Ministry) or 5,100 (Kessary).",
        ("killed", 2400, "veylish", "veylish"),
    ),
    (
        "Red Cross: stop shooting at ambulances\n\nWe are outraged by the attack on our convoy. Two of the patients "
        "died. We do not know who fired.",
        ("killed", 2, "unknown", "third"),
    ),
    (
        "Eleven civilians have been killed on the Veylish side and three on the Morune, observers said.",
        ("killed", 3, "morune", "third"),
    ),
    (
        "Veyland received the bodies of 118 soldiers on Monday; Moru got back 27.",
        ("recovered", 27, "morune", "media"),
    ),
    (
        "More than 40 Morune servicemen and three tanks were destroyed, Veyland said.",
        ("killed", 40, "morune", "veylish"),
    ),
    ("Veyland said it had killed a Morune scouting group of nine men.", ("killed", 9, "morune", "veylish")),
    (
        "A Veylish captain lost both legs when his car hit a mine on Monday.",
        ("injured", 1, "veylish", "media"),
    ),
    (
        "More than 700 of the enemy had been put out of action, Moru said.",
        ("killed_or_injured", 700, "veylish", "morune"),
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_whose_and_who_says(text: str, told: tuple[str, int, str, str]) -> None:
    assert told in {(c.harm, c.low, c.side, c.claimant_side) for c in of_kind("toll", text)}


def test_a_share_counts_nobody() -> None:
    assert [c.low for c in of_kind("toll", "One in five of the 2,198 dead was under 18, Moru said.")] == [
        2198
    ]


def test_each_figure_has_its_own_day() -> None:
    tolls = of_kind("toll", "Moru says 12 of its soldiers died on May 2, 2041, nine on May 3, 2041.")
    assert [(c.low, c.as_of) for c in tolls] == [(12, "2041-05-02"), (9, "2041-05-03")]


def test_the_dead_are_no_children_of_a_mother_of_two() -> None:
    tolls = of_kind("toll", "The dead include a mother of two, her father and three volunteers.")
    assert [(c.low, c.subgroup) for c in tolls] == [(1, "women"), (1, None), (3, None)]


def test_an_act_with_an_old_year_in_its_name_is_of_another_war() -> None:
    (toll,) = of_kind("toll", "The 1983 Ansted barracks bombing killed 241 Veylish soldiers.")
    assert toll.other_conflict == "another war"
