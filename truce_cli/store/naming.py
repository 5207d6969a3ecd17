"""Keeps `claims.assertion` and `claims.copy` in step with what they are derived from. Knows no question."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from truce_cli.store import copying, rows


def name_all(conn: sqlite3.Connection) -> None:
    """Derive both for every claim; inside a transaction."""
    _bring(conn)
    # an index that is made anew is made in a fraction of the time that changing every entry of it takes
    conn.execute("DROP INDEX claims_copies")
    conn.execute(copying.NAME)
    conn.execute(copying.INDEX)


def name_in(conn: sqlite3.Connection, documents: Iterable[int]) -> None:
    """Derive both for every claim of these documents (documents.id); inside a transaction."""
    numbers = [(number,) for number in documents]
    _bring(conn)
    conn.executemany(f"{copying.NAME} WHERE document_id = ?", numbers)


def name_rows(conn: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Derive both for these claims (claims.id): those that have lost their document have neither."""
    _bring(conn)
    conn.executemany(f"{copying.NAME} WHERE id = ?", [(number,) for number in claims])


def misnamed(conn: sqlite3.Connection) -> list[str]:
    """Ids of claims of which either is not what it is derived from."""
    _bring(conn)
    return [str(row[0]) for row in conn.execute(copying.MISNAMED)]


def _bring(conn: sqlite3.Connection) -> None:
    # SQLite refuses to make a function anew while any statement runs
    try:
        conn.execute("SELECT assertion_hash()")
    except sqlite3.OperationalError:
        conn.create_function("assertion_hash", -1, rows.assertion_hash, deterministic=True)
