"""One open ledger: runs SQL, holds transactions. Knows no table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Any

from truce_cli.store.connection import begin_writing, translated


class Session:
    """A connection with its path. Every error of SQLite's leaves it as one of ours."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self.path = path
        self._handles: list[BufferedReader] = []

    def close(self) -> None:
        self._conn.close()
        for handle in self._handles:
            handle.close()

    def _kept_open(self) -> BufferedReader:
        """The ledger's bytes. A handle that is closed takes this process's locks on the file with it, SQLite's too,
        so that it stays open as long as the connection."""
        handle = self.path.open("rb")
        self._handles.append(handle)
        return handle

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A write that lands whole or not at all. What it holds is durable once the block is left.

        Never parse, print or prompt inside: every other writer waits.
        """
        with translated(self.path):
            begin_writing(self._conn)
            try:
                yield
                self._conn.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads that see the same ledger, whatever others commit meanwhile.

        Fetch, leave, then print: writers wait for it.
        """
        with translated(self.path):
            self._conn.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    def _roll_back(self) -> None:
        # A full disk makes SQLite roll back by itself.
        if self._conn.in_transaction:
            self._conn.execute("ROLLBACK")

    def _all(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with translated(self.path):
            return self._conn.execute(sql, values).fetchall()

    def _each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows one by one, for answers that are large; to be read to the end at once."""
        with translated(self.path):
            yield from self._conn.execute(sql, values)

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        with translated(self.path):
            return self._conn.execute(sql, values).fetchone()

    def _run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one writing statement; how many rows it changed."""
        with translated(self.path):
            return self._conn.execute(sql, values).rowcount

    def _run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run a writing statement for every row; how many rows it changed altogether."""
        with translated(self.path):
            return max(self._conn.executemany(sql, rows).rowcount, 0)
