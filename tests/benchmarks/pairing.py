"""Measures a program against a peer: rounds of pairs, one run of each in turn, and the median of their ratios.

A machine grows slow and quick again while one measures. Two runs side by side see the same machine, so their ratio
holds where neither figure does; of several such ratios the median is taken, and the worst is shown beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final, Literal

Run = Callable[[], float]
"""One run: gives its figure."""

UNITS: Final = {
    "docs/s": "{:,.0f} docs/s",
    "s": "{:.3f} s",
    "MB": "{:,.0f} MB",
    "kB": "{:.1f} kB",
    "MB/MB": "{:.1f} x its size",
}


@dataclass(frozen=True, kw_only=True)
class Contest:
    """One row of the table.

    figure: what is measured; unit: of ours and theirs; peer: what it is measured against; ours, theirs: one run of
    each, theirs None where the target is a figure of its own. target: the ratio ours / theirs (or our figure) that is
    to be reached; want: whether it is to be at least or at most that. rounds: pairs that are run.
    """

    figure: str
    unit: str
    ours: Run
    target: float
    want: Literal["at least", "at most"]
    peer: str = "-"
    theirs: Run | None = None
    rounds: int = 5


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came out. ratio: median of the pairs; floor: the worst of them; pairs: every (ours, theirs)."""

    figure: str
    unit: str
    peer: str
    want: str
    target: float
    ours: float
    theirs: float | None
    ratio: float
    floor: float
    pairs: list[tuple[float, float | None]] = field(default_factory=list)

    @property
    def reached(self) -> bool:
        return self.ratio >= self.target if self.want == "at least" else self.ratio <= self.target


def compete(contest: Contest) -> Result:
    """Run the pairs, whoever begins in turn."""
    pairs: list[tuple[float, float | None]] = []
    for number in range(contest.rounds):
        if contest.theirs is None:
            pairs.append((contest.ours(), None))
        elif number % 2:
            theirs = contest.theirs()
            pairs.append((contest.ours(), theirs))
        else:
            ours = contest.ours()
            pairs.append((ours, contest.theirs()))
    ratios = [ours / (theirs if theirs is not None else 1.0) for ours, theirs in pairs]
    peers = [theirs for _, theirs in pairs if theirs is not None]
    return Result(
        figure=contest.figure,
        unit=contest.unit,
        peer=contest.peer,
        want=contest.want,
        target=contest.target,
        ours=median(ours for ours, _ in pairs),
        theirs=median(peers) if peers else None,
        ratio=median(ratios),
        floor=min(ratios) if contest.want == "at least" else max(ratios),
        pairs=pairs,
    )


def cells(row: dict[str, Any]) -> list[str]:
    """A result's cells: figure, ours, peer, theirs, ratio, floor, target, reached."""
    form = UNITS[row["unit"]]
    alone = row["theirs"] is None
    number = form if alone else "{:.2f}"
    sign = "≥" if row["want"] == "at least" else "≤"
    reached = row["ratio"] >= row["target"] if row["want"] == "at least" else row["ratio"] <= row["target"]
    return [
        row["figure"],
        form.format(row["ours"]),
        row["peer"],
        "-" if alone else form.format(row["theirs"]),
        "-" if alone else f"{row['ratio']:.2f}",
        number.format(row["floor"]),
        f"{sign} {number.format(row['target'])}",
        "yes" if reached else "no",
    ]


HEADINGS: Final = ["figure", "ours", "peer", "theirs", "ratio", "floor", "target", "reached"]


def markdown(rows: list[dict[str, Any]]) -> str:
    """The table, as the README shows it."""
    lines = [HEADINGS, ["---"] * len(HEADINGS), *(cells(row) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
