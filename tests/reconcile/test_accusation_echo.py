"""Echoes among accusations, who speaks, and denials: one act is one entry, and unsure stays apart."""

from __future__ import annotations

import pytest
from building import CONFLICT, ask, book, card, claim, toll, violation

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry
from truce_cli.model.record import replace
from truce_cli.reconcile.rules.lexicon import lexicon
from truce_cli.reconcile.rules.speakers import compatible, same_body, speaker
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.truces import truces

DAYS = {"a": "2020-10-12", "b": "2020-10-13", "c": "2020-10-14"}
CARDS = [card(name, day) for name, day in DAYS.items()]
MINISTRY = "Armenian defence ministry"


def entries(*claims: Claim, **question: object) -> tuple[Entry, ...]:
    return timeline(book(claims, CARDS), ask(**question)).entries


def shelling(document: str, day: str | None = "2020-10-12", **more: object) -> Claim:
    fields = {
        "claimant": MINISTRY,
        "place": "Martakert",
        "document": document,
        "quote": f"{document} tells it",
    }
    return violation("armenian", str(more.pop("act", "shelling")), day, **fields | more)


def test_same_act_in_many_documents_is_one_entry() -> None:
    (entry,) = entries(
        shelling("b", claimant="Armenian defense ministry spokeswoman Shushan Stepanyan"),
        shelling("a"),
        shelling("c", claimant="Armenia", place="the town of Martakert"),
    )
    assert (entry.documents, entry.origins, len(entry.claims)) == (("a", "b", "c"), 1, 3)


@pytest.mark.parametrize(
    "other",
    [
        shelling("b", day="2020-10-13"),
        shelling("b", act="drone"),
        shelling("b", place="Stepanakert"),
        shelling("b", claimant="Armenian foreign ministry"),
        shelling("b", claimant="Nagorno-Karabakh defence ministry"),
        shelling("b", day=None, truce="oct-10"),
        shelling("b", place=None, quote="guns were heard"),
        replace(shelling("b"), claimant_side="azerbaijani", accused_side="armenian"),
    ],
)
def test_unsure_stays_apart(other: Claim) -> None:
    assert len(entries(shelling("a"), other)) == 2


def test_minutes_are_one_act_only_where_they_are_one() -> None:
    first = shelling("a", day="2020-10-12T12:05+04:00", place=None)
    same = shelling("b", day="2020-10-12T08:05+00:00", place=None)
    later = shelling("b", day="2020-10-12T12:25+04:00", place=None)
    assert len(entries(first, same)) == 1
    assert len(entries(first, later)) == 2


def test_day_joins_a_minute_only_with_body_place_and_words_in_common() -> None:
    clocked = shelling("a", day="2020-10-12T12:05+04:00", quote="howitzers at Martakert at 12:05")
    told = shelling("b", quote="howitzers at Martakert")
    assert len(entries(clocked, told)) == 1
    assert len(entries(clocked, shelling("b", place=None))) == 2
    assert len(entries(clocked, replace(told, claimant="Armenia"))) == 2


def test_one_document_tells_of_two_acts() -> None:
    morning = shelling("a", day="2020-10-12T00:02+04:00", quote="from two minutes past midnight")
    all_day = shelling("a", quote="and all morning")
    assert len(entries(morning, all_day)) == 2
    assert len(entries(shelling("a", place="Martakert"), shelling("a", place="Stepanakert"))) == 2
    assert (
        len(
            entries(
                shelling("a", place=None, quote="in the dawn"), shelling("a", place=None, quote="at dusk")
            )
        )
        == 2
    )


def test_one_documents_second_mention_is_no_second_act() -> None:
    assert len(entries(shelling("a", quote="one"), shelling("a", place=None, quote="two"))) == 1


def test_undated_accusations_need_a_telling_word_in_common() -> None:
    undated = {"day": None, "truce": "oct-10", "act": "attack", "place": None, "claimant": "Armenia"}
    first = shelling("a", quote="trying to attack the petroleum pipelines", **undated)
    second = shelling("b", quote="attacks on oil and gas pipelines", **undated)
    third = shelling("c", quote="trying to attack positions of the army", **undated)
    found = entries(first, second, third)
    assert [(e.at, e.precision, len(e.claims)) for e in found] == [
        ("2020-10-12", "by", 2),
        ("2020-10-14", "by", 1),
    ]


def test_undated_accusations_of_one_body_on_one_spot_are_one_within_a_day() -> None:
    undated = {"day": None, "truce": "oct-10", "act": "attack"}
    first = shelling("a", quote="tried to attack", place="positions of the Azerbaijani army", **undated)
    second = shelling("b", quote="tried to attack", place="positions of the Azerbaijan army", **undated)
    third = shelling("c", quote="tried to attack", place="positions of the Azerbaijani army", **undated)
    assert [len(e.claims) for e in entries(first, second)] == [2]
    assert len(entries(first, third)) == 2
    assert len(entries(first, replace(second, claimant="Armenian foreign ministry"))) == 2


def test_strike_told_a_day_either_way_is_one_by_its_dead() -> None:
    people = {"measure": "incident", "incident": "x"}
    first = shelling("a", act="missile", day="2020-10-12", place=None, incident="x")
    second = shelling("b", act="missile", day="2020-10-13", place="Ganja", incident="x")
    dead = toll("13", document="a", as_of="2020-10-12", **people)
    same = toll("13", document="b", as_of="2020-10-13", **people)
    other = toll("12", document="b", as_of="2020-10-13", **people)
    hurt = toll("52", harm="injured", document="b", as_of="2020-10-13", **people)
    (entry,) = entries(first, second, dead, same, hurt)
    assert [f.text for f in entry.tolls] == ["13", "52"]
    assert len(entries(first, second, dead, other)) == 2
    (rivals,) = entries(first, replace(second, occurred="2020-10-12", place=None), dead, other, same)
    # the figure that more documents tell comes first
    assert [(f.text, f.note) for f in rivals.tolls] == [("13", ""), ("12", "another figure")]


def test_dead_hang_on_the_act_by_label_or_by_words() -> None:
    act = shelling("a", quote="a strike killed five", start=10, end=30)
    inside = toll("5", measure="incident", document="a", quote="killed five", start=19, end=30)
    elsewhere = toll("6", measure="incident", document="a", quote="killed six", start=40, end=50)
    total = toll("900", document="a", quote="killed five", start=19, end=30)
    assert [f.text for f in entries(act, inside, elsewhere, total)[0].tolls] == ["5"]
    unplaced = replace(inside, start=None, end=None)
    assert [f.text for f in entries(act, unplaced)[0].tolls] == ["5"]


def test_counts_of_violations_stay_what_they_are() -> None:
    bulk = shelling("a", act="violation", low=816, value=816, high=816, unit="incidents")
    shells = shelling("b", act="violation", low=300, value=300, high=300, unit="shells")
    found = entries(bulk, shells)
    assert len(found) == 2
    assert not any(e.general for e in found)


def test_general_accusations_fold_or_follow() -> None:
    general = shelling("a", act="violation", place=None)
    (entry,) = entries(general, shelling("a"))
    assert (entry.act, entry.folded) == ("shelling", (general.id,))
    found = entries(general, shelling("b"))
    assert [(e.act, e.general) for e in found] == [("shelling", False), ("violation", True)]


def test_general_accusation_counts_in_no_side() -> None:
    general = shelling("a", act="violation", place=None)
    first = truces(book([general, shelling("b")], CARDS), ask())[0]
    assert (dict(first.accusations)["armenian"], first.general) == (1, 1)
    assert [t.truce for t in truces(book([], ()), ask(truce="oct-18"))] == ["oct-18"]


def denial(denied: str | None, claimant: str = "Azerbaijan", document: str = "b") -> Claim:
    fields = {
        "claimant": claimant,
        "claimant_side": "azerbaijani",
        "document": document,
        "quote": "denied it",
    }
    return claim("denial", denies=denied, **fields)


def test_denied_accusation_is_shown_with_its_denial() -> None:
    act = shelling("a")
    (entry,) = entries(act, denial(act.id))
    assert (entry.disputed, entry.denied_by) == (True, ("Azerbaijan",))
    assert [step.rule for step in entry.steps] == ["dispute"]


def test_denial_may_name_the_proposal_that_a_person_took_over() -> None:
    act = shelling("a", entry="curated")
    full = replace(book([act, denial("v-proposed")], CARDS), bound={"v-proposed": act.id})
    assert timeline(full, ask()).entries[0].disputed


def test_general_denial_disputes_nothing() -> None:
    found = entries(shelling("a"), denial(None))
    assert [(e.kind, e.disputed) for e in found] == [("violation", False), ("denial", False)]


def test_denial_of_what_is_left_out_is_a_row_of_its_own() -> None:
    act = shelling("a", status="rejected")
    assert [e.kind for e in entries(act, denial(act.id))] == ["denial"]


def test_denials_are_counted_once_an_entry_and_body() -> None:
    act = shelling("a")
    full = book([act, denial(act.id), denial(act.id, document="c")], CARDS)
    assert truces(full, ask())[0].denials == 1


def test_unlinked_denials_in_the_same_words_are_one() -> None:
    found = entries(denial(None, document="a"), denial(None, document="c"))
    assert [(e.documents, e.at) for e in found] == [(("a", "c"), "2020-10-12")]


def speak(claimant: str, slug: str | None = None) -> object:
    told = violation("armenian", "shelling", claimant=claimant, claimant_slug=slug)
    return speaker(told, lexicon(CONFLICT))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Armenian defence ministry", "Armenia's Ministry of Defense", True),
        ("Armenian defence ministry", "Armenian military spokesman", True),
        ("defence ministry", "Armenian defence ministry", True),
        ("Armenian Foreign Minister Zohrab Mnatsakanyan", "Armenia's minister of foreign affairs", True),
        ("Artak Beglaryan", "ombudsman Artak Beglaryan", False),
        ("Arayik Harutyunyan", "Karabakh leader Arayik Harutyunyan", True),
        ("Armenian defence ministry", "Nagorno-Karabakh defence ministry", False),
        ("Armenian defence ministry", "Armenian foreign ministry", False),
        ("Prime Minister Nikol Pashinyan", "Armenian president", False),
    ],
)
def test_bodies(one: str, other: str, same: bool) -> None:
    assert same_body(speak(one), speak(other)) is same  # type: ignore[arg-type]
    assert same_body(speak(other), speak(one)) is same  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "whole", ["Armenia", "Armenian officials", "Yerevan", "the Armenian side", "Armenians"]
)
def test_side_as_a_whole_is_compatible_with_its_bodies(whole: str) -> None:
    assert compatible(speak(whole), speak("Armenian defence ministry"))  # type: ignore[arg-type]


def test_actor_tells_the_body_where_words_do_not() -> None:
    known = speak("the ministry", "nk-defence-ministry")
    assert same_body(known, speak("Karabakh defence ministry"))  # type: ignore[arg-type]
    assert not known.plain  # type: ignore[attr-defined]


def event(name: str, at: str | None, document: str, **more: object) -> Claim:
    return claim("truce_event", truce="oct-10", event=name, at=at, document=document, **more)


def test_start_of_a_truce_is_told_once_and_by_its_own_clock() -> None:
    found = entries(
        event("in_force", "2020-10-10", "a"),
        event("in_force", "2020-10-10T00:00+04:00", "b"),
        event("in_force", "2020-10-10T12:00+04:00", "c"),
    )
    assert [(e.at, e.documents) for e in found] == [("2020-10-10T12:00+04:00", ("a", "b", "c"))]
    assert any(step.note == "told with another time" for step in found[0].steps)


def test_undated_event_is_by_its_first_document() -> None:
    (entry,) = entries(event("agreed", None, "b"), event("agreed", None, "a"))
    assert (entry.at, entry.precision, entry.accuser) == ("2020-10-12", "by", "Russia")


def test_collapses_are_told_apart_by_who_tells_them() -> None:
    found = entries(
        event("collapsed", "2020-10-12", "a", claimant="Armenia", claimant_side="armenian"),
        event("collapsed", None, "c"),
    )
    assert [(e.at, e.precision, e.accuser) for e in found] == [
        ("2020-10-12", "day", "Armenia"),
        ("2020-10-14", "by", None),
    ]
