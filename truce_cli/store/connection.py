"""Opens the ledger file and says in a person's words why it cannot. Knows the file, not what is in it."""

from __future__ import annotations

import re
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from truce_cli.errors import DiskError, LedgerError, LedgerLocked, LedgerTooNew, TruceError
from truce_cli.store import schema

BUSY_MS: Final = 30_000
"""How long we wait for another process's write."""

_ASK_EVERY: Final = 0.02
"""Seconds between two tries for the write lock; they grow fewer with every second that was waited."""
_MADE: Final = re.compile(r"CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)")
_MAGIC: Final = b"SQLite format 3\x00"
_TABLES_GONE: Final = ("no such", "vtable constructor", "malformed", "error in ")
_NOT_OURS: Final = "is not a truce ledger and was left as it is; name another file with --db"


def file_version(path: Path) -> int:
    """Schema version of the ledger at path, read from its header alone, before SQLite touches the file.

    Raises LedgerError where there is no ledger or the file is not one of ours, LedgerTooNew where a later
    version of this program wrote it.
    """
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise LedgerError(f"{path} is not a file; name a ledger with --db")
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise LedgerError(f"no ledger at {path}; run: truce ingest docs/") from None
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from None
    if not header:
        raise LedgerError(f"{path} is empty, not a truce ledger; remove it or name another file with --db")
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise LedgerError(f"{path} {_NOT_OURS}")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise LedgerError(f"{path} {_NOT_OURS}")
    version = int.from_bytes(header[60:64], "big")
    if version == 0:
        raise LedgerError(f"{path} {_NOT_OURS}")
    if version > schema.VERSION:
        raise LedgerTooNew(
            f"{path} was written by a later version of truce (schema {version}, this program knows "
            f"{schema.VERSION}) and was left as it is; upgrade truce"
        )
    return version


def open_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises LedgerError and its kin."""
    with translated(path):
        try:
            return _connect(path, "ro")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            # A run that was killed left its journal: only a writer may roll it back.
            _connect(path, "rw").close()
            return _connect(path, "ro")


def open_writing(path: Path) -> sqlite3.Connection:
    """A connection to an existing ledger that may write. Raises LedgerError and its kin."""
    with translated(path):
        conn = _connect(path, "rw")
        # Another tool may have switched the file to WAL, whose log a copied ledger would lose.
        conn.execute("PRAGMA journal_mode = DELETE")
        return conn


def open_new(path: Path, called: Path) -> sqlite3.Connection:
    """A connection to a file that does not exist yet. called: the name that it will have, for messages."""
    with translated(called):
        conn = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        _settings(conn)
        return conn


def open_scratch() -> sqlite3.Connection:
    """A private ledger that SQLite drops when it is closed; it spills to disk where memory is short."""
    conn = sqlite3.connect("", isolation_level=None)
    _settings(conn)
    return conn


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    conn = sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None)
    try:
        _settings(conn)
        if mode == "ro":
            conn.execute("PRAGMA query_only = ON")
        # The first read takes the lock, rolls back what a killed run left, and meets a truncated file.
        conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        conn.close()
        raise
    return conn


def _settings(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA synchronous = EXTRA")


def version_of(conn: sqlite3.Connection, path: Path) -> int:
    """The schema version as SQLite reads it, once it has rolled back what a killed run left."""
    with translated(path):
        return int(conn.execute("PRAGMA user_version").fetchone()[0])


def begin_writing(conn: sqlite3.Connection) -> None:
    """Open a transaction that holds the write lock, or raise SQLite's "busy" when BUSY_MS are over.

    SQLite's own wait asks ten times a second after a while, and so loses for minutes against processes that have
    just come and ask at once; here who has waited longer asks more often.
    """
    began = time.monotonic()
    conn.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                # IMMEDIATE takes the write lock first: a read that later turns into a write can deadlock.
                conn.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                waited = time.monotonic() - began
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited * 1000 >= BUSY_MS:
                    raise
                time.sleep(_ASK_EVERY / (1 + waited))
    finally:
        conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def refuse_strange_triggers(conn: sqlite3.Connection, path: Path) -> None:
    """Raise LedgerError where the file brings triggers that are not ours: a write would run them."""
    version = version_of(conn, path)
    with translated(path):
        found = {sql for (sql,) in conn.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")}
    written = [statement for _, statements in schema.STEPS[:version] for statement in statements]
    if found != {statement for statement in written if statement.startswith("CREATE TRIGGER")}:
        raise LedgerError(
            f"{path} has been altered: its triggers are not those of truce; it was left as it is"
        )


def refuse_strange_tables(conn: sqlite3.Connection, path: Path) -> None:
    """Raise LedgerError where a table of ours is a view or is missing, or a view of ours says something else:
    a question to it might never end, or be answered by what somebody made up."""
    version = version_of(conn, path)
    with translated(path):
        found = {
            name: (kind, sql) for name, kind, sql in conn.execute("SELECT name, type, sql FROM sqlite_schema")
        }
    for _, statements in schema.STEPS[:version]:
        for statement in statements:
            made = _MADE.match(statement)
            if made is None:
                continue
            kind, sql = found.get(made[2], (None, None))
            if kind != "table" if made[1] == "TABLE" else kind is not None and sql != statement:
                raise LedgerError(
                    f"{path} has been altered: its tables are not those of truce; it was left as it is"
                )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, one line each."""
    try:
        yield
    except sqlite3.Error as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # SQLite's message quotes a damaged table, and is no text itself
        raise _damaged(path) from error


def _damaged(path: Path) -> LedgerError:
    return LedgerError(f"{path} is damaged or cut short and was left as it is; use a backup")


def _known(error: sqlite3.Error, path: Path) -> TruceError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # from Python's own half of the driver
        return _damaged(path) if str(error).startswith("Could not decode") else None
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LedgerLocked(f"{path} is in use by another process; try again when it has finished")
        case sqlite3.SQLITE_FULL:
            return DiskError(f"{path} cannot grow: the disk is full; what was stored before is whole")
        case sqlite3.SQLITE_IOERR:
            return DiskError(f"{path} cannot be written or read: {error}; what was stored before is whole")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return DiskError(
                f"{path} cannot be written: the file or its folder is read-only; "
                "name a ledger elsewhere with --db"
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(path)
        case sqlite3.SQLITE_ERROR if str(error).startswith(_TABLES_GONE):
            return _damaged(path)
    return None
