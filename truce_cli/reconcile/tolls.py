"""The tolls: running totals settled row by row, with what stands beside, inside and against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Problem, Question, Step, Tally, TollTable
from truce_cli.model.record import dataclass, replace
from truce_cli.model.words import GRADES, UNKNOWN
from truce_cli.reconcile import arithmetic
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book, LeftOut, Selection
from truce_cli.reconcile.keying import keys_of
from truce_cli.reconcile.printing import Printing, tally
from truce_cli.reconcile.rowkeys import RowKey, row_key, row_order
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules import monotone, silence
from truce_cli.reconcile.rules.subset import Parts
from truce_cli.reconcile.rules.truce_toll import inside_truce
from truce_cli.reconcile.rules.windows import Window, check_truce, window
from truce_cli.reconcile.selection import clocks_of, select
from truce_cli.reconcile.settling import settled_rows

_LOSSES = ("toll", "undisclosed")


def tolls(book: Book, question: Question) -> TollTable:
    """Every tally that somebody claims or withholds, by side; of one truce only, where the question names it.

    Grouped, each group is reconciled by itself and nothing is added across groups.
    Raises UsageError for a truce that the conflict does not know.
    """
    whole = _table(book, question, ())
    if not question.by:
        return _firm_enough(whole, question)
    from truce_cli.reconcile import grouping

    dimensions = grouping.splitting(question.by)
    if not dimensions:
        return _firm_enough(whole, question)
    found: list[Tally] = []
    for group in grouping.groups(book, question, dimensions):
        found += _table(group.book, group.question, group.path).rows
    printed = {claim for row in found for claim in (*row.claims, *(c for f in row.earlier for c in f.claims))}
    # a finding of the whole series belongs to no group's row
    about = tuple(replace(p, key=None) for p in whole.problems if printed.intersection(p.claims))
    return _firm_enough(replace(whole, rows=tuple(found), problems=about), question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A table before it is printed: its rows, their keys by index, its parts and findings."""

    rows: tuple[Row, ...]
    keys: dict[int, str]
    parts: Parts
    problems: tuple[Problem, ...]
    shown: frozenset[str]
    """Keys of the rows that the question asks for."""
    selection: Selection
    deeds: Selection
    span: Window | None
    left: tuple[LeftOut, ...]
    """What the table's own rules left out."""
    steps: tuple[Step, ...]
    """The same, in ids."""


def laid_out(book: Book, question: Question, group: tuple[tuple[str, str], ...] = ()) -> Laid:
    """Claims selected, settled and keyed; the tallies and the series are both told from it."""
    told = replace(question, derived=False, by=(), min_grade=None)
    return book.once(("laid out", told, group), lambda: _laid_out(book, question, group))


def _laid_out(book: Book, question: Question, group: tuple[tuple[str, str], ...]) -> Laid:
    selection = select(book, question, _LOSSES)
    deeds = select(book, question, ("violation", "denial"))
    span = _span(book, question)
    inside, left, steps = selection.of_kind("toll"), selection.left, selection.steps
    withheld = selection.of_kind("undisclosed")
    if span is not None:
        inside, outside = inside_truce(book, question, span, selection, deeds)
        withheld, left, steps = (), (*left, outside), (*steps, book.step(outside))
    rows, parts = settled_rows(book, question, inside, withheld, deeds.of_kind("violation"))
    keys = keys_of(rows, span, group)
    found = arithmetic.find(book, rows, parts, keys, monotone.corrected(book, selection.claims))
    shown = frozenset(keys[index] for index, row in enumerate(rows) if _asked_for(row.key, question))
    return Laid(
        rows=tuple(rows),
        keys=keys,
        parts=parts,
        problems=found,
        shown=shown,
        selection=selection,
        deeds=deeds,
        span=span,
        left=tuple(out for out in left if out.claims),
        steps=tuple(step for step in steps if step.left_out),
    )


def _spoken_of(book: Book, question: Question, selection: Selection) -> frozenset[tuple[str, str, str]]:
    """(side, harm, victims) of every claim at the question's clocks, accepted or not (rule 10)."""
    every = Question().statuses
    if question.statuses != every:
        selection = select(book, replace(question, statuses=every), _LOSSES)
    told = {(c.side, c.victims, c.harm): c for c in selection.claims}
    return frozenset(
        (key.side, key.harm, key.victims)
        for claim in told.values()
        for harm in ((claim.harm,) if claim.harm else silence.COVERED)
        if _asked_for(key := row_key(claim, book.conflict, harm), question)
    )


def _table(book: Book, question: Question, group: tuple[tuple[str, str], ...]) -> TollTable:
    laid = laid_out(book, question, group)
    span, keys = laid.span, laid.keys
    printing = Printing(
        book=book, parts=laid.parts, steps=_told(book, laid.left), denied=_denied(book, laid.deeds)
    )
    printed = [tally(row, keys[index], printing) for index, row in enumerate(laid.rows)]
    found = laid.problems
    if question.derived:
        sums, unexplained = _derived(book, question, laid)
        printed += sums
        found += unexplained
    shown = tuple(
        replace(row, group=group) if group else row
        for row in _ordered(book, printed, question.by)
        if _asked_for(row, question)
    )
    keyed = {row.key for row in shown}
    return TollTable(
        rows=shown,
        as_of=question.as_of,
        known_on=question.known_on,
        window=(span.start, span.end) if span else (book.conflict.began, book.conflict.ended),
        truce=question.truce,
        left_out=tuple((step.note, len(step.left_out)) for step in laid.steps),
        problems=tuple(p for p in found if p.key is None or p.key in keyed),
        steps=laid.steps,
        spoken_of=_spoken_of(book, question, laid.selection),
    )


def _firm_enough(table: TollTable, question: Question) -> TollTable:
    """The rows whose grade is at least the one asked for; sums of ours and silences have none."""
    if question.min_grade is None:
        return table
    least = GRADES.index(question.min_grade)
    rows = tuple(row for row in table.rows if row.grade and GRADES.index(row.grade) >= least)
    below = len(table.rows) - len(rows)
    left = (*table.left_out, (f"below {question.min_grade}", below)) if below else table.left_out
    keyed = {row.key for row in rows}
    about = tuple(p for p in table.problems if p.key is None or p.key in keyed)
    return replace(table, rows=rows, left_out=left, problems=about)


def _span(book: Book, question: Question) -> Window | None:
    check_truce(book.conflict, question)
    truce = book.conflict.truce(question.truce) if question.truce else None
    return window(book.conflict, truce) if truce else None


def _derived(book: Book, question: Question, laid: Laid) -> tuple[tuple[Tally, ...], tuple[Problem, ...]]:
    from truce_cli.reconcile import derived, differences

    taken = frozenset(laid.keys.values())
    if laid.span is None:
        return derived.with_later_events(book, laid.rows, taken), ()
    war, parts = book.once(
        ("war's totals", clocks_of(question), question.policy),
        lambda: settled_rows(book, question, laid.selection.of_kind("toll"), (), ()),
    )
    hung = [item for found in parts.of.values() for item in found]
    additions = [item for item in (*hung, *parts.wholes) if _is_addition(item)]
    return differences.between_totals(book, war, laid.rows, laid.parts, additions, laid.span, taken)


def _is_addition(item: Assertion) -> bool:
    return item.lead.measure == "retroactive" or (
        item.key.harm == "recovered" and item.lead.measure != "increment"
    )


def _ordered(book: Book, rows: Iterable[Tally], by: Sequence[str]) -> list[Tally]:
    victims_first = by[:1] == ("victims",)

    def order(row: Tally) -> tuple[object, ...]:
        key = RowKey(row.side, row.victims, row.subgroup, row.harm, row.place, None, None)
        told = row_order(key, book.conflict)
        return (told[3] if victims_first else 0, told, row.derived)

    return sorted(rows, key=order)


def _asked_for(row: Tally | RowKey, question: Question) -> bool:
    return (
        (not question.sides or row.side in question.sides)
        and (not question.victims or row.victims in question.victims)
        and (not question.harms or row.harm in question.harms)
    )


def _denied(book: Book, deeds: Selection) -> frozenset[str]:
    return frozenset(t for claim in deeds.of_kind("denial") if (t := book.target(claim.denies)))


def _told(book: Book, left: Iterable[LeftOut]) -> dict[tuple[str, str | None], tuple[Step, ...]]:
    """What the table's rules left out, by (side, harm) of the claims: a row tells only of its own people."""
    out: dict[tuple[str, str | None], list[Step]] = defaultdict(list)
    for one in left:
        people: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
        for claim in one.claims:
            people[claim.side or UNKNOWN, claim.harm].append(claim)
        for key, claims in people.items():
            out[key].append(book.step(LeftOut(one.rule, one.note, tuple(claims))))
    return {key: tuple(found) for key, found in out.items()}
