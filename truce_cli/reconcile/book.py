"""The book: every claim of one conflict with its documents, and what a question selects. No storage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Step
from truce_cli.model.record import dataclass, field
from truce_cli.reconcile.days import last_day

_LAST = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What reconciliation reads. It never changes; questions select from it."""

    conflict: Conflict
    claims: tuple[Claim, ...]
    cards: Mapping[str, Card]
    """By document id (sha256)."""
    bound: Mapping[str, str] = field(default_factory=dict)
    """Extracted id -> id of the curated claim that leads it. `denies`, `subset_of` and `corrects` may still
    name the extracted one."""
    same: frozenset[tuple[str, str]] = frozenset()
    """Pairs of claims that people judged to tell of one event."""
    different: frozenset[tuple[str, str]] = frozenset()
    """Pairs of claims that people judged to tell of two. Judgements win over matching."""

    def published(self, claim: Claim) -> str | None:
        """Publication day of the claim's document; None where it has none or is not held."""
        card = self.cards.get(claim.document) if claim.document else None
        return card.published if card else None

    def known(self, claim: Claim) -> str | None:
        """Day from which the claim could be known: publication; for an unanchored one the day it was said."""
        if claim.document in self.cards:
            return self.published(claim)
        return last_day(claim.stated_on) if claim.stated_on else None

    def target(self, reference: str | None) -> str | None:
        """The id that a reference means once bound proposals have given way to their curated claims."""
        return self.bound.get(reference, reference) if reference else None

    def documents(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Their documents, each once, oldest first."""
        return tuple(sorted({c.document for c in claims if c.document}, key=self.document_order))

    def document_order(self, document: str) -> tuple[str, str, str]:
        """Publication day (undated last), path, id."""
        card = self.cards.get(document)
        return ((card.published or _LAST), (card.path or ""), document) if card else (_LAST, "", document)

    def order(self, claim: Claim) -> tuple[bool, bool, str, int, str]:
        """Who leads among equals: people's entries, accepted ones, the oldest document, reading order."""
        first = claim.start if claim.start is not None else 0
        return (
            claim.entry != "curated",
            claim.status != "accepted",
            self.known(claim) or _LAST,
            first,
            claim.id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The claims that a question looks at, in a fixed order, and what each rule left out on the way."""

    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]

    def of_kind(self, *kinds: str) -> tuple[Claim, ...]:
        return tuple(c for c in self.claims if c.kind in kinds)

    def left_out(self) -> tuple[tuple[str, int], ...]:
        """(reason, how many claims), in the order of the rules, for what was left out at all."""
        return tuple((step.note, len(step.left_out)) for step in self.steps if step.left_out)
