"""Edits fields of claims and of documents; a corrected document is read and drawn from anew. Prints nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from truce_cli.errors import InputRefused, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import Judgement, Kept
from truce_cli.store.rows import why_not
from truce_cli.store.writing import as_json
from truce_cli.workflow.again import Moved, read_again, write
from truce_cli.workflow.anchor import Anchors, NotThere
from truce_cli.workflow.bench import Decided, claims_named, put_changed, writing
from truce_cli.workflow.held_conflict import conflict_of
from truce_cli.workflow.nearest import one_of
from truce_cli.workflow.spelling import place_notes
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.who import Who

CARD_FIELDS: Final = ("published", "outlet", "title", "url", "archive_url")
"""Fields of a document that a person may correct."""
_POINTERS: Final = ("subset_of", "denies", "corrects")


def edit(db: Path, names: Sequence[str], written: Mapping[str, str], who: Who) -> Decided:
    """Set fields of the claims, or of the one document, that these names mean; "" empties a field.

    Days are ISO. Raises UsageError for a name that means nothing, a field or a value that does not fit.
    """
    if not written:
        raise UsageError("say what to change, for example: truce edit t-9f2c place=Ganja")
    with writing(db) as ledger:
        card = _document(ledger, names)
        if card is not None:
            return _edit_document(ledger, card, written, who)
        return edit_claims(ledger, names, written, who)


def edit_claims(ledger: Ledger, names: Sequence[str], written: Mapping[str, str], who: Who) -> Decided:
    """Set fields of claims."""
    conflict = conflict_of(ledger)
    with ledger.transaction():
        named = claims_named(ledger, names)
        pairs = [(kept, edited(ledger, kept, written, conflict)) for kept in named.values()]
        moved = [
            (replace(kept, document_ref=written["document"] or None), claim)
            if "document" in written
            else (kept, claim)
            for kept, claim in pairs
        ]
        decided = put_changed(ledger, moved, "edit", who)
    notes = place_notes(written.get("place"), conflict)
    return replace(decided, notes=(*decided.notes, *notes))


def edited(ledger: Ledger, kept: Kept, written: Mapping[str, str], conflict: Conflict) -> Claim:
    """The claim with these fields, its quote found in its document. Raises UsageError."""
    from truce_cli.read.edited import edited_claim

    resolved = {
        name: ledger.claim_by_prefix(value).id if name in _POINTERS and value else value
        for name, value in written.items()
    }
    try:
        claim = edited_claim(kept.claim, resolved, conflict)
        if "quote" in written or "document" in written:
            reference = written.get("document", claim.document or kept.document_ref) or None
            loose = replace(claim, start=None, end=None)
            claim = Anchors(ledger).place(loose, reference, "", None)
    except InputRefused as why:
        raise UsageError(why.message) from None
    except NotThere as why:
        raise UsageError(str(why)) from None
    problem = why_not(claim)
    if problem is not None:
        raise UsageError(problem)
    return claim


def _document(ledger: Ledger, names: Sequence[str]) -> Card | None:
    """The document that a single name means, where it means no claim."""
    if len(names) != 1:
        return None
    try:
        ledger.claim_by_prefix(names[0])
    except UsageError as no_claim:
        if names[0][1:2] == "-" and names[0][:1] in "tuvde":
            raise
        found = ledger.cards_named(names[0])
        if not found:
            raise no_claim from None
        return ledger.card(names[0])
    return None


def _edit_document(ledger: Ledger, card: Card, written: Mapping[str, str], who: Who) -> Decided:
    values: dict[str, str | None] = {}
    for name, value in written.items():
        one_of(name, CARD_FIELDS, "field of a document")
        values[name] = _day(value) if name == "published" and value else value or None
    fixed = {**decided(ledger.log(card.id)), **values}
    rows = [
        who.judgement(card.id, "edit", field=name, old=as_json(getattr(card, name)), new=as_json(value))
        for name, value in values.items()
        if getattr(card, name) != value
    ]
    if not rows:
        return Decided(same=(card.id,))
    return correct_document(ledger, card, fixed, rows)


def correct_document(
    ledger: Ledger,
    card: Card,
    fixed: Mapping[str, Any],
    rows: Sequence[Judgement],
    *,
    undoes: int | None = None,
) -> Decided:
    """Log a correction and read the document anew with it. fixed: every field that a person has decided.

    A field that is decided as None goes back to what the page itself says.
    """
    fixed = {name: value for name, value in fixed.items() if value is not None}
    tally = Tally()
    moved: Moved | None = None
    while True:
        seen = ledger.last_seq()
        if ledger.known((card.id,)):
            moved = read_again(ledger, card.id, conflict_of(ledger), tally, fixed)
        with ledger.transaction():
            if ledger.last_seq() != seen:
                continue
            act = ledger.judge(rows, undoes=undoes) - len(rows) + 1
            if moved is not None:
                write([moved], ledger)
            else:
                news = {one.field: json.loads(one.new or "null") for one in rows if one.field}
                ledger.add_cards([replace(card, **news)], added=rows[0].at)
            break
    notes = list(tally.notes)
    if moved is not None:
        notes.append(
            f"read again: {len(moved.claims)} claims stand, {moved.new} of them new, "
            f"{len(moved.dropped)} proposals withdrawn"
        )
        if moved.lost:
            notes.append(f"judged claims that the rules no longer propose: {', '.join(moved.lost)}")
    return Decided(act=act, changed=(card.id,), notes=tuple(notes))


def _day(value: str) -> str:
    from truce_cli.read.row import Row

    try:
        return Row("", {"published": value}).day("published") or value
    except InputRefused as why:
        raise UsageError(why.message) from None
