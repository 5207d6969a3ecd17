"""What a curated claim says of a document that is not held here: an address, a path, a title. Reads no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card

if TYPE_CHECKING:
    from truce_cli.store.ledger import Ledger

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)


def named_elsewhere(ledger: Ledger, claims: Iterable[Claim]) -> dict[str, Card]:
    """A card for each claim without a document that names one, by the claim's id."""
    loose = [claim.id for claim in claims if claim.document is None]
    kept = ledger.kept(loose)
    return {id_: _card(kept[id_].document_ref or "") for id_ in loose if kept[id_].document_ref}


def card_of(claim: Claim, cards: Mapping[str, Card], elsewhere: Mapping[str, Card]) -> Card | None:
    """The claim's document, held or only named; None where it names none."""
    return cards.get(claim.document) if claim.document else elsewhere.get(claim.id)


def _card(reference: str) -> Card:
    """The reference as it was written, in `url` where it is an address, else in `path`."""
    address = _ADDRESS.match(reference) is not None
    return Card(
        id="",
        url=reference if address else None,
        path=None if address else reference,
        format="elsewhere",
    )
