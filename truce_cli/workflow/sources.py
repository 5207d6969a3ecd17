"""Whose word the ledger holds: claimants, relays and outlets, counted. Knows no reconciliation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict
from truce_cli.model.document import Card
from truce_cli.model.listing import SourceLine
from truce_cli.model.record import dataclass
from truce_cli.model.words import MEDIA, THIRD
from truce_cli.workflow.desk import opened
from truce_cli.workflow.listing import NOT_REJECTED

_Key = tuple[str, str]
"""Role, and the actor's slug or the name in small letters."""
_ROLES = ("claimant", "relay", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesAnswer:
    sources: tuple[SourceLine, ...]
    conflict: Conflict


def sources(ledger: Path) -> SourcesAnswer:
    """Claimants, then relays, then outlets, each with most claims first."""
    with opened(ledger) as desk:
        found = desk.ledger.claims(statuses=NOT_REJECTED)
        conflict, cards = desk.conflict, desk.cards
    heard: defaultdict[_Key, list[Claim]] = defaultdict(list)
    names: dict[_Key, tuple[str, Actor | None, str | None]] = {}
    by_name = _actors_by_name(conflict)
    for claim in found:
        for role, name, slug, side in _voices(claim, cards):
            actor = conflict.actor(slug) or by_name.get(name.casefold())
            key = (role, actor.slug if actor else name.casefold())
            heard[key].append(claim)
            names.setdefault(key, (actor.name if actor else name, actor, side))
    lines = (_line(key[0], *names[key], claims) for key, claims in heard.items())
    ordered = sorted(lines, key=lambda line: (_ROLES.index(line.role), -line.claims, line.name))
    return SourcesAnswer(sources=tuple(ordered), conflict=conflict)


def _voices(claim: Claim, cards: dict[str, Card]) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Role, name, slug and side of everyone who carried a claim."""
    if claim.claimant:
        yield "claimant", claim.claimant, claim.claimant_slug, claim.claimant_side
    for relay in claim.relayed_by:
        yield "relay", relay, None, None
    card = cards.get(claim.document or "")
    if card and card.outlet:
        yield "outlet", card.outlet, None, MEDIA


def _actors_by_name(conflict: Conflict) -> dict[str, Actor]:
    return {
        name.casefold(): actor
        for actor in conflict.actors
        for name in (*actor.aliases, actor.name, actor.slug)
    }


def _line(role: str, name: str, actor: Actor | None, side: str | None, claims: list[Claim]) -> SourceLine:
    if actor:
        side = actor.side or (MEDIA if actor.kind == "media" else THIRD)
    return SourceLine(
        name=name,
        slug=actor.slug if actor else None,
        role=role,
        side=side,
        kind=actor.kind if actor else ("media" if role == "outlet" else None),
        claims=len(claims),
        documents=len({claim.document for claim in claims if claim.document}),
        note=actor.note if actor else None,
    )
