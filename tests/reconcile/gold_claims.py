"""Gold of the five articles to claims. Its folder lies beside the repository and may be absent."""

from __future__ import annotations

import json
import re
from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.identity import digest
from truce_cli.model.words import KIND_LETTER
from truce_cli.reconcile.days import in_utc

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"

_QUALIFIERS = (
    ("more_than", r"\b(?:more than|over)\b"),
    ("nearly", r"\bnearly\b"),
    ("about", r"\b(?:about|might have been)\b"),
    ("vague", r"\bhundreds\b"),
)
_MUTUAL = re.compile(
    r"each other|both sides|accusing the other|mutual recriminations|accusations of new attacks",
    re.IGNORECASE,
)
_STRIKE = ("killed 13 people", "including three minors", "wounded 52", "an Oct. 16 missile attack by Armenia")
_PRECISIONS = {"shelled villages in the Terter": "minutes_after", "around 9:10": "about"}
_STATED_ON = {"5,000 people might": "2020-10-19/2020-10-25", "37 military deaths": "2020-10-18"}
_RELAYED = {
    "37 military deaths": ("Interfax", "Reuters"),
    "bringing its total to 710": ("Interfax", "Reuters"),
}
_PUBLISHED_DAY = (
    "974 of its",
    "65 Azeri",
    "more than 500",
    "over 400",
    "hundreds",
    "Nearly 500",
    "more than 60",
)


def documents() -> dict[str, Card]:
    """Cards by document name: 000_ce3e60f20d6eb7db."""
    out = {}
    for path in sorted(GOLD.glob("*.gold.jsonl")):
        row = next(r for r in _rows(path) if r["kind"] == "document")
        name = path.name.removesuffix(".gold.jsonl")
        out[name] = Card(
            id=name,
            path=f"{name}.txt",
            outlet=row["outlet"],
            title=row["title"],
            published=row["published"],
            published_basis="given",
        )
    return out


def claims() -> tuple[Claim, ...]:
    """Every gold claim as a rule would propose it: a candidate, no actor resolved."""
    out = []
    for path in sorted(GOLD.glob("*.gold.jsonl")):
        name = path.name.removesuffix(".gold.jsonl")
        found = [
            _claim(name, number, row) for number, row in enumerate(_rows(path)) if row["kind"] != "document"
        ]
        out += [_linked(c, row, found) for c, row in zip(found, _claim_rows(path), strict=True)]
    return tuple(out)


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _claim_rows(path: Path) -> list[dict[str, object]]:
    return [row for row in _rows(path) if row["kind"] != "document"]


def _claim(name: str, number: int, row: dict) -> Claim:
    quote, kind = row["quote"], row["kind"]
    fields: dict[str, object] = {
        "id": f"{KIND_LETTER[kind]}-{digest({'document': name, 'number': number})[:16]}",
        "kind": kind,
        "document": name,
        "quote": quote,
        "start": number * 1000,
        "end": number * 1000 + len(quote),
        "claimant": row.get("claimant"),
        "claimant_side": row.get("claimant_side") or "media",
        "rule": f"{kind}-mutual" if _MUTUAL.search(quote) else kind,
        "stated_on": _by_words(_STATED_ON, quote),
        "relayed_by": _by_words(_RELAYED, quote) or (),
    }
    if quote in _STRIKE:
        fields["incident"] = "strike-1"
    if kind == "toll":
        fields |= _toll(row, quote)
    elif kind == "undisclosed":
        fields |= {"side": row["side"], "victims": row["victims"]}
    elif kind == "violation":
        fields |= _violation(row, quote)
    elif kind == "truce_event":
        fields |= {"truce": row["slug"], "event": row["event"], "at": _minute(row["at"])}
        fields["brokers"] = tuple(row["brokers"])
    return Claim(**fields)  # type: ignore[arg-type]


def _toll(row: dict, quote: str) -> dict[str, object]:
    qualifier = next((q for q, pattern in _QUALIFIERS if re.search(pattern, quote, re.IGNORECASE)), "exact")
    basis = "published" if any(words in quote for words in _PUBLISHED_DAY) else "stated"
    return {
        "harm": row["harm"],
        "low": row["low"],
        "high": row["high"],
        "value": None if qualifier == "vague" else row["low"] or row["high"],
        "qualifier": qualifier,
        "value_text": "hundreds" if qualifier == "vague" else None,
        "victims": row["victims"],
        "subgroup": row.get("subgroup"),
        "side": row["side"],
        "measure": row["measure"],
        "since": row["since"],
        "as_of": row["as_of"],
        "as_of_basis": basis if row["as_of"] else None,
        "other_conflict": "First Nagorno-Karabakh War" if row["other_conflict"] else None,
        "basis": "estimated" if "might have been" in quote else "stated",
    }


def _violation(row: dict, quote: str) -> dict[str, object]:
    occurred = _minute(row["occurred"])
    precision = "by" if occurred is None else "minute" if "T" in occurred else "day"
    return {
        "accused_side": row["accused_side"],
        "truce": row["truce"],
        "occurred": occurred,
        "occurred_utc": in_utc(occurred) if occurred and "T" in occurred else None,
        "precision": _by_words(_PRECISIONS, quote) or precision,
        "act": row["act"].removesuffix(" (unspecified)"),
        "place": row["place"],
    }


def _linked(claim: Claim, row: dict, found: list[Claim]) -> Claim:
    from truce_cli.model.record import replace

    if row.get("subset_of"):
        whole = next(c for c in found if c.quote == row["subset_of"])
        return replace(claim, subset_of=whole.id)
    if claim.kind == "denial":
        words = {"pipelines": "take control of our pipelines", "Terter and Lachin": "Terter and Lachin"}
        told = next((w for key, w in words.items() if key in row["denies"]), None)
        denied = next((c for c in found if told and c.kind == "violation" and told in (c.quote or "")), None)
        return replace(claim, denies=denied.id if denied else None)
    return claim


def _minute(text: str | None) -> str | None:
    return f"{text}+04:00" if text and "T" in text else text


def _by_words(table: dict, quote: str):
    return next((value for words, value in table.items() if words in quote), None)
