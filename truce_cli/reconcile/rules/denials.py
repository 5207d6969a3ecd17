"""Rule 3, echo, for denials: the same claimant's same words on another page are one denial. Disputes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between

_WORD: Final = re.compile(r"[^\W_]+")
_DAYS: Final = 3
"""A denial is news for about so long; words that come again later deny something else."""


def repeated(book: Book, denials: Iterable[Claim]) -> list[list[Claim]]:
    """Denials in groups that are one. A page may quote less of it, or not say which truce it is about."""
    groups: list[list[Claim]] = []
    # the longest words first: a shorter quote of them joins, wherever it was read
    for claim in sorted(denials, key=lambda c: (-len(_words(c)), book.order(c))):
        home = next((group for group in groups if all(_same(book, claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _same(book: Book, shorter: Claim, longer: Claim) -> bool:
    if _speaker(shorter) != _speaker(longer) or not _fits(shorter.truce, longer.truce):
        return False
    if shorter.document is not None and shorter.document == longer.document and not _overlap(shorter, longer):
        return False
    said, whole = _words(shorter), _words(longer)
    if not said:
        return False
    return said == whole or (f" {said} " in f" {whole} " and _near(book, shorter, longer))


def _speaker(claim: Claim) -> tuple[str, str]:
    return claim.claimant_side, claim.claimant_slug or (claim.claimant or "").casefold()


def _fits(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other)


def _overlap(one: Claim, other: Claim) -> bool:
    if None in (one.start, one.end, other.start, other.end):
        return False
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _near(book: Book, one: Claim, other: Claim) -> bool:
    days = book.known(one), book.known(other)
    if days[0] is None or days[1] is None:
        return False
    return abs(days_between(days[0], days[1])) <= _DAYS


def _words(claim: Claim) -> str:
    return " ".join(_WORD.findall((claim.quote or "").casefold()))
