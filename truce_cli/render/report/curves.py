"""A running total as geometry: steps that hold until the next figure, broken at gaps, bounds as bounds. Pure.

Nothing lies between two figures: a line only says which figure was the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from truce_cli.model.record import dataclass
from truce_cli.render.report.geometry import (
    Box,
    Placed,
    Scale,
    Spot,
    day_ticks,
    highest,
    level,
    place_labels,
    round_ticks,
)

WIDTH, HEIGHT = 380, 232
PLOT: Final = Box(42, 26, 366, 200)
LABEL: Final = 11.0
MARK: Final = 4.0
ARROW: Final = 16.0
"""Length of the arrow of an open bound."""
_HEADROOM: Final = 1.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure on its day. low, high: its bounds, None where open; value: None for ranges and vague words."""

    day: float
    low: int | None
    value: int | None
    high: int | None
    text: str
    gap: str | None = None
    """ "gap 297" where the source's own addition says that figures are missing before this one."""
    loose: bool = False
    """An estimate or a vague word: it stands alone."""

    @property
    def level(self) -> int | None:
        """Where a line can hold it; None for a range."""
        return level(self.low, self.value, self.high)

    @property
    def top(self) -> int:
        return highest(self.low, self.value, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice's figures, oldest first."""

    name: str
    stance: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A truce on the axis; end None where nothing closes it."""

    name: str
    start: float
    end: float | None


@dataclass(frozen=True, slots=True)
class Segment:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a line is broken: from the figure before it to the one after."""

    text: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure drawn. y: None for a range. open_up, open_down: no upper or lower bound is given."""

    x: float
    y: float | None
    low: float | None
    high: float | None
    open_up: bool
    open_down: bool
    loose: bool
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One voice drawn: lines, the places where a line is broken, marks."""

    voice: Voice
    lines: tuple[Segment, ...]
    gaps: tuple[Gap, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    voices: tuple[Drawn, ...]
    bands: tuple[tuple[Band, float, float], ...]
    x_ticks: tuple[tuple[float, int], ...]
    y_ticks: tuple[tuple[float, int], ...]
    labels: tuple[Placed, ...]
    days: float
    """Length of the axis."""


def span(days: Sequence[float], began: float | None, ended: float | None) -> tuple[float, float]:
    """First and last day of an axis: the war's, unless the figures fill only a corner of it."""
    first, last = min(days), max(days)
    room = max(last - first, 7.0)
    start = began if began is not None and first - 2 * room <= began < first else first - room * 0.06
    end = ended if ended is not None and last < ended <= last + 2 * room else last + room * 0.06
    return start, end


def panel(voices: Sequence[Voice], bands: Iterable[Band], axis: tuple[float, float]) -> Panel:
    """The chart of one tally: every voice on one scale from 0. axis: first and last day."""
    top = max((p.top for voice in voices for p in voice.points), default=0)
    ticks = round_ticks(top)
    across = Scale(*axis, PLOT.left, PLOT.right)
    up = Scale(0, max(ticks[-1], top * _HEADROOM), PLOT.bottom, PLOT.top)
    drawn = tuple(_voice(voice, across, up) for voice in voices)
    marks = [mark for found in drawn for mark in found.marks]
    taken = [_box(mark) for mark in marks]
    return Panel(
        voices=drawn,
        bands=tuple(_bands(bands, across, axis)),
        x_ticks=tuple((across(day), day) for day in day_ticks(*axis)),
        y_ticks=tuple((up(tick), tick) for tick in ticks),
        labels=place_labels(_spots(drawn), _label_area(PLOT), LABEL, taken),
        days=axis[1] - axis[0],
    )


def _label_area(box: Box) -> Box:
    """The plot with the strip above it, where labels may stand too."""
    return box._replace(left=box.left + 1, top=box.top - 12, right=WIDTH - 1.0)


def _voice(voice: Voice, across: Scale, up: Scale) -> Drawn:
    lines: list[Segment] = []
    gaps: list[Gap] = []
    before: Point | None = None
    for point in voice.points:
        if point.loose:
            continue
        if before is not None and before.level is not None:
            x1, x2, y = across(before.day), across(point.day), up(before.level)
            if point.gap:
                gaps.append(Gap(point.gap, x1, y, x2, y if point.level is None else up(point.level)))
            elif x2 > x1:  # two figures of one day follow no order
                lines.append(Segment(x1, y, x2, y))
                if point.level is not None:
                    lines.append(Segment(x2, y, x2, up(point.level)))
        before = point
    marks = tuple(_mark(point, across, up) for point in voice.points)
    return Drawn(voice=voice, lines=tuple(lines), gaps=tuple(gaps), marks=marks)


def _mark(point: Point, across: Scale, up: Scale) -> Mark:
    return Mark(
        x=across(point.day),
        y=None if point.level is None else up(point.level),
        low=None if point.low is None else up(point.low),
        high=None if point.high is None else up(point.high),
        open_up=point.high is None and point.low is not None,
        open_down=point.low is None and point.high is not None,
        loose=point.loose,
        point=point,
    )


def _box(mark: Mark) -> Box:
    ends = [y for y in (mark.y, mark.low, mark.high) if y is not None] or [PLOT.bottom]
    above, below = ARROW if mark.open_up else MARK, ARROW if mark.open_down else MARK
    return Box(mark.x - MARK, min(ends) - above, mark.x + MARK, max(ends) + below)


def _spots(drawn: Sequence[Drawn]) -> list[Spot]:
    """Each figure's label: the last and the first of every voice choose first, then what is no plain figure."""
    ranked = []
    for found in drawn:
        last = len(found.marks) - 1
        for index, mark in enumerate(found.marks):
            rank = (0 if index == last else 1 if index == 0 else 2) if not mark.loose else 3
            top = min(y for y in (mark.y, mark.low, mark.high, PLOT.bottom) if y is not None)
            plain = mark.point.text.replace(",", "").isdigit()
            away = (ARROW if mark.open_up else MARK) + 4
            ranked.append(((rank, plain, -index), Spot(mark.x, top, mark.point.text, away)))
        for gap in found.gaps:
            middle = Spot((gap.x1 + gap.x2) / 2, (gap.y1 + gap.y2) / 2 + LABEL, gap.text, LABEL)
            ranked.append(((1, False, 0), middle))
    return [spot for _, spot in sorted(ranked, key=lambda item: item[0])]


def _bands(
    bands: Iterable[Band], across: Scale, axis: tuple[float, float]
) -> Iterable[tuple[Band, float, float]]:
    for band in bands:
        start = max(band.start, axis[0])
        end = axis[1] if band.end is None else min(band.end, axis[1])
        if start < end:
            yield band, across(start), across(end)
