"""Copies: the other documents that repeat a claim, in a form small enough for a million of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from truce_cli.model.record import dataclass

START_DIGITS: Final = 9
"""Digits of a copy's offset in its document."""
UNDATED: Final = "9999"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every document in the order in which findings list them: by publication day, path, id."""

    places: Sequence[int]
    """By the document's number in the ledger, its place."""
    names: Sequence[str]
    """By place, its sha256."""
    dated: int
    """How many have a publication day; the others come after them."""


class Copies(NamedTuple):
    """Every telling of one assertion in a document, the leading one first; most often there is one.

    All that rules look at is the same in each.
    """

    told: str
    """`place_of` each telling, a line each, in their order."""
    numbers: str
    """The numbers of their documents in the ledger, with commas between them."""
    tellings: int
    """How many tellings there are."""

    @property
    def published(self) -> str | None:
        """Publication day of the leading one's document; None where it has none."""
        day = self.told.partition(" ")[0]
        return None if day == UNDATED else day

    @property
    def lead(self) -> str:
        """The claim that speaks for all."""
        return self.told.partition("\n")[0].rpartition(" ")[2]

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims, in their order."""
        return tuple(self.told.split()[2::3])

    @property
    def least_start(self) -> int:
        """The smallest offset of any of them in its document."""
        return int(min(self.told.split()[1::3]))


def place_of(known: str | None, start: int | None, claim: str) -> str:
    """Where a claim stands among its equals, as a text that sorts: publication day, offset, id."""
    return f"{known or UNDATED} {start or 0:0{START_DIGITS}d} {claim}"
