"""Rule 3 for accusations: one act told by several documents is one entry. Where unsure, they stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from truce_cli.model.claim import Claim
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, first_day, has_minute, in_utc, shifted
from truce_cli.reconcile.rules import speakers
from truce_cli.reconcile.rules.judged import Judgements
from truce_cli.reconcile.rules.lexicon import Lexicon
from truce_cli.reconcile.rules.speakers import Speaker
from truce_cli.reconcile.rules.strikes import figures_clash, figures_near
from truce_cli.reconcile.rules.windows import Placed
from truce_cli.reconcile.rules.wordlists import FRAME

_FROM_AFAR: Final = ("attack", "shelling", "missile", "airstrike", "drone")
"""Acts that outlets name differently when they tell of one strike."""

_WORD: Final = re.compile(r"[^\W\d_]{5,}")


class Act(NamedTuple):
    """One accusation, placed, with what may tell it from others."""

    claim: Claim
    placed: Placed
    speaker: Speaker
    places: frozenset[str]
    spots: frozenset[str]
    """Those words of its place that are no names of a side."""
    words: frozenset[str]
    """Words of its quote and place that not every accusation holds."""
    figures: frozenset[tuple[object, ...]]
    """(harm, low, high) of the dead and injured that hang on it."""
    dead: tuple[Claim, ...]
    """Those figures, parts left out."""
    published: str | None
    """Day of its document."""
    day: str | None
    """First day on which it may have happened."""
    clocked: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """What people may have judged: the accusation and the figures that hang on it."""
        return (self.claim.id, *(toll.id for toll in self.dead))

    @property
    def tells(self) -> tuple[object, ...]:
        """Everything that comparing it across documents looks at."""
        told = (self.claim.act, self.claim.occurred, self.published)
        return (self.speaker, *told, self.places, self.words, self.figures)


def act(
    book: Book, claim: Claim, placed: Placed, speaker: Speaker, tolls: Sequence[Claim], words: Lexicon
) -> Act:
    text = f"{claim.quote or ''} {claim.place or ''}".casefold()
    telling = frozenset(_WORD.findall(text)) - FRAME - words.names
    places = words.place_words(claim.place)
    dead = tuple(toll for toll in tolls if toll.subset_of is None)
    return Act(
        claim=claim,
        placed=placed,
        speaker=speaker,
        places=places,
        spots=places - words.names,
        words=frozenset(word.removesuffix("s") for word in telling),
        figures=frozenset((toll.harm, toll.low, toll.high) for toll in dead),
        dead=dead,
        published=book.published(claim),
        day=first_day(claim.occurred) if claim.occurred else None,
        clocked=has_minute(claim.occurred),
    )


class _Group:
    """One entry in the making. Mentions that tell alike are compared once, however many there are."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._alike: dict[tuple[object, ...], list[Act]] = defaultdict(list)
        self._by_document: dict[str | None, list[Act]] = defaultdict(list)

    def add(self, item: Act) -> None:
        self.acts.append(item)
        self._by_document[item.claim.document].append(item)
        alike = self._alike[item.tells]
        if len(alike) < 2 and all(other.claim.document != item.claim.document for other in alike):
            alike.append(item)  # two, so that there is always one of another document

    def takes(self, item: Act, judged: Judgements | None) -> bool:
        """True where the act is one with a member and speaks against none; a person's word decides for all."""
        if judged:
            verdict = judged.verdict(item.ids, [claim for other in self.acts for claim in other.ids])
            if verdict is not None:
                return verdict
        document = item.claim.document
        mine = self._by_document.get(document, ()) if document is not None else ()
        one = False
        for others in (mine, *self._alike.values()):
            for other in others:
                found = _one_act(item, other)
                if found is False:
                    return False
                one = one or found is True
        return one


def cluster(book: Book, acts: Sequence[Act]) -> list[list[Act]]:
    """Accusations to entries. Each member of an entry fits every other; their order plays no part."""
    groups: list[_Group] = []
    near: dict[tuple[object, ...], dict[int, _Group]] = defaultdict(dict)

    def firmest(item: Act) -> tuple[object, ...]:
        bare = bool(item.dead) and not item.spots  # a strike without its place comes to those that name it
        return (not item.clocked, bare, item.day or "9999", not item.places, book.order(item.claim))

    judged = Judgements(book) or None
    for item in sorted(acts, key=firmest):
        lies = (*_lies_in(item), *((("judged", pair) for pair in judged.meeting(item.ids)) if judged else ()))
        found = {number: group for key in _looks_in(item, lies) for number, group in near[key].items()}
        able = {number: group for number, group in found.items() if group.takes(item, judged)}
        home = max(
            able, key=lambda number: (*_closeness(item, able[number].acts), -number), default=len(groups)
        )
        if home == len(groups):
            groups.append(_Group())
        groups[home].add(item)
        for key in lies:
            near[key][home] = groups[home]
    return [group.acts for group in groups]


def _lies_in(item: Act) -> Iterable[tuple[object, ...]]:
    """Where others look for this act: its day, or for an undated one its telling words and spots.

    A strike also lies under its place and its figures, whatever its weapon is called.
    """
    claim = item.claim
    sides = (claim.claimant_side, claim.accused_side)
    placed = (item.placed.truce, item.placed.before)
    frame = (placed, *sides, claim.act, claim.unit, claim.low, claim.high)
    if item.day is not None:
        keys: list[tuple[object, ...]] = [(*frame, "day", item.day)]
        if item.dead and item.claim.act in _FROM_AFAR:
            telling = [*sorted(item.spots), *sorted(item.figures, key=str)]
            keys += ((placed, *sides, "strike", told, item.day) for told in telling)
        return keys
    return tuple((*frame, "word", word) for word in sorted(item.words | item.spots))


def _looks_in(item: Act, keys: tuple[tuple[object, ...], ...]) -> Iterable[tuple[object, ...]]:
    """Where it lies: its own day, and a day either way for one that the dead tell."""
    if item.day is None or not item.figures or len(item.day) != 10:
        return keys
    around = (shifted(item.day, -1), shifted(item.day, 1))
    return (*keys, *((*key[:-1], day) for key in keys for day in around))


def _closeness(item: Act, group: Sequence[Act]) -> tuple[bool, int, int]:
    """An act told as closely in time comes first, then shared words."""
    first = group[0]
    return (item.clocked == first.clocked, len(item.words & first.words), len(group))


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
    if one.clocked and other.clocked:
        same_minute = in_utc(one.claim.occurred or "") == in_utc(other.claim.occurred or "")
        return same_minute and _places_fit(one, other)
    if one.clocked or other.clocked:
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
    if one.clocked or other.clocked or one.day != other.day:
        return False
    same_precision = one.claim.precision == other.claim.precision
    return same_precision and speakers.same_body(one.speaker, other.speaker)
