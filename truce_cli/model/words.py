"""The vocabulary of the field: every enumeration a claim may use. Knows no claim and no text."""

from __future__ import annotations

from typing import Final

KINDS: Final = ("toll", "undisclosed", "violation", "denial", "truce_event")
KIND_LETTER: Final = {"toll": "t", "undisclosed": "u", "violation": "v", "denial": "d", "truce_event": "e"}

STATUSES: Final = ("candidate", "accepted", "rejected", "retracted")
ENTRIES: Final = ("extracted", "curated")

HARMS: Final = (
    "killed",
    "injured",
    "killed_or_injured",
    "recovered",
    "missing",
    "captured",
    "displaced",
)
VICTIMS: Final = ("military", "civilian", "any")
"""In the order in which tables print them. `any` is "status not stated", never a sum."""

MEASURES: Final = ("cumulative", "incident", "increment", "retroactive")
QUALIFIERS: Final = ("exact", "at_least", "more_than", "about", "nearly", "up_to", "range", "vague")
BASES: Final = ("stated", "recorded", "verified", "estimated")
ACTS: Final = (
    "shelling",
    "missile",
    "airstrike",
    "drone",
    "ground_attack",
    "small_arms",
    "attack",
    "violation",
)
TRUCE_EVENTS: Final = ("proposed", "agreed", "in_force", "extended", "collapsed", "ended")
PRECISIONS: Final = ("minute", "about", "minutes_after", "day", "range", "by", "unknown")
AS_OF_BASES: Final = ("stated", "published", "curated")
ACTOR_KINDS: Final = (
    "government",
    "military",
    "armed_group",
    "official",
    "health_authority",
    "monitor",
    "un",
    "ngo",
    "media",
)
STANCES: Final = ("own_side", "party", "opponent", "third_party", "media")

POLICIES: Final = ("own-side", "third-party")
GRADES: Final = ("contested", "self-reported", "single source", "corroborated", "acknowledged")
"""How firmly a figure stands, the weakest first."""
GROUPINGS: Final = ("side", "claimant", "victims", "truce", "month", "place", "document")

BOTH: Final = "both"
UNKNOWN: Final = "unknown"
THIRD: Final = "third"
MEDIA: Final = "media"
"""Values of a side that no conflict file may use as a slug."""

VAGUE: Final[dict[str, tuple[int, int]]] = {
    "several": (3, 9),
    "a handful": (3, 9),
    "a few": (3, 9),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "tens of thousands": (20000, 99999),
    "hundreds of thousands": (200000, 999999),
}
"""Words that stand for no figure: their bounds, inclusive. The word itself is what gets printed."""
