"""The conflict: what a ledger is about. Sides, actors, truces, places, other wars, as its file says."""

from __future__ import annotations

from datetime import datetime

from truce_cli.model.once import once
from truce_cli.model.record import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party whose losses are counted."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    """Countries, demonyms, capitals: every word that means this side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Anyone who speaks or acts: ministry, president, armed group, UN, newspaper."""

    slug: str
    name: str
    kind: str
    side: str | None = None
    """None for third parties and media."""
    aliases: tuple[str, ...] = ()
    counts_apart: bool = False
    """True where its counts cover other people than its side's other bodies do: a voice of its own."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce:
    """A ceasefire. Its window is half-open: [in_force, ended)."""

    slug: str
    name: str
    agreed: str | None
    """Day."""
    in_force: str
    """Minute with offset: "2020-10-10T12:00+04:00"."""
    ended: str | None = None
    """Minute with offset; None: until the next truce between the same parties, or the war's end."""
    parties: tuple[str, ...] = ()
    brokers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    """Whose people live there; None where contested."""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWar:
    """A war between the same parties whose dead must stay out. Years, months or days, inclusive."""

    name: str
    began: str
    ended: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    slug: str
    name: str
    timezone: str
    """IANA name; the local time of the reports."""
    began: str
    """Day."""
    ended: str | None = None
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    truces: tuple[Truce, ...] = ()
    """In order of in_force."""
    places: tuple[Place, ...] = ()
    other_wars: tuple[OtherWar, ...] = ()
    aliases: tuple[str, ...] = field(default=())
    """Other names of the war and of the disputed land, for choosing a conflict by itself."""

    def side(self, slug: str) -> Side | None:
        return next((s for s in self.sides if s.slug == slug), None)

    def actor(self, slug: str | None) -> Actor | None:
        return next((a for a in self.actors if a.slug == slug), None)

    def truce(self, slug: str) -> Truce | None:
        return next((t for t in self.truces if t.slug == slug), None)

    def truce_end(self, truce: Truce) -> str | None:
        """Minute with offset at which a truce's window closes (exclusive); None where nothing closes it."""
        return truce.ended or _closed_by_the_next(self).get(truce.slug)


@once
def _closed_by_the_next(conflict: Conflict) -> dict[str, str]:
    """For each truce by its slug the minute at which a later one between the same parties begins, if any does."""
    # As moments, not as texts: their offsets may differ. A truce that names no parties is between all.
    begun = sorted(
        ((datetime.fromisoformat(truce.in_force), number) for number, truce in enumerate(conflict.truces)),
    )
    ends = {}
    for place, (start, number) in enumerate(begun):
        truce = conflict.truces[number]
        for k in range(place + 1, len(begun)):
            later = conflict.truces[begun[k][1]]
            shared = not later.parties or not truce.parties or set(later.parties) & set(truce.parties)
            if begun[k][0] > start and shared:
                ends[truce.slug] = later.in_force
                break
    return ends
