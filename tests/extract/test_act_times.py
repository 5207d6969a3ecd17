"""When an accusation says that it happened, and in which truce. The truce began at noon on 10 May 2041."""

from __future__ import annotations

import pytest
from passages import of_kind, only

MOMENTS = [
    # a day, a minute, a clock of another zone
    ("Veyland accused Moru of shelling Pell on Monday.", "2041-05-13", "day", "may-10"),
    (
        "Moru said Veylish forces had attacked Dorrin at 9:10 local time on Tuesday.",
        "2041-05-14T09:10+03:00",
        "minute",
        "may-10",
    ),
    (
        "Osten said the Morune army fired rockets at Pell at 06:00 GMT on 12 May.",
        "2041-05-12T09:00+03:00",
        "minute",
        "may-10",
    ),
    (
        "Osten said the Morune army fired rockets at Pell from 06:00 to 08:45 on 12 May.",
        "2041-05-12T06:00+03:00",
        "minute",
        "may-10",
    ),
    # from the truce's start
    (
        "Morune forces shelled Pell two minutes after the truce began, Osten said.",
        "2041-05-10T12:02+03:00",
        "minute",
        "may-10",
    ),
    (
        "Morune forces shelled Pell within minutes of the truce, Osten said.",
        "2041-05-10",
        "minutes_after",
        "may-10",
    ),
    (
        "The truce was nine minutes old when Morune guns shelled Pell, Osten said.",
        "2041-05-10T12:09+03:00",
        "minute",
        "may-10",
    ),
    (
        "It came into force at noon on 10 May, but within minutes Veyland accused Moru of shelling Pell.",
        "2041-05-10",
        "minutes_after",
        "may-10",
    ),
    # whose day it is
    ("Morune guns shelled Pell on Monday, according to Osten.", "2041-05-13", "day", "may-10"),
    ("Osten said that Morune jets, seen yesterday, today bombed Pell.", "2041-05-15", "day", "may-10"),
    ("Osten spoke of two Morune breaches on the lake.", None, "by", "may-10"),
    (
        "Morune guns shelled Pell shortly before midnight on Tuesday, Osten said.",
        "2041-05-14",
        "day",
        "may-10",
    ),
    ("The Lake Mission said Moru violated the truce last week.", None, "unknown", None),
    (
        "The truce had been in effect for twelve minutes when Morune guns shelled Pell, Osten said.",
        "2041-05-10T12:12+03:00",
        "minute",
        "may-10",
    ),
    # before it
    ("Osten said Morune forces shelled Pell on 9 May.", "2041-05-09", "day", None),
    # named truce, no day: by publication
    ("Veyland accused Moru of violating the truce.", None, "by", "may-10"),
    # nothing tells
    ("Missiles had been fired at Dorrin, Mira Calder said.", None, "unknown", None),
    ("Veyland said Moru had violated the ceasefire and shelled Pell.", None, "by", "may-10"),
]


@pytest.mark.parametrize(("text", "occurred", "precision", "truce"), MOMENTS)
def test_when_it_happened(text: str, occurred: str | None, precision: str, truce: str | None) -> None:
    claim = only("violation", text)
    assert (claim.occurred, claim.precision, claim.truce) == (occurred, precision, truce)


def test_a_clock_time_is_of_the_day_told_before() -> None:
    text = "Fighting went on around Pell on Tuesday.\n\nOsten said the Morune army shelled Pell at 9:10 a.m."
    assert only("violation", text).occurred == "2041-05-14T09:10+03:00"


def test_each_of_two_acts_has_its_own_time() -> None:
    text = "Osten said Morune guns shelled Pell at 6:40 a.m. on Tuesday and that at 8:15 a.m. a drone hit a post."
    assert [c.occurred for c in of_kind("violation", text)] == [
        "2041-05-14T06:40+03:00",
        "2041-05-14T08:15+03:00",
    ]


def test_may_is_a_month_too() -> None:
    assert (
        only("violation", "At 9:10 a.m. on 11 May Veylish jets bombed Dorrin, Calder said.").act
        == "airstrike"
    )
    assert of_kind("violation", "Veylish jets may bomb Dorrin, Calder said.") == []


def test_what_was_before_the_deadline_says_nothing_of_the_next_clause() -> None:
    text = (
        "Veylish jets bombed Dorrin minutes before the deadline; at 12:40 p.m. on 10 May Veylish jets hit a hangar, "
        "Calder said."
    )
    assert [c.occurred for c in of_kind("violation", text)][-1] == "2041-05-10T12:40+03:00"


def test_a_minute_is_given_in_utc_too() -> None:
    text = "Osten said the Morune army fired rockets at Pell at 06:00 GMT on 12 May."
    assert only("violation", text).occurred_utc == "2041-05-12T06:00Z"


def test_before_the_truce_is_noted_and_of_no_truce() -> None:
    claim = only("violation", "Calder said Veylish drones struck Dorrin before the truce began.")
    assert (claim.truce, claim.note) == (None, "before the truce")


def test_an_undated_text_takes_no_day_from_anywhere() -> None:
    claim = only("violation", "Veyland accused Moru of shelling Pell on Monday.", None)
    assert (claim.occurred, claim.occurred_utc) == (None, None)
