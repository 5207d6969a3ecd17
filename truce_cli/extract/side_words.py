"""Sides that a sentence's places and owners tell: "killed in Kestra", "on both sides"."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from truce_cli.extract.links import Link
from truce_cli.extract.listing import topic
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker
from truce_cli.extract.toll_words import RAISING
from truce_cli.extract.units import Unit

ENEMY: Final = frozenset(("enemy", "adversary", "opponent", "theirs"))


BURYING: Final = frozenset("buries bury buried mourns mourn mourned".split())
INTRUDERS: Final = frozenset(
    "saboteurs saboteur infiltrators infiltrator invaders invader occupiers occupier intruders aggressor aggressors "
    "mercenaries terrorists gunmen militants".split()
)
"""People whom a side never calls its own so."""


def enemy_of(sentence: Sentence, speaker: Speaker) -> str | None:
    """The side that a speaker's enemy is."""
    return sentence.article.lexicon.other_side(speaker.side)


def is_enemy(sentence: Sentence, unit: Unit, speaker: Speaker) -> bool:
    """ "the enemy", "the occupiers" in the mouth of a side."""
    lexicon = sentence.article.lexicon
    if unit.low in ENEMY:
        return True
    if speaker.side not in lexicon.sides:
        return False
    return unit.low in INTRUDERS or (
        unit.low in _REBELS and _of_a_state(speaker) and unit.low not in lexicon.named_small
    )


_REBELS: Final = frozenset(
    "rebel rebels insurgent insurgents guerrilla guerrillas jihadist jihadists extremist extremists".split()
)
_STATE: Final = frozenset(
    "army military ministry government president presidency police officials minister".split()
)


def _of_a_state(speaker: Speaker) -> bool:
    """True for an army or a ministry, to whom rebels are the others."""
    words = (speaker.words or "").lower().split()
    return not _STATE.isdisjoint(words) and _REBELS.isdisjoint(words)


def loser_named(sentence: Sentence, link: Link) -> str | None:
    """ "Norvian losses according to Sudland (as of 16 May): 5,929": whose losses stand before the colon."""
    units = sentence.units[: link.head.first]
    if not any(u.tag == ":" for u in units[-4:]):
        return None
    return next((side_of(named) for named, u in pairwise(units) if u.tag == "T" and named.tag == "s"), None)


def side_of_item(sentence: Sentence, end: int) -> str | None:
    """The side that a list's item is about: of its label, which ends at an offset, else of the heading above it."""
    label = [u for u in sentence.units if u.start - sentence.start < end]
    for named, unit in pairwise(label):
        if unit.tag == "T" and named.tag == "s":
            return side_of(named)
    above = topic(sentence)
    for words in (label, above.units if above is not None else []):
        sides = {side_of(u) for u in words if u.tag in "sLA"} - {None}
        if sides:
            return sides.pop() if len(sides) == 1 else None
    return None


def subject_before(sentence: Sentence, unit: int) -> str | None:
    """Side of the nearest side or actor that stands as a subject to the left, speakers included."""
    for other in reversed(sentence.units[:unit]):
        if other.tag in "sA" and side_of(other):
            return side_of(other)
    return None


def of_the_speaker(units: list[Unit], at: int) -> bool:
    """ "The army said it had stormed a camp and lost eight of its men": who speaks is the subject at a unit, too."""
    for k in range(at - 1, 0, -1):
        unit = units[k]
        if unit.tag in ";:" or (unit.tag in "sA" and units[k + 1].tag in "XxVDm"):
            return False
        if unit.low in ("it", "they", "we"):
            that = units[k - 1].low == "that"
            return k > that and units[k - 1 - that].tag == "S"
    return False


def only_side(sentence: Sentence) -> str | None:
    """The one side that a sentence names as owner or subject: "Talvia buries its war dead"."""
    units = sentence.units
    found: set[str] = set()
    for k, unit in enumerate(units):
        if (unit.low in ("since", "when", "after") and k) or unit.tag == "g":
            break  # "killed since the coalition intervened"
        side = side_of(unit) if unit.tag in "sA" else None
        if not side:
            continue
        before = units[k - 1].low if k else ""
        before = units[k - 2].low if k > 1 and units[k - 1].tag == "h" else before
        owner = k + 1 < len(units) and units[k + 1].low == "'s"
        j = k + 1
        while j < len(units) and units[j].tag in "cs":
            j += 1
        if j < len(units) and units[j].low in FIRE:
            continue  # "Kovran shells", "Ilmarki or Sennan fire": whose fire it was
        if (
            k > 1
            and not owner
            and before in ("over", "in", "of", "between", "around", "for", "with", "and", "on")
        ):
            return None
        found.add(side)
    return found.pop() if len(found) == 1 else None


HANDS: Final = frozenset("hands custody captivity control service uniform captors prisons jails".split())
"""What somebody is in that is the other side's: "28 villages are in Norvian hands"."""


def surroundings(sentence: Sentence, link: Link) -> str | None:
    """Side of the place named last before the figure, in this sentence or the two before it of its paragraph."""
    at = sentence.units[link.first].start
    earlier: Sentence | None = sentence
    while (
        earlier is not None
        and sentence.index - earlier.index <= 2
        and earlier.paragraph == sentence.paragraph
    ):
        for k in range(len(earlier.units) - 1, -1, -1):
            unit = earlier.units[k]
            if unit.start >= at and earlier is sentence:
                continue
            placed = unit.tag == "L" or (
                unit.tag == "s" and k and earlier.units[k - 1].low in ("in", "at", "near", "outside", "on")
            )
            if placed and side_of(unit):
                return side_of(unit)
        earlier = earlier.previous
    return None


def says_both(sentence: Sentence, link: Link) -> bool:
    start = sentence.units[link.first].start - sentence.start
    low = sentence.low
    clause_first = low.rfind(";", 0, max(start, 0)) + 1
    clause_last = low.find(";", max(start, 0))
    clause = low[clause_first : clause_last if clause_last > 0 else len(low)]
    return any(phrase in clause for phrase in _BOTH) and "each other" not in clause


_BOTH: Final = frozenset(
    (
        "both sides",
        "each side",
        "two sides",
        "both armies",
        "both countries",
        "either side",
        "on both",
        "two countries",
        "all sides",
    )
)


_PARTS: Final = frozenset(
    "region regions village villages town towns city cities district districts parts areas province "
    "provinces side".split()
)
_PLACING: Final = frozenset(
    ("in", "at", "near", "on", "of", "outside", "around", "from", "inside", "across", "through")
)


def _led_by(units: list[Unit], k: int) -> str:
    """The word before a name and its article."""
    return units[k - 2].low if k > 1 and units[k - 1].low == "the" else units[k - 1].low


def place(sentence: Sentence, link: Link) -> str | None:
    """Side of the place in the claim's own clause: "killed in Kestra", "four dead in Garsk"."""
    units = sentence.units
    k, n = link.last, len(units)
    start = min(link.last, link.head.last)
    passed = False
    for k in range(start, min(start + 14, n)):
        unit = units[k]
        if unit.tag == "N" and k > link.last and units[k - 1].low == "and" and not passed:
            passed = not any(u.tag in "sAL" for u in units[start:k])
            if passed:
                continue  # "one was killed and 30 were wounded in Ganja"
        if (unit.tag == "N" and k > link.last) or unit.tag in ";:":
            break
        if unit.tag == "S" and k > link.last:
            break
        if (
            unit.tag in "Ls"
            and k
            and (_led_by(units, k) in _PLACING or "fle" in units[k - 1].low)
            and side_of(unit)
        ):
            if units[k - 1].low == "of" and not any(u.low in _PARTS for u in units[k - 3 : k]):
                continue
            if k + 1 < n and units[k + 1].low in ("'s",):
                continue
            placed = unit.low in sentence.article.lexicon.places  # "killed in Harl raid"
            if unit.tag == "s" and not placed and any(u.low in FIRE for u in units[k + 1 : k + 4]):
                continue  # "killed in Veylish attacks"
            return side_of(unit)
    return None


FIRE: Final = frozenset(
    "airstrike airstrikes air strike strikes missile missiles shelling shells artillery fire attack attacks "
    "drone drones jets jet warplane warplanes rockets rocket raid raids bombardment bombing mortar snipers "
    "offensive assault mines mine landmines landmine gunfire bullets bombs guns tanks".split()
)


def trail(sentence: Sentence, link: Link) -> str | None:
    """Side of a place named before the figure in the same sentence, or of the whole article's single place."""
    units = sentence.units
    for k in range(link.first - 1, -1, -1):
        unit = units[k]
        raising = units[link.first].low in RAISING  # "nine more were found in Halden, raising the toll to 40"
        if unit.tag in ";" or (
            unit.tag == "," and link.measure == "cumulative" and units[0].tag != "i" and not raising
        ):
            break  # a running total is not of the place that another clause names
        if k + 2 < len(units) and units[k + 1].low == "'s" and units[k + 2].tag in "sL":
            return side_of(units[k + 2])  # "a strike on Ethiopia's Tigray region"
        if (
            unit.tag in "Ls"
            and side_of(unit)
            and k
            and units[k - 1].low
            in ("in", "at", "on", "hit", "struck", "near", "of", "hits", "of the", "queue", "outside", "over")
            and not (unit.tag == "s" and units[k - 1].low == "outside")
            and units[k + 1].low not in HANDS
        ):
            return side_of(unit)
    for unit in units[link.last :]:
        if unit.tag in ";":
            break
        if unit.tag == "L" and unit.data.side:
            return side_of(unit)
    for k in range(link.last + 1, len(units) - 1):
        named = units[k].tag == "s" and units[k].low in sentence.article.lexicon.places
        if named and units[k - 1].low in ("the", "through", "across", "into") and units[k + 1].tag in "wz":
            return side_of(units[k])  # "when a shell hit the Tolbuk railway station"
    return None


def short_side(sentence: Sentence, unit: Unit) -> str | None:
    """ "three Guard members": the side of an armed body that its last word, written large, names alone."""
    if unit.tag not in "wP" or unit.low not in sentence.article.lexicon.last_words:
        return None
    if not sentence.article.text[unit.start].isupper() or unit.start == sentence.start:
        return None
    meant = sentence.article.short_name(unit.low)
    return meant.side if meant is not None and meant.kind in ("armed_group", "military") else None


def side_of(unit: Unit) -> str | None:
    """The side that a unit stands for, if any."""
    data: Any = unit.data
    if unit.tag == "s":
        return str(data)
    if unit.tag in "AL":
        return data.side if data.side else None
    return None
