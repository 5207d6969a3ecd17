"""A running total as one line of bars over time. What nobody counted is blank: nothing is drawn between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

BARS: Final = "▁▂▃▄▅▆▇█"
_MOST: Final = 30
"""Columns of a line; a longer time takes several days a column."""


def spark(points: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """The bars, their height from zero, and how many days a column is; "" where there is nothing to compare.

    points: (ISO day, figure). Two of one column: the later day's, or the higher of one day.
    """
    days = [(date.fromisoformat(day).toordinal(), figure) for day, figure in points]
    if len({day for day, _ in days}) < 2:
        return "", 1
    first, last = min(days)[0], max(days)[0]
    step = -(-(last - first + 1) // _MOST)
    columns = [" "] * ((last - first) // step + 1)
    highest = max(figure for _, figure in days) or 1
    for day, figure in sorted(days):
        height = -(-figure * len(BARS) // highest)
        columns[(day - first) // step] = BARS[max(0, height - 1)]
    return "".join(columns), step
