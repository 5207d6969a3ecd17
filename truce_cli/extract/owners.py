"""Whose losses, by the words of the count itself: its adjectives, its owners, its toll noun."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import (
    BURYING,
    ENEMY,
    FIRE,
    enemy_of,
    is_enemy,
    of_the_speaker,
    short_side,
    side_of,
    subject_before,
)
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.model.words import UNKNOWN

_STRANGERS: Final = frozenset(("media", "government", "un", "ngo", "monitor"))
_POSSESSIVE: Final = frozenset(("its", "their", "his", "her", "our", "ours", "my"))


def own_words(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Norvian soldiers", "enemy troops", "soldiers of the Kestra Defence Army"."""
    units = sentence.units
    if any(u.tag == "A" and u.data.kind in _STRANGERS and not u.data.side for u in link.head.sides):
        return UNKNOWN  # "a Meridian Wire correspondent", "a Russian peacekeeper"
    for unit in link.head.sides:
        if unit.low in ENEMY:
            return enemy_of(sentence, speaker)
        side = side_of(unit)
        if side:
            return side
    for unit in units[link.head.first : link.head.last + link.head.unknown]:
        if is_enemy(sentence, unit, speaker):
            return enemy_of(sentence, speaker)
        side = side_of(unit) if unit.tag in "sA" else short_side(sentence, unit)
        if side:
            return side
    if link.rule == "toll/apposition":
        side = next(
            (side_of(u) for u in units[link.first : link.head.first] if u.tag in "sA" and side_of(u)), None
        )
        if side:
            return side
    if link.head.of_them and units[link.head.last : link.head.last + 1]:
        told = units[link.head.last]
        if told.tag == "s":
            return side_of(told)  # "1,310 of them Khorveli"
    if (
        link.head.first
        and units[link.head.first - 1].tag in "sA"
        and link.rule in ("toll/adjacent", "toll/gapped")
    ):
        return side_of(units[link.head.first - 1])  # "... and Kestra 81 civilian dead"
    for behind in {link.head.last, link.last}:
        after = units[behind : behind + 6]
        if len(after) > 2 and after[0].low == "on" and after[1].tag == "h" and after[2].tag == "s":
            if len(after) == 3 or after[3].low == "side" or after[3].tag in ".,;c":
                return side_of(after[2])  # "eleven on the Tarvan side and four on the Beliskan"
    after = units[link.head.last : link.head.last + 6]
    if (
        after[:1]
        and after[0].low in ("in", "from")
        and link.rule.startswith(("toll/subset", "toll/shared", "toll/deaths"))
    ):
        for unit in after[1:5]:
            if unit.tag in "N;,:":
                break
            if unit.tag in "sLA" and side_of(unit):
                return side_of(unit)
    if after[:1] and after[0].low in ("of", "from", "with", "among", "aboard"):
        for k, unit in enumerate(after[1:5], 2):
            if side_of(unit) and any(u.low in FIRE for u in after[k : k + 2]):
                break  # "no casualties from Hezbollah fire"
            if side_of(unit):
                return side_of(unit)
            if unit.low in ENEMY:
                return enemy_of(sentence, speaker)
            if unit.tag not in "hwAa":
                break
    before = units[max(0, link.head.first - 5) : link.head.first]
    if len(before) >= 3 and before[-1].tag == "," and before[-2].tag in "sA":
        for k in range(len(before) - 2, 0, -1):
            if before[k - 1].tag == "h" and k >= 2 and before[k - 2].tag == "o":
                return side_of(before[-2])  # "of the Norvians, nine"
    return None


_REBELS: Final = frozenset("rebels insurgents guerrillas militants".split())


def noun_words(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "Norvia's military death toll", "its total", "the enemy's dead", "death toll in Lindvik"."""
    units = sentence.units
    counted = units[link.last : link.last + 2]
    if (
        link.rule == "toll/total-carried"
        and len(counted) == 2
        and counted[0].tag == "o"
        and side_of(counted[1])
    ):
        return side_of(counted[1])  # "brings to 208 the number of Dellmarkers killed"
    if link.rule.startswith(("toll/total", "toll/risen", "toll/listed")):
        stretch = units[link.first : link.head.first] if units[link.first].tag != "e" else []
    elif link.rule == "toll/adjacent" or _put_at(units, link.head.first):
        stretch = named_before(units, link.head.first)
    else:
        return None
    owner = next((k for k in range(link.first - 1, max(link.first - 4, 0), -1) if units[k].low == "whose"), 0)
    if owner > 1 and units[owner - 1].tag == "," and side_of(units[owner - 2]):
        return side_of(units[owner - 2])  # "Moru, whose own count of war dead stands at 698"
    owners = units[max(0, link.first - 2) : link.first]
    if [u.low for u in owners[1:]] == ["'"] and (side_of(owners[0]) or owners[0].low in _REBELS):
        ruled = sentence.article.lexicon.ruled
        return side_of(owners[0]) or (ruled[1] if ruled is not None else None)  # "the insurgents' casualties"
    for k, unit in enumerate(stretch):
        if is_enemy(sentence, unit, speaker) or unit.low == "the other":
            return enemy_of(sentence, speaker)
        side = side_of(unit) or short_side(sentence, unit)
        sent = unit.tag == "s" and unit.low not in sentence.article.lexicon.places
        sent = sent and any(u.low in FIRE for u in stretch[k + 1 : k + 3])
        if side and (sent or (k and stretch[k - 1].low == "by")):  # "the toll from Israeli air strikes"
            return sentence.article.lexicon.other_side(side)  # "the number of people killed by Veylish fire"
        if side:
            return side
        if unit.low in _POSSESSIVE and speaker.side in sentence.article.lexicon.sides:
            return speaker.side
    if link.rule.startswith(("toll/total", "toll/risen")) and units[link.first].low == "ours":
        return speaker.side if speaker.side in sentence.article.lexicon.sides else None
    return None


def _put_at(units: list[Unit], at: int) -> bool:
    """ "put regime losses at "upwards of 400 men, dead or maimed"": the figure of a noun before it."""
    k = at - 1 if at and units[at - 1].tag == '"' else at
    return k > 0 and units[k - 1].low == "at"


def named_before(units: list[Unit], at: int) -> list[Unit]:
    """Words of a toll noun that governs a list: "Norvia's military losses stood at 468 killed, 1,310 wounded"."""
    for k in range(at - 1, max(at - 14, -1), -1):
        if units[k].tag in ";S:":
            return []
        if units[k].tag == "T":
            first = k
            while (
                first
                and (units[first - 1].tag in "hsJwLABb" or units[first - 1].low == "confirmed")
                and k - first < 6
            ):
                first -= 1
            return units[first:k]
    return []


def possessive(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "37 of its soldiers": the speaker's own, or the subject's of the clause."""
    units = sentence.units
    stretch = units[max(0, link.head.first - 2) : link.head.last]
    for unit in stretch:
        if unit.low in _POSSESSIVE:
            if any(u.low == "own" for u in stretch) and speaker.side in sentence.article.lexicon.sides:
                return speaker.side
            that = next((k for k in range(link.head.first - 1, 0, -1) if units[k].low == "that"), 0)
            again = (
                that > 1 and units[that - 1].low == "and" and speaker.side in sentence.article.lexicon.sides
            )
            if again and not any(u.tag in "sA" for u in units[that : link.head.first]):
                return speaker.side  # "said that ..., and that 10 of its fighters"
            if speaker.side in sentence.article.lexicon.sides and of_the_speaker(units, link.head.first):
                return speaker.side
            acted = link.active and link.rule in ("toll/object", "toll/shared") and link.word not in BURYING
            if acted and unit.low in ("its", "our") and speaker.side in sentence.article.lexicon.sides:
                return speaker.side  # "Moru said a Veylish sniper had wounded two of its sappers"
            subject = subject_before(sentence, link.head.first)
            if subject:
                return subject
            if speaker.side in sentence.article.lexicon.sides:
                return speaker.side
            return None
    behind = [u.low for u in units[link.last : link.last + 3]]
    if behind == ["of", "its", "own"] and speaker.side in sentence.article.lexicon.sides:
        return speaker.side  # "admitted to 19 dead of its own"
    if link.head.own and speaker.side in sentence.article.lexicon.sides:
        return speaker.side
    return None


_REGULARS: Final = frozenset(
    "soldier serviceman trooper troops conscript recruit sergeant lieutenant corporal private colonel airman sailor "
    "marine guardsman policeman gendarme army officer".split()
)
_IRREGULARS: Final = frozenset("rebel insurgent guerrilla militant fighter jihadist insurrectionist".split())


def by_arms(sentence: Sentence, link: Link) -> str | None:
    """ "Sixteen soldiers and 12 insurgents", in a war of a government against rebels: whose they are."""
    ruled = sentence.article.lexicon.ruled
    people = link.head.people
    if ruled is None or people is None or people.victims != "military":
        return None
    word = sentence.units[link.head.last - 1].low
    noun = f"{word[:-3]}man" if word.endswith("men") else word if word == "troops" else word.removesuffix("s")
    if noun in _REGULARS:
        return ruled[0]
    return ruled[1] if noun in _IRREGULARS else None


def of_its_front(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """ "On the Talvian side the war has cost 1,120 lives"."""
    units = sentence.units
    for k in range(1, len(units)):
        if units[k].low == "side" and units[k - 1].tag == "s" and k > 1 and units[k - 2].low in ("the", "on"):
            others = {side_of(u) for u in units if u.tag == "s"} - {side_of(units[k - 1])}
            return None if others else side_of(units[k - 1])
    return None
