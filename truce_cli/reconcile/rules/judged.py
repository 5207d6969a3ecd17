"""People's judgements: pairs of claims held to tell of one event, or of two. They win over every match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from truce_cli.reconcile.book import Book


class Judgements:
    """The judgements of a book, told over claims as they stand after binding."""

    def __init__(self, book: Book) -> None:
        self.same = _pairs(book, book.same)
        self.different = _pairs(book, book.different)
        self._meeting: dict[str, list[str]] = defaultdict(list)
        for pair in self.same:
            for claim in pair:
                self._meeting[claim].append("+".join(sorted(pair)))
        self._known = frozenset(self._meeting).union(*self.different)

    def __bool__(self) -> bool:
        """True where anybody has judged anything."""
        return bool(self.same or self.different)

    def verdict(self, one: Iterable[str], other: Iterable[str]) -> bool | None:
        """True where people say that the two are one, False where two, None where nobody judged.

        A pair judged both ways is two: nothing merges against anybody's word.
        """
        mine = self._known.intersection(one)
        if not mine:
            return None
        others = self._known.intersection(other)
        crossing = {frozenset((a, b)) for a in mine for b in others}
        if crossing & self.different:
            return False
        return True if crossing & self.same else None

    def meeting(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Names of the "same" judgements that these claims have part in."""
        return tuple(sorted({name for claim in claims for name in self._meeting.get(claim, ())}))


def judgements(book: Book) -> Judgements:
    """The judgements of a book, which many small groups of its claims are asked about."""
    return book.once("judgements", lambda: Judgements(book))


def _pairs(book: Book, pairs: Iterable[tuple[str, str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((book.target(a) or a, book.target(b) or b)) for a, b in pairs)
