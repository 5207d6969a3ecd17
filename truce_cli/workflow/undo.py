"""Undoes an act of the log by adding its reverse: nothing is taken out of the log. Prints nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.record import fields, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import PAIR, decided, pair, pairs
from truce_cli.store.records import Decision, Judgement, Kept
from truce_cli.store.writing import as_json
from truce_cli.workflow.bench import Decided, writing
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.edit import correct_document
from truce_cli.workflow.who import Who

_NOT_OURS = ("change", "withdraw", "anchored", "conflict")
_TUPLES = frozenset(field.name for field in fields(Claim) if "tuple" in str(field.type))


def undo(db: Path, name: str | None, who: Who) -> Decided:
    """Reverse an act: the last one of this curator, the one of a number in the log, or a claim's last.

    Raises UsageError where there is none, or where a later act has changed the same field again.
    """
    with writing(db) as ledger:
        act = _act(ledger, name, who)
        rows = ledger.acts(of=act)
        foreign = next((row for row in rows if row.judgement.action in _NOT_OURS), None)
        if foreign is not None:
            raise UsageError(f"log {act} came from {foreign.judgement.why or 'a file'}; change it there")
        document = next((row for row in rows if len(row.judgement.subject) == 64), None)
        if document is not None:
            return _undo_document(ledger, act, rows, who)
        with ledger.transaction():
            return _undo_claims(ledger, act, rows, who)


def _act(ledger: Ledger, name: str | None, who: Who) -> int:
    if name is not None and name.isdecimal():
        number = ledger.act_of(int(name))
        if number is None:
            raise UsageError(f"the log has no row {name}; truce log lists them")
        if number in ledger.undone_acts():
            raise UsageError(f"log {number} is undone already")
        return number
    subject = ledger.claim_by_prefix(name).id if name is not None else None
    found = ledger.last_act(curator=None if subject else who.curator, subject=subject)
    if found is None:
        what = f"on {name}" if name else f"of {who.curator}"
        raise UsageError(f"nothing {what} to undo; name a row's number from truce log")
    return found


def reversed_rows(rows: Sequence[Decision], who: Who) -> list[Judgement]:
    """The rows that take an act back, last first."""
    return [
        who.judgement(
            row.judgement.subject,
            row.judgement.action,
            field=row.judgement.field,
            old=row.judgement.new,
            new=row.judgement.old,
        )
        for row in reversed(rows)
    ]


def _undo_claims(ledger: Ledger, act: int, rows: Sequence[Decision], who: Who) -> Decided:
    reverse = reversed_rows(rows, who)
    by_claim: dict[str, list[Judgement]] = defaultdict(list)
    for one in reverse:
        if one.action == PAIR:
            _check_pair(ledger, one)
        by_claim[one.subject].append(one)
    number = ledger.judge(reverse, undoes=act) - len(reverse) + 1
    for claim_id, ones in by_claim.items():
        whole = next((one for one in ones if one.action == "add"), None)
        if whole is not None:
            _add_back_or_take(ledger, claim_id, whole)
        elif any(one.action != PAIR for one in ones):
            _set_back(ledger, claim_id, [one for one in ones if one.action != PAIR])
    return Decided(act=number, changed=tuple(by_claim), notes=(f"took back log {act}",))


def _check_pair(ledger: Ledger, one: Judgement) -> None:
    now = pairs(ledger.pair_rows()).get(pair(one.subject, one.field or ""))
    if as_json(now) != (one.old or "null"):
        raise UsageError(f"the judgement on {one.subject} and {one.field} was changed since; undo that first")


def _add_back_or_take(ledger: Ledger, claim_id: str, one: Judgement) -> None:
    if one.new is None:
        kept = ledger.kept((claim_id,)).get(claim_id)
        if one.old is None or (kept is not None and kept.source_file is not None):
            raise UsageError(f"{claim_id} came from a claims file; take it out there, or reject it")
        ledger.take_back(claim_id)
        return
    claim = claim_of(json.loads(one.new))
    ledger.put_claims([Kept(claim=claim, document_ref=claim.document)])
    rebind(ledger, (claim.document,))


def claim_of(values: dict[str, Any]) -> Claim:
    """The claim that a row of the log holds whole."""
    fixed: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return Claim(**fixed)


def _set_back(ledger: Ledger, claim_id: str, ones: Sequence[Judgement]) -> None:
    kept = ledger.kept((claim_id,)).get(claim_id)
    if kept is None:
        raise UsageError(f"{claim_id} is no longer here; nothing to undo on it")
    back: dict[str, Any] = {}
    for one in ones:
        name = one.field or ""
        if as_json(getattr(kept.claim, name)) != (one.old or "null"):
            raise UsageError(f"{name} of {claim_id} was changed since; undo that first")
        value = json.loads(one.new or "null")
        back[name] = tuple(value or ()) if name in _TUPLES else value
    ledger.put_claims([replace(kept, claim=replace(kept.claim, **back))])
    rebind(ledger, (kept.claim.document, back.get("document")))


def _undo_document(ledger: Ledger, act: int, rows: Sequence[Decision], who: Who) -> Decided:
    subject = rows[0].judgement.subject
    card = ledger.card(subject)
    fixed = decided(row for row in ledger.log(subject) if (row.act or row.seq) != act)
    reverse = reversed_rows(rows, who)
    for one in reverse:
        if as_json(getattr(card, one.field or "")) != (one.old or "null"):
            raise UsageError(f"{one.field} of {subject[:12]} was changed since; undo that first")
    done = correct_document(ledger, card, fixed, reverse, undoes=act)
    return replace(done, notes=(f"took back log {act}", *done.notes))
