"""A ledger of the shipped dispatches, made once by the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from truce_runner import DATA, truce


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "truce.db"
    ran = truce("--db", path, "ingest", DATA)
    assert ran.code == 0, ran.err
    return path
