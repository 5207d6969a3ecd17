"""Why a number stands: finds what a name means in the tables, and gathers the steps that led to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
)
from truce_cli.model.record import replace
from truce_cli.model.words import GROUPINGS, KINDS
from truce_cli.reconcile import violations
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.figures import bounds_text
from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.reasons import (
    RULE_OF,
    Findings,
    all_parts,
    of_entry,
    of_finding,
    of_tally,
    of_truce,
    with_claims,
)
from truce_cli.reconcile.rules import catalog
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces


def why(book: Book, question: Question, name: str) -> Why | None:
    """What a key of a tally or an entry, an id of a finding, a truce or a rule means; None for nothing known.

    The clocks, statuses and policy of the question hold; its truce narrows tallies, and without one every
    truce's table is searched after the war's.
    """
    # what a key's first word tells comes first: it costs nothing where it is another's
    for look in (_accusations, _finding, _tally, _entry, _truce, _rule):
        found = look(book, question, name)
        if found is not None:
            return with_claims({claim.id: claim for claim in book.claims}, found)
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
    return with_claims(held, found, first=(claim.id,))


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
            return of_tally(row, table, name, Findings(table.problems))
    return None


def _dimensions(name: str) -> tuple[str, ...]:
    """What a grouped row's key begins with: month=2020-10/claimant=armenia/..."""
    found = (part.split("=")[0] for part in name.split("/") if "=" in part)
    return tuple(word for word in found if word in GROUPINGS)


def _tables(book: Book, question: Question) -> Iterator[Question]:
    yield question
    if question.truce is None and "truce" not in question.by:
        yield from (replace(question, truce=truce.slug) for truce in book.conflict.truces)


def _entry(book: Book, question: Question, name: str) -> Why | None:
    entry = next((e for e in _whole_timeline(book, question).entries if e.key == name), None)
    return None if entry is None else of_entry(entry, name)


def _finding(book: Book, question: Question, name: str) -> Why | None:
    if not name.startswith("p-") or len(name) < 4:
        return None
    found = [p for p in _all_problems(book, question) if p.id.startswith(name)]
    return of_finding(found[0], name) if found else None


def _all_problems(book: Book, question: Question) -> Sequence[Problem]:
    """The findings of every table, a truce's before they are told once with the war's."""
    asked = replace(question, derived=True, by=(), min_grade=None)
    return [p for one in _tables(book, asked) for p in tolls(book, one).problems]


def _accusations(book: Book, question: Question, name: str) -> Why | None:
    if not name.startswith("violations/"):
        return None
    found = violations.with_entries(book, replace(question, truce=None, sides=()), name)
    if found is None:
        return None
    row, events = found
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


def _truce(book: Book, question: Question, name: str) -> Why | None:
    if book.conflict.truce(name) is None:
        return None
    (summary,) = truces(book, replace(question, truce=name))
    return of_truce(summary, _whole_timeline(book, question).entries)


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
        problems=tuple(p for p in table.problems if RULE_OF.get(p.code, "arithmetic") == rule),
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
    for found in all_parts((*row.parts, *(p for f in (*row.earlier, *row.beside) for p in f.parts))):
        if claim in found.claims:
            out.append(Step(rule="subset", left_out=(claim,), note=_note("part in", row, found)))
    return out


_ROLE = {"earlier in": "latest", "beside": "incident", "does not lead": "stance"}


def _note(role: str, row: Tally, found: Figure) -> str:
    return f"{role} {row.key} ({row.text})" + (f": {found.note}" if found.note else "")


def _in_tolls(entry: Entry, claim: str) -> bool:
    return any(claim in found.claims for found in all_parts(entry.tolls))


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
