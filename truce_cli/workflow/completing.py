"""What a half-typed word may become: truces, sides and claim ids of a ledger. Changes nothing, waits for nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from truce_cli.model.words import BOTH, UNKNOWN
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.held_conflict import parsed

_MOST: Final = 200
"""Ids offered at once; a person types on."""


def truces(db: Path) -> tuple[str, ...]:
    """Slugs. Raises LedgerError where there is no ledger of today's form, as the others do."""
    with Ledger.as_it_is(db) as ledger:
        return tuple(truce.slug for truce in parsed(ledger.conflict()).truces)


def sides(db: Path) -> tuple[str, ...]:
    with Ledger.as_it_is(db) as ledger:
        return (*(side.slug for side in parsed(ledger.conflict()).sides), BOTH, UNKNOWN)


def claims(db: Path, beginning: str) -> tuple[str, ...]:
    """Ids that begin so; the kinds' letters for nothing, where the ids would be too many to read."""
    with Ledger.as_it_is(db) as ledger:
        if beginning:
            return tuple(ledger.ids_beginning(beginning, _MOST))
        found = [ids for letter in "tuvde" if (ids := ledger.ids_beginning(f"{letter}-", _MOST))]
        every = tuple(id_ for ids in found for id_ in ids)
        return every if len(every) <= _MOST else tuple(ids[0][:2] for ids in found)
