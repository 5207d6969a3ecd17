"""What a sound conflict file leaves out or leaves open: lines that a person should look at. Knows no document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from truce_cli.errors import InputRefused
from truce_cli.model.conflict import Conflict, Truce
from truce_cli.model.record import dataclass
from truce_cli.read.conflict import parse_conflict, refusals
from truce_cli.read.row import Row, in_utc
from truce_cli.read.toml_source import read_toml

_SHORTEST: Final = 3
_OF_NOBODY: Final = frozenset(("media", "monitor", "un", "ngo"))
_COMMON: Final = 5
"""Letters below which a name is likely to be a word of everyday speech."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at. code: wrong (refused), ambiguous, missing; line: in the file, None for the whole.

    about: the slug or name concerned; text: what is so; todo: what a person can do.
    """

    code: str
    line: int | None
    about: str
    text: str
    todo: str


def doubts(data: bytes, path: str) -> tuple[Doubt, ...]:
    """Everything to look at in a conflict file: what is refused, else what is ambiguous or missing, by line."""
    refused = refusals(data, path)
    if refused:
        return tuple(_wrong(refusal) for refusal in refused)
    conflict = parse_conflict(data, path)
    rows = {table: read_toml(path, data).rows(table) for table in ("side", "actor", "truce", "place")}
    found = [
        *_names(rows),
        *_sides(conflict, rows["side"]),
        *_actors(conflict, rows["actor"]),
        *_truces(conflict, rows["truce"]),
        *_places(conflict, rows["place"]),
        *_tables(conflict),
    ]
    return tuple(sorted(found, key=lambda doubt: doubt.line or 0))


def _wrong(refusal: InputRefused) -> Doubt:
    about, _, text = refusal.message.partition(": ")
    text, _, todo = (text or about).partition("; ")
    return Doubt(
        "wrong", refusal.line, about if text != about else "", text, todo or "the file is refused until then"
    )


def _names(rows: dict[str, list[Row]]) -> Iterator[Doubt]:
    """Names that mean two things, or that would be found where nobody means them."""
    owners: dict[str, tuple[str, str | None]] = {}
    for table in ("side", "actor", "place"):
        for row in rows[table]:
            mine = str(row.values.get("slug") or row.values.get("name"))
            side = mine if table == "side" else row.text("side")
            for name in dict.fromkeys((row.need("name"), *row.texts("aliases"))):
                owner, of = owners.setdefault(name.casefold(), (mine, side))
                town_of_its_side = table == "place" and of is not None and of == side
                if owner != mine and not town_of_its_side:
                    text = f"{name!r} means {owner} already"
                    yield Doubt("ambiguous", row.line("aliases"), mine, text, "keep it on one of them")
                elif _reads_anywhere(name):
                    text = f"{name!r} is short and has no capital: it is read wherever it stands"
                    yield Doubt(
                        "ambiguous", row.line("aliases"), mine, text, "write it longer or leave it out"
                    )


def _reads_anywhere(name: str) -> bool:
    """True for a name that is likely to be a word of everyday speech."""
    return (len(name) < _SHORTEST and not name.isupper()) or (name.islower() and len(name) < _COMMON)


def _sides(conflict: Conflict, rows: list[Row]) -> Iterator[Doubt]:
    for side, row in zip(conflict.sides, rows, strict=True):
        if not side.aliases:
            yield Doubt(
                "missing",
                row.line(""),
                side.slug,
                "no aliases: articles write the country, its people and its capital, not the side's name",
                'add aliases = ["Armenia", "Armenian", "Armenians", "Yerevan"]',
            )
        if not any(actor.side == side.slug for actor in conflict.actors):
            yield Doubt(
                "missing",
                row.line(""),
                side.slug,
                "no actor belongs to it",
                "add an [[actor]] for those who speak for it",
            )


def _actors(conflict: Conflict, rows: list[Row]) -> Iterator[Doubt]:
    names = [(name, side.slug) for side in conflict.sides for name in side.aliases]
    for actor, row in zip(conflict.actors, rows, strict=True):
        if actor.side is not None or actor.kind in _OF_NOBODY:
            continue
        owner = next((slug for name, slug in names if re.search(rf"\b{re.escape(name)}\b", actor.name)), None)
        if owner is not None:
            text = f"names {owner} and has no side: it counts as a third party"
            yield Doubt(
                "missing", row.line(""), actor.slug, text, f'add side = "{owner}", if it speaks for it'
            )


def _truces(conflict: Conflict, rows: list[Row]) -> Iterator[Doubt]:
    lines = {str(row.values.get("slug")): row for row in rows}
    for truce in conflict.truces:
        row = lines[truce.slug]
        if not row.has("parties"):
            text = "no parties: it counts as between all sides"
            yield Doubt("missing", row.line(""), truce.slug, text, "add parties, if that is not so")
        if truce.agreed is None:
            text = "no day on which it was agreed"
            yield Doubt("missing", row.line(""), truce.slug, text, "add agreed = 2020-10-10")
        if conflict.truce_end(truce) is None and conflict.ended is None:
            text = "no end, no later truce, and the war has none: it stays open"
            yield Doubt("missing", row.line(""), truce.slug, text, "add ended, once it has one")
        yield from _outside(conflict, truce, row)


def _outside(conflict: Conflict, truce: Truce, row: Row) -> Iterator[Doubt]:
    day = truce.in_force[:10]
    if day < conflict.began:
        text = f"in force {day}, before the war began, {conflict.began}"
        yield Doubt("ambiguous", row.line("in_force"), truce.slug, text, "correct one of the two")
    for other in conflict.truces:
        if other.ended is None or not set(other.parties) & set(truce.parties) or other is truce:
            continue
        if in_utc(other.in_force) < in_utc(truce.in_force) < in_utc(other.ended):
            text = f"begins within {other.slug}: an act may belong to both"
            yield Doubt(
                "ambiguous", row.line("in_force"), truce.slug, text, f"end {other.slug} where it begins"
            )


def _places(conflict: Conflict, rows: list[Row]) -> Iterator[Doubt]:
    pairs = list(zip(conflict.places, rows, strict=True))
    for lacking, text, todo in (
        (
            [pair for pair in pairs if pair[0].side is None],
            "no side, so contested: they tell nothing of whose their dead are",
            "add side where one side's people live",
        ),
        (
            [pair for pair in pairs if pair[0].lat is None],
            "no lat and lon: they stand on no map",
            "add lat and lon in degrees",
        ),
    ):
        if lacking:
            about = ", ".join(place.name for place, _ in lacking)
            yield Doubt("missing", lacking[0][1].line(""), about, text, todo)


def _tables(conflict: Conflict) -> Iterator[Doubt]:
    for table, there, text in (
        ("truce", conflict.truces, "no truce: there is no timeline --truce to print"),
        ("place", conflict.places, "no place: the dead of a strike have only words to tell their side"),
        (
            "other_war",
            conflict.other_wars,
            "no other war: dead of an earlier one may be taken for this one's",
        ),
    ):
        if not there:
            yield Doubt("missing", None, table, text, f"add [[{table}]], if there was one")
