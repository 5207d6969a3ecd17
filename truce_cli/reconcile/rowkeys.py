"""Which tally a claim belongs to: whose losses, which people, which harm, since when. Knows no figure."""

from __future__ import annotations

import re
from typing import NamedTuple

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.once import once
from truce_cli.model.words import BOTH, HARMS, UNKNOWN, VICTIMS
from truce_cli.reconcile.days import last_day


class RowKey(NamedTuple):
    """Claims with one row key speak of the same people; only then may they supersede or contradict."""

    side: str
    victims: str
    subgroup: str | None
    harm: str
    place: str | None
    label: str | None
    start: str | None
    """Where the count starts, as written; None for the war's first day, stated or assumed."""

    def text(self, *extra: str) -> str:
        """side/victims/harm, then what tells the row apart: x/any/killed/children."""
        parts = [self.side, self.victims, self.harm]
        parts += [slugged(part) for part in (self.subgroup, self.place, self.label) if part]
        if self.start:
            parts.append(f"since-{self.start}")
        return "/".join([*parts, *extra])


def row_key(claim: Claim, conflict: Conflict, harm: str | None = None) -> RowKey:
    return RowKey(
        side=claim.side or UNKNOWN,
        victims=claim.victims or "any",
        subgroup=claim.subgroup,
        harm=harm or claim.harm or "killed",
        place=narrow_place(claim.place, conflict),
        label=claim.label,
        start=start_of(claim, conflict),
    )


def start_of(claim: Claim, conflict: Conflict) -> str | None:
    """None where the count runs from the war's start: said so, said as its month, or not said (assumed)."""
    if claim.since is None or conflict.began.startswith(claim.since[:10]):
        return None
    if last_day(claim.since) == conflict.began[:10]:
        return None
    return claim.since


def narrow_place(place: str | None, conflict: Conflict) -> str | None:
    """The place by its name in the conflict file; None for one as wide as the war or as a whole side."""
    return None if place is None else _names_of(conflict).get(place.strip().casefold(), place.strip())


@once
def _names_of(conflict: Conflict) -> dict[str, str | None]:
    """Folded words -> the place that they name; None for the war's names and the sides'."""
    wide = (name for side in conflict.sides for name in (side.name, *side.aliases))
    names: dict[str, str | None] = {
        name.casefold(): None for name in (conflict.name, *conflict.aliases, *wide)
    }
    for known in reversed(conflict.places):
        names |= dict.fromkeys((name.casefold() for name in (known.name, *known.aliases)), known.name)
    return names


def row_order(key: RowKey, conflict: Conflict) -> tuple[object, ...]:
    """Sides as in the conflict file, then both, unknown; harms, victims; the whole before its named parts."""
    sides = [side.slug for side in conflict.sides] + [BOTH, UNKNOWN]
    return (
        sides.index(key.side) if key.side in sides else len(sides),
        key.side,
        HARMS.index(key.harm) if key.harm in HARMS else len(HARMS),
        VICTIMS.index(key.victims) if key.victims in VICTIMS else len(VICTIMS),
        key.subgroup or "",
        key.place or "",
        key.label or "",
        key.start or "",
    )


def slugged(text: str) -> str:
    """Words of a key: lower case, other characters as one hyphen."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
