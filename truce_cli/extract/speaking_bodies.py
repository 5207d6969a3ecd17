"""What a speaking body is by itself: of both sides, of a land or a state, named or owned. Asks no other speaker."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker
from truce_cli.model.conflict import Actor

_PARTIES: Final = frozenset(
    "sides countries governments parties armies camps capitals militaries nations ministries neighbours neighbors "
    "states leaders belligerents officials".split()
)


def of_both(sentence: Sentence, group: Group) -> bool:
    """ "both countries said", "the two armies said": no one side's words."""
    units = sentence.units
    behind = [u.low for u in units[group.last : group.last + 2]]
    if group.side is None and behind[1:] == ["both"] and behind[0] in ("of", "on", "in", "from"):
        return True  # "officials on both shores"
    if group.side is not None or not group.first or units[group.last - 1].low not in _PARTIES:
        return False
    before = units[group.first - 1]
    return before.low == "both" or (before.tag == "N" and before.data.value == 2)


_DEPARTMENTS: Final = frozenset(
    "interior defence defense foreign health information justice finance emergency".split()
)


def other_department(words: str, earlier: Speaker) -> bool:
    """ "The health ministry" is not the interior ministry that spoke before it, though it may be of its side."""
    own = _DEPARTMENTS.intersection(words.lower().split())
    known = _DEPARTMENTS.intersection((earlier.words or "").lower().split())
    return bool(own and known) and own.isdisjoint(known) and {"defence", "defense"} != own | known


def is_new(sentence: Sentence, group: Group) -> bool:
    """ "A security official" is nobody spoken of before."""
    k = group.first - 1
    while k > 0 and sentence.units[k].tag in "wJ" and group.first - k < 4:
        k -= 1
    return k >= 0 and sentence.units[k].tag == "a"


def looks_back(sentence: Sentence, group: Group) -> bool:
    """ "Its director said": a possessive that opens its sentence."""
    first = sentence.units[0].low
    return group.first == 1 and (
        first in ("its", "their") or (first in ("his", "her") and group.kind == "spokesperson")
    )


def owned(sentence: Sentence, group: Group) -> bool:
    """ "Displaced in Lebanon, its government says": a possessive looks back in its own sentence."""
    units = sentence.units
    own = group.first > 0 and units[group.first - 1].low in ("its", "their")
    return own and any(u.tag == "s" or (u.tag == "A" and u.data.side) for u in units[: group.first])


def mourner(sentence: Sentence, group: Group) -> str | None:
    """ "A Veylish soldier was killed, the army said": an army tells of its own soldiers' deaths."""
    units = sentence.units
    if group.named or group.kind != "military":
        return None
    for k in range(group.first - 1):
        fallen = units[k].tag == "s" and units[k + 1].tag == "P" and units[k + 1].data.victims == "military"
        if (
            fallen
            and any(u.tag == "x" for u in units[k + 2 : k + 4])
            and not any(u.low == "by" for u in units[k:])
        ):
            return str(units[k].data)
    return None


_LANDS: Final = frozenset(
    "republic country region enclave territory nation province state kingdom city town village port district "
    "settlement island capital municipality".split()
)


def of_the_land(sentence: Sentence, group: Group) -> str | None:
    """ "Karabakh's losses reached 532, the republic's ministry said": the land named before."""
    units = sentence.units
    k = group.first - 1
    if k < 1 or units[k].low != "'s" or units[k - 1].low not in _LANDS:
        return None
    for unit in reversed(units[: k - 1]):
        side = unit.data if unit.tag == "s" else unit.data.side if unit.tag == "L" else None
        if side:
            return str(side)
    return None


_STATE_BODIES: Final = re.compile(
    r"\b(?:army|navy|air force|general staff|military|command|armed forces|interior minist\w+|defen[cs]e minist\w+|"
    r"foreign minist\w+|health minist\w+|presidency|parliament|garrison|coast ?guard)\b"
)


def of_the_state(sentence: Sentence, group: Group) -> str | None:
    """ "The interior ministry said", in a war of a government against rebels: the government's, where the rebels
    have no body so called."""
    lexicon = sentence.article.lexicon
    if lexicon.ruled is None or lexicon.conflict is None:
        return None
    told = " ".join(u.low for u in sentence.units[group.first : group.last])
    found = _STATE_BODIES.search(told)
    if found is None:
        return None
    ruling, rising = lexicon.ruled
    theirs = [names for side, _, names in lexicon.bodies if side == rising]
    return None if any(found.group() in names for names in theirs) else ruling


_UNIT_NAMES: Final = frozenset("corps militia guard".split())


def only_in_file(sentence: Sentence, group: Group) -> Actor | None:
    """ "the joint command": the one body of the conflict file so called, where other words than a ministry's tell."""
    conflict = sentence.article.conflict
    told = " ".join(u.low for u in sentence.units[group.first : group.last])
    if (
        conflict is not None
        and told in _UNIT_NAMES
        and group.first
        and sentence.units[group.first - 1].low == "the"
    ):
        armed = [
            a for a in conflict.actors if a.kind == "armed_group" and a.name.lower().endswith(f" {told}")
        ]
        return armed[0] if len(armed) == 1 else None
    if conflict is None or " " not in told or group.kind not in ("military", "ombudsman", "defence-ministry"):
        return None
    if told.startswith(
        ("defence", "defense", "armed", "security", "general", "army", "press", "air", "ground", "land")
    ):
        return None  # each side has one
    found = [
        actor
        for actor in conflict.actors
        if actor.side
        and any(f" {name.lower()} ".find(f" {told} ") >= 0 for name in (actor.name, *actor.aliases))
    ]
    return found[0] if len({actor.slug for actor in found}) == 1 else None


def is_named(sentence: Sentence, group: Group) -> bool:
    """ "Parliament Speaker Nabih Berri": a person's own name behind the words for an office."""
    text = sentence.article.text
    names = [u for u in sentence.units[group.first : group.last] if u.tag == "w" and text[u.start].isupper()]
    return len(names) > 1
