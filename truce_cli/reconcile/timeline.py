"""The timeline: truce events, accusations, denials as entries, echoes collapsed, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Figure, Question, Timeline
from truce_cli.model.record import dataclass, replace
from truce_cli.model.stance import is_general
from truce_cli.reconcile import entries
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book, Selection
from truce_cli.reconcile.days import first_day, has_minute, in_utc
from truce_cli.reconcile.rowkeys import row_order
from truce_cli.reconcile.rules import dispute, echo, events, subset
from truce_cli.reconcile.rules.bounds import width
from truce_cli.reconcile.rules.denials import repeated
from truce_cli.reconcile.rules.events import Act
from truce_cli.reconcile.rules.lexicon import lexicon
from truce_cli.reconcile.rules.speakers import Speaker, speaker
from truce_cli.reconcile.rules.windows import Placed, check_truce, place, window
from truce_cli.reconcile.selection import select

DEFAULT_KINDS = ("violation", "denial", "truce_event")

_ONCE = ("agreed", "in_force", "ended")
"""Events that happen once in a truce's life; who tells of them, and when, is an attribute."""


def timeline(book: Book, question: Question) -> Timeline:
    """Every entry of the question's truce (all truces and none, without one), in order.

    Raises UsageError for a truce that the conflict does not know.
    """
    check_truce(book.conflict, question)
    selection = select(book, question, (*DEFAULT_KINDS, "toll"))
    kinds = question.kinds or DEFAULT_KINDS
    accusations = accused(book, selection, question.truce)
    found = [*zip(accusations.entries, accusations.read.values(), strict=True)]
    found += _truce_events(book, selection.of_kind("truce_event"))
    found += [(entries.denial(book, group), group) for group in repeated(book, accusations.unlinked)]
    if "toll" in kinds:
        found += _tolls(book, selection.of_kind("toll"))
    read = {entry.claims[0]: book.reading_order(claims) for entry, claims in found}
    # numbered before anything is left out, so that an entry keeps its key whatever else is asked for
    every = _ordered(book, (entry for entry, _ in found), replace(question, truce=None), read)
    shown = [
        replace(entry, key=key)
        for entry, key in zip(every, _keys(every), strict=True)
        if entry.kind in kinds and _asked_for(book, entry, question)
    ]
    left = select(book, question, kinds)
    return Timeline(
        entries=tuple(_ordered(book, shown, question, read)),
        truce=question.truce,
        as_of=question.as_of,
        known_on=question.known_on,
        undated_before=_undated_before(book, selection, question),
        left_out=left.left_out(),
        steps=tuple(step for step in left.steps if step.left_out),
    )


@dataclass(frozen=True, slots=True)
class Accusations:
    """Every accusation of a selection as entries, with what denies nothing in particular."""

    entries: tuple[Entry, ...]
    unlinked: tuple[Claim, ...]
    denials: Mapping[str, tuple[Claim, ...]]
    """Leading claim's id of an entry -> the denials of it."""
    read: Mapping[str, Sequence[Claim]]
    """Leading claim's id of an entry -> its claims that were read, in the order of the entries."""


def accused(book: Book, selection: Selection, truce: str | None = None) -> Accusations:
    """Collapse echoes, fold general accusations under specific ones, hang denials and the dead on them.

    truce: the entries of this one are enough, and are the same as among all.
    """
    tolls: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in selection.of_kind("toll"):
        if claim.measure == "incident":
            tolls[claim.document].append(claim)
    words = lexicon(book.conflict)
    hanging: dict[str, list[Claim]] = {}
    # few bodies speak, of few days: what is worked out from these alone is worked out once
    spoken: dict[tuple[str | None, ...], Speaker] = {}
    placed: dict[tuple[str | None, ...], Placed] = {}
    denied = selection.of_kind("denial")
    elsewhere = _elsewhere(book, selection, truce)
    acts = []
    for claim in selection.of_kind("violation"):
        if claim.id in elsewhere:
            continue
        who, where = (claim.claimant, claim.claimant_slug, claim.claimant_side), (claim.occurred, claim.truce)
        if who not in spoken:
            spoken[who] = speaker(claim, words)
        if where not in placed:
            placed[where] = place(book.conflict, claim)
        hanging[claim.id] = _hanging(claim, tolls)
        acts.append(events.act(book, claim, placed[where], spoken[who], hanging[claim.id], words))
    specific = events.cluster(book, [a for a in acts if not is_general(a.claim)])
    folded, loose = _folded(book, specific, [a for a in acts if is_general(a.claim)])
    deniable = elsewhere.union(a.claim.id for group in (*specific, *loose) for a in group)
    denials = dispute.denials(book, denied, deniable)
    out, by_entry, read = [], {}, {}
    for group, general in [(g, False) for g in specific] + [(g, True) for g in loose]:
        linked = sorted((d for a in group for d in denials.get(a.claim.id, ())), key=book.order)
        figures = _figures(book, [t for a in group for t in hanging[a.claim.id]])
        entry = entries.violation(book, group, linked, figures, folded.get(id(group), ()), general)
        out.append(entry)
        by_entry[entry.claims[0]] = tuple(linked)
        read[entry.claims[0]] = [a.claim for a in group]
    return Accusations(tuple(out), denials.get("", ()), by_entry, read)


def _elsewhere(book: Book, selection: Selection, truce: str | None) -> frozenset[str]:
    """Accusations of other truces, which the entries of one truce do without: acts of two truces are never one.

    None where that is not so: where people judged that two claims are one, or a general accusation, which may
    fold under others, is denied.
    """
    if truce is None or book.same or book.different:
        return frozenset()
    denied = {book.target(claim.denies) for claim in selection.of_kind("denial")}
    placed: dict[tuple[str | None, str | None], str | None] = {}
    out = set()
    for claim in selection.of_kind("violation"):
        where = (claim.occurred, claim.truce)
        if where not in placed:
            placed[where] = place(book.conflict, claim).truce
        if placed[where] != truce:
            if claim.id in denied and is_general(claim):
                return frozenset()
            out.add(claim.id)
    return frozenset(out)


def _hanging(claim: Claim, tolls: Mapping[str | None, list[Claim]]) -> list[Claim]:
    """The dead and injured of an act: one label in one document, or words of one quote."""
    return [toll for toll in tolls.get(claim.document, ()) if _hangs(toll, claim)]


def _hangs(toll: Claim, claim: Claim) -> bool:
    if toll.incident is not None or claim.incident is not None:
        return toll.incident == claim.incident
    if None in (toll.start, toll.end, claim.start, claim.end):
        return bool(toll.quote and claim.quote and (toll.quote in claim.quote or claim.quote in toll.quote))
    return (toll.start or 0) < (claim.end or 0) and (claim.start or 0) < (toll.end or 0)


def _figures(book: Book, tolls: Sequence[Claim]) -> tuple[Figure, ...]:
    if not tolls:
        return ()
    unique = {toll.id: toll for toll in tolls}
    items, _ = echo.collapse(book, list(unique.values()))
    parts = subset.split(book, items)
    ordered = sorted(parts.wholes, key=lambda item: (row_order(item.key, book.conflict), _weight(item)))
    told: set[tuple[object, ...]] = set()
    out = []
    for item in ordered:
        people = (item.key.harm, item.key.victims, item.key.subgroup)
        out.append(parts.figure(item, "another figure" if people in told else ""))
        told.add(people)
    return tuple(out)


def _weight(item: Assertion) -> tuple[object, ...]:
    """Of one event's rival figures the one that most documents tell comes first."""
    figure = item.lead.low or item.lead.high or 0
    return (-len(item.documents), width(item.lead), figure, item.lead.id)


def _folded(
    book: Book, specific: Sequence[list[Act]], general: Sequence[Act]
) -> tuple[dict[int, list[Claim]], list[list[Act]]]:
    """General accusations under the same side's specific ones of one document, else among themselves.

    Returns the folded claims by id() of the specific group, and the groups that stay.
    """
    homes: dict[tuple[object, ...], list[Act]] = {}
    documents = {item.claim.document for item in general}
    near = [group for group in specific if any(item.claim.document in documents for item in group)]
    for group in sorted(near, key=lambda g: min(book.order(a.claim) for a in g)):
        for item in group:
            homes.setdefault((item.claim.document, item.claim.claimant_side, item.placed), group)
    folded: dict[int, list[Claim]] = defaultdict(list)
    loose: dict[tuple[object, ...], list[Act]] = defaultdict(list)
    for item in sorted(general, key=lambda a: book.order(a.claim)):
        claim = item.claim
        home = homes.get((claim.document, claim.claimant_side, item.placed))
        if home is not None:
            folded[id(home)].append(claim)
            continue
        day = item.day or book.published(claim)
        dated = item.day is not None
        loose[(item.placed, claim.claimant_side, claim.accused_side, day, dated)].append(item)
    return folded, list(loose.values())


_Read = tuple[Entry, Sequence[Claim]]
"""An entry, and its claims that were read."""


def _truce_events(book: Book, claims: Iterable[Claim]) -> list[_Read]:
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.truce is not None and claim.event in _ONCE:
            groups[claim.truce, claim.event].append(claim)
        else:
            day = first_day(claim.at) if claim.at else book.published(claim)
            groups[claim.truce, claim.event, claim.claimant_side, day].append(claim)
    return [(entries.truce_event(book, group), group) for group in groups.values()]


def _tolls(book: Book, claims: Sequence[Claim]) -> list[_Read]:
    items, _ = echo.collapse(book, [c for c in claims if c.measure == "cumulative"])
    out: list[_Read] = []
    for item in items:
        day = item.order_day
        held = (t.slug for t in book.conflict.truces if day and window(book.conflict, t).touches_day(day))
        out.append((entries.toll(item, next(held, None)), item.claims))
    return out


def _asked_for(book: Book, entry: Entry, question: Question) -> bool:
    day = (entry.at or "")[:10]
    if question.truce is not None and entry.truce != question.truce:
        return False
    if question.since and day < question.since:
        return False
    if question.until and (not day or day > question.until):
        return False
    if not question.sides or entry.kind == "truce_event":
        return True
    return (entry.accused_side if entry.kind == "toll" else entry.accuser_side) in question.sides


def _ordered(
    book: Book, found: Iterable[Entry], question: Question, read: Mapping[str, tuple[object, ...]]
) -> list[Entry]:
    """Agreed, before the truce, in force, then by time; of one day the clocked, the day's, then "by".

    read: leading claim's id of an entry -> where its claims stand in the order of reading.
    """

    def order(entry: Entry) -> tuple[object, ...]:
        day = (entry.at or "9999")[:10]
        clock = _clock(book, entry)
        phase = _phase(entry)
        stages = (phase, day) if question.truce is not None else (day, phase)
        untimed = 0 if clock else {"day": 1, "range": 1, "about": 1, "by": 2}.get(entry.precision, 3)
        ends = entry.kind == "truce_event" and phase == 3
        words = (entry.kind, entry.accuser_side or "", entry.act or "", entry.place or "", entry.text)
        return (
            *stages,
            ends,
            untimed,
            clock,
            entry.general,
            entry.kind == "denial",
            read[entry.claims[0]],
            *words,
            entry.claims[0],
        )

    return sorted(found, key=order)


def _phase(entry: Entry) -> int:
    if entry.kind == "truce_event":
        return {"proposed": 0, "agreed": 0, "in_force": 2}.get(entry.act or "", 3)
    return 1 if entry.before_truce else 3


def _clock(book: Book, entry: Entry) -> str:
    """The entry's minute in UTC, "" where it has none; "within minutes" stands at the truce's first."""
    if entry.at_utc:
        return entry.at_utc
    truce = book.conflict.truce(entry.truce) if entry.truce else None
    if entry.precision == "minutes_after" and truce and has_minute(truce.in_force):
        return in_utc(truce.in_force)
    return ""


def _keys(found: Iterable[Entry]) -> Iterator[str]:
    """A readable key for each entry: truce, time, who accuses, act; numbered where that is not enough."""
    seen: dict[str, int] = defaultdict(int)
    for entry in found:
        words = [
            entry.truce or "no-truce",
            entry.at or "undated",
            entry.accuser_side or "",
            entry.act or entry.kind,
        ]
        key = "/".join(word for word in words if word)
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}/{seen[key]}"


def _undated_before(book: Book, selection: Selection, question: Question) -> int:
    """Undated accusations between the parties that a document of the truce's first day tells of no truce."""
    truce = book.conflict.truce(question.truce) if question.truce else None
    if truce is None or (question.kinds and "violation" not in question.kinds):
        return 0
    return sum(
        1
        for claim in selection.of_kind("violation")
        if claim.truce is None
        and claim.occurred is None
        and claim.claimant_side in truce.parties
        and book.published(claim) == truce.in_force[:10]
    )
