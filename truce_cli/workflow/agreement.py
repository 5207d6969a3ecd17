"""How far two coders agree: the share, and Cohen's kappa. Arithmetic alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def share_agreed(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[int, int]:
    """(claims that both judged, those judged alike)."""
    both = one.keys() & other.keys()
    return len(both), sum(one[name] == other[name] for name in both)


def kappa(one: Mapping[str, str], other: Mapping[str, str]) -> float | None:
    """Cohen's kappa over the claims that both judged: agreement beyond what chance alone would give.

    None where nothing was judged by both, or where chance alone gives full agreement.
    """
    judged, agreed = share_agreed(one, other)
    if not judged:
        return None
    both = one.keys() & other.keys()
    first, second = Counter(one[name] for name in both), Counter(other[name] for name in both)
    # Whole numbers as long as possible: 1.0 must be 1, not 0.9999.
    chance = sum(first[verdict] * second[verdict] for verdict in first)
    square = judged * judged
    if chance == square:
        return None
    return (agreed * judged - chance) / (square - chance)
