"""Turns of reports on the shipped war, in our own words: the traps that its real articles set."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from truce_cli.extract.engine import extract
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.read.conflict import load_conflict


@cache
def karabakh() -> Conflict:
    return load_conflict(Path(__file__).parents[2] / "data" / "nagorno-karabakh-2020" / "conflict.toml")


def told(text: str, published: str = "2020-10-29") -> tuple[Claim, ...]:
    return extract(Document(card=Card(id="0" * 64, published=published), text=text), karabakh())


TOLLS = [
    # text, harm, figure, victims' side, claimant's side
    (
        "BAKU — Rockets fired on the town of Barda killed at least 21 people on Wednesday, Azerbaijani officials said, "
        "in the deadliest attack since war broke out a month ago.",
        ("killed", 21, "azerbaijani", "azerbaijani"),
    ),
    (
        "The Artsakh defence ministry reported another 59 casualties on Wednesday, which raises its military death "
        "toll to 1,068.",
        ("killed", 59, "armenian", "armenian"),
    ),
    (
        "Search teams have recovered the remains of 735 soldiers around Shushi, the Karabakh emergency service said.",
        ("recovered", 735, "armenian", "armenian"),
    ),
    (
        "The Artsakh army said 7 more of its men had been killed, taking its military casualties to 532.",
        ("killed", 532, "armenian", "armenian"),
    ),
    (
        "“The enemy left 200 bodies,” Artsrun Hovhannisyan said. “In two days they lost 70 men near Hadrut,” he said.",
        ("killed", 70, "azerbaijani", "armenian"),
    ),
    (
        "The ombudsman said a civilian had died in Stepanakert. In total 31 civilians have lost their lives.",
        ("killed", 31, "armenian", "armenian"),
    ),
    (
        "One civilian was killed in Stepanakert and nine, among them two journalists, have been wounded in Shushi.",
        ("injured", 9, "armenian", "media"),
    ),
    (
        "The defence ministry in Stepanakert said the battles had cost the enemy around 150 men.",
        ("killed", 150, "azerbaijani", "armenian"),
    ),
    (
        "The Syrian Observatory for Human Rights says at least 231 Syrian fighters who were sent by Turkey have died.",
        ("killed", 231, "unknown", "third"),
    ),
    ("A Russian peacekeeper was wounded near Shushi, Baku said.", ("injured", 1, "unknown", "azerbaijani")),
    (
        "“There are casualties on both sides,” Putin told a televised meeting. “The number of dead is nearing 5,000.”",
        ("killed", None, "both", "third"),
    ),
    (
        "Azerbaijan's defence ministry published a list of names. The prosecutor's office has put the number of "
        "civilian dead at 94.",
        ("killed", 94, "azerbaijani", "azerbaijani"),
    ),
]


@pytest.mark.parametrize(("text", "toll"), TOLLS)
def test_whose_dead_and_who_counts_them(text: str, toll: tuple[str, int | None, str, str]) -> None:
    assert toll in {(c.harm, c.low, c.side, c.claimant_side) for c in told(text) if c.kind == "toll"}


def test_a_city_that_a_report_comes_from_fires_no_rocket() -> None:
    text = (
        "BAKU — Rockets fired on the town of Barda killed 21 people on Wednesday, Azerbaijani officials said."
    )
    assert [(c.act, c.accused_side) for c in told(text) if c.kind == "violation"] == [("missile", "armenian")]


def test_a_truce_that_is_to_begin_tomorrow_is_not_broken_today() -> None:
    text = (
        "Azerbaijan's prosecutor general said a missile had been fired from Armenia, in violation of the ceasefire. "
        "Hours later the two foreign ministries said a humanitarian truce would start at midnight."
    )
    assert [c.truce for c in told(text, "2020-10-17") if c.kind == "violation"] == ["oct-10"]


def test_towns_that_are_hit() -> None:
    text = "Officials in the enclave accused Azerbaijan of hitting the towns of Martuni and Askeran."
    assert [(c.act, c.accused_side) for c in told(text) if c.kind == "violation"] == [
        ("attack", "azerbaijani")
    ]


def test_details_of_one_strike_are_not_the_losses_of_a_war() -> None:
    text = "The Azerbaijani army said a missile was shot down near Barda. It gave no details of casualties there."
    assert [c for c in told(text) if c.kind == "undisclosed"] == []


def test_by_the_start_of_a_month() -> None:
    text = (
        "By the start of December the number of Armenian soldiers killed had risen to 2,718, officials said."
    )
    assert [c.as_of for c in told(text, "2021-01-08") if c.kind == "toll"] == ["2020-12"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (
            "Baku said 93 civilians were killed. Putin said the number of dead on both sides was nearing 5,000.",
            "any",
        ),
        (
            "Azerbaijan's prosecutor general updated its civilian count to 61 dead and 291 injured.",
            "civilian",
        ),
    ],
)
def test_what_the_dead_were(text: str, victims: str) -> None:
    assert [c.victims for c in told(text) if c.kind == "toll"][-1] == victims


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        (
            "Within five minutes of the truce taking hold on Monday, Armenia's defence ministry said, Azerbaijani "
            "forces had attacked at 8:05 near Hadrut.",
            "2020-10-26T08:05+04:00",
        ),
        (
            "Azerbaijan's army said that Armenian troops had fired at Terter overnight, and that a Su-25 was downed at "
            "12:31.",
            "2020-10-29",
        ),
    ],
)
def test_the_minute_of_an_act_is_its_own(text: str, occurred: str | None) -> None:
    assert [c.occurred for c in told(text) if c.kind == "violation"] == [occurred]


def test_a_deal_that_ends_the_fighting_takes_effect() -> None:
    text = "On Tuesday Armenia and Azerbaijan signed an agreement to end the fighting. The deal took effect at 1 a.m."
    events = {(c.event, c.truce, c.at) for c in told(text, "2020-11-10") if c.kind == "truce_event"}
    assert events == {("agreed", "nov-10", None), ("in_force", "nov-10", "2020-11-10T01:00+04:00")}


def test_aggression_that_is_repelled_accuses_nobody_of_an_act() -> None:
    text = "Seven servicemen were killed while repelling the Azerbaijani aggression, the Artsakh army said."
    assert [c for c in told(text) if c.kind == "violation"] == []


NO_TOLLS = [
    "Shelling hit Terter. Armenia says it has shot down 181 drones; analysts think that the true number is under 25.",
    "Videos show 175 vehicles being hit. Rob Lee says he has verified about 130 of the losses.",
]


@pytest.mark.parametrize("text", NO_TOLLS)
def test_losses_of_things(text: str) -> None:
    assert [c for c in told(text) if c.kind == "toll"] == []


def test_who_withholds_figures_counts_nobody_else() -> None:
    text = (
        "Azerbaijan has not published figures for its own losses. A channel of obituaries had by Monday listed "
        "320 soldiers killed since 27 September. Armenia's list stands at 729."
    )
    assert [(c.low, c.claimant_side) for c in told(text) if c.kind == "toll"] == [
        (320, "media"),
        (729, "armenian"),
    ]


def test_a_war_is_no_count_of_its_second_day() -> None:
    text = "A strike on a bus of volunteers on the war's second day is said to have killed at least 20 men."
    assert [(c.low, c.measure, c.since) for c in told(text)] == [(20, "incident", None)]


ACCUSED = [
    (
        "Hajiyev said on Sunday that Armenia had fired a Scud at Ganja.",
        [("missile", "armenian", "azerbaijani")],
    ),
    (
        "On Thursday the Azerbaijani army was blamed for hitting a power plant and for the shelling of Askeran.",
        [],
    ),
    (
        "The adversary resumed shelling this morning, Shushan Stepanyan, the spokeswoman of Armenia's army, wrote.\n\n"
        "“The Azerbaijani side, ignoring the truce, fired rockets at Hadrut. At 5:30 it opened fire along the whole "
        "line,” she said. According to her, Azerbaijan also used attack drones against Martakert.",
        [
            ("shelling", "azerbaijani", "armenian"),
            ("missile", "azerbaijani", "armenian"),
            ("small_arms", "azerbaijani", "armenian"),
            ("drone", "azerbaijani", "armenian"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_who_is_accused_and_by_whom(text: str, accused: list[tuple[str, str, str]]) -> None:
    found = [(c.act, c.accused_side, c.claimant_side) for c in told(text) if c.kind == "violation"]
    assert found == accused


LATER_TOLLS = [
    (
        "Azerbaijan on Monday raised to 2,841 the number of soldiers it says were killed, up from 2,783 a week ago.",
        {("killed", 2841, "military", "azerbaijani"), ("killed", 2783, "military", "azerbaijani")},
    ),
    (
        "Armenia's Prime Minister Nikol Pashinyan, facing calls to resign, said that 2,317 servicemen had died.",
        {("killed", 2317, "military", "armenian")},
    ),
    ("Six soldiers who had been given up for dead walked out alive, an MP said.", set()),
    (
        "The dead were handed over near Shushi, a rescue service said, and the body of a soldier went the other way.",
        {("recovered", 1, "military", "armenian")},
    ),
]


@pytest.mark.parametrize(("text", "tolls"), LATER_TOLLS)
def test_tolls_after_the_war(text: str, tolls: set[tuple[str, int, str, str]]) -> None:
    found = {
        (c.harm, c.low, c.victims, c.claimant_side) for c in told(text, "2020-12-15") if c.kind == "toll"
    }
    assert found == tolls
