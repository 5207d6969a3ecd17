"""The reasons of a number on the page: the tree that the terminal draws too, as nested lists. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from truce_cli.model.answer import Why
from truce_cli.model.record import replace
from truce_cli.model.report import Report
from truce_cli.render.reasons import Node, reasons
from truce_cli.render.report.markup import Html, anchor, joined, tag

LARGE: Final = 2_000
"""Claims of a page that tells each of them once, among its sources, and only names them elsewhere."""
_NAMED: Final = 25
_NAMED_IF_LARGE: Final = 4
"""Claims that one branch names at most; `truce why` names them all."""
_TOLD: Final = " (told above)"


class Trees:
    """Draws trees one after the other; a claim is anchored where the page first tells it in full."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.anchored: set[str] = set()
        self._ids = 0
        self.large = len(report.claims) > LARGE
        listed = (claim.id for claim in report.claims.values() if claim.status != "rejected")
        self.in_sources = frozenset(listed if self.large else ())
        tables = (report.table, *(account.table for account in report.accounts))
        self.of_tables = {(step.rule, step.note) for table in tables for step in table.steps}

    def body(self, truce: str, key: str) -> Html:
        """What opens under a number: what it is, why it stands, and how to ask for it on the command line."""
        why = self.report.whys.get((truce, key))
        if why is None:
            return tag("div", tag("p", "no reasons are kept for it", class_="title"), class_="why")
        return tag(
            "div",
            self.list(self._reasons(why)),
            None if self.large else tag("p", tag("code", f"truce why {key}"), class_="ask"),
            class_="why",
        )

    def claim(self, name: str) -> str:
        """The anchor of a claim."""
        return anchor(self.report.short.get(name, name))

    def told(self, name: str) -> bool:
        """True where the page has a place that tells this claim in full."""
        return name in self.anchored or name in self.in_sources

    def next_id(self) -> str:
        """An id of no meaning, for what is only described by another element."""
        self._ids += 1
        return f"w{self._ids}"

    def list(self, nodes: Sequence[Node]) -> Html:
        return tag("ul", *(self._item(node) for node in nodes)) if nodes else Html("")

    def _reasons(self, why: Why) -> Sequence[Node]:
        report = self.report
        if why.kind == "truce":
            why = replace(why, entries=())  # they stand below it on the page
        if not self.large:
            return reasons(why, report.conflict, report.cards, report.short, limit=_NAMED, held=report.claims)
        # what is left out of a whole table is counted below it, not again in each of its many rows
        own = tuple(
            step
            for step in why.steps
            if (step.rule, step.note) not in self.of_tables and step.rule != "candidates"
        )
        return reasons(
            replace(why, steps=own),
            report.conflict,
            report.cards,
            report.short,
            limit=_NAMED_IF_LARGE,
            told=self.in_sources,
            held=report.claims,
        )

    def _item(self, node: Node) -> Html:
        if node.role == "quote":
            return tag("li", tag("q", node.text), class_="quote")
        if node.role == "where":
            held = tag("a", node.text, href=node.link, rel="noopener noreferrer") if node.link else node.text
            return tag("li", held, class_="where")
        named = node.below and all(below.role in ("again", "more") for below in node.below)
        below = joined(*(piece for one in node.below for piece in (" ", self._words(one))))
        return tag(
            "li",
            self._words(node),
            below if named else self.list(node.below),
            class_=None if node.role in ("step", "claim") else node.role,
            id=self._anchor(node),
        )

    def _words(self, node: Node) -> Html:
        if node.role == "again" and node.claim and self.told(node.claim):
            return tag("a", node.text.removesuffix(_TOLD), href="#" + self.claim(node.claim))
        rule, colon, note = node.text.partition(":")
        if node.role == "step" and rule in self.report.rules:
            named = tag("b", rule if self.large else tag("a", rule, href="#" + anchor("rule", rule)))
            return joined(named, colon, note)
        return joined(node.text)

    def _anchor(self, node: Node) -> str | None:
        if node.role != "claim" or node.claim is None or node.claim in self.anchored:
            return None
        self.anchored.add(node.claim)
        return self.claim(node.claim)
