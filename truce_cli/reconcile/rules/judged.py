"""People's judgements: pairs of claims held to tell of one event, or of two. They win over every match."""

from __future__ import annotations

from collections.abc import Iterable

from truce_cli.reconcile.book import Book


class Judgements:
    """The judgements of a book, told over claims as they stand after binding."""

    def __init__(self, book: Book) -> None:
        self.same = _pairs(book, book.same)
        self.different = _pairs(book, book.different)
        self._judged = {claim for pair in self.same for claim in pair}
        self._known = self._judged.union(*self.different)

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
        mine = self._judged.intersection(claims)
        if not mine:
            return ()
        return tuple(sorted("+".join(sorted(pair)) for pair in self.same if pair & mine))


def _pairs(book: Book, pairs: Iterable[tuple[str, str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((book.target(a) or a, book.target(b) or b)) for a, b in pairs)
