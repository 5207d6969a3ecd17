"""A settled row as the tally that the command prints, with the steps that led to it. Chooses nothing."""

from __future__ import annotations

from collections.abc import Mapping

from truce_cli.model.finding import Figure, Step, Tally
from truce_cli.model.names import without
from truce_cli.model.record import dataclass, field
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import NOT_REPORTED
from truce_cli.reconcile.rows import Row
from truce_cli.reconcile.rules import increment
from truce_cli.reconcile.rules.compound import apart
from truce_cli.reconcile.rules.grade import grade
from truce_cli.reconcile.rules.subset import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What a row needs from its table to be printed."""

    book: Book
    parts: Parts
    steps: Mapping[tuple[str, str | None], tuple[Step, ...]] = field(default_factory=dict)
    """What the table's rules left out on the way, by (side, harm) of the claims; harm None covers several."""
    denied: frozenset[str] = field(default_factory=frozenset)
    """ids of toll claims that somebody denies."""


def tally(row: Row, key: str, printing: Printing) -> Tally:
    """The row as the command prints it."""
    lead = row.withheld or row.lead
    parts = printing.parts
    beside = tuple(parts.figure(item, note) for item, note in row.beside)
    others = tuple(parts.figure(item, note) for item, note in row.others)
    if lead is None:
        return _leaderless(row, key, printing, beside, others)
    claim = lead.lead
    measure = claim.measure or "cumulative"
    counted = measure == "cumulative"
    stated_start = any(c.since for c in lead.claims)
    inside = tuple(parts.figure(item, note) for item, note in row.inside)
    disputed = row.clash or any(claim.id in printing.denied for claim in lead.claims)
    firmness, grade_step = grade(lead, _rivals_of(row), disputed)
    return Tally(
        key=key,
        side=row.key.side,
        victims=row.key.victims,
        subgroup=row.key.subgroup,
        harm=row.key.harm,
        measure=measure,
        place=claim.place if not counted else row.key.place,
        low=claim.low,
        value=claim.value,
        high=claim.high,
        qualifier=claim.qualifier,
        text=lead.text,
        as_of=lead.as_of,
        as_of_basis=lead.as_of_basis,
        since=(row.key.start or printing.book.conflict.began) if counted else claim.since,
        since_assumed=counted and row.withheld is None and not stated_start,
        claimant=claim.claimant,
        claimant_side=claim.claimant_side,
        stance=lead.stance,
        grade=None if row.withheld else firmness,
        disclosed=row.withheld is None,
        derived=False,
        disputed=disputed,
        candidate=lead.candidate,
        documents=lead.documents,
        claims=lead.ids,
        relayed_by=claim.relayed_by,
        earlier=tuple(parts.figure(item) for item in row.earlier),
        beside=beside,
        others=others,
        parts=(*parts.figures(lead), *inside),
        steps=(*_steps(row, lead, printing), *(() if row.withheld else (grade_step,))),
        note=_note(row, lead),
    )


def _rivals_of(row: Row) -> list[Assertion]:
    """Figures for the same people, or the same event: what may confirm the leading one or contradict it."""
    alone = row.lead is not None and row.lead.lead.measure != "cumulative"
    columns = [item for item, _ in row.others if not item.key.label or alone]
    return [*columns, *(item for item, _ in row.beside if alone)]


def _leaderless(
    row: Row, key: str, printing: Printing, beside: tuple[Figure, ...], others: tuple[Figure, ...]
) -> Tally:
    """A row of which only estimates are known: it prints —, the estimates stand beside it."""
    first = next(iter([*row.others, *row.beside, *((item, "") for item in row.earlier)]))[0]
    return Tally(
        key=key,
        side=row.key.side,
        victims=row.key.victims,
        subgroup=row.key.subgroup,
        harm=row.key.harm,
        measure=first.lead.measure or "cumulative",
        place=row.key.place,
        low=None,
        value=None,
        high=None,
        qualifier=None,
        text=NOT_REPORTED,
        as_of=None,
        as_of_basis=None,
        since=row.key.start or printing.book.conflict.began,
        since_assumed=False,
        claimant=None,
        claimant_side=first.lead.claimant_side,
        stance=first.stance,
        grade=None,
        disclosed=True,
        derived=False,
        disputed=False,
        candidate=first.candidate,
        documents=first.documents,
        claims=first.ids,
        earlier=tuple(printing.parts.figure(item) for item in row.earlier),
        beside=beside,
        others=others,
        steps=(*_table_steps(row, printing), *row.steps),
        note="an estimate leads nothing",
    )


def _note(row: Row, lead: Assertion) -> str:
    if row.withheld:
        return ""
    if lead.lead.measure == "incident":
        return "one event"
    return "" if lead.lead.measure == "cumulative" else f"{lead.lead.measure}, total not given"


def _steps(row: Row, lead: Assertion, printing: Printing) -> tuple[Step, ...]:
    """The table's steps that touch this row's people, then the row's own."""
    out = _table_steps(row, printing)
    if len(lead.ids) > 1:
        note = f"one assertion in {len(lead.documents)} documents"
        left = without(lead.ids, lead.lead.id)
        out.append(Step(rule="echo", used=(lead.lead.id,), left_out=left, note=note))
    out += row.steps
    for rule, placed in (("incident", row.beside), ("incident", row.inside)):
        out += [Step(rule=_rule(item, rule), left_out=item.ids, note=note) for item, note in placed]
    for whole in (lead, *row.earlier, *(item for item, _ in (*row.others, *row.beside))):
        for part in printing.parts.of.get(whole.lead.id, ()):
            out.append(Step(rule=_rule(part, "subset"), left_out=part.ids, note=f"inside {whole.text}"))
    out += increment.steps(row.series, printing.parts)
    if lead.lead.qualifier not in (None, "exact"):
        out.append(Step(rule="bounds", used=lead.ids, note=f"printed as said: {lead.text}"))
    if compound := apart(lead):
        out.append(compound)
    if lead.candidate:
        out.append(Step(rule="candidates", used=lead.ids, note="proposed by a rule, not yet reviewed"))
    return tuple(out)


def _table_steps(row: Row, printing: Printing) -> list[Step]:
    return [s for harm in (row.key.harm, None) for s in printing.steps.get((row.key.side, harm), ())]


def _rule(item: Assertion, otherwise: str) -> str:
    return "increment" if item.lead.measure in ("increment", "retroactive") else otherwise
