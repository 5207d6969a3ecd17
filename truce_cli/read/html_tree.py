"""A page's elements, taken from its tree in one walk. Judges none of them.

A selector walks the whole tree once for each of its alternatives; one walk and tables of tags cost a fraction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from selectolax.lexbor import LexborNode

    Element = tuple[LexborNode, str | None]
    """An element and its tag."""


def tagged(root: LexborNode, tags: Collection[str], others: Collection[int] = ()) -> list[Element]:
    """Of root and all below it, in order, those that bear one of the tags, or whose mem_id is among the others.

    Only what is asked for is kept: a page of a million cells is no longer in Python than its tree needs.
    """
    if others:
        return [(node, tag) for node in root.traverse() if (tag := node.tag) in tags or node.mem_id in others]
    return [(node, tag) for node in root.traverse() if (tag := node.tag) in tags]


def by_tag(found: Iterable[Element], tags: Iterable[str]) -> dict[str, list[LexborNode]]:
    """The elements of each of these tags, in order."""
    named: dict[str, list[LexborNode]] = {tag: [] for tag in tags}
    for node, tag in found:
        if tag in named:
            named[tag].append(node)
    return named
