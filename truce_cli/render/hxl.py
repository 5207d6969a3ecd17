"""Figures as a CSV with HXL tags in its second row, one column a harm, so that humanitarian tools know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from truce_cli.render.cells import spreadsheet_cell
from truce_cli.render.formats import csv_line

_TAGS: Final = {
    "id": "#meta+id",
    "tally": "#meta+tally",
    "role": "#meta+role",
    "part_of": "#meta+part",
    "side": "#group+side",
    "victims": "#group+victims",
    "subgroup": "#group+subgroup",
    "measure": "#meta+measure",
    "text": "#description+figure",
    "since": "#date+start",
    "as_of": "#date+end",
    "published": "#date+reported",
    "place": "#loc+name",
    "place_name": "#adm1+name",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "claimant": "#meta+source",
    "stance": "#meta+stance",
    "grade": "#meta+grade",
    "candidate": "#status+candidate",
    "outlet": "#meta+outlet",
    "url": "#meta+url",
    "claims": "#meta+claims",
}
_COUNTED: Final = ("killed", "injured")
"""Harms that always have their columns."""
_BOUNDS: Final = (("value", ""), ("low", "+min"), ("high", "+max"))


def hxl_lines(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Headers, tags, then one line a figure. rows: those of figure_rows.

    A harm has three columns: the figure as stated (#affected+killed), its lower and its upper bound (+min, +max).
    """
    known = list(rows)
    harms = list(dict.fromkeys((*_COUNTED, *(str(row["harm"]) for row in known))))
    counts = {
        (harm, bound): (f"{harm}{suffix.replace('+', '_')}", f"#affected+{harm}{suffix}")
        for harm in harms
        for bound, suffix in _BOUNDS
    }
    yield csv_line([*_TAGS, *(header for header, _ in counts.values())])
    yield csv_line([*_TAGS.values(), *(tag for _, tag in counts.values())])
    for row in known:
        # an article in its own voice is its outlet's word
        said = {**row, "claimant": row["claimant"] or row["outlet"]}
        cells = [said[name] for name in _TAGS]
        cells += [row[bound] if row["harm"] == harm else None for harm, bound in counts]
        yield csv_line([spreadsheet_cell(cell) for cell in cells])
