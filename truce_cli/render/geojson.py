"""Events as GeoJSON (RFC 7946), at the coordinates that the conflict file gives the places that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from truce_cli.model.conflict import Conflict, Place
from truce_cli.model.finding import Entry, Figure
from truce_cli.render.formats import json_text
from truce_cli.render.place_names import PlaceFinder
from truce_cli.render.rows import keys

_PROPERTIES: Final = keys(
    "key at precision at_utc truce before_truce accuser accuser_side accused accused_side act place text "
    "disputed candidate documents claims"
)
_BOUNDS: Final = (("", "value"), ("_text", "text"), ("_low", "low"), ("_high", "high"))


Row = Mapping[str, object]


class Events:
    """Accusations, and tolls of single events that no accusation carries, as features.

    Those that name no place of the conflict file are kept apart: `elsewhere` counts them by their words.
    """

    def __init__(self, entries: Iterable[Entry], figures: Iterable[Row], conflict: Conflict) -> None:
        """figures: rows of figure_rows."""
        find = PlaceFinder([p for p in conflict.places if p.lat is not None and p.lon is not None])
        accusations = [entry for entry in entries if entry.kind == "violation"]
        carried = {claim for entry in accusations for toll in _whole(entry.tolls) for claim in toll.claims}
        tolls = [row for row in figures if row["measure"] == "incident" and carried.isdisjoint(_claims(row))]
        self.features: list[Row] = []
        self.elsewhere: dict[str, int] = {}
        for place, key, properties in (
            *((entry.place, entry.key, _accusation(entry)) for entry in accusations),
            *((_text(row["place"]), f"{row['tally']}/{row['id']}", _toll(row)) for row in tolls),
        ):
            if found := find(place):
                self.features.append(_feature(key, properties, found))
            else:
                name = place or "no place"
                self.elsewhere[name] = self.elsewhere.get(name, 0) + 1

    def lines(self) -> Iterator[str]:
        """One FeatureCollection, a feature a line: a point, or several where the words name several places."""
        yield '{"type": "FeatureCollection", "features": ['
        before = "\n"
        for feature in self.features:
            yield before + json_text(feature)
            before = ",\n"
        yield "\n]}\n"


def _feature(key: str, properties: Row, places: tuple[Place, ...]) -> Row:
    points = [[place.lon, place.lat] for place in places]
    geometry: Row = (
        {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points}
    )
    named = {**properties, "places": [place.name for place in places]}
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": named}


def _accusation(entry: Entry) -> Row:
    known: dict[str, object] = {"kind": entry.kind}
    for name in _PROPERTIES:
        value = getattr(entry, name)
        known[name] = list(value) if isinstance(value, tuple) else value
    return known | dict(_tolls(entry.tolls))


def _toll(row: Row) -> Row:
    """A figure of one event; the keys of an accusation that it has, and its side."""
    known: dict[str, object] = {"kind": "toll", "key": row["tally"], "at": row["as_of"]}
    known |= {name: row[name] for name in keys("side victims place claimant candidate documents claims note")}
    for harm in dict.fromkeys(("killed", "injured", str(row["harm"]))):
        mine = harm == row["harm"]
        for name, bound in _BOUNDS:
            known[f"{harm}{name}"] = row[bound] if mine else None
    return known


def _whole(figures: Iterable[Figure]) -> Iterator[Figure]:
    for figure in figures:
        yield figure
        yield from _whole(figure.parts)


def _claims(row: Row) -> list[str]:
    claims = row["claims"]
    return claims if isinstance(claims, list) else []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _tolls(figures: Iterable[Figure]) -> Iterator[tuple[str, object]]:
    """The leading figure of each harm, flat, since map programs know no nesting; rivals by their texts."""
    lead: dict[str, Figure] = {}
    rivals: list[str] = []
    for figure in figures:
        harm = figure.harm or "harmed"
        if lead.setdefault(harm, figure) is not figure:
            rivals.append(f"{figure.text} {harm}")
    for harm in dict.fromkeys(("killed", "injured", *lead)):
        for name, bound in _BOUNDS:
            yield f"{harm}{name}", getattr(lead.get(harm), bound, None)
    yield "other_figures", rivals
