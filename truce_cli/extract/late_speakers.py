"""Speakers who stand behind their verb, "said Osten", and those whom only common words name, "a survivor said"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import OUTLETS, Group
from truce_cli.extract.scope import scoped, segment
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speaking_bodies import of_both
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.speech_nouns import TEXTS
from truce_cli.extract.surroundings import side_around
from truce_cli.extract.units import Unit
from truce_cli.extract.who import WATCHING, abroad_before, speaker_of
from truce_cli.model.words import MEDIA, UNKNOWN


def unnamed(sentence: Sentence, units: list[Unit], at: int, j: int, named: list[Group]) -> Frame | None:
    """A speaker whom only common words name: "a survivor of the raid said", "the head of the Tosk office "
    "informed"."""
    if units[at].low == "added" and units[at + 1 : at + 2] and units[at + 1].tag == "N":
        return None  # "a review of files had added 61 deaths to the toll"
    start = j
    while (
        start >= 0
        and units[start].tag not in ',;:"(-.GxXvm'
        and units[start].low not in ("that", "and", "but", "as")
    ):
        start -= 1
    start += 1
    owner = units[start].tag in "AL" and units[start + 1].low == "'s"  # "the Front's media arm"
    if (
        j - start > 9
        or not (owner or units[start].tag in "haPBws")
        or units[start].low in ("this", "these", "those")
    ):
        return None
    inside = next((g for g in named if start <= g.first and g.last <= j + 1 and g.side), None)
    first = start + 1 if units[start].tag in "ha" else start
    if first > j:
        return None
    words = sentence.article.text[units[first].start : units[j].end]
    shape = Group(
        first,
        j + 1,
        inside.side if inside else None,
        inside.slug if inside else None,
        "local",
        inside is not None,
    )
    if inside is None and units[start].tag not in "haP":
        return None
    if inside is None and words.lower() in WATCHING:
        return scoped(sentence, units, at, shape, speaker_of(sentence, shape))
    abroad = abroad_before(sentence, words) if inside is None else None
    if abroad is not None:
        return scoped(sentence, units, at, shape, abroad)
    if inside is None and units[j].low in OUTLETS:
        return scoped(sentence, units, at, shape, Speaker(words, MEDIA, None, "media", (), True))
    if inside is not None and inside.side is not None:
        side: str | None = inside.side
    else:
        side = None if of_both(sentence, shape) else side_around(sentence, shape)
    return scoped(
        sentence, units, at, shape, Speaker(words, side or UNKNOWN, None, "local", (), inside is None)
    )


_STATING: Final = frozenset('xXVDSvd"')
"""Tags of units with which something is said before "said X"; without them the rest is what X said."""


def inverted(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "..., said Lavrov": the speaker behind the verb."""
    group = next((g for g in named if at < g.first <= at + 6), None)
    between = units[at + 1 : group.first] if group is not None else []
    written = any(u.low in TEXTS for u in between)  # "said a communique from the ministry"
    if any(u.tag not in "haBowP" and not (written and u.tag == "i") for u in between):
        return None
    if group is None:
        return None
    first, last = segment(units, at)
    fronted = units[first].tag in "iM" and not any(u.tag in _STATING for u in units[first:at])
    last = last if fronted else at
    return Frame(speaker_of(sentence, group), units[at].low, at, first, last, True, group)


def names_its_speaker(units: list[Unit], at: int, named: list[Group]) -> bool:
    """ "..., says the Association for Prisoners, a monitoring group.": the speaker stands behind the verb."""
    if units[at].low not in ("says", "said"):
        return False
    group = next((g for g in named if at < g.first <= at + 2), None)
    if group is None or units[at + 1].tag not in "hwAsB":
        return False
    k = group.last
    while k < len(units) and units[k].tag in "iwPBAsLho":
        k += 1
    return k >= len(units) or units[k].tag in ".,;"
