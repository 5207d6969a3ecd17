"""The ledger for people who browse it: what its tables are, which questions are ready, and what must not be in it.

Knows the schema and SQL; knows no server.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from truce_cli.errors import LedgerError
from truce_cli.store import connection, schema
from truce_cli.store.searching import match_words

_UNBOUND: Final = "c.id NOT IN (SELECT extracted_id FROM bindings)"
_CLAIM: Final = (
    "c.claim_id, c.status, c.claimant, c.value_text, c.quote, d.published, d.outlet, d.title, d.url "
    "FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id"
)

QUERIES: Final[dict[str, dict[str, Any]]] = {
    "series": {
        "title": "Running totals, claim by claim",
        "description": "Every total that a voice gave for one side, oldest first. Claims, not tallies: the report "
        "has them reconciled. Leave a field empty for all.",
        "sql": f"SELECT coalesce(c.as_of, c.stated_on, d.published) AS day, c.side, c.victims, c.harm, c.low, c.value, "
        f"c.high, c.qualifier, c.measure, c.claimant_side, {_CLAIM} WHERE c.kind = 'toll' "
        f"AND c.measure = 'cumulative' AND c.other_conflict IS NULL AND c.status != 'rejected' AND {_UNBOUND} "
        "AND (:side = '' OR c.side = :side) AND (:victims = '' OR c.victims = :victims) "
        "AND (:harm = '' OR c.harm = :harm) ORDER BY c.side, c.victims, c.harm, day, c.id",
    },
    "claims_about": {
        "title": "Claims by kind and side",
        "description": "kind: toll, undisclosed, violation, denial, truce_event; side: a slug of the conflict "
        "file, by it, about its losses or accusing it. Leave a field empty for all.",
        "sql": f"SELECT c.kind, c.side, c.accused_side, c.claimant_side, {_CLAIM} WHERE {_UNBOUND} "
        "AND (:kind = '' OR c.kind = :kind) "
        "AND (:side = '' OR :side IN (c.side, c.accused_side, c.claimant_side)) ORDER BY d.published, c.id",
    },
    "timeline": {
        "title": "Timeline of a truce",
        "description": "Accusations, denials and events of one truce by time, claim by claim; empty for all.",
        "sql": f"SELECT coalesce(c.occurred, c.at, d.published) AS at, c.precision, c.truce, c.kind, c.claimant_side, "
        f"c.accused_side, coalesce(c.act, c.event) AS what, c.place, {_CLAIM} "
        f"WHERE c.kind IN ('violation', 'denial', 'truce_event') AND c.status != 'rejected' AND {_UNBOUND} "
        "AND (:truce = '' OR c.truce = :truce) ORDER BY at, c.id",
    },
    "search": {
        "title": "Search the documents",
        "description": "Full text: every word must occur; a word ending in * stands for its beginnings.",
        "sql": "SELECT d.published, d.outlet, d.title, snippet(documents_fts, -1, '[', ']', '…', 24) AS words, d.url, "
        "d.id AS document_id FROM documents_fts JOIN documents AS d ON d.id = documents_fts.rowid "
        "WHERE documents_fts MATCH match_words(:words) ORDER BY bm25(documents_fts, 5.0, 1.0), d.id LIMIT 200",
    },
    "silences": {
        "title": "Not disclosed",
        "description": "Where a source says that a side withholds its figure.",
        "sql": f"SELECT c.side, c.victims, c.harm, {_CLAIM} WHERE c.kind = 'undisclosed' "
        f"AND c.status != 'rejected' AND {_UNBOUND} ORDER BY c.side, d.published",
    },
    "decisions_on": {
        "title": "Who decided what, and why",
        "description": "The log of one claim or document, by its whole id; empty for all.",
        "sql": "SELECT seq, at, curator, command, subject, action, field, old, new, why FROM decisions "
        "WHERE :subject = '' OR subject = :subject ORDER BY seq DESC",
    },
}
"""Ready questions by name. Everything in them is read; a person's words come in as parameters."""

TABLES: Final[dict[str, dict[str, Any]]] = {
    "documents": {
        "title": "Documents",
        "description": "Every article that was read, or that a claim names.",
        "label_column": "title",
        "facets": ["outlet", "published_basis"],
        "sort_desc": "published",
        "fts_table": "documents_fts",
        "fts_pk": "id",
    },
    "claims": {
        "title": "Claims",
        "description": "Every assertion with its speaker and its exact words; candidates are proposed by rules.",
        "label_column": "claim_id",
        "facets": ["kind", "status", "side", "harm", "claimant_side"],
        "fts_table": "claims_fts",
        "fts_pk": "id",
    },
    "decisions": {
        "title": "Log",
        "description": "Every judgement and edit; rows are chained by their hashes and never change.",
        "facets": ["curator", "command", "field"],
        "sort_desc": "seq",
    },
    "toll_claims": {
        "title": "Tolls, as claimed",
        "description": "Claims of dead, injured and missing, and of figures withheld, with their documents.",
        "facets": ["side", "harm", "victims", "status"],
        "sort_desc": "as_of",
    },
    "violation_claims": {
        "title": "Accusations, as claimed",
        "description": "Who accused whom of breaking which truce.",
        "facets": ["truce", "claimant_side", "accused_side", "act"],
        "sort_desc": "occurred",
    },
    "claim_timeline": {"title": "All claims by day", "facets": ["kind", "truce", "status"]},
    "sources": {
        "title": "Sources",
        "description": "Claimants and outlets, with how many claims.",
        "facets": ["role"],
    },
    "actors": {"title": "Sources that claims files brought", "label_column": "name"},
    "bindings": {"title": "Proposals and the curated claims that lead them"},
    "conflict": {"title": "The conflict file"},
    **{
        name: {"hidden": True}
        for name in ("files", "originals", "texts", "document_texts", "claim_words", "_sqlite_migrations")
    },
}
"""What the tables and views are, in Datasette's terms."""


def prepare(conn: sqlite3.Connection) -> None:
    """Every connection that ready and typed questions run on: they read, and the schema is not trusted."""
    for setting in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        conn.execute(f"PRAGMA {setting}")
    conn.create_function("match_words", 1, _matching, deterministic=True)


def _matching(words: object) -> str:
    """What a person types in the box of "search"; an empty box matches nothing, and is no error."""
    return match_words(str(words or "")) or '""'


def refuse_strange_views(path: Path) -> None:
    """Raise LedgerError where the file holds views, triggers or virtual tables that are not truce's: reading them
    would run them. Raises as connection.open_reading, too."""
    conn = connection.open_reading(path)
    try:
        with connection.translated(path):
            version = int(conn.execute("PRAGMA user_version").fetchone()[0])
            found = conn.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    finally:
        conn.close()
    ours = {statement for _, statements in schema.STEPS[:version] for statement in statements}
    for kind, name, sql in found:
        acts = kind in ("view", "trigger") or sql.upper().startswith("CREATE VIRTUAL")
        if acts and sql not in ours:
            raise LedgerError(
                f"{path} holds a {kind} that is not truce's, {name!r}, which could run as it is read; drop it, "
                "or serve a backup made before it"
            )
