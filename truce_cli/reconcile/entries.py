"""Entries of the timeline: claims that were found to be one, told as one row. Knows no selection."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Figure, Step
from truce_cli.model.names import led, without
from truce_cli.reconcile.accusations import Accusation, clock_of
from truce_cli.reconcile.assertion import Assertion, figure
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import first_day, has_minute, in_utc, local
from truce_cli.reconcile.rowkeys import row_order
from truce_cli.reconcile.rules import dispute, echo, subset, units
from truce_cli.reconcile.rules.bounds import width


def violation(book: Book, told: Accusation) -> Entry:
    """One accusation with every document that tells of it."""
    claims, lead, at, denials = told.claims, told.lead, told.at, told.denials
    documents = book.documents(claims)
    steps = []
    ids = book.ids(claims)
    others = without(ids, lead.id)
    if others:
        note = f"one act in {len(documents)} documents"
        steps.append(Step(rule="echo", used=(lead.id,), left_out=others, note=note))
    folded = tuple(claim.id for claim in told.folded)
    if folded:
        steps.append(Step(rule="windows", left_out=folded, note="general accusations"))
    if denials:
        names = ", ".join(dispute.deniers(denials))
        steps.append(Step(rule="dispute", used=tuple(c.id for c in denials), note=f"denied by {names}"))
    return Entry(
        key="",
        at=at,
        precision=told.precision,
        at_utc=in_utc(at) if at and told.clocked else None,
        truce=told.truce,
        before_truce=told.before_truce,
        kind="violation",
        accuser=lead.claimant,
        accuser_side=lead.claimant_side,
        accused=lead.accused,
        accused_side=lead.accused_side,
        act=lead.act,
        place=lead.place,
        text=lead.quote or "",
        documents=documents,
        origins=len({act.speaker.origin() for act in told.acts if not act.speaker.plain}) or 1,
        disputed=bool(denials),
        denied_by=dispute.deniers(denials),
        tolls=_figures(book, told.tolls),
        candidate=told.candidate,
        claims=led(ids, lead.id),
        general=told.general,
        count=units.of_what(lead),
        folded=folded,
        steps=tuple(steps),
    )


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


def truce_event(book: Book, claims: Sequence[Claim]) -> Entry:
    """One event of one truce. Brokers come from the conflict file where it knows the truce."""
    ordered = sorted(claims, key=book.order)
    first = ordered[0]
    truce = book.conflict.truce(first.truce) if first.truce else None
    known = {"agreed": truce.agreed, "in_force": truce.in_force}.get(first.event or "") if truce else None
    lead = min(
        ordered, key=lambda c: (not _agrees(c.at, known), c.at is None, not has_minute(c.at), book.order(c))
    )
    at, precision = lead.at, lead.precision or ("minute" if has_minute(lead.at) else "day")
    if at is None:
        days = [day for c in ordered if (day := book.published(c))]
        at, precision = (min(days), "by") if days else (None, "unknown")
    elif has_minute(at):
        at = local(at, clock_of(book))
    else:
        at = first_day(at)
        precision = "day" if precision in ("minute", "by", "unknown") else precision
    ids = book.ids(ordered)
    others = without(ids, lead.id)
    differing = book.ids(c for c in ordered if c.at and lead.at and not _agrees(c.at, lead.at))
    steps = [Step(rule="echo", used=(lead.id,), left_out=others)]
    if differing:
        steps.append(Step(rule="windows", left_out=differing, note="told with another time"))
    brokers = truce.brokers if truce and truce.brokers else lead.brokers
    return Entry(
        key="",
        at=at,
        precision=precision,
        at_utc=in_utc(at) if at and has_minute(at) else None,
        truce=first.truce,
        before_truce=False,
        kind="truce_event",
        accuser=(", ".join(brokers) if lead.event not in ("collapsed", "ended") else "") or lead.claimant,
        accuser_side=None,
        accused=None,
        accused_side=None,
        act=lead.event,
        place=lead.place,
        text=lead.quote or "",
        documents=book.documents(ordered),
        origins=len({(c.claimant_side, c.claimant_slug or c.claimant) for c in ordered}),
        disputed=False,
        denied_by=(),
        tolls=(),
        candidate=all(c.status == "candidate" for c in ordered),
        claims=led(ids, lead.id),
        steps=tuple(steps),
    )


def _agrees(told: str | None, known: str | None) -> bool:
    """True where one is the other, or its day."""
    if told is None or known is None:
        return False
    if has_minute(told) and has_minute(known):
        return in_utc(told) == in_utc(known)
    return told[:10] == known[:10] or known.startswith(told)


def denial(book: Book, claims: Sequence[Claim]) -> Entry:
    """A denial that denies no accusation of the ledger: a row of its own, disputing nothing."""
    ordered = sorted(claims, key=book.order)
    lead = ordered[0]
    days = [day for c in ordered if (day := book.published(c))]
    at, precision = (first_day(lead.stated_on), "day") if lead.stated_on else (min(days, default=None), "by")
    return Entry(
        key="",
        at=at,
        precision=precision if at else "unknown",
        at_utc=None,
        truce=next((c.truce for c in ordered if c.truce), None),
        before_truce=False,
        kind="denial",
        accuser=lead.claimant,
        accuser_side=lead.claimant_side,
        accused=None,
        accused_side=None,
        act=None,
        place=lead.place,
        text=lead.quote or "",
        documents=book.documents(ordered),
        origins=1,
        disputed=False,
        denied_by=(),
        tolls=(),
        candidate=all(c.status == "candidate" for c in ordered),
        claims=book.ids(ordered),
    )


def toll(item: Assertion, truce: str | None) -> Entry:
    """A running total as an entry of its as-of day; only printed when asked for."""
    claim = item.lead
    return Entry(
        key="",
        at=item.order_day,
        precision="by" if item.day_is_ceiling else "day",
        at_utc=None,
        truce=truce,
        before_truce=False,
        kind="toll",
        accuser=claim.claimant,
        accuser_side=claim.claimant_side,
        accused=None,
        accused_side=claim.side,
        act=claim.harm,
        place=claim.place,
        text=claim.quote or "",
        documents=item.documents,
        origins=1,
        disputed=False,
        denied_by=(),
        tolls=(figure(item),),
        candidate=item.candidate,
        claims=item.ids,
    )
