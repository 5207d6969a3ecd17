"""The tallies as a screen: a grid a side, with the figures that do not lead below the one that does.

Silence has three faces here: — nobody reported, "not disclosed" in words, and 0 where zero was reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Figure, Question, Tally, TollTable
from truce_cli.model.record import replace
from truce_cli.model.words import BOTH, HARMS, UNKNOWN, VICTIMS
from truce_cli.render.footer import footer
from truce_cli.render.layout import Column, Line, Row, Table, View
from truce_cli.render.scope import tolls_scope
from truce_cli.render.signs import DISPUTED, NOT_REPORTED, PROPOSED, UNANCHORED
from truce_cli.render.wording import figure_signs, harm_words, held_words, marks, side_name, source_words

_COLUMNS: Final = (
    Column("Losses"),
    Column("Figure", right=True, whole=True),
    Column("", whole=True, close=True),
    Column("As of", whole=True),
    Column("Grade", under=True),
    Column("Who says so", under=True),
    Column("Docs", right=True, whole=True),
)
_BLANK: Final = ("",) * (len(_COLUMNS) - 1)
_WHOSE: Final = {"military": "Military", "civilian": "Civilian", "any": "Status not stated"}
_GRID_HARMS: Final = ("killed", "injured")
_GRID_VICTIMS: Final = ("military", "civilian")

Cards = Mapping[str, Card]


def tolls_view(table: TollTable, conflict: Conflict, cards: Cards, question: Question) -> View:
    """The grid, the notes of reconciliation, the legend and the footer."""
    rows = tuple(_groups(table, conflict, cards, question))
    body: View = (Table(_COLUMNS, rows),) if table.rows and rows else (Line(_nothing(table)),)
    shown = {None, *(tally.key for tally in table.rows)}
    notes = tuple(Line(f"note {found.id}: {found.text}") for found in table.problems if found.key in shown)
    return (*body, *((Line(), *notes) if notes else ()))


def tolls_footer(table: TollTable, conflict: Conflict, cards: Cards | None = None) -> View:
    """Legend of the signs that the table uses, then scope, window, clocks and exclusions."""
    return footer(_legend(table, cards or {}), tolls_scope(table, conflict))


def _groups(table: TollTable, conflict: Conflict, cards: Cards, question: Question) -> Iterator[Row]:
    """The rows group by group, each under what its group is; a table that is not grouped is one group."""
    for path in dict.fromkeys(tally.group for tally in table.rows):
        if path:
            named = ", ".join(f"{name} {value}" for name, value in path)
            yield Row((named[:1].upper() + named[1:], *_BLANK), "title")
        group = replace(table, rows=tuple(tally for tally in table.rows if tally.group == path))
        by_victims = question.by[:1] == ("victims",)
        yield from (_victims if by_victims else _sides)(group, conflict, cards, question)


def _victims(table: TollTable, conflict: Conflict, cards: Cards, question: Question) -> Iterator[Row]:
    for victims in VICTIMS:
        tallies = [tally for tally in table.rows if tally.victims == victims]
        if tallies:
            yield Row((_WHOSE[victims], *_BLANK), "title")
        for tally in tallies:
            first, *rest = _tally_rows(tally, table, cards)
            losses = f"{side_name(tally.side, conflict)}: {first.cells[0]}"
            yield replace(first, cells=(losses, *first.cells[1:]))
            yield from rest


def _sides(table: TollTable, conflict: Conflict, cards: Cards, question: Question) -> Iterator[Row]:
    for side, cells in sides_of(table, conflict, question):
        name = side_name(side, conflict)
        yield Row((name[:1].upper() + name[1:], *_BLANK), "title")
        for cell in cells:
            yield from _tally_rows(cell, table, cards) if isinstance(cell, Tally) else _empty_row(cell)


def sides_of(
    table: TollTable, conflict: Conflict, question: Question
) -> Iterator[tuple[str, list[Tally | tuple[str, str]]]]:
    """Each side with its tallies in order, and among them the (harm, victims) of which nobody speaks."""
    if not table.rows:
        return
    known = [side.slug for side in conflict.sides if not question.sides or side.slug in question.sides]
    for side in dict.fromkeys((*known, BOTH, UNKNOWN, *(tally.side for tally in table.rows))):
        tallies = [tally for tally in table.rows if tally.side == side]
        # a truce's toll is made of incidents: a grid of dashes would suggest that somebody kept count
        bare = table.truce or question.min_grade or any(tally.group for tally in table.rows)
        grid = () if bare or side not in known else tuple(_empty_cells(table, side, question))
        if tallies or grid:
            yield side, sorted([*tallies, *grid], key=_place_in_grid)


def _empty_cells(table: TollTable, side: str, question: Question) -> Iterator[tuple[str, str]]:
    """(harm, victims) of the grid of which nobody speaks; what a limit or a status leaves out is no such cell."""
    filled = {(tally.side, tally.harm, tally.victims) for tally in table.rows if tally.subgroup is None}
    for harm in _GRID_HARMS:
        for victims in _GRID_VICTIMS:
            wanted = (not question.harms or harm in question.harms) and (
                not question.victims or victims in question.victims
            )
            if wanted and (side, harm, victims) not in filled | table.spoken_of:
                yield harm, victims


def _place_in_grid(cell: Tally | tuple[str, str]) -> tuple[int, int]:
    harm, victims = (cell.harm, cell.victims) if isinstance(cell, Tally) else cell
    return _index(HARMS, harm), _index(VICTIMS, victims)


def _index(order: tuple[str, ...], word: str) -> int:
    return order.index(word) if word in order else len(order)


def _empty_row(cell: tuple[str, str]) -> Iterator[Row]:
    harm, victims = cell
    yield Row((f"{harm_words(harm)}, {victims}", NOT_REPORTED, *_BLANK[1:]), indent=2)


def _tally_rows(tally: Tally, table: TollTable, cards: Cards) -> Iterator[Row]:
    noted = frozenset(claim for found in table.problems for claim in found.marks)
    yield Row(
        (
            losses_words(tally),
            tally.text,
            marks(disputed=tally.disputed or not noted.isdisjoint(tally.claims), candidate=tally.candidate),
            _as_of(tally),
            tally.grade or "",
            "; ".join(filter(None, (_source(tally, cards), "derived" if tally.derived else "", tally.note))),
            held_words(tally.documents, cards) if tally.claims else "0",
        ),
        "lead",
        indent=2,
    )
    for word, figures in (
        ("of them", tally.parts),
        ("earlier", tally.earlier),
        ("beside", tally.beside),
        ("made of" if tally.derived else "also", tally.others),
    ):
        yield from _figure_rows(word, figures, tally, cards, noted, 4)


def _figure_rows(
    word: str,
    figures: Iterable[Figure],
    whole: Tally | Figure,
    cards: Cards,
    noted: frozenset[str],
    indent: int,
) -> Iterator[Row]:
    made = isinstance(whole, Tally) and whole.derived
    for figure in figures:
        yield Row(
            (
                ", ".join((word, *difference_words(figure, whole))),
                figure.text,
                marks(disputed=not noted.isdisjoint(figure.claims), candidate=figure.candidate),
                _as_of(figure),
                "",
                "; ".join(filter(None, (source_words(figure, cards), "" if made else figure.note))),
                held_words(figure.documents, cards),
            ),
            "minor",
            indent=indent,
        )
        yield from _figure_rows("of them", figure.parts, figure, cards, noted, indent + 2)


def losses_words(tally: Tally) -> str:
    """ "killed, military", with subgroup and place where they tell rows apart."""
    words = (harm_words(tally.harm), tally.victims, tally.subgroup, tally.place)
    return ", ".join(word for word in words if word)


def difference_words(figure: Figure, whole: Tally | Figure) -> Iterator[str]:
    """What a reader must know of a figure because it is not what the row above counts."""
    if figure.harm != whole.harm:
        yield harm_words(figure.harm)
    if figure.subgroup != whole.subgroup and figure.subgroup:
        yield figure.subgroup
    elif figure.victims != whole.victims and figure.victims:
        yield figure.victims
    if figure.place != whole.place and figure.place:
        yield figure.place


def _as_of(figure: Tally | Figure) -> str:
    assumed = isinstance(figure, Tally) and figure.since_assumed and figure.disclosed
    return (figure.as_of or "undated") + (" a" if assumed else "")


def _source(tally: Tally, cards: Cards) -> str:
    if tally.derived:  # its figures follow, each with its own speaker
        return ""
    return source_words(tally, cards) if tally.claims or tally.claimant else ""


def _nothing(table: TollTable) -> str:
    if table.spoken_of and not table.truce:
        return "no row to show: every figure that is claimed is left out"
    if table.truce:
        return f"nothing claimed whose own window lies in {table.truce}"
    return "nothing claimed by that day" if table.as_of or table.known_on else "nothing claimed"


def _legend(table: TollTable, cards: Cards) -> Iterator[str]:
    if not table.rows:
        return
    beside = [f for tally in table.rows for f in (*tally.earlier, *tally.beside, *tally.others)]
    shown: list[Tally | Figure] = [*table.rows, *beside]
    if not table.truce:
        yield f"{NOT_REPORTED} not reported"
    yield from figure_signs(figure.text for figure in shown)
    if any(figure.candidate for figure in shown):
        yield f"{PROPOSED} proposed by the machine"
    if any(found.marks for found in table.problems):
        yield f"{DISPUTED} disputed, or see the notes"
    elif any(tally.disputed for tally in table.rows):
        yield f"{DISPUTED} disputed"
    if any(tally.since_assumed for tally in table.rows):
        yield "a counted from the war's first day, assumed"
    if any(UNANCHORED in held_words(figure.documents, cards) for figure in shown if figure.claims):
        yield f"{UNANCHORED} unanchored: its document is not held here"
    if any(figure.victims == "any" for figure in shown):
        yield "any: status not stated, never a sum"
