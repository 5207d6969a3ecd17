"""Checks figures against one another, as reconciliation finds them: parts, falls, misfits."""

from __future__ import annotations

from collections.abc import Iterator

from truce_cli.model.finding import Problem, Question
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.desk import Desk
from truce_cli.workflow.flaw import Flaw
from truce_cli.workflow.held_conflict import conflict_of

_WRONG = {
    "part_above_whole": "edit one of them, or its subset_of",
    "fall": "retract the older one, say what corrects it, or edit one",
    "misfit": "edit one of them, or accept the gap with a note",
}
"""Findings that are mistakes in the data, and what to do. Clashes and gaps are what sources do."""


def flaws(ledger: Ledger) -> Iterator[Flaw]:
    """Every finding of reconciliation over the whole war that is a mistake in the data."""
    for problem in _found(ledger):
        if problem.code in _WRONG:
            about = problem.claims[0] if problem.claims else problem.key or "figures"
            yield Flaw(problem.code, about, problem.text, _WRONG[problem.code], tuple(problem.claims))


def left_open(ledger: Ledger) -> Iterator[Flaw]:
    """Every other finding, under its own id: gaps, clashes, stale repeats, joint totals that do not fit."""
    for problem in _found(ledger):
        if problem.code not in _WRONG:
            yield Flaw(
                problem.code,
                problem.id,
                problem.text,
                f"truce why {problem.id}",
                tuple(problem.claims),
                problem.id,
            )


def _found(ledger: Ledger) -> tuple[Problem, ...]:
    from truce_cli.reconcile.problems import problems

    desk = Desk(ledger, conflict_of(ledger))
    return problems(desk.book(), Question())
