"""Brings a ledger's tables up to date, each step recorded. Knows no table by name but its own record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from truce_cli.store import schema
from truce_cli.store.connection import begin_writing
from truce_cli.store.naming import name_all

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(conn: sqlite3.Connection) -> None:
    """Apply every step that this file has not had, all in one transaction.

    conn: open for writing, outside a transaction, isolation_level None.
    """
    # Only creation and upgrading need sqlite-utils: its import is dearer than most commands.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations("truce")
    for name, statements in schema.STEPS:
        steps(name=name)(_runner(name, statements))
    begin_writing(conn)
    try:
        for statement in schema.MIGRATIONS_TABLE:
            conn.execute(statement)
        # Inside our transaction sqlite-utils uses savepoints, so that all steps land or none does.
        steps.apply(Database(conn, recursive_triggers=False, execute_plugins=False))
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

    run.__name__ = name
    return run
