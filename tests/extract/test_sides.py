"""Whose losses: by the words beside the count, then the place, then who speaks; unknown where nothing tells."""

from __future__ import annotations

import pytest
from passages import document, only, toll

from truce_cli.extract.engine import extract

SIDES = [
    # the words themselves
    ("Twelve Veylish soldiers were killed.", "veylish"),
    ("Twelve Morune civilians were killed.", "morune"),
    ("Twelve soldiers from Moru were killed.", "morune"),
    ("Twelve people from both sides were killed.", "both"),
    # a possessive of the speaker
    ("Veyland said 12 of its soldiers had been killed.", "veylish"),
    ("Our forces lost 12 men, the Morune Defence Ministry said.", "morune"),
    # the enemy is the other one
    ("Moru said the enemy had lost 40 men.", "veylish"),
    ("The Veylish army says it has killed 40 enemy soldiers.", "morune"),
    ("Its forces killed 40 Morune soldiers, Veyland said.", "morune"),
    ("The Morune Defence Ministry said that Veyland had lost 200 soldiers.", "veylish"),
    # the place
    ("Twelve people were killed in Dorrin.", "morune"),
    ("Twelve people were killed in Pell.", "veylish"),
    ("The Lake Mission said 12 civilians were killed in Dorrin.", "morune"),
    ("Morune forces shelled Pell, killing 5 civilians.", "veylish"),
    ("Veyland buries 12 war dead", "veylish"),
    ("Moru holds 12 Veylish prisoners of war.", "veylish"),
    ("A Morune patrol was ambushed near Grey Ford and nine soldiers died.", "morune"),
    ("About 12,000 people have fled frontline districts of Moru.", "morune"),
    # people whom a side never calls its own so
    ("Two saboteurs were killed, Moru said.", "veylish"),
    ("Forty conscripts surrendered, Osten said.", "morune"),
    ("Osten said 40 gunmen were killed.", "morune"),
    ("All 22 men aboard a Veylish train were killed.", "veylish"),
    ("Gunmen shot up a checkpoint outside Pell, leaving six policemen dead.", "veylish"),
    ('Calder put Veylish losses at "more than 400 men, dead or maimed".', "veylish"),
    ("Twelve people were killed in Veylish-held Selby.", "veylish"),
    ("The occupiers lost 33 soldiers, the Morune army said.", "veylish"),
    ("On the Veylish side the war has cost 1,120 lives.", "veylish"),
    ("Moru said a Veylish sniper had wounded two of its sappers.", "morune"),
    ("Osten said his men had retaken Pell at a price of 22 dead.", "veylish"),
    ("Moru brought down a Veylish plane; all 19 aboard died.", "veylish"),
    ("Moru, whose own count of war dead stands at 698, met the mission.", "morune"),
    ("A Harbour News reporter was killed, and Moru was blamed.", "unknown"),
    ("Fifty Morune fighters have been taken prisoner, the army said.", "morune"),
    ("Ansted and Kessary traded blame for an attack that killed two drivers.", "unknown"),
    ("Doctors brought to 208 the number of Morunes killed.", "morune"),
    # the speaker
    ("Mira Calder said 12 civilians had been killed.", "morune"),
    ("Twelve people were killed in Veylish attacks.", "morune"),
    ("No Veylish soldiers were killed.", "veylish"),
    # soldiers fall in the other's land too
    ("The Veylish army said two soldiers were killed in Dorrin.", "veylish"),
    ("Moru said Veyland had shelled Dorrin, and that 10 of its soldiers were killed.", "morune"),
    ("The Veylish army said there were no casualties from Morune fire.", "veylish"),
    ("There were no casualties among Veylish soldiers.", "veylish"),
    ("Moru said a missile strike on a residential area had killed 13 people.", "morune"),
    # the place is stronger than the speaker
    ("Veyland said 12 civilians had been killed in Dorrin.", "morune"),
    # whole-war totals in nobody's voice
    ("The war has killed 500 people.", "both"),
    ("Calder said 12 people were killed on both sides.", "both"),
    # nothing tells
    ("Twelve people were killed in Grey Ford.", "unknown"),
    ("Shelling killed 13 people.", "unknown"),
    ("Shelling killed 13 journalists.", "unknown"),
    ("Enemy killed: 12.", "unknown"),
    ("300 prisoners are in enemy hands.", "unknown"),
    # a side in a clause of time, or at the head of its region's name, has done nothing yet
    ("The UN says 500 people have been killed since Veyland intervened in April.", "both"),
    ("An air strike on the chief town of Moru's Tarn Valley region killed 12 people.", "morune"),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_whose_losses(text: str, side: str) -> None:
    assert only("toll", text).side == side


def test_two_sides_in_one_clause() -> None:
    text = "Moru's defence ministry said 12 of its servicemen and 3 Veylish soldiers were killed."
    assert toll(text, "12").side == "morune"
    assert toll(text, "3").side == "veylish"


def test_a_whole_with_parts_of_either_side_is_of_both() -> None:
    text = (
        "At least 29 fighters were killed, including 22 Veylish soldiers and seven Morune ones, doctors said."
    )
    assert toll(text, "29..").side == "both"


def test_the_civilians_of_a_list_of_both_are_of_either() -> None:
    text = "Doctors said 12 Veylish soldiers, nine Morune fighters and four civilians were killed."
    assert toll(text, "4").side == "unknown"


def test_his_sons_are_of_his_side() -> None:
    text = "Moru said shelling killed a farmer in Dorrin and injured his two sons."
    assert toll(text, "2").side == "morune"


def test_a_part_has_the_side_of_its_whole() -> None:
    text = "Shelling killed 31 people in Dorrin, including three children."
    assert toll(text, "3").side == toll(text, "31").side == "morune"


def test_others_are_of_the_side_just_spoken_of() -> None:
    text = "Twelve Veylish soldiers were killed. Thirty others were wounded."
    assert toll(text, "30").side == "veylish"


def test_a_rise_is_of_the_side_of_its_total() -> None:
    text = "The death toll rose by six to 97."
    assert toll(text, "6").side == toll(text, "97").side


@pytest.mark.parametrize(("text", "side"), [row for row in SIDES if isinstance(row, tuple)][:18])
def test_without_a_conflict_no_side_is_known(text: str, side: str) -> None:
    for claim in extract(document(text), None):
        assert claim.side == "unknown", side
