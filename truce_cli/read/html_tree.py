"""A page's elements, taken from its tree in one pass. Judges none of them.

A selector walks the whole tree once for each of its alternatives; one walk and tables of tags cost a fraction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    Element = tuple[LexborNode, str | None]
    """A node and its tag; comments and the like have names of their own, which are no tags."""


def elements(root: LexborNode | None) -> list[Element]:
    """Root and all below it but texts, in the order of the page, as they are now."""
    return [(node, node.tag) for node in root.traverse()] if root is not None else []


def by_tag(found: Iterable[Element], tags: Iterable[str]) -> dict[str, list[LexborNode]]:
    """The elements of each of these tags, in order."""
    named: dict[str | None, list[LexborNode]] = {tag: [] for tag in tags}
    for node, tag in found:
        if tag in named:
            named[tag].append(node)
    return {tag: nodes for tag, nodes in named.items() if tag is not None}
