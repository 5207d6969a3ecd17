"""Rule 7 and what is derived: events beside running totals, and sums that name their addends."""

from __future__ import annotations

import pytest
from building import ask, book, card, printed, rows, toll

from truce_cli.model.finding import Tally
from truce_cli.reconcile.tolls import tolls

PEOPLE = {"side": "azerbaijani", "people": "civilian"}
KEY = "azerbaijani/civilian/killed"


def event(figure: str, day: str | None, people: str = "civilian", **more: object) -> object:
    fields = {"side": "azerbaijani", "people": people, "measure": "incident", "as_of": day, "document": "b"}
    return toll(figure, **fields | more)  # type: ignore[arg-type]


def row(*claims: object) -> Tally:
    return rows(tolls(book(claims), ask()))[KEY]  # type: ignore[arg-type]


def test_event_is_inside_a_count_of_the_same_people_and_a_later_day() -> None:
    found = row(toll("65", as_of="2020-10-26", document="a", **PEOPLE), event("13", "2020-10-16"))
    assert (found.beside, [(p.text, p.note) for p in found.parts]) == ((), [("13", "inside 65")])


@pytest.mark.parametrize(
    ("told", "note"),
    [
        (event("13", "2020-10-27"), "later than the count, so not inside it"),
        (event("13", "2020-10-16", people="any"), "status not stated"),
        (event("13", "2020-10-16", claimant_side="media"), "another voice's figure"),
        (event("13", "2020-10-27", as_of_basis="published"), "its own day is not said"),
    ],
)
def test_event_stands_beside_for_a_reason(told: object, note: str) -> None:
    found = row(toll("65", as_of="2020-10-26", document="a", **PEOPLE), told)
    assert (found.text, found.parts) == ("65", ())
    assert [f.note for f in found.beside] == [note]


def test_event_stands_beside_a_count_of_no_known_day() -> None:
    count = toll("65", document="a", **PEOPLE)
    found = rows(tolls(book([count, event("13", "2020-10-16")], [card("a", None)]), ask()))[KEY]  # type: ignore[list-item]
    assert [f.note for f in found.beside] == ["the count's own day is not said"]


def test_event_published_before_the_count_is_inside_it() -> None:
    count = toll("65", as_of="2020-10-26", document="a", **PEOPLE)
    for told in (event("13", "2020-10-18", as_of_basis="published"), event("13", None)):
        assert [p.text for p in row(count, told).parts] == ["13"]


def test_event_stands_by_the_nearest_tally_of_its_side() -> None:
    claims = [
        toll("65", as_of="2020-10-26", document="a", **PEOPLE),
        toll("90", side="azerbaijani", people="any", as_of="2020-10-26", document="a"),
        event("13", "2020-10-16", people="any"),
        event("4", "2020-10-16", people="military"),
    ]
    table = rows(tolls(book(claims), ask()))  # type: ignore[arg-type]
    assert {p.text for p in table["azerbaijani/any/killed"].parts} == {"13", "4"}
    assert table[KEY].beside == ()


def test_soldiers_stand_by_no_count_of_civilians() -> None:
    claims = [
        toll("65", as_of="2020-10-26", document="a", **PEOPLE),
        event("4", "2020-10-16", people="military"),
    ]
    assert printed(tolls(book(claims), ask())) == {  # type: ignore[arg-type]
        "azerbaijani/military/killed": "4 (2020-10-16)",
        KEY: "65 (2020-10-26)",
    }


def test_event_alone_is_a_row() -> None:
    found = row(event("13", "2020-10-16"))
    assert (found.text, found.measure, found.note, found.since) == ("13", "incident", "one event", None)


def test_rival_figures_of_one_place_and_day_are_one_row() -> None:
    found = row(
        event("13", "2020-10-17", place="Ganja"),
        event("12", "2020-10-17", place="Gyandzha", document="c"),
        event(">10", "2020-10-17", place="Ganja", document="d", claimant_side="media"),
    )
    told = {found.text, *(f.text for f in found.others)}
    assert (told, found.place) == ({"13", "12", ">10"}, found.place)
    assert {f.note for f in found.others} == {"same event, another figure", "another voice"}


def test_derived_adds_later_events_of_one_voice_and_names_them() -> None:
    count = toll("65", as_of="2020-10-26", document="a", **PEOPLE)
    claims = [count, event("13", "2020-10-28"), event("10-12", "2020-10-29"), event("5", "2020-10-20")]
    table = rows(tolls(book(claims), ask(derived=True)))  # type: ignore[arg-type]
    found = table[f"{KEY}/derived"]
    assert (found.text, found.derived, found.high) == ("≥88", True, None)
    assert found.note == "≥88 = 65 (2020-10-26) + 13 (2020-10-28) + 10–12 (2020-10-29)"
    assert table[KEY].text == "65"
    assert all(not r.derived for r in tolls(book(claims), ask()).rows)  # type: ignore[arg-type]


def test_derived_adds_nothing_that_may_overlap() -> None:
    count = toll("65", as_of="2020-10-26", document="a", **PEOPLE)
    for told in (
        event("13", "2020-10-28", as_of_basis="published"),
        event("13", "2020-10-28", claimant_side="media"),
        event("13", "2020-10-26", people="any"),
        event("hundreds", "2020-10-28"),
    ):
        table = tolls(book([count, told]), ask(derived=True))  # type: ignore[list-item]
        assert not any(r.derived for r in table.rows)
