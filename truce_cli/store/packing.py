"""Documents and what was proposed in them as rows ready to be written. Pure: any process may do it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any, Final

from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass
from truce_cli.store import rows
from truce_cli.store.records import Kept

_LEVEL: Final = 3
"""Of zlib: a page shrinks to a quarter. Level 6 makes it 5 % smaller still and takes twice as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A document as its rows: plain values, cheap to hand from one process to another.

    row: of DOCUMENT_COLUMNS; original: compressed; claims: rows of CLAIM_COLUMNS that lack the document's number.
    """

    card: Card
    text: str
    text_sha256: str
    rules_version: int | None
    row: tuple[Any, ...]
    original: bytes
    claims: tuple[tuple[Any, ...], ...] = ()


def pack(document: Document, claims: Iterable[Kept] = (), *, rules_version: int | None, added: str) -> Packed:
    """The rows of a document and its claims. added: UTC, ISO."""
    text_hash = rows.text_sha256(document.text)
    return Packed(
        card=document.card,
        text=document.text,
        text_sha256=text_hash,
        rules_version=rules_version,
        row=rows.document_values(document.card, text_hash, rules_version=rules_version, added=added),
        original=zlib.compress(document.original, _LEVEL),
        claims=tuple(rows.claim_values(item, None) for item in claims),
    )
