"""Entries of the timeline: claims that were found to be one, told as one row. Knows no selection."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Figure, Step
from truce_cli.model.names import led, without
from truce_cli.reconcile.assertion import Assertion, figure
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import first_day, has_minute, in_utc, local
from truce_cli.reconcile.rules import dispute, units
from truce_cli.reconcile.rules.events import Act


def violation(
    book: Book,
    acts: Sequence[Act],
    denials: Sequence[Claim],
    tolls: tuple[Figure, ...],
    folded: Sequence[Claim] = (),
    general: bool = False,
) -> Entry:
    """One accusation with every document that tells of it."""
    claims = sorted((act.claim for act in acts), key=book.order)
    lead = next((c for c in claims if c.claimant_slug or c.place), claims[0])
    lead = claims[0] if claims[0].entry == "curated" else lead
    placed = acts[0].placed
    at, precision = _when(book, claims)
    documents = book.documents(claims)
    steps = []
    ids = book.ids(claims)
    others = without(ids, lead.id)
    if others:
        note = f"one act in {len(documents)} documents"
        steps.append(Step(rule="echo", used=(lead.id,), left_out=others, note=note))
    if folded:
        steps.append(Step(rule="windows", left_out=tuple(c.id for c in folded), note="general accusations"))
    if denials:
        names = ", ".join(dispute.deniers(denials))
        steps.append(Step(rule="dispute", used=tuple(c.id for c in denials), note=f"denied by {names}"))
    return Entry(
        key="",
        at=at,
        precision=precision,
        at_utc=in_utc(at) if at and has_minute(at) else None,
        truce=placed.truce,
        before_truce=placed.before,
        kind="violation",
        accuser=lead.claimant,
        accuser_side=lead.claimant_side,
        accused=lead.accused,
        accused_side=lead.accused_side,
        act=lead.act,
        place=lead.place,
        text=lead.quote or "",
        documents=documents,
        origins=len({act.speaker.origin() for act in acts if not act.speaker.plain}) or 1,
        disputed=bool(denials),
        denied_by=dispute.deniers(denials),
        tolls=tolls,
        candidate=all(c.status == "candidate" for c in claims),
        claims=led(ids, lead.id),
        general=general,
        count=units.of_what(lead),
        folded=tuple(c.id for c in folded),
        steps=tuple(steps),
    )


def _when(book: Book, claims: Sequence[Claim]) -> tuple[str | None, str]:
    """The act's own time as it is told, else "by" the day of the first document that has one."""
    dated = [c for c in claims if c.occurred]
    if not dated:
        days = [day for c in claims if (day := book.published(c))]
        return (min(days), "by") if days else (None, "unknown")
    clocked = [c for c in dated if has_minute(c.occurred)]
    lead = min(clocked or dated, key=lambda c: c.precision != "minutes_after")
    text = lead.occurred or ""
    if has_minute(text):
        text = local(text, _clock_of(book))
        return text, lead.precision if lead.precision in ("minute", "about") else "minute"
    told = lead.precision if lead.precision in ("minutes_after", "range", "about", "by") else None
    return first_day(text), told or ("range" if "/" in text else "day")


def _clock_of(book: Book) -> str:
    """A minute in the conflict's local time, for its offset."""
    return next((t.in_force for t in book.conflict.truces), "")


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
        at = local(at, _clock_of(book))
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
