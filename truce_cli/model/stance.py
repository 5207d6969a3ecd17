"""Stance and voice: whose word a figure is, seen from the victims' side. Computed, never stored."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor, Conflict
from truce_cli.model.once import once
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN


def stance(claim: Claim) -> str:
    """own_side, opponent, third_party, media; party for a side's word on `both` or `unknown`."""
    speaker = claim.claimant_side
    if speaker == MEDIA:
        return "media"
    if speaker in (THIRD, UNKNOWN):
        return "third_party"
    about = claim.accused_side if claim.kind == "violation" else claim.side
    if about in (BOTH, UNKNOWN, None):
        return "party"
    return "own_side" if speaker == about else "opponent"


def voice(claim: Claim, conflict: Conflict | None) -> str:
    """Key of the voice whose count it is.

    A side's bodies speak with one voice ("side:armenian") unless the conflict file says that one of them
    counts other people; each third party is its own voice; media together are one.
    """
    speaker = claim.claimant_side
    if speaker == MEDIA:
        return "media"
    actor = _actors(conflict).get(claim.claimant_slug) if conflict else None
    name = claim.claimant_slug or (claim.claimant or "").casefold()
    if speaker in (THIRD, UNKNOWN):
        return f"{speaker}:{name}"
    if actor is not None and actor.counts_apart:
        return f"side:{speaker}:{actor.slug}"
    return f"side:{speaker}"


@once
def _actors(conflict: Conflict) -> dict[str | None, Actor]:
    return {actor.slug: actor for actor in reversed(conflict.actors)}


def is_general(claim: Claim) -> bool:
    """True for an accusation that names no particular act: "both sides accused each other", "keeps violating".

    An act or a clock time makes an accusation specific.
    """
    if claim.kind != "violation":
        return False
    if claim.rule is not None and "mutual" in claim.rule:
        return True
    return (
        claim.act == "violation"
        and claim.unit is None
        and claim.precision not in ("minute", "about", "minutes_after")
    )
