"""Full text over documents and claims: words in, ranked finds with snippets out. Changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from truce_cli.model.record import dataclass
from truce_cli.store.session import Session

OPEN: Final = ">>>"
CLOSE: Final = "<<<"
"""Marks around the words of a snippet that were looked for."""
_WORDS: Final = 24
"""Length of a snippet, in words."""
_TERM: Final = re.compile(r'"([^"]*)"|(\S+)')
_SIDES: Final = "({0}.side IN ({1}) OR {0}.accused_side IN ({1}) OR {0}.claimant_side IN ({1}))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find. id: sha256 of a document, or id of a claim; document: sha256 of the claim's document."""

    id: str
    document: str | None
    day: str | None
    outlet: str | None
    title: str | None
    status: str | None
    snippet: str


class SearchHalf(Session):
    """Questions in words."""

    def search_documents(
        self, words: str, *, sides: Sequence[str], since: str | None, until: str | None, limit: int
    ) -> tuple[Hit, ...]:
        """Documents that hold every word, the best first. sides: with a claim by, about or against one."""
        where, values = _days("d.published", since, until)
        if sides:
            about = _SIDES.format("c", _marks(sides))
            where += f" AND EXISTS (SELECT 1 FROM claims AS c WHERE c.document_id = d.id AND {about})"
            values += [*sides] * 3
        sql = (
            "SELECT d.sha256, d.sha256, d.published, d.outlet, d.title, NULL, "
            f"snippet(documents_fts, -1, '{OPEN}', '{CLOSE}', '…', {_WORDS}) "
            "FROM documents_fts JOIN documents AS d ON d.id = documents_fts.rowid "
            f"WHERE documents_fts MATCH ? {where} ORDER BY bm25(documents_fts, 5.0, 1.0), d.id LIMIT ?"
        )
        return self._hits(sql, words, values, limit)

    def search_claims(
        self, words: str, *, sides: Sequence[str], since: str | None, until: str | None, limit: int
    ) -> tuple[Hit, ...]:
        """Claims, rejected and bound ones left out, whose words, speaker, place or note hold every word."""
        day = "coalesce(d.published, c.stated_on, c.as_of)"
        where, values = _days(day, since, until)
        if sides:
            where += f" AND {_SIDES.format('c', _marks(sides))}"
            values += [*sides] * 3
        sql = (
            f"SELECT c.claim_id, d.sha256, {day}, d.outlet, d.title, c.status, "
            f"snippet(claims_fts, -1, '{OPEN}', '{CLOSE}', '…', {_WORDS}) "
            "FROM claims_fts JOIN claims AS c ON c.id = claims_fts.rowid "
            "LEFT JOIN documents AS d ON d.id = c.document_id "
            "WHERE claims_fts MATCH ? AND c.status != 'rejected' "
            f"AND c.id NOT IN (SELECT extracted_id FROM bindings) {where} "
            "ORDER BY bm25(claims_fts), c.id LIMIT ?"
        )
        return self._hits(sql, words, values, limit)

    def _hits(self, sql: str, words: str, values: Sequence[Any], limit: int) -> tuple[Hit, ...]:
        wanted = match_words(words)
        if not wanted:
            return ()
        names = ("id", "document", "day", "outlet", "title", "status", "snippet")
        return tuple(
            Hit(**dict(zip(names, row, strict=True))) for row in self._all(sql, (wanted, *values, limit))
        )


def match_words(words: str) -> str:
    """What a person types as a query: every word must occur; "several words" stand together; begin* is a start.

    No sign of FTS's own language keeps its meaning, so that nothing typed is an error.
    """
    terms = []
    for phrase, word in _TERM.findall(words):
        start = word.endswith("*")
        text = phrase or word.rstrip("*")
        if any(char.isalnum() for char in text):
            terms.append('"' + text.replace('"', '""') + '"' + ("*" if start else ""))
    return " ".join(terms)


def _days(column: str, since: str | None, until: str | None) -> tuple[str, list[Any]]:
    where, values = "", []
    for bound, sign in ((since, ">="), (until, "<=")):
        if bound is not None:
            where += f" AND {column} {sign} ?"
            values.append(bound)
    return where, values


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
