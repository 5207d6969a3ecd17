"""What reaches the disk before ingest says that it is done, and a kill at any one call to the system."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import content, corpus, damage, left_beside, take
from truce_runner import TRUCE, environment

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="no strace here")

CALLS = "pwrite64,write,fsync,fdatasync,unlink,link,rename"
_LINE = re.compile(r"\d+\s+(?P<call>\w+)\((?P<rest>.*)")
_HANDLE = re.compile(r"\d+<(?P<path>[^>]*)>")
_NAMES = re.compile(r'"([^"]*)"')


def traced(folder: Path, *options: str) -> tuple[int, list[str]]:
    """Ingest under strace: its code, and the calls that it made."""
    trace = folder / "trace"
    ended = subprocess.run(
        [str(STRACE), "-f", "-y", "-s", "4096", "-o", str(trace), *options, *TRUCE, "ingest", "docs"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
    )
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    trace.unlink()
    return ended.returncode, lines


def test_it_acknowledges_after_everything_is_synced(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    def one(seed: int) -> None:
        folder = tmp_path / str(seed)
        folder.mkdir()
        corpus(folder / "docs", 3 + seed)
        code, lines = traced(folder, "-e", f"trace={CALLS}")
        assert code == 0
        unsynced: set[str] = set()
        acknowledged = False
        for line in lines:
            match = _LINE.match(line)
            if match is None:
                continue
            call, rest = match["call"], match["rest"]
            handle = _HANDLE.match(rest)
            at = handle["path"] if handle else ""
            if call in ("pwrite64", "write") and at.startswith(str(folder)):
                unsynced.add(at)
            elif call in ("fsync", "fdatasync"):
                unsynced.discard(at)
            elif call in ("unlink", "link", "rename"):
                names = [
                    name for name in _NAMES.findall(rest) if name.endswith(("truce.db", "truce.db-journal"))
                ]
                unsynced -= set(names)
                unsynced |= {str(folder)} if names else set()
            elif call == "write" and "truce: " in rest:
                acknowledged = True
                assert unsynced == set(), f"said before it was on the disk: {unsynced}"
        assert acknowledged

    cases("acknowledged after fsync (strace)").each(one)


def test_a_kill_at_any_call(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    db, docs = Path("truce.db"), Path("docs")
    corpus(docs, 5)
    take(db, docs)
    expected = without_clock(db)
    db.unlink()
    _, lines = traced(tmp_path, "-e", f"trace={CALLS}")
    made = {call: sum(f" {call}(" in line for line in lines) for call in CALLS.split(",")}
    made = {call: number for call, number in made.items() if number}

    def one(seed: int) -> None:
        for path in tmp_path.iterdir():
            if path != tmp_path / docs:
                path.unlink()
        chance = random.Random(seed)
        call = sorted(made)[seed % len(made)]
        when = chance.randint(1, made[call])
        code, _ = traced(tmp_path, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}")
        assert code in (-9, 137), (call, when, code)
        assert not db.exists() or damage(db) == []
        assert take(db, docs).refused == 0
        assert without_clock(db) == expected, (call, when)
        assert left_beside(db) == []

    cases("kill -9 at one system call of ingest (strace)").each(one)


def without_clock(db: Path) -> dict[str, list[str]]:
    """The ledger's content without what the program's own clock and user wrote."""
    found = content(db)
    found["documents"] = [row[:-2] for row in found["documents"]]
    found["decisions"] = [row[3:10] for row in found["decisions"]]
    return {name: list(map(repr, rows)) for name, rows in found.items()}
