"""Full text: rows in step with what is stored, words that mean nothing to anybody's query language."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.model.record import replace
from truce_cli.store import connection, migrations
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Kept
from truce_cli.store.searching import match_words

ALL: dict[str, Any] = {"sides": (), "since": None, "until": None, "limit": 10}


def whole(ledger: Ledger) -> None:
    """FTS compares its rows with the table's; it raises where they differ."""
    for table in ("claims_fts", "documents_fts"):
        with ledger.transaction():
            ledger._run(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_claims_are_found_by_their_words_as_they_stand(ledger: Ledger, claim) -> None:
    one, two = Kept(claim=claim(1, quote="shells hit Askerby")), Kept(claim=claim(2, note="Halden"))
    with ledger.transaction():
        ledger.add_claims([one, two])
    assert [hit.id for hit in ledger.search_claims("askerby", **ALL)] == [one.claim.id]
    moved = replace(one, claim=replace(one.claim, quote="shells hit Torvik"))
    with ledger.transaction():
        ledger.put_claims([moved, Kept(claim=claim(3, place="Torvik"))])
    whole(ledger)
    assert ledger.search_claims("askerby", **ALL) == ()
    assert len(ledger.search_claims("torvik", **ALL)) == 2
    with ledger.transaction():
        ledger.add_claims([one])
        ledger._run("UPDATE claims SET entry = 'curated' WHERE claim_id = ?", (two.claim.id,))
        assert ledger.take_back(two.claim.id) == 1
        ledger.drop_claims([moved.claim.id])
    whole(ledger)
    assert ledger.search_claims("halden", **ALL) == ()


def test_snippets_are_marked_and_days_and_sides_choose(ledger: Ledger, document, claim) -> None:
    first = document(
        "Halden was quiet. Then shells hit Askerby at dawn.", published="2031-06-01", title="One"
    )
    later = document("Askerby, and Askerby again.", published="2031-06-05", title="Two")
    with ledger.transaction():
        ledger.add_documents([first, later], rules_version=1, added="2031")
        ledger.add_claims([Kept(claim=claim(1, document=first.card.id, side="norvian"))])
    hits = ledger.search_documents("askerby", **ALL)
    assert {hit.title for hit in hits} == {"One", "Two"}
    assert "shells hit >>>Askerby<<< at dawn" in next(hit.snippet for hit in hits if hit.title == "One")
    for wish, titles in (
        ({"since": "2031-06-02"}, ["Two"]),
        ({"until": "2031-06-01"}, ["One"]),
        ({"sides": ("norvian",)}, ["One"]),
        ({"sides": ("sudlander",)}, []),
        ({"limit": 0}, []),
    ):
        assert [hit.title for hit in ledger.search_documents("askerby", **{**ALL, **wish})] == titles
    assert [hit.title for hit in ledger.search_documents('"hit askerby"', **ALL)] == ["One"]
    assert [hit.title for hit in ledger.search_documents('"askerby hit"', **ALL)] == []
    assert len(ledger.search_documents("ask*", **ALL)) == 2


@pytest.mark.parametrize(
    ("said", "meant"),
    [("a b", '"a" "b"'), ('"a b" c*', '"a b" "c"*'), ("AND OR", '"AND" "OR"'), ("( ) ^", ""), ('"', "")],
)
def test_words_are_only_words(said: str, meant: str) -> None:
    assert match_words(said) == meant


@pytest.fixture(scope="module")
def blank() -> Iterator[sqlite3.Connection]:
    conn = connection.open_scratch()
    migrations.migrate(conn)
    yield conn
    conn.close()


@given(said=st.text(max_size=30))
def test_nothing_typed_is_an_error(blank: sqlite3.Connection, said: str) -> None:
    wanted = match_words(said.replace("\0", ""))
    if wanted:
        assert (
            blank.execute("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (wanted,)).fetchall() == []
        )
