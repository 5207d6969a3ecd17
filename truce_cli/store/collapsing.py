"""Claims with equal ones collapsed before they are read: a question looks at each assertion once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.copies import UNDATED, Copies, Shelf
from truce_cli.store import copying, rows
from truce_cli.store.session import Session

_FROM_CLAIMS: Final = "FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id"
_AT_ONCE: Final = 900


class CollapsingHalf(Session):
    """Assertions instead of claims. Each method fetches its whole answer before it returns."""

    def single_claims(self, kinds: Sequence[str]) -> tuple[Claim, ...]:
        """Claims of these kinds that must be looked at one by one, in the order of ingest."""
        marks = ", ".join("?" * len(kinds))
        sql = (
            f"SELECT {rows.CLAIM_SELECT} {_FROM_CLAIMS} WHERE c.id IN ("
            f"SELECT id FROM claims WHERE kind IN ({marks}) AND assertion IS NULL UNION "
            f"SELECT id FROM claims WHERE kind IN ({marks}) AND id IN ({copying.POINTED_AT})"
            ") AND c.id NOT IN (SELECT extracted_id FROM bindings) ORDER BY c.id"
        )
        return tuple(rows.claim(row) for row in self._all(sql, (*kinds, *kinds)))

    def assertions(self, kind: str, cuts: Sequence[str] = ()) -> Iterator[tuple[Claim, Copies | None]]:
        """The leading claim of every assertion of a kind, with all its tellings where there are several.

        cuts: days of knowledge; tellings of documents published up to such a day and later ones stay apart.
        """
        halves = [f"{day}~" for day in cuts]
        if self._one("SELECT 1 FROM documents WHERE nullif(published, '') IS NULL LIMIT 1") is not None:
            halves.append(UNDATED)
        apart = "".join(", copy >= ?" for _ in halves)
        sql = (
            "SELECT id, min(copy), count(*), group_concat(copy, char(10)), group_concat(document_id) FROM ("
            "SELECT assertion, copy, document_id, id FROM claims WHERE kind = ? AND assertion IS NOT NULL "
            f"AND id NOT IN ({copying.POINTED_AT}) ORDER BY assertion, copy) GROUP BY assertion{apart}"
        )
        found = self._all(sql, (kind, *halves))
        for at in range(0, len(found), _AT_ONCE):
            some = found[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            leads = {
                row[-1]: rows.claim(row)
                for row in self._all(
                    f"SELECT {rows.CLAIM_SELECT}, c.id {_FROM_CLAIMS} WHERE c.id IN ({marks})",
                    [row[0] for row in some],
                )
            }
            for number, _, count, told, documents in some:
                yield leads[number], Copies(told, documents) if count > 1 else None

    def shelf(self) -> Shelf:
        """Every document in the order in which findings list them."""
        held = self._all(
            "SELECT id, sha256 FROM documents WHERE nullif(published, '') IS NOT NULL "
            "ORDER BY published, path, sha256"
        )
        dated = len(held)
        held += self._all(
            "SELECT id, sha256 FROM documents WHERE nullif(published, '') IS NULL ORDER BY path, sha256"
        )
        places = [0] * (max((row[0] for row in held), default=0) + 1)
        for place, row in enumerate(held):
            places[row[0]] = place
        names = [row[1] for row in held]
        return Shelf(places, names, {name: place for place, name in enumerate(names)}, dated)
