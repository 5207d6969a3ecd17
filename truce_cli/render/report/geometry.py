"""Plane geometry of the drawings: scales, round ticks, labels that do not collide. Pure; knows no finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log10
from typing import Final, NamedTuple

from truce_cli.model.record import dataclass

_CHARACTER: Final = 0.56
"""Width of a letter of a system font, in its own size: a little wider than the widest that we have seen."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From [low, high] of the data to [start, end] of the drawing, straight."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A label to place: its point, its text, how far from the point it stands. The first ones choose first."""

    x: float
    y: float
    text: str
    away: float = 6.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place. x, y: where its baseline begins, ends or has its middle, by anchor."""

    spot: Spot
    x: float
    y: float
    anchor: str


def level(low: int | None, value: int | None, high: int | None) -> int | None:
    """Where a sign of a figure stands: at the figure or at its only bound; None for a range."""
    if value is not None:
        return value
    if low is None or high is None:
        return low if low is not None else high
    return None


def highest(low: int | None, value: int | None, high: int | None) -> int:
    """The highest number that a figure holds; 0 where it holds none."""
    return max(n for n in (low, value, high, 0) if n is not None)


def round_ticks(high: float, most: int = 4) -> tuple[int, ...]:
    """Round whole numbers from 0 to the first at or above high, at most `most` steps."""
    if high <= 0:
        return (0, 1)
    rough = max(high / most, 1)
    unit = 10 ** floor(log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    step = max(int(step), 1)
    count = -(-int(-(-high // 1)) // step)
    return tuple(step * index for index in range(count + 1))


def day_ticks(low: float, high: float, most: int = 5) -> tuple[int, ...]:
    """Whole days in [low, high], evenly apart by days, weeks, months of 30 days or years, at most `most`."""
    span = max(high - low, 1)
    steps = (1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 36525)
    step = next((s for s in steps if span / s <= most - 1), steps[-1])
    first = int(-(-low // 1))
    return tuple(range(first, int(high) + 1, step))


def text_width(text: str, size: float) -> float:
    """About how wide a text is drawn, rather too wide."""
    return len(text) * size * _CHARACTER


def place_labels(
    spots: Iterable[Spot], area: Box, size: float, taken: Sequence[Box] = ()
) -> tuple[Placed, ...]:
    """Each label beside its point where it hits no other and no taken box; those without room are left out."""
    bands = _Bands(size)
    for box in taken:
        bands.add(box)
    out = []
    for spot in spots:
        for x, y, side, box in _choices(spot, size):
            if box.within(area) and bands.has_room(box):
                bands.add(box)
                out.append(Placed(spot, round(x, 2), round(y, 2), side))
                break
    return tuple(out)


class _Bands:
    """Boxes by the bands of a drawing, from left to right, that they reach into: a label hits only those of its own."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._boxes: dict[int, list[Box]] = {}

    def add(self, box: Box) -> None:
        for band in self._of(box):
            self._boxes.setdefault(band, []).append(box)

    def has_room(self, box: Box) -> bool:
        return not any(box.overlaps(other) for band in self._of(box) for other in self._boxes.get(band, ()))

    def _of(self, box: Box) -> Iterable[int]:
        return range(floor(box.top / self._height), floor(box.bottom / self._height) + 1)


def _choices(spot: Spot, size: float) -> Iterable[tuple[float, float, str, Box]]:
    """Above, right, left, below, then the corners."""
    width, away = text_width(spot.text, size), spot.away
    middle, above, below = spot.y + size * 0.35, spot.y - away, spot.y + away + size * 0.8
    for x, y, side in (
        (spot.x, above, "middle"),
        (spot.x + away, middle, "start"),
        (spot.x - away, middle, "end"),
        (spot.x, below, "middle"),
        (spot.x + away * 0.7, above, "start"),
        (spot.x - away * 0.7, above, "end"),
        (spot.x + away * 0.7, below, "start"),
        (spot.x - away * 0.7, below, "end"),
    ):
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[side]
        yield x, y, side, Box(left, y - size * 0.8, left + width, y + size * 0.25)
