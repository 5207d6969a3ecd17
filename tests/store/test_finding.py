"""Claims and documents by what a person types."""

from __future__ import annotations

import hashlib

import pytest

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card, Document
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Counts, Kept, SeenFile

NOW = "2026-01-02T03:04:05Z"


def page(name: str, **fields: str) -> Document:
    data = f"{name} text".encode()
    card = Card(id=hashlib.sha256(data).hexdigest(), path=f"docs/{name}.txt", size=len(data), **fields)
    return Document(card=card, text=data.decode(), original=data)


MONDAY = page("monday", title="Shelling 100% worse", url="https://n.example/1", outlet="The Norvian")
TUESDAY = page("tuesday", title="Shelling stops", archive_url="https://a.example/2")


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    claims = [
        Claim(
            id="t-9f2c000000000000", kind="toll", document=TUESDAY.card.id, start=5, end=9, status="accepted"
        ),
        Claim(id="t-9f2c111111111111", kind="toll", document=MONDAY.card.id, start=9, end=12),
        Claim(id="v-0000000000000000", kind="violation", document=MONDAY.card.id, start=0, end=6),
        Claim(id="t-aaaaaaaaaaaaaaaa", kind="toll", entry="curated", status="accepted", ref="my-toll"),
        Claim(
            id="t-bbbbbbbbbbbbbbbb", kind="toll", entry="curated", status="rejected", document=MONDAY.card.id
        ),
    ]
    with ledger.transaction():
        ledger.add_documents([MONDAY, TUESDAY], rules_version=1, added=NOW)
        ledger.add_claims([Kept(claim=claim, document_ref="docs/friday.txt") for claim in claims])
        ledger.rebind(MONDAY.card.id, [("t-9f2c111111111111", "t-bbbbbbbbbbbbbbbb")])
    return ledger


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("v-", "v-0000000000000000"),
        ("t-9f2c0", "t-9f2c000000000000"),
        ("t-9f2c111111111111", "t-9f2c111111111111"),
        ("my-toll", "t-aaaaaaaaaaaaaaaa"),
    ],
)
def test_a_claim_is_found_by_its_prefix(full: Ledger, typed: str, found: str) -> None:
    assert full.claim_by_prefix(typed).id == found


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("t-9f", "'t-9f' is the beginning of t-9f2c000000000000, t-9f2c111111111111; add a digit"),
        ("t-9f2d", "no claim 't-9f2d' here; the nearest: t-9f2c000000000000, t-9f2c111111111111"),
        ("x-1", "no claim 'x-1' here; truce claims lists them"),
        ("", "no claim '' here; truce claims lists them"),
    ],
)
def test_an_unknown_claim_names_the_nearest(full: Ledger, typed: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        full.claim_by_prefix(typed)
    assert str(refused.value) == message


def test_short_ids_are_the_shortest_that_are_unique(full: Ledger) -> None:
    for claim in full.claims(bound=True):
        assert full.claim_by_prefix(full.short_id(claim.id)) == claim
    assert full.short_id("t-9f2c000000000000") == "t-9f2c0"
    assert full.short_id("v-0000000000000000") == "v-0000"


@pytest.mark.parametrize(
    "typed",
    [
        MONDAY.card.id,
        MONDAY.card.id[:6],
        MONDAY.card.id[:6].upper(),
        "docs/monday.txt",
        "monday.txt",
        "https://n.example/1",
        "100% worse",
        "SHELLING 100",
    ],
)
def test_a_document_is_found_by_many_names(full: Ledger, typed: str) -> None:
    assert full.card(typed) == MONDAY.card


def test_a_document_is_found_by_the_file_that_holds_it(full: Ledger) -> None:
    file = SeenFile(
        path="moved/here.txt", size=1, mtime_ns=1, sha256="", kind="article", document=TUESDAY.card.id
    )
    with full.transaction():
        full.note_files([file])
    assert full.cards_named("here.txt", path="moved/here.txt") == (TUESDAY.card,)
    assert full.card("https://a.example/2") == TUESDAY.card


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "shelling",
            f"'shelling' could be {TUESDAY.card.id[:12]} (docs/tuesday.txt), "
            f"{MONDAY.card.id[:12]} (docs/monday.txt); name it by its sha256",
        ),
        ("docs/mond.txt", "no document 'docs/mond.txt' here; the nearest: docs/monday.txt"),
        ("100_ worse", "no document '100_ worse' here; truce documents lists them"),
        (" ", "no document ' ' here; truce documents lists them"),
    ],
)
def test_an_unclear_document_is_refused(full: Ledger, typed: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        full.card(typed)
    assert str(refused.value) == message


def test_claims_come_by_document_and_place(full: Ledger) -> None:
    assert [claim.id[:6] for claim in full.claims(bound=True)] == [
        "v-0000",
        "t-9f2c",
        "t-bbbb",
        "t-9f2c",
        "t-aaaa",
    ]
    assert [claim.id[:6] for claim in full.claims()] == ["v-0000", "t-bbbb", "t-9f2c", "t-aaaa"]
    assert [claim.id[:6] for claim in full.claims(kinds=["violation"])] == ["v-0000"]
    assert [claim.id[:6] for claim in full.claims(statuses=["accepted"])] == ["t-9f2c", "t-aaaa"]
    assert [claim.id[:6] for claim in full.claims(document=TUESDAY.card.id)] == ["t-9f2c"]
    assert full.claims(statuses=[]) == ()
    assert full.bindings() == (("t-9f2c111111111111", "t-bbbbbbbbbbbbbbbb"),)


def test_unanchored_claims_and_counts(full: Ledger) -> None:
    assert [kept.claim.id for kept in full.unanchored()] == ["t-aaaaaaaaaaaaaaaa"]
    assert full.counts() == Counts(
        documents=2,
        elsewhere=0,
        claims=(
            ("toll", "accepted", 2),
            ("toll", "rejected", 1),
            ("violation", "candidate", 1),
        ),
        bound=1,
        awaiting=1,
        unanchored=1,
        decisions=0,
    )


def test_only_untouched_proposals_are_dropped(full: Ledger) -> None:
    with full.transaction():
        full.drop_claims(claim.id for claim in full.claims(bound=True))
    assert [claim.id[:6] for claim in full.claims(bound=True)] == ["t-bbbb", "t-9f2c", "t-aaaa"]
    assert full.bindings() == ()


def test_a_view_shows_what_tables_hold(full: Ledger) -> None:
    sources = full._all("SELECT role, name, claims, documents FROM sources")
    assert sources == [("outlet", "The Norvian", 2, 1)]
    assert len(full._all("SELECT * FROM toll_claims")) == 3
    assert len(full._all("SELECT * FROM violation_claims")) == 1
