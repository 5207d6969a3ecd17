"""What the words around a speaker tell of his side, where his own words do not."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.gates import ACTS
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import FIRE, HANDS, short_side
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import ACCUSING
from truce_cli.model.words import THIRD
from truce_cli.text.day_words import MONTHS


def fronted(sentence: Sentence, group: Group) -> str | None:
    """ "In the Azerbaijani capital of Baku, officials ...": the place that opens the sentence."""
    units = sentence.units
    start = next((k + 1 for k in range(group.first - 1, -1, -1) if units[k].tag == ";"), 0)
    if (
        not units
        or units[start].low not in ("in", "at", "near")
        or group.first < start + 2
        or units[group.first - 1].tag not in ",h"
    ):
        return None
    comma = next((k for k in range(start + 1, min(start + 10, group.first)) if units[k].tag == ","), 0)
    for unit in units[start + 1 : comma]:
        if unit.tag == "s":
            return str(unit.data)
        if unit.tag == "L" and unit.data.side:
            return str(unit.data.side)
    return None


_STUDIES: Final = frozenset(
    "lawyers researchers academics scholars scientists study survey monitors mechanism monitoring".split()
)
APART: Final = _STUDIES | frozenset(
    "network coalition union committee committees association collective".split()
)
"""Those who count for themselves: a land's name beside them does not make them its own."""


_INDEPENDENT: Final = frozenset(
    "observatory centre center institute foundation project campaign watch".split()
)


def fits(kind: str | None, speaker: Speaker) -> bool:
    if kind in ("spokesperson", "government"):
        return True
    words = (speaker.words or "").lower()
    if kind == "military":
        armed = any(word in words for word in ("army", "military", "forces", "defence", "defense", "staff"))
        return armed or speaker.kind in ("military", "defence-ministry", "armed_group")
    stem = (kind or "").split("-")[-1]
    return bool(stem) and (
        stem in words or (stem == "ministry" and "minister" in words) or kin(kind, speaker.kind)
    )


def kin(one: str | None, other: str | None) -> bool:
    if one == other:
        return True
    pair = {one, other}
    return bool(pair & {"ministry"}) and any(k and k.endswith("ministry") for k in pair if k != "ministry")


def side_around(sentence: Sentence, group: Group) -> str | None:
    """Side of a body that its words do not tell: of the place or side that the sentence is about."""
    lexicon = sentence.article.lexicon
    if not lexicon.sides:
        return None
    own = APART.intersection(unit.low for unit in sentence.units[group.first : group.last])
    if own:
        return None if own.isdisjoint(_STUDIES) else THIRD
    body = sentence.units[group.first : group.last]
    if any(u.low == "for" for u in body):  # "the Kent Centre for Research": for itself, whatever it is near
        return None if _INDEPENDENT.isdisjoint(u.low for u in body) else THIRD
    if group.first and sentence.units[group.first - 1].low in ("its", "their", "his", "her"):
        for unit in sentence.units[: group.first]:
            if unit.tag == "s":
                return str(unit.data)
            if unit.tag == "A" and unit.data.side:
                return str(unit.data.side)
            short = short_side(sentence, unit)
            if short:
                return short
    prey = _prey(sentence, group) or _accused(sentence, group)
    if prey is not None and prey in lexicon.sides:
        return lexicon.other_side(prey)
    seen = [str(unit.data.side) for unit in sentence.units if unit.tag == "L" and unit.data.side]
    if elsewhere(sentence):
        return None
    if group.kind in _OF_A_PLACE:
        if len(set(seen)) == 1:
            return seen[0]
        told = _accuser(sentence, group) or _placed(sentence) or _named(sentence)
        if told is not None:
            return told
        return _place_before(sentence) or (seen[0] if seen else None)
    return _named(sentence, actors=True) or (seen[0] if seen else None)


def elsewhere(sentence: Sentence) -> bool:
    """ "In Gaza, where Israel fights Hamas, ...": a sentence that opens at a place which the file does not know."""
    units = sentence.units
    if (
        len(units) < 3
        or units[0].low not in ("in", "at", "across")
        or units[1].tag != "w"
        or units[2].tag != ","
    ):
        return False
    return sentence.article.text[units[1].start].isupper() and units[1].low not in MONTHS


_BACK: Final = 6
"""Sentences back to which locals may be of the place spoken of."""


def _place_before(sentence: Sentence) -> str | None:
    """Side of the place named last before a sentence, else of the one that the text begins with."""
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= _BACK:
        if not may_name(earlier):
            earlier = earlier.previous
            continue
        for unit in reversed(earlier.units):
            if unit.tag == "L" and unit.data.side:
                return str(unit.data.side)
        told = _placed(earlier)
        if told is not None:
            return told
        earlier = earlier.previous
    return opening_place(sentence)


def may_name(sentence: Sentence) -> bool:
    """False where no word begins a name of the conflict: it need not be looked at."""
    return not sentence.article.lexicon.own.keys().isdisjoint(sentence.vocabulary)


def opening_place(sentence: Sentence) -> str | None:
    """Side of the places that an article's first lines name, its dateline among them, where all are of one side."""
    sides = {
        str(unit.data.side)
        for line in sentence.article.sentences[: min(4, sentence.index)]
        if may_name(line)
        for unit in line.units
        if unit.tag == "L" and unit.data.side
    }
    return sides.pop() if len(sides) == 1 else None


def _accused(sentence: Sentence, group: Group) -> str | None:
    """ "the general staff said, and accused Kestra of ...": whom a body accuses is not its own side."""
    units = sentence.units
    for k in range(group.last, len(units) - 1):
        if units[k].low in ACCUSING:
            k += units[k + 1].tag in "hi"
            named = units[k + 1] if k + 1 < len(units) else None
            if named is not None and named.tag == "A":
                return named.data.side  # type: ignore[no-any-return]
            return str(named.data) if named is not None and named.tag == "s" else None
    return None


def _accuser(sentence: Sentence, group: Group) -> str | None:
    """ "Moru accused Veyland of strikes that, hospital officials said, killed ten": locals are where it struck."""
    units = sentence.units
    for k in range(1, group.first):
        if units[k].low in ACCUSING:
            before = units[k - 1]
            return str(before.data) if before.tag == "s" else None
    return None


def _prey(sentence: Sentence, group: Group) -> str | None:
    """ "The joint command said it had killed 57 Iskan fighters": whom a body boasts to have killed are not its own."""
    units = sentence.units
    if group.kind != "military":
        return None
    for k in range(group.last, len(units) - 1):
        if units[k].tag == "s" and units[k + 1].tag == "P" and units[k + 1].data.victims == "military":
            if any(u.data == "captured" and u.tag in "VD" for u in units[k + 2 : k + 7]):
                return str(units[k].data)  # "51 Sarni fighters have been captured, the army said"
            j = k - 1
            while j > group.last and units[j].tag in "NJh":
                j -= 1
            boasts = units[j].tag in "VG" and units[j - 1].low in ("have", "had", "has", "it", "we", "they")
            return str(units[k].data) if boasts else None
    return None


_OF_A_PLACE: Final = frozenset(("local", "ombudsman", "health-ministry"))
_ATTACKERS: Final = FIRE | frozenset("forces troops tanks tank army military".split())


_SHOT: Final = frozenset(
    "fired launched shot came coming sent flown fire shells rockets missiles drones mortars".split()
)


def _placed(sentence: Sentence) -> str | None:
    """ "across the Gaza Strip", "in Azerbaijan's second city", "in Ethiopia's Tigray region": a place's side."""
    units = sentence.units
    for k, unit in enumerate(units):
        if unit.tag != "s" or not k:
            continue
        before = units[k - 2].low if k > 1 and units[k - 1].tag == "h" else units[k - 1].low
        if before not in ("in", "at", "of", "near", "across", "inside", "throughout", "from"):
            continue
        if before == "from" and any(u.low in _SHOT for u in units[max(0, k - 4) : k]):
            continue  # "two rockets fired from Moru"
        if k + 2 < len(units) and units[k + 1].low == "'s" and units[k + 2].tag == "s":
            return str(units[k + 2].data)
        if k + 1 >= len(units) or units[k + 1].low not in _ATTACKERS | HANDS:
            return str(unit.data)
    return None


def _in_title(sentence: Sentence, words: str) -> str | None:
    """Side that an outlet's title names first: "carried by Baku Today"."""
    rows = sentence.article.lexicon.names.get(words.split()[0], ())
    return next((str(row[2]) for row in rows if len(row[0]) == 1 and row[1] == "s"), None)


_OF_ARMS: Final = frozenset(
    "aircraft jets jet warplanes planes drones drone artillery forces troops fighters army".split()
)


def _strikes(units: list[Unit], k: int) -> bool:
    """ "Norvian aircraft bombed a market", "which Norvia has besieged", "shelling by Norvia": who did it."""
    before = units[k - 2].low if k > 1 and units[k - 1].tag == "h" else units[k - 1].low if k else ""
    if before == "by":
        return True
    for unit in units[k + 1 : k + 5]:
        if unit.low in ACTS or unit.low in _TAKING or unit.tag in "VG":
            return True
        if not (unit.low in _OF_ARMS or unit.tag in "XMBs"):
            return False
    return False


_TAKING: Final = frozenset(
    "besieged encircled surrounded seized captured stormed overran took raided torched".split()
)


def _named(sentence: Sentence, *, actors: bool = False) -> str | None:
    """The first side named but for the one whose fire is told of; locals do not speak for forces either."""
    units = sentence.units
    skipped = FIRE if actors else _ATTACKERS
    struck = False
    for k, unit in enumerate(units):
        if unit.tag == "s":
            if (k + 1 < len(units) and units[k + 1].low in skipped) or _strikes(units, k):
                struck = True
                continue
            if k + 2 < len(units) and units[k + 1].low == "'s" and units[k + 2].tag == "s":
                continue  # "Ethiopia's Tigray region"
            if k + 1 < len(units) and units[k + 1].low in HANDS:
                continue
            return str(unit.data)
        if actors and unit.tag == "A":
            side = unit.data.side or _in_title(sentence, unit.low)
            if side:
                return str(side)
    if struck:
        lone = next(str(unit.data) for unit in units if unit.tag == "s")
        return sentence.article.lexicon.other_side(lone)
    return None
