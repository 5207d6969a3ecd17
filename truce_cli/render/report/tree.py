"""The reasons of a number on the page: the tree that the terminal draws too, as nested lists. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from truce_cli.model.report import Report
from truce_cli.render.reasons import Node, reasons
from truce_cli.render.report.markup import Html, anchor, joined, tag

_NAMED: Final = 25
"""Claims that one branch names at most; `truce why` names them all."""


class Trees:
    """Draws trees one after the other; a claim is anchored where the page first tells it in full."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.anchored: set[str] = set()

    def body(self, truce: str, key: str) -> Html:
        """What opens under a number: what it is, why it stands, and how to ask for it on the command line."""
        report = self.report
        why = report.whys.get((truce, key))
        if why is None:
            return tag("div", tag("p", "no reasons are kept for it", class_="title"), class_="why")
        found = reasons(why, report.conflict, report.cards, report.short, limit=_NAMED)
        return tag(
            "div",
            tag("p", why.title, class_="title") if why.title else None,
            self.list(found),
            tag("p", tag("code", f"truce why {key}"), class_="ask"),
            class_="why",
        )

    def list(self, nodes: Sequence[Node]) -> Html:
        return tag("ul", *(self._item(node) for node in nodes)) if nodes else Html("")

    def _item(self, node: Node) -> Html:
        if node.role == "quote":
            return tag("li", tag("q", node.text, dir="auto"), class_="quote")
        if node.role == "where":
            held = tag("a", node.text, href=node.link, rel="noopener noreferrer") if node.link else node.text
            return tag("li", held, class_="where")
        return tag(
            "li",
            self._words(node),
            self.list(node.below),
            class_=node.role,
            id=self._anchor(node),
        )

    def _words(self, node: Node) -> Html:
        if node.role == "again" and node.claim in self.anchored:
            return tag("a", node.text, href="#" + anchor("claim", node.claim or ""))
        rule, colon, note = node.text.partition(":")
        if node.role == "step" and rule in self.report.rules:
            named = tag("a", rule, href="#" + anchor("rule", rule), class_="rule")
            return joined(named, colon, note)
        return joined(node.text)

    def _anchor(self, node: Node) -> str | None:
        if node.role != "claim" or node.claim is None or node.claim in self.anchored:
            return None
        self.anchored.add(node.claim)
        return anchor("claim", node.claim)
