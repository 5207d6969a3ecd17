"""The reasons of a number as a tree, before anyone knows the screen: terminal and page draw the same one.

Judges nothing and draws nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from truce_cli.model.answer import Why
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Entry, Figure, Problem, Step
from truce_cli.render.links import text_link
from truce_cli.render.listings import claim_words
from truce_cli.render.wording import ELSEWHERE, source_words, speaker, when

_NO_LIMIT: Final = 1 << 30


class Node:
    """One branch. role: step, figure, entry, finding, claim (told in full), again (told above), quote, where,
    more (what a limit holds back).

    claim: id of the claim that the branch is about; link: where its words can be read, on a `where`.
    """

    __slots__ = ("below", "claim", "link", "role", "text")

    def __init__(self, text: str, role: str, claim: str | None = None, link: str | None = None) -> None:
        self.text, self.role, self.claim, self.link = text, role, claim, link
        self.below: list[Node] = []


def reasons(
    why: Why,
    conflict: Conflict,
    cards: Mapping[str, Card],
    short: Mapping[str, str],
    *,
    limit: int | None = None,
    told: Collection[str] = (),
    held: Mapping[str, Claim] | None = None,
) -> list[Node]:
    """A branch a rule, under it the claims that it used or left out with their words; then what is beside.

    short: the shortest prefix that means each claim, by id. limit: claims that one branch names at most.
    told: ids of claims that need only be named. held: claims by id, where the answer does not bring its own.
    """
    claims = {claim.id: claim for claim in why.claims} if held is None else held
    writer = _Writer(claims, conflict, cards, short, limit or _NO_LIMIT, told)
    root = [writer.step(step) for step in why.steps]
    root += [writer.figure(role, figure) for role, figure in why.figures]
    root += [writer.entry(entry) for entry in why.entries if why.kind != "entry"]
    root += [writer.problem(problem) for problem in why.problems]
    return root


class _Writer:
    """Tells each claim in full where it is first named, and by its id alone after that."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        conflict: Conflict,
        cards: Mapping[str, Card],
        short: Mapping[str, str],
        limit: int,
        told: Collection[str],
    ) -> None:
        self.claims = claims
        self.conflict = conflict
        self.cards = cards
        self.short = short
        self.limit = limit
        self.told = told
        self.mine: set[str] = set()
        """Claims that this tree has told."""

    def step(self, step: Step) -> Node:
        node = Node(f"{step.rule}: {step.note}" if step.note else step.rule, "step")
        named = [*(("used", claim) for claim in step.used), *(("left out", claim) for claim in step.left_out)]
        return self.naming(node, named)

    def figure(self, role: str, figure: Figure) -> Node:
        words = [f"{role}: {figure.text} {(figure.harm or '').replace('_', ' ')}".rstrip()]
        words += [figure.as_of or "undated", source_words(figure, self.cards), figure.note]
        node = Node("; ".join(word for word in words if word), "figure")
        self.naming(node, [("", claim) for claim in figure.claims])
        node.below += [self.figure("of them", part) for part in figure.parts]
        return node

    def entry(self, entry: Entry) -> Node:
        who = speaker(entry.accuser, entry.documents, self.cards)
        said = [f"{entry.key}: {when(entry.at, entry.precision)}", who, entry.act or "", entry.place or ""]
        node = Node(", ".join(word for word in said if word), "entry")
        return self.naming(node, [("", claim) for claim in entry.claims])

    def problem(self, problem: Problem) -> Node:
        node = Node(f"finding {problem.id}, {problem.code.replace('_', ' ')}: {problem.text}", "finding")
        return self.naming(node, [("", claim) for claim in problem.claims])

    def naming(self, node: Node, named: Sequence[tuple[str, str]]) -> Node:
        """The branch with the claims that it names, each with its role; what the limit holds back is counted."""
        node.below += [self.claim(role, claim) for role, claim in named[: self.limit]]
        if len(named) > self.limit:
            node.below.append(Node(f"and {len(named) - self.limit:,} claims more", "more"))
        return node

    def claim(self, role: str, name: str) -> Node:
        claim = self.claims.get(name)
        shown = " ".join(word for word in (role, self.short.get(name, name)) if word)
        if claim is None or name in self.mine or name in self.told:
            return Node(f"{shown} (told above)" if claim else shown, "again", claim=name if claim else None)
        self.mine.add(name)
        card = self.cards.get(claim.document or "")
        who = speaker(claim.claimant, (claim.document or "",), self.cards)
        words = f"{shown}: {claim_words(claim, self.conflict)}; {who}; {_day(claim)}{_status(claim)}"
        node = Node(words, "claim", claim=name)
        if claim.quote:
            node.below.append(Node(f"“{' '.join(claim.quote.split())}”", "quote"))
        link = text_link(card.url, claim.quote) if card else None
        node.below.append(Node(_where(card), "where", link=link))
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
