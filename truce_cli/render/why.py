"""The reasons of a number: a tree for people, one object for scripts. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from truce_cli.model.answer import Why
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Entry, Figure, Problem, Step
from truce_cli.render.layout import Line, View
from truce_cli.render.listings import claim_words
from truce_cli.render.rows import claim_row, figure_row, timeline_row
from truce_cli.render.wording import ELSEWHERE, source_words, speaker, when

_BRANCH: Final = ("├─ ", "│  ")
_LAST: Final = ("└─ ", "   ")


@dataclass(slots=True)
class _Node:
    text: str
    style: str = ""
    below: list[_Node] = field(default_factory=list)


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
    writer = _Writer(why.claims, conflict, cards, short)
    root = [writer.step(step) for step in why.steps]
    root += [writer.figure(role, figure) for role, figure in why.figures]
    root += [writer.entry(entry) for entry in why.entries if why.kind != "entry"]
    root += [writer.problem(problem) for problem in why.problems]
    title = f"{why.key}: {why.text}" if why.text else why.key
    head = [Line(title, "title")]
    if why.title:
        head.append(Line(why.title, "minor"))
    if why.truce and why.kind == "tally":
        head.append(Line(f"within {why.truce}", "minor"))
    return (*head, *_drawn(root, ""))


def _drawn(nodes: Sequence[_Node], margin: str) -> Iterator[Line]:
    for place, node in enumerate(nodes, 1):
        fork, below = _LAST if place == len(nodes) else _BRANCH
        opens = "│  " if node.below else "   "
        yield Line(node.text, node.style, first=margin + fork, under=margin + below + opens)
        yield from _drawn(node.below, margin + below)


class _Writer:
    """Tells each claim in full where it is first named, and by its id alone after that."""

    def __init__(
        self,
        claims: Sequence[Claim],
        conflict: Conflict,
        cards: Mapping[str, Card],
        short: Mapping[str, str],
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.conflict = conflict
        self.cards = cards
        self.short = short
        self.told: set[str] = set()

    def step(self, step: Step) -> _Node:
        node = _Node(f"{step.rule}: {step.note}" if step.note else step.rule)
        node.below += [self.claim("used", claim) for claim in step.used]
        node.below += [self.claim("left out", claim) for claim in step.left_out]
        return node

    def figure(self, role: str, figure: Figure) -> _Node:
        words = [f"{role}: {figure.text} {(figure.harm or '').replace('_', ' ')}".rstrip()]
        words += [figure.as_of or "undated", source_words(figure, self.cards), figure.note]
        node = _Node("; ".join(word for word in words if word), "minor")
        node.below += [self.claim("", claim) for claim in figure.claims]
        node.below += [self.figure("of them", part) for part in figure.parts]
        return node

    def entry(self, entry: Entry) -> _Node:
        who = speaker(entry.accuser, entry.documents, self.cards)
        said = [f"{entry.key}: {when(entry.at, entry.precision)}", who, entry.act or "", entry.place or ""]
        node = _Node(", ".join(word for word in said if word))
        node.below += [self.claim("", claim) for claim in entry.claims]
        return node

    def problem(self, problem: Problem) -> _Node:
        node = _Node(f"finding {problem.id}, {problem.code.replace('_', ' ')}: {problem.text}")
        node.below += [self.claim("", claim) for claim in problem.claims]
        return node

    def claim(self, role: str, name: str) -> _Node:
        claim = self.claims.get(name)
        shown = " ".join(word for word in (role, self.short.get(name, name)) if word)
        if claim is None or name in self.told:
            return _Node(f"{shown} (told above)" if claim else shown, "minor")
        self.told.add(name)
        card = self.cards.get(claim.document or "")
        who = speaker(claim.claimant, (claim.document or "",), self.cards)
        node = _Node(f"{shown}: {claim_words(claim, self.conflict)}; {who}; {_day(claim)}{_status(claim)}")
        if claim.quote:
            node.below.append(_Node(f"“{' '.join(claim.quote.split())}”"))
        node.below.append(_Node(_where(card), "minor"))
        return node


def _day(claim: Claim) -> str:
    day = claim.as_of or claim.occurred or claim.at or claim.stated_on
    return f"{day} ({claim.as_of_basis})" if claim.as_of and claim.as_of_basis else day or "undated"


def _status(claim: Claim) -> str:
    return "" if claim.status == "accepted" else f"; {claim.status}"


def _where(card: Card | None) -> str:
    if card is None:
        return "its document is not in the ledger"
    name = card.title or card.path or card.url
    held = "held elsewhere" if card.format == ELSEWHERE else card.id[:12]
    return ", ".join(word for word in (card.outlet, name, card.published or "undated", held) if word)
