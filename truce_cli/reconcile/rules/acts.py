"""Accusations with what may tell one from another: who speaks, where, when, which dead hang on it. Compares none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import first_day, has_minute, in_utc
from truce_cli.reconcile.rules import speakers
from truce_cli.reconcile.rules.lexicon import lexicon
from truce_cli.reconcile.rules.speakers import Speaker
from truce_cli.reconcile.rules.windows import Placed, place
from truce_cli.reconcile.rules.wordlists import FRAME

_WORD: Final = re.compile(r"[^\W\d_]{5,}")


class Act:
    """One accusation, placed, with what may tell it from others."""

    __slots__ = (
        "_words", "claim", "day", "dead", "figures", "minute", "names", "placed", "places", "published",
        "speaker", "spots",
    )  # fmt: skip

    def __init__(
        self,
        claim: Claim,
        placed: Placed,
        speaker: Speaker,
        places: frozenset[str],
        spots: frozenset[str],
        names: frozenset[str],
        dead: tuple[Claim, ...],
        published: str | None,
    ) -> None:
        """places: words of its place; spots: those that are no names of a side; names: words of no weight.

        dead: figures that hang on it, parts left out. published: day of its document.
        """
        self.claim, self.placed, self.speaker = claim, placed, speaker
        self.places, self.spots, self.names = places, spots, names
        self.dead, self.published = dead, published
        self.figures = frozenset((toll.harm, toll.low, toll.high) for toll in dead) if dead else _NONE
        """(harm, low, high) of the dead and injured that hang on it."""
        self.day = first_day(claim.occurred) if claim.occurred else None
        """First day on which it may have happened."""
        self.minute = in_utc(claim.occurred) if claim.occurred and has_minute(claim.occurred) else None
        """Its minute in UTC, of one that is clocked."""
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Words of its quote and place that not every accusation holds; most acts are told without them."""
        if self._words is None:
            text = f"{self.claim.quote or ''} {self.claim.place or ''}".casefold()
            telling = frozenset(_WORD.findall(text)) - FRAME - self.names
            self._words = frozenset(word.removesuffix("s") for word in telling)
        return self._words

    @property
    def ids(self) -> tuple[str, ...]:
        """What people may have judged: the accusation and the figures that hang on it."""
        return (self.claim.id, *(toll.id for toll in self.dead))

    @property
    def tells(self) -> tuple[object, ...]:
        """Everything that comparing it across documents looks at, but its words."""
        told = (self.claim.act, self.claim.occurred, self.published)
        return (self.speaker, *told, self.places, self.figures)


_NONE: Final[frozenset[tuple[object, ...]]] = frozenset()


class Acts:
    """Makes acts of claims. Few bodies speak, of few days and places: what hangs on these alone is worked out once."""

    def __init__(self, book: Book) -> None:
        self._book, self._words = book, lexicon(book.conflict)
        self._speakers: dict[tuple[str | None, ...], Speaker] = {}
        self._placed: dict[tuple[str | None, ...], Placed] = {}
        self._places: dict[str | None, tuple[frozenset[str], frozenset[str]]] = {}

    def act(self, claim: Claim, tolls: Sequence[Claim]) -> Act:
        """tolls: the figures that hang on it."""
        who, where = (claim.claimant, claim.claimant_slug, claim.claimant_side), (claim.occurred, claim.truce)
        speaker = self._speakers.get(who)
        if speaker is None:
            speaker = self._speakers[who] = speakers.speaker(claim, self._words)
        placed = self._placed.get(where)
        if placed is None:
            placed = self._placed[where] = place(self._book.conflict, claim)
        spotted = self._places.get(claim.place)
        if spotted is None:
            places = self._words.place_words(claim.place)
            spotted = self._places[claim.place] = places, places - self._words.names
        dead = tuple(toll for toll in tolls if toll.subset_of is None)
        names, published = self._words.names, self._book.published(claim)
        return Act(claim, placed, speaker, *spotted, names, dead, published)
