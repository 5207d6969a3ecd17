"""One bit flipped in a copy of a ledger: `truce check` reports it wherever it changes what the ledger says."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counting import Cases
from making import NOW, content, corpus, damage, take

from truce_cli.errors import TruceError
from truce_cli.render.exports import export_lines
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.decide import accept, reject
from truce_cli.workflow.edit import edit
from truce_cli.workflow.export import everything
from truce_cli.workflow.held_conflict import conflict_of
from truce_cli.workflow.undo import undo
from truce_cli.workflow.who import Who

PROTECTED = ("actors", "bindings", "claims", "conflict", "decisions", "documents", "originals", "texts")
"""Tables of which every value is guarded; of the conflict what its file is read as stands for the reading kept."""


def curated(folder: Path, seed: int, articles: int) -> Path:
    """A ledger with some curation in its log; each seed gives another."""
    chance = random.Random(seed)
    docs = corpus(folder / f"docs-{seed}", articles, chance.randint(1, 6))
    db = folder / f"{seed}.db"
    with contextlib.chdir(folder):
        take(Path(db.name), Path(docs.name))
    who = Who(curator="ana", now=NOW, command="x")
    ids = [claim.id for claim in everything(db).claims]
    chance.shuffle(ids)
    accept(db, ids[:2], who)
    reject(db, ids[2:3], who)
    edit(db, ids[:1], {"note": "seen in print"}, who)
    undo(db, None, who)
    return db


def says(db: Path) -> tuple[Any, ...] | None:
    """What the ledger says: its protected rows, and its export; None where that cannot be read."""
    try:
        found = content(db)
        file = [row[:5] for row in found["conflict"]]
        kept = [found[name] for name in PROTECTED if name != "conflict"]
        with Ledger.reading(db) as ledger:
            conflict = repr(conflict_of(ledger))
        whole = everything(db)
        return (file, conflict, *kept, tuple(export_lines(whole, "jsonl")))
    except (TruceError, sqlite3.Error, ValueError, KeyError, TypeError):
        return None


def reported(db: Path) -> bool:
    try:
        return damage(db) != []
    except TruceError:
        return True


def test_every_flip_that_changes_something_is_reported(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    whole = curated(tmp_path, 1, 8).read_bytes()
    copy = tmp_path / "1.db"
    before = says(copy)
    assert before is not None and not reported(copy)
    kinds = {"changed": 0, "unchanged": 0}

    def flipped(seed: int) -> None:
        place = random.Random(seed).randrange(len(whole) * 8)
        spoiled = bytearray(whole)
        spoiled[place // 8] ^= 1 << place % 8
        copy.write_bytes(spoiled)
        changed = says(copy) != before
        kinds["changed" if changed else "unchanged"] += 1
        assert reported(copy) or not changed, f"bit {place} of {len(whole) * 8}"
        assert copy.read_bytes() == bytes(spoiled), "check writes nothing"

    cases("one bit flipped, then check").each(flipped)
    print(kinds)


def test_no_clean_ledger_is_accused(cases: Callable[[str], Cases], tmp_path: Path) -> None:
    def clean(seed: int) -> None:
        assert damage(curated(tmp_path, seed, seed % 5 + 1)) == []

    cases("check of a clean ledger").each(clean)
