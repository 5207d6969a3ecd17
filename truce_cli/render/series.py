"""A series as rows and as a screen: totals with what was added, gaps between them, what fits. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from truce_cli.model.answer import SeriesStep
from truce_cli.model.document import Card
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.signs import FITS, MISFIT
from truce_cli.render.wording import STANCE, marked, speaker

SERIES_ROW: Final = keys(
    "key voice stance kind text low value high as_of claimant check note finding candidate documents claims"
)

_COLUMNS: Final = (
    Column("Series"),
    Column("Figure", whole=True),
    Column("", whole=True, close=True),
    Column("Who says so", under=True),
    Column("Note", under=True),
    Column("Docs", right=True, whole=True),
)
_CHECKED: Final = {"fits": FITS, "misfit": MISFIT}


def series_row(step: SeriesStep) -> dict[str, object]:
    """One row of `truce tolls --series`."""
    row: dict[str, object] = {key: getattr(step, key) for key in SERIES_ROW}
    return row | {"documents": list(step.documents), "claims": list(step.claims)}


def series_view(steps: Sequence[SeriesStep], cards: Mapping[str, Card]) -> View:
    rows = tuple(_rows(steps, cards))
    return (Table(_COLUMNS, rows),) if rows else (Line("no running total"),)


def series_footer(steps: Sequence[SeriesStep]) -> View:
    signs = [f"{FITS} fits the total before"] if any(s.check == "fits" for s in steps) else []
    signs += [f"{MISFIT} does not fit"] if any(s.check == "misfit" for s in steps) else []
    signs += ["? proposed by the machine"] if any(s.candidate for s in steps) else []
    return (Line(), Line(" · ".join(signs), "minor")) if signs else ()


def _rows(steps: Sequence[SeriesStep], cards: Mapping[str, Card]) -> Iterator[Row]:
    named: tuple[str, str] | None = None
    for step in steps:
        if named != (step.key, step.voice):
            named = (step.key, step.voice)
            yield Row((f"{step.key}, {STANCE.get(step.stance, step.stance)}", "", "", "", "", ""), "title")
        gap = step.kind == "gap"
        note = step.note + (f"; finding {step.finding}" if step.finding else "")
        yield Row(
            (
                (step.as_of or "undated").replace("/", " to "),
                marked(step.text, candidate=step.candidate and not gap),
                "" if gap else _CHECKED.get(step.check or "", ""),
                "" if gap else speaker(step.claimant, step.documents, cards),
                note,
                "" if gap else str(len(step.documents)),
            ),
            "minor" if gap or step.kind != "total" else "",
            indent=2,
        )
