"""A series as rows and as a screen: totals with what was added, gaps between them, what fits. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from truce_cli.model.answer import SeriesStep
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import asked_scope, counted
from truce_cli.render.signs import FITS, MISFIT, PROPOSED
from truce_cli.render.spark import spark
from truce_cli.render.wording import STANCE, figure_signs, marked, speaker

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
_BLANK: Final = ("",) * (len(_COLUMNS) - 1)
_CHECKED: Final = {"fits": FITS, "misfit": MISFIT}


def series_row(step: SeriesStep) -> dict[str, object]:
    """One row of `truce tolls --series`."""
    row: dict[str, object] = {key: getattr(step, key) for key in SERIES_ROW}
    return row | {"documents": list(step.documents), "claims": list(step.claims)}


def series_view(steps: Sequence[SeriesStep], cards: Mapping[str, Card]) -> View:
    rows = tuple(_rows(steps, cards))
    return (Table(_COLUMNS, rows),) if rows else (Line("no running total"),)


def series_footer(steps: Sequence[SeriesStep], conflict: Conflict, question: Question) -> View:
    legend = list(figure_signs(step.text for step in steps))
    legend += [f"{FITS} fits the total before"] if any(s.check == "fits" for s in steps) else []
    legend += [f"{MISFIT} does not fit"] if any(s.check == "misfit" for s in steps) else []
    legend += [f"{PROPOSED} proposed by the machine"] if any(s.candidate for s in steps) else []
    if any(_line(list(group)) for _, group in groupby(steps, _series)):
        legend.append("bars: height from zero; blank: nobody counted on that day")
    return footer(legend, asked_scope(conflict, question, counted(len(steps), "step")))


def _series(step: SeriesStep) -> tuple[str, str]:
    return step.key, step.voice


def _rows(steps: Sequence[SeriesStep], cards: Mapping[str, Card]) -> Iterator[Row]:
    for _, group in groupby(steps, _series):
        found = list(group)
        yield Row((f"{found[0].key}, {STANCE.get(found[0].stance, found[0].stance)}", *_BLANK), "title")
        if bars := _line(found):
            yield Row((bars, *_BLANK), indent=2)
        for step in found:
            yield _row(step, cards)


def _line(steps: Sequence[SeriesStep]) -> str:
    """The totals as bars; "" where a day or a figure is missing that they would need."""
    totals = [step for step in steps if step.kind == "total"]
    points = [(step.as_of or "", _figure(step)) for step in totals]
    if not all(len(day) == len("2020-10-10") and figure is not None for day, figure in points):
        return ""
    bars, days = spark([(day, figure or 0) for day, figure in points])
    return f"{bars}  a column {'a day' if days == 1 else f'{days} days'}" if bars else ""


def _figure(step: SeriesStep) -> int | None:
    return next((number for number in (step.value, step.low, step.high) if number is not None), None)


def _row(step: SeriesStep, cards: Mapping[str, Card]) -> Row:
    gap = step.kind == "gap"
    return Row(
        (
            (step.as_of or "undated").replace("/", " to "),
            marked(step.text, candidate=step.candidate and not gap),
            "" if gap else _CHECKED.get(step.check or "", ""),
            "" if gap else speaker(step.claimant, step.documents, cards),
            step.note + (f"; finding {step.finding}" if step.finding else ""),
            "" if gap else str(len(step.documents)),
        ),
        "minor" if gap or step.kind != "total" else "",
        indent=2,
    )
