"""A document's own totals: parts added, subsets not, compounds kept apart. For `truce extract --tally`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.text.sentences import sentences

Bounds = dict[str, int | None]

_KEPT: Final = ("killed", "injured")
_FIGHTER: Final = re.compile(
    r"\b(?:soldier|troop|serviceman|servicemen|fighter|militant|rebel|insurgent|jihadist|attacker|assailant|gunm[ae]n|"
    r"bomber|terrorist|bandit|extremist|perpetrator|commando|combatant|militiam[ae]n|trooper|guerrilla|him\b)"
)
_MORE: Final = re.compile(r"\b(?:another|other|others|more|further|additional|extra)\b")
_APART: Final = re.compile(
    r"\b(?:separate(?:ly)?|another|elsewhere|meanwhile|also|later (?:on )?(?:killed|shot)|in a second|in the second|"
    r"subsequent(?:ly)?|preceded|the same day|then (?:killed|shot)|moved to|and then)\b"
)


def tally(text: str, claims: Sequence[Claim]) -> dict[str, Bounds]:
    """{"killed": {low, value, high}, "injured": {...}} of one document; None where it tells nothing.

    Figures of other wars, parts of a whole and superseded figures stay out. Soldiers and attackers stay out
    where the document counts other people too. The lead figure stands; a larger one told later replaces it,
    a smaller one is its part, and figures said to be of others ("another four", "separately") are added.
    """
    starts = [start for start, _, _ in sentences(text)]
    return {
        harm: _total(text, starts, [c for c in claims if c.kind == "toll" and c.harm == harm])
        for harm in _KEPT
    }


def _total(text: str, starts: list[int], claims: list[Claim]) -> Bounds:
    counted = [c for c in claims if c.other_conflict is None and c.subset_of is None and not _superseded(c)]
    figures = [c for c in counted if c.qualifier != "vague"] or counted
    others = [c for c in figures if not _fighters(c)]
    figures = others or figures
    if not figures:
        return {"low": None, "value": None, "high": None}
    groups: dict[int, list[Claim]] = {}
    for claim in figures:
        groups.setdefault(bisect_right(starts, claim.start or 0), []).append(claim)
    told = [_of_sentence(group) for group in groups.values()]
    chosen = list(told[0])
    for later, first in zip(
        told[1:], [min(g, key=lambda c: c.start or 0) for g in list(groups.values())[1:]], strict=True
    ):
        if _apart(text, starts, first, later) and _sum(later) != _sum(chosen):
            chosen += later
        elif _sum(later) > _sum(chosen):
            chosen = list(later)
    return _bounds(chosen)


def _fighters(claim: Claim) -> bool:
    return claim.victims == "military" or bool(_FIGHTER.search((claim.quote or "").lower()))


def _of_sentence(group: list[Claim]) -> list[Claim]:
    """Figures of one sentence that add up: a whole told beside its parts stands alone, an echo counts once."""
    kept: list[Claim] = []
    for claim in group:
        if not any(_size(claim) == _size(other) and claim.victims == other.victims for other in kept):
            kept.append(claim)
    largest = max(kept, key=_size)
    rest = sum(_size(c) for c in kept) - _size(largest)
    if len(kept) > 2 and rest == _size(largest):
        return [largest]
    return kept


def _apart(text: str, starts: list[int], claim: Claim, later: list[Claim]) -> bool:
    at = bisect_right(starts, claim.start or 0) - 1
    end = starts[at + 1] if at + 1 < len(starts) else len(text)
    sentence = text[starts[at] : end].lower()
    return any(_MORE.search((c.quote or "").lower()) or c.measure == "increment" for c in later) or bool(
        _APART.search(sentence)
    )


def _superseded(claim: Claim) -> bool:
    return claim.note is not None and claim.note.startswith("superseded")


def _size(claim: Claim) -> int:
    return claim.value or claim.low or claim.high or 0


def _sum(claims: list[Claim]) -> int:
    return sum(_size(c) for c in claims)


def _bounds(chosen: list[Claim]) -> Bounds:
    lows, highs, values = [c.low for c in chosen], [c.high for c in chosen], [c.value for c in chosen]
    return {
        "low": None if None in lows else sum(v or 0 for v in lows),
        "value": None if None in values else sum(v or 0 for v in values),
        "high": None if None in highs else sum(v or 0 for v in highs),
    }
