"""What we add or subtract ourselves, only when asked: marked derived, every addend and both ends named."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.finding import Step, Tally
from truce_cli.reconcile.assertion import Assertion, figure
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import bounds_text
from truce_cli.reconcile.rowkeys import RowKey
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules.bounds import added


def with_later_events(book: Book, rows: Sequence[Row], taken: frozenset[str]) -> tuple[Tally, ...]:
    """Running totals plus the events that came after them: a floor, since other events may be missing."""
    out = []
    for row in rows:
        count = row.lead
        if count is None or count.lead.measure != "cumulative" or count.is_vague:
            continue
        able = [item for item, _ in row.beside if item.lead.id not in row.rivals]
        later = [item for item in able if _cannot_overlap(item, count)]
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
    return derived_tally(
        book,
        key,
        key.text() if key.text() not in taken else key.text("derived"),
        (count, *later),
        low=low,
        high=None,
        qualifier="at_least",
        note=f"{bounds_text(low, low, None, 'at_least')} = {addends}",
        as_of=max(item.order_day or "" for item in later),
        since=row.key.start or book.conflict.began,
    )


def derived_tally(
    book: Book,
    key: RowKey,
    name: str,
    from_: Sequence[Assertion],
    *,
    low: int | None,
    high: int | None,
    qualifier: str,
    note: str,
    as_of: str | None,
    since: str | None,
    steps: tuple[Step, ...] = (),
) -> Tally:
    """A row of our own making. name: its key; from_: the figures it is made of, each told with its speaker."""
    first = from_[0]
    claims = tuple(claim for item in from_ for claim in item.ids)
    return Tally(
        key=name,
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
        claimant="; ".join(dict.fromkeys(_speaker(item) for item in from_)),
        claimant_side=first.lead.claimant_side,
        stance=first.stance,
        grade=None,
        disclosed=True,
        derived=True,
        disputed=False,
        candidate=any(item.candidate for item in from_),
        documents=book.documents(claim for item in from_ for claim in item.claims),
        claims=claims,
        others=tuple(figure(item, note="made into the derived figure") for item in from_),
        steps=(Step(rule="derived", used=claims, note=note), *steps),
        note=note,
    )


def _speaker(item: Assertion) -> str:
    return item.lead.claimant or "media"
