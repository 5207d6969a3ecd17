"""The log as rows for scripts and as a screen. Judges nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import counted
from truce_cli.render.signs import ARROW

LOG_ROW: Final = keys(
    "seq at curator command subject action field old new why act undoes origin prev_hash hash"
)
_LONGEST: Final = 60


def log_row(decision: Any) -> dict[str, object]:
    """One row of `truce log`, from a row of the store's log; old and new are the values themselves."""
    one = decision.judgement
    row: dict[str, object] = {}
    for key in LOG_ROW:
        value = getattr(one, key) if hasattr(one, key) else getattr(decision, key)
        row[key] = json.loads(value) if key in ("old", "new") and value is not None else value
    return row


def log_view(rows: Iterable[dict[str, object]], short: Mapping[str, str], undone: Collection[int]) -> View:
    """One line a change, oldest first."""
    columns = (
        Column("No.", right=True, whole=True),
        Column("When (UTC)", whole=True),
        Column("Who"),
        Column("Command", whole=True),
        Column("About", whole=True),
        Column("What changed", under=True),
        Column("Why", under=True),
    )
    drawn = tuple(
        Row(
            (
                str(row["seq"]),
                str(row["at"]).replace("T", " ").removesuffix("Z"),
                str(row["curator"]),
                str(row["command"]),
                short.get(str(row["subject"]), str(row["subject"])),
                _change(row) + (" (undone)" if (row["act"] or row["seq"]) in undone else ""),
                str(row["why"] or ""),
            )
        )
        for row in rows
    )
    return (Table(columns, drawn),) if drawn else (Line("no decisions"),)


def log_footer(rows: Collection[Mapping[str, object]], undone: Collection[int]) -> View:
    legend = ["(undone): taken back by a later row"] if undone else []
    return footer(legend, f"{counted(len(rows), 'decision')}, oldest first; times in UTC" if rows else "")


def _change(row: Mapping[str, object]) -> str:
    field, old, new = row["field"], row["old"], row["new"]
    if row["action"] == "pair":
        said = f"{_value(new)} as {field}" if new == "same" else f"{_value(new)} from {field}"
        return said if new is not None else f"no longer {_value(old)}: {field}"
    if row["undoes"]:
        taken = f"undoes {row['undoes']}"
        return f"{taken}: {field}: {_value(old)} {ARROW} {_value(new)}" if field else taken
    if field is None:
        return str(row["action"])
    return f"{field}: {_value(old)} {ARROW} {_value(new)}"


def _value(value: object) -> str:
    if value is None:
        return "nothing"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
