"""How far apart the voices are: one line of figures for the same people, each where it lies. Adds nothing up."""

from __future__ import annotations

from typing import Final

from truce_cli.model.finding import Figure, Tally
from truce_cli.model.record import dataclass
from truce_cli.render.report import marks
from truce_cli.render.report.geometry import Box, Scale, Spot, highest, level, place_labels, round_ticks
from truce_cli.render.report.markup import Html, tag
from truce_cli.render.wording import STANCE

_WIDTH, _HEIGHT = 340.0, 52.0
_LINE: Final = 26.0
_SIZE: Final = 11.0


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    stance: str
    low: int | None
    value: int | None
    high: int | None
    loose: bool

    @property
    def middle(self) -> int | None:
        """Where its sign stands; None for a range."""
        return level(self.low, self.value, self.high)

    @property
    def top(self) -> int:
        return highest(self.low, self.value, self.high)


def spread(row: Tally) -> Html | None:
    """The leading figure and those of others for the same people; None where nobody else gives one."""
    rivals = [
        figure
        for figure in row.others
        if (figure.harm, figure.victims, figure.subgroup) == (row.harm, row.victims, row.subgroup)
    ]
    said = [*([_said(row)] if row.disclosed else []), *map(_said, rivals)]
    said = [one for one in said if one.top]
    if row.derived or not rivals or len({(one.text, one.stance) for one in said}) < 2:
        return None
    scale = Scale(0, round_ticks(max(one.top for one in said))[-1], 8, _WIDTH - 8)
    pieces = [tag("line", x1=8, x2=_WIDTH - 8, y1=_LINE, y2=_LINE, class_="axis")]
    spots = []
    for one in said:
        if one.low is not None and one.high is not None and one.low != one.high:
            pieces.append(
                tag("line", x1=scale(one.low), x2=scale(one.high), y1=_LINE, y2=_LINE, class_="bound wide")
            )
        x = scale(one.middle if one.middle is not None else one.low or 0)
        if one.middle is not None:
            kind = marks.STANCES.get(one.stance, "circle")
            pieces.append(marks.shape(kind, x, _LINE, 4.2, "dot loose" if one.loose else "dot"))
        spots.append(Spot(x, _LINE, one.text, 8))
    area, line = Box(0, 0, _WIDTH, _HEIGHT), Box(0, _LINE - 5, _WIDTH, _LINE + 5)
    for label in place_labels(dict.fromkeys(spots), area, _SIZE, [line]):
        pieces.append(
            tag("text", label.spot.text, x=label.x, y=label.y, text_anchor=label.anchor, class_="figure")
        )
    told = "; ".join(f"{one.text}, {STANCE.get(one.stance, one.stance)}" for one in said)
    return tag(
        "svg",
        tag("title", f"From lowest to highest: {told}"),
        *pieces,
        viewBox=f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}",
        role="img",
        class_="spread",
    )


def _said(figure: Tally | Figure) -> _Said:
    loose = figure.qualifier == "vague" or (isinstance(figure, Figure) and figure.basis == "estimated")
    return _Said(figure.text, figure.stance, figure.low, figure.value, figure.high, loose)
