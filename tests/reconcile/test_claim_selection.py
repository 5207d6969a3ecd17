"""Scope, status and clocks: what a question looks at at all."""

from __future__ import annotations

from building import ask, book, card, printed, rows, toll, violation

from truce_cli.model.record import replace
from truce_cli.reconcile.selection import select
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls


def test_dead_of_another_war_enter_no_tally() -> None:
    old = toll("30000", side="both", people="any", other_conflict="First Nagorno-Karabakh War")
    table = tolls(book([old]), ask())
    assert (table.rows, table.left_out) == ((), (("other war", 1),))


def test_claims_outside_the_wars_dates_enter_no_tally() -> None:
    before = toll("97", since="2016-04-01", as_of="2016-04-05", document="a")
    after = toll("4", measure="incident", as_of="2021-05-01", document="a")
    revised = toll("3825", as_of="2021-03-01", document="a")
    table = tolls(book([before, after, revised]), ask())
    assert printed(table) == {"armenian/military/killed": "3,825 (2021-03-01)"}
    assert table.left_out == (("outside the war's dates", 2),)


def test_rejected_counts_for_nothing_at_any_day_of_knowledge() -> None:
    wrong = toll("979", as_of="2020-10-20", status="rejected", document="a")
    for question in (ask(), ask(known_on="2020-12-01")):
        assert tolls(book([wrong]), question).rows == ()


def test_retracted_counts_until_its_retraction() -> None:
    right = toll("710", as_of="2020-10-18", document="a")
    wrong = toll("979", as_of="2020-10-20", status="retracted", retracted_from="2020-10-22", document="b")
    both = book([right, wrong], [card("a", "2020-10-18"), card("b", "2020-10-20")])
    assert printed(tolls(both, ask(known_on="2020-10-21"))) == {
        "armenian/military/killed": "979 (2020-10-20)"
    }
    for question in (ask(), ask(known_on="2020-10-22")):
        assert printed(tolls(both, question)) == {"armenian/military/killed": "710 (2020-10-18)"}


def test_candidates_are_marked_and_left_out_on_demand() -> None:
    accepted = toll("376", as_of="2020-10-09", document="a")
    proposed = toll("710", as_of="2020-10-18", status="candidate", document="a")
    both = book([accepted, proposed])
    assert rows(tolls(both, ask()))["armenian/military/killed"].candidate
    table = tolls(both, ask(statuses=("accepted", "retracted")))
    row = rows(table)["armenian/military/killed"]
    assert (row.text, row.candidate, table.left_out) == ("376", False, (("not accepted yet", 1),))


def test_as_of_looks_at_the_day_that_a_claim_is_about() -> None:
    late = toll("376", as_of="2020-10-09", document="late")
    said = toll("5000", side="both", people="any", stated_on="2020-10-19/2020-10-25", document="late")
    undated = toll("12", people="civilian", document="late")
    many = book([late, said, undated], [card("late", "2020-11-01")])
    assert list(printed(tolls(many, ask(as_of="2020-10-24")))) == ["armenian/military/killed"]
    assert len(tolls(many, ask(as_of="2020-10-25")).rows) == 2
    assert len(tolls(many, ask(as_of="2020-11-01")).rows) == 3


def test_known_on_leaves_undated_documents_out_and_counts_them() -> None:
    known = toll("376", as_of="2020-10-09", document="known")
    lost = toll("710", as_of="2020-10-18", document="undated")
    two = book([known, lost], [card("known", "2020-10-10"), card("undated", None)])
    table = tolls(two, ask(known_on="2020-12-01"))
    assert printed(table) == {"armenian/military/killed": "376 (2020-10-09)"}
    assert table.left_out == (("undated document", 1),)
    assert printed(tolls(two, ask())) == {"armenian/military/killed": "710 (2020-10-18)"}


def test_unanchored_claim_is_known_from_the_day_it_was_said() -> None:
    said = toll("376", as_of="2020-10-09", stated_on="2020-10-11")
    assert tolls(book([said]), ask(known_on="2020-10-10")).rows == ()
    assert len(tolls(book([said]), ask(known_on="2020-10-11")).rows) == 1


def test_clocks_hold_for_accusations() -> None:
    act = violation("armenian", "shelling", "2020-10-12", document="a")
    undated = violation("armenian", "attack", truce="oct-10", document="a")
    two = book([act, undated], [card("a", "2020-10-14")])
    assert [e.act for e in timeline(two, ask(as_of="2020-10-12")).entries] == ["shelling"]
    assert timeline(two, ask(known_on="2020-10-13")).entries == ()


def test_order_of_claims_is_fixed_by_their_documents() -> None:
    claims = [toll("1", document="b"), toll("2", document="a"), toll("3", document="a", entry="curated")]
    cards = [card("a", "2020-10-11"), card("b", "2020-10-10")]
    for given in (claims, claims[::-1]):
        kept = select(book(given, cards), ask(), ("toll",)).claims
        assert [c.value for c in kept] == [3, 1, 2]
    unpublished = [replace(c, published=None) for c in cards]
    assert len(select(book(claims, unpublished), ask(as_of="2020-10-10"), ("toll",)).claims) == 0
