"""Finds a curated claim's document and the place of its quote in it. Stores nothing."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.record import dataclass, replace
from truce_cli.store.ledger import Ledger
from truce_cli.text.find import find_quote
from truce_cli.workflow.inputs import MOST_BYTES

_CACHED_TEXTS = 16


class NotThere(Exception):
    """What a curated claim names is not to be found, or not only once; the message says why, for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A held document in which a claim may stand, and where its quote stands in it."""

    card: Card
    text: str
    places: tuple[tuple[int, int], ...]


class Anchors:
    """Places claims in the documents of a ledger."""

    def __init__(self, ledger: Ledger, home: Path | None = None) -> None:
        """home: the folder from which paths count; the ledger's own by default."""
        self._ledger = ledger
        self._home = ledger.path.parent if home is None else home
        self._text = lru_cache(maxsize=_CACHED_TEXTS)(ledger.text)
        self._bytes_of = lru_cache(maxsize=None)(_sha256)

    def place(self, claim: Claim, reference: str | None, folder: str, current: Claim | None) -> Claim:
        """The claim with document, start and end, and its quote in the document's own characters.

        reference: the document as written: sha256 or its prefix, path, url, words of its title.
        folder: of the claims file, from the ledger's folder; paths in it are tried first.
        current: the claim as it stands under the same reference; it keeps its document where its quote still
        stands there, so that a new version of a page does not carry it off.
        Without a document here the claim comes back unanchored. Raises NotThere.
        """
        if reference is None:
            return replace(claim, document=None)
        kept = self._as_it_stands(claim, current)
        if kept is not None:
            return kept
        path = posixpath.normpath(posixpath.join(folder, reference))
        cards = self._copied(path) or self._ledger.cards_named(reference, path=path)
        texts = [(card, text) for card in cards if (text := self._text(card.id)) is not None]
        if not texts:
            # An exported claim keeps its place: the document itself may come later.
            return replace(claim, document=cards[0].id if cards else None)
        held = [card for card, text in texts if claim.quote and _stands(claim, text)]
        if held:
            return replace(claim, document=held[0].id)
        if claim.quote is None:
            return replace(
                claim, document=_only([card for card, _ in texts], reference).id, start=None, end=None
            )
        spots = [_Spot(card=card, text=text, places=find_quote(text, claim.quote)) for card, text in texts]
        return _placed(claim, _best(spots, reference))

    def _copied(self, path: str) -> tuple[Card, ...]:
        """The held document whose bytes a file that was never ingested under this path holds."""
        if "://" in path or self._ledger.file(path) is not None:
            return ()
        sha256 = self._bytes_of(self._home / path)
        return self._ledger.cards_named(sha256) if sha256 else ()

    def _as_it_stands(self, claim: Claim, current: Claim | None) -> Claim | None:
        if current is None or current.document is None or claim.quote is None:
            return None
        text = self._text(current.document)
        if text is None:
            return None
        if current.quote == claim.quote and current.start is not None:
            places: tuple[tuple[int, int], ...] = ((current.start, current.end or 0),)
        else:
            places = find_quote(text, claim.quote)
        if len(places) != 1:
            return None
        start, end = places[0]
        return replace(claim, document=current.document, start=start, end=end, quote=text[start:end])


def _stands(claim: Claim, text: str) -> bool:
    return claim.start is not None and text[claim.start : claim.end] == claim.quote


def _sha256(path: Path) -> str | None:
    """Of an ordinary file that could be an article; None for anything else."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def _placed(claim: Claim, spot: _Spot) -> Claim:
    if len(spot.places) > 1:
        raise NotThere(f"its quote stands {len(spot.places)} times in {_name(spot.card)}; lengthen it")
    start, end = spot.places[0]
    return replace(claim, document=spot.card.id, start=start, end=end, quote=spot.text[start:end])


def _best(spots: Sequence[_Spot], reference: str) -> _Spot:
    """The document that is meant: it holds the quote, and it is the only one or the newest of one page."""
    holding = [spot for spot in spots if spot.places]
    if not holding:
        where = (
            _name(spots[0].card) if len(spots) == 1 else f"any of the {len(spots)} documents {reference!r}"
        )
        raise NotThere(f"its quote is not in {where}; copy it from the text that `truce show` prints")
    chosen = _only([spot.card for spot in holding], reference)
    return next(spot for spot in holding if spot.card is chosen)


def _only(cards: Sequence[Card], reference: str) -> Card:
    """The first of these documents, newest first, where they are one page in several versions."""
    same_path = len({card.path for card in cards}) == 1
    same_url = cards[0].url is not None and len({card.url for card in cards}) == 1
    if len(cards) > 1 and not (same_path or same_url):
        names = ", ".join(_name(card) for card in cards[:3])
        raise NotThere(f"document {reference!r} could be {names}; name it by its sha256")
    return cards[0]


def _name(card: Card) -> str:
    return f"{card.id[:12]} ({card.path or card.url or card.title})"
