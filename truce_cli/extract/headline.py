"""A headline tells first what the article tells again, with its speaker and its day: one assertion, not two."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.extract.article import Article
from truce_cli.model.claim import Claim
from truce_cli.model.record import replace

_NEAR_TOP = 400
"""Code points within which a text's own headline begins."""


def told_below(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those counts of the headline that the text below tells too.

    A part of such a count becomes a part of the count below.
    """
    title = article.document.card.title
    start = article.text.find(title, 0, _NEAR_TOP + len(title)) if title else -1
    if start < 0 or not title:
        return list(claims)
    stop = start + len(title)
    body = {
        _figure(claim): claim.id
        for claim in reversed(claims)
        if claim.kind == "toll" and (claim.start or 0) >= stop
    }
    told = {
        claim.id: body[_figure(claim)]
        for claim in claims
        if claim.kind == "toll" and start <= (claim.start or 0) < stop and _figure(claim) in body
    }
    if not told:
        return list(claims)
    return [
        replace(claim, subset_of=told[claim.subset_of]) if claim.subset_of in told else claim
        for claim in claims
        if claim.id not in told
    ]


def _figure(claim: Claim) -> tuple[str | None, int | None, int | None, str | None]:
    return claim.harm, claim.low, claim.high, claim.subgroup
