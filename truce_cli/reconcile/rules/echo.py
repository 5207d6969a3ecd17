"""Rule 3, echo: the same figure of the same voice in many documents is one assertion with many documents."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import merge

from truce_cli.model import stance as stances
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Step
from truce_cli.model.names import together, without
from truce_cli.reconcile.assertion import Assertion, assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, last_day, shifted
from truce_cli.reconcile.rowkeys import row_key
from truce_cli.reconcile.rules.judged import Judgements, judgements

_CEILING_DAYS = {"incident": 3, "increment": 1, "retroactive": 1}
"""Days after which a repetition that names no day is another event. Running totals: no limit."""

_DAYS_APART = {"incident": 1}
"""Outlets date one event a day either way, across midnight and time zones."""


def collapse(book: Book, claims: Sequence[Claim]) -> tuple[tuple[Assertion, ...], Step]:
    """Toll claims to assertions. A publication day is a ceiling: it joins the same figure claimed earlier."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_same_words(book, claim)].append(claim)
    judged = judgements(book)
    out = []
    for group in alike.values():
        out += [assertion(book, *found) for found in _by_day(book, group, judged)]
    out.sort(key=lambda item: book.order(item.lead))
    repeated = together(without(item.ids, item.lead.id) for item in out)
    return tuple(out), Step(rule="echo", left_out=repeated, note="repeated by other documents")


def _same_words(book: Book, claim: Claim) -> tuple[object, ...]:
    """Everything that two claims must share, days apart."""
    key = row_key(claim, book.conflict)
    said = (claim.value_text or "").casefold() if claim.qualifier == "vague" else ""
    subset = claim.subset_of is not None and claim.measure != "cumulative"
    if claim.measure == "incident":
        # one outlet names the place of a strike and another does not: matched by day and figure instead
        key = key._replace(place=None, start=None)
    figures = (claim.low, claim.value, claim.high, claim.qualifier, said)
    return (
        claim.measure,
        *key,
        *figures,
        claim.basis == "estimated",
        subset,
        stances.voice(claim, book.conflict),
    )


class _Home:
    """One assertion in the making."""

    __slots__ = ("dated", "documents", "members", "number", "place")

    def __init__(self, claim: Claim, number: int) -> None:
        self.number = number
        self.dated = claim
        """The claim whose as-of holds."""
        self.members: list[Claim] = []
        self.place: str | None = None
        """Where its event was, folded: of one event no two places are told."""
        self.documents: dict[str, tuple[str | None, set[tuple[str | None, str | None]]]] = {}
        """Document -> the place that it tells first, and its labels and days."""

    def add(self, claim: Claim) -> None:
        self.members.append(claim)
        self.place = _folded(claim.place) or self.place
        if claim.document is not None:
            _, told = self.documents.setdefault(claim.document, (claim.place, set()))
            told.add((claim.incident, claim.as_of))

    def is_event_of(self, claim: Claim) -> bool:
        """Two figures of one document are one event's only under one label; two places are two events."""
        if claim.document in self.documents:
            first, told = self.documents[claim.document]
            if told != {(claim.incident, claim.as_of)}:
                return False
            if claim.incident is None:
                return claim.place == first
        place = _folded(claim.place)
        return None in (place, self.place) or place == self.place


class _Day:
    """The assertions of one day in the order in which they were met, to be found by the place of their event."""

    def __init__(self) -> None:
        self.homes: list[_Home] = []
        self._placed: dict[str | None, list[int]] = defaultdict(list)

    def open(self, claim: Claim) -> None:
        home = _Home(claim, len(self.homes))
        self.homes.append(home)
        self._placed[None].append(home.number)
        self.add(home, claim)

    def add(self, home: _Home, claim: Claim) -> None:
        before = home.place
        home.add(claim)
        if home.place != before:
            self._placed[before].remove(home.number)
            insort(self._placed[home.place], home.number)

    def near(self, claim: Claim) -> Iterable[_Home]:
        """Those that may take the claim, the first met first."""
        place = _folded(claim.place) if claim.measure == "incident" else None
        if place is None:
            return self.homes
        numbers = merge(self._placed.get(place, ()), self._placed.get(None, ()))
        return map(self.homes.__getitem__, numbers)


def _folded(place: str | None) -> str | None:
    return place.casefold() if place else None


def _by_day(book: Book, group: list[Claim], judged: Judgements) -> list[tuple[list[Claim], Claim]]:
    """Split claims of one figure into assertions: (claims, the one whose as-of holds).

    Said days come first, then publication days, each oldest first, for a repetition to find what it repeats.
    """
    ordered = sorted(group, key=lambda c: (_is_ceiling(c), _day(c) or "9999", book.order(c)))
    days: dict[str, _Day] = defaultdict(_Day)
    for claim in ordered:
        near = ((day, home) for day in _days_near(claim, days) for home in days[day].near(claim))
        found = next(
            ((day, home) for day, home in near if _joins(claim, home) and not _apart(claim, home, judged)),
            None,
        )
        if found is None:
            days[_day(claim) or ""].open(claim)
        else:
            days[found[0]].add(found[1], claim)
    return [(home.members, home.dated) for day in days.values() for home in day.homes]


def _days_near(claim: Claim, homes: Mapping[str, object]) -> list[str]:
    """Days on which the claim may already stand, the nearest before it first; "" holds the undated."""
    day, limit = _day(claim), _CEILING_DAYS.get(claim.measure or "")
    if day is None or (_is_ceiling(claim) and limit is None):
        return sorted(homes, reverse=True)
    apart = _DAYS_APART.get(claim.measure or "", 0)
    first, last = (-(limit or 0), 0) if _is_ceiling(claim) else (-apart, apart)
    days = sorted(range(first, last + 1), key=lambda n: (abs(n), n))
    return [found for found in (shifted(day, n) for n in days) if found in homes]


def _day(claim: Claim) -> str | None:
    return last_day(claim.as_of) if claim.as_of else None


def _is_ceiling(claim: Claim) -> bool:
    return claim.as_of is None or claim.as_of_basis == "published"


def _joins(claim: Claim, home: _Home) -> bool:
    dated = home.dated
    if claim.qualifier == "vague" and claim.as_of != dated.as_of:
        return False  # "hundreds" said twice is not one figure claimed twice
    if claim.measure == "incident" and not home.is_event_of(claim):
        return False
    if claim.as_of is None or dated.as_of is None:
        return claim.measure == "cumulative" or claim.as_of == dated.as_of
    distance = days_between(last_day(dated.as_of), last_day(claim.as_of))
    if _is_ceiling(claim):
        limit = _CEILING_DAYS.get(claim.measure or "")
        return distance >= 0 and (limit is None or distance <= limit)
    return abs(distance) <= _DAYS_APART.get(claim.measure or "", 0)


def _apart(claim: Claim, home: _Home, judged: Judgements) -> bool:
    """True where a person has said that the claim is another one than a member."""
    return judged.verdict((claim.id,), (member.id for member in home.members)) is False
