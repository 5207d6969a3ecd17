"""Which part of a page is its article. Knows page furniture; reads no text of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from truce_cli.read.html_words import DROPPED, DROPPED_NAMES, DROPPED_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_WORD: Final = re.compile(r"[a-z]+")
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER: Final = frozenset(("html", "body", "main", "article"))
_CONTAINERS: Final = ("[itemprop=articleBody]", "article", "main", "[role=main]", "[itemtype*=Article]")
_LINKS_ONLY: Final = 0.8
_MOST: Final = 0.6
"""The share of a page's words that its article must hold to be taken for the whole of it."""


def main_part(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article, with its furniture taken out; None on a page without a body."""
    body = tree.body
    if body is None:
        return None
    _drop_furniture(body)
    total = _weight(body)
    for selector in _CONTAINERS:
        best = max(body.css(selector), key=_weight, default=None)
        if best is not None and _weight(best) >= _MOST * total > 0:
            return best
    return body


def _weight(node: LexborNode) -> int:
    """Characters of running text below a node."""
    return sum(len(item.text()) for item in node.css("p")) or len(node.text())


def _drop_furniture(body: LexborNode) -> None:
    whole = len(body.text())
    _drop(body, DROPPED, lambda node: not _holds_article(node, whole))
    _drop(
        body, "[class], [id], [style]", lambda node: _is_furniture(node) and not _holds_article(node, whole)
    )
    _drop(body, "header", lambda node: node.css_first("h1, p") is None)
    _drop(body, "ul, ol", _is_link_list)


def _drop(body: LexborNode, selector: str, unwanted: Callable[[LexborNode], bool]) -> None:
    """Take out what is unwanted, innermost first: an outer element is judged by what is left in it."""
    nodes = {node.mem_id: node for node in body.css(selector)}
    for node in reversed(nodes.values()):
        if node.tag not in _NEVER and unwanted(node):
            node.decompose()


def _is_furniture(node: LexborNode) -> bool:
    attributes = node.attributes
    style = attributes.get("style")
    if style and _INVISIBLE.search(style):
        return True
    kinds, own = attributes.get("class"), attributes.get("id")
    return bool((kinds and _names_furniture(kinds)) or (own and _names_furniture(own)))


@lru_cache(maxsize=10_000)
def _names_furniture(name: str) -> bool:
    """Pages of one site, and cards of one page, bear the same names again and again."""
    small = name.lower()
    return not DROPPED_NAMES.isdisjoint(small.split()) or not DROPPED_WORDS.isdisjoint(_WORD.findall(small))


def _holds_article(node: LexborNode, whole: int) -> bool:
    """True for what has furniture's name, yet holds the headline, most of the page or a quote's speaker."""
    if node.tag in ("script", "style", "template", "noscript"):
        return False
    if node.tag == "footer" and node.parent is not None and node.parent.tag == "blockquote":
        return True  # it names the speaker
    return node.css_first("h1") is not None or 2 * len(node.text()) > whole


def _is_link_list(node: LexborNode) -> bool:
    text = len(node.text(strip=True))
    links = [len(link.text(strip=True)) for link in node.css("a")]
    return len(links) > 1 and sum(links) >= _LINKS_ONLY * text
