"""A made-up war, a folder of dispatches about it, and rules simple enough to count by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from truce_cli.extract import engine
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.identity import extracted_id
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.ingest import ingest
from truce_cli.workflow.report import IngestReport

CONFLICT = """
slug = "norvia-2031"
name = "Norvian war"
timezone = "Europe/Paris"
began = 2031-05-20

[[side]]
slug = "norvian"
name = "Norvian side"
aliases = ["Norvia", "Norvian"]

[[side]]
slug = "sudlander"
name = "Sudlander side"
aliases = ["Sudland", "Sudlander"]

[[actor]]
slug = "norvian-ministry"
name = "Norvian defence ministry"
side = "norvian"
kind = "military"

[[truce]]
slug = "june-1"
name = "June ceasefire"
in_force = 2031-06-01T12:00:00+02:00
parties = ["norvian", "sudlander"]
"""
MONDAY = """Norvia counts its dead

HALDEN, June 2, 2031 - The Norvian defence ministry said 12 people were killed near Askerby on Sunday.
Sudland denied that its troops had fired. Officials in Halden said 3 people were killed on the road.
"""
TUESDAY = """Shells fall again

TORVIK, June 3, 2031 - Sudland said 7 people were killed when shells from Norvia hit a market.
"""
_KILLED = re.compile(r"(\d+) people were killed")


def killed(document: Document, conflict: Conflict | None) -> tuple[Claim, ...]:
    """ "N people were killed" is a toll of N; nothing else is a claim."""
    return tuple(
        Claim(
            id=extracted_id("toll", document.card.id, "killed", found[1], found[0], 0),
            kind="toll",
            rule="killed",
            document=document.card.id,
            quote=found[0],
            start=found.start(),
            end=found.end(),
            harm="killed",
            low=int(found[1]),
            value=int(found[1]),
            high=int(found[1]),
            qualifier="exact",
            value_text=found[1],
            victims="any",
            side="norvian",
            measure="incident",
        )
        for found in _KILLED.finditer(document.text)
    )


@pytest.fixture(autouse=True)
def simple_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "extract", killed)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder we stand in, with a folder of dispatches."""
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conflict.toml").write_text(CONFLICT)
    (docs / "monday.txt").write_text(MONDAY)
    (docs / "tuesday.txt").write_text(TUESDAY)
    return tmp_path


@pytest.fixture
def run() -> Callable[..., IngestReport]:
    def take(*paths: str, **options: Any) -> IngestReport:
        report = ingest(
            paths or ("docs",),
            Path("truce.db"),
            **{"curator": "ana", "now": "2031-06-04T10:00:00Z", **options},
        )
        assert report.adds_up, report
        return report

    return take


@pytest.fixture
def opened() -> Callable[[], Ledger]:
    return lambda: Ledger.reading(Path("truce.db"))
