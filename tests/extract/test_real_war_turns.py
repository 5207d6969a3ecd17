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
