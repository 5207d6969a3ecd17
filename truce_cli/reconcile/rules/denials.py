"""Rule 3, echo, for denials: the same claimant's same words on another page are one denial. Disputes nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between

_WORD: Final = re.compile(r"[^\W_]+")
_DAYS: Final = 3
"""A denial is news for about so long; words that come again later deny something else."""


class _Denial(NamedTuple):
    """A denial as far as comparing it looks at it."""

    claim: Claim
    words: str
    known: str | None
    """Day from which it could be known."""

    @property
    def tells(self) -> tuple[str, str | None, str | None]:
        return (self.words, self.claim.truce, self.known)


class _Group:
    """Denials that are one. Those that tell alike are compared once, however many there are."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._told: dict[tuple[str, str | None, str | None], _Denial] = {}
        self._documents: dict[str, list[Claim]] = defaultdict(list)

    def add(self, one: _Denial) -> None:
        self.claims.append(one.claim)
        self._told.setdefault(one.tells, one)
        if one.claim.document is not None:
            self._documents[one.claim.document].append(one.claim)

    def takes(self, one: _Denial) -> bool:
        here = self._documents.get(one.claim.document, ()) if one.claim.document is not None else ()
        return all(_overlap(one.claim, other) for other in here) and all(
            _same(one, other) for other in self._told.values()
        )


def repeated(book: Book, denials: Iterable[Claim]) -> list[list[Claim]]:
    """Denials in groups that are one. A page may quote less of it, or not say which truce it is about."""
    groups: list[_Group] = []
    holding: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    told = [_Denial(claim, _words(claim), book.known(claim)) for claim in denials]
    # the longest words first: a shorter quote of them joins, wherever it was read
    for one in sorted(told, key=lambda one: (-len(one.words), book.order(one.claim))):
        speaker, words = _speaker(one.claim), dict.fromkeys(one.words.split())
        # a group that holds its words holds the rarest of them
        near = min((holding[*speaker, word] for word in words), key=len, default=[])
        home = next((number for number in near if groups[number].takes(one)), len(groups))
        if home == len(groups):
            groups.append(_Group())
            for word in words:
                holding[*speaker, word].append(home)
        groups[home].add(one)
    return [group.claims for group in groups]


def _same(shorter: _Denial, longer: _Denial) -> bool:
    if not _fits(shorter.claim.truce, longer.claim.truce):
        return False
    said, whole = shorter.words, longer.words
    return said == whole or (f" {said} " in f" {whole} " and _near(shorter, longer))


def _speaker(claim: Claim) -> tuple[str, str]:
    return claim.claimant_side, claim.claimant_slug or (claim.claimant or "").casefold()


def _fits(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other)


def _overlap(one: Claim, other: Claim) -> bool:
    if None in (one.start, one.end, other.start, other.end):
        return False
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _near(one: _Denial, other: _Denial) -> bool:
    if one.known is None or other.known is None:
        return False
    return abs(days_between(one.known, other.known)) <= _DAYS


def _words(claim: Claim) -> str:
    return " ".join(_WORD.findall((claim.quote or "").casefold()))
