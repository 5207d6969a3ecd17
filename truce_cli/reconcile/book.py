"""The book: every claim of one conflict with its documents, and what a question selects. No storage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.copies import Copies, Shelf, place_of
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
    copies: Mapping[str, Copies] = field(default_factory=dict)
    """Claim id -> every telling of the same in other documents, itself the first, where it speaks for several."""
    shelf: Shelf | None = None
    """The documents that copies count by; None where there are no copies."""
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

    def step(self, left: LeftOut) -> Step:
        return Step(rule=left.rule, left_out=self.ids(left.claims), note=left.note)

    def target(self, reference: str | None) -> str | None:
        """The id that a reference means once bound proposals have given way to their curated claims."""
        return self.bound.get(reference, reference) if reference else None

    def documents(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Their documents, those of their copies too, each once, oldest first."""
        told = list(claims)
        found = {c.document for c in told if c.document}
        if self.shelf is not None and any(c.id in self.copies for c in told):
            return self._on_shelf(told, found, self.shelf)
        return tuple(sorted(found, key=self.document_order))

    def _on_shelf(self, claims: Iterable[Claim], documents: set[str], shelf: Shelf) -> tuple[str, ...]:
        places = {shelf.place_of[document] for document in documents}
        for claim in claims:
            if claim.id in self.copies:
                numbers = map(int, self.copies[claim.id].numbers.split(","))
                places.update(map(shelf.places.__getitem__, numbers))
        return tuple(map(shelf.names.__getitem__, sorted(places)))

    def ids(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Ids of claims and of their copies, all in the order of `order`; claims: in that order."""
        told = list(claims)
        if not any(claim.id in self.copies for claim in told):
            return tuple(claim.id for claim in told)
        lines: list[str] = []
        for claim in told:
            rank = f"{claim.entry != 'curated':d}{claim.status != 'accepted':d} "
            copies = self.copies.get(claim.id)
            mine = (
                copies.told.split("\n") if copies else (place_of(self.known(claim), claim.start, claim.id),)
            )
            lines += [rank + line for line in mine] if len(told) > 1 else mine
        if len(told) > 1:
            lines.sort()
        return tuple(line.rpartition(" ")[2] for line in lines)

    def least_start(self, claim: Claim) -> int:
        """The smallest offset at which the claim, or a copy of it, stands in its document."""
        copies = self.copies.get(claim.id)
        return copies.least_start if copies else claim.start or 0

    def document_order(self, document: str) -> tuple[str, ...]:
        """Publication day (undated last), path, id; on a shelf its place, which is in that order."""
        if self.shelf is not None:
            place = self.shelf.place_of.get(document)
            return (f"{self.shelf.dated:09d}", "") if place is None else (f"{place:09d}", document)
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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one rule left out of a selection, and why. `Book.step` tells it."""

    rule: str
    note: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The claims that a question looks at, in a fixed order, and what each rule left out on the way."""

    claims: tuple[Claim, ...]
    left: tuple[LeftOut, ...]
    steps: tuple[Step, ...]
    """The same, in ids."""

    def of_kind(self, *kinds: str) -> tuple[Claim, ...]:
        return tuple(c for c in self.claims if c.kind in kinds)

    def left_out(self) -> tuple[tuple[str, int], ...]:
        """(reason, how many claims), in the order of the rules, for what was left out at all."""
        return tuple((step.note, len(step.left_out)) for step in self.steps if step.left_out)
