"""Opens a ledger for questions and sets out its conflict, its cards and its book. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.record import dataclass, replace
from truce_cli.workflow.held_conflict import parsed

if TYPE_CHECKING:
    from truce_cli.reconcile.book import Book
    from truce_cli.store.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An open ledger with its conflict and its documents' cards (by sha256)."""

    ledger: Ledger
    conflict: Conflict
    cards: dict[str, Card]

    def book(self) -> Book:
        """Every claim that no curated one leads, for reconciliation."""
        from truce_cli.reconcile.book import Book
        from truce_cli.store.log import DIFFERENT, SAME, pairs

        judged = pairs(self.ledger.pair_rows())
        return Book(
            conflict=self.conflict,
            claims=self.ledger.claims(),
            cards=self.cards,
            bound=dict(self.ledger.bindings()),
            same=frozenset(pair for pair, verdict in judged.items() if verdict == SAME),
            different=frozenset(pair for pair, verdict in judged.items() if verdict == DIFFERENT),
        )


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """The ledger at path, for reading; every question inside sees the same state of it.

    Raises LedgerError, LedgerTooNew, LedgerLocked.
    """
    from truce_cli.store.ledger import Ledger

    with Ledger.reading(path) as ledger:
        # before the snapshot, which keeps writers waiting
        conflict = parsed(ledger.conflict())
        with ledger.snapshot():
            yield Desk(
                ledger=ledger,
                conflict=replace(conflict, actors=(*conflict.actors, *ledger.actors())),
                cards={card.id: card for card in ledger.cards()},
            )
