"""Acts of war named in a sentence: where, of what kind, with which weapons. Does not ask who did them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.acts import NOUN, VERB, WEAPON
from truce_cli.extract.sentence import Sentence
from truce_cli.text.word_gates import gate

_NEEDS_WEAPON: Final = frozenset(
    (
        "used",
        "using",
        "fired",
        "firing",
        "launched",
        "launching",
        "sent",
        "lobbed",
        "lobbing",
        "dropped",
        "dropping",
    )
)


@dataclass(frozen=True, slots=True)
class Act:
    start: int
    end: int
    act: str
    noun: bool


_MOST: Final = re.compile(r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|fiercest)(?: \w+)? $")
_IS: Final = re.compile(r" (?:is|are|was|were|has|have|had|that|which)\b")
_NO_SORTIE: Final = re.compile(
    r" (?:had |has |have |also )?(?:lost|loses|losing|said|says|denied|denies|put|chief|bases?|command\w*|"
    r"spokes\w+|pilots?|officers?|personnel|of)\b"
)
""" "the air force lost two jets": a body, not what it did."""
_USING: Final = re.compile(r"\busing (?:\w+,? ){0,3}$")
""" "using mortars and sniper rifles": with what, not a further act."""
_BOMBS: Final = re.compile(
    r"(?:barrel|cluster|mortar|roadside|car|truck|dropp\w{1,9}|of|the|more|glide|petrol|guided|aerial|\d) $"
)
"""What stands before bombs that are things."""


def _armed(low: str, start: int, end: int) -> bool:
    """True where a weapon or an act follows: "fired rockets", "launched an assault"."""
    return bool(WEAPON.search(low, start, end) or NOUN.search(low, start, end))


_TIMES_AT: Final = re.compile(
    r" (?:[\w,]+ (?:times|occasions)|twice|repeatedly) (?:at|on|upon|towards?|across)\b"
)
""" "fired 19 times at Morune posts"."""
_DEADLY: Final = re.compile(
    r"\b(missiles?|rockets?|drones?|shells?|jets?|warplanes?|artillery|mortars?|snipers?) "
    r"(?:(?:had|has|have|also|then|fire|strikes?|attacks?|\w+ly) ){0,2}"
    r"(?:killed|wounded|injured|left|destroyed|maimed|shot|picked off)\b"
)
""" "an Armenian missile killed nine": the weapon is the act."""
_FALLING: Final = frozenset(
    "fell on|landed in|landed on|rained on|rained down on|came down on|landed near|landed beside|landed inside|"
    "came down in|came down near|fell in|fell near|fell outside|landed outside|exploded in|exploded near|"
    "rained down|let loose on|"
    "fall on|falling on|fallen on|fall again on|begun to fall|began to fall|began falling|"
    "rain on|raining on|crashed into|slammed into|smashed into|in action against|working over|hits".split("|")
)


_MEN: Final = (
    r"(?:tanks?|armou?r|armou?red (?:vehicles?|columns?)|columns?|infantry|commandos?|scouts|patrols?|marines|"
    r"saboteurs|troops|soldiers|forces|fighters|gunmen|infiltrators)"
)
_PHRASES: Final = (
    (
        "ground_attack",
        re.compile(
            r"\b(?:attempts?|bids?) (?:made )?by (?:[\w'-]+ ){1,4}to (?:cross|storm|seize|advance|infiltrate|break|"
            r"enter|capture|attack|penetrate|land)\b"
        ),
    ),
    (
        "ground_attack",
        re.compile(
            rf"\b({_MEN}) (?:had |have |has |then )?(?:crossed|entered|pushed|rolled|slipped|moved (?:into|across))\b"
        ),
    ),
    (
        "ground_attack",
        re.compile(
            r"\bsent (?:an? |its |their |two |three |several |some )?(?:\w+ )?(?:saboteurs?|commandos?|"
            r"raiding part(?:y|ies)|raiders|fighters|soldiers|troops|infiltrators|gunmen|patrols?|divers|sappers) "
            r"(?:across|into|over|against|to)\b"
        ),
    ),
    ("ground_attack", re.compile(rf"\bcrossed by (?:\w+ )?{_MEN}\b")),
)
"""Acts told by no one verb or noun; where a group stands, it is the act."""
_PHRASE: Final = gate(
    frozenset(
        "sent attempt attempts bid bids crossed entered pushed rolled slipped moved rocket rockets missile missiles "
        "shell shells grenade grenades bomb bombs round rounds".split()
    )
)
"""One of these stands in each of them."""
_ALOFT: Final = re.compile(
    r"\b(?:(?:entered|penetrated|crossed into|intruded into|violated|violating|breached|entering) (?:[\w'-]+ ){0,3}"
    r"air ?space|(?:flew|flown|flying|circled|circling|hovered) (?:\w+ ){0,2}over)\b"
)
""" "entered Morune airspace", "flew low over Pell"."""
_ALOFT_WORDS: Final = gate(frozenset("airspace air flew flown flying circled circling hovered".split()))
_AIMED: Final = re.compile(
    r"\b(missiles?|rockets?|shells?|mortar bombs?|mortar rounds?|grenades?|bombs?) (?:on|at|over|into) (?:the )?"
)
""" "14 rockets on Pell": weapons and the place that they were meant for."""


def acts_between(sentence: Sentence, begin: int, end: int) -> list[Act]:
    """Acts named in a stretch of a sentence, each once: verbs first, then nouns that are no verb's weapon."""
    low = sentence.low
    found: list[Act] = []
    for match in VERB.finditer(low, begin, end):
        if match.group() == "shells" and (
            re.search(r"(?:artillery|mortar|tank|firing|fired|of|\d) $", low[: match.start()])
            or _IS.match(low, match.end())
        ):
            continue
        if _MOST.search(low, max(0, match.start() - 24), match.start()):
            continue  # "the deadliest attack by Moru"
        if match.group() == "bombs" and _BOMBS.search(low, max(0, match.start() - 12), match.start()):
            continue
        if match.group() in _NEEDS_WEAPON and not (
            _armed(low, match.end(), min(end, match.end() + 52))
            or _TIMES_AT.match(low, match.end())
            or WEAPON.search(low, max(0, match.start() - 24), match.start())
        ):
            continue
        if plain(match.group()) in _FALLING and not WEAPON.search(
            low, max(0, match.start() - 60), match.start()
        ):
            continue
        found.append(Act(match.start(), match.end(), acts.ACT_VERBS[plain(match.group())], False))
    for match in NOUN.finditer(low, begin, end):
        before = low[max(0, match.start() - 24) : match.start()]
        if _MOST.search(before):
            continue  # "the deadliest single attack since the war began"
        if _USING.search(low, max(0, match.start() - 44), match.start()):
            continue
        if match.group() == "air force" and _NO_SORTIE.match(low, match.end()):
            continue
        before = before[-14:]
        if before.endswith(("cease ", "cease-")) or before.endswith("opened "):
            continue
        if any(
            a.start <= match.start() < a.end + 22 and not _separate(low, a.end, match.start())
            for a in found
            if not a.noun
        ):
            continue
        if any(a.start <= match.start() < a.end for a in found):
            continue
        found.append(Act(match.start(), match.end(), acts.ACT_NOUNS[plain(match.group())], True))
    for match in _DEADLY.finditer(low, begin, end):
        if not any(a.start <= match.start() < a.end for a in found):
            found.append(Act(match.start(1), match.end(1), acts.WEAPON_ACT[match.group(1)], True))
    if not sentence.lacks(_PHRASE):
        found += _phrased(sentence, begin, end, found)
    if not sentence.lacks(_ALOFT_WORDS):
        aloft = (m for m in _ALOFT.finditer(low, begin, end) if not _told(low, m, found))
        found += [Act(*match.span(), "violation", True) for match in aloft]
    return sorted(found, key=lambda a: a.start)


def _phrased(sentence: Sentence, begin: int, end: int, known: list[Act]) -> list[Act]:
    low, words = sentence.low, sentence.words
    found = []
    for kind, pattern in _PHRASES:
        for match in pattern.finditer(low, begin, end):
            if not _told(low, match, known):
                found.append(Act(*match.span(1 if pattern.groups else 0), kind, True))
    for match in _AIMED.finditer(low, begin, end):
        if words[match.end() : match.end() + 1].isupper() and not _told(low, match, known):
            kind = acts.WEAPON_ACT.get(match.group(1), "shelling")
            found.append(Act(*match.span(1), kind, True))
    return found


def _told(low: str, match: re.Match[str], known: list[Act]) -> bool:
    """True where an act is found already, or a verb stands just before: "fired rockets at"."""
    return any(
        (a.start < match.end() and match.start() < a.end)
        or (not a.noun and 0 <= match.start() - a.end < 22 and not _separate(low, a.end, match.start()))
        for a in known
    )


def _separate(low: str, end: int, start: int) -> bool:
    between = low[end:start]
    return any(mark in between for mark in (",", ":", ";", " and "))


def plain(words: str) -> str:
    return " ".join(words.split())


def weapons(sentence: Sentence, act: Act) -> list[Act]:
    """An act split by its weapons: "firing artillery shells to the north and rockets to the south" is two."""
    if act.noun:
        return [act]
    low = sentence.low
    stop = act_end(sentence, act)
    if (
        act.act == "attack"
        and re.search(r"fir(?:ed|ing)|launch", low[act.start : act.end] + low[act.end : act.end + 1])
    ) or act.act in ("attack",):
        found = [
            (m.start(), m.end(), acts.WEAPON_ACT[m.group()])
            for m in WEAPON.finditer(low, act.end, stop)
            if not low.endswith("from ", act.end, m.start())  # "dropped grenades from drones"
        ]
        merged: list[tuple[int, int, str]] = []
        for start, end, kind in found:
            if merged and (merged[-1][2] == kind or start - merged[-1][1] < 3):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
            else:
                merged.append((start, end, kind))
        if len(merged) > 1:
            cuts = [act.start, *[m[0] for m in merged[1:]]]
            ends = [*[_joint(low, m[1], after[0]) for m, after in pairwise(merged)], merged[-1][1]]
            return [Act(cut, end, m[2], False) for cut, end, m in zip(cuts, ends, merged, strict=True)]
    return [act]


def _joint(low: str, end: int, following: int) -> int:
    """Where one weapon's words end before the next one's: at "and" or a comma."""
    cut = max(low.rfind(" and ", end, following), low.rfind(",", end, following))
    return cut if cut > end else end


_STOPS: Final = (", ", "; ", ". ", '" ', "” ", " while ", " and that ", " whereas ", " but ")
_CONJOINED: Final = re.compile(r"(?:\band|\bthen|,) (?:had |were |was |have |has |also )*$")
""" "attacked and shelled": a further verb ends the words of the act before it."""


_LONGEST: Final = 110
"""Code points that the words of an act may go on for."""


def act_end(sentence: Sentence, act: Act) -> int:
    low = sentence.low
    limit = min(len(low), act.end + _LONGEST)
    stops = [i for i in (low.find(mark, act.end, limit + 9) for mark in _STOPS) if i >= 0]
    verbs = [m.start() for m in VERB.finditer(low, act.end, limit + 40)]
    following = (at for at in verbs if _CONJOINED.search(low, max(0, at - 40), at))
    joined = (cut for at in verbs if (cut := low.rfind(" and ", act.end, at)) >= 0 and at - cut < 30)
    listed = (
        m.start() - len(joint.group())
        for m in (NOUN.finditer(low, act.end, limit) if act.noun else ())
        if (joint := _LISTED.search(low, act.end, m.start())) is not None
    )
    return min([*stops, next(following, limit), next(joined, limit), next(listed, limit), limit])


_LISTED: Final = re.compile(r" and (?:an? |the )?(?:\w+ )?$")
""" "sniping at Tel Orin and a tank advance": a further noun of an act ends the words of the one before it."""


_BEARER: Final = re.compile(
    r"\b(missiles?|rockets?|drones?|jets?|planes?|helicopters?|tanks?|artillery|mortars?|snipers?|guns|howitzers?) "
    r"(?:had |have |has |also |again )*$"
)
""" "Morune mortars had broken the truce", "a drone dropped grenades": the weapon is the act."""
_BY_DOING: Final = re.compile(r" by (?:\w+ly )?\w+ing\b")
_JOINED_ON: Final = re.compile(r"(?:\band|,) (?:\w+ )?$")
""" "drone strikes and two raids": the weapon is not the raids'."""


def act_kind(sentence: Sentence, act: Act) -> str:
    """The weapon in the act's own words decides: "launched a missile attack" is missile, "fired on" an attack."""
    if act.act in ("shelling", "drone", "airstrike", "missile", "small_arms") and act.noun:
        return act.act
    low = sentence.low
    if not act.noun and (bearer := _BEARER.search(low, max(0, act.start - 30), act.start)):
        dropped = low.startswith("dropp", act.start)
        flown = acts.WEAPON_ACT[bearer.group(1)] in ("drone", "airstrike")
        if act.act == "violation" or (flown and (dropped or act.act == "shelling")):
            return acts.WEAPON_ACT[bearer.group(1)]  # "jets pounded the outskirts"
    stop = act_end(sentence, act)
    stretch = low[max(0, act.start - 45) : stop]
    near = low[act.start : stop]
    if act.act == "violation" and not act.noun and _BY_DOING.search(near):
        return "violation"  # "violated the truce by firing rockets": the means are an act of their own
    if act.act in ("attack", "violation"):
        noun = NOUN.search(near)
        if noun is not None and acts.ACT_NOUNS[plain(noun.group())] not in ("attack", "violation"):
            return acts.ACT_NOUNS[plain(noun.group())]
        alone = act.noun and _JOINED_ON.search(low, max(0, act.start - 24), act.start)
        weapon = WEAPON.search(near)
        if weapon is None and act.act == "attack" and not alone:  # the one nearest before it
            before = [*WEAPON.finditer(low, max(0, act.start - 45), act.start)]
            weapon = before[-1] if before else None
        if weapon is not None:
            return acts.WEAPON_ACT[weapon.group()]
        if act.act == "attack" and re.search(
            r"(?:opened fire|opening fire)(?! (?:on|at))|fired first|first to shoot|first "
            r"to fire",
            near,
        ):
            return "small_arms"
    if act.act == "airstrike" and not re.search(r"jet|air|plane|aviation", stretch):
        return "attack"
    return act.act
