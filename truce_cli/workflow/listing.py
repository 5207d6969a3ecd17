"""The lists: claims, documents, sources, status. Joins the store and the model; prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.listing import DocumentLine, Status
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, KINDS, MEDIA, STATUSES, THIRD, UNKNOWN
from truce_cli.workflow.desk import Desk, opened
from truce_cli.workflow.elsewhere import card_of, named_elsewhere
from truce_cli.workflow.nearest import one_of
from truce_cli.workflow.question import EVERY

if TYPE_CHECKING:
    from truce_cli.store.ledger import Ledger

LISTED = ("candidate", "accepted")
"""Statuses that `truce claims` lists when none is asked for."""
NOT_REJECTED = tuple(status for status in STATUSES if status != "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsWanted:
    """What `truce claims` is asked for; () means all. document: a name that finds one document."""

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = LISTED
    sides: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsAnswer:
    claims: tuple[Claim, ...]
    conflict: Conflict
    cards: Mapping[str, Card]
    elsewhere: Mapping[str, Card]
    """What claims without a document say of theirs, by the claim's id."""
    denied: Mapping[str, Claim]
    """What the listed denials deny, by the id that they name; a curated claim in place of its proposal."""

    def card(self, claim: Claim) -> Card | None:
        return card_of(claim, self.cards, self.elsewhere)


def statuses_listed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The statuses to list: candidate and accepted where none is asked for; () for all."""
    return () if EVERY in words else words or LISTED


def claims(ledger: Path, wanted: ClaimsWanted) -> ClaimsAnswer:
    """Claims by document and place in it. A side means claims by it, about its losses or accusing it."""
    for words, allowed, what in ((wanted.kinds, KINDS, "kind"), (wanted.statuses, STATUSES, "status")):
        for word in words:
            one_of(word, allowed, what)
    with opened(ledger) as desk:
        for side in wanted.sides:
            one_of(side, (*(s.slug for s in desk.conflict.sides), BOTH, UNKNOWN, THIRD, MEDIA), "side")
        found = desk.ledger.claims(
            statuses=wanted.statuses or None,
            kinds=wanted.kinds or None,
            document=desk.ledger.card(wanted.document).id if wanted.document else None,
        )
        kept = tuple(claim for claim in found if not wanted.sides or _sides(claim) & set(wanted.sides))
        return ClaimsAnswer(
            claims=kept,
            conflict=desk.conflict,
            cards=desk.cards,
            elsewhere=named_elsewhere(desk.ledger, kept),
            denied=denied_by(desk.ledger, kept),
        )


def denied_by(ledger: Ledger, claims: Iterable[Claim]) -> dict[str, Claim]:
    """What these claims deny, by the id that they name."""
    named = {claim.denies for claim in claims if claim.denies is not None}
    if not named:
        return {}
    leads = {name: lead for name, lead in ledger.bindings() if name in named}
    kept = ledger.kept({*named, *leads.values()})
    found = ((name, kept.get(leads.get(name, name))) for name in sorted(named))
    return {name: item.claim for name, item in found if item is not None}


def short_ids(ledger: Path, claims: Iterable[Claim]) -> dict[str, str]:
    """The shortest prefix that means each claim alone, by id."""
    from truce_cli.store.ledger import Ledger

    with Ledger.reading(ledger) as store:
        return {claim.id: store.short_id(claim.id) for claim in claims}


def documents(ledger: Path) -> tuple[DocumentLine, ...]:
    """Every document in the order of ingest, with how many claims it holds."""
    with opened(ledger) as desk:
        counts = Counter(claim.document for claim in desk.ledger.claims(statuses=NOT_REJECTED))
        return tuple(DocumentLine(card=card, claims=counts[card.id]) for card in desk.cards.values())


def status(ledger: Path) -> Status:
    """What the ledger holds, and how much of it awaits review."""
    with opened(ledger) as desk:
        return status_of(desk, ledger)


def status_of(desk: Desk, path: Path) -> Status:
    """The same of a ledger that is open. path: as it was named."""
    counts = desk.ledger.counts()
    entries = Counter(claim.entry for claim in desk.ledger.claims())
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for kind, status, number in counts.claims:
        kinds[kind] += number
        statuses[status] += number
    return Status(
        ledger=str(path),
        conflict=desk.conflict.slug,
        name=desk.conflict.name,
        documents=counts.documents,
        elsewhere=counts.elsewhere,
        undated=sum(card.published is None for card in desk.cards.values()),
        claims=kinds.total(),
        kinds=tuple((kind, kinds[kind]) for kind in KINDS),
        statuses=tuple((status, statuses[status]) for status in STATUSES),
        curated=entries["curated"],
        extracted=entries["extracted"],
        bound=counts.bound,
        unanchored=counts.unanchored,
        decisions=counts.decisions,
    )


def _sides(claim: Claim) -> set[str | None]:
    return {claim.side, claim.accused_side, claim.claimant_side}
