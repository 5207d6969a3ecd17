"""The reasons of a number: a tree for people, one object for scripts. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from truce_cli.model.answer import Why
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Problem
from truce_cli.render.layout import Line, View
from truce_cli.render.reasons import Node, reasons
from truce_cli.render.rows import claim_row, figure_row, timeline_row

_BRANCH: Final = ("├─ ", "│  ")
_LAST: Final = ("└─ ", "   ")
_STYLES: Final = dict.fromkeys(("figure", "again", "where", "more"), "minor")


def why_object(why: Why, cards: Mapping[str, Card]) -> dict[str, object]:
    """For scripts: steps name claims by id; `claims` holds each of them with its words and its document."""
    return {
        "asked": why.asked,
        "key": why.key,
        "kind": why.kind,
        "text": why.text,
        "title": why.title,
        "truce": why.truce,
        "steps": [
            {"rule": s.rule, "note": s.note, "used": list(s.used), "left_out": list(s.left_out)}
            for s in why.steps
        ],
        "figures": [{"role": role, **figure_row(figure)} for role, figure in why.figures],
        "entries": [timeline_row(entry) for entry in why.entries],
        "findings": [problem_row(problem) for problem in why.problems],
        "claims": [
            {
                **claim_row(claim, cards.get(claim.document or "")),
                "used_by": [s.rule for s in why.steps if claim.id in s.used],
                "left_out_by": [s.rule for s in why.steps if claim.id in s.left_out],
            }
            for claim in why.claims
        ],
    }


def problem_row(problem: Problem) -> dict[str, object]:
    return {
        "id": problem.id,
        "code": problem.code,
        "severity": problem.severity,
        "text": problem.text,
        "key": problem.key,
        "claims": list(problem.claims),
    }


def why_view(why: Why, conflict: Conflict, cards: Mapping[str, Card], short: Mapping[str, str]) -> View:
    """The number, then a branch a rule, under it the claims that it used or left out with their words."""
    title = f"{why.key}: {why.text}" if why.text else why.key
    head = [Line(title, "title")]
    if why.title:
        head.append(Line(why.title, "minor"))
    if why.truce and why.kind == "tally":
        head.append(Line(f"within {why.truce}", "minor"))
    return (*head, *_drawn(reasons(why, conflict, cards, short), ""))


def _drawn(nodes: Sequence[Node], margin: str) -> Iterator[Line]:
    for place, node in enumerate(nodes, 1):
        fork, below = _LAST if place == len(nodes) else _BRANCH
        opens = "│  " if node.below else "   "
        yield Line(node.text, _STYLES.get(node.role, ""), first=margin + fork, under=margin + below + opens)
        yield from _drawn(node.below, margin + below)
