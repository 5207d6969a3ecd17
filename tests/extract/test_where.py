"""Places: the one that the words of a count or an act name, never one from elsewhere."""

from __future__ import annotations

import pytest
from passages import not_yet, only, toll

TOLLS = [
    ("Twelve people were killed in Dorrin.", "Dorrin"),
    ("A soldier was killed near Pell.", "Pell"),
    ("A strike on Dorrin killed 12.", "Dorrin"),
    ("Ten soldiers dead in Pell clash", "Pell"),
    ("Veyland lost 64 men at Grey Ford.", "Grey Ford"),
    ("Twelve people were killed.", None),
    ("In Nowhere, 12 people were killed.", None),
    ("The Pell mayor said 12 soldiers had died.", None),
    not_yet(
        "Morune forces shelled Pell, killing 5 civilians.",
        "Pell",
        reason="the object of the act before the count is not looked at",
    ),
    ("Doctors in Pell were busy; another ten people were killed in Dorrin.", "Dorrin"),
]


@pytest.mark.parametrize(("text", "place"), TOLLS)
def test_the_place_of_a_toll(text: str, place: str | None) -> None:
    assert only("toll", text).place == place


def test_two_tolls_have_their_own_places() -> None:
    text = "Twelve people were killed in Pell and 30 people were killed in Dorrin."
    assert (toll(text, "12").place, toll(text, "30").place) == ("Pell", "Dorrin")


def test_counts_that_are_joined_share_their_place() -> None:
    text = (
        "Five people were killed and two wounded in Pell, and four were killed and one was wounded in Dorrin."
    )
    assert [toll(text, count).place for count in "5241"] == ["Pell", "Pell", "Dorrin", "Dorrin"]


def test_a_part_has_the_place_of_its_whole() -> None:
    assert toll("Shelling killed 31 people in Dorrin, including three children.", "3").place == "Dorrin"


ACTS = [
    ("Veyland accused Moru of shelling Pell.", "Pell"),
    ("Moru said Veylish forces had attacked Dorrin at dawn.", "Dorrin"),
    ("Osten said Morune forces had fired at Grey Ford on Tuesday morning.", "Grey Ford"),
    ("Osten said Morune forces had launched two projectiles toward Pell.", "Pell"),
    ("Veyland accused Moru of shelling villages near Pell.", "villages near Pell"),
    ("Veyland accused Moru of violating the truce.", None),
    ("Osten said Morune forces shelled positions overnight.", "positions"),
]


@pytest.mark.parametrize(("text", "place"), ACTS)
def test_the_place_of_an_act(text: str, place: str | None) -> None:
    assert only("violation", text).place == place
