"""Who is meant: groups of units that name a body, a person or a side, resolved against the conflict file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.lexicon import Lexicon, is_person
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import BODIES
from truce_cli.model.conflict import Actor, Place
from truce_cli.model.words import MEDIA, THIRD, UNKNOWN

_NAME_TAGS: Final = frozenset("ABsL")
_JOINS: Final = frozenset(("of", "for", "in", "at", "from", "with"))
_TITLES: Final = frozenset(
    "col. colonel gen. general lt. lieutenant maj. major capt. captain sgt. dr. mr. mrs. ms. rep. "
    "sen. commander "
    "president minister secretary chief deputy director head chairman spokesman human rights rights' foreign "
    "affairs news representative official aide adviser advisor envoy state top senior unnamed separatist "
    "breakaway leader".split()
)
_NOT_NAMES: Final = frozenset(
    "the a an in on at by but and or meanwhile however speaking breaking earlier later according "
    "citing asked "
    "commenting after before since when while yesterday today late early monday tuesday wednesday "
    "thursday friday "
    "saturday sunday that this these there it he she they we our not no more most some all both each "
    "one two three "
    "as with from for of to if".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """first, last: units, half-open. side: a side's slug, third, media or None where the words do not tell."""

    first: int
    last: int
    side: str | None
    slug: str | None
    kind: str | None
    """Kind of the actor, or the body word's meaning."""
    named: bool
    """True where it names somebody; False for "the ministry", "officials"."""
    persons: tuple[str, ...] = ()


def groups(sentence: Sentence) -> list[Group]:
    """Every group of a sentence that may be an actor, left to right; found once."""
    known = sentence.article.groups
    if sentence.index not in known:
        known[sentence.index] = _groups(sentence)
    return known[sentence.index]


def _groups(sentence: Sentence) -> list[Group]:
    units, lexicon = sentence.units, sentence.article.lexicon
    found: list[Group] = []
    behind = 0
    for match in _MAY_START.finditer(sentence.tags):
        i = match.start()
        if i >= behind and _starts(units, i, sentence):
            behind = _extent(units, i, sentence)
            found.append(_resolve(units, i, behind, lexicon))
    return found


_MAY_START: Final = re.compile(f"[{''.join(sorted(_NAME_TAGS))}wP]")
"""Tags of units that a group may begin with."""


def _starts(units: list[Unit], i: int, sentence: Sentence) -> bool:
    unit = units[i]
    if unit.tag in _NAME_TAGS or _is_local(unit):
        return True
    if unit.start == sentence.start and unit.tag == "w":
        following = units[i + 1] if i + 1 < len(units) else None
        named = following is not None and (
            _is_name(following, sentence) or following.low in ("said", "says", "told", "'s")
        )
        return named and _is_name(unit, sentence)
    return _is_name(unit, sentence)


def _is_local(unit: Unit) -> bool:
    """ "residents", "doctors", "the mayor": people who speak as a body of their place."""
    return unit.tag == "P" and unit.low in BODIES


def _is_name(unit: Unit, sentence: Sentence) -> bool:
    if unit.tag not in "wP":
        return False
    text, start = sentence.article.text, unit.start
    first = text[start]
    if text[start + 2 : start + 3] == "-" and unit.low[:3] in _ARTICLES:
        first = text[start + 3 : start + 4]  # "al-Bayoush"
    if not first.isupper() or unit.low in _NOT_NAMES or not unit.low[0].isalpha():
        return False
    return not (unit.tag == "P" and start == sentence.start)


def _extent(units: list[Unit], i: int, sentence: Sentence) -> int:
    """Index after the group that starts at i."""
    j, n = i + 1, len(units)
    while j < n:
        unit = units[j]
        if unit.low in _FOR and (end := _institution(units, j, sentence)):
            j = end
            continue
        if unit.tag in _NAME_TAGS or _is_name(unit, sentence) or _is_local(unit):
            j += 1
        elif unit.low in ("'s", "'") and j + 1 < n and (units[j + 1].tag in "ABsLJwP"):
            if not _leads_to_body(units, j + 1, sentence):
                break
            j += 2 if units[j + 1].tag in "wP" and units[j + 1].low in _OFFICES else 1
        elif unit.low in OUTLETS and unit.tag in "wB":
            j += 1
        elif unit.low in _DEPARTMENTS and j + 1 < n and (units[j + 1].tag == "B" or _is_local(units[j + 1])):
            j += 2
        elif (
            (unit.low in _STAFFS and units[j - 1].tag == "s")
            or (unit.low in _TITLES and unit.tag in "wJP")
            or (
                unit.tag == "J"
                and unit.low in ("military", "local", "senior")
                and j + 1 < n
                and units[j + 1].tag in "BA"
            )
        ):
            j += 1
        elif unit.tag in "Jw" and units[j - 1].low == "'s" and j + 1 < n and units[j + 1].tag == "B":
            j += 1  # "a surgeon at Port Clement's naval hospital"
        elif unit.low in _JOINS and j + 1 < n and units[j - 1].tag in "BP" and _joined(units, j + 1):
            j += 2 if units[j + 1].tag != "h" else 3
        elif unit.low == "'s":
            break
        else:
            break
    return j


_FOR: Final = frozenset(("for", "of", "on"))
_INSTITUTIONS: Final = frozenset(
    "observatory centre center network association committee institute foundation council society union mission "
    "agency organisation organization federation commission league initiative project group coalition campaign "
    "committees forum bureau".split()
)


def _institution(units: list[Unit], at: int, sentence: Sentence) -> int:
    """End of what "for" leads to in the name of a body: "Centre for Research and Security Studies"; 0 for none."""
    text = sentence.article.text
    before = units[at - 1]
    if before.low not in _INSTITUTIONS or not text[before.start].isupper():
        return 0
    end = at + 1 + (at + 1 < len(units) and units[at + 1].low == "the")
    begin = end
    while end < len(units) and (
        _capital(units[end], text)
        or (
            units[end].low == "and"
            and end > begin
            and end + 1 < len(units)
            and _capital(units[end + 1], text)
        )
    ):
        end += 1
    return end if end > begin else 0


def _capital(unit: Unit, text: str) -> bool:
    return text[unit.start].isupper() and unit.tag in "wPzTBJO"


_ARTICLES: Final = frozenset(("al-", "el-", "as-", "ad-", "an-", "ar-", "at-", "az-", "ash"))
OUTLETS: Final = frozenset(
    "channel agency newspaper website network portal outlet broadcaster television daily station weekly paper".split()
)
_DEPARTMENTS: Final = frozenset(
    "media press information communications communication intelligence medical emergency rescue border "
    "coast security health humanitarian relief defence defense".split()
)
""" "the government media office": a common noun inside a body's name."""
_STAFFS: Final = frozenset(("command", "headquarters"))
""" "the Morune command": a common noun that a side's word makes a body."""
_OFFICES: Final = frozenset(
    "deputy aide adviser advisor office chaplain chief envoy bulletin lawyer secretary commissioner staff team "
    "headquarters".split()
)


def _leads_to_body(units: list[Unit], j: int, sentence: Sentence) -> bool:
    """True where a possessive goes on to a body within three words: "Armenia's minister", "Kestra's ministry"."""
    for unit in units[j : j + 4]:
        if unit.tag in "BA" or _is_local(unit) or unit.low in _OFFICES:
            return True
        if unit.tag not in "wJsLP":
            return False
    return False


def _joined(units: list[Unit], j: int) -> bool:
    k = j + 1 if units[j].tag == "h" and j + 1 < len(units) else j
    return units[k].tag in "AsLB"


_OF_STATES: Final = frozenset(
    "defence-ministry foreign-ministry interior-ministry government president prime-minister".split()
)


def _resolve(units: list[Unit], i: int, j: int, lexicon: Lexicon) -> Group:
    span = units[i:j]
    known: list[Actor] = [u.data for u in span if u.tag == "A"]
    implied = [a for a in known if not a.slug and a.side]
    if implied and (len(known) > len(implied) or any(u.tag == "s" for u in span)):
        known = [a for a in known if a not in implied]  # "the rebels' army", "Arlen's defence ministry"
    bodies = [u for u in span if u.tag == "B" or _is_local(u)]
    side_words = [u for u in span if u.tag == "s"]
    places: list[Place] = [u.data for u in span if u.tag == "L"]
    side: str | None = None
    slug: str | None = None
    kind: str | None = _body(bodies[0]) if bodies else None
    if known:
        body = next((a for a in known if not is_person(a)), None)
        lead = body or known[-1]
        slug, kind = lead.slug or None, lead.kind
        side = next((a.side for a in known if a.side), None) or (MEDIA if lead.kind == "media" else THIRD)
    elif side_words:
        side = side_words[0].data
        slug = _combined(lexicon, side_words[0], bodies)
    elif places:
        side = next((p.side for p in places if p.side), None)
    elif kind == "analysts" and span[-1].low == "newspaper":
        side, kind = MEDIA, "media"
    elif kind == "analysts":
        side = THIRD
    elif kind in _OF_STATES and span[0].tag == "w" and any(u.low == "'s" for u in span):
        side = THIRD  # "South Africa's defence department": of a land that the file does not know
    named = bool(known or side_words or places or side == THIRD or (not bodies))
    if side is None and not bodies and not known and span[-1].low in OUTLETS:
        side, kind = MEDIA, "media"
    persons = tuple(a.slug for a in known if is_person(a))
    return Group(i, j, side, slug, kind, named, persons)


def _body(unit: Unit) -> str:
    return str(unit.data) if unit.tag == "B" else BODIES[unit.low]


def _combined(lexicon: Lexicon, word: Unit, bodies: list[Unit]) -> str | None:
    """Slug of "the defence ministry of X": a side word and a body make an actor of the file where one fits."""
    wanted = {_body(b).replace("-", " ") for b in bodies}
    for side, slug, names in lexicon.bodies if bodies else ():
        if side == word.data and word.low in names and any(body in names for body in wanted):
            return slug
    return None


def group_words(sentence: Sentence, group: Group) -> str:
    """The claimant in the document's own words, without its article."""
    units = sentence.units
    first = group.first
    if first > 1 and units[first - 1].low == "of" and units[first - 2].low in _HEADS:
        first -= 2  # "the speaker of Lebanon's parliament, Nabih Berri"
    return sentence.article.text[units[first].start : units[group.last - 1].end]


_HEADS: Final = frozenset(
    "speaker head chief leader commander director chairman chairwoman president".split()
)
"""Who stands before "of" and a body, and speaks for it."""


__all__ = ["MEDIA", "THIRD", "UNKNOWN", "Group", "group_words", "groups"]
