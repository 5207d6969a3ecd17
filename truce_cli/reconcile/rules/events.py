"""Rule 3 for accusations: one act told by several documents is one entry. Where unsure, they stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, first_day, has_minute, in_utc, shifted
from truce_cli.reconcile.rules import speakers
from truce_cli.reconcile.rules.judged import Judgements
from truce_cli.reconcile.rules.lexicon import lexicon
from truce_cli.reconcile.rules.speakers import Speaker
from truce_cli.reconcile.rules.strikes import figures_clash, figures_near
from truce_cli.reconcile.rules.windows import Placed, place
from truce_cli.reconcile.rules.wordlists import FRAME

_FROM_AFAR: Final = ("attack", "shelling", "missile", "airstrike", "drone")
"""Acts that outlets name differently when they tell of one strike."""

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
        """Everything that comparing it across documents looks at."""
        told = (self.claim.act, self.claim.occurred, self.published)
        return (self.speaker, *told, self.places, self.words, self.figures)


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


class _Group:
    """One entry in the making. Mentions that tell alike are compared once, however many there are."""

    __slots__ = ("_alike", "_by_document", "_sorted", "acts")

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._sorted = 0
        self._alike: dict[tuple[object, ...], list[Act]] = {}
        self._by_document: dict[str | None, list[Act]] = {}

    def takes(self, item: Act, judged: Judgements | None) -> bool:
        """True where the act is one with a member and speaks against none; a person's word decides for all."""
        if judged:
            verdict = judged.verdict(item.ids, [claim for other in self.acts for claim in other.ids])
            if verdict is not None:
                return verdict
        one = False
        for others in self._to_compare(item.claim.document):
            for other in others:
                found = _one_act(item, other)
                if found is False:
                    return False
                one = one or found is True
        return one

    def _to_compare(self, document: str | None) -> Iterable[Iterable[Act]]:
        """The members of one document, and of each sort of the others as many as tell all that there is."""
        if len(self.acts) <= _FEW:
            return (self.acts,)
        for item in self.acts[self._sorted :]:
            self._by_document.setdefault(item.claim.document, []).append(item)
            alike = self._alike.setdefault(item.tells, [])
            if len(alike) < 2 and all(other.claim.document != item.claim.document for other in alike):
                alike.append(item)  # two, so that there is always one of another document
        self._sorted = len(self.acts)
        mine = self._by_document.get(document, ()) if document is not None else ()
        return (mine, *self._alike.values())


_FEW: Final = 4
"""Of a group so small each member is looked at: that is quicker than sorting them."""


def cluster(book: Book, acts: Sequence[Act]) -> list[list[Act]]:
    """Accusations to entries. Each member of an entry fits every other; their order plays no part."""
    groups: list[_Group] = []
    near: dict[tuple[object, ...], dict[int, _Group]] = defaultdict(dict)
    frames: dict[tuple[object, ...], int] = {}

    def firmest(item: Act) -> tuple[object, ...]:
        bare = bool(item.dead) and not item.spots  # a strike without its place comes to those that name it
        return (not item.minute, bare, item.day or "9999", not item.places, book.order(item.claim))

    judged = Judgements(book) or None
    for item in sorted(acts, key=firmest):
        frame = frames.setdefault(_frame(item), len(frames))
        meeting = [("judged", pair) for pair in judged.meeting(item.ids)] if judged else ()
        found: dict[int, _Group] = {}
        for key in (*_looks_in(item, frame), *meeting):
            if key in near:
                found.update(near[key])
        able = [number for number, group in found.items() if group.takes(item, judged)]
        if len(able) > 1:
            home = max(able, key=lambda number: (*_closeness(item, groups[number].acts), -number))
        else:
            home = able[0] if able else len(groups)
        if home == len(groups):
            groups.append(_Group())
        groups[home].acts.append(item)
        for key in (*_lies_in(item, frame), *meeting):
            near[key][home] = groups[home]
    return [group.acts for group in groups]


def _frame(item: Act) -> tuple[object, ...]:
    """What acts that are one share, unless they are strikes told by their dead."""
    claim, placed = item.claim, item.placed
    sides = (claim.claimant_side, claim.accused_side)
    return (placed.truce, placed.before, *sides, claim.act, claim.unit, claim.low, claim.high)


def _lies_in(item: Act, frame: int) -> Iterable[tuple[object, ...]]:
    """Where others look for this act: its day with its place, or for an undated one its telling words and spots.

    One that is clocked also lies under its minute, a strike under its place and its figures, whatever its weapon is
    called.
    """
    if item.day is None:
        return [(frame, "word", word) for word in item.words | item.spots]
    keys = [(frame, item.day, word) for word in (*(item.places or (_NOWHERE,)), _ANYWHERE)]
    return (*keys, *(_at(item, keys) if item.minute else ()), *_strikes(item, item.day))


def _looks_in(item: Act, frame: int) -> Iterable[tuple[object, ...]]:
    """Where an act that is one with it may lie: on its day, under its place or none; where it has none, under any.

    One that is clocked looks at its minute alone, since those without come after it. One that the dead tell also
    looks a day either way.
    """
    if item.day is None:
        return _lies_in(item, frame)
    words = (*item.places, _NOWHERE) if item.places else (_ANYWHERE,)
    keys: Sequence[tuple[object, ...]] = [(frame, item.day, word) for word in words]
    if item.minute:
        keys = _at(item, keys)
    if not item.dead:
        return keys
    days = (shifted(item.day, -1), shifted(item.day, 1)) if len(item.day) == 10 else ()
    around = [(frame, day, word) for day in days for word in words]
    return (*keys, *around, *(key for day in (item.day, *days) for key in _strikes(item, day)))


def _at(item: Act, keys: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [(*key, item.minute) for key in keys]


_NOWHERE: Final = ""
_ANYWHERE: Final = "*"
"""No words of a place: of an act whose place is not told, and of every act."""


def _strikes(item: Act, day: str) -> Iterable[tuple[object, ...]]:
    if not item.dead or item.claim.act not in _FROM_AFAR:
        return ()
    sides = (item.claim.claimant_side, item.claim.accused_side)
    return [(item.placed, *sides, "strike", told, day) for told in (*item.spots, *item.figures)]


def _closeness(item: Act, group: Sequence[Act]) -> tuple[bool, int, int]:
    """An act told as closely in time comes first, then shared words."""
    first = group[0]
    return ((item.minute is None) == (first.minute is None), len(item.words & first.words), len(group))


def _one_act(one: Act, other: Act) -> bool | None:
    """True or False where it can be told; None where nothing speaks against it and too little for it."""
    same_document = one.claim.document is not None and one.claim.document == other.claim.document
    if not speakers.compatible(one.speaker, other.speaker):
        return one.speaker.side == other.speaker.side and not same_document and _one_strike(one, other)
    if one.day is None or other.day is None:
        return one.day == other.day and _places_fit(one, other) and _told_alike(one, other)
    if same_document and not _restated(one, other):
        return False  # one document tells of two acts
    if one.day != other.day or one.claim.act != other.claim.act:
        return not same_document and _one_strike(one, other)
    if not same_document and one.dead and other.dead and figures_clash(one.dead, other.dead):
        return False
    if one.minute and other.minute:
        return one.minute == other.minute and _places_fit(one, other)
    if one.minute or other.minute:
        telling = bool(one.places & other.places) and bool(one.words & other.words)
        return (telling and speakers.same_body(one.speaker, other.speaker)) or _one_strike(one, other)
    if one.places and other.places:
        return bool(one.places & other.places)
    if same_document and (one.places or other.places or one.claim.quote == other.claim.quote):
        return True
    return bool(one.words & other.words) or bool(one.figures & other.figures) or _one_strike(one, other)


def _told_alike(one: Act, other: Act) -> bool:
    """Undated: a telling word in common, or one body's words on one spot, published within a day."""
    if one.words & other.words:
        return True
    if not (one.spots & other.spots and one.published and other.published):
        return False
    near = abs(days_between(one.published, other.published)) <= 1
    return near and speakers.same_body(one.speaker, other.speaker)


def _one_strike(one: Act, other: Act) -> bool | None:
    """Outlets date one strike a day either way, and name its weapon and its accuser differently: its dead tell.

    The very same figures tell it where no places differ; figures that are only near need a place that both
    name, and without one they are no more than no reason against.
    """
    if not one.dead or not other.dead or not _places_fit(one, other):
        return False
    if not one.day or not other.day or abs(days_between(one.day, other.day)) > 1:
        return False
    if one.figures & other.figures and one.claim.act == other.claim.act:
        return True
    if not figures_near(one.dead, other.dead, same_day=one.day == other.day):
        return False
    return True if one.spots & other.spots else None


def _places_fit(one: Act, other: Act) -> bool:
    return not one.places or not other.places or bool(one.places & other.places)


def _restated(one: Act, other: Act) -> bool:
    """Whether one document's two accusations may be two mentions: one body and day, told with no clock."""
    if one.claim.quote == other.claim.quote and one.claim.occurred == other.claim.occurred:
        return one.claim.place == other.claim.place
    if one.minute or other.minute or one.day != other.day:
        return False
    same_precision = one.claim.precision == other.claim.precision
    return same_precision and speakers.same_body(one.speaker, other.speaker)
