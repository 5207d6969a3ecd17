"""Looks for damage: SQLite's own checks, and every hash that a row carries. Changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from truce_cli.errors import TruceError
from truce_cli.store import rows, schema
from truce_cli.store.connection import open_scratch, translated
from truce_cli.store.log import row_hash
from truce_cli.store.naming import misnamed
from truce_cli.store.session import Session


class InspectionHalf(Session):
    """Questions about the state of the file. Each names what is wrong; nothing where all is well."""

    def structural_damage(self) -> tuple[str, ...]:
        """What SQLite says of its pages, indexes and foreign keys."""
        try:
            found = [str(row[0]) for row in self._all("PRAGMA integrity_check(20)")]
            keys = self._all("PRAGMA foreign_key_check")
        except (TruceError, sqlite3.Error) as error:
            return (str(error),)
        said = [line for line in found if line != "ok"]
        said += [f"row {row[1]} of {row[0]} names a row of {row[2]} that is not there" for row in keys]
        return tuple(said)

    def file_sha256(self) -> str:
        """Hash of the ledger's file, as sha256sum tells it; inside a snapshot, since nobody writes meanwhile."""
        import hashlib

        return hashlib.file_digest(self._kept_open(), "sha256").hexdigest()

    def altered_schema(self) -> Iterator[str]:
        """Names of tables, indexes, views and triggers that are not as this program makes them.

        What a person has added is left alone, but for triggers: they run when the program writes.
        """
        sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        with closing(sqlite3.connect(":memory:")) as blank:
            for statement in (*schema.MIGRATIONS_TABLE, *(one for _, step in schema.STEPS for one in step)):
                blank.execute(statement)
            expected = set(blank.execute(sql))
        found = set(self._all(sql))
        yield from sorted(str(row[1]) for row in expected - found)
        yield from sorted(str(row[1]) for row in found - expected if row[0] == "trigger")

    def search_damage(self) -> Iterator[str]:
        """Full-text indexes that do not fit the texts; whatever else no hash guards must at least be readable."""
        self._all("SELECT * FROM files")
        with closing(open_scratch()) as copy, translated(self.path):
            self._conn.backup(copy)
            for name in ("documents_fts", "claims_fts"):
                try:
                    # written as an insertion, which a ledger opened for reading does not take
                    copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
                except sqlite3.DatabaseError:
                    yield name

    def conflict_damaged(self) -> bool:
        """True where the conflict file, or what stands beside it, is not what was written."""
        row = self._one("SELECT data, row_hash, slug, path, sha256 FROM conflict")
        if row is None:
            return True
        import hashlib

        data, own, slug, path, sha256 = row
        altered = rows.conflict_hash(slug, path, sha256) != own
        return bool(altered or hashlib.sha256(data).hexdigest() != sha256)

    def altered_sources(self) -> Iterator[str]:
        """Slugs of sources that claims files brought whose row is not the one that was written."""
        for *row, own in self._all(f"SELECT {', '.join(rows.ACTOR_COLUMNS)} FROM actors ORDER BY slug"):
            if rows.actor_hash(row) != own:
                yield str(row[0])

    def altered_bindings(self) -> Iterator[str]:
        """Ids of proposals that are bound to another claim than was written."""
        sql = (
            "SELECT e.claim_id, c.claim_id, b.row_hash FROM bindings AS b JOIN claims AS e ON e.id = b.extracted_id "
            "JOIN claims AS c ON c.id = b.curated_id ORDER BY b.extracted_id"
        )
        for extracted, curated, own in self._all(sql):
            if rows.binding_hash(extracted, curated) != own:
                yield str(extracted)

    def misnamed_claims(self) -> Iterator[str]:
        """Ids of claims that would be collapsed with others than those that say the same."""
        with translated(self.path):
            yield from misnamed(self._conn)

    def altered_claims(self) -> Iterator[str]:
        """Ids of claims whose row is not the one that was written."""
        sql = (
            f"SELECT {rows.KEPT_SELECT}, c.row_hash FROM claims AS c "
            "LEFT JOIN documents AS d ON d.id = c.document_id ORDER BY c.id"
        )
        for *row, own in self._all(sql):
            try:
                whole = rows.claim_hash(rows.kept(row)) == own
            except (ValueError, TypeError):  # a list that is no JSON
                whole = False
            if not whole:
                yield str(row[0])

    def altered_documents(self) -> Iterator[str]:
        """sha256 of documents whose row or text is not the one that was written."""
        sql = (
            f"SELECT {rows.CARD_SELECT}, d.text_sha256, d.rules_version, d.added, d.row_hash, d.held, t.text "
            "FROM documents AS d "
            "LEFT JOIN texts AS t ON t.document_id = d.id WHERE d.id = ?"
        )
        for (number,) in self._all("SELECT id FROM documents ORDER BY id"):
            *row, text_hash, version, added, own, held, text = self._one(sql, (number,))
            sealed = rows.card_hash(rows.card(row), text_hash, rules_version=version, added=added)
            whole = sealed == own and bool(held) is (text is not None)
            if held:
                whole = whole and text is not None and rows.text_sha256(text) == text_hash
            if not whole:
                yield str(row[0])

    def broken_log(self) -> tuple[int, int] | None:
        """Number of the first row of the log that does not follow, and of rows; None where the chain holds."""
        sql = f"SELECT {', '.join(rows.DECISION_COLUMNS)} FROM decisions ORDER BY seq"
        before, expected = "0" * 64, 1
        for row in self._all(sql):
            decision = rows.decision(row)
            follows = decision.seq == expected and decision.prev_hash == before
            if not follows or decision.hash != row_hash(decision):
                return (decision.seq, expected - 1)
            before, expected = decision.hash, expected + 1
        ever = self._one("SELECT seq FROM sqlite_sequence WHERE name = 'decisions'")
        if ever is not None and int(ever[0]) != expected - 1:
            return (expected, expected - 1)
        return None
