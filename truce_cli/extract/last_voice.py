"""The side that alone has spoken lately: "the ministry" of a report that quotes one side."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.surroundings import may_name

_OF_A_STATE: Final = frozenset(
    "defence-ministry foreign-ministry health-ministry interior-ministry president prime-minister ministry "
    "government spokesperson prosecutor ombudsman".split()
)
_NEAR: Final = 3
"""Sentences back to which a voice is the last one."""


def land_before(sentence: Sentence, at: int) -> str | None:
    """ "Azerbaijan has not told its losses, but authorities there say ...": the side named last before a unit, in its
    sentence, else the first one of a sentence before it."""
    for unit in reversed(sentence.units[:at]):
        if unit.tag in "sL" and (side := side_of(unit)):
            return side
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= _NEAR:
        told = (
            [side for unit in earlier.units if unit.tag in "sAL" and (side := side_of(unit))]
            if may_name(earlier)
            else []
        )
        if told:
            return told[0]
        earlier = earlier.previous
    return None


def of_the_last_voice(sentence: Sentence, group: Group) -> str | None:
    """ "..., when the ministry spoke of 1,880": the side that alone has spoken in the sentences before."""
    from truce_cli.extract.speakers import frames  # which asks who its speakers are

    if group.kind not in _OF_A_STATE or group.named:
        return None
    sides = sentence.article.lexicon.sides
    earlier = sentence.previous
    told: set[str] = set()
    while earlier is not None and sentence.index - earlier.index <= _NEAR:
        if may_name(earlier):
            told |= {f.speaker.side for f in frames(earlier) if f.speaker.side in sides}
        earlier = earlier.previous
    return told.pop() if len(told) == 1 else None
