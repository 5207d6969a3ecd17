"""What is refused, in which words, and that a refused file keeps every byte."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from truce_cli.errors import DiskError, LedgerError, LedgerLocked, LedgerTooNew, TruceError
from truce_cli.store import connection, schema
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE notes (text)")


def newer(path: Path) -> None:
    change(path, "PRAGMA user_version = 99")


def unversioned(path: Path) -> None:
    change(path, "PRAGMA user_version = 0")


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096 * 2)


def cut_in_header(path: Path) -> None:
    os.truncate(path, 60)


def trapped(path: Path) -> None:
    change(path, "CREATE TRIGGER trap AFTER INSERT ON claims BEGIN DELETE FROM documents; END")


def disarmed(path: Path) -> None:
    change(path, "DROP TRIGGER decisions_stay")


def disguised(path: Path) -> None:
    change(path, "ALTER TABLE files RENAME TO files2")
    change(path, "CREATE VIEW files AS SELECT * FROM files2")


def rewritten(path: Path) -> None:
    change(path, "DROP VIEW claim_words")
    change(
        path,
        "CREATE VIEW claim_words AS WITH n(id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT id FROM n",
    )


def change(path: Path, sql: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(sql)
    conn.commit()
    conn.close()


def blank(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("Dear diary, it rained.\n" * 20)


BOTH = [
    (blank, LedgerError, "truce.db is empty, not a truce ledger; remove it or name another file with --db"),
    (words, LedgerError, "truce.db is not a truce ledger and was left as it is; name another file with --db"),
    (
        unversioned,
        LedgerError,
        "truce.db is not a truce ledger and was left as it is; name another file with --db",
    ),
    (
        cut_in_header,
        LedgerError,
        "truce.db is not a truce ledger and was left as it is; name another file with --db",
    ),
    (cut_short, LedgerError, "truce.db is damaged or cut short and was left as it is; use a backup"),
    (
        newer,
        LedgerTooNew,
        "truce.db was written by a later version of truce (schema 99, this program knows "
        f"{schema.VERSION}) and was left as "
        "it is; upgrade truce",
    ),
]
WRITING = [
    (
        trapped,
        LedgerError,
        "truce.db has been altered: its triggers are not those of truce; it was left as it is",
    ),
    (
        disarmed,
        LedgerError,
        "truce.db has been altered: its triggers are not those of truce; it was left as it is",
    ),
]
DISGUISED = "truce.db has been altered: its tables are not those of truce; it was left as it is"
BOTH += [(disguised, LedgerError, DISGUISED), (rewritten, LedgerError, DISGUISED)]
CASES = [(how, *case) for case in BOTH for how in ("reading", "writing")] + [
    ("writing", *case) for case in WRITING
]


@pytest.mark.parametrize(("how", "spoil", "kind", "message"), CASES)
def test_what_is_not_ours_is_refused_untouched(
    how: str,
    spoil: Callable[[Path], None],
    kind: type[TruceError],
    message: str,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ledger.close()
    monkeypatch.chdir(ledger.path.parent)
    spoil(Path("truce.db"))
    before = Path("truce.db").read_bytes()
    with pytest.raises(LedgerError) as refused:
        getattr(Ledger, how)(Path("truce.db"))
    assert str(refused.value) == message
    assert type(refused.value) is kind
    assert Path("truce.db").read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["truce.db"]


def test_another_programs_database_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    foreign(Path("notes.db"))
    with pytest.raises(LedgerError, match=r"notes\.db is not a truce ledger"):
        Ledger.writing(Path("notes.db"))


def test_no_ledger_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError) as refused:
        Ledger.reading(Path("truce.db"))
    assert str(refused.value) == "no ledger at truce.db; run: truce ingest docs/"
    assert refused.value.exit_code == 10
    assert not Path("truce.db").exists()


def test_a_folder_or_pipe_is_no_ledger(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(LedgerError, match="is not a file"):
            Ledger.reading(path)


def test_a_ledger_needs_its_folder(tmp_path: Path, conflict: ConflictFile) -> None:
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger.create(tmp_path / "nowhere" / "truce.db", conflict)


def test_a_locked_ledger_says_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 50)
    with Ledger.writing(ledger.path) as other, ledger.transaction():
        with pytest.raises(LedgerLocked) as refused, other.transaction():
            pass
        assert refused.value.exit_code == 11
        assert "in use by another process" in str(refused.value)


def test_a_file_that_another_tool_put_into_wal_comes_back(ledger: Ledger) -> None:
    change(ledger.path, "PRAGMA journal_mode = WAL")
    ledger.close()
    with Ledger.writing(ledger.path) as again:
        assert again._one("PRAGMA journal_mode")[0] == "delete"


def test_a_full_disk_is_one_line_and_loses_nothing(ledger: Ledger, document) -> None:
    pages = ledger._one("PRAGMA page_count")[0]
    ledger._one(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(DiskError) as refused, ledger.transaction():
        ledger.add_documents(
            [document("x", original=os.urandom(100_000))], rules_version=1, added="2026-01-01T00:00:00Z"
        )
    assert refused.value.exit_code == 74
    assert "the disk is full" in str(refused.value)
    with Ledger.reading(ledger.path) as reading:
        assert reading.counts().documents == 0


def test_what_a_killed_run_left_is_rolled_back_before_reading(
    ledger: Ledger, tmp_path: Path, document
) -> None:
    with ledger.transaction():
        ledger.add_documents([document("first")], rules_version=1, added="2026-01-01T00:00:00Z")
    child = os.fork()
    if child == 0:  # a writer that dies with its pages half written
        other = Ledger.writing(ledger.path)
        other._one("PRAGMA cache_size = 1")
        other._conn.execute("BEGIN EXCLUSIVE")
        other.add_documents(
            [document(f"page {number} " * 2000) for number in range(50)], rules_version=1, added="2026"
        )
        os._exit(1)
    os.waitpid(child, 0)
    assert (tmp_path / "truce.db-journal").stat().st_size > 0
    with Ledger.reading(ledger.path) as reading:
        assert reading.counts().documents == 1
        assert reading._one("PRAGMA integrity_check") == ("ok",)
