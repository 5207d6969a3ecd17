"""The chain of the decision log: each row's hash covers the row before it. Pure; reads no table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from truce_cli.model.identity import digest
from truce_cli.store.records import Decision, Judgement

FIRST: Final = "0" * 64
"""What stands before the first row."""


def entry_hash(seq: int, judgement: Judgement, prev_hash: str) -> str:
    """Hex SHA-256 of a log row: tagged, every field named, and the hash of the row before."""
    return digest(
        {
            "tag": "truce-decision-1",
            "seq": seq,
            "at": judgement.at,
            "curator": judgement.curator,
            "command": judgement.command,
            "subject": judgement.subject,
            "action": judgement.action,
            "field": judgement.field,
            "old": judgement.old,
            "new": judgement.new,
            "why": judgement.why,
            "prev_hash": prev_hash,
        }
    )


def first_break(decisions: Iterable[Decision]) -> int | None:
    """Number of the first row that does not follow from the one before it; None where the chain holds."""
    before, expected = FIRST, 1
    for decision in decisions:
        if decision.seq != expected or decision.prev_hash != before:
            return decision.seq
        if decision.hash != entry_hash(decision.seq, decision.judgement, before):
            return decision.seq
        before, expected = decision.hash, expected + 1
    return None


FROM_FILES: Final = frozenset(("add", "change", "anchored", "conflict"))
"""Actions that record what a file says. Every other one is a person's decision, which outlives files."""


def decided(decisions: Iterable[Decision]) -> dict[str, Any]:
    """Fields that a person has decided on one subject, each with its latest value."""
    fields: dict[str, Any] = {}
    for decision in decisions:
        one = decision.judgement
        if one.field is not None and one.action not in FROM_FILES:
            fields[one.field] = None if one.new is None else json.loads(one.new)
    return fields
