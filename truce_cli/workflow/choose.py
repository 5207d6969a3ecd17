"""Picks the conflict that documents are about, by the names they use. Pure: opens nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from truce_cli.model.conflict import Conflict

_ENOUGH = 2
"""Different names that a text must use to be about a conflict: one alone ("Armenia") proves nothing."""


def choose(conflicts: Sequence[Conflict], texts: Iterable[str]) -> tuple[Conflict, int] | None:
    """The conflict that most of these texts are about, and how many are; None where no text fits any.

    Of two that fit as many texts, the one whose names are used more often.
    """
    patterns = [(conflict, _names(conflict)) for conflict in conflicts]
    scores = [[0, 0] for _ in patterns]
    for text in texts:
        for score, (_, names) in zip(scores, patterns, strict=True):
            used = names.findall(text)
            if len(set(used)) >= _ENOUGH:
                score[0] += 1
                score[1] += len(used)
    best = max(range(len(scores)), key=lambda place: scores[place], default=None)
    if best is None or not scores[best][0]:
        return None
    return patterns[best][0], scores[best][0]


def _names(conflict: Conflict) -> re.Pattern[str]:
    # Third parties, media and truces' brokers are left out: the same ones speak about every war.
    names = {conflict.name, *conflict.aliases}
    names.update(name for side in conflict.sides for name in (side.name, *side.aliases))
    names.update(name for place in conflict.places for name in (place.name, *place.aliases))
    names.update(name for actor in conflict.actors if actor.side for name in (actor.name, *actor.aliases))
    longest_first = sorted((name for name in names if name.strip()), key=lambda name: (-len(name), name))
    if not longest_first:
        return re.compile(r"(?!)")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
