"""How extracted claims are scored against gold, case by case. Knows what counts as right; runs no floor.

toll        same harm, same low and high, quotes that share a word (vague words: same harm, same place)
toll_strict found, and victims, side, measure, other war and the claimant's side are right too
violation   same place in the text, same accused side, same claimant's side
violation_act, _occurred, _truce, _count  found, and its act, its day or minute, its truce, how often is right too
denial      same place in the text, same claimant's side
truce_event same truce, same event
undisclosed same side
quiet       of the cases whose gold holds no claim, the share in which none was proposed

Gold marked "optional" (or "core": false) may be proposed or not. "KEY_alt", "alt", "alt_readings" and
"alt_quotes" list other right values.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from truce_cli.extract.engine import extract
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.record import asdict
from truce_cli.read.article import read_article
from truce_cli.read.conflict import load_conflict

Row = Mapping[str, Any]

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
SETS = ("brevon", "calvora", "maretia", "marhan", "ordava", "qasira", "sarvel", "talvia", "tarva", "venn")
OF_VIOLATIONS = ("act", "occurred", "truce", "count")
BASES = {"toll_strict": "toll"} | {f"violation_{key}": "violation" for key in OF_VIOLATIONS}
"""Kinds that are others with more about them right, and what they are measured against."""
KINDS = ("toll", "violation", "denial", "truce_event", "undisclosed", *BASES)
STRICT = ("victims", "side", "measure", "other_conflict", "claimant_side")

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Case:
    """One passage with the claims that it makes."""

    id: str
    document: Document
    gold: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not right. what: "missed", "made up", or the attribute that is wrong."""

    kind: str
    what: str
    case: str
    words: str

    @property
    def sort(self) -> str:
        return f"{self.kind}: {self.what}"


@dataclass(slots=True)
class Score:
    """right, missed and made up by kind; quiet and decoys count cases without gold claims."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    made_up: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    decoys: int = 0
    quiet: int = 0

    def figures(self, kind: str) -> dict[str, float]:
        """gold (a count), precision, recall and f1; a strict toll is measured against all tolls, and so on."""
        base = BASES.get(kind, kind)
        gold = self.right[base] + self.missed[base]
        proposed = self.right[base] + self.made_up[base]
        precision = self.right[kind] / proposed if proposed else 0.0
        recall = self.right[kind] / gold if gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {
            "gold": gold,
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(f1, 4),
        }

    @property
    def quiet_share(self) -> float:
        return round(self.quiet / self.decoys, 4) if self.decoys else 1.0

    def table(self) -> dict[str, Any]:
        """Everything that a baseline pins."""
        return {kind: self.figures(kind) for kind in KINDS} | {
            "quiet": {"cases": self.decoys, "share": self.quiet_share}
        }


def corpus_hash(name: str) -> str:
    """sha256 of a set's passages and of its conflict file, in this order."""
    both = b"".join((HERE / f"{name}{tail}").read_bytes() for tail in (".jsonl", ".toml"))
    return hashlib.sha256(both).hexdigest()


def read_cases(path: Path) -> tuple[Case, ...]:
    """Cases of a file of JSON lines {"id", "published", "text", "claims"}."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(
        Case(
            row["id"],
            read_article(row["id"], row["text"].encode(), published=row.get("published")),
            tuple(row["claims"]),
        )
        for row in rows
    )


def score_set(name: str) -> Score:
    """One of our own sets under the present rules."""
    return score(read_cases(HERE / f"{name}.jsonl"), load_conflict(HERE / f"{name}.toml"))


def score(cases: Iterable[Case], conflict: Conflict) -> Score:
    total = Score()
    for case in cases:
        proposed = [asdict(claim) for claim in extract(case.document, conflict)]
        gold = [row for row in case.gold if row["kind"] != "document"]
        if not gold:
            total.decoys += 1
            total.quiet += not proposed
        for kind in MATCHES:
            _score_kind(
                total,
                case.id,
                kind,
                [g for g in gold if g["kind"] == kind],
                [p for p in proposed if p["kind"] == kind],
            )
    return total


def _score_kind(total: Score, case: str, kind: str, gold: list[Row], proposed: list[Row]) -> None:
    pairs = _paired(kind, gold, proposed)
    for g, p in ((gold[i], proposed[j]) for i, j in pairs.items() if _counts(gold[i])):
        total.right[kind] += 1
        if kind == "toll":
            wrong = [key for key in ATTRIBUTES if not ATTRIBUTES[key](g, p)]
            total.right["toll_strict"] += not set(wrong) & set(STRICT)
        if kind == "violation":
            wrong = [key for key in OF_VIOLATIONS if not OF_ACCUSATIONS[key](g, p)]
            for key in OF_VIOLATIONS:
                total.right[f"violation_{key}"] += key not in wrong
        if kind in ("toll", "violation"):
            for key in wrong:
                said = f"{g['quote']!r}: {p.get(key)!r}, not {g.get(key)!r}"
                total.misses.append(Miss(kind, f"wrong {key}", case, said))
    for i, g in enumerate(gold):
        if i not in pairs and _counts(g):
            total.missed[kind] += 1
            total.misses.append(Miss(kind, "missed", case, repr(g.get("quote", ""))))
    neutral = [g for g in gold if not _counts(g)]
    for j, p in enumerate(proposed):
        if j not in pairs.values() and not any(MATCHES[kind](g, p) for g in neutral):
            total.made_up[kind] += 1
            total.misses.append(Miss(kind, "made up", case, f"{p['quote']!r} by {p['rule']}"))


def _paired(kind: str, gold: list[Row], proposed: list[Row]) -> dict[int, int]:
    """Index of gold → index of proposal, best matches first, each used once."""
    ranked = sorted(
        (-match, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(proposed)
        if (match := MATCHES[kind](g, p)) > 0
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _counts(gold: Row) -> bool:
    return gold.get("core") is not False and not gold.get("optional")


# words of two quotes


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").lower().replace("’", "'"))


def _run(one: str | None, other: str | None) -> int:
    """Length of the longest run of words that two quotes share."""
    a, b = _words(one), _words(other)
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            row[j], before = (before + 1 if x == y else 0), row[j]
            best = max(best, row[j])
    return best


def _quotes(gold: Row) -> list[str]:
    return [gold["quote"], *gold.get("alt_quotes", [])]


def _shared(gold: Row, proposed: Row) -> int:
    return max(_run(quote, proposed["quote"]) for quote in _quotes(gold))


def _same_place(gold: Row, proposed: Row) -> bool:
    """Four words in a row, or half of the shorter quote and two at least."""
    own = len(_words(proposed["quote"]))
    return any(
        (run := _run(quote, proposed["quote"])) >= 4 or run >= max(2, 0.5 * min(len(_words(quote)), own))
        for quote in _quotes(gold)
    )


# what is right


def _right(gold: Row, key: str, default: object = None) -> list[object]:
    values = [gold.get(key, default), *gold.get(f"{key}_alt", []), *gold.get("alt", {}).get(key, [])]
    values += [gold[key + tail] for tail in ("_given", "_if_dated", "_if_known") if gold.get(key + tail)]
    return [default if value is None else value for value in values]


def _is(key: str, default: object = None) -> Callable[[Row, Row], bool]:
    return lambda g, p: (p.get(key) or default) in _right(g, key, default)


def _victims(g: Row, p: Row) -> bool:
    if g.get("subgroup") or g.get("victims") == "child":
        return p.get("subgroup") == (g.get("subgroup") or "children")
    return p.get("victims") in _right(g, "victims")


ATTRIBUTES: dict[str, Callable[[Row, Row], bool]] = {
    "victims": _victims,
    "side": _is("side", "unknown"),
    "measure": _is("measure"),
    "other_conflict": lambda g, p: bool(g.get("other_conflict")) == bool(p.get("other_conflict")),
    "claimant_side": _is("claimant_side", "media"),
    "as_of": _is("as_of"),
    "subset_of": lambda g, p: bool(g.get("subset_of")) == bool(p.get("subset_of")),
}


def _occurred(g: Row, p: Row) -> bool:
    """The day, or the minute without its offset."""
    told = str(p["occurred"] or "")[:16]
    return told in [str(value or "")[:16] for value in _right(g, "occurred")]


_ACTS = {"ground attack": "ground_attack", "violation (unspecified)": "violation"}
OF_ACCUSATIONS: dict[str, Callable[[Row, Row], bool]] = {
    "act": lambda g, p: p["act"] in [_ACTS.get(str(act), act) for act in _right(g, "act")],
    "occurred": _occurred,
    "truce": _is("truce"),
    "count": lambda g, p: g.get("count") is None or (p["value"] == g["count"] and p["unit"] is not None),
}
_HARMS = {"wounded": "injured", "affected": "killed_or_injured"}


def _toll(g: Row, p: Row) -> float:
    if p["harm"] not in [_HARMS.get(str(harm), harm) for harm in _right(g, "harm")]:
        return 0
    readings = [(low, high) for low in _right(g, "low") for high in _right(g, "high")]
    readings += [(other.get("low"), other.get("high")) for other in g.get("alt_readings", [])]
    vague = g.get("approx") and not re.search(r"\d", g["quote"]) and g["low"] != g["high"]
    found = ((p["low"], p["high"]) in readings and _shared(g, p) > 0) or (vague and _same_place(g, p))
    return 1 + sum(right(g, p) for right in ATTRIBUTES.values()) + 0.1 * _shared(g, p) if found else 0


def _violation(g: Row, p: Row) -> float:
    sides = p["accused_side"] in _right(g, "accused_side") and ATTRIBUTES["claimant_side"](g, p)
    return _shared(g, p) if sides and _same_place(g, p) else 0


def _denial(g: Row, p: Row) -> float:
    return _shared(g, p) if ATTRIBUTES["claimant_side"](g, p) and _same_place(g, p) else 0


MATCHES: dict[str, Callable[[Row, Row], float]] = {
    "toll": _toll,
    "undisclosed": lambda g, p: float(g["side"] == p["side"]),
    "violation": _violation,
    "denial": _denial,
    "truce_event": lambda g, p: float((g["truce"], g["event"]) == (p["truce"], p["event"])),
}
