"""A ledger of the shipped dispatches, made once by the program itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from truce_runner import DATA, truce


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "truce.db"
    # beside the ledger, so that the paths in its log are as short on every machine
    data = shutil.copytree(DATA, path.parent / DATA.name)
    ran = truce("--db", path, "ingest", data)
    assert ran.code == 0, ran.err
    return path
