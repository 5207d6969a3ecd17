"""Finds of a search, as rows for scripts and as a screen. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.rows import keys
from truce_cli.render.scope import counted
from truce_cli.render.signs import NOT_REPORTED, PROPOSED

SEARCH_ROW: Final = keys("found rank id document day outlet title status snippet")


def search_rows(answer: Any) -> list[dict[str, object]]:
    """Documents, then claims, each ranked from 1."""
    rows = []
    for found, hits in (("document", answer.documents), ("claim", answer.claims)):
        for rank, hit in enumerate(hits, 1):
            known = {key: getattr(hit, key, None) for key in SEARCH_ROW}
            rows.append({**known, "found": found, "rank": rank})
    return rows


def search_view(rows: Iterable[dict[str, object]], short: Mapping[str, str]) -> View:
    """One line a find, its words marked."""
    columns = (
        Column("Id", whole=True),
        Column("Day", whole=True),
        Column("Where"),
        Column("Words", under=True),
    )
    drawn = tuple(
        Row(
            (
                short.get(str(row["id"]), str(row["id"])[:12])
                + (f" {PROPOSED}" if row["status"] == "candidate" else ""),
                str(row["day"] or NOT_REPORTED),
                str(row["outlet"] or row["title"] or ""),
                " ".join(str(row["snippet"]).split()),
            )
        )
        for row in rows
    )
    return (Table(columns, drawn),) if drawn else (Line("nothing found"),)


def search_footer(rows: Sequence[Mapping[str, object]]) -> View:
    if not rows:
        return ()
    legend = [">>> <<< the words asked for, in their place"]
    if any(row["status"] == "candidate" for row in rows):
        legend.append(f"{PROPOSED} proposed by the machine")
    found = [sum(row["found"] == kind for row in rows) for kind in ("document", "claim")]
    return footer(legend, f"{counted(found[0], 'document')}, {counted(found[1], 'claim')}; the best first")
