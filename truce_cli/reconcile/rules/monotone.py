"""Rule 12, monotone: a running total that falls is a finding, unless a correction explains it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Problem
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book


def corrected(book: Book, claims: Iterable[Claim]) -> frozenset[str]:
    """ids of the claims that a kept claim corrects."""
    return frozenset(target for claim in claims if (target := book.target(claim.corrects)))


def falls(series: Sequence[Assertion], taken_back: frozenset[str], key: str) -> tuple[Problem, ...]:
    """Each step of one voice's series that lies wholly below the step before it."""
    standing = [
        item
        for item in series
        if not (item.is_vague or item.is_estimate or taken_back.issuperset(item.ids)) and item.order_day
    ]
    ordered = sorted(standing, key=lambda item: (item.order_day or "", item.lead.id))
    out = []
    for before, after in pairwise(ordered):
        if before.order_day == after.order_day:
            continue
        high, low = after.bounds.high, before.bounds.low
        if high is not None and low is not None and high < low:
            text = f"falls from {before.text} ({before.order_day}) to {after.text} ({after.order_day})"
            out.append(
                Problem(code="fall", text=text, claims=(*before.ids, *after.ids), severity="error", key=key)
            )
    return tuple(out)
