"""Places on a plane: longitudes shrunk by the latitude's cosine, so that near the middle shapes are true. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians
from typing import Final

from truce_cli.model.record import dataclass
from truce_cli.render.report.geometry import Box

_DEGREE_KM: Final = 111.2
"""A degree of latitude on a sphere of the Earth's mean radius, 6,371 km."""
_ROOM: Final = 0.08


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular about the middle latitude. west, north: the plane's corner; scale: units a degree of
    latitude."""

    west: float
    north: float
    squeeze: float
    scale: float
    left: float
    top: float

    def __call__(self, lat: float, lon: float) -> tuple[float, float]:
        x = self.left + (round(lon, 6) - self.west) % 360 * self.squeeze * self.scale
        return round(x, 2), round(self.top + (self.north - lat) * self.scale, 2)

    @property
    def km(self) -> float:
        """Units of the plane a kilometre, along a meridian."""
        return self.scale / _DEGREE_KM


def fitted(places: Sequence[tuple[float, float]], width: float, most_high: float) -> tuple[Projection, float]:
    """A projection that shows every (lat, lon) in a plane so wide and at most so high, and the plane's height."""
    south, north = min(lat for lat, _ in places), max(lat for lat, _ in places)
    west, breadth = _shortest_arc([lon for _, lon in places])
    squeeze = max(cos(radians((south + north) / 2)), 0.05)
    tall, wide = max(north - south, 0.2), max(breadth * squeeze, 0.2)
    inner = 1 - 2 * _ROOM
    scale = min(width * inner / wide, most_high * inner / tall)
    height = min(most_high, tall * scale / inner)
    left = (width - wide * scale) / 2 + (wide - breadth * squeeze) * scale / 2
    top = (height - tall * scale) / 2 + (tall - (north - south)) * scale / 2
    return Projection(west, north, squeeze, scale, left, top), round(height, 1)


def _shortest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Its western end and its breadth: the least part of the circle that holds all, across the date line too."""
    around = sorted({round(lon, 6) % 360 for lon in longitudes})
    gaps = [
        ((around[(i + 1) % len(around)] - lon) % 360 or 360, (i + 1) % len(around))
        for i, lon in enumerate(around)
    ]
    widest, first = max(gaps)
    return around[first], 360 - widest


def round_km(most: float) -> int:
    """The longest round number of kilometres up to `most`: 1, 2, 5, 10, 20, ..."""
    best, unit = 1, 1
    while unit <= most:
        best = max(n for n in (unit, 2 * unit, 5 * unit) if n <= most)
        unit *= 10
    return best


def inside(height: float, width: float) -> Box:
    return Box(4, 4, width - 4, height - 4)
