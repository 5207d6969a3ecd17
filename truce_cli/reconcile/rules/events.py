"""Rule 3 for accusations: one act told by several documents is one entry. Where unsure, they stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between
from truce_cli.reconcile.rules import speakers
from truce_cli.reconcile.rules.acts import Act
from truce_cli.reconcile.rules.judged import Judgements, judgements
from truce_cli.reconcile.rules.near_acts import Near
from truce_cli.reconcile.rules.strikes import figures_clash, figures_near


class _Sort:
    """Members of a group that tell the same, but in other words."""

    __slots__ = ("_firsts", "_words")

    def __init__(self) -> None:
        self._firsts: list[Act] = []
        self._words: dict[frozenset[str], set[str | None]] = {}
        """Words of a member -> documents that use them, two at most."""

    def add(self, item: Act) -> None:
        document = item.claim.document
        if len(self._firsts) < 2 and all(other.claim.document != document for other in self._firsts):
            self._firsts.append(item)  # two, so that there is always one of another document
        documents = self._words.setdefault(item.words, set())
        if document is None or len(documents) < 2:
            documents.add(document)

    def takes(self, item: Act) -> bool | None:
        """False where a member of another document speaks against the act, True where one speaks for it."""
        mine = item.claim.document
        other = next((o for o in self._firsts if mine is None or o.claim.document != mine), None)
        if other is None:
            return None
        for_, against = _one_act(item, other, True), _one_act(item, other, False)
        if for_ is against:
            return for_
        told = (words for words, documents in self._words.items() if mine is None or documents != {mine})
        found = {for_ if item.words & words else against for words in told}
        return False if False in found else True if True in found else None


class _Group:
    """One entry in the making. Mentions that tell alike are compared once, however many there are."""

    __slots__ = ("_by_document", "_sorted", "_sorts", "acts")

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._sorted = 0
        self._sorts: dict[tuple[object, ...], _Sort] = {}
        self._by_document: dict[str, list[Act]] = {}

    def takes(self, item: Act, judged: Judgements | None) -> bool:
        """True where the act is one with a member and speaks against none; a person's word decides for all."""
        if judged:
            verdict = judged.verdict(item.ids, (claim for other in self.acts for claim in other.ids))
            if verdict is not None:
                return verdict
        one = False
        for found in self._compared(item):
            if found is False:
                return False
            one = one or found is True
        return one

    def _compared(self, item: Act) -> Iterator[bool | None]:
        """What its members say: each of the act's own document, the others by sorts."""
        if len(self.acts) <= _FEW:
            yield from (_one_act(item, other) for other in self.acts)
            return
        for member in self.acts[self._sorted :]:
            self._sorts.setdefault(member.tells, _Sort()).add(member)
            if member.claim.document is not None:
                self._by_document.setdefault(member.claim.document, []).append(member)
        self._sorted = len(self.acts)
        if item.claim.document is not None:
            yield from (_one_act(item, other) for other in self._by_document.get(item.claim.document, ()))
        yield from (found.takes(item) for found in self._sorts.values())


_FEW: Final = 4
"""Of a group so small each member is looked at: that is quicker than sorting them."""


def cluster(book: Book, acts: Sequence[Act]) -> list[list[Act]]:
    """Accusations to entries. Each member of an entry fits every other; their order plays no part."""
    groups: list[_Group] = []
    near = Near(acts)
    lying: dict[tuple[object, ...], set[int]] = defaultdict(set)

    def firmest(item: Act) -> tuple[object, ...]:
        bare = bool(item.dead) and not item.spots  # a strike without its place comes to those that name it
        return (not item.minute, bare, item.day or "9999", not item.places, book.order(item.claim))

    judged = judgements(book) or None
    for item in sorted(acts, key=firmest):
        meeting = [("judged", pair) for pair in judged.meeting(item.ids)] if judged else ()
        found: set[int] = set()
        for key in (*near.looks(item), *meeting):
            if key in lying:
                found |= lying[key]
        able = [number for number in found if groups[number].takes(item, judged)]
        if len(able) > 1:
            home = max(able, key=lambda number: (*_closeness(item, groups[number].acts), -number))
        else:
            home = able[0] if able else len(groups)
        if home == len(groups):
            groups.append(_Group())
        groups[home].acts.append(item)
        for key in (*near.lies(item), *meeting):
            lying[key].add(home)
    return [group.acts for group in groups]


def _closeness(item: Act, group: Sequence[Act]) -> tuple[bool, int, int]:
    """An act told as closely in time comes first, then shared words."""
    first = group[0]
    return ((item.minute is None) == (first.minute is None), len(item.words & first.words), len(group))


def _one_act(one: Act, other: Act, shared: bool | None = None) -> bool | None:
    """True or False where it can be told; None where nothing speaks against it and too little for it.

    shared: whether they have telling words in common, where that is not to be looked up.
    """
    same_document = one.claim.document is not None and one.claim.document == other.claim.document
    if not speakers.compatible(one.speaker, other.speaker):
        return one.speaker.side == other.speaker.side and not same_document and _one_strike(one, other)
    if one.day is None or other.day is None:
        return one.day == other.day and _places_fit(one, other) and _told_alike(one, other, shared)
    if same_document and not _restated(one, other):
        return False  # one document tells of two acts
    if one.day != other.day or one.claim.act != other.claim.act:
        return not same_document and _one_strike(one, other)
    if not same_document and one.dead and other.dead and figures_clash(one.dead, other.dead):
        return False
    if one.minute and other.minute:
        return one.minute == other.minute and _places_fit(one, other)
    if one.minute or other.minute:
        telling = bool(one.places & other.places) and speakers.same_body(one.speaker, other.speaker)
        return (telling and _share_words(one, other, shared)) or _one_strike(one, other)
    if one.places and other.places:
        return bool(one.places & other.places)
    if same_document and (one.places or other.places or one.claim.quote == other.claim.quote):
        return True
    if one.figures & other.figures or _share_words(one, other, shared):
        return True
    return _one_strike(one, other)


def _share_words(one: Act, other: Act, shared: bool | None) -> bool:
    return bool(one.words & other.words) if shared is None else shared


def _told_alike(one: Act, other: Act, shared: bool | None) -> bool:
    """Undated: a telling word in common, or one body's words on one spot, published within a day."""
    if _share_words(one, other, shared):
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
