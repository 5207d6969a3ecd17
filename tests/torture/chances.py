"""What makes one hostile file by seeded chance, and how large."""

from __future__ import annotations

import random
from collections.abc import Callable

from counting import torture

Make = Callable[[random.Random], bytes]


def many(chance: random.Random, low: int, high: int) -> int:
    """A size between these; in `make test` nearer the lower one, which provokes the same refusal."""
    return chance.randint(low, high if torture() else min(high, 4 * low))
