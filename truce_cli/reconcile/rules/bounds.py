"""Rule 11, bounds: what a figure allows, whether two fit, how bounds add. Never rounds or averages."""

from __future__ import annotations

from typing import NamedTuple

from truce_cli.model.claim import Claim


class Bounds(NamedTuple):
    """Inclusive ends; None is open. ">500" is from 501: people are counted in ones."""

    low: int | None
    high: int | None


def bounds(claim: Claim) -> Bounds:
    low = claim.low + 1 if claim.low is not None and claim.qualifier == "more_than" else claim.low
    return Bounds(low, claim.high)


def fits(one: Bounds, other: Bounds) -> bool:
    """True where some number satisfies both."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and one.low > other.high
    return not (below or above)


def is_exact(claim: Claim) -> bool:
    return claim.low is not None and claim.low == claim.high and claim.qualifier in (None, "exact")


def width(claim: Claim) -> int:
    """How loosely a figure is said: 0 exact, 1 about, 2 a range, 3 one end open, 4 a vague word."""
    if claim.qualifier == "vague":
        return 4
    if claim.low is None or claim.high is None:
        return 3
    if claim.low != claim.high:
        return 2
    return 1 if claim.qualifier == "about" else 0


def added(parts: tuple[Bounds, ...]) -> Bounds:
    """Ranges add end to end; an open end stays open."""
    lows, highs = [p.low for p in parts], [p.high for p in parts]
    return Bounds(
        sum(n or 0 for n in lows) if any(n is not None for n in lows) else None,
        sum(n or 0 for n in highs) if all(n is not None for n in highs) else None,
    )


def near(one: Claim, other: Claim) -> bool:
    """True where two reports of one event may differ so much: 12, 13 and "more than 10"; not 5 and 21.

    Vague words are near what they allow; of other figures the stated ones are compared, a third apart at most.
    """
    if "vague" in (one.qualifier, other.qualifier):
        return fits(bounds(one), bounds(other))
    mine, theirs = _stated(one), _stated(other)
    if mine is None or theirs is None:
        return False
    return abs(mine - theirs) <= max(1, max(mine, theirs) // 3)


def _stated(claim: Claim) -> int | None:
    if claim.value is None and claim.low is not None and claim.high is not None:
        return (claim.low + claim.high) // 2
    return next((n for n in (claim.value, claim.low, claim.high) if n is not None), None)
