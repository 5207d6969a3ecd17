"""Denials, what they deny, and refusals that deny nothing."""

from __future__ import annotations

import pytest
from passages import of_kind, only

DENIALS = [
    ("Moru denied this.", "denial/denied", "morune"),
    ("Moru denied shelling Pell.", "denial/denied", "morune"),
    ("Moru denied that 12 of its soldiers had been killed.", "denial/denied", "morune"),
    ("Osten refuted the claim.", "denial/denied", "veylish"),
    ("The Veylish Defence Ministry dismissed the claim as nonsense.", "denial/rejected", "veylish"),
    ("Moru rejected accusations that it had shelled Pell.", "denial/rejected", "morune"),
    ("Calder called the claim a lie.", "denial/called-false", "morune"),
    ("Osten said there was no truth in the report.", "denial/rebutted", "veylish"),
    ("“We have not fired a single shell,” Osten said.", "denial/not-fired", "veylish"),
    ("Moru said its soldiers had not fired at Pell.", "denial/not-fired", "morune"),
    ("Calder said no Morune drone had entered Veylish airspace.", "denial/not-fired", "morune"),
    ("Calder said the truce had not been violated by Moru.", "denial/not-fired", "morune"),
    ("Moru insisted that its men were observing the truce.", "denial/complying", "morune"),
    ("Calder said the shells, contrary to what Osten says, were not hers.", "denial/rebutted", "morune"),
    ("Moru was quick to distance itself from the attack.", "denial/rebutted", "morune"),
    ("Moru hit back at the claim.", "denial/rejected", "morune"),
    ("Calder said the report was misleading.", "denial/called-false", "morune"),
    ("Calder said Osten was lying.", "denial/undone", "morune"),
    ("“There has been no violation on our part,” Calder said.", "denial/undone", "morune"),
    ("Osten said the army did not target civilian areas.", "denial/not-fired", "veylish"),
    ("Asked about the shelling, Calder said: “They did no such thing.”", "denial/not-fired", "morune"),
    ("Calder said the claims of a strike on Pell were false.", "denial/called-false", "morune"),
    ("Osten spoke of 900 dead, a figure that Moru dismissed out of hand.", "denial/rejected", "morune"),
    ("Moru repudiated the accusation.", "denial/denied", "morune"),
    ("Any part in the raid was disclaimed by Moru.", "denial/denied", "morune"),
    ("Calder brushed the report aside.", "denial/rejected", "morune"),
    ("Osten's account was contradicted by Moru.", "denial/rejected", "morune"),
    (
        "Calder, in a talk with a newspaper, called it “utter rubbish”.",
        "denial/called-false",
        "morune",
    ),
    ("Moru said there was not a shred of truth in it.", "denial/rebutted", "morune"),
    ("Asked whether it had shelled Pell, Moru replied with a curt no.", "denial/rebutted", "morune"),
    ("Moru said it had played no part in the shelling.", "denial/rebutted", "morune"),
    ("Moru insisted that none of its men had fired on Pell.", "denial/not-fired", "morune"),
    ("Moru said the Morune army had not opened fire.", "denial/not-fired", "morune"),
    ("Calder would have none of it.", "denial/rebutted", "morune"),
    ("“Lies, all of it,” was Calder's verdict on the report.", "denial/rebutted", "morune"),
    ("Moru said none of this had happened.", "denial/undone", "morune"),
    ("Moru said no such operation had been carried out.", "denial/undone", "morune"),
    ("Pell was never hit, Moru's Defence Ministry insisted.", "denial/undone", "morune"),
    ("Asked about the school, Calder said Moru had no aircraft in the area.", "denial/undone", "morune"),
    ("“Not one of our soldiers has crossed the lake,” Calder said.", "denial/undone", "morune"),
    ("Calder called reports of a drone over Pell “pure fantasy”.", "denial/called-false", "morune"),
    ("Accusations that Moru had mined the road were denied in Kessary on Monday.", "denial/denied", "morune"),
    (
        "Moru brushed off as theatre a complaint that its scouts had crossed the lake.",
        "denial/rejected",
        "morune",
    ),
    ("“Our guns stayed silent,” Osten said.", "denial/not-fired", "veylish"),
    (
        "Veyland accused Moru of shelling Pell, and Calder in turn scorned the charge.",
        "denial/rejected",
        "morune",
    ),
]


@pytest.mark.parametrize(("text", "rule", "side"), DENIALS)
def test_a_denial(text: str, rule: str, side: str) -> None:
    claim = only("denial", text)
    assert (claim.rule, claim.claimant_side) == (rule, side)


NO_DENIALS = [
    "No soldiers were hit in the attack, Calder said.",
    "No rockets were launched on Monday, Calder said.",
    "A Veylish jet flew over Dorrin in what Calder called a provocation and a breach of the truce.",
    "Moru neither confirmed nor denied the report.",
    "Moru rejected the proposal.",
    "Moru rejected the offer of talks.",
    "Moru did not comment.",
    "Osten dismissed two officers.",
    "The town was denied water.",
    "Moru confirmed the report.",
    "Moru's army denied reporters entry to the barracks.",
    "Moru's goalkeeper denied the Veylish strikers twice.",
    "Neither side would confirm or deny that talks on the truce had broken down.",
    "Osten called the truce a fiction.",
    "Moru neither denied nor confirmed that it had used the new missile.",
    "Moru's finance minister rejected claims that the war bond was overpriced.",
    "Osten denied that he had called the president weak.",
    "Calder denied any rift with the generals.",
    "None of our soldiers has been hurt, Calder said.",
    "Calder has denied rumours that she will marry in the autumn.",
    "A court in Dorrin rejected a claim of 2,000 crowns.",
    "The builder rejected a report that its bridge at Pell was unsafe.",
    "No shots were heard in Pell overnight, Osten said.",
    "Calder did not deny that the raid had taken place.",
]


@pytest.mark.parametrize("text", NO_DENIALS)
def test_what_is_no_denial(text: str) -> None:
    assert of_kind("denial", text) == []


def test_a_denial_names_the_accusation_before_it() -> None:
    text = "Osten accused Moru of shelling Pell on Monday. Moru denied the accusation."
    assert only("denial", text).denies == only("violation", text).id


def test_a_charge_dismissed_in_the_sentence_that_tells_it() -> None:
    text = "Osten accused Moru of shelling Pell, a charge Moru's Defence Ministry dismissed as nonsense."
    assert only("denial", text).denies == only("violation", text).id


def test_both_deny() -> None:
    found = of_kind("denial", "Both Veyland and Moru deny shelling the town.")
    assert {c.claimant_side for c in found} == {"veylish", "morune"}


@pytest.mark.parametrize("who", ["Both governments", "Each of the armies", "The two sides"])
def test_both_deny_without_a_name(who: str) -> None:
    found = of_kind("denial", f"Veyland and Moru were asked about it. {who} denied having mined the road.")
    assert {c.claimant_side for c in found} == {"veylish", "morune"}


def test_a_denial_alone_names_nothing() -> None:
    assert only("denial", "Moru denied shelling Pell.").denies is None


def test_the_denied_act_is_no_accusation() -> None:
    assert of_kind("violation", "Moru denied shelling Pell.") == []


def test_a_denial_may_carry_an_accusation_of_its_own() -> None:
    text = "Moru denied it and accused Veyland of shelling Dorrin."
    assert only("denial", text).claimant_side == "morune"
    assert only("violation", text).accused_side == "veylish"


def test_words_that_go_on_from_a_denial_are_no_second_one() -> None:
    text = "Calder denied that Morune guns had fired. “Nothing of the sort has happened,” she said."
    assert only("denial", text).rule == "denial/denied"
