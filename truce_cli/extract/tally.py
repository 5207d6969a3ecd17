"""A document's own totals: parts added, subsets not, compounds kept apart. For `truce extract --tally`."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.claim import Claim

_KEPT = ("killed", "injured")


def tally(claims: Sequence[Claim]) -> dict[str, dict[str, int | None]]:
    """{"killed": {low, value, high}, "injured": {...}} of one document's claims; {} members only where told.

    Figures of other wars, parts of a whole and superseded figures stay out. A running total outweighs the
    incidents of the same document; equal figures told twice count once; distinct incidents add up.
    """
    return {harm: _total([c for c in claims if c.kind == "toll" and c.harm == harm]) for harm in _KEPT}


def _total(claims: list[Claim]) -> dict[str, int | None]:
    counted = [c for c in claims if c.other_conflict is None and c.subset_of is None and not _superseded(c)]
    figures = [c for c in counted if c.qualifier != "vague"] or counted
    if not figures:
        return {"low": None, "value": None, "high": None}
    running = [c for c in figures if c.measure == "cumulative"]
    chosen = [max(running, key=_size)] if running else _distinct(figures)
    lows, highs, values = [c.low for c in chosen], [c.high for c in chosen], [c.value for c in chosen]
    return {
        "low": None if None in lows else sum(v or 0 for v in lows),
        "value": None if None in values else sum(v or 0 for v in values),
        "high": None if None in highs else sum(v or 0 for v in highs),
    }


def _superseded(claim: Claim) -> bool:
    return claim.note is not None and claim.note.startswith("superseded")


def _size(claim: Claim) -> int:
    return claim.value or claim.low or claim.high or 0


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Figures of one clause add up; a figure told again later in the text does not."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(
            _size(claim) == _size(other)
            and claim.victims == other.victims
            and claim.subgroup == other.subgroup
            for other in kept
        ):
            kept.append(claim)
    return kept
