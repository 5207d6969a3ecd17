"""Identity: a tagged hash of named fields, re-derivable from the claim's own words. Never a score or a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from truce_cli.model.words import KIND_LETTER

ID_DIGITS = 16


@lru_cache(maxsize=2)
def _encoder(sort_keys: bool) -> Callable[[object], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, sort_keys=sort_keys, separators=(",", ":")).encode


def canonical(fields: dict[str, object]) -> str:
    """The one JSON text of named fields: sorted, without spaces."""
    return _encoder(True)(fields)


def digest(fields: dict[str, object]) -> str:
    """Hex SHA-256 of the canonical JSON of named fields."""
    return _hashed(canonical(fields))


def digest_in_order(fields: dict[str, object]) -> str:
    """As `digest`, of fields that stand in the order of their names: to sort many takes as long as all the rest."""
    return _hashed(_encoder(False)(fields))


def _hashed(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Text as identity sees it: NFKC, case-folded, white space and hyphenation marks squeezed."""
    import unicodedata

    squeezed = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return " ".join(squeezed.casefold().split())


def extracted_id(
    kind: str, document: str, harm: str | None, figure: str | None, sentence: str, ordinal: int
) -> str:
    """Id of a proposed claim.

    document: sha256; figure: as written ("more than 500"), None without one; sentence: the sentence that
    holds it; ordinal: 0 for the first claim with these same fields in the document, then 1, 2, ...
    Offsets, rule, side, claimant and measure stay out, so that better rules keep ids.
    """
    fields: dict[str, object] = {
        "document": document,
        "kind": kind,
        "harm": harm,
        "figure": folded(figure) if figure else None,
        "sentence": folded(sentence),
        "ordinal": ordinal,
    }
    return f"{KIND_LETTER[kind]}-{digest(fields)[:ID_DIGITS]}"


def curated_id(kind: str, conflict: str, ref: str) -> str:
    """Id of a claim that a person entered under a label of theirs."""
    return f"{KIND_LETTER[kind]}-{digest({'conflict': conflict, 'ref': ref})[:ID_DIGITS]}"
