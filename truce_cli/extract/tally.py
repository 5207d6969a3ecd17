"""A document's own totals: parts added, subsets not, compounds kept apart. For `truce extract --tally`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from truce_cli.extract.armed import armed
from truce_cli.extract.standing import (
    RIVAL,
    SEVERAL,
    Reading,
    apart,
    echoes,
    long_told,
    other_day,
    present,
    size,
)
from truce_cli.model.claim import Claim
from truce_cli.model.record import replace

Bounds = dict[str, int | None]

_KEPT: Final = ("killed", "injured")


def tally(text: str, claims: Sequence[Claim]) -> dict[str, Bounds]:
    """{"killed": {low, value, high}, "injured": {...}} of one document; None where it tells nothing.

    Figures of other wars, parts of a whole and superseded figures stay out, and so do the past and the cause of
    what is told. Soldiers, police and attackers stay out where the document counts other people too. The lead
    figure stands; a larger one told later replaces it, a smaller one is its part, and figures said to be of others
    ("another four", "separately", on another day) are added, unless they make up the lead figure.
    """
    reading = Reading(text)
    tolls = [c for c in claims if c.kind == "toll" and c.other_conflict is None]
    return {harm: _total(reading, _wholes(reading, tolls, harm)) for harm in _KEPT}


def _wholes(reading: Reading, tolls: list[Claim], harm: str) -> list[Claim]:
    """Tolls of a harm. A part of another harm, or of a count of the year, is a whole here.

    "Nine were injured, one of whom died": one was killed. "... bringing to five the number of reporters killed this
    year": one was killed.
    """
    known = {c.id: c for c in tolls}
    found = []
    for claim in [c for c in tolls if c.harm == harm]:
        whole = known.get(claim.subset_of or "")
        own = (
            whole is None
            or whole.harm != harm
            or (claim.measure == "increment" and long_told(reading, whole))
        )
        found.append(replace(claim, subset_of=None, measure="incident") if own and whole else claim)
    return found


def _total(reading: Reading, claims: list[Claim]) -> Bounds:
    counted = [c for c in claims if c.subset_of is None and not _superseded(c)]
    figures = [c for c in counted if c.qualifier != "vague"] or counted
    figures = present(reading, figures)
    if not figures:
        return {"low": None, "value": None, "high": None}
    groups = _by_sentence(reading, figures)
    parts = _breakdown(reading, groups)
    if parts is not None:
        return _less(groups[0], sum(size(c) for c in parts if armed(reading.text, c)))
    mixed = {c.subset_of for c in claims if _civilians(c)}
    unarmed = [c for c in figures if c.id in mixed or not armed(reading.text, c)]
    chosen = _chosen(reading, _by_sentence(reading, unarmed or figures))
    if not unarmed:
        return _bounds(chosen)
    same = {c.id for c in claims if any(c is k or size(c) == size(k) for k in chosen)}
    inside = [c for c in claims if c.subset_of in same and c.value]
    if len(chosen) == 1 and (chosen[0].victims == "any" or chosen[0].id in mixed):
        named = [c for c in inside if _civilians(c)]
        if len(named) == 1 and size(named[0]) < size(chosen[0]):
            return _bounds(named)
    return _less(chosen, sum(size(c) for c in inside if armed(reading.text, c)))


def _by_sentence(reading: Reading, figures: list[Claim]) -> list[list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for claim in sorted(figures, key=lambda c: c.start or 0):
        groups.setdefault(reading.at(claim), []).append(claim)
    return list(groups.values())


def _breakdown(reading: Reading, groups: list[list[Claim]]) -> list[Claim] | None:
    """The parts of a lead figure that later figures add up to, in one sentence or over all of them."""
    if any(armed(reading.text, c) for c in groups[0]):
        return None
    for parts in (*groups[1:], [c for group in groups[1:] for c in group]):
        if len(parts) > 1 and _sum(parts) == _sum(groups[0]):
            return parts
    return None


def _chosen(reading: Reading, groups: list[list[Claim]]) -> list[Claim]:
    told = [_of_sentence(reading, group) for group in groups]
    chosen = list(told[0])
    summed = len(chosen) == 1 and bool(SEVERAL.search(reading.sentence(chosen[0])))
    if summed and sum(_sum(later) for later in told[1:]) <= _sum(chosen):
        return chosen
    detail = 0
    for later in told[1:]:
        if apart(reading, later) or other_day(reading, told[0], later):
            if detail and detail + _sum(later) <= _sum(chosen):
                detail += _sum(
                    later
                )  # "19 died. Eleven died on Friday. Five more died in Pell": all of the 19
            else:
                chosen += later
        elif _sum(later) > _sum(chosen):
            chosen = list(later)
        elif _sum(later) < _sum(chosen):
            detail += _sum(later)
    return chosen


def _of_sentence(reading: Reading, group: list[Claim]) -> list[Claim]:
    """Figures of one sentence that add up: a whole told beside its parts stands alone, an echo counts once."""
    if len(group) > 1 and RIVAL.search(reading.sentence(group[-1])) and len({c.victims for c in group}) == 1:
        return [max(group, key=size)]
    kept: list[Claim] = []
    for claim in group:
        if not any(echoes(reading, claim, other) for other in kept):
            kept.append(claim)
    first, rest = kept[0], _sum(kept[1:])
    if len(kept) > 1 and rest <= size(first):
        between = reading.text[first.end or 0 : kept[1].start]
        if ":" in between or (len(kept) > 2 and rest == size(first)):
            return [first]  # "killed nine: the first killed four"
    totals = [c for c in kept if (c.rule or "").startswith("toll/total")]
    return totals[-1:] or kept  # "the toll rose to 31 after two victims died in hospital"


def _civilians(claim: Claim) -> bool:
    """True for a count of civilians, called so: the whole's other part bears arms."""
    return claim.victims == "civilian" and "civilian" in (claim.quote or "").lower()


def _superseded(claim: Claim) -> bool:
    return claim.note is not None and claim.note.startswith("superseded")


def _sum(claims: list[Claim]) -> int:
    return sum(size(c) for c in claims)


def _less(chosen: list[Claim], taken: int) -> Bounds:
    """Bounds of a count without those who bear arms, where others are left."""
    bounds = _bounds(chosen)
    if not 0 < taken < _sum(chosen):
        return bounds
    return {key: max(v - taken, 0) if v is not None else None for key, v in bounds.items()}


def _bounds(chosen: list[Claim]) -> Bounds:
    lows, highs, values = [c.low for c in chosen], [c.high for c in chosen], [c.value for c in chosen]
    return {
        "low": None if None in lows else sum(v or 0 for v in lows),
        "value": None if None in values else sum(v or 0 for v in values),
        "high": None if None in highs else sum(v or 0 for v in highs),
    }
