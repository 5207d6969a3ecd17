"""Accusations by accuser and accused, as rows and as a screen. Adds nothing across units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from truce_cli.model.answer import Accusations
from truce_cli.model.conflict import Conflict
from truce_cli.model.finding import Question
from truce_cli.model.names import Names
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import asked_scope, counted
from truce_cli.render.signs import ARROW, PROPOSED
from truce_cli.render.wording import act_words, marked, side_name, when

VIOLATIONS_ROW: Final = keys(
    "key truce accuser_side accused_side events acts days general before_truce denials "
    "first_clocked first_minutes first_about unclocked counts candidate documents claims"
)

_COLUMNS: Final = (
    Column(f"Who {ARROW} whom"),
    Column("Events", right=True, whole=True),
    Column("What", under=True),
    Column("When", under=True),
    Column("Denials", right=True, whole=True),
    Column("First accusation", under=True),
)


def violations_row(row: Accusations) -> dict[str, object]:
    """One row of `truce violations`: acts and days as objects, counts as a list, each in its own unit."""
    known: dict[str, object] = {key: getattr(row, key) for key in VIOLATIONS_ROW}
    known["acts"], known["days"] = dict(row.acts), dict(row.days)
    known["counts"] = [{"text": text, "unit": unit, "claim": claim} for text, unit, claim in row.counts]
    for key in ("unclocked", "documents", "claims"):
        told = getattr(row, key)
        known[key] = told if isinstance(told, Names) else list(told)
    return known


def violations_view(rows: Sequence[Accusations], conflict: Conflict) -> View:
    lines = tuple(_lines(rows, conflict))
    if not lines:
        return (Line("no accusation"),)
    return (Table(_COLUMNS, lines),)


def violations_footer(rows: Sequence[Accusations], conflict: Conflict, question: Question) -> View:
    legend = ["distinct events, echoes counted once; general accusations name no act; units are never added"]
    legend += (
        [f"{PROPOSED} from claims proposed by the machine"] if any(row.candidate for row in rows) else []
    )
    scope = asked_scope(conflict, question, counted(len(rows), "row"))
    return footer(legend if rows else (), scope)


def _lines(rows: Sequence[Accusations], conflict: Conflict) -> Iterator[Row]:
    truce: str | None = ""
    for row in rows:
        if row.truce != truce:
            truce = row.truce
            yield Row((truce or "no truce", "", "", "", "", ""), "title")
        accuser = side_name(row.accuser_side, conflict) or row.accuser_side
        accused = side_name(row.accused_side, conflict) or row.accused_side
        yield Row(
            (
                marked(f"{accuser} {ARROW} {accused}", candidate=row.candidate),
                f"{row.events:,}",
                _acts(row),
                ", ".join(f"{day}: {number}" for day, number in row.days),
                f"{row.denials:,}",
                _first(row),
            ),
            indent=2,
        )
        for text, unit, _ in row.counts:
            yield Row(("counted by the accuser", text, unit, "", "", ""), "minor", indent=4)
        if len(row.counts) > 1:
            yield Row(("no sum: different counts never add", "", "", "", "", ""), "minor", indent=4)


def _acts(row: Accusations) -> str:
    words = [f"{number} {act_words(act)}" for act, number in row.acts]
    words += [f"{row.general} general"] if row.general else []
    words += [f"{row.before_truce} before the truce"] if row.before_truce else []
    return ", ".join(words)


def _first(row: Accusations) -> str:
    words = []
    if row.first_clocked:
        about = "about " if row.first_about else ""
        minutes = f"{about}{row.first_minutes:,} min, " if row.first_minutes is not None else about
        words.append(f"{minutes}{when(row.first_clocked, 'minute')}")
    words += [f'"{said}"' for said in row.unclocked]
    return "; ".join(words)
