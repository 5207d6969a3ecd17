"""One claim in its context, or one document with its claims, as rows and as a screen. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.fields import CLAIM_ROW
from truce_cli.render.layout import Column, Line, Passage, Row, Table, View
from truce_cli.render.listings import DOCUMENT_ROW, claim_words, claims_view
from truce_cli.render.rows import claim_row

_CONTEXT: Final = 300
"""Characters of the document shown on each side of a quote, less where a paragraph ends sooner."""


def claim_object(claim: Claim, card: Card | None, document: Document | None) -> dict[str, object]:
    """The claim's row, and the passage that holds it."""
    context = context_of(claim, document)
    return {**claim_row(claim, card), "context": context.text if context else None}


def document_object(document: Document, claims: Sequence[Claim]) -> dict[str, object]:
    """The document's row, with the rows of its claims in place of their number, and its text."""
    row: dict[str, object] = {key: getattr(document.card, key) for key in DOCUMENT_ROW if key != "claims"}
    row["claims"] = [claim_row(claim, document.card) for claim in claims]
    row["text"] = document.text
    return row


def claim_view(claim: Claim, card: Card | None, document: Document | None, conflict: Conflict) -> View:
    """What it says, the words that say it, every field that is set, and its document."""
    context = context_of(claim, document)
    fields = claim_row(claim, card)
    rows = tuple(Row((key, _field_text(fields[key]))) for key in CLAIM_ROW if fields[key] not in (None, []))
    blocks: list[Line | Passage | Table] = [
        Line(f"{claim.id}: {claim_words(claim, conflict)}", "title"),
        Line(),
    ]
    if context is not None:
        blocks += [context, Line()]
    elif claim.quote:
        blocks += [
            Line("its document is not in the ledger; the quote as entered:"),
            Passage(claim.quote),
            Line(),
        ]
    if document is None:
        blocks += [Line(f"source: {_source(card)}; held elsewhere, unanchored"), Line()]
    return (*blocks, Table((Column("Field"), Column("Value")), rows))


def document_view(
    document: Document,
    claims: Sequence[Claim],
    conflict: Conflict,
    short: Mapping[str, str],
    denied: Mapping[str, Claim] = MappingProxyType({}),
) -> View:
    """What is known of it, its text with every quote marked, and its claims."""
    card = document.card
    rows = tuple(
        Row((key, str(value)))
        for key in DOCUMENT_ROW
        if key != "claims" and (value := getattr(card, key)) is not None
    )
    spans = sorted({(c.start, c.end) for c in claims if c.start is not None and c.end is not None})
    return (
        Line(card.title or card.path or card.id, "title"),
        Line(),
        Table((Column("Field"), Column("Value")), rows),
        Line(),
        Passage(document.text, _apart(spans)),
        Line(),
        *claims_view(claims, {card.id: card}, conflict, short, denied),
    )


def _source(card: Card | None) -> str:
    if card is None:
        return "no document is named"
    named = (card.title, card.outlet, card.url, card.archive_url, card.path)
    return ", ".join(word for word in named if word) or card.id


def context_of(claim: Claim, document: Document | None) -> Passage | None:
    """The paragraphs around a claim's quote; None where the document is not held."""
    if document is None or claim.start is None or claim.end is None:
        return None
    text = document.text
    first = max(0, claim.start - _CONTEXT)
    last = min(len(text), claim.end + _CONTEXT)
    before = text.rfind("\n\n", first, claim.start)
    after = text.find("\n\n", claim.end, last)
    first = before + 2 if before >= 0 else _word_start(text, first)
    last = after if after >= 0 else _word_end(text, last)
    return Passage(text[first:last], ((claim.start - first, claim.end - first),))


def _word_start(text: str, at: int) -> int:
    """The start of the next whole word, so that a context never begins within one."""
    if at == 0:
        return 0
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at == len(text):
        return at
    space = text.rfind(" ", at - 30, at)
    return space if space >= 0 else at


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Overlapping stretches joined, so that marks never nest."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _field_text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
