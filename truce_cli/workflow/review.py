"""The queue of a review: which claims wait, and one of them in its context. Decides nothing, prints nothing."""

from __future__ import annotations

from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, KINDS, MEDIA, THIRD, UNKNOWN
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.held_conflict import conflict_of
from truce_cli.workflow.merge import disagreements
from truce_cli.workflow.nearest import one_of
from truce_cli.workflow.report import Disagreement


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWanted:
    """Which claims to review; () and None mean all. min_count: only figures of at least so many.

    disagreements: not the candidates, but what two ledgers have decided otherwise.
    """

    document: str | None = None
    sides: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    min_count: int | None = None
    disagreements: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One claim in its context. document: None where its text is not held."""

    claim: Claim
    short: str
    card: Card | None
    document: Document | None
    conflict: Conflict
    disputes: tuple[Disagreement, ...] = ()


def queue(db: Path, wanted: ReviewWanted) -> tuple[str, ...]:
    """Ids of the claims that wait, by document and place. Raises UsageError for a word that is not there."""
    for kind in wanted.kinds:
        one_of(kind, KINDS, "kind")
    with Ledger.reading(db) as ledger:
        conflict = conflict_of(ledger)
        sides = (*(side.slug for side in conflict.sides), BOTH, UNKNOWN, THIRD, MEDIA)
        for side in wanted.sides:
            one_of(side, sides, "side")
        document = ledger.card(wanted.document).id if wanted.document else None
        statuses = None if wanted.disagreements else ("candidate",)
        claims = ledger.claims(
            statuses=statuses, kinds=wanted.kinds or None, document=document, bound=wanted.disagreements
        )
        if wanted.disagreements:
            named = {one.claim for one in disagreements(ledger)}
            claims = tuple(claim for claim in claims if claim.id in named)
        return tuple(claim.id for claim in claims if _fits(claim, wanted))


def item(db: Path, claim_id: str, wanted: ReviewWanted) -> ReviewItem | None:
    """A claim of the queue as it stands now; None where somebody has decided it meanwhile."""
    with Ledger.reading(db) as ledger:
        kept = ledger.kept((claim_id,)).get(claim_id)
        if kept is None:
            return None
        claim = kept.claim
        disputes = tuple(one for one in disagreements(ledger) if one.claim == claim_id)
        if not (disputes if wanted.disagreements else claim.status == "candidate"):
            return None
        card = ledger.card(claim.document) if claim.document else None
        text = ledger.text(claim.document) if claim.document else None
        return ReviewItem(
            claim=claim,
            short=ledger.short_id(claim_id),
            card=card,
            document=Document(card=card, text=text) if card and text is not None else None,
            conflict=conflict_of(ledger),
            disputes=disputes,
        )


def _fits(claim: Claim, wanted: ReviewWanted) -> bool:
    if wanted.sides and not {claim.side, claim.accused_side, claim.claimant_side} & set(wanted.sides):
        return False
    if wanted.min_count is None:
        return True
    count = next((n for n in (claim.value, claim.high, claim.low) if n is not None), None)
    return count is not None and count >= wanted.min_count
