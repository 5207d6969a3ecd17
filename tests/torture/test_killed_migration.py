"""A ledger of an older version, killed at any instant of its change to this one: nothing is lost, a copy is kept."""

from __future__ import annotations

import gzip
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import content, damage, forked

from truce_cli.model.finding import Question
from truce_cli.store import schema
from truce_cli.store.connection import file_version
from truce_cli.store.ledger import Ledger
from truce_cli.workflow import query

OLD = sorted((Path(__file__).resolve().parents[1] / "store" / "ledgers").glob("v*.db.gz"))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
DB = Path("truce.db")


def opened() -> None:
    Ledger.reading(DB).close()


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name)
def test_a_kill_during_migration_loses_nothing(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    version = int(old.name.split(".")[0].removeprefix("v"))
    data = gzip.decompress(old.read_bytes())
    DB.write_bytes(data)
    began = time.monotonic()
    os.waitpid(forked(opened), 0)
    lasts = time.monotonic() - began
    expected, tallies = content(DB), query.tolls(DB, Question()).table
    copy = Path(f"truce.db.v{version}")

    def killed(seed: int) -> None:
        for path in tmp_path.iterdir():
            path.unlink()
        DB.write_bytes(data)
        child = forked(opened)
        time.sleep(random.Random(seed).uniform(0, lasts * 1.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        opened()
        assert content(DB) == expected
        assert file_version(DB) == schema.VERSION and damage(DB) == []
        assert query.tolls(DB, Question()).table == tallies
        assert file_version(copy) == version
        copy.rename(DB)
        opened()
        assert content(DB) == expected, "the copy is whole"

    cases(f"kill -9 during migration from schema {version}").each(killed)
