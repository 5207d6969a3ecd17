"""Decisions on claims: accept, reject, retract. Joins the store and reconciliation's echoes; prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import SAME
from truce_cli.store.records import Judgement, Kept
from truce_cli.store.writing import as_json
from truce_cli.workflow.bench import Decided, claims_named, put_changed, writing
from truce_cli.workflow.held_conflict import conflict_of
from truce_cli.workflow.judgements import verdict_rows
from truce_cli.workflow.who import Who


def accept(db: Path, names: Sequence[str], who: Who) -> Decided:
    """These claims are claims: they count without a mark. Raises UsageError for a name that means none."""
    return _set_status(db, names, "accepted", who)


def reject(db: Path, names: Sequence[str], who: Who) -> Decided:
    """These claims are none, at every day of knowledge. Raises as `accept`."""
    return _set_status(db, names, "rejected", who)


def retract(
    db: Path, names: Sequence[str], who: Who, *, day: str, document: str | None = None, echoes: bool = True
) -> Decided:
    """Their own source has withdrawn these claims, from a day on; before it they stand.

    day: ISO, where no document is named. document: a name of the document that withdraws them: its
    publication day counts. echoes: also the claims in which the same source gives the same figure in other
    documents published up to that day: it has withdrawn its figure, not one article.
    """
    with writing(db) as ledger:
        if document is not None:
            card = ledger.card(document)
            if card.published is None:
                raise UsageError(f"{document} has no publication day; say the day with --on")
            day = card.published
            who = replace(who, why=f"{who.why or 'retracted'} (document {card.id})")
        conflict = conflict_of(ledger) if echoes else None
        with ledger.transaction():
            named = claims_named(ledger, names)
            also: dict[str, Kept] = {}
            if conflict is not None:
                also = ledger.kept(_echoes(ledger, conflict, named, day))
            pairs = [
                (kept, replace(kept.claim, status="retracted", retracted_from=day))
                for kept in (*named.values(), *also.values())
            ]
            decided = put_changed(ledger, pairs, "status", who)
        notes = [f"retracted from {day} on; before that day it stands"]
        if also:
            shorts = ", ".join(ledger.short_id(id_) for id_ in also)
            notes.append(f"also retracted, the same figure of the same source: {shorts}")
        return replace(decided, notes=(*notes, *_led(ledger, named)))


def same_as(db: Path, name: str, other: str, who: Who) -> Decided:
    """A claim is the same as another: judged so and accepted, in one act. Raises as `accept`."""
    with writing(db) as ledger, ledger.transaction():
        named = claims_named(ledger, [name])
        verdicts = verdict_rows(ledger, [name, other], SAME, who)
        pairs = [(kept, replace(kept.claim, status="accepted")) for kept in named.values()]
        return put_changed(ledger, pairs, "status", who, more=verdicts)


def _set_status(db: Path, names: Sequence[str], status: str, who: Who) -> Decided:
    with writing(db) as ledger:
        with ledger.transaction():
            named = claims_named(ledger, names)
            pairs = [
                (kept, replace(kept.claim, status=status, retracted_from=None)) for kept in named.values()
            ]
            settled = _settled(ledger, named, status, who)
            decided = put_changed(ledger, pairs, "status", who, more=settled)
        return replace(decided, notes=tuple(_led(ledger, named)))


def _settled(ledger: Ledger, named: dict[str, Kept], status: str, who: Who) -> list[Judgement]:
    """Rows for claims that two ledgers judged otherwise: saying again what stands settles it."""
    return [
        who.judgement(row.judgement.subject, "status", field="status", old=said, new=said)
        for row in ledger.kept_back()
        if row.judgement.field == "status"
        and row.judgement.subject in named
        and (said := as_json(status)) == as_json(named[row.judgement.subject].claim.status)
    ]


def _led(ledger: Ledger, named: Iterable[str]) -> list[str]:
    """A decision on a proposal that a curated claim leads changes no figure: say so."""
    leaders = dict(ledger.bindings())
    return [
        f"{ledger.short_id(id_)} is led by the curated {ledger.short_id(leaders[id_])}, which counts instead"
        for id_ in named
        if id_ in leaders
    ]


def _echoes(ledger: Ledger, conflict: Conflict, named: dict[str, Kept], day: str) -> list[str]:
    """Ids of the tolls that repeat one of these in other documents, published up to the day."""
    from truce_cli.reconcile.book import Book
    from truce_cli.reconcile.rules.echo import collapse

    cards = {card.id: card for card in ledger.cards()}
    claims = tuple(claim for claim in ledger.claims(kinds=("toll",)) if claim.status != "rejected")
    book = Book(conflict=conflict, claims=claims, cards=cards)
    alike, _ = collapse(book, claims)
    found = []
    for group in alike:
        ids = {claim.id for claim in group.claims}
        if ids & named.keys():
            found += [
                claim.id
                for claim in group.claims
                if claim.id not in named and claim.status != "retracted" and _known_by(book.known(claim), day)
            ]
    return found


def _known_by(known: str | None, day: str) -> bool:
    return known is None or known <= day
