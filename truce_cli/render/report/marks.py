"""The signs of the drawings: one shape a side, one shape and line a voice, so that colour tells nothing alone."""

from __future__ import annotations

from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.render.report.markup import Html, tag

SHAPES: Final = ("circle", "square", "triangle", "diamond")
STANCES: Final = {
    "own_side": "circle",
    "party": "circle",
    "opponent": "triangle",
    "third_party": "diamond",
    "media": "square",
}
_COLOURS: Final = 4


def side_class(slug: str | None, conflict: Conflict) -> str:
    """The class that gives a side its colour; sides beyond the fourth begin again, told apart by their shapes."""
    known = [side.slug for side in conflict.sides]
    return f"side-{known.index(slug) % _COLOURS + 1}" if slug in known else "side-0"


def side_shape(slug: str | None, conflict: Conflict) -> str:
    known = [side.slug for side in conflict.sides]
    return SHAPES[known.index(slug) % 3] if slug in known else "diamond"


def shape(kind: str, x: float, y: float, size: float, class_: str | None = None) -> Html:
    """A sign around a point. size: half its width."""
    if kind == "circle":
        return tag("circle", cx=x, cy=y, r=size, class_=class_)
    if kind == "square":
        edge = size * 1.8
        return tag("rect", x=x - edge / 2, y=y - edge / 2, width=edge, height=edge, class_=class_)
    tall = size * 1.25
    corners = (
        ((x, y - tall), (x + tall, y + size), (x - tall, y + size))
        if kind == "triangle"
        else ((x, y - tall), (x + tall, y), (x, y + tall), (x - tall, y))
    )
    return tag("polygon", points=" ".join(f"{a:.2f},{b:.2f}" for a, b in corners), class_=class_)


def swatch(kind: str, class_: str) -> Html:
    """A sign small enough for a line of text."""
    return tag("i", class_=f"swatch {kind} {class_}")
