"""What goes in comes out: claims with every field set, documents, actors, files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import LedgerError, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card, Document
from truce_cli.model.fields import FIELDS, Field
from truce_cli.model.record import replace
from truce_cli.store import rows
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, Kept, SeenFile

NOW = "2026-01-02T03:04:05Z"
HELD = Document(
    card=Card(id=hashlib.sha256(b"held").hexdigest(), size=4),
    text="Twelve people were killed.",
    original=b"held",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def values(field: Field) -> st.SearchStrategy[Any]:
    if field.choices:
        return st.sampled_from(field.choices)
    if field.type == "int":
        return st.integers(-(2**63), 2**63 - 1)
    if field.type == "list":
        return st.lists(TEXTS, max_size=3).map(tuple)
    return TEXTS


OPTIONAL = {field.name for field in FIELDS} - {
    *("id", "kind", "status", "entry", "claimant_side", "basis", "relayed_by", "brokers")
}
CLAIMS = st.builds(
    Claim,
    **{
        field.name: st.none() | values(field) if field.name in OPTIONAL else values(field)
        for field in FIELDS
        if field.name not in ("id", "document")
    },
    id=st.integers(0, 2**64 - 1).map(lambda number: f"t-{number:016x}"),
    document=st.sampled_from([None, HELD.card.id]),
)


@pytest.fixture(scope="module")
def shelf() -> Any:
    with TemporaryDirectory() as folder:
        file = ConflictFile(slug="norvia", path="c.toml", data=b"", sha256="")
        with Ledger.create(Path(folder) / "truce.db", file) as made:
            with made.transaction():
                made.add_documents([HELD], rules_version=1, added=NOW)
            yield made


@dear()
@given(claim=CLAIMS, ref=st.none() | TEXTS, line=st.none() | st.integers(1, 10**6))
def test_a_claim_comes_back_as_it_was(shelf: Ledger, claim: Claim, ref: str | None, line: int | None) -> None:
    kept = Kept(claim=claim, document_ref=ref, rules_version=3, source_file="claims.toml", source_line=line)
    with shelf.transaction():
        assert shelf.put_claims([kept]) == 1
    assert shelf.kept([claim.id]) == {claim.id: kept}
    with shelf.snapshot():
        assert claim in shelf.claims()
        stored = shelf._one("SELECT row_hash FROM claims WHERE claim_id = ?", (claim.id,))[0]
    assert stored == rows.claim_hash(kept)


@dear()
@given(claim=CLAIMS, name=st.sampled_from(sorted(OPTIONAL - {"document"})))
def test_the_row_hash_covers_every_field(claim: Claim, name: str) -> None:
    value = 7 if name in ("start", "end", "low", "high", "value") else "other"
    changed = replace(claim, **{name: value})
    same = rows.claim_hash(Kept(claim=claim)) == rows.claim_hash(Kept(claim=changed))
    assert same == (claim == changed)


CARD = Card(
    id=hashlib.sha256(b"<p>Text</p>").hexdigest(),
    path="docs/1.html",
    url="https://norvia.example/1",
    archive_url="https://archive.example/1",
    outlet="The Norvian",
    title="Two killed",
    published="2031-03-04",
    published_basis="meta",
    published_note="2031-03-04T10:00",
    fetched="2031-03-05T00:00:00Z",
    format="html",
    reader="html/1",
    size=11,
)


def test_a_document_comes_back_with_its_original(ledger: Ledger) -> None:
    with ledger.transaction():
        ledger.add_documents(
            [Document(card=CARD, text="Text", original=b"<p>Text</p>")], rules_version=1, added=NOW
        )
    assert ledger.cards() == (CARD,)
    assert ledger.document(CARD.id[:8]) == Document(card=CARD, text="Text")
    assert ledger.original(CARD.id) == b"<p>Text</p>"
    assert ledger.held() == (CARD.id,)
    assert ledger.known([CARD.id, "0" * 64]) == {CARD.id}


def test_a_document_is_stored_once(ledger: Ledger) -> None:
    page = Document(card=CARD, text="Text", original=b"<p>Text</p>")
    for _ in range(2):
        with ledger.transaction():
            ledger.add_documents(
                [page, replace(page, card=replace(CARD, title="Other"))], rules_version=1, added=NOW
            )
    assert ledger.cards() == (CARD,)


def test_a_document_held_elsewhere_may_come_later(ledger: Ledger) -> None:
    with ledger.transaction():
        assert ledger.add_cards([replace(CARD, size=0)], added=NOW) == 1
        assert ledger.add_cards([replace(CARD, size=0, title="New title")], added=NOW) == 0
    assert ledger.counts().elsewhere == 1
    assert ledger.text(CARD.id) is None
    with pytest.raises(UsageError, match="the text of New title is not held here"):
        ledger.document(CARD.id)
    with ledger.transaction():
        ledger.add_documents(
            [Document(card=CARD, text="Text", original=b"<p>Text</p>")], rules_version=1, added=NOW
        )
    assert ledger.document(CARD.id).card == CARD
    assert (ledger.counts().documents, ledger.counts().elsewhere) == (1, 0)


def test_a_document_read_again_is_found_by_its_new_words_only(ledger: Ledger) -> None:
    page = Document(card=CARD, text="The bridge fell", original=b"<p>Text</p>")
    with ledger.transaction():
        ledger.add_documents([page], rules_version=1, added=NOW)
        ledger.replace_document(replace(page, text="The tower stands"), rules_version=2)
    search = "SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?"
    assert ledger._all(search, ("bridge",)) == []
    assert ledger._all(search, ("tower",)) == [(1,)]
    assert ledger._all(search, ("killed",)) == [(1,)]
    with ledger.transaction():
        ledger._run("INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")
    assert ledger.document(CARD.id).text == "The tower stands"


def test_a_damaged_original_is_refused(ledger: Ledger) -> None:
    with ledger.transaction():
        ledger.add_documents(
            [Document(card=CARD, text="Text", original=b"<p>Text</p>")], rules_version=1, added=NOW
        )
        ledger._run("UPDATE originals SET zlib = x'00'")
    with pytest.raises(LedgerError, match="is damaged"):
        ledger.original(CARD.id)


def test_actors_and_files_come_back(ledger: Ledger) -> None:
    actor = Actor(
        slug="red-crescent",
        name="Red Crescent",
        kind="ngo",
        aliases=("RC",),
        counts_apart=True,
        note="careful",
    )
    file = SeenFile(
        path="docs/1.html", size=11, mtime_ns=2**60, sha256=CARD.id, kind="article", document=CARD.id
    )
    with ledger.transaction():
        ledger.add_documents(
            [Document(card=CARD, text="Text", original=b"<p>Text</p>")], rules_version=1, added=NOW
        )
        ledger.put_actors([actor], "claims.toml")
        ledger.put_actors([actor], "claims.toml")
        ledger.note_files([file])
    assert ledger.actors() == (actor,)
    assert ledger.file("docs/1.html") == file
    assert ledger.file("docs/2.html") is None
    with ledger.transaction():
        ledger.forget_file("docs/1.html")
    assert ledger.file("docs/1.html") is None


def test_the_conflict_comes_back(ledger: Ledger, conflict: ConflictFile) -> None:
    assert ledger.conflict() == conflict


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, None),
        ({"low": 2**63 - 1, "note": "naïve"}, None),
        ({"high": 10**30}, "high: 100000000000... is beyond any count"),
        ({"quote": "\ud83d"}, "quote: it holds half a character (a lone surrogate)"),
        ({"brokers": ("Russia", "\udc00")}, "brokers: it holds half a character (a lone surrogate)"),
    ],
)
def test_what_cannot_be_stored_is_known_before(fields: dict[str, Any], message: str | None) -> None:
    assert rows.why_not(Claim(id="t-1", kind="toll", **fields)) == message
