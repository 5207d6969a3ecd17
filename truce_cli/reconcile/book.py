"""The book: every claim of one conflict with its documents, and what a question selects. No storage."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, TypeVar

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.copies import Copies, Shelf, place_of
from truce_cli.model.document import Card
from truce_cli.model.finding import Step
from truce_cli.model.names import Names
from truce_cli.model.record import dataclass, field
from truce_cli.reconcile.days import last_day

Found = TypeVar("Found")

_LAST = "9999"
_FEW = 1_000
"""So many documents are sorted; more are picked from all."""


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
    """Claim id -> every telling of the same, itself the first: of every claim that stands in a document, or none."""
    shelf: Shelf | None = None
    """The documents that copies count by; None where there are no copies."""
    different: frozenset[tuple[str, str]] = frozenset()
    """Pairs of claims that people judged to tell of two. Judgements win over matching."""
    _orders: dict[str, tuple[bool, bool, str, int, str]] = field(default_factory=dict, repr=False)
    """What `order` has said of each claim: it is asked again and again."""
    _found: dict[object, tuple[Book, Any]] = field(default_factory=dict, repr=False)
    """What `once` has found, of which book: copies with other claims share the table."""

    def once(self, key: object, find: Callable[[], Found]) -> Found:
        """What `find` says, found once for all questions about this book. key: what it depends on, book aside."""
        if not self.has_found(key):
            self._found[key] = (self, find())
        found: Found = self._found[key][1]
        return found

    def has_found(self, key: object) -> bool:
        return key in self._found and self._found[key][0] is self

    def published(self, claim: Claim) -> str | None:
        """Publication day of the claim's document; None where it has none or is not held."""
        copies = self.copies.get(claim.id)
        if copies is not None:
            return copies.published
        card = self.cards.get(claim.document) if claim.document else None
        return card.published if card else None

    def known(self, claim: Claim) -> str | None:
        """Day from which the claim could be known: publication; for an unanchored one the day it was said."""
        copies = self.copies.get(claim.id)
        if copies is not None:
            return copies.published
        card = self.cards.get(claim.document) if claim.document else None
        if card is not None:
            return card.published
        return last_day(claim.stated_on) if claim.stated_on else None

    def step(self, left: LeftOut) -> Step:
        return Step(rule=left.rule, left_out=self.ids(left.claims), note=left.note)

    def target(self, reference: str | None) -> str | None:
        """The id that a reference means once bound proposals have given way to their curated claims."""
        return self.bound.get(reference, reference) if reference else None

    def documents(self, claims: Iterable[Claim]) -> Sequence[str]:
        """Their documents, those of their copies too, each once, oldest first."""
        told = list(claims)
        shelf = self.shelf
        found = {claim.document for claim in told if claim.document}
        if shelf is None or (len(found) < 2 and not any(map(self.is_repeated, told))):
            return tuple(sorted(found, key=self.document_order) if len(found) > 1 else found)
        return Names(lambda: self._on_shelf(told, shelf), lambda: len(self._numbers(told)))

    def _on_shelf(self, claims: Sequence[Claim], shelf: Shelf) -> tuple[str, ...]:
        numbers = self._numbers(claims)
        if len(numbers) < _FEW:
            return tuple(shelf.names[place] for place in sorted(map(shelf.places.__getitem__, numbers)))
        asked = bytearray(len(shelf.names))
        for place in map(shelf.places.__getitem__, numbers):
            asked[place] = 1
        return tuple(compress(shelf.names, asked))

    def _numbers(self, claims: Iterable[Claim]) -> set[int]:
        """Numbers in the ledger of the documents that tell the claims."""
        found = [copies.numbers for claim in claims if (copies := self.copies.get(claim.id))]
        # read as JSON: one pass in C over texts that may hold a million numbers
        return set(json.loads(f"[{','.join(found)}]"))

    def is_repeated(self, claim: Claim) -> bool:
        """True where it speaks for other claims that say the same."""
        copies = self.copies.get(claim.id)
        return copies is not None and copies.tellings > 1

    def ids(self, claims: Iterable[Claim]) -> Sequence[str]:
        """Ids of claims and of their copies, all in the order of `order`; claims: in that order."""
        told = list(claims)
        if not any(map(self.is_repeated, told)):
            return tuple(claim.id for claim in told)
        copies = [self.copies.get(claim.id) for claim in told]
        count = sum(found.tellings if found else 1 for found in copies)
        first = copies[0]
        if first is not None and len(told) == 1:
            return Names(lambda: first.ids, count, told[0].id)
        return Names(lambda: self._merged(told), count, told[0].id)

    def _merged(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        ranks: dict[tuple[bool, bool], list[str]] = {}
        for claim in claims:
            copies = self.copies.get(claim.id)
            told = copies.told if copies else place_of(self.known(claim), claim.start, claim.id)
            ranks.setdefault((claim.entry != "curated", claim.status != "accepted"), []).append(told)
        lines: list[str] = []
        for _, texts in sorted(ranks.items()):
            lines += sorted("\n".join(texts).split("\n"))
        return tuple(" ".join(lines).split(" ")[2::3])

    def reading_order(self, claims: Iterable[Claim]) -> tuple[object, ...]:
        """Where findings of these claims stand among others: their oldest document, then their first offset in any."""
        told = list(claims)
        begins = min((self._least_start(claim) for claim in told), default=0)
        shelf = self.shelf
        if shelf is not None:
            oldest = min(map(shelf.places.__getitem__, self._numbers(told)), default=None)
            return (shelf.dated, 0, begins) if oldest is None else (oldest, 1, begins)
        orders = (self.document_order(claim.document) for claim in told if claim.document)
        return (*min(orders, default=(_LAST, "", "")), begins)

    def _least_start(self, claim: Claim) -> int:
        copies = self.copies.get(claim.id)
        return copies.least_start if copies else claim.start or 0

    def document_order(self, document: str) -> tuple[str, ...]:
        """Publication day (undated last), path, id."""
        card = self.cards.get(document)
        return ((card.published or _LAST), (card.path or ""), document) if card else (_LAST, "", document)

    def order(self, claim: Claim) -> tuple[bool, bool, str, int, str]:
        """Who leads among equals: people's entries, accepted ones, the oldest document, reading order."""
        found = self._orders.get(claim.id)
        if found is None:
            first = claim.start if claim.start is not None else 0
            own = (claim.entry != "curated", claim.status != "accepted")
            found = self._orders[claim.id] = (*own, self.known(claim) or _LAST, first, claim.id)
        return found


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
