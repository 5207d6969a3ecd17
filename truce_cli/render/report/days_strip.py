"""A truce's accusations day by day: one small square each, a lane an accuser's side. Pure geometry; no markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from truce_cli.model.record import dataclass
from truce_cli.render.report.days import on_axis
from truce_cli.render.report.geometry import Scale, day_ticks

WIDTH: Final = 520.0
LEFT, RIGHT = 4.0, 516.0
LANE: Final = 44.0
TOP: Final = 16.0
_LARGEST: Final = 9.0
_MANY: Final = 300
"""More squares than these in one lane are drawn as one column a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One accusation. day: ISO; late: it is no later than that day; lane: index of the accuser's lane."""

    entry: int
    day: str
    lane: int
    late: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """deed: None for a whole day's column."""

    deed: Deed | None
    x: float
    y: float
    width: float
    height: float
    lane: int
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    squares: tuple[Square, ...]
    ticks: tuple[tuple[float, str], ...]
    start: float
    """Where the truce comes into force."""
    height: float
    lanes: tuple[float, ...]
    """Base line of each lane."""


def strip(deeds: Sequence[Deed], lanes: int, first: float, start: float, last: float) -> Strip:
    """first, last: days of the axis (ordinals); start: the truce's beginning, with its time of day."""
    across = Scale(first, last + 1, LEFT, RIGHT)
    day_width = across(first + 1) - across(first)
    stacks: dict[tuple[int, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        stacks[deed.lane, deed.day].append(deed)
    highest = max((len(found) for found in stacks.values()), default=1)
    room = LANE - 17
    columns = max(1, int((day_width - 3) // _LARGEST))
    edge = min(_LARGEST, room / -(-highest // columns), max(day_width - 3, 1.5))
    columns = max(1, int((day_width - 3) // edge)) if edge else 1
    size = edge - min(1.5, edge * 0.3)
    squares: list[Square] = []
    for (lane, day), found in sorted(stacks.items()):
        base = TOP + (lane + 1) * LANE
        left = across(date.fromisoformat(day).toordinal()) + 1.5
        if len(deeds) > _MANY:
            height = max(room * len(found) / highest, 1.5)
            squares.append(
                Square(
                    deed=None,
                    x=left,
                    y=base - height,
                    width=max(day_width - 3, 1.2),
                    height=height,
                    lane=lane,
                    count=len(found),
                )
            )
            continue
        for index, deed in enumerate(found):
            x, y = left + index % columns * edge, base - (index // columns + 1) * edge
            squares.append(
                Square(deed=deed, x=round(x, 2), y=round(y, 2), width=size, height=size, lane=lane)
            )
    ticks = tuple((across(day + 0.5), on_axis(day, last - first)) for day in day_ticks(first, last, 6))
    return Strip(
        squares=tuple(squares),
        ticks=ticks,
        start=across(start),
        height=TOP + lanes * LANE + 20,
        lanes=tuple(TOP + (lane + 1) * LANE for lane in range(lanes)),
    )
