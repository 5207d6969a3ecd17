"""Listings: what the ledger holds, counted. Knows nothing of how it is stored or shown."""

from __future__ import annotations

from truce_cli.model.document import Card
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One row of `truce documents`."""

    card: Card
    claims: int
    """Claims that it holds, rejected ones left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One row of `truce sources`: a claimant, relay or outlet, and how much of the ledger is its word."""

    name: str
    slug: str | None
    """The actor of the conflict file, where one is meant."""
    role: str
    """claimant, relay, outlet."""
    side: str | None
    """A side's slug, third, media; None where nothing tells."""
    kind: str | None
    """Actor kind (model.words.ACTOR_KINDS); None for a name that the conflict file does not know."""
    claims: int
    documents: int
    note: str | None = None
    """What a claims file says of its reliability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The row of `truce status`."""

    ledger: str
    """Path as it was named."""
    conflict: str
    """Slug."""
    name: str
    documents: int
    elsewhere: int
    """Documents that claims name and that are not held."""
    undated: int
    """Documents whose publication date was not found."""
    claims: int
    """Bound proposals not counted: each is the same claim as a curated one."""
    kinds: tuple[tuple[str, int], ...]
    """Claims by kind, in the vocabulary's order."""
    statuses: tuple[tuple[str, int], ...]
    """Claims by status, in the vocabulary's order; candidates await review."""
    curated: int
    extracted: int
    bound: int
    """Proposals bound to a curated claim on the same words and figure."""
    unanchored: int
    """Curated claims whose document is not in the ledger."""
    decisions: int
    """Rows of the log: every judgement and edit."""
