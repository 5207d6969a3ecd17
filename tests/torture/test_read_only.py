"""A ledger that may only be read: questions are answered, changes say one line, nothing is left behind."""

from __future__ import annotations

import ctypes
import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import corpus, take
from truce_runner import TRUCE, environment

DROP_FROM_BOUNDS, PAST_PERMISSIONS = 24, 1
"""prctl's PR_CAPBSET_DROP and Linux's CAP_DAC_OVERRIDE."""
OLD = Path(__file__).resolve().parents[1] / "store" / "ledgers" / "v1.db.gz"
READING = tuple(
    "tolls,timeline,truces,claims --format jsonl,documents,status,sources,search killed,check --quiet,log,export,"
    "violations,ingest --dry-run docs".split(",")
)
WRITING = (
    "ingest docs/0000.txt",
    "undo --why x",
    "add denial --note x",
    "edit ID note=x",
    "reject ID --why x",
)
CHECK_FOUND = 1
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rights are dropped in Linux's way")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """truce as a user who may not write here; root, who may write everywhere, does without that right."""
    return subprocess.run(
        [*TRUCE, *command.split()],
        cwd=folder,
        env=environment(TRUCE_CURATOR="ana", HOME="/"),
        capture_output=True,
        preexec_fn=_without_rights if os.geteuid() == 0 else None,
        check=False,
    )


def _without_rights() -> None:
    ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, PAST_PERMISSIONS, 0, 0, 0)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_questions_are_answered_and_changes_refused(
    cases: Callable[[str], Cases], tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "folder"
    db = folder / "truce.db"
    folder.mkdir()
    take(db, corpus(folder / "docs", 3))
    (folder / "docs" / "0000.txt").write_text("Norvia said 3 soldiers had been killed.\n")
    name = run("claims --format jsonl --fields id --limit 1", folder).stdout.decode().split('"')[3]
    assert run(f"accept {name}", folder).returncode == 0
    folder.chmod(0o777 if what == "file" else 0o555)
    db.chmod(0o444 if what == "file" else 0o666)
    before, beside = db.read_bytes(), sorted(folder.iterdir())
    counted = cases(f"read-only {what}")

    def one(seed: int) -> None:
        command = (*READING, *WRITING)[seed % (len(READING) + len(WRITING))].replace("ID", name)
        ran = run(command, folder)
        if command in READING:
            assert ran.returncode in (0, CHECK_FOUND), (command, ran)
            assert ran.stdout or "dry-run" in command
        else:
            assert ran.returncode == 74, (command, ran)
            assert ran.stderr.count(b"\n") == 1 and b"read-only" in ran.stderr, (command, ran.stderr)
        assert db.read_bytes() == before and sorted(folder.iterdir()) == beside, command

    try:
        counted.each(one)
    finally:
        folder.chmod(0o755)


def test_an_old_ledger_in_a_read_only_folder_says_one_line(tmp_path: Path) -> None:
    (tmp_path / "truce.db").write_bytes(gzip.decompress(OLD.read_bytes()))
    (tmp_path / "truce.db").chmod(0o444)
    before = (tmp_path / "truce.db").read_bytes()
    tmp_path.chmod(0o555)
    ran = run("status", tmp_path)
    tmp_path.chmod(0o755)
    assert ran.returncode == 74 and ran.stderr.count(b"\n") == 1 and b"read-only" in ran.stderr, ran
    assert (tmp_path / "truce.db").read_bytes() == before
