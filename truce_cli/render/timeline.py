"""The timeline as a screen: who accused whom of what, when, from a truce's first minute. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Entry, Timeline
from truce_cli.model.words import MEDIA
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.scope import timeline_scope
from truce_cli.render.signs import ARROW, DISPUTED, PROPOSED
from truce_cli.render.wording import harm_words, marked, side_name, speaker, when

_COLUMNS: Final = (
    Column("When"),
    Column(f"Who {ARROW} whom"),
    Column("What"),
    Column("Docs", right=True, whole=True),
)


def timeline_view(timeline: Timeline, conflict: Conflict, cards: Mapping[str, Card]) -> View:
    """One row an entry; denials and the tolls of a strike below it."""
    rows = tuple(row for entry in timeline.entries for row in _rows(entry, conflict, cards))
    title = _title(timeline, conflict)
    body = Table(_COLUMNS, rows) if rows else Line("nothing claimed for this time")
    return (Line(title, "title"), body) if title else (body,)


def timeline_footer(timeline: Timeline, conflict: Conflict) -> View:
    """Legend, then scope, clocks and exclusions."""
    words = (_legend(timeline), timeline_scope(timeline, conflict))
    return (Line(), *(Line(line, "minor") for line in words if line))


def _title(timeline: Timeline, conflict: Conflict) -> str:
    truce = conflict.truce(timeline.truce) if timeline.truce else None
    if truce is None:
        return ""
    until = conflict.truce_end(truce)
    words = f"{truce.name}: in force {when(truce.in_force, 'minute')}"
    return f"{words}, until {when(until, 'minute')}" if until else words


def _rows(entry: Entry, conflict: Conflict, cards: Mapping[str, Card]) -> Iterator[Row]:
    yield Row(
        (
            when(entry.at, entry.precision, before_truce=entry.before_truce),
            _who(entry, conflict, cards),
            marked(_what(entry), disputed=entry.disputed, candidate=entry.candidate),
            str(len(entry.documents)),
        ),
        "title" if entry.kind == "truce_event" else "",
    )
    if entry.denied_by:
        yield Row(("", "", f"denied by {', '.join(entry.denied_by)}", ""), "minor")
    for toll in entry.tolls:
        parts = ", ".join(f"{part.text} {part.subgroup or part.victims}" for part in toll.parts)
        words = f"{toll.text} {harm_words(toll.harm)}" + (f", of them {parts}" if parts else "")
        yield Row(("", "", words, ""), "minor")


def _who(entry: Entry, conflict: Conflict, cards: Mapping[str, Card]) -> str:
    accuser = entry.accuser
    if not accuser and entry.accuser_side not in (None, MEDIA):
        accuser = side_name(entry.accuser_side, conflict)
    accuser = speaker(accuser, entry.documents, cards)
    if entry.kind != "violation":
        return accuser
    accused = side_name(entry.accused_side, conflict) or entry.accused or ""
    return f"{accuser} {ARROW} {accused}" if accused else accuser


def _what(entry: Entry) -> str:
    if entry.kind == "violation":
        act = "alleged violation" if entry.act in (None, "violation") else harm_words(entry.act)
        return ", ".join(word for word in (act, entry.place) if word)
    if entry.kind == "denial":
        return f"denial: {entry.text}"
    act = harm_words(entry.act) if entry.act else entry.kind
    return f"{entry.text}: {act}" if entry.kind == "toll" else act


def _legend(timeline: Timeline) -> str:
    signs = []
    if any(entry.candidate for entry in timeline.entries):
        signs.append(f"{PROPOSED} proposed by the machine")
    if any(entry.disputed for entry in timeline.entries):
        signs.append(f"{DISPUTED} disputed by the accused")
    if any(entry.precision == "by" for entry in timeline.entries):
        signs.append("by: undated, no later than its first document")
    if any(entry.precision == "about" for entry in timeline.entries):
        signs.append("~ about")
    return " · ".join(signs)
