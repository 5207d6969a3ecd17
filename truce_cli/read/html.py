"""HTML pages: source to text. Knows how a page is parsed and put together; dates are judged elsewhere.

Parser: selectolax (lexbor) under the block rules of html_blocks. On nine saved pages it kept 117 of 117 paragraphs
whole; resiliparse kept 95 (105 without its choice of main content), trafilatura 77, selectolax's own text() 65.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from truce_cli.errors import InputRefused
from truce_cli.read.body import Body
from truce_cli.read.html_blocks import paragraphs, unmarked
from truce_cli.read.html_main import hidden, main_part
from truce_cli.read.html_meta import HEAD_TAGS, read_head
from truce_cli.read.html_tree import by_tag, tagged
from truce_cli.read.html_words import CODE, DROPPED, words
from truce_cli.text.clean import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

READER: Final = "html/1"
_MOST: Final = 20_000_000
"""Code points of a page, which is read in ten to fourteen times its size of memory."""
_MOST_TAGS: Final = 2_000_000
"""A page of little but tags takes up to 700 bytes for each of them, however short it is."""
_MAX_DEPTH: Final = 4000
_MOST_ATTRIBUTES: Final = 10_000
"""Of one element: the parser's time grows with the square of their number."""
_LONG_TAG: Final = 40_000
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NAMED: Final = ("img", *HEAD_TAGS)
_WANTED: Final = CODE.union(DROPPED, _NAMED)
_ARTICLE: Final = words("article main")
_UNNESTED: Final = words(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th option"
)
_START: Final = re.compile(
    r"<(!doctype|html|head|body|div|p|article|section|main|header|h[1-6]|span|"
    r"table|blockquote|figure|img|meta|link|title|script|style|center|font|b|strong|em|a|ul|ol|br)\b",
    re.IGNORECASE,
)
_BLOCK_TAG: Final = re.compile(
    r"</?(p|div|br|h[1-6]|li|ul|ol|table|tr|blockquote)\b[^<>]{0,200}>", re.IGNORECASE
)


def looks_like_html(text: str) -> bool:
    """True for markup: a known tag first, or at least three tags that part text."""
    start = _first_tag(text)
    if _START.match(text, start):
        return True
    found = _BLOCK_TAG.finditer(text)
    return sum(1 for _ in zip(range(3), found, strict=False)) == 3


def _first_tag(text: str) -> int:
    """Offset of what stands behind leading white space, comments and an XML declaration."""
    at = len(text) - len(text.lstrip())
    while text.startswith(("<!--", "<?xml"), at):
        mark = "-->" if text.startswith("<!--", at) else "?>"
        close = text.find(mark, at)
        if close < 0:
            break
        at = close + len(mark)
        while at < len(text) and text[at].isspace():
            at += 1
    return at


def read_html(source: str, path: str) -> Body:
    """The page's article as text: headline first, captions and list items as paragraphs of their own.

    Raises InputRefused for a page so large, so full of tags, or nested so deeply that it would take all memory or
    minutes.
    """
    from selectolax.lexbor import LexborHTMLParser

    if len(source) > _MOST:
        raise InputRefused(path, f"a page larger than {_MOST // 1_000_000} MB, not an article")
    tags = source.count("<")
    if tags > _MOST_TAGS:
        raise InputRefused(path, f"a page of more than {_MOST_TAGS:,} tags, not an article")
    # Few tags cannot nest deeply, and counting them is far cheaper than reading them.
    if tags > _MAX_DEPTH and _depth(source) > _MAX_DEPTH:
        raise InputRefused(path, f"the page nests more than {_MAX_DEPTH} elements, not an article")
    if _has_long_tag(source) and _attributes(source) > _MOST_ATTRIBUTES:
        raise InputRefused(path, f"an element with more than {_MOST_ATTRIBUTES:,} attributes, not an article")
    tree = LexborHTMLParser(unmarked(source))
    unseen = hidden(tree)
    found = tagged(tree.root, _WANTED, unseen) if tree.root is not None else []
    named = by_tag(found, _NAMED)
    head = read_head(named)
    headings = [" ".join(node.text(separator=" ").split()) for node in named["h1"]]
    title = _headline(headings, head.title, head.outlet)
    image = _image(named["img"])
    body = tree.body
    beside = [one for one in found if one[1] in CODE or one[1] in DROPPED or one[0].mem_id in unseen]
    parts = paragraphs(main_part(body, beside, named["h1"])) if body is not None else []
    if title and title in headings and title not in parts[:8]:
        parts.insert(0, title)
    return Body(
        text=joined(parts),
        format="html",
        reader=READER,
        title=title,
        outlet=head.outlet,
        dates=head.dates,
        urls=head.urls,
        images=(*head.images, *((image,) if image else ())),
    )


def _image(images: Sequence[LexborNode]) -> str | None:
    """The address of the article's first picture, else of the page's."""
    first: list[str | None] = []
    elsewhere: set[int] = set()
    for node in images:
        said = node.attributes
        if "src" not in said:
            continue
        first = first or [said["src"]]
        around = node.parent
        while around is not None and around.mem_id not in elsewhere:
            if around.tag in _ARTICLE:
                return said["src"]
            elsewhere.add(around.mem_id)
            around = around.parent
    return first[0] if first else None


def _headline(headings: list[str], said: str | None, outlet: str | None) -> str | None:
    """The page's headline: the h1 that its head names too, else the first h1, else what the head says."""
    real = [heading for heading in headings if heading not in ("", outlet)]
    return next((heading for heading in real if said and heading in said), None) or next(iter(real), said)


def _has_long_tag(source: str) -> bool:
    """True where two tags' ends lie so far apart that what is between them may be one tag."""
    at = 0
    while at + _LONG_TAG < len(source):
        end = source.rfind(">", at, at + _LONG_TAG + 1)
        if end < 0:
            return True
        at = end + 1
    return False


def _attributes(source: str) -> int:
    """About how many attributes the longest of the long tags has; their quoted values do not count."""
    long = (part for part in source.split(">") if len(part) > _LONG_TAG and "<" in part)
    return max((len(_QUOTED.sub("", part[part.index("<") :]).split()) for part in long), default=0)


def _depth(source: str) -> int:
    """An upper bound of how deep elements nest. The parser's time grows with its square."""
    depth = deepest = 0
    for close, tag in _TAG.findall(source):
        if tag.lower() not in _UNNESTED:
            depth = max(0, depth - 1) if close else depth + 1
            deepest = max(deepest, depth)
    return deepest
