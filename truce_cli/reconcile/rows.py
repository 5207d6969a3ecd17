"""One row of the tolls: its series settled, its leader chosen, what stands beside it. Knows no table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truce_cli.model.finding import Figure, Step, Tally
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import NOT_REPORTED
from truce_cli.reconcile.rowkeys import RowKey
from truce_cli.reconcile.rules import silence as silences
from truce_cli.reconcile.rules.bounds import fits
from truce_cli.reconcile.rules.latest import Latest, latest, newest_first
from truce_cli.reconcile.rules.stance import by_voice, leading, rank
from truce_cli.reconcile.rules.subset import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row before it is printed; every assertion of it is in exactly one place."""

    key: RowKey
    lead: Assertion | None
    """The figure that leads; None where nobody gives one that may, or the side withholds it."""
    series: tuple[Assertion, ...] = ()
    """Every figure of the leading voice, any order."""
    settled: tuple[Latest, ...] = ()
    earlier: tuple[Assertion, ...] = ()
    others: tuple[tuple[Assertion, str], ...] = ()
    """What does not lead, with why."""
    withheld: Assertion | None = None
    """The silence that holds; then nothing leads and the row prints "not disclosed"."""
    clash: bool = False
    beside: tuple[tuple[Assertion, str], ...] = ()
    inside: tuple[tuple[Assertion, str], ...] = ()
    steps: tuple[Step, ...] = ()


def settle(
    book: Book,
    key: RowKey,
    items: Sequence[Assertion],
    silence: Assertion | None,
    corrected: frozenset[str],
    policy: str,
) -> Row:
    """Apply latest, stance and silence to the running totals (and silence) of one row."""
    voices = by_voice(items)
    settled = tuple(latest(voices[voice], corrected) for voice in sorted(voices))
    chosen, stance_step = leading(settled, book.conflict, policy)
    steps = [series.step for series in settled if series.lead]
    if len(voices) > 1:
        steps.append(stance_step)
    lead = chosen.lead if chosen else _only_vague(book, settled, policy)
    others = _others(book, settled, chosen, policy)
    if silence is not None and silences.holds(silence, [series.lead for series in settled]):
        steps.append(Step(rule="silence", used=silence.ids, note="withheld by the side itself"))
        others = (*_beside_silence(chosen), *others)
        return Row(
            key=key, lead=None, settled=settled, others=_once(others), withheld=silence, steps=tuple(steps)
        )
    if silence is not None:
        others += ((silence, "until the side gave a figure"),)
        steps.append(Step(rule="silence", left_out=silence.ids, note="the side has given a figure"))
    return Row(
        key=key,
        lead=lead,
        series=tuple(voices[lead.voice]) if lead else (),
        settled=settled,
        earlier=chosen.earlier if chosen else (),
        others=tuple(other for other in _once(others) if other[0] is not lead),
        clash=bool(chosen and chosen.clash),
        steps=tuple(steps),
    )


def _beside_silence(chosen: Latest | None) -> tuple[tuple[Assertion, str], ...]:
    """Another voice's figures where the side itself gives none."""
    if chosen is None or chosen.lead is None:
        return ()
    return ((chosen.lead, "another voice"), *((item, "another voice, earlier") for item in chosen.earlier))


def _only_vague(book: Book, settled: Sequence[Latest], policy: str) -> Assertion | None:
    """Where nobody gives a figure, the latest vague word is better than nothing; an estimate never leads."""
    words = newest_first(item for series in settled for item in series.vague)
    return min(words, key=lambda item: rank(item, book.conflict, policy), default=None)


def _others(
    book: Book, settled: Sequence[Latest], chosen: Latest | None, policy: str
) -> tuple[tuple[Assertion, str], ...]:
    """What does not lead: other voices by rank with their earlier steps, then vague words, then estimates."""
    out: list[tuple[Assertion, str]] = []
    if chosen and chosen.lead:
        bounds = chosen.lead.bounds
        out += [
            (item, f"same day, {'fits the leading' if fits(item.bounds, bounds) else 'another'} figure")
            for item in chosen.same_day
        ]
    beside = [series for series in settled if series is not chosen and series.lead]
    beside.sort(key=lambda series: rank(series.lead, book.conflict, policy) if series.lead else 9)
    for series in beside:
        if series.lead:
            out.append((series.lead, "another voice"))
        out += [(item, "another voice, same day") for item in series.same_day]
        out += [(item, "another voice, earlier") for item in series.earlier]
    silent = [series for series in settled if series is not chosen and not series.lead]
    out += [(item, "corrected by its source") for series in silent for item in series.earlier]
    out += [(i, "a vague word leads nothing") for i in newest_first(i for s in settled for i in s.vague)]
    out += [(i, "an estimate leads nothing") for i in newest_first(i for s in settled for i in s.estimates)]
    return tuple(out)


def _once(others: tuple[tuple[Assertion, str], ...]) -> tuple[tuple[Assertion, str], ...]:
    seen: dict[str, tuple[Assertion, str]] = {}
    for item, note in others:
        seen.setdefault(item.lead.id, (item, note))
    return tuple(seen.values())


def single(lead: Assertion, others: Sequence[tuple[Assertion, str]] = ()) -> Row:
    """A row for what has no running total to stand beside: one event, one addition."""
    if lead.is_estimate:
        return Row(key=lead.key, lead=None, others=((lead, "an estimate leads nothing"), *others))
    return Row(key=lead.key, lead=lead, series=(lead,), others=tuple(others))


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
        grade=None if row.withheld else _grade(lead, others, disputed),
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
        steps=_steps(row, lead, printing),
        note=_note(row, lead),
    )


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
        steps=row.steps,
        note="an estimate leads nothing",
    )


def _grade(lead: Assertion, others: tuple[Figure, ...], disputed: bool) -> str:
    """How far a figure stands on more than one word. Origins are claimants, not outlets."""
    if disputed:
        return "contested"
    agreeing = {
        (f.claimant_side, f.claimant) for f in others if (f.low, f.high) == (lead.lead.low, lead.lead.high)
    }
    if agreeing:
        return "corroborated"
    return "self-reported" if lead.stance == "own_side" else "single source"


def _note(row: Row, lead: Assertion) -> str:
    if row.withheld:
        return ""
    if lead.lead.measure == "incident":
        return "one event"
    return "" if lead.lead.measure == "cumulative" else f"{lead.lead.measure}, total not given"


def _steps(row: Row, lead: Assertion, printing: Printing) -> tuple[Step, ...]:
    """The table's steps that touch this row's people, then the row's own."""
    out = [s for harm in (row.key.harm, None) for s in printing.steps.get((row.key.side, harm), ())]
    if len(lead.claims) > 1:
        note = f"one assertion in {len(lead.documents)} documents"
        out.append(Step(rule="echo", used=lead.ids[:1], left_out=lead.ids[1:], note=note))
    out += row.steps
    for rule, placed in (("incident", row.beside), ("incident", row.inside)):
        out += [Step(rule=_rule(item, rule), left_out=item.ids, note=note) for item, note in placed]
    for part in printing.parts.of.get(lead.lead.id, ()):
        out.append(Step(rule=_rule(part, "subset"), left_out=part.ids, note=f"inside {lead.text}"))
    if lead.lead.qualifier not in (None, "exact"):
        out.append(Step(rule="bounds", used=lead.ids, note=f"printed as said: {lead.text}"))
    if row.key.harm == "killed_or_injured":
        out.append(Step(rule="compound", used=lead.ids, note="adds nothing to killed"))
    if lead.candidate:
        out.append(Step(rule="candidates", used=lead.ids, note="proposed by a rule, not yet reviewed"))
    return tuple(out)


def _rule(item: Assertion, otherwise: str) -> str:
    return "increment" if item.lead.measure in ("increment", "retroactive") else otherwise


def with_beside(row: Row, item: Assertion, note: str) -> Row:
    return replace(row, beside=(*row.beside, (item, note)))


def with_inside(row: Row, item: Assertion, note: str) -> Row:
    return replace(row, inside=(*row.inside, (item, note)))
