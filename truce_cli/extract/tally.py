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
    r"bomber|terrorist|bandit|extremist|perpetrator|commando|combatant|militiam[ae]n|trooper|guerrilla|him\b|"
    r"security forces|police|policem[ae]n|intelligence agent|paramilitar)"
)
_MORE: Final = re.compile(r"\b(?:another|other|others|more|further|additional|extra)\b(?! than)")
_APART: Final = re.compile(
    r"\b(?:separate(?:ly)?|another|elsewhere|later (?:on )?(?:killed|shot)|in a second|in the second|"
    r"subsequent(?:ly)?|preceded|the same day|then (?:killed|shot)|moved to|and then)\b"
)
_RIVAL: Final = re.compile(
    r"\b(?:although|though|whereas|other reports?|another report|another source|other sources?|claimed|put the|"
    r"puts the|residents said|witnesses said|eyewitness\w*|estimated|earlier report|according to)\b"
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
    civil = [
        c
        for c in claims
        if c.subset_of is not None and "civilian" in (c.quote or "").lower() and c.qualifier != "vague"
    ]
    wholes = {c.id: c for c in figures}
    parts = [c for c in claims if c.subset_of in wholes and _fighters(c) and c.value]
    others = [c for c in figures if not _fighters(c)]
    figures = others or figures
    if not figures:
        return {"low": None, "value": None, "high": None}
    groups: dict[int, list[Claim]] = {}
    for claim in figures:
        groups.setdefault(bisect_right(starts, claim.start or 0), []).append(claim)
    told = [_of_sentence(text, starts, group) for group in groups.values()]
    chosen = list(told[0])
    for later, first in zip(
        told[1:], [min(g, key=lambda c: c.start or 0) for g in list(groups.values())[1:]], strict=True
    ):
        if _apart(text, starts, first, later) and _sum(later) != _sum(chosen):
            chosen += later
        elif _sum(later) > _sum(chosen):
            chosen = list(later)
    if others and len(chosen) == 1 and chosen[0].victims == "any":
        named = [c for c in civil if c.subset_of == chosen[0].id]
        if len(named) == 1 and _size(named[0]) < _size(chosen[0]):
            return _bounds(named)
        armed = sum(c.value or 0 for c in parts if c.subset_of == chosen[0].id)
        if 0 < armed < _size(chosen[0]):
            return {key: v - armed if v is not None else None for key, v in _bounds(chosen).items()}
    return _bounds(chosen)


def _fighters(claim: Claim) -> bool:
    return claim.victims == "military" or bool(_FIGHTER.search((claim.quote or "").lower()))


def _of_sentence(text: str, starts: list[int], group: list[Claim]) -> list[Claim]:
    """Figures of one sentence that add up: a whole told beside its parts stands alone, an echo counts once."""
    if (
        len(group) > 1
        and _RIVAL.search(_sentence(text, starts, group[-1]))
        and len({c.victims for c in group}) == 1
    ):
        return [max(group, key=_size)]
    kept: list[Claim] = []
    for claim in group:
        if not any(_size(claim) == _size(other) and claim.victims == other.victims for other in kept):
            kept.append(claim)
    largest = max(kept, key=_size)
    rest = sum(_size(c) for c in kept) - _size(largest)
    if len(kept) > 2 and rest == _size(largest):
        return [largest]
    return kept


def _sentence(text: str, starts: list[int], claim: Claim) -> str:
    at = bisect_right(starts, claim.start or 0) - 1
    end = starts[at + 1] if at + 1 < len(starts) else len(text)
    return text[starts[at] : end].lower()


def _apart(text: str, starts: list[int], claim: Claim, later: list[Claim]) -> bool:
    sentence = _sentence(text, starts, claim)
    if _RIVAL.search(sentence):
        return False
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
