"""Which part of a page is its article. Knows page furniture; reads no text of it."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from truce_cli.read.html_words import (
    CODE,
    DROPPED_NAMES,
    DROPPED_ROLES,
    DROPPED_WORDS,
    HIDDEN_FROM_READERS,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from truce_cli.read.html_tree import Element

_WORD: Final = re.compile(r"[a-z]+")
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER: Final = frozenset(("html", "body", "main", "article"))
_CONTAINERS: Final = ("[itemprop=articleBody]", "article", "main", "[role=main]", "[itemtype*=Article]")
_LINKS_ONLY: Final = 0.8
_MOST: Final = 0.6
"""The share of a page's words that its article must hold to be taken for the whole of it."""


def hidden(tree: LexborHTMLParser) -> set[int]:
    """The elements of which the page itself says that they are hidden, or no content; by mem_id."""
    return {node.mem_id for node in tree.css("[hidden], [role], [aria-hidden]") if _is_hidden(node)}


def main_part(body: LexborNode, beside: Iterable[Element], headlines: Iterable[LexborNode]) -> LexborNode:
    """The element that holds the article, with its furniture taken out of the tree.

    beside: what is likely furniture by its tag, or hidden; headlines: the h1 of the page.
    """
    _drop_furniture(body, beside, _holders(headlines))
    total = _weight(body)
    for selector in _CONTAINERS:
        weights = [(_weight(node), node) for node in body.css(selector)]
        most, best = max(weights, key=itemgetter(0), default=(0, body))
        if most >= _MOST * total > 0:
            return best
    return body


def _weight(node: LexborNode) -> int:
    """Characters of running text below a node."""
    return sum(len(item.text()) for item in node.css("p")) or len(node.text())


def _drop_furniture(body: LexborNode, beside: Iterable[Element], holders: Container[int]) -> None:
    """Take out what is no part of the article, innermost first: an outer element is judged by what is left in it."""
    whole = len(body.text())

    def drop(node: LexborNode, tag: str | None) -> None:
        if tag not in _NEVER and node.mem_id not in holders and not _holds_article(node, tag, whole):
            node.decompose()

    for node, tag in reversed(list(beside)):
        if tag in CODE:
            node.decompose()
        else:
            drop(node, tag)
    named = {node.mem_id: node for node in body.css("[class], [id], [style]") if _is_furniture(node)}
    for node in reversed(named.values()):
        drop(node, node.tag)
    for node in reversed(body.css("header")):
        if node.css_first("h1, p") is None:
            node.decompose()
    for node in reversed(body.css("ul, ol")):
        if _is_link_list(node):
            node.decompose()


def _holders(headlines: Iterable[LexborNode]) -> set[int]:
    """The headlines that can be seen and all elements around them, by mem_id."""
    holders: set[int] = set()
    others: set[int] = set()
    for headline in headlines:
        path: list[int] = []
        around: LexborNode | None = headline
        while around is not None and around.mem_id not in holders:
            if around.mem_id in others or around.tag in CODE:
                others.update(path)
                break
            path.append(around.mem_id)
            around = around.parent
        else:
            holders.update(path)
    return holders


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("role") in DROPPED_ROLES
        or (attributes.get("aria-hidden") == "true" and node.tag in HIDDEN_FROM_READERS)
    )


def _is_furniture(node: LexborNode) -> bool:
    attributes = node.attributes
    kinds = attributes.get("class")
    if kinds and _names_furniture(kinds):
        return True
    if len(attributes) == 1 and kinds is not None:
        return False  # as most are
    own, style = attributes.get("id"), attributes.get("style")
    return bool((own and _names_furniture(own)) or (style and _INVISIBLE.search(style)))


@lru_cache(maxsize=10_000)
def _names_furniture(name: str) -> bool:
    """Pages of one site, and cards of one page, bear the same names again and again."""
    small = name.lower()
    return not DROPPED_NAMES.isdisjoint(small.split()) or not DROPPED_WORDS.isdisjoint(_WORD.findall(small))


def _holds_article(node: LexborNode, tag: str | None, whole: int) -> bool:
    """True for what has furniture's name, yet holds most of the page or a quote's speaker."""
    if tag == "footer" and node.parent is not None and node.parent.tag == "blockquote":
        return True  # it names the speaker
    return 2 * len(node.text()) > whole


def _is_link_list(node: LexborNode) -> bool:
    text = len(node.text(strip=True))
    links = [len(link.text(strip=True)) for link in node.css("a")]
    return len(links) > 1 and sum(links) >= _LINKS_ONLY * text
