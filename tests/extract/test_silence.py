"""Losses withheld: whose, and of whom. Silence is no zero, and zero no silence."""

from __future__ import annotations

import pytest
from passages import of_kind, only

SILENCES = [
    ("Veyland has not disclosed its military casualties.", "veylish", "military", None),
    ("Veyland does not publish figures on its dead soldiers.", "veylish", "military", "killed"),
    ("Veyland keeps its military losses secret.", "veylish", "military", None),
    ("Veyland has not said how many of its soldiers were killed.", "veylish", "military", "killed"),
    ("Veyland refused to say how many civilians had been wounded.", "veylish", "civilian", "injured"),
    ("Moru refused to reveal its losses.", "morune", "any", None),
    ("Neither side has disclosed its military losses.", "both", "military", None),
    ("Moru's military casualties remain undisclosed.", "morune", "military", None),
    ("Moru maintains its policy of not publishing military casualties.", "morune", "military", None),
    ("Moru publishes no such information on its losses.", "morune", "any", None),
    ("Moru gave no details of its casualties.", "morune", "any", None),
    ("Moru gave no casualty figures for the raid.", "morune", "any", None),
    ("How many Morune soldiers have fallen remains a closely kept secret.", "morune", "military", None),
    ("Asked how many men Moru had buried, Calder would not be drawn.", "morune", "any", None),
    ("Moru counts its dead villagers. About its losses in uniform it says nothing.", "morune", "any", None),
    ("Moru made no mention of its military dead.", "morune", "military", "killed"),
    ("Neither Veyland nor Moru publishes its military losses.", "both", "military", None),
    ("Moru has banned reports of military deaths, and gives no toll itself.", "morune", "any", None),
    ("Casualty figures for the Morune army have not been published.", "morune", "military", None),
    (
        "Moru counts 70 dead at Veylish hands but has never published its military losses.",
        "morune",
        "military",
        None,
    ),
    ("Moru refused comment on its losses.", "morune", "any", None),
    ("Moru no longer publishes its military losses.", "morune", "military", None),
    ("Military deaths: not released by Kessary.", "morune", "military", "killed"),
    (
        "While Veyland reports its dead, its adversary treats military losses as a state secret.",
        "morune",
        "military",
        None,
    ),
    (
        "Morunes have fallen in thousands, the Veylish army reckons. The group has stopped publishing its losses.",
        "morune",
        "any",
        None,
    ),
]


@pytest.mark.parametrize(("text", "side", "victims", "harm"), SILENCES)
def test_a_silence(text: str, side: str, victims: str, harm: str | None) -> None:
    claim = only("undisclosed", text)
    assert (claim.side, claim.victims, claim.harm) == (side, victims, harm)
    assert (claim.low, claim.high, claim.value) == (None, None, None)


def test_no_figures_are_no_nought() -> None:
    assert of_kind("toll", "Moru gave no casualty figures for the raid.") == []


NO_SILENCES = [
    "Veyland has disclosed its losses for the first time.",
    "Veyland has released figures on its dead soldiers after weeks of silence.",
    "Moru has not disclosed its plans.",
    "Moru has not disclosed the number of tanks it lost.",
    "No Veylish soldier was killed.",
    "Osten was silent.",
    "Osten said nothing of the peace plan.",
    "Calder broke her silence and published the losses: 40 soldiers dead.",
]


@pytest.mark.parametrize("text", NO_SILENCES)
def test_what_is_no_silence(text: str) -> None:
    assert of_kind("undisclosed", text) == []


def test_it_pronouns_go_back_to_the_side_before() -> None:
    text = "Veyland sent more troops to the lake. It has not disclosed its military casualties."
    assert only("undisclosed", text).side == "veylish"


def test_a_silence_ends_where_a_figure_begins() -> None:
    text = "Moru, which does not disclose its military losses, says 65 civilians have been killed."
    assert only("undisclosed", text).quote == "does not disclose its military losses"


def test_a_silence_beside_a_figure_leaves_the_figure_alone() -> None:
    text = "Moru has lost 710 soldiers. Veyland has not disclosed its military casualties."
    assert only("toll", text).side == "morune"
    assert only("undisclosed", text).side == "veylish"
