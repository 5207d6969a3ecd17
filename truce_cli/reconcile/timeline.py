"""The timeline: truce events, accusations, denials as entries, echoes collapsed, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Question, Timeline
from truce_cli.model.record import replace
from truce_cli.reconcile import entries
from truce_cli.reconcile.accusations import accused
from truce_cli.reconcile.book import Book, Selection
from truce_cli.reconcile.days import first_day, has_minute, in_utc
from truce_cli.reconcile.rules import echo
from truce_cli.reconcile.rules.denials import repeated
from truce_cli.reconcile.rules.windows import check_truce, window
from truce_cli.reconcile.selection import clocks_of, select

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
    every, read = _every(book, question, selection, "toll" in kinds)
    shown = [entry for entry in every if entry.kind in kinds and _asked_for(book, entry, question)]
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


_Order = Mapping[str, tuple[object, ...]]
"""Leading claim's id of an entry -> where its claims stand in the order of reading."""


def _every(
    book: Book, question: Question, selection: Selection, with_tolls: bool
) -> tuple[Sequence[Entry], _Order]:
    """The entries of all truces at the question's clocks, in order, each with its key.

    Of the question's truce alone where those of all are not at hand: its own are the same.
    """

    def find() -> tuple[Sequence[Entry], _Order]:
        accusations = accused(book, question, question.truce)
        found: list[_Read] = [(entries.violation(book, one), one.claims) for one in accusations.accusations]
        found += _truce_events(book, selection.of_kind("truce_event"))
        found += [(entries.denial(book, group), group) for group in repeated(book, accusations.unlinked)]
        if with_tolls:
            found += _tolls(book, selection.of_kind("toll"))
        read = {entry.claims[0]: book.reading_order(claims) for entry, claims in found}
        # numbered before anything is left out, so that an entry keeps its key whatever else is asked for
        every = _ordered(book, (entry for entry, _ in found), replace(question, truce=None), read)
        return [replace(entry, key=key) for entry, key in zip(every, _keys(every), strict=True)], read

    of_all = ("entries", clocks_of(question), with_tolls, None)
    return book.once(of_all if book.has_found(of_all) else (*of_all[:3], question.truce), find)


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


def _ordered(book: Book, found: Iterable[Entry], question: Question, read: _Order) -> list[Entry]:
    """Agreed, before the truce, in force, then by time; of one day the clocked, the day's, then "by"."""

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
