"""Ingest killed with kill -9 at any instant: what it had stored is there, whole; the next run does the rest."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counting import Cases
from making import content, corpus, damage, forked, left_beside, take

from truce_cli.store.ledger import Ledger
from truce_cli.workflow import articles

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

NAME = "kill -9 during ingest"
DB, DOCS, ACKNOWLEDGED = Path("truce.db"), Path("docs"), Path("acknowledged")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents and the ledger of an uninterrupted run."""
    folder = tmp_path_factory.mktemp("whole")
    corpus(folder / "docs", 24)
    with contextlib.chdir(folder):
        take(DB, DOCS)
    return folder


def test_nothing_acknowledged_is_lost(
    cases: Callable[[str], Cases], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "BATCH_DOCUMENTS", 4)
    monkeypatch.chdir(tmp_path)
    expected = content(whole / DB)
    shutil.copytree(whole / DOCS, DOCS)
    began = time.monotonic()
    os.waitpid(forked(acknowledging), 0)
    lasts = time.monotonic() - began

    def killed(seed: int) -> None:
        for path in tmp_path.iterdir():
            if path.name != DOCS.name:
                path.unlink()
        child = forked(acknowledging)
        time.sleep(random.Random(seed).uniform(0, lasts * 1.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = ACKNOWLEDGED.read_text().split() if ACKNOWLEDGED.exists() else []
        if DB.exists():
            with Ledger.reading(DB) as ledger:
                held = {card.id for card in ledger.cards()}
            assert set(said) <= held, "acknowledged, and lost"
            assert damage(DB) == []
        else:
            assert said == []
        report = take(DB, DOCS)
        assert report.adds_up and report.refused == 0
        assert report.unchanged >= len(said)
        assert content(DB) == expected
        assert left_beside(DB) == [], "litter"

    cases(NAME).each(killed)


def acknowledging() -> None:
    """Ingest, and write down every document as soon as its batch counts as stored."""
    store = articles._store

    def storing(batch: articles._Batch, *rest: Any) -> None:
        store(batch, *rest)
        with ACKNOWLEDGED.open("a") as file:
            file.write("".join(f"{sha256}\n" for sha256 in batch.sha256s))

    articles._store = storing
    take(DB, DOCS)
