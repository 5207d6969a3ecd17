"""Claims with equal ones collapsed before they are read: a question looks at each assertion once."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.copies import UNDATED, Copies, Shelf
from truce_cli.store import copying, rows
from truce_cli.store.session import Session

_FROM_CLAIMS: Final = "FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id"
_AT_ONCE: Final = 900


class CollapsingHalf(Session):
    """Assertions instead of claims. Each method fetches its whole answer before it returns."""

    def single_claims(self, kinds: Sequence[str]) -> Iterator[tuple[Claim, Copies | None]]:
        """Claims of these kinds that must be looked at one by one, in the order of ingest.

        A claim that stands in no document has no copies, not even itself.
        """
        marks = ", ".join("?" * len(kinds))
        sql = (
            f"SELECT {rows.CLAIM_SELECT}, c.document_id, c.copy {_FROM_CLAIMS} WHERE c.id IN ("
            f"SELECT id FROM claims WHERE kind IN ({marks}) AND assertion IS NULL UNION "
            f"SELECT id FROM claims WHERE kind IN ({marks}) AND id IN ({copying.POINTED_AT})"
            ") AND c.id NOT IN (SELECT extracted_id FROM bindings) ORDER BY c.id"
        )
        for *row, number, copy in self._all(sql, (*kinds, *kinds)):
            yield rows.claim(row), Copies(copy, str(number), 1) if number is not None else None

    def assertions(self, kind: str, cuts: Sequence[str] = ()) -> Iterator[tuple[Claim, Copies]]:
        """The leading claim of every assertion of a kind, with all its tellings.

        cuts: days of knowledge; tellings of documents published up to such a day and later ones stay apart.
        """
        bounds = [*sorted(f"{day}~" for day in cuts), UNDATED]
        found = [part for row in self._told(kind) for part in _cut(Copies(*row), bounds)]
        for at in range(0, len(found), _AT_ONCE):
            some = found[at : at + _AT_ONCE]
            names = [copies.lead for copies in some]
            sql = f"SELECT {rows.CLAIM_SELECT} {_FROM_CLAIMS} WHERE c.claim_id IN ({', '.join('?' * len(some))})"
            leads = {row[0]: row for row in self._all(sql, names)}
            for name, copies in zip(names, some, strict=True):
                yield rows.claim(leads[name]), copies

    def _told(self, kind: str) -> list[tuple[str, str, int]]:
        """(copies in order, numbers of their documents, how many) of every assertion of a kind."""
        # the index holds all that is asked, in the order in which it is asked: nothing is sorted
        apart = f"AND id NOT IN ({copying.POINTED_AT})" if self._one(copying.POINTED_AT) else ""
        return self._all(
            "SELECT group_concat(copy, char(10)), group_concat(document_id), count(*) "
            "FROM claims INDEXED BY claims_copies "
            f"WHERE kind = ? AND assertion IS NOT NULL {apart} GROUP BY assertion",
            (kind,),
        )

    def shelf(self) -> Shelf:
        """Every document in the order in which findings list them."""
        select = "SELECT count(*), group_concat(id), group_concat(sha256) FROM"
        # day by day, since one text of all would be three times as large as what is kept of it
        days = self._each(
            f"{select} documents INDEXED BY documents_shelf WHERE published > '' GROUP BY published"
        )
        numbers, names = array("q"), []
        for _, some, found in days:
            numbers.extend(map(int, some.split(",")))
            names += found.split(",")
        dated = len(names)
        undated = "WHERE published IS NULL OR published = '' ORDER BY path, sha256"
        count, some, found = self._one(f"{select} (SELECT id, sha256 FROM documents {undated})")
        if count:
            numbers.extend(map(int, some.split(",")))
            names += found.split(",")
        places = array("q", bytes(8 * (max(numbers, default=0) + 1)))
        for place, number in enumerate(numbers):
            places[number] = place
        return Shelf(places, names, dated)


def _cut(copies: Copies, bounds: Sequence[str]) -> Iterator[Copies]:
    """The copies in parts, at each bound that lies between them."""
    last = copies.told.rpartition("\n")[2]
    if not any(copies.told < bound <= last for bound in bounds):
        yield copies
        return
    told, numbers = copies.told.split("\n"), copies.numbers.split(",")
    at = [0, *(bisect_left(told, bound) for bound in bounds), len(told)]
    for start, end in pairwise(at):
        if start < end:
            yield Copies("\n".join(told[start:end]), ",".join(numbers[start:end]), end - start)
