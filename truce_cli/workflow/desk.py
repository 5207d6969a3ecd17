"""Opens a ledger for questions and sets out its conflict, its cards and its book. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.model.record import replace
from truce_cli.workflow.cards import CardsAsked
from truce_cli.workflow.held_conflict import parsed

if TYPE_CHECKING:
    from truce_cli.model.claim import Claim
    from truce_cli.model.copies import Copies
    from truce_cli.reconcile.book import Book
    from truce_cli.store.ledger import Ledger


class Desk:
    """An open ledger with its conflict and its documents' cards (by sha256)."""

    def __init__(self, ledger: Ledger, conflict: Conflict) -> None:
        self.ledger = ledger
        self.conflict = conflict

    @cached_property
    def cards(self) -> dict[str, Card]:
        return {card.id: card for card in self.ledger.cards()}

    def book(self) -> Book:
        """Every claim that no curated one leads, for reconciliation."""
        return self._book(self.ledger.claims())

    def collapsed_book(self, kinds: Sequence[str], collapsed: Sequence[str], question: Question) -> Book:
        """The same answers from fewer claims: those of some kinds that say the same are read once.

        kinds: what the question looks at. collapsed: those of them of which it needs every assertion; of the
        others it looks only at claims that hang on other claims.
        """
        cuts = [question.known_on] if question.known_on else []
        told = [*self.ledger.single_claims(kinds)]
        told += [pair for kind in collapsed for pair in self.ledger.assertions(kind, cuts)]
        copies = {claim.id: found for claim, found in told if found is not None}
        return self._book(tuple(claim for claim, _ in told), copies)

    def _book(self, claims: tuple[Claim, ...], copies: dict[str, Copies] | None = None) -> Book:
        from truce_cli.reconcile.book import Book
        from truce_cli.store.log import DIFFERENT, SAME, pairs

        judged = pairs(self.ledger.pair_rows())
        return Book(
            conflict=self.conflict,
            claims=claims,
            cards=self.cards if copies is None else CardsAsked(self.ledger, {c.document for c in claims}),
            bound=dict(self.ledger.bindings()),
            copies=copies or {},
            shelf=self.ledger.shelf() if copies else None,
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
            yield Desk(ledger, replace(conflict, actors=(*conflict.actors, *ledger.actors())))
