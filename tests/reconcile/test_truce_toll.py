"""Rule 13: the toll of a truce is what happened in it, by the claims' own windows."""

from __future__ import annotations

import pytest
from building import CONFLICT, ask, book, printed, rows, toll, violation

from truce_cli.errors import UsageError
from truce_cli.reconcile.rules.windows import Window, toll_inside, window
from truce_cli.reconcile.tolls import tolls

OCT_10 = Window("2020-10-10T12:00+04:00", "2020-10-18T00:00+04:00")
OCT_18 = Window("2020-10-18T00:00+04:00", "2020-10-26T08:00+04:00")


def event(day: str, **more: object) -> object:
    return toll("5", measure="incident", as_of=day, **more)


@pytest.mark.parametrize(
    ("span", "claim", "inside"),
    [
        # running totals: `since` inclusive, as-of the end of its local day
        (OCT_10, toll("9", since="2020-10-10", as_of="2020-10-17"), True),
        (OCT_10, toll("9", since="2020-10-11", as_of="2020-10-14"), True),
        (OCT_10, toll("9", since="2020-10-10T12:00+04:00", as_of="2020-10-17"), True),
        (OCT_10, toll("9", since="2020-10-10T11:00+04:00", as_of="2020-10-17"), False),
        (OCT_10, toll("9", since="2020-10-10", as_of="2020-10-18"), False),
        (OCT_10, toll("9", since="2020-09-27", as_of="2020-10-17"), False),
        (OCT_10, toll("9", as_of="2020-10-17"), False),
        (OCT_10, toll("9", since="2020-10-10"), False),
        # events: the whole day must lie inside
        (OCT_10, event("2020-10-16"), True),
        (OCT_10, event("2020-10-10"), False),
        (OCT_10, event("2020-10-10T14:00+04:00"), True),
        (OCT_10, event("2020-10-18"), False),
        (OCT_18, event("2020-10-18"), True),
        (OCT_18, event("2020-10-26"), False),
        (OCT_10, event("2020-10-16", as_of_basis="published"), False),
        (OCT_10, event("2020-10-14", since="2020-10-13"), True),
        (OCT_10, event("2020-10-11", since="2020-10-10"), False),
        # additions: the day of the announcement is not the day of death
        (OCT_18, toll("37", measure="increment", as_of="2020-10-18"), False),
        (OCT_18, toll("37", measure="increment", as_of="2020-10-19", since="2020-10-18"), True),
        (OCT_18, toll("37", measure="increment", as_of="2020-10-19", since="2020-10-17"), False),
    ],
)
def test_window_of_a_claim(span: Window, claim: object, inside: bool) -> None:
    assert toll_inside(span, claim) is inside  # type: ignore[arg-type]


def test_act_that_the_dead_hang_on_decides() -> None:
    dead = toll(
        "13", measure="incident", as_of="2020-10-16", as_of_basis="published", document="a", incident="x"
    )
    act = violation("azerbaijani", "missile", truce="oct-10", document="a", incident="x")
    assert len(tolls(book([dead, act]), ask(truce="oct-10")).rows) == 1
    assert tolls(book([dead, act]), ask(truce="oct-18")).rows == ()
    assert tolls(book([dead]), ask(truce="oct-10")).rows == ()


def test_part_goes_where_its_whole_goes() -> None:
    whole = toll("13", measure="incident", as_of="2020-10-16", document="a")
    part = toll("3", measure="incident", subgroup="children", subset_of=whole.id, document="a")
    (row,) = tolls(book([whole, part]), ask(truce="oct-10")).rows
    assert (row.text, [p.text for p in row.parts]) == ("13", ["3"])


def test_count_since_the_truce_is_its_toll() -> None:
    claims = [
        toll("67194", as_of="2020-10-09"),
        toll("68452", as_of="2020-10-17"),
        toll("1258", as_of="2020-10-17", since="2020-10-10"),
        toll("807", harm="recovered", as_of="2020-10-17", since="2020-10-10"),
    ]
    assert printed(tolls(book(claims), ask(truce="oct-10"))) == {
        "armenian/military/killed": "1,258 (2020-10-17)",
        "armenian/military/recovered": "807 (2020-10-17)",
    }


def test_difference_is_derived_and_takes_out_what_is_known_to_be_older() -> None:
    claims = [
        toll("67211", as_of="2020-10-09", document="a"),
        toll("73386", as_of="2020-10-17", document="b"),
        toll("4110", measure="retroactive", as_of="2020-10-17", document="b"),
        toll("807", harm="recovered", as_of="2020-10-17", since="2020-10-10", document="b"),
        toll("1258", as_of="2020-10-17", since="2020-10-10", document="b"),
    ]
    table = rows(tolls(book(claims), ask(truce="oct-10", derived=True)))
    assert (table["armenian/military/killed"].text, table["armenian/military/killed"].derived) == (
        "1,258",
        False,
    )
    derived = table["armenian/military/killed/derived"]
    assert derived.text == "1,258"
    assert derived.note == (
        "1,258 = 73,386 (2020-10-17) - 67,211 (2020-10-09)"
        " - 4,110 (added later, 2020-10-17) - 807 (recovered 2020-10-17)"
    )


def test_difference_needs_ends_that_enclose_the_truce_closely() -> None:
    question = ask(truce="oct-18", derived=True)
    inside = [toll("710", as_of="2020-10-18"), toll("974", as_of="2020-10-26")]
    assert tolls(book(inside), question).rows == ()
    wide = [toll("376", as_of="2020-09-30"), toll("974", as_of="2020-10-26")]
    assert tolls(book(wide), question).rows == ()
    close = [toll("700", as_of="2020-10-17"), toll("974", as_of="2020-10-26")]
    assert printed(tolls(book(close), question)) == {"armenian/military/killed": "274 (2020-10-26)"}


def test_several_events_of_a_truce_are_several_rows() -> None:
    claims = [
        toll("13", measure="incident", as_of="2020-10-16", place="Ganja", document="a"),
        toll("5", measure="incident", as_of="2020-10-14", place="Barda", document="b"),
        toll("4", measure="incident", as_of="2020-10-15", document="c"),
    ]
    assert printed(tolls(book(claims), ask(truce="oct-10"))) == {
        "armenian/military/killed/barda": "5 (2020-10-14)",
        "armenian/military/killed/2020-10-15": "4 (2020-10-15)",
        "armenian/military/killed/ganja": "13 (2020-10-16)",
    }


def test_unknown_truce_is_a_mistake_of_the_question() -> None:
    with pytest.raises(UsageError, match="oct-10, oct-18, oct-26"):
        tolls(book([]), ask(truce="oct-11"))


def test_windows_close_at_the_next_truce_or_with_the_war() -> None:
    assert [window(CONFLICT, truce) for truce in CONFLICT.truces] == [
        OCT_10,
        OCT_18,
        Window("2020-10-26T08:00+04:00", "2020-11-10T01:00+04:00"),
    ]
