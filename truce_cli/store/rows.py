"""Rows to model values and back. Knows columns and nouns; runs no SQL."""

from __future__ import annotations

import json
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card
from truce_cli.model.fields import FIELDS
from truce_cli.model.identity import digest, digest_in_order
from truce_cli.model.record import of_values
from truce_cli.store.records import Decision, Judgement, Kept

_LISTS: Final = frozenset(field.name for field in FIELDS if field.type == "list")
_PLAIN: Final = tuple(field.name for field in FIELDS if field.name not in ("id", "document"))
"""Fields kept in a column of their own name; id is claim_id, document is joined through document_id."""

CLAIM_COLUMNS: Final = (
    "claim_id",
    "document_id",
    "document_ref",
    "rules_version",
    "source_file",
    "source_line",
    "row_hash",
    *_PLAIN,
)
CLAIM_SELECT: Final = ", ".join(("c.claim_id", "d.sha256", *(f'c."{name}"' for name in _PLAIN)))
"""What claim() reads, from claims AS c LEFT JOIN documents AS d."""
KEPT_SELECT: Final = f"{CLAIM_SELECT}, c.document_ref, c.rules_version, c.source_file, c.source_line"

_CLAIM_FIELDS: Final = ("id", "document", *_PLAIN)
_ALL_OF: Final = attrgetter(*_CLAIM_FIELDS)
_CLAIM_HASHED: Final = tuple(sorted((*_CLAIM_FIELDS, "tag", "document_ref", "rules_version", "source")))
_COUNTS: Final = tuple(field.name for field in FIELDS if field.type == "int")
_COUNTS_OF: Final = attrgetter(*_COUNTS)
_TEXTS_OF: Final = attrgetter(*(field.name for field in FIELDS if field.type not in ("int", "list")))
_LIST_PLACES: Final = tuple(place for place, name in enumerate(_CLAIM_FIELDS) if name in _LISTS)

CARD_FIELDS: Final = (
    "path",
    "url",
    "archive_url",
    "outlet",
    "title",
    "published",
    "published_basis",
    "published_note",
    "fetched",
    "format",
    "reader",
    "size",
)
_CARD_OF: Final = attrgetter(*CARD_FIELDS)
_CARD_HASHED: Final = tuple(sorted((*CARD_FIELDS, "tag", "sha256", "text", "rules_version", "added")))
CARD_SELECT: Final = ", ".join(("d.sha256", *(f"d.{name}" for name in CARD_FIELDS)))
"""What card() reads, from documents AS d."""
DOCUMENT_COLUMNS: Final = (
    "sha256",
    *CARD_FIELDS,
    "held",
    "text_sha256",
    "rules_version",
    "added",
    "row_hash",
)
ACTOR_COLUMNS: Final = (
    "slug",
    "name",
    "kind",
    "side",
    "aliases",
    "counts_apart",
    "note",
    "source_file",
    "row_hash",
)
DECISION_COLUMNS: Final = (
    "seq",
    "at",
    "curator",
    "command",
    "subject",
    "action",
    "field",
    "old",
    "new",
    "why",
    "prev_hash",
    "hash",
    "act",
    "undoes",
    "origin",
)


def claim(row: Sequence[Any]) -> Claim:
    """The claim of a row of CLAIM_SELECT (longer rows are allowed)."""
    values = list(row[: len(_CLAIM_FIELDS)])
    for place in _LIST_PLACES:
        values[place] = _list(row[place])
    return of_values(Claim, _CLAIM_FIELDS, values)


def kept(row: Sequence[Any]) -> Kept:
    """The claim of a row of KEPT_SELECT, with how it came in."""
    ref, rules, file, line = row[len(_CLAIM_FIELDS) :]
    return Kept(claim=claim(row), document_ref=ref, rules_version=rules, source_file=file, source_line=line)


def claim_values(item: Kept, document_id: int | None) -> tuple[Any, ...]:
    """Values of CLAIM_COLUMNS."""
    values = list(_ALL_OF(item.claim))
    for place in _LIST_PLACES:
        values[place] = _dump(values[place])
    return (
        item.claim.id,
        document_id,
        item.document_ref,
        item.rules_version,
        item.source_file,
        item.source_line,
        claim_hash(item),
        *values[2:],
    )


def in_document(values: tuple[Any, ...], document_id: int) -> tuple[Any, ...]:
    """A row of CLAIM_COLUMNS with its document's number."""
    return (values[0], document_id, *values[2:])


def claim_hash(item: Kept) -> str:
    """Hex SHA-256 over every field of a claim's row: finds the damage that SQLite's own check does not."""
    fields: dict[str, object] = dict.fromkeys(_CLAIM_HASHED)
    fields.update(zip(_CLAIM_FIELDS, _ALL_OF(item.claim), strict=True))
    fields["tag"] = "truce-claim-1"
    fields["document_ref"] = item.document_ref
    fields["rules_version"] = item.rules_version
    fields["source"] = [item.source_file, item.source_line]
    return digest_in_order(fields)


def assertion_hash(*told: str | int | None) -> int:
    """What claims that say the same share: 64 bits of a hash over all that reconciliation looks at."""
    import hashlib

    text = json.dumps(told, separators=(",", ":"))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def card(row: Sequence[Any]) -> Card:
    """The card of a row of CARD_SELECT."""
    return Card(id=row[0], **dict(zip(CARD_FIELDS, row[1:], strict=True)))


def document_values(
    one: Card, text_hash: str | None, *, rules_version: int | None, added: str
) -> tuple[Any, ...]:
    """Values of DOCUMENT_COLUMNS. text_hash: of its text, None where that is not held. added: UTC, ISO."""
    return (
        one.id,
        *_CARD_OF(one),
        int(text_hash is not None),
        text_hash,
        rules_version,
        added,
        card_hash(one, text_hash, rules_version=rules_version, added=added),
    )


def card_hash(one: Card, text_hash: str | None, *, rules_version: int | None, added: str) -> str:
    """Hex SHA-256 over a document's fields, its text's hash, and how and when it came in."""
    fields: dict[str, object] = dict.fromkeys(_CARD_HASHED)
    fields.update(zip(CARD_FIELDS, _CARD_OF(one), strict=True))
    fields.update(
        tag="truce-document-2", sha256=one.id, text=text_hash, rules_version=rules_version, added=added
    )
    return digest_in_order(fields)


def binding_hash(extracted: str, curated: str) -> str:
    """Hex SHA-256 over the ids of a proposal and of the curated claim that leads it."""
    return digest({"tag": "truce-binding-1", "extracted": extracted, "curated": curated})


def conflict_hash(slug: str, path: str, sha256: str) -> str:
    """Hex SHA-256 over what stands beside the conflict file: its slug, its path, the hash of its bytes."""
    return digest({"tag": "truce-conflict-1", "slug": slug, "path": path, "sha256": sha256})


def text_sha256(text: str) -> str:
    """Hex SHA-256 of a text's UTF-8."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def actor(row: Sequence[Any]) -> Actor:
    """The actor of a row: slug, name, kind, side, aliases, counts_apart, note."""
    slug, name, kind, side, aliases, apart, note = row
    return Actor(
        slug=slug,
        name=name,
        kind=kind,
        side=side,
        aliases=_list(aliases),
        counts_apart=bool(apart),
        note=note,
    )


def actor_values(one: Actor, source_file: str | None) -> tuple[Any, ...]:
    """Values of ACTOR_COLUMNS."""
    aliases, apart = _dump(one.aliases), int(one.counts_apart)
    values = (one.slug, one.name, one.kind, one.side, aliases, apart, one.note, source_file)
    return (*values, actor_hash(values))


def actor_hash(values: Sequence[Any]) -> str:
    """Hex SHA-256 over the other values of ACTOR_COLUMNS."""
    return digest({"tag": "truce-actor-1", **dict(zip(ACTOR_COLUMNS, values, strict=False))})


def decision(row: Sequence[Any]) -> Decision:
    """The decision of a row of DECISION_COLUMNS."""
    seq, at, curator, command, subject, action, field, old, new, why, prev_hash, own, *place = row
    judgement = Judgement(
        at=at,
        curator=curator,
        command=command,
        subject=subject,
        action=action,
        field=field,
        old=old,
        new=new,
        why=why,
    )
    act, undoes, origin = place
    return Decision(
        seq=seq, judgement=judgement, prev_hash=prev_hash, hash=own, act=act, undoes=undoes, origin=origin
    )


def _dump(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else "[]"


def _list(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def why_not(one: Claim) -> str | None:
    """Why a claim cannot be stored, in a person's words; None where it can."""
    for name, value in zip(_COUNTS, _COUNTS_OF(one), strict=True):
        if value is not None and not -(2**63) <= value < 2**63:
            return f"{name}: {str(value)[:12]}... is beyond any count"
    # Nearly every claim is plain; only the others are looked at field by field.
    if not (one.relayed_by or one.brokers) and "".join(filter(None, _TEXTS_OF(one))).isascii():
        return None
    for name, value in zip(_CLAIM_FIELDS, _ALL_OF(one), strict=True):
        some = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and not _encodes(text) for text in some):
            return f"{name}: it holds half a character (a lone surrogate)"
    return None


def _encodes(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
