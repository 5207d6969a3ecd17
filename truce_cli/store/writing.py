"""The writing half of the ledger: model values in as rows. Judges nothing; opens no transaction itself."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card, Document
from truce_cli.store import rows
from truce_cli.store.log import FIRST, entry_hash
from truce_cli.store.naming import name_in, name_rows
from truce_cli.store.packing import Packed, pack
from truce_cli.store.records import ConflictFile, Decision, Judgement, Kept, SeenFile
from truce_cli.store.session import Session


def _insert(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def _update(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}" = excluded."{name}"' for name in columns)


_ADD_DOCUMENT: Final = _insert("documents", ("id", *rows.DOCUMENT_COLUMNS))
_NOWHERE: Final = (0, 0)
_CONFLICT: Final = ("slug", "path", "data", "sha256", "parsed", "row_hash")
_ADD_SEARCH: Final = _insert("documents_fts", ("rowid", "title", "text"))
_ADD_CLAIM: Final = f"{_insert('claims', rows.CLAIM_COLUMNS)} ON CONFLICT (claim_id) DO NOTHING"
_PUT_CLAIM: Final = (
    f"{_insert('claims', rows.CLAIM_COLUMNS)} ON CONFLICT (claim_id) DO UPDATE SET "
    f"{_update(rows.CLAIM_COLUMNS[1:])}"
)
_SEARCH_CLAIM: Final = "INSERT INTO claims_fts (rowid, words) SELECT id, words FROM claim_words WHERE id = ?"
_ADD_DECISION: Final = _insert("decisions", rows.DECISION_COLUMNS)


class WritingHalf(Session):
    """Changes to the ledger, for use inside `with ledger.transaction():`."""

    def put_conflict(self, conflict: ConflictFile) -> None:
        """Set the conflict file."""
        self._run(
            f"{_insert('conflict', ('id', *_CONFLICT))} ON CONFLICT (id) DO UPDATE SET {_update(_CONFLICT)}",
            (
                1,
                conflict.slug,
                conflict.path,
                conflict.data,
                conflict.sha256,
                conflict.parsed,
                rows.conflict_hash(conflict.slug, conflict.path, conflict.sha256),
            ),
        )

    def put_actors(self, actors: Iterable[Actor], source_file: str | None) -> None:
        """Add or update actors that a claims file brings."""
        self._run_many(
            f"{_insert('actors', rows.ACTOR_COLUMNS)} ON CONFLICT (slug) DO UPDATE SET "
            f"{_update(rows.ACTOR_COLUMNS[1:])}",
            (rows.actor_values(actor, source_file) for actor in actors),
        )

    def add_documents(self, documents: Sequence[Document], *, rules_version: int | None, added: str) -> None:
        """Add documents with text, original and search rows; those that are held already are left alone."""
        self.add_packed([pack(one, rules_version=rules_version, added=added) for one in documents])

    def add_packed(self, documents: Sequence[Packed]) -> tuple[frozenset[str], int]:
        """Add documents with their claims; those that are held already are left alone, claims and all.

        sha256 of those that were added, and how many claims were.
        """
        known = self._numbers(one.card.id for one in documents)
        added: dict[str, tuple[int, Packed]] = {}
        new: list[tuple[Any, ...]] = []
        number = self._next_document()
        for one in documents:
            sha256 = one.card.id
            if sha256 in added or known.get(sha256, _NOWHERE)[1]:
                continue
            if sha256 in known:
                added[sha256] = (known[sha256][0], one)
                self._replace_card(known[sha256][0], one.card, one.text_sha256, one.rules_version, held=True)
            else:
                added[sha256] = (number, one)
                new.append((number, *one.row))
                number += 1
        self._run_many(_ADD_DOCUMENT, new)
        self._add_bodies(added.values())
        claims = (rows.in_document(row, place) for place, one in added.values() for row in one.claims)
        written = self._add_claim_rows(_ADD_CLAIM, claims)
        name_in(self._conn, (place for place, one in added.values() if one.claims))
        return frozenset(added), written

    def add_cards(self, cards: Iterable[Card], *, added: str) -> int:
        """Add or update documents held elsewhere, known by their cards only; how many were new."""
        new = 0
        for card in cards:
            known = self._numbers([card.id]).get(card.id)
            if known is None:
                values = rows.document_values(card, None, rules_version=None, added=added)
                self._run(_ADD_DOCUMENT, (self._next_document(), *values))
                new += 1
            elif not known[1]:
                self._replace_card(known[0], card, None, None, held=False)
        return new

    def replace_document(self, document: Document, *, rules_version: int) -> None:
        """Set card and text of a held document that was read again; its original stays."""
        number = self._numbers([document.card.id])[document.card.id][0]
        before = self._one(
            "SELECT d.title, t.text FROM documents AS d JOIN texts AS t ON t.document_id = d.id "
            "WHERE d.id = ?",
            (number,),
        )
        text_hash = rows.text_sha256(document.text)
        self._replace_card(number, document.card, text_hash, rules_version, held=True)
        if before == (document.card.title, document.text):
            return  # as nearly always: rules change more often than readers
        # External content: the search rows must be told what they were before they go.
        self._run(
            "INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (number, before[0], before[1]),
        )
        self._run("UPDATE texts SET text = ? WHERE document_id = ?", (document.text, number))
        self._run(_ADD_SEARCH, (number, document.card.title, document.text))

    def add_claims(self, claims: Sequence[Kept]) -> int:
        """Add claims; ids that are here already are left as they are. How many were added."""
        return self._write_claims(_ADD_CLAIM, claims, known=False)

    def put_claims(self, claims: Sequence[Kept]) -> int:
        """Add claims or overwrite those with the same id. Judgements about them belong in the log first."""
        return self._write_claims(_PUT_CLAIM, claims, known=True)

    def drop_claims(self, ids: Iterable[str]) -> int:
        """Take away proposals that the rules no longer make. Never for claims that a person has touched."""
        named = tuple(ids)
        sql = "SELECT id FROM claims WHERE claim_id = ? AND entry = 'extracted' AND status = 'candidate'"
        return self._delete(row[0] for one in named if (row := self._one(sql, (one,))) is not None)

    def take_back(self, claim_id: str) -> int:
        """Take away a claim that a person entered and has taken back; the log still holds it whole."""
        row = self._one("SELECT id FROM claims WHERE claim_id = ? AND entry = 'curated'", (claim_id,))
        return self._delete(() if row is None else (row[0],))

    def rebind(self, document: str, pairs: Sequence[tuple[str, str]]) -> None:
        """Set the bindings of one document (sha256): (id of a proposal, id of the curated claim)."""
        number = self._numbers([document])[document][0]
        self._run(
            "DELETE FROM bindings WHERE extracted_id IN (SELECT id FROM claims WHERE document_id = ?)",
            (number,),
        )
        self._run_many(
            "INSERT OR REPLACE INTO bindings (extracted_id, curated_id, row_hash) "
            "SELECT e.id, c.id, ? FROM claims AS e, claims AS c WHERE e.claim_id = ? AND c.claim_id = ?",
            ((rows.binding_hash(*pair), *pair) for pair in pairs),
        )

    def note_files(self, files: Iterable[SeenFile]) -> None:
        """Remember files, so that the next run need not open them."""
        self._run_many(
            "INSERT INTO files (path, size, mtime_ns, sha256, kind, document_id) VALUES (?, ?, ?, ?, ?, "
            "(SELECT id FROM documents WHERE sha256 = ?)) ON CONFLICT (path) DO UPDATE SET "
            "size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256, "
            "kind = excluded.kind, document_id = excluded.document_id",
            ((file.path, file.size, file.mtime_ns, file.sha256, file.kind, file.document) for file in files),
        )

    def forget_file(self, path: str) -> None:
        """Open a file again on the next run."""
        self._run("DELETE FROM files WHERE path = ?", (path,))

    def judge(self, judgements: Iterable[Judgement], *, undoes: int | None = None) -> int:
        """Add decisions to the log as one act, chained to the row before; the number of the last row.

        undoes: the act that these rows reverse.
        """
        seq, before = self._last_row()
        act = seq + 1
        for one in judgements:
            seq += 1
            before = self._log(seq, one, before, (act, undoes, None))
        return seq

    def merge_log(self, decisions: Iterable[Decision]) -> int:
        """Add rows of another ledger's log behind our own, each with its origin; how many were new.

        Numbers of acts become those that the rows have here. decisions: oldest first.
        """
        seq, before = self._last_row()
        first = seq
        here: dict[int, int] = {}
        for decision in decisions:
            theirs = decision.act if decision.act is not None else decision.seq
            origin = decision.origin or decision.hash
            known = self._one(
                "SELECT coalesce(act, seq) FROM decisions WHERE origin = ? OR hash = ?", (origin, origin)
            )
            if known is not None:
                here.setdefault(theirs, known[0])
                continue
            seq += 1
            act = here.setdefault(theirs, seq)
            undoes = here.get(decision.undoes) if decision.undoes is not None else None
            before = self._log(seq, decision.judgement, before, (act, undoes, origin))
        return seq - first

    # small steps

    def _last_row(self) -> tuple[int, str]:
        last = self._one("SELECT seq, hash FROM decisions ORDER BY seq DESC LIMIT 1")
        return (last[0], last[1]) if last is not None else (0, FIRST)

    def _log(self, seq: int, one: Judgement, before: str, place: tuple[int, int | None, str | None]) -> str:
        """Write one row of the log; its hash. place: act, undoes, origin."""
        act, undoes, origin = place
        own = entry_hash(seq, one, before, act=act, undoes=undoes, origin=origin)
        named = (one.at, one.curator, one.command, one.subject, one.action, one.field, one.old, one.new)
        self._run(_ADD_DECISION, (seq, *named, one.why, before, own, *place))
        return own

    def _numbers(self, sha256s: Iterable[str]) -> dict[str, tuple[int, int]]:
        """documents.id and held, by sha256."""
        sql = "SELECT id, held FROM documents WHERE sha256 = ?"
        found = ((sha256, self._one(sql, (sha256,))) for sha256 in set(sha256s))
        return {sha256: row for sha256, row in found if row is not None}

    def _next_document(self) -> int:
        return int(self._one("SELECT coalesce(max(id), 0) + 1 FROM documents")[0])

    def _add_bodies(self, bodies: Collection[tuple[int, Packed]]) -> None:
        self._run_many(
            "INSERT INTO texts (document_id, text) VALUES (?, ?)",
            ((number, one.text) for number, one in bodies),
        )
        self._run_many(
            "INSERT INTO originals (document_id, zlib) VALUES (?, ?)",
            ((number, one.original) for number, one in bodies),
        )
        self._run_many(_ADD_SEARCH, ((number, one.card.title, one.text) for number, one in bodies))

    def _replace_card(
        self, number: int, card: Card, text_hash: str | None, rules_version: int | None, *, held: bool
    ) -> None:
        names = ", ".join(f"{name} = ?" for name in rows.CARD_FIELDS)
        values: list[Any] = [getattr(card, name) for name in rows.CARD_FIELDS]
        before, added = self._one("SELECT published, added FROM documents WHERE id = ?", (number,))
        own = rows.card_hash(card, text_hash, rules_version=rules_version, added=added)
        self._run(
            f"UPDATE documents SET {names}, held = ?, text_sha256 = ?, rules_version = ?, row_hash = ? "
            "WHERE id = ?",
            (*values, int(held), text_hash, rules_version, own, number),
        )
        if card.published != before:
            name_in(self._conn, (number,))

    def _write_claims(self, sql: str, claims: Sequence[Kept], *, known: bool) -> int:
        """Run a writing statement for every claim, and keep the search rows in step.

        known: some of the ids may be here already and be overwritten.
        """
        numbers = self._numbers(item.claim.document for item in claims if item.claim.document is not None)
        old = [row[0] for row in self._rows_of(claims)] if known else []
        left = self._documents_of(old)
        self._unsearch(old)
        written = self._add_claim_rows(
            sql,
            (
                rows.claim_values(item, numbers[item.claim.document][0] if item.claim.document else None)
                for item in claims
            ),
        )
        self._run_many(_SEARCH_CLAIM, ((number,) for number in old))
        name_in(self._conn, left.union(number for number, _ in numbers.values()))
        name_rows(self._conn, old)
        return written

    def _add_claim_rows(self, sql: str, values: Iterable[tuple[Any, ...]]) -> int:
        """Run a writing statement for every row; those that are new enter the search."""
        last = self._one("SELECT coalesce(max(id), 0) FROM claims")[0]
        written = self._run_many(sql, values)
        # FTS takes whole runs of new rows far faster than one row at a time.
        self._run(
            "INSERT INTO claims_fts (rowid, words) SELECT id, words FROM claim_words WHERE id > ?", (last,)
        )
        return written

    def _rows_of(self, claims: Iterable[Kept]) -> Iterator[tuple[int]]:
        for item in claims:
            row = self._one("SELECT id FROM claims WHERE claim_id = ?", (item.claim.id,))
            if row is not None:
                yield row

    def _delete(self, numbers: Iterable[int]) -> int:
        gone = tuple(numbers)
        self._unsearch(gone)
        beside = self._documents_of(gone)
        done = self._run_many("DELETE FROM claims WHERE id = ?", ((number,) for number in gone))
        name_in(self._conn, beside)
        return done

    def _documents_of(self, numbers: Iterable[int]) -> set[int]:
        """documents.id of these claims (claims.id)."""
        found = (self._one("SELECT document_id FROM claims WHERE id = ?", (number,)) for number in numbers)
        return {row[0] for row in found if row is not None and row[0] is not None}

    def _unsearch(self, numbers: Iterable[int]) -> None:
        """Take claims out of the search; before their words change, since it must be told the old ones."""
        self._run_many(
            "INSERT INTO claims_fts (claims_fts, rowid, words) "
            "SELECT 'delete', id, words FROM claim_words WHERE id = ?",
            ((number,) for number in numbers),
        )


def as_json(value: object) -> str:
    """A field's value as the log keeps it."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
