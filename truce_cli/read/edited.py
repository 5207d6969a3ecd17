"""A claim with some of its fields written anew by a person: the same checks as in a claims file. No storage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.fields import BY_NAME, FIELDS
from truce_cli.model.record import replace
from truce_cli.read.claim_rows import Names, read_claim
from truce_cli.read.row import Row

_BOUNDS: Final = ("low", "high", "value", "qualifier")
_ELSEWHERE: Final = {
    "id": "an id is never edited",
    "kind": "a claim never changes its kind; reject it and add another",
    "status": "use accept, reject or retract",
    "retracted_from": "use retract",
    "entry": "how a claim came in is never edited",
    "rule": "the rule that proposed a claim is never edited",
}
_FOLLOWS: Final = {
    "claimant_slug": ("claimant_side",),
    "occurred": ("precision",),
    "at": ("precision",),
    "as_of": ("as_of_basis",),
}
"""Fields that are derived anew when another one is edited and they are not."""


def edited_claim(claim: Claim, written: Mapping[str, str], conflict: Conflict) -> Claim:
    """The claim with these fields; "" empties one. Its document and the ids that it names are left as they are.

    Raises InputRefused for a field that does not exist or a value that does not fit.
    """
    row = Row("", dict(written))
    row.known(tuple(field.name for field in FIELDS if field.authored))
    for name in written:
        if name in _ELSEWHERE:
            raise row.refuse(name, _ELSEWHERE[name])
        kinds = BY_NAME[name].kinds
        if kinds and claim.kind not in kinds and row.has(name):
            raise row.refuse(name, f"is no field of a claim of kind {claim.kind}, but of {', '.join(kinds)}")
    names = Names(conflict, {actor.slug: actor for actor in conflict.actors})
    before = _values(claim)
    try:
        plain = read_claim(Row("", before), names)
    except InputRefused:
        # A proposal may lack what a person must give; then only what is edited is checked.
        return replace(claim, **_alone(row, claim))
    after = {name: value for name, value in before.items() if name not in _outdated(written)}
    read = read_claim(Row("", {**after, **written}), names)
    changed = {
        field.name: getattr(read, field.name)
        for field in FIELDS
        if getattr(read, field.name) != getattr(plain, field.name) or field.name in written
    }
    changed.pop("document", None)
    return replace(claim, **changed)


def _values(claim: Claim) -> dict[str, Any]:
    values = {field.name: getattr(claim, field.name) for field in FIELDS if field.authored}
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {name: value for name, value in values.items() if value not in (None, [])}


def _outdated(written: Mapping[str, str]) -> set[str]:
    """Fields whose old value must not argue with what is written."""
    gone = {name for key in written for name in _FOLLOWS.get(key, ())}
    bounds = [name for name in _BOUNDS if name in written]
    if "value" in bounds:
        gone |= {"low", "high"}
    elif "low" in bounds or "high" in bounds:
        gone |= {"value", "qualifier"}
    elif "qualifier" in bounds:
        gone |= {"low", "high"}
    return gone - set(written)


def _alone(row: Row, claim: Claim) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in row.values:
        field = BY_NAME[name]
        if name == "document":
            continue
        if field.choices:
            values[name] = row.choice(name, field.choices)
        elif field.type == "list":
            values[name] = row.texts(name)
        elif field.type == "int":
            values[name] = row.number(name)
        elif field.type == "day":
            values[name] = row.when(name)
        else:
            values[name] = row.text(name)
    needed = ("claimant_side", "basis")
    if any(name in values and values[name] is None for name in needed):
        raise row.refuse(next(name for name in needed if name in values), "cannot be empty")
    return values
