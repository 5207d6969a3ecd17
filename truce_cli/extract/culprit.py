"""Who did an act: the agent, the possessor or the subject of its words."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.act_words import Act
from truce_cli.extract.acts import WEAPON
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
    if not act.noun and units[at].low in _WEAPONED and units[at + 1 : at + 2]:
        agent = _agent(units, at) if units[at + 1].low in ("by", "from") else None
        if (
            agent is None
            and units[at + 1].low == "from"
            and units[at + 2 : at + 3]
            and units[at + 2].tag == "s"
        ):
            agent = str(units[at + 2].data), at + 2  # "two rockets fired from Moru struck Pell"
        if agent is not None:  # "four drones launched by Moru", "rounds fired from Morune land"
            return units[agent[1]], agent[0], act.start
    if suffers(sentence, units, at, act):
        agent = _agent(units, at)
        if agent is not None or act.act != "violation":
            return (units[agent[1]], agent[0], act.start) if agent is not None else None
    if act.noun:
        for k in range(at + 1, min(at + 10, len(units))):
            if units[k].low in ("by", "from") and k + 1 < len(units):
                found = side_after(units, k + 1)
                if found:
                    return units[found[1]], found[0], act.start
                other = sentence.article.lexicon.other_side(speaker.side)
                if other and _opposing(units, k + 1):
                    return units[k + 1], other, act.start
            if units[k].tag in ",;":
                break
        if came_under(units, at):
            return None  # "Moru's Guard came under drone attack": who stands before it is struck
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
        told = low_of(units[max(0, colon - 7) : colon])
        if listed is not None and (
            re.search(r"breach|violation|attack", told) or side_of(listed) not in (None, speaker.side)
        ):
            return listed, str(side_of(listed)), act.start
    verb = _verb_of(units, at) if act.noun else None
    if act.noun and verb is None and _amid(units, at):
        return None  # "three Morune gunners captured in the April raid" are not who raided
    hops = 0 if not act.noun or verb is not None else 9
    k = (at if verb is None else verb) - 1
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
        if unit.low in _OPPONENTS and k and units[k - 1].tag == "s":
            return units[k - 1], str(units[k - 1].data), act.start  # "the Morune enemy"
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
            if before == "not" and k > 1:
                k -= 2
                hops += 2
                continue  # "it is Moru, not Veyland, that has broken the truce"
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
    origin = _origin(units, at)
    if origin is not None:
        return units[origin[1]], origin[0], act.start
    if (
        last is not None
        and act.start - last[2] < 130
        and re.search(r"\band\b|,", sentence.low[last[2] : act.start])
    ):
        return last[0], last[1], act.start
    pronoun = next((u for u in reversed(units[max(0, at - 5) : at]) if u.low in _PRONOUNS), None)
    own = next(
        (k for k in range(max(0, at - 5), at - 1) if units[k].low == "its" and units[k + 1].tag in "zBP"),
        None,
    )
    if pronoun is None and own is not None and _quoted(sentence, units[own]):
        other = sentence.article.lexicon.other_side(speaker.side)
        return (
            (units[own], other, act.start) if other else None
        )  # "Its aircraft have bombed our towns," he said
    if pronoun is not None and last is not None and pronoun.low != "their":
        return last[0], last[1], act.start
    if pronoun is not None and pronoun.low != "it" and _quoted(sentence, pronoun):
        other = sentence.article.lexicon.other_side(speaker.side)
        return (pronoun, other, act.start) if other else None  # "Their guns have been pounding Pell," he said
    if pronoun is not None and pronoun.low != "their":
        return _meant(sentence, units, pronoun, act, speaker)
    return None


def _amid(units: list[Unit], at: int) -> bool:
    k = at - 1
    while k > 0 and units[k].tag in "haJMN" and at - k < 5:
        k -= 1
    return k >= 0 and units[k].low in ("in", "during")


_PRONOUNS: Final = frozenset(("it", "they", "their"))


def _quoted(sentence: Sentence, unit: Unit) -> bool:
    """True inside quotation marks."""
    mates = sentence.article.mates(sentence)
    return sentence.article.marked.count('"', mates[0].start, unit.start) % 2 == 1


def _meant(
    sentence: Sentence, units: list[Unit], pronoun: Unit, act: Act, speaker: Speaker
) -> tuple[Unit, str, int] | None:
    """ "Moru's army mocks the truce, Osten said: it has shelled Pell": the side that opened the sentence."""
    sides = sentence.article.lexicon.sides
    before = sentence.previous
    told = before is not None and before.paragraph == sentence.paragraph and _quoted(sentence, pronoun)
    # "Moru's side fired rockets at Pell. At 5:30 it opened fire again," he said
    for unit in (*units[:4], *(before.units[:6] if told and before is not None else ())):
        side = side_of(unit) if unit.tag in "sA" and unit.start < pronoun.start else None
        if side in sides and side != speaker.side:
            return unit, str(side), act.start
    return None


_WEAPONED: Final = frozenset(
    "fired launched sent used dropped lobbed thrown flown hurled loosed let rained poured".split()
)
"""Verbs whose passive has the weapon as its subject: "rockets were fired at Pell"."""


_PARTICIPLES: Final = _WEAPONED | frozenset("hit struck shot broken overrun blown torn".split())


def suffers(sentence: Sentence, units: list[Unit], at: int, act: Act) -> bool:
    """True for a passive whose subject is struck: "Morune posts had been shelled"; not for a weapon that is fired."""
    verb = units[at].low
    if act.noun or not (verb.endswith("ed") or verb in _PARTICIPLES):
        return False
    k = at - 1
    while k > 0 and (
        units[k].low.endswith("ly") or units[k].low in ("also", "again", "twice") or units[k].tag == '"'
    ):
        k -= 1
    if k < 0 or units[k].tag != "x" or units[k].low in ("got", "gets", "remain", "remained"):
        return False
    return verb not in _WEAPONED or not WEAPON.search(sentence.low, max(0, act.start - 60), act.start)


_LIGHT: Final = frozenset(
    "carried carrying carry conducted conducting conduct mounted mounting staged staging committed committing "
    "perpetrated undertook undertaken executed".split()
)


_BEING: Final = frozenset(
    phrase
    for kind in ("", " clear", " open", " flagrant", " direct", " serious", " blatant", " gross")
    for phrase in (f"in{kind}", f"a{kind}")
)
""" "is in breach of", "is a clear violation of"."""


def _verb_of(units: list[Unit], at: int) -> int | None:
    """Unit of the verb that a noun of an act completes: "carried out a strike", "are in breach of the truce"."""
    for k in range(at - 1, max(at - 7, -1), -1):
        if units[k].tag in ",;:SsA":
            return None
        if units[k].low in _LIGHT:
            return None if units[k - 1].tag == "x" else k
        if units[k].tag == "x" or units[k].low in ("remain", "remains"):
            said = " ".join(u.low for u in units[k + 1 : at])
            return k if said in _BEING else None
    return None


def came_under(units: list[Unit], at: int) -> bool:
    """ "came under rocket fire", "were under heavy shelling"."""
    return any(u.low == "under" and u.tag == "i" for u in units[max(0, at - 3) : at])


def victim(units: list[Unit], at: int) -> str | None:
    """Side of what a passive's subject names or of the place where it is: "Morune posts", "two schools in Pell"."""
    for k in range(at - 1, max(at - 12, -1), -1):
        if units[k].tag in ";:S" or units[k].low in ("that", "which", "who"):
            return None
        side = side_of(units[k]) if units[k].tag in "sAL" else None
        if side:
            return side
    return None


def _agent(units: list[Unit], at: int) -> tuple[str, int] | None:
    """ "by Morune artillery", "by rockets fired from Morune-held land", "from the Morune side" behind a passive."""
    for k in range(at + 1, min(at + 12, len(units) - 1)):
        if units[k].tag == "," and any(u.low == "by" for u in units[k + 1 : k + 4]):
            continue  # "had again been hit, this time by Morune tank fire"
        if units[k].tag in ",;:.":
            return None
        if units[k].low in ("by", "from"):
            found = side_after(units, k + 1)
            if found is not None and (units[k].low == "by" or _of_origin(units, found[1])):
                return found
    return None


def _opposing(units: list[Unit], k: int) -> bool:
    """ "the other side", "the enemy"."""
    told = [u.low for u in units[k : k + 3]]
    return "the other side" in " ".join(told) or any(low in _OPPONENTS for low in told[:2])


_ORIGINS: Final = frozenset(
    "territory side bank shore positions position lines line posts trenches direction soil heights hills land area "
    "areas ground part sector".split()
)


def _of_origin(units: list[Unit], k: int) -> bool:
    """ "Morune-held territory", "the Morune side"."""
    return "-" in units[k].low or any(u.low in _ORIGINS for u in units[k + 1 : k + 3])


def _origin(units: list[Unit], at: int) -> tuple[str, int] | None:
    """ "mortar rounds fell on the harbour, and came from the Morune side": where an act of nobody's came from."""
    for k in range(at + 1, len(units) - 1):
        if units[k].tag == ";":
            return None
        if units[k].low == "from":
            found = side_after(units, k + 1)
            if found is not None and _of_origin(units, found[1]):
                return found
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
