"""One claim entered by hand: words and natural days to a checked claim, then to the ledger. Prints nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from truce_cli.errors import InputRefused, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.fields import BY_NAME
from truce_cli.model.identity import curated_id, digest
from truce_cli.model.record import asdict, dataclass, replace
from truce_cli.model.words import KINDS, MEDIA, THIRD
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Kept
from truce_cli.store.rows import why_not
from truce_cli.workflow.anchor import Anchors, NotThere
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.held_conflict import conflict_of
from truce_cli.workflow.nearest import one_of
from truce_cli.workflow.spelling import place_notes
from truce_cli.workflow.who import Who

if TYPE_CHECKING:
    from truce_cli.model.document import Card

NEEDED: Final = {
    "toll": ("side", "harm", "value", "measure"),
    "undisclosed": ("side",),
    "violation": ("accused_side",),
    "denial": (),
    "truce_event": ("truce", "event"),
}
"""Fields without which a claim of the kind is none."""
_CLOCKED: Final = ("occurred", "at")
_CLOCK: Final = re.compile(r"(.*\S)[ T,]{1,9}(?:at )?(\d{1,2}):(\d{2})\s*", re.IGNORECASE)
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|[Zz]))?)?)?")
_SIGNED: Final = {
    ">": "more_than",
    ">=": "at_least",
    "≥": "at_least",
    "~": "about",
    "<=": "up_to",
    "≤": "up_to",
}
_FIGURE: Final = re.compile(r"(>=?|≥|~|<=|≤)?\s*(\d[\d,]*)(?:\s*[-–]\s*(\d[\d,]*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A day as it was said and as it was read. base: the day that it was counted from."""

    field: str
    said: str
    day: str
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim ready to be saved. document: its reference, a sha256 where it is held."""

    claim: Claim
    document: str | None
    readings: tuple[Reading, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """new: False where the very same claim was here already."""

    id: str
    short: str
    new: bool
    act: int | None


def missing(kind: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Fields that a claim of the kind needs and that are not given."""
    figure = ("value", "low", "high", "value_text")
    return tuple(
        name
        for name in NEEDED[kind]
        if not (any(values.get(f) for f in figure) if name == "value" else values.get(name))
    )


def prepare(db: Path, kind: str, given: Mapping[str, str], *, today: str, base: str | None) -> Draft:
    """A claim from its fields as a person writes them. base: ISO day from which "2 days ago" counts.

    Raises UsageError for a field that is missing or does not fit.
    """
    kind = one_of(kind.replace("-", "_"), KINDS, "kind of claim")
    lacking = missing(kind, given)
    if lacking:
        flags = ", ".join(f"--{name.replace('_', '-')}" for name in lacking)
        raise UsageError(f"a {kind.replace('_', ' ')} needs {flags}")
    with Ledger.reading(db) as ledger:
        conflict = conflict_of(ledger)
        values = {name: value.strip() for name, value in given.items() if value.strip()}
        cards = ledger.cards_named(values["document"]) if "document" in values else ()
        notes = []
        if len(cards) == 1:
            values["document"] = cards[0].id
        elif "document" in values and not cards:
            notes.append(f"no document {values['document']!r} here yet: the claim is kept without its place")
        values, readings = _days(values, conflict, *_base(base, cards, conflict, today))
        values = _speaker(_figure(values), conflict)
        for name in ("subset_of", "denies", "corrects"):
            if name in values:
                values[name] = ledger.claim_by_prefix(values[name]).id
        claim = _read(kind, values, conflict)
        notes += place_notes(claim.place, conflict)
        document = values.get("document")
        try:
            claim = Anchors(ledger).place(claim, document, "", None)
        except NotThere as why:
            raise UsageError(str(why)) from None
    problem = why_not(claim)
    if problem is not None:
        raise UsageError(problem)
    return Draft(claim=claim, document=document, readings=tuple(readings), notes=tuple(notes))


def save(db: Path, draft: Draft, who: Who) -> Added:
    """Store the claim; the same one again changes nothing. Raises UsageError where its ref is taken."""
    claim = draft.claim
    with Ledger.writing(db) as ledger:
        act = None
        with ledger.transaction():
            held = ledger.kept((claim.id,)).get(claim.id)
            if held is None:
                whole = json.dumps(asdict(claim), ensure_ascii=False)
                act = ledger.judge([who.judgement(claim.id, "add", new=whole)])
                ledger.put_claims([Kept(claim=claim, document_ref=draft.document)])
                if claim.document is not None:
                    rebind(ledger, (claim.document,))
            elif replace(held.claim, status=claim.status) != claim:
                raise UsageError(
                    f"another claim stands under ref {claim.ref!r}: {ledger.short_id(claim.id)}; "
                    "edit that one, or give this one its own ref"
                )
        return Added(id=claim.id, short=ledger.short_id(claim.id), new=held is None, act=act)


def _read(kind: str, values: Mapping[str, str], conflict: Conflict) -> Claim:
    from truce_cli.read.claim_rows import Names, read_claim
    from truce_cli.read.row import Row

    if "ref" in values:
        id_ = curated_id(kind, conflict.slug, values["ref"])
    else:
        id_ = curated_id(kind, conflict.slug, digest({"kind": kind, **values}))
    row = Row("", {**values, "kind": kind, "id": id_})
    try:
        return read_claim(row, Names(conflict, {actor.slug: actor for actor in conflict.actors}))
    except InputRefused as why:
        raise UsageError(why.message) from None


def _base(base: str | None, cards: tuple[Card, ...], conflict: Conflict, today: str) -> tuple[str, str]:
    """The day that days without a year count from, and what it is."""
    if base is not None:
        return base, "--base"
    if len(cards) == 1 and cards[0].published:
        return cards[0].published, "the document's day"
    if conflict.ended is not None and conflict.ended < today:
        return conflict.ended[:10], "the war's last day"
    return today, "today"


def _days(
    values: Mapping[str, str], conflict: Conflict, base: str, base_is: str
) -> tuple[dict[str, str], list[Reading]]:
    read = dict(values)
    readings = []
    for name, said in values.items():
        if name not in BY_NAME or BY_NAME[name].type != "day" or _ISO.fullmatch(said):
            continue
        day = _day(said, base, conflict.timezone, clocked=name in _CLOCKED)
        if day is None:
            raise UsageError(
                f"{name}: no day can be read from {said!r}; write it as 2020-10-18"
                + (" or 2020-10-18T12:05+04:00" if name in _CLOCKED else "")
            )
        read[name] = day
        readings.append(Reading(field=name, said=said, day=day, base=f"{base}, {base_is}"))
    return read, readings


def _day(said: str, base: str, timezone: str, *, clocked: bool) -> str | None:
    from truce_cli.text import dates

    clock = _CLOCK.fullmatch(said) if clocked else None
    if clock is None:
        return dates.parse_day(said, base)
    day = clock[1] if _ISO.fullmatch(clock[1]) else dates.parse_day(clock[1], base)
    if day is None or len(day) != 10:
        return None
    from datetime import datetime

    from truce_cli.text.zones import zone

    try:
        moment = datetime.fromisoformat(day).replace(hour=int(clock[2]), minute=int(clock[3]))
    except ValueError:
        return None
    return moment.replace(tzinfo=zone(timezone)).isoformat(timespec="minutes")


def _figure(values: Mapping[str, str]) -> dict[str, str]:
    """ ">500", "~30" and "10-12" in place of a value: its qualifier or bounds."""
    found = _FIGURE.fullmatch(values.get("value", ""))
    if found is None:
        return dict(values)
    plain = {name: value for name, value in values.items() if name != "value"}
    if found[3] is not None:
        return {**plain, "low": found[2].replace(",", ""), "high": found[3].replace(",", "")}
    signed = {"qualifier": _SIGNED[found[1]]} if found[1] and "qualifier" not in values else {}
    return {**plain, "value": found[2].replace(",", ""), **signed}


def _speaker(values: Mapping[str, str], conflict: Conflict) -> dict[str, str]:
    """The slug or the side of a claimant whom the conflict file knows by name."""
    known = dict(values)
    name = values.get("claimant", "").casefold()
    if not name or "claimant_slug" in values or "claimant_side" in values:
        return known
    for actor in conflict.actors:
        if name in {each.casefold() for each in (actor.slug, actor.name, *actor.aliases)}:
            known["claimant_slug"] = actor.slug
            if name == actor.slug:
                known["claimant"] = actor.name
            return known
    for side in conflict.sides:
        if name in {each.casefold() for each in (side.slug, side.name, *side.aliases)}:
            known["claimant_side"] = side.slug
            return known
    sides = ", ".join((*(side.slug for side in conflict.sides), THIRD, MEDIA))
    raise UsageError(
        f"claimant: whose side is {values['claimant']!r} on? give --claimant-side ({sides}) or --claimant-slug"
    )
