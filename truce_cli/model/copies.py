"""Copies: the other documents that repeat a claim, in a form small enough for a million of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from truce_cli.model.record import dataclass

START_DIGITS: Final = 9
"""Digits of a copy's offset in its document."""
UNDATED: Final = "9999"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every document in the order in which findings list them: by publication day, path, id.

    places: by the document's number in the ledger, its place. names: by place, its sha256. place_of: by sha256,
    its place. dated: how many have a publication day; the others come after them.
    """

    places: Sequence[int]
    names: Sequence[str]
    place_of: Mapping[str, int]
    dated: int


@dataclass(frozen=True, slots=True)
class Copies:
    """Every telling of one assertion, the leading one first. All that rules look at is the same in each."""

    told: str
    """`place_of` each telling, a line each, in their order."""
    numbers: str
    """The numbers of their documents in the ledger, with commas between them."""

    @property
    def least_start(self) -> int:
        """The smallest offset of any of them in its document."""
        return min(int(line.split(" ", 2)[1]) for line in self.told.split("\n"))


def place_of(known: str | None, start: int | None, claim: str) -> str:
    """Where a claim stands among its equals, as a text that sorts: publication day, offset, id."""
    return f"{known or UNDATED} {start or 0:0{START_DIGITS}d} {claim}"
