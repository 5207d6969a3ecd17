"""Counted tests work in memory where they can: a kill is no power cut, and fsync is watched elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with TemporaryDirectory(prefix="truce-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        yield Path(name)
