"""Brings a ledger's tables up to date, each step recorded. Knows no table by name but its own record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from truce_cli.store import schema, sealing
from truce_cli.store.connection import begin_writing
from truce_cli.store.naming import name_all

if TYPE_CHECKING:
    from sqlite_utils import Database


_SET: Final = "truce"
"""Under this name sqlite-utils keeps the record of our steps."""


def make(conn: sqlite3.Connection) -> None:
    """Apply every step to a file that is new, all in one transaction; recorded as `migrate` does.

    conn: open for writing, outside a transaction, isolation_level None.
    """
    with _brought_up(conn):
        for name, statements in schema.STEPS:
            for statement in statements:
                conn.execute(statement)
            conn.execute(
                'INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) '
                "VALUES (?, ?, strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now'))",
                (_SET, name),
            )


def migrate(conn: sqlite3.Connection) -> None:
    """Apply every step that this file has not had, all in one transaction.

    conn: as for `make`.
    """
    # Only upgrading needs sqlite-utils: its import, with pandas where that is at hand, takes a quarter of a second.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations(_SET)
    for name, statements in schema.STEPS:
        steps(name=name)(_runner(name, statements))
    with _brought_up(conn):
        # Inside our transaction sqlite-utils uses savepoints, so that all steps land or none does.
        steps.apply(Database(conn, recursive_triggers=False, execute_plugins=False))


@contextmanager
def _brought_up(conn: sqlite3.Connection) -> Iterator[None]:
    """A transaction that ends with a ledger of today's form, or with what was there before."""
    begin_writing(conn)
    try:
        for statement in schema.MIGRATIONS_TABLE:
            conn.execute(statement)
        yield
        name_all(conn)
        conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {len(schema.STEPS)}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _runner(name: str, statements: tuple[str, ...]) -> Callable[[Database], Any]:
    def run(db: Database) -> None:
        for statement in statements:
            db.conn.execute(statement)
        if statements is sealing.STATEMENTS:
            sealing.seal_all(db.conn)

    run.__name__ = name
    return run
