"""What became of a truce, which one, and when."""

from __future__ import annotations

import pytest
from passages import of_kind, only

EVENTS = [
    ("Veyland and Moru agreed on a ceasefire on 9 May.", "agreed", "may-10", "2041-05-09"),
    ("The truce took effect on 10 May at noon.", "in_force", "may-10", "2041-05-10T12:00+03:00"),
    ("The truce came into force on 10 May.", "in_force", "may-10", "2041-05-10"),
    ("The truce was extended on Tuesday.", "extended", "may-10", "2041-05-14"),
    ("The truce was extended until 20 May.", "extended", "may-10", None),
    ("Moru announced that it was pulling out of the truce.", "ended", "may-10", None),
    ("Veyland on Tuesday declared the truce over.", "ended", "may-10", "2041-05-14"),
    ("The truce that the UN brokered has broken down.", "collapsed", "may-10", None),
    ("The UN put a ten-day truce on the table.", "proposed", None, None),
    ("Truce deal reached, UN says", "agreed", "may-10", None),
    ("The truce was extended on Tuesday until 20 May.", "extended", "may-10", "2041-05-14"),
    ("The ceasefire collapsed within hours.", "collapsed", "may-10", None),
    ("The truce has collapsed.", "collapsed", "may-10", None),
    ("The Red Cross proposed a new ceasefire.", "proposed", None, None),
    ("A truce brokered by the Red Cross was agreed on 9 May.", "agreed", "may-10", "2041-05-09"),
    ("The truce ended on 14 May.", "ended", "may-10", "2041-05-14"),
    ("Moru voted to end the truce on 14 May.", "ended", "may-10", "2041-05-14"),
    ("A deal to stop the fighting was reached on 9 May.", "agreed", "may-10", "2041-05-09"),
    ("Fighting shattered a five-day truce.", "collapsed", "may-10", None),
    (
        "A truce meant to halt the war on the lake began at noon on 10 May.",
        "in_force",
        "may-10",
        "2041-05-10T12:00+03:00",
    ),
    ("Both sides accepted a pause on 9 May.", "agreed", "may-10", "2041-05-09"),
    ("The truce is dead, Osten said.", "collapsed", "may-10", None),
    ("10 May. A ceasefire starts at noon.", "in_force", "may-10", "2041-05-10T12:00+03:00"),
    (
        "A ceasefire hammered out in two days was signed by both armies on 9 May.",
        "agreed",
        "may-10",
        "2041-05-09",
    ),
    ("A pause that both sides accepted on 9 May gave the town a rest.", "agreed", "may-10", "2041-05-09"),
    (
        "The Red Cross secured the consent of both armies to a truce on 9 May.",
        "agreed",
        "may-10",
        "2041-05-09",
    ),
    ("The truce stays in force until 20 May.", "extended", "may-10", None),
    ("Both armies consented on Tuesday to a further week of the truce.", "extended", "may-10", "2041-05-14"),
    ("A 48-hour extension of the truce was announced on Tuesday.", "extended", "may-10", "2041-05-14"),
    ("The truce, due to lapse on Monday, was extended on Tuesday.", "extended", "may-10", "2041-05-14"),
    ("Both sides spoke of the collapse of the May 10 truce.", "collapsed", "may-10", None),
    ("Veyland and Moru agreed on 9 May to lay down their arms.", "agreed", "may-10", "2041-05-09"),
    ("The second truce of the war began at noon on 10 May.", "in_force", "may-10", "2041-05-10T12:00+03:00"),
    ("As of noon on 10 May a truce is in force.", "in_force", "may-10", "2041-05-10T12:00+03:00"),
    ("The truce formally ended on 14 May.", "ended", "may-10", "2041-05-14"),
    ("Moru's cabinet approved the truce on 9 May.", "agreed", "may-10", "2041-05-09"),
    ("The truce is no more.", "collapsed", "may-10", None),
    ("The truce did not survive its first night.", "collapsed", "may-10", None),
    ("The Red Cross laid a proposal for a lasting truce before the two armies.", "proposed", None, None),
]


@pytest.mark.parametrize(("text", "event", "truce", "at"), EVENTS)
def test_an_event(text: str, event: str, truce: str | None, at: str | None) -> None:
    claim = only("truce_event", text)
    assert (claim.event, claim.truce, claim.at, claim.rule) == (event, truce, at, f"truce/{event}")


NO_EVENTS = [
    "Osten called for a ceasefire.",
    "If the truce collapses, Osten said, the war will go on.",
    "The truce could collapse.",
    "A ceasefire agreed in 1994 ended the First Lake War.",
    "Moru accused Veyland of violating the truce.",
    "More than 20 ceasefires have been announced, all of which collapsed.",
    "The roof collapsed on Tuesday.",
    "They agreed to meet on Friday.",
    "Osten called on both armies to stop shelling markets and to agree a ceasefire.",
    "A truce in the price war between two tram companies of Dorrin collapsed on Monday.",
    "Osten urged Moru to honour the truce and offered talks.",
    "Traders in Pell agreed to extend opening hours during the truce.",
    "While the truce is in force, nobody sleeps.",
    "Both sides have not yet agreed on a day for the ceasefire.",
    "Two survivors of the raid spoke of the truce.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_is_no_event(text: str) -> None:
    assert of_kind("truce_event", text) == []


def test_two_events_of_one_sentence() -> None:
    text = "The ceasefire agreed on 9 May took effect on 10 May."
    assert [(c.event, c.at) for c in of_kind("truce_event", text)] == [
        ("agreed", "2041-05-09"),
        ("in_force", "2041-05-10"),
    ]


def test_an_event_told_twice_is_one_with_the_better_date() -> None:
    text = "The truce took effect on 10 May. The truce took effect on 10 May at noon."
    assert only("truce_event", text).at == "2041-05-10T12:00+03:00"


def test_the_brokers_are_those_of_the_conflict_file() -> None:
    assert only("truce_event", "The truce has collapsed.").brokers == ("Red Cross",)


def test_a_text_older_than_the_truce_tells_of_no_collapse_of_it() -> None:
    assert of_kind("truce_event", "The ceasefire collapsed within hours.", "2041-05-01") == []
