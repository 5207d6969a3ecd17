"""Cards by sha256: those that are likely to be needed at once where they are few, others as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from truce_cli.model.document import Card

if TYPE_CHECKING:
    from truce_cli.store.ledger import Ledger


_FEW: Final = 1_000
"""So many cards are read with the question itself, in the state of the ledger that it sees."""


class CardsAsked(Mapping[str, Card]):
    """The cards of a ledger's documents.

    A question about 200,000 documents prints a few of them, or none. A card that is asked for when the ledger is
    closed is read from the file again; the first brings with it all that are likely to be asked for.
    """

    def __init__(self, ledger: Ledger, likely: Iterable[str | None]) -> None:
        self._reopened: Ledger | None = None
        self._path = ledger.path
        self._known: dict[str, Card] = {}
        self._likely = {one for one in likely if one is not None}
        if len(self._likely) <= _FEW:
            self._take(ledger)

    def __getitem__(self, document: str) -> Card:
        if document not in self._known:
            self._likely.add(document)
            self._take(self._again())
        return self._known[document]

    def get(self, document: str, default: Any = None) -> Any:
        found = self._known.get(document)
        return super().get(document, default) if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(card.id for card in self._again().cards()))

    def __len__(self) -> int:
        return self._again().count_documents()

    def __del__(self) -> None:
        if self._reopened is not None:
            self._reopened.close()

    def _take(self, ledger: Ledger) -> None:
        self._known.update((card.id, card) for card in ledger.cards_of(self._likely))
        self._likely = set()

    def _again(self) -> Ledger:
        if self._reopened is None:
            from truce_cli.store.ledger import Ledger

            self._reopened = Ledger.reading(self._path)
        return self._reopened
