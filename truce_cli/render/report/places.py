"""A map of the conflict file's places: where accusations name one, how many, whose people live there.

Plain coordinates, no outline and no tile: it claims no border.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from truce_cli.model.conflict import Conflict, Place
from truce_cli.model.finding import Entry
from truce_cli.model.record import dataclass
from truce_cli.model.report import Report
from truce_cli.render.place_names import PlaceFinder
from truce_cli.render.report import marks
from truce_cli.render.report.days import day_words
from truce_cli.render.report.frame import quiet_table, section
from truce_cli.render.report.geometry import Box, Spot, place_labels
from truce_cli.render.report.markup import Html, anchor, joined, tag
from truce_cli.render.report.projection import Projection, fitted, inside, round_km
from truce_cli.render.scope import counted
from truce_cli.render.wording import act_words, side_name

_WIDTH, _HIGH = 640.0, 620.0
_SIZES: Final = {"wide": 13.0, "narrow": 21.0}
"""Letters of the map on a wide and on a narrow screen, as the style has them."""
_SMALL: Final = 2.6
_LINKED: Final = 12
"""Accusations that the table links to, a place."""


@dataclass(frozen=True, slots=True)
class _Site:
    place: Place
    x: float
    y: float
    radius: float
    deeds: int
    entries: tuple[Entry, ...] = ()


def places(report: Report) -> Html | None:
    """The section; None where the conflict file gives no place its coordinates."""
    conflict = report.conflict
    located = [p for p in conflict.places if p.lat is not None and p.lon is not None]
    if not located:
        return None
    named, elsewhere = _named(report, conflict)
    projection, height = fitted([(p.lat or 0.0, p.lon or 0.0) for p in located], _WIDTH, _HIGH)
    most = max(map(len, named.values()), default=1)
    sites = []
    for place in located:
        x, y = projection(place.lat or 0.0, place.lon or 0.0)
        entries = tuple(named.get(place.name, ()))
        deeds = len(entries)
        radius = _SMALL if not deeds else 4.5 + min(2.6, 13 / sqrt(most)) * sqrt(deeds)
        sites.append(_Site(place, x, y, radius, deeds, entries))
    sites.sort(key=lambda site: -site.deeds)
    note = (
        f"{counted(elsewhere, 'accusation')} with no place of the conflict file in its words, not on the map."
    )
    return section(
        "places",
        "Where",
        "Places of the conflict file; the larger a sign, the more accusations name the place as struck. The "
        "sign tells whose people live there, as the conflict file has it. No border is drawn.",
        tag("figure", _svg(projection, height, sites, conflict), class_="map"),
        _legend(conflict, sites),
        tag("p", note.replace("its words", "their words") if elsewhere != 1 else note, class_="note")
        if elsewhere
        else None,
        _table(sites, conflict),
    )


def _named(report: Report, conflict: Conflict) -> tuple[dict[str, list[Entry]], int]:
    """The accusations that name each place; and how many name none."""
    find = PlaceFinder(conflict.places)
    found: dict[str, list[Entry]] = defaultdict(list)
    elsewhere = 0
    for entry in _deeds(report):
        mentioned = find(entry.place)
        for place in mentioned:
            found[place.name].append(entry)
        elsewhere += not mentioned
    return found, elsewhere


def _deeds(report: Report) -> list[Entry]:
    timelines = (*(account.timeline for account in report.accounts), report.loose)
    return [
        entry for one in timelines for entry in one.entries if entry.kind == "violation" and not entry.general
    ]


def _svg(projection: Projection, height: float, sites: Sequence[_Site], conflict: Conflict) -> Html:
    taken = [Box(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in sites]
    bar = _bar(projection, height)
    taken.append(Box(0, height - 34, 170, height))
    area = inside(height, _WIDTH)
    drawn = [_site(site, conflict) for site in reversed(sites)]
    drawn += [_labels(sites, area, taken, size, name) for name, size in _SIZES.items()]
    told = "; ".join(f"{site.place.name} {site.deeds:,}" for site in sites if site.deeds)
    return tag(
        "svg",
        tag("title", f"Places of {conflict.name}"),
        tag("desc", f"Accusations that name a place: {told or 'none'}. The table below tells them all."),
        tag("rect", x=0.5, y=0.5, width=_WIDTH - 1, height=height - 1, class_="ground"),
        *drawn,
        bar,
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        role="img",
    )


def _labels(sites: Sequence[_Site], area: Box, taken: Sequence[Box], size: float, name: str) -> Html:
    """Every name that finds room at this size; on a narrow screen letters are larger, and fewer names do."""
    spots = [Spot(site.x, site.y, _label(site), site.radius + 4) for site in sites]
    struck = {id(spot) for spot, site in zip(spots, sites, strict=True) if site.deeds}
    texts = [
        tag(
            "text",
            label.spot.text,
            x=label.x,
            y=label.y,
            text_anchor=label.anchor,
            class_="struck" if id(label.spot) in struck else None,
        )
        for label in place_labels(spots, area, size, taken)
    ]
    return tag("g", *texts, class_=name)


def _label(site: _Site) -> str:
    return f"{site.place.name} {site.deeds:,}" if site.deeds else site.place.name


def _site(site: _Site, conflict: Conflict) -> Html:
    class_ = f"site {marks.side_class(site.place.side, conflict)}" + ("" if site.deeds else " quiet")
    said = f"{site.place.name}: {counted(site.deeds, 'accusation')}"
    kind = marks.side_shape(site.place.side, conflict)
    return tag("g", tag("title", said), marks.shape(kind, site.x, site.y, site.radius, class_))


def _bar(projection: Projection, height: float) -> Html:
    km = round_km(120 / projection.km)
    length = km * projection.km
    y = height - 12
    return tag(
        "g",
        tag("path", d=f"M12 {y - 4:.7g}v4h{length:.7g}v-4", class_="bar"),
        tag("text", f"{km:,} km", x=14, y=y - 6),
    )


def _legend(conflict: Conflict, sites: Sequence[_Site]) -> Html:
    items = []
    for side in dict.fromkeys(site.place.side for site in sites):
        class_ = marks.side_class(side, conflict)
        name = side_name(side, conflict) if side else "contested, or not stated"
        items.append(tag("li", marks.swatch(marks.side_shape(side, conflict), class_), name))
    items.append(tag("li", "small: no accusation names it"))
    return tag("ul", *items, class_="legend")


def _links(site: _Site) -> Iterator[Html]:
    """To each accusation that names the place, as far as a cell holds them."""
    for entry in site.entries[:_LINKED]:
        words = " ".join((day_words(entry.at, short=True) if entry.at else "undated", act_words(entry.act)))
        yield joined(" ", tag("a", words, href="#" + anchor("entry", entry.key)))


def _table(sites: Sequence[_Site], conflict: Conflict) -> Html:
    rows = []
    for site in sites:
        where = f"{site.place.lat:.2f}, {site.place.lon:.2f}"
        side = side_name(site.place.side, conflict) if site.place.side else "contested, or not stated"
        rows.append((site.place.name, joined(f"{site.deeds:,} ", *_links(site)), side, where))
    return quiet_table("The places", ("Place", "Accusations", "Whose people live there", "Lat, lon"), rows)
