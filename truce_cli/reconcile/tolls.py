"""The tolls: running totals settled row by row, with what stands beside, inside and against them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question, Step, Tally, TollTable
from truce_cli.model.words import UNKNOWN
from truce_cli.reconcile import derived, problems
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book, Selection
from truce_cli.reconcile.rowkeys import RowKey, row_order, slugged
from truce_cli.reconcile.rows import Printing, Row, settle, single, tally, with_beside, with_inside
from truce_cli.reconcile.rules import echo, incident, increment, monotone, silence, subset
from truce_cli.reconcile.rules.stance import rank
from truce_cli.reconcile.rules.subset import Parts
from truce_cli.reconcile.rules.windows import Window, place, toll_inside, window
from truce_cli.reconcile.selection import select

_LOSSES = ("toll", "undisclosed")


def tolls(book: Book, question: Question) -> TollTable:
    """Every tally that somebody claims or withholds, by side; of one truce only, where the question names it.

    Raises UsageError for a truce that the conflict does not know.
    """
    selection = select(book, question, _LOSSES)
    deeds = select(book, question, ("violation", "denial"))
    span = _span(book, question)
    if span is None:
        table = _rows(book, question, selection.of_kind("toll"), selection.of_kind("undisclosed"))
        steps = selection.steps
    else:
        inside, step = _inside_truce(book, question, span, selection, deeds)
        table = _rows(book, question, inside, ())
        steps = (*selection.steps, step)
    rows, parts = table
    printing = Printing(book=book, parts=parts, steps=_told(book, steps), denied=_denied(book, deeds))
    keys = _keys(rows, span)
    printed = [tally(row, keys[index], printing) for index, row in enumerate(rows)]
    if question.derived:
        printed += _derived(book, question, rows, selection, span, frozenset(keys.values()))
    found = problems.find(book, rows, parts, keys, monotone.corrected(book, selection.claims))
    shown = tuple(row for row in _ordered(book, printed) if _asked_for(row, question))
    keyed = {row.key for row in shown}
    return TollTable(
        rows=shown,
        as_of=question.as_of,
        known_on=question.known_on,
        window=(span.start, span.end) if span else (book.conflict.began, book.conflict.ended),
        truce=question.truce,
        left_out=tuple((step.note, len(step.left_out)) for step in steps if step.left_out),
        problems=tuple(p for p in found if p.key is None or p.key in keyed),
    )


def _span(book: Book, question: Question) -> Window | None:
    if question.truce is None:
        return None
    truce = book.conflict.truce(question.truce)
    if truce is None:
        known = ", ".join(t.slug for t in book.conflict.truces) or "none"
        raise UsageError(f"no truce {question.truce!r} in {book.conflict.slug}; it knows {known}")
    return window(book.conflict, truce)


def _rows(
    book: Book, question: Question, claims: Sequence[Claim], withheld: Sequence[Claim]
) -> tuple[list[Row], Parts]:
    """Claims to rows in printing order, and the parts that hang on their wholes."""
    items, _ = echo.collapse(book, claims)
    parts = increment.with_totals(subset.split(book, items))
    counts: dict[RowKey, list[Assertion]] = defaultdict(list)
    loose = []
    for item in parts.wholes:
        if item.lead.measure in (None, "cumulative"):
            counts[item.key].append(item)
        else:
            loose.append(item)
    silences = silence.silences(book, withheld)
    corrected = monotone.corrected(book, claims)
    rows = {
        key: settle(book, key, counts.get(key, ()), silences.get(key), corrected, question.policy)
        for key in {**counts, **silences}
    }
    alone = _stand(rows, loose)
    out = list(rows.values()) + _alone(book, question, alone)
    out.sort(key=lambda row: (row_order(row.key, book.conflict), _first_day(row)))
    return out, parts


def _stand(rows: dict[RowKey, Row], loose: Iterable[Assertion]) -> list[Assertion]:
    """Put events and additions beside or inside the running totals; return those that have none."""
    leads = {key: row.lead for key, row in rows.items() if row.lead is not None}
    alone = []
    for item in sorted(loose, key=lambda i: (i.order_day or "", i.lead.id)):
        key = incident.best_row(item, leads)
        if key is None:
            alone.append(item)
            continue
        found = incident.stand(item, leads[key])
        rows[key] = (with_inside if found.inside else with_beside)(rows[key], item, found.note)
    return alone


def _alone(book: Book, question: Question, items: Sequence[Assertion]) -> list[Row]:
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
        rivals = [i for i in rest if i.voice != first.voice or first.key.place]
        out.append(single(first, [(item, _rival(item, first)) for item in rivals]))
        out += [single(item) for item in rest if item not in rivals]
    return out


def _rival(item: Assertion, first: Assertion) -> str:
    return "same event, another figure" if item.voice == first.voice else "another voice"


def _first_day(row: Row) -> tuple[str, str]:
    lead = row.lead or row.withheld
    return (lead.order_day or "", lead.lead.id) if lead else ("", "")


def _inside_truce(
    book: Book, question: Question, span: Window, selection: Selection, deeds: Selection
) -> tuple[tuple[Claim, ...], Step]:
    """Rule 13: the claims whose own window lies in the truce; a part goes where its whole goes."""
    acts: dict[tuple[str, str], bool] = {}
    for deed in deeds.of_kind("violation"):
        placed = place(book.conflict, deed)
        if deed.incident and deed.document and placed.truce is not None:
            acts[deed.document, deed.incident] = placed.truce == question.truce and not placed.before
    claims = {claim.id: claim for claim in selection.of_kind("toll")}

    def lies_inside(claim: Claim, seen: frozenset[str]) -> bool:
        whole = claims.get(book.target(claim.subset_of) or "")
        if whole is not None and whole.id not in seen and claim.measure != "cumulative":
            if claim.measure in increment.ADDITIONS:
                return toll_inside(span, claim)
            return lies_inside(whole, seen | {claim.id})
        act = acts.get((claim.document or "", claim.incident or ""))
        return toll_inside(span, claim, act)

    kept = tuple(claim for claim in claims.values() if lies_inside(claim, frozenset()))
    held = {claim.id for claim in kept}
    left = tuple(claim.id for claim in selection.claims if claim.id not in held)
    return kept, Step(rule="truce toll", left_out=left, note="outside the truce")


def _derived(
    book: Book,
    question: Question,
    rows: Sequence[Row],
    selection: Selection,
    span: Window | None,
    taken: frozenset[str],
) -> tuple[Tally, ...]:
    if span is None:
        return derived.with_later_events(book, rows, taken)
    war, parts = _rows(book, question, selection.of_kind("toll"), ())
    hung = [item for found in parts.of.values() for item in found]
    additions = [item for item in (*hung, *parts.wholes) if _is_addition(item)]
    return derived.between_totals(book, war, additions, span, taken)


def _is_addition(item: Assertion) -> bool:
    return item.lead.measure == "retroactive" or (
        item.key.harm == "recovered" and item.lead.measure != "increment"
    )


def _keys(rows: Sequence[Row], span: Window | None) -> dict[int, str]:
    """A key for each row, by index: the start where several differ, place or day where events share one."""
    bare = [_bare(row, span) for row in rows]
    sharing = Counter(bare)
    out: dict[int, str] = {}
    taken: set[str] = set()
    for index, (row, key) in enumerate(zip(rows, bare, strict=True)):
        text = _told_apart(row, key) if sharing[key] > 1 else key.text()
        number, unique = 2, text
        while unique in taken:
            unique, number = f"{text}/{number}", number + 1
        taken.add(unique)
        out[index] = unique
    return out


def _told_apart(row: Row, key: RowKey) -> str:
    lead = row.lead or row.withheld
    if lead is None or lead.lead.measure in (None, "cumulative"):
        return row.key.text()
    return key.text(slugged(lead.lead.place or "") or lead.order_day or "undated")


def _bare(row: Row, span: Window | None) -> RowKey:
    """The key without what every row of a truce's table shares: that it starts with the truce."""
    alone = row.lead is not None and row.lead.lead.measure != "cumulative"
    if alone:
        return row.key._replace(start=None, place=None)
    return row.key._replace(start=None) if span else row.key


def _ordered(book: Book, rows: Iterable[Tally]) -> list[Tally]:
    def order(row: Tally) -> tuple[object, ...]:
        key = RowKey(row.side, row.victims, row.subgroup, row.harm, row.place, None, None)
        return (row_order(key, book.conflict), row.derived)

    return sorted(rows, key=order)


def _asked_for(row: Tally, question: Question) -> bool:
    return (
        (not question.sides or row.side in question.sides)
        and (not question.victims or row.victims in question.victims)
        and (not question.harms or row.harm in question.harms)
    )


def _denied(book: Book, deeds: Selection) -> frozenset[str]:
    return frozenset(t for claim in deeds.of_kind("denial") if (t := book.target(claim.denies)))


def _told(book: Book, steps: Iterable[Step]) -> dict[tuple[str, str | None], tuple[Step, ...]]:
    """What the table's rules left out, by (side, harm) of the claims: a row tells only of its own people."""
    people = {claim.id: (claim.side or UNKNOWN, claim.harm) for claim in book.claims}
    out: dict[tuple[str, str | None], list[Step]] = defaultdict(list)
    for step in steps:
        left: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        for claim in step.left_out:
            left[people[claim]].append(claim)
        for key, claims in left.items():
            out[key].append(Step(rule=step.rule, left_out=tuple(claims), note=step.note))
    return {key: tuple(found) for key, found in out.items()}
