"""What we add or subtract ourselves, only when asked: marked derived, every addend and both ends named."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.finding import Step, Tally
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, shifted
from truce_cli.reconcile.figures import bounds_text
from truce_cli.reconcile.rowkeys import RowKey
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules.bounds import added, is_exact
from truce_cli.reconcile.rules.windows import Window


def with_later_events(book: Book, rows: Sequence[Row], taken: frozenset[str]) -> tuple[Tally, ...]:
    """Running totals plus the events that came after them: a floor, since other events may be missing."""
    out = []
    for row in rows:
        count = row.lead
        if count is None or count.lead.measure != "cumulative" or count.is_vague:
            continue
        later = [item for item, _ in row.beside if _cannot_overlap(item, count)]
        if later:
            out.append(_sum(book, row, count, later, taken))
    return tuple(out)


def _cannot_overlap(item: Assertion, count: Assertion) -> bool:
    """Its day is said and lies after the count's, and both are one voice's."""
    if item.day_is_ceiling or item.is_vague or item.is_estimate or item.voice != count.voice:
        return False
    return bool(item.order_day and count.order_day and item.order_day > count.order_day)


def _sum(book: Book, row: Row, count: Assertion, later: Sequence[Assertion], taken: frozenset[str]) -> Tally:
    low = added(tuple(item.bounds for item in (count, *later))).low
    same = all(item.key.victims == row.key.victims for item in later)
    key = row.key if same else row.key._replace(victims="any")
    addends = " + ".join(f"{item.text} ({item.order_day})" for item in (count, *later))
    return _derived(
        book,
        key,
        taken,
        (count, *later),
        low=low,
        high=None,
        qualifier="at_least",
        note=f"{bounds_text(low, low, None, 'at_least')} = {addends}",
        as_of=max(item.order_day or "" for item in later),
        since=row.key.start or book.conflict.began,
    )


def between_totals(
    book: Book, rows: Sequence[Row], additions: Sequence[Assertion], span: Window, taken: frozenset[str]
) -> tuple[Tally, ...]:
    """A truce's toll as the difference of two running totals, most of the time between them in the truce.

    rows: the war's, not the truce's. additions: retroactive ones and recovered bodies, taken out where they
    are of the same people and announced between the two ends.
    """
    out = []
    for row in rows:
        ends = _ends(row.series, span)
        if ends is None:
            continue
        before, after = ends
        known = [
            item
            for item in additions
            if item.key._replace(harm=row.key.harm, start=None) == row.key._replace(start=None)
            and item.voice == after.voice
            and is_exact(item.lead)
            and (before.order_day or "") < (item.order_day or "") <= (after.order_day or "")
        ]
        out.append(_difference(book, row.key, before, after, known, span, taken))
    return tuple(out)


def _ends(series: Sequence[Assertion], span: Window) -> tuple[Assertion, Assertion] | None:
    """The nearest totals that enclose the truce; None where they enclose more time outside it than in it.

    A total's day ends with its last minute: one of the truce's own first day is not from before it.
    """
    steps = [s for s in series if is_exact(s.lead) and s.order_day and not s.is_estimate]
    steps.sort(key=lambda s: (s.order_day or "", s.lead.id))
    before = [s for s in steps if (s.order_day or "") < span.first]
    after = [s for s in steps if (s.order_day or "") >= span.last] if span.end else steps[-1:]
    if not before or not after:
        return None
    first, last = before[-1], after[0]
    start, end = first.order_day or "", last.order_day or ""
    inside = days_between(span.first, span.last if span.end else end)
    return (first, last) if 2 * inside > days_between(start, end) else None


def _difference(
    book: Book,
    key: RowKey,
    before: Assertion,
    after: Assertion,
    known: Sequence[Assertion],
    span: Window,
    taken: frozenset[str],
) -> Tally:
    figure = (after.lead.low or 0) - (before.lead.low or 0) - sum(item.lead.low or 0 for item in known)
    less = "".join(f" - {item.text} ({_addition(item)} {item.order_day})" for item in known)
    note = f"{figure:,} = {after.text} ({after.order_day}) - {before.text} ({before.order_day}){less}"
    if shifted(before.order_day or "", 1) != span.first or after.order_day != span.last:
        note += f"; the truce's own ends are {span.start[:16]} and {span.end[:16] if span.end else 'open'}"
    return _derived(
        book,
        key,
        taken,
        (before, after, *known),
        low=figure,
        high=figure,
        qualifier="exact",
        note=note,
        as_of=after.order_day,
        since=before.order_day,
    )


def _addition(item: Assertion) -> str:
    return "recovered" if item.key.harm == "recovered" else "added later,"


def _derived(
    book: Book,
    key: RowKey,
    taken: frozenset[str],
    from_: Sequence[Assertion],
    *,
    low: int | None,
    high: int | None,
    qualifier: str,
    note: str,
    as_of: str | None,
    since: str | None,
) -> Tally:
    first = from_[0]
    claims = tuple(claim for item in from_ for claim in item.ids)
    text = key.text()
    return Tally(
        key=text if text not in taken else key.text("derived"),
        side=key.side,
        victims=key.victims,
        subgroup=key.subgroup,
        harm=key.harm,
        measure="cumulative",
        place=key.place,
        low=low,
        value=low,
        high=high,
        qualifier=qualifier,
        text=bounds_text(low, low, high, qualifier),
        as_of=as_of,
        as_of_basis=None,
        since=since,
        since_assumed=False,
        claimant=None,
        claimant_side=first.lead.claimant_side,
        stance=first.stance,
        grade=None,
        disclosed=True,
        derived=True,
        disputed=False,
        candidate=any(item.candidate for item in from_),
        documents=book.documents(claim for item in from_ for claim in item.claims),
        claims=claims,
        steps=(Step(rule="derived", used=claims, note=note),),
        note=note,
    )
