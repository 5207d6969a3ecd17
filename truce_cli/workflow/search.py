"""Search: words to ranked finds among documents and claims. Prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN
from truce_cli.store.searching import Hit, match_words
from truce_cli.workflow.desk import opened
from truce_cli.workflow.nearest import one_of

MOST = 1000
"""Finds of each kind at most, unless a limit says fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """documents, claims: the best first. short: the shortest prefix of each claim's id."""

    documents: tuple[Hit, ...]
    claims: tuple[Hit, ...]
    short: Mapping[str, str]


def search(
    ledger: Path,
    words: str,
    *,
    sides: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> SearchAnswer:
    """Documents and claims that hold every word. since, until: ISO days, of publication.

    limit: finds of each kind. Raises UsageError for a side that is not there, and where there is no word.
    """
    if not match_words(words):
        raise UsageError("name a word to look for, for example: truce search Ganja")
    most = MOST if limit is None else limit
    with opened(ledger) as desk:
        for side in sides:
            known = (*(s.slug for s in desk.conflict.sides), BOTH, UNKNOWN, THIRD, MEDIA)
            one_of(side, known, "side")
        documents = desk.ledger.search_documents(words, sides=sides, since=since, until=until, limit=most)
        claims = desk.ledger.search_claims(words, sides=sides, since=since, until=until, limit=most)
        short = {hit.id: desk.ledger.short_id(hit.id) for hit in claims}
    return SearchAnswer(documents=documents, claims=claims, short=short)
