"""A ledger about a small made-up war, and nouns to put into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card, Document
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture
def conflict() -> ConflictFile:
    data = b'slug = "norvia"\n'
    return ConflictFile(
        slug="norvia", path="norvia/conflict.toml", data=data, sha256=hashlib.sha256(data).hexdigest()
    )


@pytest.fixture
def ledger(tmp_path: Path, conflict: ConflictFile) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "truce.db", conflict) as made:
        yield made


@pytest.fixture
def document() -> Callable[..., Document]:
    def make(text: str, **fields: Any) -> Document:
        original = fields.pop("original", text.encode())
        sha256 = hashlib.sha256(original).hexdigest()
        return Document(card=Card(id=sha256, size=len(original), **fields), text=text, original=original)

    return make


@pytest.fixture
def claim() -> Callable[..., Claim]:
    def make(number: int, **fields: Any) -> Claim:
        return Claim(**{"id": f"t-{number:016x}", "kind": "toll", **fields})

    return make
