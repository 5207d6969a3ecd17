"""The ledger: one SQLite file, opened for reading, for writing, or made new. The door to this package."""

from __future__ import annotations

import os
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from truce_cli.errors import DiskError, LedgerError, UsageError
from truce_cli.store import connection, schema
from truce_cli.store.reading import ReadingHalf
from truce_cli.store.records import ConflictFile
from truce_cli.store.writing import WritingHalf

__all__ = ["Ledger"]


class Ledger(ReadingHalf, WritingHalf):
    """A writing half and a reading half over one connection. Close it, or use it in a `with`."""

    @classmethod
    def reading(cls, path: Path) -> Self:
        """An existing ledger, for questions only.

        Raises LedgerError (no ledger, not ours, damaged), LedgerTooNew, LedgerLocked.
        """
        conn = _opened(path, connection.open_reading)
        try:
            connection.refuse_strange_tables(conn, path)
        except BaseException:
            conn.close()
            raise
        return cls(conn, path)

    @classmethod
    def as_it_is(cls, path: Path) -> Self:
        """An existing ledger of today's form, for a look that must change nothing, not even an older form.

        Raises LedgerError, also for an older ledger, and LedgerTooNew.
        """
        if connection.file_version(path) != schema.VERSION:
            raise LedgerError(f"{path} is of an older form; any command brings it up to date")
        return cls(connection.open_reading(path), path)

    @classmethod
    def writing(cls, path: Path) -> Self:
        """An existing ledger, for changes. Raises as `reading`, and DiskError."""
        conn = _opened(path, connection.open_writing)
        try:
            if path.stat().st_nlink > 1:  # a run was killed between giving the name and dropping the old one
                _sweep(path)
            connection.refuse_strange_triggers(conn, path)
            connection.refuse_strange_tables(conn, path)
        except BaseException:
            conn.close()
            raise
        return cls(conn, path)

    @classmethod
    def create(cls, path: Path, conflict: ConflictFile) -> Self:
        """A new ledger about a conflict, open for changes.

        It is made whole under another name and then takes its own, so that no half ledger is ever seen; where
        another process was quicker, that one is opened. Raises DiskError where the folder cannot be written.
        """
        with _made_aside(path) as aside:
            _sweep(path)
            conn = connection.open_new(aside, path)
            try:
                _furnish(cls(conn, path), conflict)
            finally:
                conn.close()
            _take_name(aside, path)
        return cls.writing(path)

    @classmethod
    def scratch(cls, path: Path | None, conflict: ConflictFile | None = None) -> Self:
        """A private copy of the ledger at path, or (None) a blank one about a conflict."""
        conn = connection.open_scratch()
        ledger = cls(conn, path or Path("scratch"))
        try:
            if path is not None:
                version = connection.file_version(path)
                with cls(connection.open_reading(path), path) as source, connection.translated(path):
                    source._conn.backup(conn)
                if version < schema.VERSION:
                    _migrate(conn, path)
            if conflict is not None:
                _furnish(ledger, conflict)
        except BaseException:
            conn.close()
            raise
        return ledger

    def copy_to(self, path: Path) -> None:
        """Copy the whole ledger into a new file, in one consistent state though others write meanwhile.

        Raises UsageError where something stands there, DiskError where it cannot be written.
        """
        if exists(path):
            raise UsageError(f"{path} is there already; name another file for the backup")
        with _made_aside(path) as aside, connection.translated(path):
            target = connection.open_new(aside, path)
            try:
                self._conn.backup(target)
            finally:
                target.close()
            if not _take_name(aside, path):
                raise UsageError(f"{path} was made meanwhile; name another file for the backup")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def exists(path: Path) -> bool:
    """True where something stands at path, be it a ledger or not."""
    return path.exists() or path.is_symlink()


def is_ledger(path: Path) -> bool:
    """True where the file's header says that it is a ledger, of whatever version."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return header[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def _furnish(ledger: Ledger, conflict: ConflictFile) -> None:
    from truce_cli.store.migrations import make

    with connection.translated(ledger.path):
        make(ledger._conn)
    with ledger.transaction():
        ledger.put_conflict(conflict)


def _opened(path: Path, opening: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
    """A connection to a ledger that has been brought up to date."""
    _bring_up_to_date(path)
    conn = opening(path)
    if connection.version_of(conn, path) == schema.VERSION:
        return conn
    # Opening it rolled back what a killed upgrade had written into the file: only now its header tells the truth.
    conn.close()
    _bring_up_to_date(path)
    return opening(path)


def _bring_up_to_date(path: Path) -> None:
    """Refuse what is not ours; take an older ledger through the steps it has not had, keeping a copy."""
    version = connection.file_version(path)
    if version == schema.VERSION:
        return
    conn = connection.open_writing(path)
    try:
        connection.refuse_strange_triggers(conn, path)
        connection.refuse_strange_tables(conn, path)
        _keep_copy(path, version)
        _migrate(conn, path)
    finally:
        conn.close()


def _migrate(conn: sqlite3.Connection, path: Path) -> None:
    from truce_cli.store.migrations import migrate

    with connection.translated(path):
        migrate(conn)


def _keep_copy(path: Path, version: int) -> None:
    """Copy an old ledger beside itself before its tables change: truce.db -> truce.db.v1."""
    copy = path.with_name(f"{path.name}.v{version}")
    if copy.exists():
        return
    with _made_aside(copy) as aside:
        conn, target = connection.open_reading(path), connection.open_new(aside, copy)
        try:
            with connection.translated(path):
                conn.backup(target)
        finally:
            target.close()
            conn.close()
        _take_name(aside, copy)


@contextmanager
def _made_aside(path: Path) -> Iterator[Path]:
    """A name beside path for a file in the making; whatever is left there goes at the end."""
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: there is no folder {path.parent}; make it first")
    aside = path.with_name(f".{path.name}.{os.getpid()}-{_host()}-{os.urandom(4).hex()}")
    try:
        yield aside
    finally:
        for name in (aside, aside.with_name(f"{aside.name}-journal")):
            with suppress(OSError):
                name.unlink(missing_ok=True)


def _host() -> str:
    """A mark of this machine: process ids mean nothing on another one, or in another container."""
    name = os.uname().nodename if hasattr(os, "uname") else ""
    return f"{zlib.crc32(name.encode()):08x}"


def _sweep(path: Path) -> None:
    """Remove what runs that were killed on this machine while they made the ledger have left beside it."""
    if os.name == "nt":  # there is no asking whether a process lives without harming it
        return
    name = re.compile(rf"\.{re.escape(path.name)}\.(\d+)-{_host()}-[0-9a-f]{{8}}(-journal)?")
    with suppress(OSError):
        for other in path.parent.iterdir():
            match = name.fullmatch(other.name)
            if match and not _alive(int(match[1])):
                other.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True


def _take_name(aside: Path, path: Path) -> bool:
    """Give a finished file its name, durable once it returns; False where something stands there already."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return False
    except OSError:
        # Some file systems know no links. A rename there has a gap in which another process may come first.
        if exists(path):
            return False
        import shutil

        try:
            shutil.move(aside, path)
        except OSError as error:
            raise DiskError(f"{path} cannot be written: {error.strerror}") from None
    _sync_folder(path.parent)
    return True


def _sync_folder(folder: Path) -> None:
    # A name is safe only when its folder has reached the disk; Windows cannot open folders.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
