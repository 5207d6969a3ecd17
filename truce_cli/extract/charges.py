"""What a side is charged with behind "accused Moru of": where each charge begins and ends. Does not ask who "
"accuses."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.accusation import Violation
from truce_cli.extract.act_words import Act
from truce_cli.extract.acts import WEAPON
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speech import Frame
from truce_cli.extract.truces import spoken_of_or_held
from truce_cli.extract.units import Unit

BLASTS: Final = re.compile(r"\b(?:explosions?|blasts?|mines?|landmines?|bombs?|car bombs?)\b")
HARMED: Final = re.compile(r"\b(?:deaths?|killings?|murders?|wounding|injuring|maiming|shooting)\b")
_LEADING: Final = frozenset(("of", "for", "over"))


def further_accused(units: list[Unit], first: int, last: int) -> list[int]:
    """Units of those whom the same verb accuses too: "accused Moru of A, and Veyland of B", the verb left out."""
    found = []
    for k in range(first + 2, last - 1):
        if units[k].tag not in "sA" or not side_of(units[k]) or units[k + 1].low not in _LEADING:
            continue
        before = units[k - 2] if units[k - 1].tag in "ha" else units[k - 1]
        if before.tag in ",c;":
            found.append(k)
    return found


def begins(units: list[Unit], frame: Frame) -> int:
    """Document offset at which a verb that accuses ends the words of the one before: its subject's, if it has one."""
    group = frame.group
    own = group is not None and group.last <= frame.at and frame.at - group.last < 3
    return units[group.first].start if own and group is not None else units[frame.at].start


def things_blamed(sentence: Sentence, begin: int, limit: int) -> list[Act]:
    """ "blamed Moru for a rocket that came down at Pell", "for the blast": a weapon alone, behind "for" or "over"."""
    if not sentence.low.startswith((" for ", " over "), begin):
        return []
    end = min(limit, begin + 60)
    match = WEAPON.search(sentence.low, begin, end) or BLASTS.search(sentence.low, begin, end)
    if match is None and spoken_of_or_held(sentence.article):
        match = HARMED.search(sentence.low, begin, end)
    if match is None:
        return []
    return [Act(match.start(), match.end(), acts.WEAPON_ACT.get(match.group(), "attack"), True)]


def within(item: Violation, limit: int) -> Violation:
    """Without the words of the charge that follows: "accused Moru of A and Veyland blamed Moru for B"."""
    sentence = item.sentence
    if item.end > sentence.start + limit:
        said = sentence.words[item.start - sentence.start : limit].rstrip(" ,;")
        for joint in (" and", " while", " the", ","):
            said = said.removesuffix(joint).rstrip(" ,")
        item.end = item.start + len(said)
    return item
