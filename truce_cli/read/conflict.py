"""The conflict file: TOML to Conflict. Knows what a conflict must say of itself; knows no claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from truce_cli.errors import InputRefused
from truce_cli.model.conflict import Actor, Conflict, OtherWar, Side, Truce
from truce_cli.model.conflict import Place as Spot
from truce_cli.model.record import replace
from truce_cli.model.words import ACTOR_KINDS, BOTH, MEDIA, THIRD, UNKNOWN
from truce_cli.read.row import Row, in_utc, nearest
from truce_cli.read.toml_source import TomlSource, read_toml

_T = TypeVar("_T")

_TOP: Final = ("slug", "name", "timezone", "began", "ended", "aliases")
_TABLES: Final = ("side", "actor", "truce", "place", "other_war")
_RESERVED: Final = (BOTH, UNKNOWN, THIRD, MEDIA)
_ACTOR: Final = ("slug", "name", "kind", "side", "aliases", "counts_apart", "note")


def load_conflict(path: Path) -> Conflict:
    """The conflict in a file. Raises InputRefused, with its line, for whatever is wrong with it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(str(path), f"cannot be read: {error.strerror or error}") from None
    return parse_conflict(data, str(path))


def parse_conflict(data: bytes, path: str) -> Conflict:
    """The conflict in the bytes of its file; path is what errors name. Raises InputRefused."""
    source = read_toml(path, data)
    top = source.top()
    top.known((*_TOP, *_TABLES))
    sides = _unique(source.rows("side"), _side)
    slugs = tuple(side.slug for side in sides)
    truces = _unique(source.rows("truce"), lambda row: _truce(row, slugs))
    began, ended = _required(top, "began", top.day), top.day("ended")
    if ended is not None and ended < began:
        raise top.refuse("ended", f"{ended} is before it began, {began}")
    if len(sides) < 2:
        raise InputRefused(path, "a conflict needs at least two [[side]] tables")
    actors = _unique(source.rows("actor"), lambda row: read_actor(row, slugs))
    _one_side_each(source, sides, actors)
    timezone = _timezone(top)
    return Conflict(
        slug=top.slug(),
        name=top.need("name"),
        timezone=timezone,
        began=began,
        ended=ended,
        sides=sides,
        actors=actors,
        truces=tuple(_local(t, timezone) for t in sorted(truces, key=lambda t: in_utc(t.in_force))),
        places=tuple(_place(row, slugs) for row in source.rows("place")),
        other_wars=tuple(_war(row) for row in source.rows("other_war")),
        aliases=top.texts("aliases"),
    )


def refusals(data: bytes, path: str) -> tuple[InputRefused, ...]:
    """Everything for which parse_conflict would refuse a file, each with its line; () for a sound file."""
    try:
        source = read_toml(path, data)
        rows = {table: source.rows(table) for table in _TABLES}
    except InputRefused as refusal:
        return (refusal,)
    top = source.top()
    slugs = tuple(str(row.values.get("slug", "")) for row in rows["side"])
    attempts: list[Callable[[], object]] = [
        lambda: top.known((*_TOP, *_TABLES)),
        lambda: top.slug("slug"),
        lambda: top.need("name"),
        lambda: _timezone(top),
        lambda: _required(top, "began", top.day),
        lambda: top.day("ended"),
        *(partial(_side, row) for row in rows["side"]),
        *(partial(read_actor, row, slugs) for row in rows["actor"]),
        *(partial(_truce, row, slugs) for row in rows["truce"]),
        *(partial(_place, row, slugs) for row in rows["place"]),
        *(partial(_war, row) for row in rows["other_war"]),
    ]
    found: dict[str, InputRefused] = {}
    attempts.append(lambda: parse_conflict(data, path))
    for attempt in attempts:
        try:
            attempt()
        except InputRefused as refusal:
            found.setdefault(str(refusal), refusal)
    return tuple(sorted(found.values(), key=lambda refusal: refusal.line or 0))


def read_actor(row: Row, sides: Sequence[str]) -> Actor:
    """An [[actor]] of a conflict file or a [[source]] of a claims file."""
    row.known(_ACTOR)
    kind = row.choice("kind", ACTOR_KINDS)
    if kind is None:
        raise row.refuse("kind", f"is missing; one of {', '.join(ACTOR_KINDS)}")
    return Actor(
        slug=row.slug(),
        name=row.need("name"),
        kind=kind,
        side=row.choice("side", sides),
        aliases=row.texts("aliases"),
        counts_apart=row.flag("counts_apart"),
        note=row.text("note"),
    )


def _unique(rows: list[Row], make: Callable[[Row], _T]) -> tuple[_T, ...]:
    """What the rows make; a slug that stands twice is refused."""
    seen: dict[str, Row] = {}
    for row in rows:
        slug = row.slug()
        if slug in seen:
            raise row.refuse("slug", f"{slug!r} is taken already, on line {seen[slug].line('slug')}")
        seen[slug] = row
    return tuple(make(row) for row in rows)


def _required(row: Row, name: str, get: Callable[[str], _T | None]) -> _T:
    value = get(name)
    if value is None:
        raise row.refuse(name, "is missing")
    return value


def _timezone(top: Row) -> str:
    from zoneinfo import ZoneInfo, available_timezones

    name = top.need("timezone")
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        near = nearest(name, available_timezones())
        raise top.refuse(
            "timezone", f"{name!r} is no time zone; write one such as Asia/Yerevan{near}"
        ) from None
    return name


def _local(truce: Truce, timezone: str) -> Truce:
    """The truce on the conflict's own clock: Moscow's midnight is 01:00 in Yerevan."""
    from zoneinfo import ZoneInfo

    def told(minute: str) -> str:
        return datetime.fromisoformat(minute).astimezone(ZoneInfo(timezone)).isoformat(timespec="minutes")

    return replace(truce, in_force=told(truce.in_force), ended=told(truce.ended) if truce.ended else None)


def _side(row: Row) -> Side:
    row.known(("slug", "name", "aliases"))
    slug = row.slug()
    if slug in _RESERVED:
        raise row.refuse("slug", f"{slug!r} has a meaning of its own; choose another")
    return Side(slug=slug, name=row.need("name"), aliases=row.texts("aliases"))


def _truce(row: Row, sides: Sequence[str]) -> Truce:
    row.known(("slug", "name", "agreed", "in_force", "ended", "parties", "brokers", "aliases"))
    in_force, ended = _required(row, "in_force", row.minute), row.minute("ended")
    if ended is not None and in_utc(ended) <= in_utc(in_force):
        raise row.refuse("ended", f"{ended} is not after {in_force}, when it came into force")
    parties = row.choices("parties", sides)
    return Truce(
        slug=row.slug(),
        name=row.need("name"),
        agreed=row.day("agreed"),
        in_force=in_force,
        ended=ended,
        parties=parties or tuple(sides),
        brokers=row.texts("brokers"),
        aliases=row.texts("aliases"),
    )


def _place(row: Row, sides: Sequence[str]) -> Spot:
    row.known(("name", "aliases", "side", "lat", "lon"))
    lat, lon = row.degrees("lat", 90), row.degrees("lon", 180)
    if (lat is None) != (lon is None):
        raise row.refuse("lat" if lat is None else "lon", "lat and lon go together")
    return Spot(
        name=row.need("name"), aliases=row.texts("aliases"), side=row.choice("side", sides), lat=lat, lon=lon
    )


def _war(row: Row) -> OtherWar:
    row.known(("name", "began", "ended", "aliases"))
    began, ended = _required(row, "began", row.period), _required(row, "ended", row.period)
    if ended[: len(began)] < began[: len(ended)]:
        raise row.refuse("ended", f"{ended} is before it began, {began}")
    return OtherWar(name=row.need("name"), began=began, ended=ended, aliases=row.texts("aliases"))


def _one_side_each(source: TomlSource, sides: Sequence[Side], actors: Sequence[Actor]) -> None:
    """Refuse a name that would mean two sides at once."""
    owners: dict[str, tuple[str, str]] = {}
    rows = (*source.rows("side"), *source.rows("actor"))
    named: list[Side | Actor] = [*sides, *actors]
    for row, item in zip(rows, named, strict=True):
        side = item.side if isinstance(item, Actor) else item.slug
        if side is None:
            continue
        for name in (item.name, *item.aliases):
            owner, of = owners.setdefault(name.casefold(), (item.slug, side))
            if of != side:
                problem = f"{name!r} means {owner} ({of}) already and cannot mean {item.slug} ({side}) too"
                raise row.refuse("aliases", problem)
