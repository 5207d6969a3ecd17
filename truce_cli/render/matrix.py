"""The matrix as rows and as a screen: a column a stance. Judges nothing, merges nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from truce_cli.model.answer import MatrixRow
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Figure, Question
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import figure_row, keys
from truce_cli.render.scope import asked_scope, counted
from truce_cli.render.signs import NOT_REPORTED, PROPOSED
from truce_cli.render.wording import figure_signs, harm_words, marked, side_name, speaker

STANCES: Final = ("own_side", "opponent", "third_party", "media")
MATRIX_ROW: Final = keys("key side victims subgroup harm place since own_side opponent third_party media")

_COLUMNS: Final = (
    Column("Losses"),
    *(Column(stance.replace("_", " ").capitalize()) for stance in STANCES),
)


def matrix_row(row: MatrixRow) -> dict[str, object]:
    """One row of `truce tolls --matrix`; each stance holds the latest figure of each speaker."""
    known: dict[str, object] = {key: getattr(row, key) for key in MATRIX_ROW}
    for stance in STANCES:
        known[stance] = [figure_row(figure) for figure in getattr(row, stance)]
    return known


def matrix_view(rows: Sequence[MatrixRow], conflict: Conflict, cards: Mapping[str, Card]) -> View:
    lines = []
    for row in rows:
        cells = [[_cell(figure, cards) for figure in getattr(row, stance)] for stance in STANCES]
        said = [side_name(row.side, conflict), harm_words(row.harm), row.victims]
        said += [row.subgroup or "", row.place or ""]
        losses = ", ".join(word for word in said if word)
        for place, found in enumerate(zip_longest(*(cell or [NOT_REPORTED] for cell in cells), fillvalue="")):
            lines.append(Row((losses if place == 0 else "", *found)))
    if not lines:
        return (Line("nothing claimed"),)
    return (Table(_COLUMNS, tuple(lines)),)


def matrix_footer(rows: Sequence[MatrixRow], conflict: Conflict, question: Question) -> View:
    shown = [figure for row in rows for stance in STANCES for figure in getattr(row, stance)]
    legend = [f"{NOT_REPORTED} not reported", *figure_signs(figure.text for figure in shown)]
    legend += [f"{PROPOSED} proposed by the machine"] if any(figure.candidate for figure in shown) else []
    legend.append("each speaker's latest figure, nothing merged")
    return footer(legend, asked_scope(conflict, question, counted(len(rows), "row")))


def _cell(figure: Figure, cards: Mapping[str, Card]) -> str:
    text = marked(figure.text, candidate=figure.candidate)
    return f"{text} ({figure.as_of or 'undated'}, {speaker(figure.claimant, figure.documents, cards)})"
