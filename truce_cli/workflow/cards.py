"""Cards by sha256: those that are surely needed at once, the others when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from truce_cli.model.document import Card

if TYPE_CHECKING:
    from truce_cli.store.ledger import Ledger


class CardsAsked(Mapping[str, Card]):
    """The cards of a ledger's documents.

    A question about 200,000 documents prints a few of them. A card that is asked for when the ledger is closed
    is read from the file again.
    """

    def __init__(self, ledger: Ledger, needed: Iterable[str | None]) -> None:
        self._reopened: Ledger | None = None
        self._path = ledger.path
        self._documents = ledger.count_documents()
        self._known: dict[str, Card] = {}
        self._take(ledger, {one for one in needed if one is not None})

    def __getitem__(self, document: str) -> Card:
        if document not in self._known:
            self._take(self._again(), (document,))
        return self._known[document]

    def get(self, document: str, default: Any = None) -> Any:
        found = self._known.get(document)
        return super().get(document, default) if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(card.id for card in self._again().cards()))

    def __len__(self) -> int:
        return self._documents

    def __del__(self) -> None:
        if self._reopened is not None:
            self._reopened.close()

    def _take(self, ledger: Ledger, documents: Iterable[str]) -> None:
        self._known.update((card.id, card) for card in ledger.cards_of(documents))

    def _again(self) -> Ledger:
        if self._reopened is None:
            from truce_cli.store.ledger import Ledger

            self._reopened = Ledger.reading(self._path)
        return self._reopened
