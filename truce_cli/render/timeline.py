"""The timeline as a screen: who accused whom of what, when, from a truce's first minute. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Entry, Figure, Timeline
from truce_cli.model.words import MEDIA
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.scope import timeline_scope
from truce_cli.render.signs import ARROW, DISPUTED, PROPOSED, UNANCHORED
from truce_cli.render.wording import act_words, harm_words, held_words, marked, side_name, speaker, when

_COLUMNS: Final = (
    Column("When", whole=True),
    Column(f"Who {ARROW} whom"),
    Column("What", under=True),
    Column("Docs", right=True, whole=True),
)


def timeline_view(timeline: Timeline, conflict: Conflict, cards: Mapping[str, Card]) -> View:
    """One row an entry; denials and the tolls of a strike below it."""
    rows = tuple(row for entry in timeline.entries for row in _rows(entry, timeline, conflict, cards))
    title = _title(timeline, conflict)
    body = Table(_COLUMNS, rows) if rows else Line("nothing claimed for this time")
    return (Line(title, "title"), body) if title else (body,)


def timeline_footer(timeline: Timeline, conflict: Conflict, cards: Mapping[str, Card] | None = None) -> View:
    """Legend, then scope, clocks and exclusions."""
    return footer(_legend(timeline, cards or {}), timeline_scope(timeline, conflict))


def _title(timeline: Timeline, conflict: Conflict) -> str:
    truce = conflict.truce(timeline.truce) if timeline.truce else None
    if truce is None:
        return ""
    until = conflict.truce_end(truce)
    words = f"{truce.name}: in force {when(truce.in_force, 'minute')}"
    return f"{words}, until {when(until, 'minute')}" if until else words


def _rows(entry: Entry, timeline: Timeline, conflict: Conflict, cards: Mapping[str, Card]) -> Iterator[Row]:
    yield Row(
        (
            when(entry.at, entry.precision, before_truce=entry.before_truce),
            who_words(entry, conflict, cards),
            marked(what_words(entry, timeline, conflict), disputed=entry.disputed, candidate=entry.candidate),
            held_words(entry.documents, cards),
        ),
        "title" if entry.kind == "truce_event" else "",
    )
    if entry.denied_by:
        yield Row(("", "", f"denied by {', '.join(entry.denied_by)}", ""), "minor")
    for toll in entry.tolls if entry.kind != "toll" else ():
        yield Row(("", "", toll_words(toll, toll.note), ""), "minor")


def who_words(entry: Entry, conflict: Conflict, cards: Mapping[str, Card]) -> str:
    """ "Baku → Armenian side"; the speaker alone where nobody is accused."""
    accuser = entry.accuser
    if not accuser and entry.accuser_side not in (None, MEDIA):
        accuser = side_name(entry.accuser_side, conflict)
    accuser = speaker(accuser, entry.documents, cards)
    if entry.kind != "violation":
        return accuser
    accused = side_name(entry.accused_side, conflict) or entry.accused or ""
    return f"{accuser} {ARROW} {accused}" if accused else accuser


def toll_words(toll: Figure, *more: str | None) -> str:
    """ "13 killed, of them 3 children"."""
    parts = ", ".join(f"{part.text} {_part_of(part)}".rstrip() for part in toll.parts)
    words = ", ".join(word for word in (f"{toll.text} {harm_words(toll.harm)}", *more) if word)
    return f"{words}, of them {parts}" if parts else words


def _part_of(part: Figure) -> str:
    """What sets a part off: who they are, else where; "any" sets off nobody."""
    return part.subgroup or ("" if part.victims == "any" else part.victims) or part.place or ""


def what_words(entry: Entry, timeline: Timeline, conflict: Conflict) -> str:
    """What is said to have happened: an act and its place, a denial's words, a truce's event, a toll."""
    if entry.kind == "violation":
        act = act_words(entry.act)
        return ", ".join(word for word in (act, entry.count, entry.place) if word)
    if entry.kind == "denial":
        return f"denial: {entry.text}"
    if entry.kind == "toll":
        side = side_name(entry.accused_side, conflict)
        told = (toll_words(toll, toll.subgroup, toll.victims, side, toll.place) for toll in entry.tolls)
        return "; ".join(told)
    act = harm_words(entry.act) if entry.act else entry.kind
    # under a truce's own heading its name need not stand on every row
    return act if timeline.truce else " ".join(word for word in (entry.truce, act) if word)


def _legend(timeline: Timeline, cards: Mapping[str, Card]) -> Iterator[str]:
    if any(entry.candidate for entry in timeline.entries):
        yield f"{PROPOSED} proposed by the machine"
    if any(entry.disputed for entry in timeline.entries):
        yield f"{DISPUTED} disputed by the accused"
    late = {entry.kind == "toll" for entry in timeline.entries if entry.precision == "by"}
    if False in late:
        yield "by: undated, no later than its first document"
    if True in late:
        yield "by, of a toll: counted no later than it was said or published"
    if any(entry.precision == "about" for entry in timeline.entries):
        yield "~ about"
    if any(UNANCHORED in held_words(entry.documents, cards) for entry in timeline.entries if entry.claims):
        yield f"{UNANCHORED} unanchored: its document is not held here"
