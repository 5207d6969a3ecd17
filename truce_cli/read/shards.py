"""Claim shards: lines to documents and proposals, nothing taken on trust. Opens no file."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.document import Document
from truce_cli.model.record import dataclass, replace
from truce_cli.read.exported import exported_card, exported_claim
from truce_cli.read.row import Row

VERSION: Final = 1
MARK: Final = b'{"kind":"shard",'
"""What a shard begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardHead:
    """What a shard says of itself. rules: version of the rules; size: bytes of its source."""

    rules: int
    size: int
    conflict: str
    conflict_path: str
    conflict_file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardEnd:
    """What stands in a shard, by its own count."""

    articles: int
    refused: int
    claims: int


def read_head(path: str, line: bytes) -> ShardHead:
    """The head of a shard. Raises InputRefused."""
    row = _parsed(path, 1, line, "shard")
    if row.get("version") != VERSION:
        raise InputRefused(
            path, f"a form of shards unknown here: {row.get('version')!r}; upgrade truce", line=1
        )
    return ShardHead(**_typed(path, 1, row, ShardHead))


def read_end(path: str, line: bytes) -> ShardEnd:
    """The last line of a shard. Raises InputRefused where it is another: the shard was cut short."""
    try:
        row = _parsed(path, None, line, "end")
    except InputRefused:
        raise InputRefused(path, "cut short: it has no last line that counts it; make it again") from None
    return ShardEnd(**_typed(path, None, row, ShardEnd))


def read_article_line(path: str, number: int, line: bytes) -> tuple[Document, tuple[Claim, ...]]:
    """The article of a line, with its proposals.

    Raises InputRefused where it is broken, and for a line that tells what its source refused.
    """
    row = _parsed(path, number, line, "article", "refused")
    if row["kind"] == "refused":
        raise InputRefused(str(row.get("source")), str(row.get("message")), line=row.get("line"))
    card, text, claims = row.get("document"), row.get("text"), row.get("claims")
    original = row.get("original", text)
    if not (isinstance(card, dict) and isinstance(text, str) and isinstance(original, str)) or not isinstance(
        claims, list
    ):
        raise InputRefused(path, "an article needs its document, text and claims", line=number)
    document = Document(
        card=exported_card(Row(path, card, lambda name: number)),
        text=text,
        original=original.encode("utf-8", "surrogatepass"),
    )
    if hashlib.sha256(document.original).hexdigest() != document.card.id:
        raise InputRefused(
            path, "its text is not the one that its id names; make the shard again", line=number
        )
    return document, tuple(_claim(path, number, one, document) for one in claims)


def _claim(path: str, number: int, values: Any, document: Document) -> Claim:
    if not isinstance(values, dict):
        raise InputRefused(path, "a claim is an object", line=number)
    claim, about = exported_claim(Row(path, values, lambda name: number))
    if (claim.entry, claim.status, about) != ("extracted", "candidate", document.card.id):
        raise InputRefused(path, f"{claim.id}: a shard holds proposals on its own articles only", line=number)
    if document.text[claim.start : claim.end] != claim.quote:
        raise InputRefused(path, f"{claim.id}: its quote does not stand where it says", line=number)
    return replace(claim, document=about)


def _parsed(path: str, number: int | None, line: bytes, *kinds: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or row.get("kind") not in kinds:
        raise InputRefused(path, "no line of a claim shard; make the shard again", line=number)
    return row


def _typed(path: str, number: int | None, row: dict[str, Any], noun: Any) -> dict[str, Any]:
    """The noun's fields of a row, each of its type."""
    types = {"int": int, "str": str}
    values = {}
    for name, field in noun.__dataclass_fields__.items():
        values[name] = row.get(name)
        if type(values[name]) is not types[field.type]:
            raise InputRefused(
                path, f"{name}: {values[name]!r} does not fit; make the shard again", line=number
            )
    return values
