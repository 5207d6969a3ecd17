"""Who speaks: whether two claimants may be one body, as a ministry and its spokesperson are. Knows no act."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.record import dataclass
from truce_cli.reconcile.rules.lexicon import Lexicon, letters
from truce_cli.reconcile.rules.wordlists import OFFICE, PLAIN_SPEAKER

_ROLES: Final = (
    ("prime_minister", r"prime minister|\bpremier\b"),
    ("foreign", r"foreign (?:affairs )?minist|minist\w+ (?:of|for) foreign|\bmfa\b"),
    ("defence", r"defen[cs]e|\bmod\b|\bmilitary\b|\barmy\b|armed forces"),
    ("health", r"\bhealth\b"),
    ("interior", r"\binterior\b|\bpolice\b"),
    ("emergency", r"emergenc|rescue|civil protection"),
    ("ombudsman", r"ombuds|human rights (?:defender|commissioner)"),
    ("prosecutor", r"prosecutor"),
    ("parliament", r"parliament|lawmaker"),
    ("president", r"\bpresident(?:ial)?\b"),
)
"""Body -> the words that tell it, the more telling first ("prime minister" before "minister of ...")."""

_BODIES: Final = ("military", "armed_group", "health_authority", "monitor", "un", "ngo", "media")
"""Kinds of actor that are one body of a side, never the side as a whole."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant as far as its words tell."""

    side: str
    slug: str | None
    role: str | None
    """Which body of its side: defence, foreign, president, ..."""
    names: frozenset[str]
    """Telling words of the claimant."""
    country: frozenset[str]
    """Those of them that name its land."""
    plain: bool
    """True for the side as a whole: "Azerbaijan", "Armenian officials"."""

    def origin(self) -> str:
        """Key of the origin behind an accusation: bodies, not outlets."""
        if self.plain:
            return self.side
        return f"{self.side}:{self.slug or self.role or ' '.join(sorted(self.names))}"


def speaker(claim: Claim, words: Lexicon) -> Speaker:
    said = (claim.claimant or "").casefold()
    actor = words.actors.get(claim.claimant_slug or "")
    told = f"{said} {actor.name.casefold()}" if actor else said
    role = next((role for role, pattern in _ROLES if re.search(pattern, told)), None)
    names = frozenset(word for word in letters(told) if word not in PLAIN_SPEAKER)
    country = names & words.country(claim.claimant_side)
    plain = role is None and names == country and (actor is None or actor.kind not in _BODIES)
    return Speaker(claim.claimant_side, claim.claimant_slug, role, names, country, plain)


def compatible(one: Speaker, other: Speaker) -> bool:
    """True where the two may be one origin: one of them is its side as a whole, or they are one body."""
    if one.side != other.side:
        return False
    return one.plain or other.plain or same_body(one, other)


def same_body(one: Speaker, other: Speaker) -> bool:
    """One actor, one named person, or one role of one land (a ministry and its spokesperson)."""
    if one.side != other.side:
        return False
    if one.slug is not None and one.slug == other.slug:
        return True
    if one.role != other.role:
        return False
    if one.role is None:
        return bool((one.names & other.names) - one.country - other.country - OFFICE)
    if not one.country or not other.country:
        return True
    return any(_one_land(mine, theirs) for mine in one.country for theirs in other.country)


def _one_land(a: str, b: str) -> bool:
    """Armenia and Armenian, Azeri and Azerbaijani; not Armenia and Karabakh."""
    return a[:3] == b[:3]
