"""Step 0005, seals: sources, bindings, the conflict and a document's day of ingest are guarded by hashes too.

The columns as SQL text, and what fills them in a ledger of before. Judges nothing.
"""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from truce_cli.model.document import Card
from truce_cli.model.identity import digest
from truce_cli.store import rows

STATEMENTS: Final = (
    "ALTER TABLE actors ADD COLUMN row_hash TEXT",
    "ALTER TABLE bindings ADD COLUMN row_hash TEXT",
    "ALTER TABLE conflict ADD COLUMN row_hash TEXT",
)

_AT_ONCE: Final = 10_000
_BINDINGS: Final = """SELECT b.extracted_id, e.claim_id, c.claim_id FROM bindings AS b
    JOIN claims AS e ON e.id = b.extracted_id JOIN claims AS c ON c.id = b.curated_id"""


def seal_all(conn: sqlite3.Connection) -> None:
    """Fill the hashes of a ledger that had none; inside a transaction.

    A document whose own hash no longer fits was altered before: it keeps that hash, so that it is still found.
    """
    actors = conn.execute(f"SELECT {', '.join(rows.ACTOR_COLUMNS[:-1])} FROM actors").fetchall()
    conn.executemany(
        "UPDATE actors SET row_hash = ? WHERE slug = ?", [(rows.actor_hash(row), row[0]) for row in actors]
    )
    bindings = conn.execute(_BINDINGS).fetchall()
    conn.executemany(
        "UPDATE bindings SET row_hash = ? WHERE extracted_id = ?",
        [(rows.binding_hash(extracted, curated), number) for number, extracted, curated in bindings],
    )
    for row in conn.execute("SELECT slug, path, sha256 FROM conflict").fetchall():
        conn.execute("UPDATE conflict SET row_hash = ?", (rows.conflict_hash(*row),))
    (last,) = conn.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
    for first in range(0, last + 1, _AT_ONCE):
        _seal_documents(conn, first, first + _AT_ONCE)


def _seal_documents(conn: sqlite3.Connection, first: int, end: int) -> None:
    sql = (
        f"SELECT {rows.CARD_SELECT}, d.text_sha256, d.rules_version, d.added, d.row_hash, d.id "
        "FROM documents AS d WHERE d.id >= ? AND d.id < ?"
    )
    sealed: list[tuple[Any, ...]] = []
    for *row, text_hash, version, added, own, number in conn.execute(sql, (first, end)).fetchall():
        card = rows.card(row)
        if _hash_of_before(card, text_hash) == own:
            sealed.append((rows.card_hash(card, text_hash, rules_version=version, added=added), number))
    conn.executemany("UPDATE documents SET row_hash = ? WHERE id = ?", sealed)


def _hash_of_before(one: Card, text_hash: str | None) -> str:
    """A document's hash as it was up to step 0004: without its day of ingest and the rules' version."""
    fields: dict[str, object] = {name: getattr(one, name) for name in rows.CARD_FIELDS}
    return digest({"tag": "truce-document-1", "sha256": one.id, "text": text_hash, **fields})
