"""Rule 3 for events: what many documents tell of one strike is one event, its rival figures side by side.

Matched by side, place, day (a day either way across documents) and figures; where unsure, events stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.record import dataclass
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, last_day, shifted
from truce_cli.reconcile.rules.bounds import near
from truce_cli.reconcile.rules.judged import Judgements, judgements
from truce_cli.reconcile.rules.lexicon import Lexicon, lexicon

_CEILING_DAYS: Final = 3
"""Days after an event on which an article that names no day may still be telling of it."""

_TELLING: Final = 5
"""From so many dead or injured on, one near figure tells a strike from the next day's on the same town."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one document tells of one event."""

    claims: tuple[Claim, ...]
    """Its figures, parts left out."""
    acts: tuple[str, ...]
    """ids of the accusations that the figures hang on."""
    side: str
    day: str | None
    day_is_ceiling: bool
    spots: frozenset[str]
    """Words that tell its place, names of sides left out."""

    @property
    def document(self) -> str | None:
        return self.claims[0].document

    @property
    def tells(self) -> tuple[object, ...]:
        """Everything that comparing it looks at."""
        people = ((c.harm, c.subgroup, c.victims, c.low, c.value, c.high, c.qualifier) for c in self.claims)
        return (self.side, self.day, self.day_is_ceiling, self.spots, *people)

    @property
    def ids(self) -> tuple[str, ...]:
        return (*(claim.id for claim in self.claims), *self.acts)


def events(book: Book, tolls: Sequence[Claim], acts: Sequence[Claim]) -> Mapping[str, str]:
    """Claim id of each event's figure -> the event, named by its first claim.

    tolls, acts: of one selection; only figures of one event are looked at, not running totals.
    """
    figures = [c for c in tolls if c.measure == "incident" and c.subset_of is None]
    if not figures:
        return {}
    words = lexicon(book.conflict)
    groups: list[_Group] = []
    near_by: dict[object, dict[int, int]] = defaultdict(dict)
    judged = judgements(book)
    for report in sorted(reports(book, figures, acts, words), key=lambda r: _firmest(book, r)):
        named = [("judged", pair) for pair in judged.meeting(report.ids)]
        keys = [*_looks_in(report), *named]
        places = (number for key in keys for number in near_by.get(key, ()))
        able = [number for number in dict.fromkeys(places) if groups[number].takes(report, judged)]
        home = able[0] if able else len(groups)
        if len(able) > 1:
            firsts = [*_told_in(report), *named]
            home = min(able, key=lambda number: _met(number, firsts, near_by))
        if home == len(groups):
            groups.append(_Group())
        groups[home].add(report)
        for key in (*_lies_in(report), *named):
            near_by[key].setdefault(home, len(near_by[key]))
    return {claim.id: group.name for group in groups for report in group.reports for claim in report.claims}


class _Group:
    """One event in the making. Reports that tell alike are compared once, however many there are."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self._documents: set[str | None] = set()
        self._kinds: dict[object, Report] = {}

    @property
    def name(self) -> str:
        return self.reports[0].claims[0].id

    def add(self, report: Report) -> None:
        self.reports.append(report)
        self._documents.add(report.document)
        self._kinds.setdefault(report.tells, report)

    def takes(self, report: Report, judged: Judgements) -> bool:
        """One with a member and nothing against any; a person's word on one of them decides for all."""
        if judged:
            verdict = judged.verdict(report.ids, (claim for other in self.reports for claim in other.ids))
            if verdict is not None:
                return verdict
        if report.document is not None and report.document in self._documents:
            return False
        one = False
        for other in self._kinds.values():
            found = one_event(report, other)
            if found is False:
                return False
            one = one or found is True
        return one


def reports(
    book: Book, figures: Sequence[Claim], acts: Sequence[Claim], words: Lexicon
) -> tuple[Report, ...]:
    """Figures of one document under one label, or of one day and place, are one report.

    A document that gives two figures for one harm without a label tells of two events.
    """
    labelled: dict[tuple[str | None, str], list[Claim]] = defaultdict(list)
    for act in acts:
        if act.incident:
            labelled[act.document, act.incident].append(act)
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(figures, key=book.order):
        frame: tuple[object, ...] = (claim.document or claim.id, claim.side, claim.incident)
        if claim.incident is None:
            frame = (*frame, claim.as_of, claim.place)
        number = 0
        while claim.incident is None and any(_same_people(claim, o) for o in told.get((*frame, number), ())):
            number += 1
        told.setdefault((*frame, number), []).append(claim)
    return tuple(_report(found, labelled, words) for found in told.values())


def _report(
    claims: Sequence[Claim], labelled: Mapping[tuple[str | None, str], list[Claim]], words: Lexicon
) -> Report:
    first = claims[0]
    acts = [
        a for a in labelled.get((first.document, first.incident or ""), ()) if a.accused_side != first.side
    ]
    dated = next((c for c in claims if c.as_of), first)
    said = next((a.occurred for a in acts if a.occurred), None)
    day = said or dated.as_of
    spots = [words.place_words(c.place) - words.names for c in (*claims, *acts)]
    return Report(
        claims=tuple(claims),
        acts=tuple(a.id for a in acts),
        side=first.side or "unknown",
        day=last_day(day) if day else None,
        day_is_ceiling=said is None and dated.as_of_basis == "published",
        spots=frozenset().union(*spots),
    )


def _same_people(one: Claim, other: Claim) -> bool:
    return (one.harm, one.subgroup) == (other.harm, other.subgroup)


def _firmest(book: Book, report: Report) -> tuple[object, ...]:
    lead = report.claims[0]
    return (report.day_is_ceiling, not report.spots, report.day or "9999", book.order(lead))


def _lies_in(report: Report) -> Iterable[tuple[object, ...]]:
    """Where others look for this report: under the words of its place and under its figures, on its day.

    Its figures lie apart where it names no place: with a place that both name other figures tell nothing.
    """
    if report.day is None:
        return
    for key in _keys(report, report.day):
        yield key
        if key[0] == "figure" and not report.spots:
            yield ("nowhere", *key)


def _looks_in(report: Report) -> Iterable[tuple[object, ...]]:
    """Where a report that is one with it may lie: under its place, or under its figures where one names none."""
    for key in _told_in(report):
        yield ("nowhere", *key) if key[0] == "figure" and report.spots else key


def _told_in(report: Report) -> Iterable[tuple[object, ...]]:
    """Its own day first, a day either way, and further back for one that names no day of its own."""
    if report.day is None:
        return ()
    back = _CEILING_DAYS if report.day_is_ceiling else 1
    days = sorted(range(-back, 2), key=lambda n: (abs(n), n))
    return (key for n in days for key in _keys(report, shifted(report.day, n)))


def _met(number: int, keys: Sequence[object], near_by: Mapping[object, Mapping[int, int]]) -> tuple[int, int]:
    """Where a group is met first on the way through the keys."""
    found = (
        (place, near_by[key][number]) for place, key in enumerate(keys) if number in near_by.get(key, ())
    )
    return next(found)


def _keys(report: Report, day: str) -> Iterable[tuple[object, ...]]:
    yield from (("word", word, day) for word in sorted(report.spots))
    yield from (("figure", c.harm, c.low, c.high, day) for c in report.claims)


def one_event(one: Report, other: Report) -> bool | None:
    """Whether two reports tell of one event, by side, place, day and figures; None where too little tells."""
    if one.side != other.side:
        return False
    apart = _days_apart(one, other)
    if apart is None or not figures_near(one.claims, other.claims, same_day=apart == 0):
        return False
    if one.spots and other.spots:
        return bool(one.spots & other.spots)
    return True if _large_and_the_same(one, other) else None


def _large_and_the_same(one: Report, other: Report) -> bool:
    """Without a place that both name, only the very same figures tell: two of them, or one that is large."""
    mine = {(c.harm, c.subgroup, c.low, c.high): c for c in one.claims}
    shared = [mine[key] for c in other.claims if (key := (c.harm, c.subgroup, c.low, c.high)) in mine]
    return len(shared) > 1 or any((c.low or c.high or 0) >= _TELLING for c in shared)


def _days_apart(one: Report, other: Report) -> int | None:
    """Days between two tellings; None where they are too far apart, or not dated."""
    if one.day is None or other.day is None:
        return None
    early, late = sorted((one, other), key=lambda r: r.day or "")
    apart = days_between(early.day or "", late.day or "")
    limit = _CEILING_DAYS if late.day_is_ceiling and not early.day_is_ceiling else 1
    return apart if apart <= limit else None


def figures_near(one: Sequence[Claim], other: Sequence[Claim], *, same_day: bool) -> bool:
    """Every harm that both count must be near; across days two must, or one that is large enough to tell."""
    pairs = _comparable(one, other)
    if not pairs or not all(near(a, b) for a, b in pairs):
        return False
    return same_day or len(pairs) > 1 or any(min(a.low or 0, b.low or 0) >= _TELLING for a, b in pairs)


def figures_clash(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """True where both count the same harm and cannot be counting the same people."""
    return any(not near(a, b) for a, b in _comparable(one, other))


def _comparable(one: Sequence[Claim], other: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    return [
        (a, b)
        for a in one
        for b in other
        if _same_people(a, b) and (a.victims == b.victims or "any" in (a.victims, b.victims))
    ]
