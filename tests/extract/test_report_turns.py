"""What a report says by the way: what proved false, whose side of the lake, whom nobody declared."""

from __future__ import annotations

import pytest
from passages import of_kind


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Early reports of 30 deaths proved false; the final count was seven.", [7]),
        ("Some of the 40 soldiers reported killed on Monday turned out to be prisoners.", []),
    ],
)
def test_what_proved_false_counts_nobody(text: str, figures: list[int]) -> None:
    assert [c.low for c in of_kind("toll", text)] == figures


def test_each_side_of_a_lake_has_its_dead() -> None:
    text = (
        "Three people were killed on the Veylish side of the lake and two on the Morune side, officials on both shores "
        "said."
    )
    told = [(c.low, c.side, c.claimant_side) for c in of_kind("toll", text)]
    assert told == [(3, "veylish", "unknown"), (2, "morune", "unknown")]


def test_a_day_of_mourning_that_is_declared_says_nothing() -> None:
    found = of_kind("toll", "A day of mourning was declared in Moru for the 14 soldiers killed on Thursday.")
    assert [(c.low, c.claimant) for c in found] == [(14, None)]


def test_talks_that_break_down_are_no_truce_that_does() -> None:
    assert of_kind("truce_event", "Talks on a truce broke down.") == []


def test_a_claim_called_false_within_quotation_marks() -> None:
    found = of_kind("denial", 'Veyland said the claim was "completely false" and that it would not reply.')
    assert [c.claimant_side for c in found] == ["veylish"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Both armies say the other fired first.", [("morune", "veylish"), ("veylish", "morune")]),
        ("Amnesty accused both sides of firing at civilians.", [("third", "both")]),
    ],
)
def test_both_are_accused(text: str, accused: list[tuple[str, str]]) -> None:
    assert sorted((c.claimant_side, c.accused_side) for c in of_kind("violation", text)) == accused


def test_parts_behind_a_colon_make_up_their_whole() -> None:
    text = "The Lake Observatory counts 974 dead: 387 civilians, 268 soldiers and 319 who could not be identified yet."
    found = of_kind("toll", text)
    assert [(c.low, c.subset_of is None) for c in found] == [
        (974, True),
        (387, False),
        (268, False),
        (319, False),
    ]


def test_the_second_teller_of_the_same_dead() -> None:
    found = of_kind("toll", "Moru says 45 died, Veyland 60.")
    assert [(c.low, c.claimant_side) for c in found] == [(45, "morune"), (60, "veylish")]


def test_a_foreign_minister_who_spoke_since_is_not_the_ministry() -> None:
    text = (
        "Shells killed two people, Moru's health ministry said.\n\nFrance's foreign minister said both should talk.\n\n"
        "The war has killed 3,961 people in Moru, according to the ministry."
    )
    assert [(c.low, c.claimant_side) for c in of_kind("toll", text)] == [(2, "morune"), (3961, "morune")]


def test_an_ordinal_takes_no_day_away() -> None:
    found = of_kind(
        "toll", "The army said a further 14th soldier had died of his wounds on Monday.", "2041-05-15"
    )
    assert [c.as_of for c in found] == ["2041-05-13"]


def test_a_charge_that_it_rejects_is_the_accused_s() -> None:
    found = of_kind("denial", "Veyland has accused Moru of kidnapping two shepherds, a charge it rejects.")
    assert [c.claimant_side for c in found] == ["morune"]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "Two rockets fired from Moru struck a petrol station in Ansted, the mayor said.",
            ("missile", "morune"),
        ),
        ("Veylish jets pounded the outskirts of Kessary, Morune officials said.", ("airstrike", "veylish")),
    ],
)
def test_where_it_was_fired_from_and_what_pounded(text: str, accused: tuple[str, str]) -> None:
    assert [(c.act, c.accused_side) for c in of_kind("violation", text)] == [accused]


def test_who_fell_in_an_offensive_did_not_begin_it() -> None:
    text = "Osten said 40 Morune troops killed in the April offensive had now been identified."
    assert of_kind("violation", text) == []
