"""The field table: one row a claim's field. Claims files, storage and exports all read it."""

from __future__ import annotations

from typing import Final

from truce_cli.model import words
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim.

    type: text, int, list (of text), day (ISO day, month, year or minute with offset), id (id or ref of a claim).
    choices: the only values allowed, where the field is an enumeration.
    kinds: the kinds of claim that use it; () means every kind.
    authored: a person may write it in a claims file; the others are computed.
    """

    name: str
    type: str = "text"
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    authored: bool = True


_TOLL = ("toll",)
_COUNT = ("toll", "violation")
_LOSS = ("toll", "undisclosed")

FIELDS: Final = (
    Field("id"),
    Field("ref"),
    Field("kind", choices=words.KINDS),
    Field("status", choices=words.STATUSES),
    Field("entry", choices=words.ENTRIES),
    Field("rule"),
    Field("document"),
    Field("quote"),
    Field("start", "int", authored=False),
    Field("end", "int", authored=False),
    Field("claimant"),
    Field("claimant_slug"),
    Field("claimant_side"),
    Field("relayed_by", "list"),
    Field("stated_on", "day"),
    Field("basis", choices=words.BASES),
    Field("harm", choices=words.HARMS, kinds=_LOSS),
    Field("low", "int", kinds=_COUNT),
    Field("value", "int", kinds=_COUNT),
    Field("high", "int", kinds=_COUNT),
    Field("qualifier", choices=words.QUALIFIERS, kinds=_COUNT),
    Field("value_text", kinds=_COUNT),
    Field("victims", choices=words.VICTIMS, kinds=_LOSS),
    Field("subgroup", kinds=_LOSS),
    Field("side", kinds=_LOSS),
    Field("measure", choices=words.MEASURES, kinds=_TOLL),
    Field("since", "day", kinds=_COUNT),
    Field("as_of", "day"),
    Field("as_of_basis", choices=words.AS_OF_BASES),
    Field("place", kinds=("toll", "violation", "truce_event")),
    Field("subset_of", "id", kinds=_TOLL),
    Field("incident"),
    Field("label", kinds=_COUNT),
    Field("other_conflict"),
    Field("accused", kinds=("violation",)),
    Field("accused_side", kinds=("violation",)),
    Field("truce", kinds=("violation", "truce_event", "denial")),
    Field("occurred", "day", kinds=("violation",)),
    Field("occurred_utc", "day", kinds=("violation",), authored=False),
    Field("precision", choices=words.PRECISIONS, kinds=("violation", "truce_event")),
    Field("act", choices=words.ACTS, kinds=("violation",)),
    Field("unit", kinds=("violation",)),
    Field("denies", "id", kinds=("denial",)),
    Field("event", choices=words.TRUCE_EVENTS, kinds=("truce_event",)),
    Field("at", "day", kinds=("truce_event",)),
    Field("brokers", "list", kinds=("truce_event",)),
    Field("corrects", "id"),
    Field("note"),
    Field("retracted_from", "day"),
)
"""Every field of model.claim.Claim, in the order of the dataclass."""

BY_NAME: Final = {field.name: field for field in FIELDS}

CLAIM_ROW: Final = (
    "id ref kind status entry rule document path url outlet published "
    "quote start end claimant claimant_slug claimant_side stance relayed_by stated_on basis "
    "harm low value high qualifier value_text victims subgroup side measure since as_of as_of_basis place "
    "subset_of incident label other_conflict "
    "accused accused_side truce occurred occurred_utc precision act unit "
    "denies event at brokers corrects note"
).split()
"""Keys of one row of `truce claims`, in order: scripts depend on them."""
