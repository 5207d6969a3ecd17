"""What the words around a speaker tell of his side, where his own words do not."""

from __future__ import annotations

from truce_cli.extract.actors import Group
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker


def fronted(sentence: Sentence, group: Group) -> str | None:
    """ "In the Azerbaijani capital of Baku, officials ...": the place that opens the sentence."""
    units = sentence.units
    if (
        not units
        or units[0].low not in ("in", "at", "near")
        or group.first < 2
        or units[group.first - 1].tag not in ",h"
    ):
        return None
    for unit in units[1 : group.first]:
        if unit.tag == "s":
            return str(unit.data)
        if unit.tag == "L" and unit.data.side:
            return str(unit.data.side)
    return None


def fits(kind: str | None, speaker: Speaker) -> bool:
    if kind in ("spokesperson", "government", "military"):
        return True
    words = (speaker.words or "").lower()
    stem = (kind or "").split("-")[-1]
    return bool(stem) and (stem in words or kin(kind, speaker.kind))


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
    if group.first and sentence.units[group.first - 1].low in ("its", "their", "his", "her"):
        for unit in sentence.units[: group.first]:
            if unit.tag == "s":
                return str(unit.data)
            if unit.tag == "A" and unit.data.side:
                return str(unit.data.side)
    seen: list[str] = []
    for unit in sentence.units:
        side = unit.data.side if unit.tag == "L" else None
        if side:
            seen.append(side)
    if group.kind == "local" or group.kind == "ombudsman":
        if len(set(seen)) == 1:
            return seen[0]
        for k, unit in enumerate(sentence.units):
            if unit.tag == "s" and k and sentence.units[k - 1].low in ("in", "at", "of", "near"):
                return str(unit.data)
        for unit in sentence.units:
            if unit.tag == "s":
                return str(unit.data)
        earlier = sentence.previous
        if earlier is not None:
            for unit in reversed(earlier.units):
                if unit.tag == "L" and unit.data.side:
                    return str(unit.data.side)
        return seen[0] if seen else None
    for unit in sentence.units:
        if unit.tag == "s":
            return str(unit.data)
        if unit.tag == "A" and unit.data.side:
            return str(unit.data.side)
    return seen[0] if seen else None
