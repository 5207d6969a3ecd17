"""Turns the ids and labels by which curated claims name one another into ids. Stores nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.anchor import NotThere

_FIELDS = ("subset_of", "denies", "corrects")


class Pointers:
    """The names by which the claims of one run and of the ledger can be meant."""

    def __init__(self, claims: Sequence[Claim], own: Sequence[Claim], ledger: Ledger | None) -> None:
        """claims: of every claims file of the run; own: of the file at hand, whose labels lead."""
        self._ids = {claim.id for claim in claims}
        self._refs = {claim.ref: claim.id for claim in (*claims, *own) if claim.ref is not None}
        self._events = {claim.incident for claim in claims if claim.incident is not None}
        self._ledger = ledger

    def settle(self, claim: Claim) -> Claim:
        """The claim with ids where it named labels. Raises NotThere for a name that means no claim."""
        named: dict[str, Any] = {}
        for field in _FIELDS:
            name = getattr(claim, field)
            if name is None:
                continue
            found = self._find(name)
            if found is None:
                raise NotThere(f"{field}: {name!r} is neither the id nor the ref of a claim")
            if found == claim.id:
                raise NotThere(f"{field}: {name!r} is this claim itself")
            named[field] = found
        if claim.incident is None:
            # Claims of another file may name this one as their event.
            named["incident"] = next((name for name in (claim.ref, claim.id) if name in self._events), None)
        return replace(claim, **named)

    def _find(self, name: str) -> str | None:
        if name in self._ids:
            return name
        if name in self._refs:
            return self._refs[name]
        return self._in_ledger(name)

    def _in_ledger(self, name: str) -> str | None:
        ledger = self._ledger
        if ledger is None:
            return None
        by_ref = ledger.ids_of_refs((name,)).get(name)
        if by_ref is not None:
            return by_ref
        if name[1:2] != "-":
            return None
        try:
            return ledger.claim_by_prefix(name).id
        except UsageError:
            return None
