"""Files that are no ledger of ours, or one that was meddled with: refused by every command, and not a byte changed."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import corpus, take
from truce_runner import TRUCE, environment

READING = (
    "tolls",
    "timeline",
    "claims --format jsonl",
    "documents",
    "status",
    "search killed",
    "check",
    "log",
    "export",
)
WRITING = (
    "ingest docs",
    "ingest --again",
    "accept t-0000",
    "edit t-0000 note=x",
    "undo",
    "add denial --note x",
)
CODES = {"newer": (12,)}


def _sql(*statements: str) -> Callable[[Path, random.Random], None]:
    def change(path: Path, chance: random.Random) -> None:
        conn = sqlite3.connect(path)
        for statement in statements:
            conn.execute(statement)
        conn.commit()
        conn.close()

    return change


def _blank(path: Path, chance: random.Random) -> None:
    path.write_bytes(b"")


def _cut(path: Path, chance: random.Random) -> None:
    size = path.stat().st_size
    os.truncate(path, chance.randrange(1, size - 4096))


def _noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(chance.randint(1, 9_999)))


def _head_only(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[:100] + chance.randbytes(9_999))


def _foreign(path: Path, chance: random.Random) -> None:
    path.unlink()
    _sql("CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('x')")(path, chance)


def _spoiled_page(path: Path, chance: random.Random) -> None:
    """The first page: without it nothing can be read."""
    data = bytearray(path.read_bytes())
    data[100:4096] = chance.randbytes(3996)
    path.write_bytes(data)


REFUSED: dict[str, Callable[[Path, random.Random], None]] = {
    "blank": _blank,
    "cut": _cut,
    "noise": _noise,
    "head only": _head_only,
    "foreign": _foreign,
    "first page": _spoiled_page,
    "newer": _sql("PRAGMA user_version = 99"),
    "unversioned": _sql("PRAGMA user_version = 0"),
    "claimed": _sql("PRAGMA application_id = 1"),
}
TRAPS: dict[str, Callable[[Path, random.Random], None]] = {
    "trigger on claims": _sql("CREATE TRIGGER trap AFTER INSERT ON claims BEGIN DELETE FROM documents; END"),
    "trigger on files": _sql(
        "CREATE TRIGGER trap AFTER INSERT ON files BEGIN UPDATE claims SET value = 1; END"
    ),
    "trigger in place": _sql(
        "DROP TRIGGER decisions_stay",
        "CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT 1; END",
    ),
    "no guard": _sql("DROP TRIGGER decisions_stand"),
    "view for a table": _sql(
        "ALTER TABLE files RENAME TO files2", "CREATE VIEW files AS SELECT * FROM files2"
    ),
    "view that recurs": _sql(
        "DROP TABLE bindings",
        "CREATE VIEW bindings AS WITH RECURSIVE n(extracted_id, curated_id) AS "
        "(SELECT 1, 1 UNION ALL SELECT extracted_id + 1, 1 FROM n) SELECT * FROM n",
    ),
    "trigger on a view": _sql(
        "DROP TABLE bindings",
        "CREATE VIEW bindings AS SELECT 1 AS extracted_id, 1 AS curated_id",
        "CREATE TRIGGER trap INSTEAD OF INSERT ON bindings BEGIN DELETE FROM claims; END",
    ),
    "view rewritten": _sql(
        "DROP VIEW claim_words", "CREATE VIEW claim_words AS SELECT 1 AS id, load_extension('/x') AS words"
    ),
}
"""Ledgers whose header is ours, and whose tables would act or mislead."""


def run(command: str, folder: Path) -> tuple[int, bytes]:
    ended = subprocess.run(
        [*TRUCE, *command.split()],
        cwd=folder,
        env=environment(TRUCE_CURATOR="ana"),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    take(folder / "truce.db", corpus(folder / "docs", 6))
    return (folder / "truce.db").read_bytes()


def test_what_is_no_ledger_is_refused_untouched(
    cases: Callable[[str], Cases], whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    corpus(Path("docs"), 1)
    kinds = [*((name, make, (*READING, *WRITING)) for name, make in REFUSED.items())]
    for name, make in TRAPS.items():
        harmless_to_read = "trigger" in name or "guard" in name
        kinds.append((name, make, WRITING if harmless_to_read else (*READING, *WRITING)))
    db = Path("truce.db")

    def refused(seed: int) -> None:
        name, make, commands = kinds[seed % len(kinds)]
        chance = random.Random(seed)
        db.write_bytes(whole)
        make(db, chance)
        before, beside = db.read_bytes(), sorted(Path().iterdir())
        command = commands[seed // len(kinds) % len(commands)]
        code, err = run(command, tmp_path)
        assert db.read_bytes() == before and sorted(Path().iterdir()) == beside, (name, command)
        assert code in CODES.get(name, (10,)), (name, command, code, err)
        assert err.count(b"\n") == 1 and err.startswith(b"truce: "), (name, command, err)

    cases("files that are no ledger of ours").each(refused)
