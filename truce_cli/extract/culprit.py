"""Who did an act: the agent, the possessor or the subject of its words."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.act_words import Act
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import frames
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.model.words import BOTH


def side_after(units: list[Unit], at: int) -> tuple[str, int] | None:
    for k in range(at, min(at + 6, len(units))):
        if (
            units[k].low == "both"
            and k + 1 < len(units)
            and units[k + 1].low in ("side", "sides", "armies", "countries", "parties")
        ):
            return BOTH, k
        side = side_of(units[k]) if units[k].tag in "sA" else None
        if side:
            return side, k
        if units[k].tag in ",;:.":
            return None
    return None


def subject(
    sentence: Sentence,
    units: list[Unit],
    at: int,
    act: Act,
    last: tuple[Unit, str, int] | None,
    speaker: Speaker,
) -> tuple[Unit | None, str, int] | None:
    """Who did it: by agent after a noun, possessive before it, the subject before a verb, else the act's before."""
    if act.noun:
        for k in range(at + 1, min(at + 10, len(units))):
            if units[k].low in ("by", "from") and k + 1 < len(units):
                found = side_after(units, k + 1)
                if found:
                    return units[found[1]], found[0], act.start
            if units[k].tag in ",;":
                break
        for k in range(at - 1, max(at - 5, -1), -1):
            side = side_of(units[k]) if units[k].tag in "sA" else None
            if side:
                before = units[k - 1].low if k else ""
                if before in ("in", "at", "on", "near"):
                    break
                return units[k], side, act.start
            if units[k].tag in ",;:.VDx":
                break
    colon = next((i for i in range(at - 1, -1, -1) if units[i].tag == ":"), None) if act.noun else None
    if colon is not None:
        listed = next(
            (u for u in reversed(units[max(0, colon - 7) : colon]) if u.tag in "sA" and side_of(u)), None
        )
        if listed is not None and re.search(
            r"breach|violation|attack", low_of(units[max(0, colon - 7) : colon])
        ):
            return listed, str(side_of(listed)), act.start
    hops = 0 if not act.noun else 9
    k = at - 1
    while k >= 0 and hops < 14:
        unit = units[k]
        if unit.low in ("both", "each", "neither", "either") and _PARTIES.search(low_of(units[k : k + 5])):
            return unit, BOTH, act.start
        if unit.tag in ";:" or (unit.tag == '"' and hops > 8):
            break
        if unit.tag == "S" and k >= 2 and units[k - 1].tag == "e" and units[k - 2].tag == ",":
            k -= 3
            continue
        opposing = (
            unit.low == "side" and k and units[k - 1].low in ("opposing", "other", "the other", "opposite")
        )
        if unit.low in _OPPONENTS or opposing:
            other = sentence.article.lexicon.other_side(speaker.side)
            if other:
                return unit, other, act.start
        side = side_of(unit) if unit.tag in "sA" else None
        if side:
            before = units[k - 1].low if k else ""
            after = units[k + 1].low if k + 1 < len(units) else ""
            if (
                before in ("in", "at", "on", "near", "over", "against", "of", "from", "with", "to")
                and after not in ("forces", "troops")
            ) or (after == "'s" and not act.noun and not _body_follows(units, k + 2)):
                k -= 1
                hops += 1
                continue
            if _is_speaker(sentence, k):
                break
            if (
                last is not None
                and last[2] <= unit.start - sentence.start
                and any(u.tag in ",c" for u in units[k + 1 : at])
            ):
                return last[0], last[1], act.start  # the side word is the object of the act before
            if last is not None and last[2] > unit.end - sentence.start:
                return last[0], last[1], act.start
            return unit, side, act.start
        if unit.tag == "S" and unit.low in ("said", "says", "added"):
            break
        hops += 1
        k -= 1
    if (
        last is not None
        and act.start - last[2] < 130
        and re.search(r"\band\b|,", sentence.low[last[2] : act.start])
    ):
        return last[0], last[1], act.start
    pronoun = next(
        (u for u in reversed(units[max(0, at - 5) : at]) if u.tag == "e" and u.low in ("it", "they")), None
    )
    if pronoun is not None and last is not None:
        return last[0], last[1], act.start
    return None


_OPPONENTS: Final = frozenset(
    "enemy adversary opponent militants terrorists insurgents occupiers aggressor invaders".split()
)
""" In a side's mouth the other one, where the conflict file does not know them by that name."""

_PARTIES: Final = re.compile(
    r"^(?:both|each|neither|either)(?: of)?(?: the)?(?: \w+)? "
    r"(?:sides?|part(?:y|ies)|camps?|armies|countries|governments|forces)"
)


def low_of(units: list[Unit]) -> str:
    return " ".join(u.low for u in units)


def _body_follows(units: list[Unit], k: int) -> bool:
    return k < len(units) and (
        units[k].tag == "B"
        or units[k].low
        in ("forces", "troops", "army", "jets", "artillery", "drones", "guns", "mortars", "rockets", "shells")
    )


def _is_speaker(sentence: Sentence, unit: int) -> bool:
    return any(f.group is not None and f.group.first <= unit < f.group.last for f in frames(sentence))
