"""Rule 15, dispute: a denial stands beside what it denies; both stay. A general denial disputes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book


def denials(book: Book, claims: Sequence[Claim], deniable: frozenset[str]) -> Mapping[str, tuple[Claim, ...]]:
    """Denied claim's id -> its denials; under "" those that deny nothing in `deniable`."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        target = book.target(claim.denies)
        found[target if target in deniable and target else ""].append(claim)
    return {target: tuple(sorted(group, key=book.order)) for target, group in found.items()}


def deniers(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who denies, in the sources' words, each once."""
    return tuple(dict.fromkeys(claim.claimant or "" for claim in claims))
