"""Groups of claims, each a small book to reconcile by itself: by claimant, truce, month, place, document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.model.record import dataclass, replace
from truce_cli.model.stance import voice
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rowkeys import narrow_place, slugged
from truce_cli.reconcile.rules.clocks import day_of
from truce_cli.reconcile.selection import select

NOT_STATED: Final = "not-stated"
TRUCE: Final = "truce"


@dataclass(frozen=True, slots=True)
class Group:
    """path: (dimension, value), outermost first; question: what to ask of the group's own book."""

    path: tuple[tuple[str, str], ...]
    book: Book
    question: Question


def splitting(by: Sequence[str]) -> tuple[str, ...]:
    """The dimensions that divide claims; side and victims only order the rows, which never mix them."""
    return tuple(name for name in dict.fromkeys(by) if name in _VALUE or name == TRUCE)


def groups(book: Book, question: Question, dimensions: Sequence[str]) -> list[Group]:
    """Every group that holds a claim, in order of its values; truces in the conflict's order."""
    dividing = [name for name in dimensions if name != TRUCE]
    buckets: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in select(book, question, ("toll", "undisclosed")).claims:
        buckets[tuple(_VALUE[name](book, claim) for name in dividing)].append(claim)
    deeds: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in book.claims:
        if claim.kind in ("violation", "denial"):
            deeds[claim.document].append(claim)
    truces = [truce.slug for truce in book.conflict.truces if question.truce in (None, truce.slug)]
    out = []
    for values, slug in product(sorted(buckets), truces if TRUCE in dimensions else [question.truce]):
        told = {**dict(zip(dividing, values, strict=True)), TRUCE: slug or ""}
        mine = buckets[values]
        beside = [deed for document in dict.fromkeys(c.document for c in mine) for deed in deeds[document]]
        out.append(
            Group(
                path=tuple((name, told[name]) for name in dimensions),
                book=replace(book, claims=(*mine, *beside)),
                question=replace(question, truce=slug, by=()),
            )
        )
    order = {slug: place for place, slug in enumerate(truces)}
    out.sort(key=lambda group: [(order.get(value, 0), value) for _, value in group.path])
    return out


def _claimant(book: Book, claim: Claim) -> str:
    if claim.claimant is None and claim.claimant_slug is None:
        return voice(claim, book.conflict)
    return claim.claimant_slug or slugged(claim.claimant or "") or NOT_STATED


def _month(book: Book, claim: Claim) -> str:
    return (day_of(book, claim) or "")[:7] or NOT_STATED


def _place(book: Book, claim: Claim) -> str:
    return slugged(narrow_place(claim.place, book.conflict) or "") or NOT_STATED


def _document(book: Book, claim: Claim) -> str:
    return (claim.document or NOT_STATED)[:12]


_VALUE: Final[dict[str, Callable[[Book, Claim], str]]] = {
    "claimant": _claimant,
    "month": _month,
    "place": _place,
    "document": _document,
}
