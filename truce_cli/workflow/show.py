"""Finds what a name means: one claim with its document, or one document with its claims. Prints nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass
from truce_cli.workflow.desk import Desk, opened
from truce_cli.workflow.elsewhere import card_of, named_elsewhere
from truce_cli.workflow.listing import NOT_REJECTED, denied_by

_CLAIM_ID = re.compile(r"[tuvde]-[0-9a-f]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim; card: its document's, document: with its text, None where that is not held."""

    claim: Claim
    card: Card | None
    document: Document | None
    conflict: Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document and its claims, rejected ones left out. short: the shortest prefix of each claim's id;
    denied: what its denials name, by the id that they name."""

    document: Document
    claims: tuple[Claim, ...]
    conflict: Conflict
    short: Mapping[str, str]
    denied: Mapping[str, Claim]


def show(ledger: Path, name: str) -> ShownClaim | ShownDocument:
    """What a claim's id, a prefix of one, a ref, or a document's sha256, path, url or title means.

    Raises UsageError where nothing or several things answer.
    """
    with opened(ledger) as desk:
        if _CLAIM_ID.match(name):
            return _claim(desk, name)
        try:
            return _document(desk, name)
        except UsageError as no_document:
            try:
                return _claim(desk, name)
            except UsageError:
                raise no_document from None


def _claim(desk: Desk, name: str) -> ShownClaim:
    claim = desk.ledger.claim_by_prefix(name)
    card = card_of(claim, desk.cards, named_elsewhere(desk.ledger, (claim,)))
    text = desk.ledger.text(card.id) if card else None
    document = Document(card=card, text=text) if card and text is not None else None
    return ShownClaim(claim=claim, card=card, document=document, conflict=desk.conflict)


def _document(desk: Desk, name: str) -> ShownDocument:
    document = desk.ledger.document(name)
    claims = desk.ledger.claims(document=document.card.id, statuses=NOT_REJECTED)
    denied = denied_by(desk.ledger, claims)
    short = {claim.id: desk.ledger.short_id(claim.id) for claim in (*claims, *denied.values())}
    return ShownDocument(document=document, claims=claims, conflict=desk.conflict, short=short, denied=denied)
