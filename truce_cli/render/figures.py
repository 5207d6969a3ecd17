"""Every figure of a table of tallies as one flat row, with the ids behind it: the tidy form. Adds nothing up.

Rows overlap (an earlier step is inside the total that superseded it, a part inside its whole), so each says its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Figure, Tally, TollTable
from truce_cli.render.place_names import PlaceFinder
from truce_cli.render.rows import keys

FIGURE_ROW: Final = keys(
    "id tally role part_of side victims subgroup harm measure place place_name lat lon "
    "text low value high qualifier since as_of published claimant claimant_side stance basis grade "
    "disclosed derived disputed candidate note outlet url documents claims"
)
_SHARED: Final = keys(
    "text low value high qualifier victims subgroup harm measure since as_of place claimant claimant_side "
    "stance candidate note"
)

Row = dict[str, object]
Cards = Mapping[str, Card]


def figure_rows(table: TollTable, conflict: Conflict, cards: Cards) -> Iterator[Row]:
    """The rows of FIGURE_ROW. role: lead, earlier, beside, other or part (of the row whose id is part_of).

    place is in the words of the source; place_name, lat and lon are the conflict file's, where the words name
    exactly one of its places. published, outlet and url are of the first document that has any.
    """
    find = PlaceFinder(conflict.places)
    for tally in table.rows:
        row = _row(tally, "lead", tally, find, cards)
        row |= {"id": tally.claims[0] if tally.claims else None, "basis": None, "grade": tally.grade}
        row |= {"disclosed": tally.disclosed, "derived": tally.derived, "disputed": tally.disputed}
        yield row
        lead = str(row["id"] or "")
        for role, figures in (("earlier", tally.earlier), ("beside", tally.beside), ("other", tally.others)):
            for figure in figures:
                yield from _figures(figure, role, tally, find, cards)
        for part in tally.parts:
            yield from _figures(part, "part", tally, find, cards, lead)


def _figures(
    figure: Figure, role: str, tally: Tally, find: PlaceFinder, cards: Cards, whole: str | None = None
) -> Iterator[Row]:
    row = _row(figure, role, tally, find, cards)
    row |= {"id": figure.claim, "part_of": whole, "basis": figure.basis, "grade": None}
    row |= {"disclosed": True, "derived": False, "disputed": False}
    yield row
    for part in figure.parts:
        yield from _figures(part, "part", tally, find, cards, figure.claim)


def _row(figure: Tally | Figure, role: str, tally: Tally, find: PlaceFinder, cards: Cards) -> Row:
    row: Row = dict.fromkeys(FIGURE_ROW)
    row |= {"tally": tally.key, "role": role, "side": tally.side}
    row |= {name: getattr(figure, name) for name in _SHARED}
    named = find(figure.place)
    if len(named) == 1:
        row |= {"place_name": named[0].name, "lat": named[0].lat, "lon": named[0].lon}
    # a silence is as old as its latest report, and that report speaks for it
    silent = isinstance(figure, Tally) and not figure.disclosed
    speaking = figure.documents[-1:] if silent else figure.documents
    held = [cards[document] for document in speaking if document in cards]
    for name in ("published", "outlet", "url"):
        row[name] = next((value for card in held if (value := getattr(card, name))), None)
    return row | {"documents": list(figure.documents), "claims": list(figure.claims)}
