"""The reasons of what a table or a timeline prints, told of what is at hand: nothing is reconciled here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from truce_cli.model.answer import Why
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Figure, Problem, Step, Tally, TollTable, TruceSummary
from truce_cli.model.record import replace

RULE_OF = {
    "gap": "increment",
    "misfit": "increment",
    "fall": "monotone",
    "stale_repeat": "monotone",
    "clash": "latest",
    "part_above_whole": "subset",
    "vague": "bounds",
}
"""The rule that a finding of this code comes from; arithmetic for the rest."""


def reasons_of(
    tables: Iterable[TollTable],
    entries: Sequence[Entry],
    problems: Iterable[Problem],
    summaries: Iterable[TruceSummary],
) -> Iterator[Why]:
    """The reasons of every row of some tables, of entries, findings and truces, told of what is at hand.

    What `why` says of each by its key, for those who print them all: nothing is reconciled again, and the claims that
    they name are not gathered for each.
    """
    for table in tables:
        findings = Findings(table.problems)
        for row in table.rows:
            yield of_tally(row, table, row.key, findings)
    for entry in entries:
        yield of_entry(entry, entry.key)
    for problem in problems:
        yield of_finding(problem, problem.id)
    for summary in summaries:
        yield of_truce(summary, entries)


class Findings:
    """The findings of a table, by the rows and the claims that they are about."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._problems = problems
        self._by: dict[str, list[int]] = defaultdict(list)
        for number, problem in enumerate(problems):
            for name in {problem.key or "", *problem.claims}:
                self._by[name].append(number)

    def of(self, row: Tally) -> tuple[Problem, ...]:
        """Those about the row or the claims that lead it, in the order of the table."""
        found = {number for name in (row.key, *row.claims) for number in self._by.get(name, ())}
        return tuple(self._problems[number] for number in sorted(found))


def of_tally(row: Tally, table: TollTable, name: str, findings: Findings) -> Why:
    """Why a row of a table prints what it prints. name: what was asked for; findings: the table's."""
    figures = (
        *(("of them", f) for f in row.parts),
        *(("earlier", f) for f in row.earlier),
        *(("beside", f) for f in row.beside),
        *(("also", f) for f in row.others),
    )
    said = [f"as of {row.as_of}" if row.as_of else "undated", row.claimant or row.claimant_side]
    said += [row.stance.replace("_", " "), row.grade or "", "derived" if row.derived else "", row.note]
    return Why(
        asked=name,
        key=row.key,
        kind="tally",
        text=row.text,
        title="; ".join(word for word in said if word),
        truce=table.truce,
        steps=row.steps or (Step(rule="latest", used=row.claims, note="the only claim of its series"),),
        figures=figures,
        problems=findings.of(row),
    )


def of_entry(entry: Entry, name: str) -> Why:
    """Why an entry stands where it stands."""
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


def of_finding(problem: Problem, name: str) -> Why:
    """What a finding is about."""
    about = f", of {problem.key}" if problem.key else ""
    rule = RULE_OF.get(problem.code, "arithmetic")
    return Why(
        asked=name,
        key=problem.id,
        kind="finding",
        text=problem.text,
        title=f"{problem.code.replace('_', ' ')}, {problem.severity}{about}",
        steps=(Step(rule=rule, used=problem.claims, note=problem.text),),
    )


def of_truce(summary: TruceSummary, entries: Iterable[Entry]) -> Why:
    """What the counts of a truce count. entries: of the whole timeline."""
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


def with_claims(held: Mapping[str, Claim], found: Why, first: tuple[str, ...] = ()) -> Why:
    """The answer with every claim that it names, each once. held: the claims by id."""
    named: list[str] = list(first)
    for step in found.steps:
        named += (*step.used, *step.left_out)
    for figure in all_parts(figure for _, figure in found.figures):
        named += figure.claims
    for entry in found.entries:
        named += (*entry.claims, *entry.folded, *(c for f in all_parts(entry.tolls) for c in f.claims))
    for problem in found.problems:
        named += problem.claims
    return replace(found, claims=tuple(held[name] for name in dict.fromkeys(named) if name in held))


def all_parts(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Figures with their parts, as deep as they go."""
    for found in figures:
        yield found
        yield from all_parts(found.parts)
