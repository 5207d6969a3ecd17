"""The documents behind the page, oldest first, each with links to the words that its claims quote. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.report import Report
from truce_cli.render.links import text_link
from truce_cli.render.listings import claim_words
from truce_cli.render.report.days import time_tag
from truce_cli.render.report.frame import section, separated
from truce_cli.render.report.markup import Html, anchor, is_web, tag
from truce_cli.render.report.tree import Trees
from truce_cli.render.scope import counted
from truce_cli.render.wording import ELSEWHERE

_NO_DAY: Final = "9999"
_BY_QUOTE: Final = (
    "A quote opens its page at the very words, where the document has an address and the browser knows text "
    "fragments."
)
_BY_TITLE: Final = (
    "Of so many claims each is told here once, and a document's title leads to its page; truce show CLAIM has "
    "the link to the very words."
)


def sources(report: Report, trees: Trees) -> Html:
    quoted: dict[str, list[Claim]] = defaultdict(list)
    loose: list[Claim] = []
    for claim in report.claims.values():
        if claim.status != "rejected":
            (quoted[claim.document] if claim.document and claim.document in report.cards else loose).append(
                claim
            )
    cards = known(report)
    items = [_document(report, trees, card, quoted.get(card.id, ())) for card in cards]
    later = len(report.cards) - len(cards)
    unknown = f"{counted(later, 'document')} published after {report.question.known_on}, or undated, left out"
    return section(
        "sources",
        "Sources",
        "Every document that was read. " + (_BY_TITLE if trees.large else _BY_QUOTE),
        tag("ol", *items, class_="sources"),
        tag("p", unknown, class_="note") if later else None,
        _loose(report, trees, loose),
    )


def known(report: Report) -> list[Card]:
    """The documents that the question's day of knowledge lets in, oldest first."""
    day = report.question.known_on
    cards = [
        c for c in report.cards.values() if day is None or (c.published is not None and c.published <= day)
    ]
    return sorted(cards, key=lambda c: (c.published or _NO_DAY, c.outlet or "", c.id))


def _document(report: Report, trees: Trees, card: Card, claims: Sequence[Claim]) -> Html:
    name = card.title or card.path or card.url or card.id[:12]
    titled = tag("a", name, href=card.url, rel="noopener noreferrer") if is_web(card.url) else name
    basis = (card.published_basis or "").replace("_", " ")
    archive = (
        tag("a", "archived copy", href=card.archive_url, rel="noopener noreferrer")
        if is_web(card.archive_url)
        else None
    )
    return tag(
        "li",
        tag("span", titled, class_="title", dir="auto"),
        tag(
            "span",
            separated(
                (
                    card.outlet,
                    time_tag(card.published) if card.published else "undated",
                    f"date by {basis}" if basis else None,
                    archive,
                    "held elsewhere" if card.format == ELSEWHERE else None,
                    tag("code", card.id[:12]),
                )
            ),
            class_="meta",
        ),
        _quotes(report, trees, claims, card) if claims else None,
        id=anchor("document", card.id[:16]),
    )


def _quotes(report: Report, trees: Trees, claims: Sequence[Claim], card: Card | None) -> Html:
    return tag(
        "details",
        tag("summary", counted(len(claims), "claim")),
        tag("ul", *(_quote(report, trees, claim, card) for claim in claims), class_="quotes"),
        class_="data",
    )


def _quote(report: Report, trees: Trees, claim: Claim, card: Card | None) -> Html:
    """The quoted words with their link; what they claim; the claim's id, which leads to where it is told."""
    short = report.short.get(claim.id, claim.id)
    elsewhere = claim.id in trees.anchored
    named = tag("a", short, href="#" + trees.claim(claim.id)) if elsewhere else tag("code", short)
    link = text_link(card.url, claim.quote) if card and not trees.large else None
    quote = f"“{' '.join(claim.quote.split())}”" if claim.quote else "no words are quoted"
    said = tag("a", quote, href=link, rel="noopener noreferrer") if link else quote
    return tag(
        "li",
        tag("q", said),
        " ",
        claim_words(claim, report.conflict),
        " ",
        named,
        id=None if elsewhere else trees.claim(claim.id),
    )


def _loose(report: Report, trees: Trees, claims: Sequence[Claim]) -> Html | None:
    if not claims:
        return None
    words = f"{counted(len(claims), 'claim')} of documents that are not held here"
    return tag("div", tag("p", words, class_="note"), _quotes(report, trees, claims, None))
