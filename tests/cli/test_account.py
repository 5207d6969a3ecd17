"""The account of an ingest: what was skipped and why, what was bound in this very run, one or many."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from truce_runner import DATA, truce

ARTICLE = "YEREVAN, October 12, 2020. Armenia said 22 civilians had been killed in Stepanakert.\n"
CLAIM = """
[[claim]]
kind = "toll"
harm = "killed"
side = "armenian"
victims = "civilian"
measure = "cumulative"
value = 22
claimant = "Armenia"
document = "docs/a.txt"
quote = "22 civilians had been killed"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text(ARTICLE)
    return tmp_path


def ingest(folder: Path, *args: str) -> str:
    return truce("ingest", *args, "--conflict", "nagorno-karabakh-2020", cwd=folder).err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_skipped_says_why(folder: Path) -> None:
    for name in ("photo.png", "LICENSE", "README.md", ".hidden"):
        (folder / "docs" / name).write_bytes(b"\x89PNG\n")
    os.mkfifo(folder / "docs" / "pipe.txt")
    said = ingest(folder, "docs")
    assert [line for line in said.splitlines() if "skipped:" in line] == [
        "truce: docs/photo.png: skipped: an image",
        "truce: docs/pipe.txt: skipped: not an ordinary file",
    ]
    assert "skipped 5 + refused 0" in said
    assert ingest(folder, "docs", "--quiet") == ""


def test_the_ledger_among_the_documents_is_no_news(folder: Path) -> None:
    ledger = folder / "docs" / "truce.db"
    for _ in range(2):
        ran = truce("--db", ledger, "ingest", "docs", "--conflict", "nagorno-karabakh-2020", cwd=folder)
    assert "skipped 1" in ran.err and "skipped:" not in ran.err


def test_what_a_run_did_not_bind_it_does_not_tell(folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIM)
    first, second = ingest(folder, "docs", "claims.toml"), ingest(folder, "docs", "claims.toml")
    assert "; 1 proposal bound to a curated one" in first
    assert "bound" not in second
    assert "; 1 document read again" in truce("ingest", "--again", cwd=folder).err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder here that nobody can write to")
def test_a_folder_that_cannot_be_written_is_told_by_the_name_of_the_ledger(folder: Path) -> None:
    ran = truce("--db", "/proc/truce.db", "ingest", "docs", "--conflict", DATA / "conflict.toml", cwd=folder)
    assert ran.code == 74
    assert ran.err.splitlines()[-1] == (
        "truce: /proc/truce.db cannot be written: the file or its folder is read-only; "
        "name a ledger elsewhere with --db"
    )
