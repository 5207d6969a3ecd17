"""One row of a claims file to a claim: checks its fields, fills in what follows. Compares no two claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict
from truce_cli.model.fields import BY_NAME, CLAIM_ROW, FIELDS, Field
from truce_cli.model.identity import curated_id, digest, folded
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, KIND_LETTER, KINDS, MEDIA, THIRD, UNKNOWN
from truce_cli.read.bounds import Bounds, read_bounds
from truce_cli.read.row import Row, in_utc, nearest

ID: Final = re.compile(r"[tuvde]-[0-9a-f]{16}")
_AUTHORED: Final = tuple(field.name for field in FIELDS if field.authored)
_KNOWN: Final = (*_AUTHORED, *(name for name in CLAIM_ROW if name not in _AUTHORED))
"""Computed columns of an exported file are known, and left unread."""
_CLOCKED: Final = ("occurred", "at")
_FIGURE: Final = ("low", "high", "value", "qualifier")
_TELLING: Final = (
    *("document", "claimant", "claimant_slug", "low", "high", "value", "qualifier", "harm", "victims"),
    *("subgroup", "side", "accused_side", "act", "occurred", "truce", "event", "at", "denies"),
)
"""Fields that tell one claim without a ref from another on the same words."""

_NEEDED: Final = {
    "toll": ("harm", "side", "measure"),
    "undisclosed": ("side",),
    "violation": ("accused_side",),
    "truce_event": ("truce", "event"),
    "denial": (),
}


@dataclass(frozen=True, slots=True)
class Names:
    """Slugs that a claim may use: those of the conflict, and the sources that the file itself brings."""

    conflict: Conflict
    actors: Mapping[str, Actor]

    @property
    def sides(self) -> tuple[str, ...]:
        return tuple(side.slug for side in self.conflict.sides)

    def meant(self, claimant: str) -> tuple[Actor | None, str | None]:
        """(the one actor of that name or alias, None), else (None, the side that the name means, if any)."""
        name = claimant.casefold()
        found = [actor for actor in self.actors.values() if name in _folded(actor.name, *actor.aliases)]
        if len(found) == 1:
            return found[0], None
        own = {actor.side for actor in found if actor.side}
        own |= {
            side.slug for side in self.conflict.sides if name in _folded(side.slug, side.name, *side.aliases)
        }
        return None, own.pop() if len(own) == 1 else None


def _folded(*names: str) -> set[str]:
    return {name.casefold() for name in names}


def read_claim(row: Row, names: Names) -> Claim:
    """The claim of a row; ids that it names are still as written. Raises InputRefused."""
    row.known(_KNOWN)
    kind = row.choice("kind", KINDS)
    if kind is None:
        raise row.refuse("kind", f"is missing; one of {', '.join(KINDS)}")
    values = {
        field.name: _value(row, field) for field in FIELDS if field.authored and field.name not in _FIGURE
    }
    _check_kind(row, kind, values)
    bounds = read_bounds(row) if kind in ("toll", "violation") else Bounds()
    values |= {"low": bounds.low, "high": bounds.high, "value": bounds.value, "qualifier": bounds.qualifier}
    _check_figure(row, kind, bounds)
    _check_names(row, names)
    values |= _speaker(row, names)
    values |= _times(values, kind)
    values["victims"] = values["victims"] or ("any" if kind in ("toll", "undisclosed") else None)
    values["act"] = values["act"] or ("violation" if kind == "violation" else None)
    values["status"] = values["status"] or "accepted"
    values["entry"] = values["entry"] or "curated"
    values["basis"] = values["basis"] or "stated"
    values["as_of_basis"] = values["as_of_basis"] or ("curated" if values["as_of"] else None)
    if values["retracted_from"] and values["status"] != "retracted":
        raise row.refuse("retracted_from", 'only goes with status = "retracted"')
    values["document"] = None  # a reference until its document is found
    return Claim(**{**values, "id": _identity(row, kind, names.conflict)})


def _value(row: Row, field: Field) -> Any:
    if field.choices:
        return row.choice(field.name, field.choices)
    if field.type == "list":
        return row.texts(field.name)
    if field.type == "int":
        return row.number(field.name)
    if field.type == "day":
        return row.when(field.name) if field.name in _CLOCKED else row.period(field.name)
    return row.text(field.name)


def _check_kind(row: Row, kind: str, values: Mapping[str, Any]) -> None:
    for name in (*values, *_FIGURE):
        kinds = BY_NAME[name].kinds
        if row.has(name) and kinds and kind not in kinds:
            raise row.refuse(name, f"is no field of a claim of kind {kind}, but of {', '.join(kinds)}")
    for name in _NEEDED[kind]:
        if values[name] is None:
            options = BY_NAME[name].choices
            raise row.refuse(name, "is missing" + (f"; one of {', '.join(options)}" if options else ""))


def _check_figure(row: Row, kind: str, bounds: Bounds) -> None:
    if kind == "toll" and not bounds.given:
        raise row.refuse("value", "is missing; a toll needs a figure, or low and high")
    if kind == "violation" and bounds.given != row.has("unit"):
        raise row.refuse(
            "unit", "a count of violations needs both a figure and what it counts (incidents, shells)"
        )


def _check_names(row: Row, names: Names) -> None:
    for field in ("side", "accused_side"):
        row.choice(field, (*names.sides, BOTH, UNKNOWN))
    row.choice("claimant_side", (*names.sides, THIRD, MEDIA, UNKNOWN))
    row.choice("claimant_slug", tuple(names.actors))
    row.choice("truce", tuple(truce.slug for truce in names.conflict.truces))


def _speaker(row: Row, names: Names) -> dict[str, Any]:
    """Claimant, slug and side: the actor's own where one is named; an article's own voice where nothing is."""
    claimant, side = row.text("claimant"), row.text("claimant_side")
    actor = names.actors.get(row.text("claimant_slug") or "")
    # an exported row says all that it means: what is left empty in it stays empty
    if actor is None and claimant is not None and (side is None or not row.has("id")):
        actor = names.actors.get(claimant)
        if actor is not None:
            claimant = None  # its slug stands for its name
        elif side is None:
            actor, side = names.meant(claimant)
    if actor is not None:
        own = actor.side or (MEDIA if actor.kind == "media" else THIRD)
        if side is not None and side != own:
            raise row.refuse("claimant_side", f"{side!r} is not the side of {actor.slug}, which is {own!r}")
        return {"claimant": claimant or actor.name, "claimant_slug": actor.slug, "claimant_side": own}
    if claimant is not None and side is None:
        near = nearest(claimant, names.actors)
        raise row.refuse(
            "claimant", f"whose side is {claimant!r} on? give claimant_slug or claimant_side{near}"
        )
    return {"claimant_side": side or MEDIA}


def _times(values: Mapping[str, Any], kind: str) -> dict[str, Any]:
    moment = values["occurred"] if kind == "violation" else values["at"]
    clocked = moment is not None and len(moment) > 10
    precision = values["precision"]
    if precision is None and kind in ("violation", "truce_event"):
        precision = "minute" if clocked else "day" if moment and len(moment) == 10 else "unknown"
    return {
        "precision": precision,
        "occurred_utc": in_utc(moment) if clocked and kind == "violation" else None,
    }


def _identity(row: Row, kind: str, conflict: Conflict) -> str:
    """The id given, else that of the ref; without one, what the claim says where stands for a ref."""
    given = row.text("id")
    if given is not None:
        if not ID.fullmatch(given) or given[0] != KIND_LETTER[kind]:
            raise row.refuse("id", f"{given!r} is no id of a {kind}: {KIND_LETTER[kind]}- and 16 hex digits")
        return given
    named = {name: str(row.values.get(name) or "") for name in _TELLING}
    ref = row.text("ref") or digest({**named, "kind": kind, "quote": folded(row.text("quote") or "")})
    return curated_id(kind, conflict.slug, ref)
