"""Several processes at one ledger, and what opening one costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import truce_cli
from truce_cli.store.ledger import Ledger, _host
from truce_cli.store.log import first_break

ROOT = Path(truce_cli.__file__).parents[1]
MAKE_AND_WRITE = """
import sys
from pathlib import Path
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, Judgement

file = ConflictFile(slug="norvia", path="c.toml", data=b"", sha256="")
with Ledger.create(Path(sys.argv[1]), file) as ledger:
    for number in range(10):
        with ledger.transaction():
            one = Judgement(at="2031", curator=sys.argv[2], command="x", subject=str(number), action="x")
            ledger.judge([one])
"""
READ = """
import sys
from pathlib import Path
from truce_cli.store.ledger import Ledger

with Ledger.reading(Path(sys.argv[1])) as ledger:
    ledger.claims(), ledger.cards(), ledger.conflict()
print(*sys.modules)
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_processes_that_start_at_once_make_one_ledger_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "truce.db"
    running = [start(MAKE_AND_WRITE, str(path), f"p{number}") for number in range(8)]
    assert [one.communicate()[1] for one in running] == [""] * 8
    with Ledger.reading(path) as ledger:
        log = ledger.log()
    assert len(log) == 80 and first_break(log) is None
    assert len({(row.judgement.curator, row.judgement.subject) for row in log}) == 80
    assert [name.name for name in tmp_path.iterdir()] == ["truce.db"]


DIE_IN_MAKING = MAKE_AND_WRITE.replace(
    "file =",
    "import os, signal; import truce_cli.store.ledger as made; "
    "{}made._take_name = lambda *_: {}os.kill(os.getpid(), signal.SIGKILL)\nfile =",
)


@pytest.mark.parametrize("instant", [("", ""), ("keep = made._take_name; ", "keep(*_) and ")])
def test_what_a_killed_making_left_is_swept_up(tmp_path: Path, instant: tuple[str, str]) -> None:
    path = tmp_path / "truce.db"
    dying = start(DIE_IN_MAKING.format(*instant), str(path), "p")
    dying.communicate()
    assert dying.returncode == -9
    assert any(name.name.startswith(".truce.db.") for name in tmp_path.iterdir())
    assert path.exists() is bool(instant[0])
    others = [tmp_path / ".truce.db.notes", tmp_path / f".truce.db.{os.getpid()}-{_host()}-01234567"]
    for other in others:  # a person's file, and one that a living process is making
        other.touch()
    assert start(MAKE_AND_WRITE, str(path), "p").communicate()[1] == ""
    assert sorted(tmp_path.iterdir()) == sorted([path, *others])
    assert path.stat().st_nlink == 1


WRITE_AT_ONCE = """
import sys
from pathlib import Path
from truce_cli.store import connection
connection.BUSY_MS = 1
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Judgement

with Ledger.writing(Path(sys.argv[1])) as ledger, ledger.transaction():
    ledger.judge([Judgement(at="2031", curator="p", command="x", subject="y", action="x")])
"""


def test_hashing_the_file_lets_no_writer_into_a_snapshot(ledger: Ledger) -> None:
    with ledger.snapshot():
        before = len(ledger.log())
        assert len(ledger.file_sha256()) == 64
    with Ledger.reading(ledger.path) as reading, reading.snapshot():
        assert len(reading.log()) == before
        reading.file_sha256()
        assert "in use by another process" in start(WRITE_AT_ONCE, str(ledger.path)).communicate()[1]
        assert len(reading.log()) == before


def test_reading_loads_nothing_heavy(ledger: Ledger) -> None:
    out, errors = start(READ, str(ledger.path)).communicate()
    assert errors == ""
    loaded = set(out.split())
    assert "sqlite3" in loaded
    assert not loaded & {"sqlite_utils", "dateparser", "rich", "yaml", "importlib.metadata", "difflib"}
