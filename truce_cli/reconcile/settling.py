"""Claims to rows: running totals settled, events and additions beside or inside them. Knows no table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rowkeys import RowKey, row_order
from truce_cli.reconcile.rows import Row, settle, single, with_events, with_others
from truce_cli.reconcile.rules import echo, incident, increment, monotone, silence, strikes, subset
from truce_cli.reconcile.rules.bounds import width
from truce_cli.reconcile.rules.stance import rank
from truce_cli.reconcile.rules.subset import Parts

_SAME_EVENT = "same event, another figure"


def settled_rows(
    book: Book, question: Question, tolls: Sequence[Claim], withheld: Sequence[Claim], acts: Sequence[Claim]
) -> tuple[list[Row], Parts]:
    """Claims to rows in printing order, and the parts that hang on their wholes.

    tolls, withheld, acts: the claims of each kind that may count.
    """
    items, _ = echo.collapse(book, tolls)
    parts = increment.with_totals(subset.split(book, items))
    counts: dict[RowKey, list[Assertion]] = defaultdict(list)
    loose = []
    for item in parts.wholes:
        if item.lead.measure in (None, "cumulative"):
            counts[item.key].append(item)
        else:
            loose.append(item)
    silences = silence.silences(book, withheld)
    corrected = monotone.corrected(book, tolls)
    rows = {
        key: settle(book, key, counts.get(key, ()), silences.get(key), corrected, question.policy)
        for key in {**counts, **silences}
    }
    _hang_columns(rows, parts)
    rivals = _rivals(book, question, loose, strikes.events(book, tolls, acts))
    alone = _stand(rows, [item for item in loose if item.lead.id not in rivals.of], rivals.by)
    out = list(rows.values()) + _alone(book, question, alone, rivals.by)
    out.sort(key=lambda row: (row_order(row.key, book.conflict), _first_day(row)))
    return out, parts


class _Rivals:
    """Which figures tell of an event that a firmer figure leads. by: leading claim's id -> its rivals."""

    def __init__(self) -> None:
        self.by: dict[str, list[Assertion]] = {}
        self.of: set[str] = set()


def _rivals(book: Book, question: Question, loose: Sequence[Assertion], events: Mapping[str, str]) -> _Rivals:
    """Of one event's figures for one harm the firmest leads; the others stand beside it, never added."""
    joined = _joined(loose, events)
    groups: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for item in loose:
        name = next((events[claim.id] for claim in item.claims if claim.id in events), None)
        if name is not None:
            groups[(joined[name], item.key.side, item.key.harm, item.key.subgroup)].append(item)

    def firmest(item: Assertion) -> tuple[object, ...]:
        words = rank(item, book.conflict, question.policy)
        own_day = not item.day_is_ceiling
        return (item.is_estimate, words, -len(item.documents), not own_day, width(item.lead), item.lead.id)

    found = _Rivals()
    for group in groups.values():
        lead, *rest = sorted(group, key=firmest)
        if rest:
            found.by[lead.lead.id] = rest
            found.of.update(item.lead.id for item in rest)
    return found


def _joined(items: Sequence[Assertion], events: Mapping[str, str]) -> dict[str, str]:
    """Event -> the name of all that are one because some assertion was made of both."""
    home = {name: name for name in events.values()}

    def root(name: str) -> str:
        while home[name] != name:
            home[name] = home[home[name]]  # so that long chains stay short
            name = home[name]
        return name

    for item in items:
        first, *rest = sorted({root(events[c.id]) for c in item.claims if c.id in events}) or [""]
        for other in rest:
            home[other] = first
    return {name: root(name) for name in home}


def _hang_columns(rows: dict[RowKey, Row], parts: Parts) -> None:
    """A source's own named columns ("died of wounds") stand under the figure for the same people and time.

    Those that are declared parts of a figure hang on it already.
    """
    inside = {item.lead.id for found in parts.of.values() for item in found}
    hung: dict[RowKey, list[Assertion]] = defaultdict(list)
    for key in [key for key in rows if key.label]:
        main = key._replace(label=None)
        if main in rows and rows[main].lead is not None:
            hung[main] += [item for item in _figures(rows.pop(key)) if item.lead.id not in inside]
    for main, items in hung.items():
        items.sort(key=lambda i: (i.voice, -(i.lead.low or 0), i.lead.id))
        rows[main] = with_others(
            rows[main], [(item, f'labelled "{item.key.label}" by its source') for item in items]
        )


def _figures(row: Row) -> list[Assertion]:
    found = [row.lead, *row.earlier, *(item for item, _ in row.others)]
    return [item for item in found if item is not None]


def _stand(
    rows: dict[RowKey, Row], loose: Sequence[Assertion], rivals: Mapping[str, Sequence[Assertion]]
) -> list[Assertion]:
    """Put events and additions beside or inside the running totals; return those that have none."""
    leads = {key: row.lead for key, row in rows.items() if row.lead is not None}
    beside = incident.Beside(leads)
    alone = []
    placed: dict[RowKey, list[Assertion]] = defaultdict(list)
    for item in sorted(loose, key=lambda i: (i.order_day or "", i.lead.id)):
        key = beside.best(item)
        if key is None:
            alone.append(item)
        else:
            placed[key].append(item)
    for key, items in placed.items():
        rows[key] = with_events(rows[key], leads[key], items, rivals)
    return alone


def _alone(
    book: Book,
    question: Question,
    items: Sequence[Assertion],
    rivals: Mapping[str, Sequence[Assertion]],
) -> list[Row]:
    """A row for each event or addition without a running total; rival figures of the same event beside it."""
    events: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for item in items:
        events[(item.key, item.lead.measure, item.order_day)].append(item)
    out = []
    for group in events.values():
        ranked = sorted(
            group, key=lambda i: (i.is_estimate, rank(i, book.conflict, question.policy), i.lead.id)
        )
        first, rest = ranked[0], ranked[1:]
        # one voice's two figures of a day are rivals only where one place tells that they are one event
        beside = [i for i in rest if i.voice != first.voice or first.key.place]
        told = [(item, _rival(item, first)) for item in beside]
        told += [
            (rival, _rival(rival, first)) for i in (first, *beside) for rival in rivals.get(i.lead.id, ())
        ]
        out.append(single(first, told))
        out += [
            single(item, [(rival, _rival(rival, item)) for rival in rivals.get(item.lead.id, ())])
            for item in rest
            if item not in beside
        ]
    return out


def _rival(item: Assertion, first: Assertion) -> str:
    return _SAME_EVENT if item.voice == first.voice else "another voice"


def _first_day(row: Row) -> tuple[str, str]:
    lead = row.lead or row.withheld
    return (lead.order_day or "", lead.lead.id) if lead else ("", "")
