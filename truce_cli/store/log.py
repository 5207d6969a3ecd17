"""The chain of the decision log: each row's hash covers the row before it. Pure; reads no table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from truce_cli.model.identity import digest
from truce_cli.store.records import Decision, Judgement

FIRST: Final = "0" * 64
"""What stands before the first row."""


def entry_text(
    seq: int,
    judgement: Judgement,
    prev_hash: str,
    *,
    act: int | None = None,
    undoes: int | None = None,
    origin: str | None = None,
) -> dict[str, object]:
    """What a row's hash covers: a tag, every field by its name, and the hash of the row before.

    act None: a row from before acts were kept, which has neither `undoes` nor `origin`.
    """
    fields: dict[str, object] = {
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
    if act is None and undoes is None and origin is None:
        return fields
    return {**fields, "tag": "truce-decision-2", "act": act, "undoes": undoes, "origin": origin}


def entry_hash(
    seq: int,
    judgement: Judgement,
    prev_hash: str,
    *,
    act: int | None = None,
    undoes: int | None = None,
    origin: str | None = None,
) -> str:
    """Hex SHA-256 of a log row: the canonical JSON of entry_text."""
    return digest(entry_text(seq, judgement, prev_hash, act=act, undoes=undoes, origin=origin))


def row_hash(decision: Decision) -> str:
    """The hash that a row must have where it stands."""
    return entry_hash(
        decision.seq,
        decision.judgement,
        decision.prev_hash,
        act=decision.act,
        undoes=decision.undoes,
        origin=decision.origin,
    )


def first_break(decisions: Iterable[Decision]) -> int | None:
    """Number of the first row that does not follow from the one before it; None where the chain holds."""
    before, expected = FIRST, 1
    for decision in decisions:
        if decision.seq != expected or decision.prev_hash != before:
            return decision.seq
        if decision.hash != row_hash(decision):
            return decision.seq
        before, expected = decision.hash, expected + 1
    return None


FROM_FILES: Final = frozenset(("add", "change", "withdraw", "anchored", "conflict"))
"""Actions that record what a file says. Every other one is a person's decision, which outlives files."""

Pair = tuple[str, str]
"""Ids of two claims, sorted."""
SAME: Final = "same"
DIFFERENT: Final = "different"
PAIR: Final = "pair"
"""Action of a judgement on two claims: subject and field are their ids, new is same, different or nothing."""


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The rows whose act has not been undone, oldest first; rows that undo are not among them.

    An undoing may itself be undone. decisions: oldest first, whole acts of at least one subject.
    """
    undone: set[int] = set()
    kept: list[Decision] = []
    for decision in reversed(list(decisions)):
        act = decision.act if decision.act is not None else decision.seq
        if act in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]


def decided(decisions: Iterable[Decision]) -> dict[str, Any]:
    """Fields that a person has decided on one subject, each with its latest value."""
    fields: dict[str, Any] = {}
    for decision in standing(decisions):
        one = decision.judgement
        if one.field is not None and one.action not in FROM_FILES:
            fields[one.field] = None if one.new is None else json.loads(one.new)
    return fields


def pairs(decisions: Iterable[Decision]) -> dict[Pair, str]:
    """The latest standing verdict on each pair of claims: same or different.

    decisions: those on pairs, oldest first.
    """
    found: dict[Pair, str] = {}
    for decision in standing(decisions):
        one = decision.judgement
        verdict = json.loads(one.new or "null")
        key = pair(one.subject, one.field or "")
        if verdict in (SAME, DIFFERENT):
            found[key] = verdict
        else:
            found.pop(key, None)
    return found


def pair(one: str, other: str) -> Pair:
    """Two ids in the order in which a pair holds them."""
    return (one, other) if one < other else (other, one)
