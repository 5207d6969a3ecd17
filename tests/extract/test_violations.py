"""Accusations: who says that whom did what, where and when. The truce began at noon on 10 May 2041."""

from __future__ import annotations

import pytest
from passages import of_kind, only

from truce_cli.model.claim import Claim


def parties(claim: Claim) -> str:
    return f"{claim.claimant_side} accuses {claim.accused_side}: {claim.act}"


ACCUSATIONS = [
    ("Veyland accused Moru of shelling Pell.", "violation/accused-of", "veylish accuses morune: shelling"),
    (
        "Veyland accused Moru of violating the truce.",
        "violation/accused-of",
        "veylish accuses morune: violation",
    ),
    ("Veyland blamed Moru for the attack on Pell.", "violation/accused-of", "veylish accuses morune: attack"),
    (
        "The shelling of Dorrin continued on Wednesday, Calder said, blaming Veyland.",
        "violation/blamed",
        "morune accuses veylish: shelling",
    ),
    (
        "Moru said Veylish forces had attacked Dorrin.",
        "violation/asserted",
        "morune accuses veylish: attack",
    ),
    ("Morune drones hit Pell, according to Veyland.", "violation/asserted", "veylish accuses morune: drone"),
    (
        "“The enemy shelled Dorrin,” the Morune Defence Ministry said.",
        "violation/asserted",
        "morune accuses veylish: shelling",
    ),
    (
        "The Lake Mission said Veylish forces shelled Dorrin.",
        "violation/asserted",
        "third accuses veylish: shelling",
    ),
    (
        "The Lake Mission said both sides had violated the truce.",
        "violation/asserted",
        "third accuses both: violation",
    ),
    (
        "Missiles had been fired at Dorrin, Mira Calder said.",
        "violation/passive",
        "morune accuses veylish: missile",
    ),
    (
        "Dorrin came under heavy shelling, the Morune Defence Ministry said.",
        "violation/passive",
        "morune accuses veylish: shelling",
    ),
    (
        "Morune forces were accused by Veyland of shelling Pell.",
        "violation/accused-of",
        "veylish accuses morune: shelling",
    ),
    (
        "Calder blamed the shelling of Dorrin on Veyland.",
        "violation/blamed",
        "morune accuses veylish: shelling",
    ),
    (
        "Mira Calder said planes had dropped bombs on Dorrin.",
        "violation/passive",
        "morune accuses veylish: airstrike",
    ),
    (
        "Osten said militants had opened fire on a patrol near Pell.",
        "violation/asserted",
        "veylish accuses morune: attack",
    ),
    (
        "Veyland said Moru had committed 31 violations since the truce began.",
        "violation/counted",
        "veylish accuses morune: violation",
    ),
    (
        "The Morune Defence Ministry said it had recorded 15 breaches of the truce on Monday.",
        "violation/counted",
        "morune accuses veylish: violation",
    ),
    (
        "Calder said Dorrin had been hit by Veylish rockets.",
        "violation/asserted",
        "morune accuses veylish: missile",
    ),
    (
        "Calder said Morune posts were fired on from the Veylish side.",
        "violation/asserted",
        "morune accuses veylish: attack",
    ),
    (
        "The Lake Mission concluded that Pell was hit by rockets fired from Morune-held land.",
        "violation/asserted",
        "third accuses morune: missile",
    ),
    (
        "Osten said the rockets that landed in Pell came from the Morune side.",
        "violation/asserted",
        "veylish accuses morune: missile",
    ),
    (
        "“They shelled us all night,” Osten said.",
        "violation/asserted",
        "veylish accuses morune: shelling",
    ),
    (
        "“We held our fire,” Osten said. “Their guns have been pounding Pell since dawn.”",
        "violation/asserted",
        "veylish accuses morune: shelling",
    ),
    (
        "The truce, Osten said, was being “trampled on” by Moru.",
        "violation/asserted",
        "veylish accuses morune: violation",
    ),
    (
        "Osten reported an attempt by Morune scouts to cross the lake.",
        "violation/asserted",
        "veylish accuses morune: ground_attack",
    ),
    (
        "VEYLAND: MORUNE MISSILE HITS PELL",
        "violation/asserted",
        "veylish accuses morune: missile",
    ),
    (
        "For a third day, said Osten, Morune jets had bombed Pell.",
        "violation/asserted",
        "veylish accuses morune: airstrike",
    ),
    (
        "Morune troops raided a post near Pell, Veyland claims.",
        "violation/asserted",
        "veylish accuses morune: ground_attack",
    ),
    (
        "“Veyland sent its helicopters against Dorrin,” read a statement from the Morune Defence Ministry.",
        "violation/asserted",
        "morune accuses veylish: airstrike",
    ),
    (
        "In Veyland's telling, Morune mortars hit Pell.",
        "violation/asserted",
        "veylish accuses morune: shelling",
    ),
    (
        "The Lake Mission deplored repeated breaches of the truce by Moru.",
        "violation/asserted",
        "third accuses morune: violation",
    ),
    (
        "The Lake Mission condemned Moru for shelling Pell.",
        "violation/accused-of",
        "third accuses morune: shelling",
    ),
    (
        "Osten listed what Moru had done: 14 rockets on Pell.",
        "violation/asserted",
        "veylish accuses morune: missile",
    ),
    (
        "Veyland's tally of truce violations by the other side reached 212, Osten said.",
        "violation/counted",
        "veylish accuses morune: violation",
    ),
    (
        "The ceasefire is a joke, Osten said, and spoke of an air raid on Pell.",
        "violation/passive",
        "veylish accuses morune: airstrike",
    ),
    (
        "Veyland holds Moru responsible for a mortar attack on Pell.",
        "violation/accused-of",
        "veylish accuses morune: shelling",
    ),
    (
        "The Lake Mission attributed the explosions to Morune mortars firing in breach of the truce.",
        "violation/traced",
        "third accuses morune: shelling",
    ),
    ("Osten said Moru broke the truce.", "violation/asserted", "veylish accuses morune: violation"),
    (
        "“Last night they sent a saboteur across the lake,” Osten said.",
        "violation/asserted",
        "veylish accuses morune: ground_attack",
    ),
    (
        "In spite of the truce two fishermen were shot dead by Morune soldiers, Veyland said.",
        "violation/harm",
        "veylish accuses morune: small_arms",
    ),
    (
        "Osten said two fishermen had been shot dead on Monday in breach of the truce.",
        "violation/harm",
        "veylish accuses morune: small_arms",
    ),
    (
        "Moru summoned the envoy to protest against the shelling of Dorrin, its ministry said.",
        "violation/protested",
        "morune accuses veylish: shelling",
    ),
    (
        "Calder maintains that the explosion in Dorrin was the work of a Veylish drone.",
        "violation/work-of",
        "morune accuses veylish: drone",
    ),
    (
        "Osten said a mortar bomb fired from across the lake landed in Pell.",
        "violation/passive",
        "veylish accuses morune: shelling",
    ),
    (
        "“At 9:10 the enemy opened fire on our posts,” said a communique from the Morune Defence Ministry.",
        "violation/asserted",
        "morune accuses veylish: attack",
    ),
    (
        "Calder said Dorrin had again been hit, this time by Veylish tank fire.",
        "violation/asserted",
        "morune accuses veylish: shelling",
    ),
    (
        "Morune snipers shot a shepherd dead near Pell, Osten said.",
        "violation/asserted",
        "veylish accuses morune: small_arms",
    ),
    (
        "Osten put the number of Morune violations since Monday at 19.",
        "violation/counted",
        "veylish accuses morune: violation",
    ),
]


@pytest.mark.parametrize(("text", "rule", "told"), ACCUSATIONS)
def test_an_accusation(text: str, rule: str, told: str) -> None:
    claim = only("violation", text)
    assert (claim.rule, parties(claim)) == (rule, told)


def test_mutual_accusations_are_two() -> None:
    found = of_kind("violation", "Veyland and Moru accused each other of violating the truce.")
    assert [parties(c) for c in found] == [
        "veylish accuses morune: violation",
        "morune accuses veylish: violation",
    ]
    assert {c.rule for c in found} == {"violation/mutual"}
    assert len({c.id for c in found}) == 2
    assert len({c.quote for c in found}) == 1


def test_each_side_means_the_two_of_the_conflict() -> None:
    found = of_kind("violation", "Each side accused the other of breaking the ceasefire.")
    assert sorted(parties(c) for c in found) == [
        "morune accuses veylish: violation",
        "veylish accuses morune: violation",
    ]


def test_several_acts_are_several_claims() -> None:
    text = "Veyland accused Moru of shelling Pell and conducting airstrikes on Grey Ford."
    assert [(c.act, c.place) for c in of_kind("violation", text)] == [
        ("shelling", "Pell"),
        ("airstrike", "Grey Ford"),
    ]


def test_a_named_act_speaks_for_the_bare_violation_beside_it() -> None:
    text = "Veyland said Moru had violated the ceasefire and shelled Pell."
    assert [c.act for c in of_kind("violation", text)] == ["shelling"]


def test_who_is_of_no_side_keeps_his_name() -> None:
    claim = only("violation", "The truce had been breached by suspects, Osten said, some of them in boats.")
    assert (claim.accused, claim.accused_side) == ("suspects", "morune")


def test_a_passive_is_quoted_with_its_subject() -> None:
    text = "Calder said Dorrin had been hit by Veylish rockets."
    assert only("violation", text).quote == "Dorrin had been hit by Veylish rockets"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Osten said Morune mortars had broken the truce.", "shelling"),
        ("Osten said a Morune drone dropped grenades on a post near Pell.", "drone"),
        ("Osten accused Moru of carrying out drone strikes and two raids.", "drone attack"),
    ],
)
def test_the_weapon_is_the_act(text: str, act: str) -> None:
    assert " ".join(c.act or "" for c in of_kind("violation", text)) == act


def test_breaches_are_counted_as_breaches_never_as_people() -> None:
    text = "Veyland violated the truce 11 times on Monday, Moru said."
    claim = only("violation", text)
    assert (claim.low, claim.high, claim.unit) == (11, 11, "incidents")
    assert of_kind("toll", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Mission ascribed 61 breaches of the truce to Morune forces and 27 to Veylish ones.",
        "The Lake Mission confirmed 61 breaches of the truce by Moru and 27 by Veyland.",
        "The Lake Mission logged 88 breaches of the truce, 61 of which it attributed to Moru and 27 to Veyland.",
    ],
)
def test_breaches_shared_out_are_two_counts(text: str) -> None:
    found = [(parties(c), c.value) for c in of_kind("violation", text)]
    assert found == [("third accuses morune: violation", 61), ("third accuses veylish: violation", 27)]


@pytest.mark.parametrize(
    "text",
    [
        "Veyland and Moru each said on Monday that the other had opened fire first after the truce.",
        "The truce was broken on its first morning, each side says, by the other.",
    ],
)
def test_each_says_that_the_other(text: str) -> None:
    assert {c.rule for c in of_kind("violation", text)} == {"violation/mutual"}


def test_a_verb_may_serve_two_speakers() -> None:
    text = "Veyland spoke of Morune drones over Pell, Moru of Veylish shells on Dorrin."
    assert [parties(c) for c in of_kind("violation", text)] == [
        "veylish accuses morune: drone",
        "morune accuses veylish: shelling",
    ]


def test_a_list_says_all_that_its_count_counts() -> None:
    text = "Osten listed two Morune breaches since noon: sniper fire at Pell and a drone strike on Grey Ford."
    assert [c.act for c in of_kind("violation", text)] == ["small_arms", "drone"]


def test_a_count_may_stand_far_from_its_verb() -> None:
    text = "Veyland accused Moru of violating the truce on the lake's southern shore 21 times since Friday."
    assert (only("violation", text).value, only("violation", text).unit) == (21, "incidents")


def test_a_count_of_breaches_keeps_its_side_word() -> None:
    text = "The Lake Mission recorded 52 Veylish violations of the truce."
    assert (only("violation", text).value, only("violation", text).accused_side) == (52, "veylish")


def test_the_weapon_may_stand_far_from_its_verb() -> None:
    text = "Osten said the enemy had fired twice from a hand-held grenade launcher."
    assert only("violation", text).act == "small_arms"


def test_acts_of_a_list_are_quoted_alone() -> None:
    text = "Moru accused Veyland of sniping at Dorrin and a tank advance along the shore."
    assert [c.quote for c in of_kind("violation", text)][-1] == "tank advance along the shore"


def test_barrel_bombs_are_one_act() -> None:
    text = "Calder said Veylish forces had dropped barrel bombs on Dorrin."
    assert [c.act for c in of_kind("violation", text)] == ["shelling"]


def test_a_strike_and_its_dead_share_an_incident() -> None:
    text = "Mira Calder accused Veyland of shelling the hospital in Dorrin on Monday, killing two nurses."
    violation, toll = only("violation", text), only("toll", text)
    assert violation.incident == toll.incident == violation.id
