"""What several questions of one book share is found once, and never told of another book."""

from __future__ import annotations

import pytest
from building import PARTIES, ask, book, card, toll, violation

from truce_cli.model.record import replace
from truce_cli.reconcile import accusations, tolls
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.reasons import Findings
from truce_cli.reconcile.rules import events
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.truces import truces
from truce_cli.reconcile.violations import violations


def told() -> Book:
    acts = [violation("armenian", "shelling", "2020-10-12", document=name, place=name) for name in "ab"]
    dead = [toll("5", side, document="a", as_of="2020-10-12") for side in PARTIES]
    return book([*acts, *dead], [card(name, "2020-10-13") for name in "ab"])


def test_a_page_of_questions_reconciles_accusations_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def cluster(*given: object) -> object:
        asked.append(given)
        return events.cluster(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(accusations, "cluster", cluster)
    whole = told()
    entries = timeline(whole, ask()).entries
    of_truces = [entry for t in whole.conflict.truces for entry in timeline(whole, ask(truce=t.slug)).entries]
    assert {entry.key for entry in of_truces} == {entry.key for entry in entries if entry.truce}
    assert truces(whole, ask()) == truces(told(), ask())
    assert violations(whole, ask()) == violations(told(), ask())
    of_whole = 1
    of_two_fresh_books = 2
    assert len(asked) == of_whole + of_two_fresh_books


def test_the_wars_totals_are_settled_once_for_all_truces(monkeypatch: pytest.MonkeyPatch) -> None:
    settled = []
    real = tolls.settled_rows
    monkeypatch.setattr(tolls, "settled_rows", lambda *given: settled.append(given) or real(*given))
    whole = told()
    slugs = [truce.slug for truce in whole.conflict.truces]
    for slug in slugs:
        tolls.tolls(whole, ask(truce=slug, derived=True))
    assert len(settled) == len(slugs) + 1


def test_another_book_is_asked_anew() -> None:
    whole = told()
    assert len(timeline(whole, ask()).entries) == 2
    one = replace(whole, claims=whole.claims[1:])
    assert len(timeline(one, ask()).entries) == 1
    assert len(timeline(whole, ask()).entries) == 2


def test_other_clocks_are_asked_anew() -> None:
    whole = told()
    assert len(timeline(whole, ask()).entries) == 2
    assert timeline(whole, ask(as_of="2020-10-11")).entries == ()
    assert timeline(whole, ask(known_on="2020-10-12")).entries == ()
    assert timeline(whole, ask(statuses=("candidate",))).entries == ()


def test_a_rows_findings_are_those_that_name_it_or_its_claims() -> None:
    figures = [("90", "2020-10-12"), ("80", "2020-10-13"), ("70", "2020-10-14"), ("71", "2020-10-14")]
    claims = [
        toll(figure, side, document="a", as_of=day, quote=f"{side} {figure}", **place)
        for figure, day in figures
        for side in PARTIES
        for place in ({}, {"place": "Ganja"})
    ]
    table = tolls.tolls(book(claims, [card("a", "2020-10-15")]), ask())
    findings = Findings(table.problems)
    told = [findings.of(row) for row in table.rows]
    assert told == [
        tuple(p for p in table.problems if p.key == row.key or set(row.claims) & set(p.claims))
        for row in table.rows
    ]
    assert all(told) and len(set(told)) == len(table.rows)
