"""Accusations told otherwise: by bulletins, in quotations that go on, by who is behind an act, in breach of a truce."""

from __future__ import annotations

import pytest
from passages import of_kind, only

from truce_cli.model.claim import Claim


def parties(claim: Claim) -> str:
    return f"{claim.claimant_side} accuses {claim.accused_side}: {claim.act}"


ACCUSED = [
    ("Veyland blamed Moru for a rocket that came down in Pell.", "veylish accuses morune: missile"),
    ("Veyland blamed Moru for a blast at the harbour.", "veylish accuses morune: attack"),
    ("Osten pinned the raid on Moru.", "veylish accuses morune: attack"),
    ("Osten said Moru was behind the explosion at Pell.", "veylish accuses morune: attack"),
    ("Osten said Moru is in clear breach of the truce.", "veylish accuses morune: violation"),
    ("Osten said Moru's camp at Pell was a violation of the truce.", "veylish accuses morune: violation"),
    ("Osten said Morune forces had carried out a drone strike on Pell.", "veylish accuses morune: drone"),
    (
        "Veylish guns downed four quadcopters launched by Moru at Pell, Osten said.",
        "veylish accuses morune: drone",
    ),
    ("Osten said a Morune jet flew low over Pell, breaking the truce.", "veylish accuses morune: violation"),
    (
        "Morune soldiers fenced off a spring in breach of the truce, Osten said.",
        "veylish accuses morune: violation",
    ),
    (
        "Shelling of Pell by Morune guns went on despite the truce, Osten said.",
        "veylish accuses morune: shelling",
    ),
    ("Osten said it is Moru, not Veyland, that has broken the truce.", "veylish accuses morune: violation"),
    ("Osten said 11 shells hit Pell.", "veylish accuses morune: shelling"),
    ("The army said the Morune enemy continued to violate the truce.", "veylish accuses morune: violation"),
    ("Osten accused Moru of violating the truce and ordered strikes.", "veylish accuses morune: violation"),
]


@pytest.mark.parametrize(("text", "told"), ACCUSED)
def test_who_is_accused(text: str, told: str) -> None:
    assert parties(only("violation", text)) == told


NOBODY = [
    "Osten said Veylish guns had returned fire.",
    "Osten said warning shots were fired into the air by Morune guards.",
    "Osten said the dead were hit by debris from a Morune interceptor.",
    "Osten warned that any violation of the truce by Moru would be met.",
    "Moru said no shots had been fired at the plane.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_accused(text: str) -> None:
    assert of_kind("violation", text) == []


def test_a_further_accused_behind_one_verb() -> None:
    text = "The Lake Mission accused Moru of shelling Pell, and Veyland of raiding Dorrin, in breach of the truce."
    assert [parties(c) for c in of_kind("violation", text)] == [
        "third accuses morune: shelling",
        "third accuses veylish: ground_attack",
    ]


def test_a_count_leans_on_the_count_before() -> None:
    text = "Veyland reported 23 violations of the truce by Moru. Moru reported 31 by Veyland."
    assert [(parties(c), c.value) for c in of_kind("violation", text)] == [
        ("veylish accuses morune: violation", 23),
        ("morune accuses veylish: violation", 31),
    ]


def test_attacks_are_counted_too() -> None:
    claim = only("violation", "Osten said Moru had carried out seven attacks since the truce.")
    assert (claim.value, claim.unit) == (7, "incidents")


def test_the_means_of_a_breach_are_told_once_each() -> None:
    text = "Osten said Moru had violated the truce by firing rockets at Pell and sending drones over the harbour."
    assert [c.act for c in of_kind("violation", text)] == ["missile", "drone"]


def test_a_bulletin_speaks_for_whoever_issued_it() -> None:
    text = (
        "VEYLISH DEFENCE MINISTRY\n\nPress release No. 4\n\n"
        "The Morune side has violated the truce on 58 occasions.\n"
    )
    claim = only("violation", text)
    assert (parties(claim), claim.value) == ("veylish accuses morune: violation", 58)


def test_a_quotation_goes_on_within_its_paragraph() -> None:
    text = (
        "“We heard it at six,” Osten wrote. “What became of the truce? Moru has sent drones over Pell again.”"
    )
    assert parties(only("violation", text)) == "veylish accuses morune: drone"


def test_who_trails_the_next_sentence_speaks_in_this_one() -> None:
    text = "Morune units violated the truce nine times. The worst was at Pell, Osten said."
    assert parties(only("violation", text)) == "veylish accuses morune: violation"


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("12:47 - Osten says Moru violated the truce again on Tuesday.", "2041-05-14"),
        ("Osten said Morune guns had shelled Pell after midnight on Tuesday.", "2041-05-14"),
        ("Osten said Moru had broken the truce 19 times since it was signed on May 9.", None),
        ("Osten said Morune guns pounded Pell for two hours after the truce began.", None),
    ],
)
def test_when_it_happened(text: str, occurred: str | None) -> None:
    assert only("violation", text).occurred == occurred
