"""Binding: which proposed claims of a document are a curated one's words again. The curated one leads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.reconcile.days import has_minute, in_utc

_RUN: Final = 4
"""So many words in a row are the same words, however long the quotes are."""

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")

_ANY_ACT: Final = ("attack", "violation")
"""Acts that name no weapon: they may be any other act told less closely."""


def bind(curated: Sequence[Claim], extracted: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """(extracted id, curated id) of the claims of one document that say the same, sorted.

    An extracted claim binds to at most one curated claim, the best match; several may bind to one.
    """
    leads = sorted(curated, key=lambda claim: claim.id)
    pairs = []
    for proposal in extracted:
        scores = [_match(claim, proposal) for claim in leads]
        best = max(scores, default=0.0)
        if best > 0:
            pairs.append((proposal.id, leads[scores.index(best)].id))
    return tuple(sorted(pairs))


def _match(curated: Claim, proposal: Claim) -> float:
    """0 where the two are different claims, else how well they match: agreement first, then shared words."""
    if curated.kind != proposal.kind:
        return 0
    shared = _shared(curated, proposal)
    if curated.kind == "truce_event":
        same = (curated.truce, curated.event) == (proposal.truce, proposal.event)
        return 1 + shared if same else 0
    if curated.kind == "undisclosed":
        return 1 + shared if _same_silence(curated, proposal) else 0
    if not shared:
        return 0
    agreement = {"toll": _toll, "violation": _violation, "denial": _denial}[curated.kind](curated, proposal)
    return agreement + shared if agreement else 0


def _shared(curated: Claim, proposal: Claim) -> float:
    """Share of the shorter quote that both hold, 0 to 1: by span where both have one, else in words."""
    if None not in (curated.start, curated.end, proposal.start, proposal.end):
        start = max(curated.start or 0, proposal.start or 0)
        end = min(curated.end or 0, proposal.end or 0)
        lengths = ((curated.end or 0) - (curated.start or 0), (proposal.end or 0) - (proposal.start or 0))
        shorter = min(lengths)
        if end > start and shorter > 0:
            return min(1.0, (end - start) / shorter)
    mine, theirs = _words(curated.quote), _words(proposal.quote)
    shorter = min(len(mine), len(theirs))
    run = _longest_run(mine, theirs)
    if not shorter or run < min(_RUN, shorter):
        return 0
    return run / shorter


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").casefold())


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    best, row = 0, [0] * (len(other) + 1)
    for word in one:
        above = 0
        for index, theirs in enumerate(other, 1):
            row[index], above = (above + 1 if word == theirs else 0), row[index]
            best = max(best, row[index])
    return best


def _toll(curated: Claim, proposal: Claim) -> float:
    """Same harm and same figure; other people or another side make it a worse match, never none."""
    if curated.harm != proposal.harm or not _same_figure(curated, proposal):
        return 0
    same = (curated.side == proposal.side, curated.victims == proposal.victims)
    return 2 + sum(same) + (curated.subgroup == proposal.subgroup)


def _same_figure(curated: Claim, proposal: Claim) -> bool:
    if (curated.low, curated.high) == (proposal.low, proposal.high):
        return True
    return curated.value is not None and curated.value == proposal.value


def _violation(curated: Claim, proposal: Claim) -> float:
    """Same accuser's side against the same side, acts and clocks that do not exclude each other."""
    sides = (curated.accused_side, curated.claimant_side) == (proposal.accused_side, proposal.claimant_side)
    if not sides or not _acts_fit(curated.act, proposal.act) or _clocks_differ(curated, proposal):
        return 0
    return 2 + (curated.act == proposal.act) + (curated.occurred == proposal.occurred)


def _acts_fit(one: str | None, other: str | None) -> bool:
    return one == other or one in _ANY_ACT or other in _ANY_ACT or None in (one, other)


def _clocks_differ(one: Claim, other: Claim) -> bool:
    if one.occurred is None or other.occurred is None:
        return False
    if has_minute(one.occurred) and has_minute(other.occurred):
        return in_utc(one.occurred) != in_utc(other.occurred)
    return False


def _denial(curated: Claim, proposal: Claim) -> float:
    return 1 if curated.claimant_side == proposal.claimant_side else 0


def _same_silence(curated: Claim, proposal: Claim) -> bool:
    if curated.side != proposal.side:
        return False
    return None in (curated.victims, proposal.victims) or curated.victims == proposal.victims
