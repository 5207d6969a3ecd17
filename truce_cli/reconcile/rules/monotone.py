"""Rule 12, monotone: a running total that falls is a finding, unless a correction explains it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Problem
from truce_cli.model.names import together
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rules.bounds import Bounds


def corrected(book: Book, claims: Iterable[Claim]) -> frozenset[str]:
    """ids of the claims that a kept claim corrects."""
    return frozenset(target for claim in claims if (target := book.target(claim.corrects)))


def falls(series: Sequence[Assertion], taken_back: frozenset[str], key: str) -> tuple[Problem, ...]:
    """Each step of one voice's series that lies wholly below the step before it.

    A step that falls back to a figure which the voice had passed already is a stale repeat, not a new count.
    """
    standing = [
        item
        for item in series
        if not (item.is_vague or item.is_estimate or item.all_among(taken_back)) and item.order_day
    ]
    ordered = sorted(standing, key=lambda item: (item.order_day or "", item.lead.id))
    out = []
    passed: dict[Bounds, Assertion] = {}
    for index, (before, after) in enumerate(pairwise(ordered)):
        for item in ordered[max(index - 1, 0) : index]:
            passed.setdefault(item.bounds, item)
        if before.order_day == after.order_day:
            continue
        high, low = after.bounds.high, before.bounds.low
        if high is None or low is None or high >= low:
            continue
        first = passed.get(after.bounds)
        text = f"falls from {before.text} ({before.order_day}) to {after.text} ({after.order_day})"
        claims = together((before.ids, after.ids))
        if first is not None:
            text = (
                f"{after.text} ({after.order_day}) repeats the figure of {first.order_day}, "
                f"which {before.text} ({before.order_day}) had replaced"
            )
            claims = together((first.ids, claims))
        out.append(
            Problem(
                code="fall" if first is None else "stale_repeat",
                text=text,
                claims=claims,
                severity="error" if first is None else "note",
                key=key,
                marks=after.ids,
            )
        )
    return tuple(out)


def stale(book: Book, series: Sequence[Assertion], key: str) -> tuple[Problem, ...]:
    """Articles that repeat a total, naming no day, after a newer one of the same voice was in print."""
    figures = [item for item in series if item.order_day and not (item.is_vague or item.is_estimate)]
    figures.sort(key=lambda item: (item.order_day or "", item.lead.id), reverse=True)
    out = []
    newest: str | None = None
    for day, found in groupby(figures, key=lambda item: item.order_day):
        same_day = list(found)
        newer = newest
        for item in same_day:
            late = [
                c for c in item.claims if newer and _names_no_day(c) and (book.published(c) or "") > newer
            ]
            late = late if book.is_repeated(item.lead) else [c for c in late if c is not item.lead]
            repeated = tuple(claim for claim in book.ids(late) if claim != item.lead.id)
            if repeated:
                # copies of a claim that names no day were published on its own day
                told = f"{item.text} ({day}) is repeated on {book.published(late[0])}"
                text = f"{told}, after a newer total of {newer}"
                claims = (item.lead.id, *repeated)
                out.append(Problem(code="stale_repeat", text=text, claims=claims, key=key, marks=repeated))
        firsts = [first for item in same_day if (first := _first_print(book, item))]
        newest = min([*firsts, *([newest] if newest else [])], default=None)
    return tuple(reversed(out))


def _first_print(book: Book, item: Assertion) -> str | None:
    return min((day for claim in item.claims if (day := book.published(claim))), default=None)


def _names_no_day(claim: Claim) -> bool:
    return claim.as_of is None or claim.as_of_basis == "published"
