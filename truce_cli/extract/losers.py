"""Whose losses, by what was done: who lost, who was struck, who holds prisoners, whose fire it was."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from truce_cli.extract.actors import groups
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import (
    BURYING,
    ENEMY,
    FIRE,
    enemy_of,
    is_enemy,
    of_the_speaker,
    place,
    side_of,
    subject_before,
)
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import ACCUSING

_HIT: Final = frozenset("ambushed hit shelled attacked struck targeted bombed fired overrun".split())


def at_hands(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "70 civilians dead at rebel hands"."""
    after = sentence.units[link.last : link.last + 5]
    if after[:1] and after[0].low == "at" and any(u.low == "hands" for u in after):
        killer = next((side_of(u) for u in after if u.tag in "sA" and side_of(u)), None)
        return sentence.article.lexicon.other_side(killer)
    return None


_RECEIVING: Final = frozenset("got received collected".split())


def receiving(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Veyland received the bodies of 118 soldiers; Moru got back 27": the dead are whose land takes them home."""
    if link.harm != "recovered":
        return None
    units = sentence.units
    for k in range(link.head.first - 1, max(link.head.first - 9, 0), -1):
        if units[k].tag == ";":
            return None
        if units[k].low in _RECEIVING:
            return subject_before(sentence, k)
    return None


def aboard(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "brought down a Veylish plane; all 19 aboard died": the side of the vessel told of before."""
    units = sentence.units
    if not any(u.low in ("aboard", "on board") for u in units[link.head.last : link.head.last + 2]):
        return None
    for k in range(link.head.first - 1, 0, -1):
        if units[k].tag == "z" and (own := next((u for u in units[max(0, k - 3) : k] if u.tag == "s"), None)):
            return side_of(own)
    return None


def struck(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "A Talvian convoy was ambushed and nine soldiers died": the dead are of the side that was struck."""
    units = sentence.units
    if link.rule.startswith(("toll/total", "toll/risen")):
        return None
    for k in range(1, link.first - 1):
        if units[k].tag == "x" and any(u.low in _HIT for u in units[k + 1 : k + 3]):
            for j in range(k - 1, max(k - 5, -1), -1):
                if units[j].tag in "sA":
                    return side_of(units[j]) if units[j + 1].low != "'s" or j < k - 2 else None
                if units[j].tag not in "wBPzJ":
                    break
    return None


def at_the_cost(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "had killed 200 invaders at the cost of nine lives", "for the loss of two": the teller's own."""
    before = [u.low for u in sentence.units[max(0, link.head.first - 4) : link.head.first]]
    paid = before[-2:] in (["cost", "of"], ["price", "of"], ["loss", "of"]) and (
        "the" in before or "a" in before
    )
    after = [u.low for u in sentence.units[link.head.last : link.head.last + 3]]
    own = (
        after[:1] == ["for"]
        and after[1:2] in (["his"], ["her"], ["its"], ["our"])
        and after[2:] in (["country"], ["side"], ["army"])
    )
    return speaker.side if (paid or own) and speaker.side in sentence.article.lexicon.sides else None


_YIELDED: Final = frozenset("surrendered surrender surrenders".split()) | {
    "gave themselves up",
    "laid down their arms",
}


def subject_of_losing(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Sudland lost 5,500 men", "the adversary lost 64"."""
    k = link.head.first - 1
    k -= k > 0 and sentence.units[k].tag == '"'
    suffered = k >= 0 and sentence.units[k].low in ("suffered", "lost", "suffering")
    if link.harm == "captured" and link.word in _YIELDED and speaker.side in sentence.article.lexicon.sides:
        return enemy_of(sentence, speaker)  # a side tells of the other's men who gave themselves up
    before = sentence.units[max(0, link.head.first - 3) : link.head.first]
    if any(u.low in BURYING for u in before) and link.harm == "killed":
        return subject_before(sentence, link.head.first)
    holding = link.rule == "toll/deaths" and any(
        u.low in ("holds", "hold", "holding", "held") for u in before
    )
    if link.rule == "toll/held" or (link.harm == "captured" and (holding or link.rule == "toll/attribute")):
        return _held_by(sentence, link)
    if link.rule != "toll/lost" and not suffered:
        return None
    units = sentence.units
    if link.word.startswith("cost"):
        told = units[link.first : link.head.first]
        if any(u.low in ENEMY for u in told):
            return enemy_of(sentence, speaker)
        return next((side_of(u) for u in told if u.tag in "sA"), None)
    if units[link.first].tag in "sA":
        return side_of(units[link.first])
    for unit in reversed(units[: link.first]):
        if is_enemy(sentence, unit, speaker):
            return enemy_of(sentence, speaker)
        if unit.tag in "sA" and side_of(unit):
            return side_of(unit)
        if unit.low in ("they", "their") and _quoted(sentence, unit):
            return enemy_of(sentence, speaker)
        if unit.low in ("it", "we", "its") and speaker.side in sentence.article.lexicon.sides:
            return speaker.side
        if unit.low == "it" and sentence.previous is not None:
            subject = next((g for g in groups(sentence.previous) if g.first <= 2), None)
            return (
                subject.side
                if subject is not None and subject.side in sentence.article.lexicon.sides
                else None
            )
        if unit.tag in ";:":
            break
    return speaker.side if speaker.side in sentence.article.lexicon.sides else None


def _quoted(sentence: Sentence, unit: Unit) -> bool:
    """ ""They lost 70 men," he said": in its own words a side is "we", and "they" are the others."""
    before = sentence.article.marked[sentence.start : unit.start]
    return before.count('"') % 2 == 1


def _held_by(sentence: Sentence, link: Link) -> str | None:
    """Prisoners are the other side's: "Talvia holds 212 prisoners", "fighters paraded 19 captured soldiers"."""
    after = sentence.units[link.head.last : link.head.last + 5]
    for near, unit in pairwise(after):
        if near.low == "in" and unit.tag in "sA" and side_of(unit):
            return sentence.article.lexicon.other_side(side_of(unit))  # "45 were in government jails"
    for unit in reversed(sentence.units[: link.head.first]):
        if unit.tag in "sA" and side_of(unit):
            return sentence.article.lexicon.other_side(side_of(unit))
        if unit.tag in ";:":
            break
    return None


_ON_A_PLACE: Final = frozenset(
    "shelling bombing bombardment strafing mortaring siege storming capture".split()
)


def _is_target(units: list[Unit], k: int) -> bool:
    """ "the Veylish shelling of Kessary": what is shelled, where another side stands before the act."""
    return k > 2 and units[k - 1].low == "of" and units[k - 2].low in _ON_A_PLACE and units[k - 3].tag in "sA"


def _accused(units: list[Unit], before: int) -> str | None:
    """ "accused Veyland of war crimes and said it had struck hospitals, killing five": whose act it was."""
    at = next((k for k in range(before - 1, 0, -1) if units[k].low in ACCUSING), None)
    if at is None or not any(u.low in ("it", "they") for u in units[at + 2 : before]):
        return None
    return side_of(units[at + 1]) if units[at + 1].tag == "s" else None


def agent(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """Victims of one side's act are the other's: "Norvian shells left four dead", "an attack by Armenia killed 13"."""
    lexicon = sentence.article.lexicon
    units = sentence.units
    taking = link.rule == "toll/deaths" and link.word == "lives"  # "strikes had claimed 16 lives"
    if (taking or link.rule in ("toll/object", "toll/shared") or leaving(sentence, link)) and link.harm in (
        "killed",
        "injured",
        "captured",
        "killed_or_injured",
    ):
        begin = link.first
        accused = _accused(units, begin)
        if accused is not None and accused != speaker.side:
            return lexicon.other_side(accused)
        if speaker.side in lexicon.sides and link.active and of_the_speaker(units, begin):
            return lexicon.other_side(speaker.side)
        struck = place(sentence, link)
        for k in range(begin - 1, -1, -1):
            unit = units[k]
            if unit.tag in ";S" or unit.tag == ":" or unit.low in _FOUGHT:
                break
            if unit.low in ENEMY:
                return enemy_of(sentence, speaker)
            if unit.low in ("by",) and k + 1 < len(units):
                continue
            if unit.tag in "sA" and side_of(unit) in lexicon.sides:
                before = units[k - 1].low if k else ""
                if k > 1 and units[k - 1].tag == "c" and side_of(units[k - 2]) not in (None, side_of(unit)):
                    return struck  # "Halden and Torvik traded blame for an attack that killed two"
                if k and units[k - 1].tag == "N":
                    continue  # "killed two Home Guard members and injured nine": those who were struck
                if _is_target(units, k):
                    continue
                if _owned(units, k):
                    continue  # "the capital of Ethiopia's Tigray region"
                if (
                    before in _ABOUT
                    or _described(units, k)
                    or any(u.low in _ITS_OWN for u in units[k + 1 : k + 3])
                ):
                    continue
                if struck is not None:
                    return struck
                return lexicon.other_side(side_of(unit))
            if unit.tag == "L" and unit.data.side:
                continue
        if speaker.side in lexicon.sides and link.active and _says_to_have(units, link.first):
            return lexicon.other_side(speaker.side)
    near = min(link.last + 4, len(units) - 1) if link.rule != "toll/attribute" else 0
    for k in range(link.last, near):
        if units[k].low in ("in", "from", "during") and any(u.low in FIRE for u in units[k + 1 : k + 6]):
            agent = next(
                (u for u in units[k + 1 : k + 4] if u.tag in "sA" and side_of(u) in lexicon.sides), None
            )
            if agent is not None and any(
                u.low in FIRE for u in units[units.index(agent) + 1 : units.index(agent) + 4]
            ):
                if agent.low in lexicon.places:
                    return side_of(agent)  # "killed in Harl raid"
                return lexicon.other_side(side_of(agent))  # "killed in Veylish attacks"
        if units[k].low in ("when", "after", "as") and link.harm in (
            "killed",
            "injured",
            "killed_or_injured",
        ):
            told = next(
                (j for j in range(k + 1, min(k + 4, near + 4, len(units))) if units[j].tag == "s"), None
            )
            if told is not None and any(u.low in _SENT for u in units[told + 1 : told + 4]):
                return lexicon.other_side(
                    side_of(units[told])
                )  # "killed when an Israeli air strike hit a house"
        if units[k].low == "by" and link.harm != "missing":
            for unit in units[k + 1 : k + 5]:
                if unit.tag in "sA" and side_of(unit) in lexicon.sides:
                    return lexicon.other_side(side_of(unit))
            break
    return None


_SENT: Final = frozenset(
    "strike strikes airstrike airstrikes missile missiles shell shells shelling rocket rockets drone drones artillery "
    "mortar mortars bomb bombs raid raids snipers sniper gunfire".split()
)
"""What one side sends at the other: unlike a tank, it carries no dead of its own."""
_ABOUT: Final = frozenset(
    "in at near on against over across outside inside around into towards toward along through".split()
)


def _described(units: list[Unit], k: int) -> bool:
    """ "strikes on the southern Norvian towns of ...": a name among the words of a place that was struck."""
    j = k - 1
    while j > 0 and k - j < 4 and units[j].tag in "Jhw":
        j -= 1
    named = k + 1 < len(units) and units[k + 1].low in _PLACES
    return j >= 0 and units[j].low in _ABOUT and (named or j == k - 1)


_FOUGHT: Final = frozenset("fighting war conflict clashes battles violence hostilities unrest".split())
"""What takes lives on both sides: it has no side's doing."""
_PLACES: Final = frozenset(
    "town towns city cities village villages district districts province region regions area areas suburb suburbs side "
    "border territory port outskirts capital coast".split()
)
_ITS_OWN: Final = frozenset(
    "uniform uniforms fatigues base bases barracks checkpoint checkpoints post posts position positions convoy camp "
    "camps headquarters lines territory soil".split()
)
"""What a side has that is struck, or worn by whoever strikes: "a man in an army uniform"."""
_CARE: Final = frozenset("flown airlifted evacuated treated brought buried ferried".split())


def carried_by(sentence: Sentence, link: Link) -> str | None:
    """ "29 wounded fighters flown out by the alliance": a side carries its own."""
    after = sentence.units[link.last : link.last + 9]
    cared = next((k for k, u in enumerate(after[:3]) if u.low in _CARE), None)
    if cared is None:
        return None
    for k in range(cared, len(after) - 1):
        if after[k].low == "by":
            return next((side_of(u) for u in after[k + 1 : k + 4] if u.tag in "sA" and side_of(u)), None)
    return None


def _owned(units: list[Unit], k: int) -> bool:
    """True for the two names of "Ethiopia's Tigray region"."""
    second = k > 1 and units[k - 1].low == "'s" and units[k - 2].tag in "sL"
    return second or (k + 2 < len(units) and units[k + 1].low == "'s" and units[k + 2].tag in "sL")


def leaving(sentence: Sentence, link: Link) -> bool:
    """ "left four people dead": the harm word stands behind, the agent before."""
    before = sentence.units[max(0, link.head.first - 2) : link.head.first]
    return any(u.low in ("left", "leaves", "leaving") for u in before)


def _says_to_have(units: list[Unit], first: int) -> bool:
    """ "claimed to have killed", "said it had killed": the speaker's own side acted."""
    window = [u.low for u in units[max(0, first - 4) : first]]
    to_have = "to" in window and "have" in window
    return to_have or any(w in window for w in ("it", "they", "we", "troops", "forces", "army", "units"))
