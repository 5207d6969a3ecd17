"""Conflict files as rows and as screens: the shipped ones, and what is to be looked at in one. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.signs import NOT_REPORTED

SHIPPED_ROW: Final = keys("slug name began ended timezone sides truces actors places claims documents folder")
DOUBT_ROW: Final = keys("code line about text todo")


def shipped_row(one: Any) -> dict[str, object]:
    """One row of `truce init --list`."""
    conflict = one.conflict
    plain = {key: getattr(conflict, key) for key in ("slug", "name", "began", "ended", "timezone")}
    named = {key: [item.slug for item in getattr(conflict, key)] for key in ("sides", "truces")}
    counts = {key: len(getattr(conflict, key)) for key in ("actors", "places")}
    return {
        **plain,
        **named,
        **counts,
        "claims": one.claims,
        "documents": one.documents,
        "folder": str(one.folder),
    }


def shipped_view(shipped: Sequence[Any]) -> View:
    columns = (
        Column("Conflict"),
        Column("Began", whole=True),
        Column("Ended", whole=True),
        Column("Sides"),
        Column("Truces", right=True, whole=True),
        Column("Claims", right=True, whole=True),
        Column("Docs", right=True, whole=True),
    )
    rows = tuple(
        Row(
            (
                one.conflict.slug,
                one.conflict.began,
                one.conflict.ended or "open",
                ", ".join(side.slug for side in one.conflict.sides),
                str(len(one.conflict.truces)),
                f"{one.claims:,}",
                f"{one.documents:,}",
            )
        )
        for one in shipped
    )
    return (Table(columns, rows),)


def doubt_row(doubt: Any) -> dict[str, object]:
    """One row of `truce conflict check`."""
    return {key: getattr(doubt, key) for key in DOUBT_ROW}


def doubts_view(doubts: Iterable[Any]) -> View:
    """One line for each thing to look at, under the word for how grave it is."""
    columns = (
        Column("Line", right=True, whole=True),
        Column("About"),
        Column("What is so"),
        Column("What to do"),
    )
    view: list[Table | Line] = []
    by_code: dict[str, list[Row]] = {}
    for doubt in doubts:
        line = NOT_REPORTED if doubt.line is None else str(doubt.line)
        by_code.setdefault(doubt.code, []).append(Row((line, doubt.about, doubt.text, doubt.todo)))
    for code, rows in by_code.items():
        view += [Line(code.replace("_", " "), "title"), Table(columns, tuple(rows)), Line()]
    return tuple(view[:-1])
