"""Why a number stands: finds what a name means in the tables, and gathers the steps that led to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from truce_cli.model.answer import Why
from truce_cli.model.claim import Claim
from truce_cli.model.finding import (
    Entry,
    Figure,
    Problem,
    Question,
    Step,
    Tally,
    Timeline,
    TollTable,
    TruceSummary,
)
from truce_cli.model.record import replace
from truce_cli.model.words import GROUPINGS, KINDS
from truce_cli.reconcile import violations
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import bounds_text
from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.rules import catalog
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces


def why(book: Book, question: Question, name: str) -> Why | None:
    """What a key of a tally or an entry, an id of a finding, a truce or a rule means; None for nothing known.

    The clocks, statuses and policy of the question hold; its truce narrows tallies, and without one every
    truce's table is searched after the war's.
    """
    for look in (_tally, _entry, _finding, _accusations, _truce, _rule):
        found = look(book, question, name)
        if found is not None:
            return _with_claims({claim.id: claim for claim in book.claims}, found)
    return None


def why_claim(book: Book, question: Question, claim: Claim) -> Why:
    """What became of one claim: where it counts, or which rule left it out."""
    mine = book.target(claim.id) or claim.id
    steps: list[Step] = []
    if mine != claim.id:
        steps.append(Step(rule="echo", used=(mine,), note=f"{claim.id} is the same words as curated {mine}"))
    tables = [tolls(book, replace(question, derived=True, by=(), min_grade=None))]
    entries = _whole_timeline(book, question)
    for table in tables:
        steps += _mentions(table.steps, mine, "")
        for row in table.rows:
            steps += _place_in(row, mine)
            steps += _mentions(row.steps, mine, row.key)
    steps += _mentions(entries.steps, mine, "")
    inside = [e for e in entries.entries if mine in (*e.claims, *e.folded) or _in_tolls(e, mine)]
    for entry in inside:
        steps.append(Step(rule="windows", used=(mine,), note=f"stands in the timeline as {entry.key}"))
        steps += _mentions(entry.steps, mine, entry.key)
    about = tuple(p for p in problems(book, question) if mine in p.claims)
    found = Why(
        asked=claim.id,
        key=claim.id,
        kind="claim",
        text=_said(claim),
        title=f"{claim.kind.replace('_', ' ')}, {claim.status}, {claim.entry}",
        steps=tuple(dict.fromkeys(steps)),
        entries=tuple(inside),
        problems=about,
    )
    held = {known.id: known for known in (*book.claims, claim)}
    return _with_claims(held, found, first=(claim.id,))


def reasons_of(
    book: Book,
    tables: Iterable[TollTable],
    entries: Sequence[Entry],
    problems: Iterable[Problem],
    summaries: Iterable[TruceSummary],
) -> Iterator[Why]:
    """The reasons of every row of some tables, of entries, findings and truces, told of what is at hand.

    What `why` says of each by its key, for those who print them all: nothing is reconciled again.
    """
    held = {claim.id: claim for claim in book.claims}
    for table in tables:
        for row in table.rows:
            yield _with_claims(held, _of_tally(row, table, row.key))
    for entry in entries:
        yield _with_claims(held, _of_entry(entry, entry.key))
    for problem in problems:
        yield _with_claims(held, _of_finding(problem, problem.id))
    for summary in summaries:
        yield _with_claims(held, _of_truce(summary, entries))


def known_names(book: Book, question: Question) -> Iterator[str]:
    """Every key that `why` takes, for finding what a mistyped one was meant to be."""
    yield from (row.key for row in tolls(book, replace(question, derived=True)).rows)
    yield from (entry.key for entry in _whole_timeline(book, question).entries)
    yield from (truce.slug for truce in book.conflict.truces)
    yield from catalog.RULES


def _tally(book: Book, question: Question, name: str) -> Why | None:
    by = _dimensions(name)
    for asked in _tables(book, replace(question, derived=True, by=by, min_grade=None)):
        table = tolls(book, asked)
        row = next((row for row in table.rows if row.key == name), None)
        if row is not None:
            return _of_tally(row, table, name)
    return None


def _dimensions(name: str) -> tuple[str, ...]:
    """What a grouped row's key begins with: month=2020-10/claimant=armenia/..."""
    found = (part.split("=")[0] for part in name.split("/") if "=" in part)
    return tuple(word for word in found if word in GROUPINGS)


def _tables(book: Book, question: Question) -> Iterator[Question]:
    yield question
    if question.truce is None and "truce" not in question.by:
        yield from (replace(question, truce=truce.slug) for truce in book.conflict.truces)


def _of_tally(row: Tally, table: TollTable, name: str) -> Why:
    figures = (
        *(("of them", f) for f in row.parts),
        *(("earlier", f) for f in row.earlier),
        *(("beside", f) for f in row.beside),
        *(("also", f) for f in row.others),
    )
    said = [f"as of {row.as_of}" if row.as_of else "undated", row.claimant or row.claimant_side]
    said += [row.stance.replace("_", " "), row.grade or "", "derived" if row.derived else "", row.note]
    mine = {row.key, *(claim for claim in row.claims)}
    about = tuple(p for p in table.problems if p.key == row.key or mine.intersection(p.claims))
    return Why(
        asked=name,
        key=row.key,
        kind="tally",
        text=row.text,
        title="; ".join(word for word in said if word),
        truce=table.truce,
        steps=row.steps or (Step(rule="latest", used=row.claims, note="the only claim of its series"),),
        figures=figures,
        problems=about,
    )


def _entry(book: Book, question: Question, name: str) -> Why | None:
    entry = next((e for e in _whole_timeline(book, question).entries if e.key == name), None)
    return None if entry is None else _of_entry(entry, name)


def _of_entry(entry: Entry, name: str) -> Why:
    said = [
        entry.at or "undated",
        entry.accuser or entry.accuser_side or "",
        entry.act or "",
        entry.place or "",
    ]
    placed = entry.truce or "no truce"
    where = f"before {placed}" if entry.before_truce else f"within {placed}" if entry.truce else placed
    steps = (
        Step(rule="windows", used=entry.claims[:1], note=f"{where}; time as told: {entry.precision}"),
        *entry.steps,
    )
    return Why(
        asked=name,
        key=entry.key,
        kind="entry",
        text=entry.text,
        title="; ".join(word for word in said if word),
        truce=entry.truce,
        steps=steps,
        figures=tuple(("its dead and injured", figure) for figure in entry.tolls),
        entries=(entry,),
    )


def _finding(book: Book, question: Question, name: str) -> Why | None:
    if not name.startswith("p-") or len(name) < 4:
        return None
    found = [p for p in _all_problems(book, question) if p.id.startswith(name)]
    return _of_finding(found[0], name) if found else None


def _of_finding(problem: Problem, name: str) -> Why:
    about = f", of {problem.key}" if problem.key else ""
    rule = _RULE_OF.get(problem.code, "arithmetic")
    return Why(
        asked=name,
        key=problem.id,
        kind="finding",
        text=problem.text,
        title=f"{problem.code.replace('_', ' ')}, {problem.severity}{about}",
        steps=(Step(rule=rule, used=problem.claims, note=problem.text),),
    )


def _all_problems(book: Book, question: Question) -> Sequence[Problem]:
    """The findings of every table, a truce's before they are told once with the war's."""
    asked = replace(question, derived=True, by=(), min_grade=None)
    return [p for one in _tables(book, asked) for p in tolls(book, one).problems]


_RULE_OF = {
    "gap": "increment",
    "misfit": "increment",
    "fall": "monotone",
    "stale_repeat": "monotone",
    "clash": "latest",
    "part_above_whole": "subset",
    "vague": "bounds",
}


def _accusations(book: Book, question: Question, name: str) -> Why | None:
    if not name.startswith("violations/"):
        return None
    for row, events in violations.with_entries(book, replace(question, truce=None, sides=())):
        if row.key != name:
            continue
        told = ", ".join(f"{n} {act}" for act, n in row.acts) or "no act"
        first = f"first clocked {row.first_clocked}" if row.first_clocked else "none clocked"
        return Why(
            asked=name,
            key=name,
            kind="accusations",
            text=f"{row.events}",
            title=f"{told}; {row.general} general; {row.denials} denials; {first}",
            truce=row.truce,
            steps=(*row.steps, *(step for entry in events for step in entry.steps)),
            entries=events,
        )
    return None


def _truce(book: Book, question: Question, name: str) -> Why | None:
    if book.conflict.truce(name) is None:
        return None
    (summary,) = truces(book, replace(question, truce=name))
    return _of_truce(summary, _whole_timeline(book, question).entries)


def _of_truce(summary: TruceSummary, entries: Iterable[Entry]) -> Why:
    """entries: of the whole timeline."""
    name = summary.truce
    mine = [e for e in entries if e.kind == "violation" and e.truce == name and not e.before_truce]
    steps = []
    first = next((e for e in mine if summary.first_clocked and e.at == summary.first_clocked), None)
    if first is not None:
        note = f"first clocked accusation {first.at}, {summary.first_minutes} min after {summary.in_force}"
        steps.append(Step(rule="windows", used=first.claims, note=note))
    for side, number in summary.accusations:
        of_side = [e for e in mine if e.accuser_side == side and not e.general]
        used = tuple(e.claims[0] for e in of_side)
        again = tuple(claim for e in of_side for claim in e.claims[1:])
        note = f"{number} specific accusations by {side}, each once"
        steps.append(Step(rule="echo", used=used, left_out=again, note=note))
    folded = tuple(claim for e in mine for claim in (*e.folded, *(e.claims if e.general else ())))
    if folded:
        note = f"{summary.general} general accusations, not counted"
        steps.append(Step(rule="windows", left_out=folded, note=note))
    steps += [step for e in mine for step in e.steps if step.rule == "dispute"]
    return Why(
        asked=name,
        key=name,
        kind="truce",
        text=summary.name,
        title=f"in force {summary.in_force}, until {summary.until or 'open'}; {summary.denials} denials",
        truce=name,
        steps=tuple(steps),
        entries=tuple(mine),
    )


def _rule(book: Book, question: Question, name: str) -> Why | None:
    rule = catalog.named(name)
    if rule is None:
        return None
    table, entries = tolls(book, replace(question, derived=True, by=())), _whole_timeline(book, question)
    steps = [step for step in (*table.steps, *entries.steps) if step.rule == rule]
    for row in table.rows:
        steps += [replace(s, note=f"{row.key}: {s.note}") for s in row.steps if s.rule == rule]
    for entry in entries.entries:
        steps += [replace(s, note=f"{entry.key}: {s.note}") for s in entry.steps if s.rule == rule]
    left = {claim for step in steps for claim in step.left_out}
    return Why(
        asked=name,
        key=rule,
        kind="rule",
        text=catalog.RULES[rule],
        title=f"{len(left):,} claims left out by it",
        truce=question.truce,
        steps=tuple(dict.fromkeys(steps)),
        problems=tuple(p for p in table.problems if _RULE_OF.get(p.code, "arithmetic") == rule),
    )


def _whole_timeline(book: Book, question: Question) -> Timeline:
    return timeline(book, replace(question, truce=None, since=None, until=None, sides=(), kinds=KINDS))


def _place_in(row: Tally, claim: str) -> list[Step]:
    """Where a row shows the claim, in a step of its own."""
    if claim in row.claims and not row.derived:
        return [Step(rule="latest", used=(claim,), note=f"leads {row.key}: {row.text}")]
    out = []
    for role, figures in (("earlier in", row.earlier), ("beside", row.beside), ("does not lead", row.others)):
        for found in figures:
            if claim in found.claims:
                out.append(Step(rule=_ROLE[role], left_out=(claim,), note=_note(role, row, found)))
    for found in _all_parts((*row.parts, *(p for f in (*row.earlier, *row.beside) for p in f.parts))):
        if claim in found.claims:
            out.append(Step(rule="subset", left_out=(claim,), note=_note("part in", row, found)))
    return out


_ROLE = {"earlier in": "latest", "beside": "incident", "does not lead": "stance"}


def _note(role: str, row: Tally, found: Figure) -> str:
    return f"{role} {row.key} ({row.text})" + (f": {found.note}" if found.note else "")


def _all_parts(figures: Iterable[Figure]) -> Iterator[Figure]:
    for found in figures:
        yield found
        yield from _all_parts(found.parts)


def _in_tolls(entry: Entry, claim: str) -> bool:
    return any(claim in found.claims for found in _all_parts(entry.tolls))


def _mentions(steps: Iterable[Step], claim: str, key: str) -> list[Step]:
    """The steps that use the claim or leave it out, told of this claim alone."""
    out = []
    for step in steps:
        used = (claim,) if claim in step.used else ()
        left = (claim,) if claim in step.left_out else ()
        if used or left:
            note = f"{key}: {step.note}" if key else step.note
            out.append(Step(rule=step.rule, used=used, left_out=left, note=note))
    return out


def _said(claim: Claim) -> str:
    if claim.kind == "toll" or claim.unit:
        return bounds_text(claim.low, claim.value, claim.high, claim.qualifier, claim.value_text)
    return claim.quote or claim.kind.replace("_", " ")


def _with_claims(held: Mapping[str, Claim], found: Why, first: tuple[str, ...] = ()) -> Why:
    """The answer with every claim that it names, each once. held: the claims by id."""
    named: list[str] = list(first)
    for step in found.steps:
        named += (*step.used, *step.left_out)
    for figure in _all_parts(figure for _, figure in found.figures):
        named += figure.claims
    for entry in found.entries:
        named += (*entry.claims, *entry.folded, *(c for f in _all_parts(entry.tolls) for c in f.claims))
    for problem in found.problems:
        named += problem.claims
    return replace(found, claims=tuple(held[name] for name in dict.fromkeys(named) if name in held))
