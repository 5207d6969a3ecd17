"""What happened to the counted: joins heads with harm words of their clause. Each join has a rule's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.predicates import (
    ADVERBS,
    HYPOTHETICAL,
    UNCOUNTED,
    after_subset,
    behind_be,
    coordinated,
    falls,
    has_object,
    of_a_singular,
    of_another,
    outlived,
    reduced,
    second_verb,
)
from truce_cli.extract.units import Unit

NEEDS_PEOPLE: Final = frozenset(
    (
        "buried",
        "eliminated",
        "liquidated",
        "neutralised",
        "neutralized",
        "annihilated",
        "burned",
        "burnt",
        "crippled",
        "cut down",
        "felled",
        "poisoned",
        "hanged",
        "gunned",
        "mourned",
    )
)


_ASIDE: Final = re.compile(r",[hseABwLPa']{1,6}S,")
""" ", he added," in the middle of what is said."""


_CROSSABLE: Final = frozenset("wsALMBJPOhoiadz'-")


@dataclass(slots=True)
class Link:
    """A head with its harm. first, last: units that the quote must hold, half-open."""

    head: Head
    harm: str
    rule: str
    first: int
    last: int
    estimated: bool = False
    hypothetical: bool = False
    measure: str | None = None
    superseded: bool = False
    subset_of: Link | None = None
    total: Link | None = None
    """The running total that this increment brings about."""
    part: bool = False
    """True for a part whose whole may stand in an earlier sentence: "the dead included two nurses"."""
    word: str = ""
    active: bool = False
    """True where the harm word has an agent as its subject: one act, not a running count."""
    perfect: bool = False
    """ "have been killed": a present perfect, as running totals are told."""


def _soldiers(head: Head) -> bool:
    """ "40 servicemen, three tanks and a depot were destroyed": an army's word for killing."""
    return head.people is not None and head.people.victims == "military" and head.people.plural


_STILL: Final = frozenset(("still",))


def link_adjacent(units: list[Unit], head: Head) -> Link | None:
    """ "6 dead, 40 hurt, 3 missing", "12 people killed": the harm word right behind the count."""
    j = head.last
    while j + 1 < len(units) and units[j].low in _STILL and units[j + 1].tag == "d":
        j += 1  # "four still missing"
    while j < len(units) and units[j].tag in "JB" and units[j].low in ("military", "civilian", "confirmed"):
        head.military = units[j].low if units[j].low != "confirmed" else head.military
        j += 1
    if j >= len(units):
        return None
    unit = units[j]
    if unit.low in ("with", "nursing") and (end := _injuries(units, j + 1)):
        return Link(head, "injured", "toll/adjacent", head.first, end, word=unit.low)
    if unit.tag not in "VDd":
        return None
    if unit.tag == "V" and has_object(units, j):
        return None
    if unit.data == "captured" and outlived(units, j):
        return None
    if unit.data == "injured" and (head.of_them or head.implied or head.partitive) and outlived(units, j):
        return None  # "four of those hurt in the strike have since died"
    if unit.low == "displaced" and j + 1 < len(units) and units[j + 1].tag in "wPs":
        return None  # "12 displaced Iraqis": an attribute
    if unit.data in ("captured", "displaced") and not (head.has_people or head.others or head.count.value):
        return None
    if unit.low in NEEDS_PEOPLE and not head.has_people:
        return None
    if unit.tag == "d" and unit.low == "dead" and j + 1 < len(units) and units[j + 1].tag in "Pz":
        return None
    harm = "killed_or_injured" if unit.low == "killed and wounded" else unit.data
    perfect = unit.low.startswith("have ")  # "412,000 people have fled"
    return Link(head, harm, "toll/adjacent", head.first, j + 1, word=unit.low, perfect=perfect)


def _injuries(units: list[Unit], j: int) -> int:
    """Unit after "gunshot wounds", "serious injuries" at unit j; 0 where nothing of the kind stands there."""
    for k in range(j, min(j + 4, len(units))):
        if units[k].low in _WOUNDS:
            return k + 1
        if units[k].tag not in "wJaz":
            return 0
    return 0


_WOUNDS: Final = frozenset("injury injuries wound wounds burns".split())


_HELD: Final = frozenset("thought known feared presumed understood suspected".split())


_SOMEBODY: Final = frozenset("someone somebody anyone anybody".split())
_DEEMED: Final = frozenset("considered presumed deemed still officially".split())


def link_subject(units: list[Unit], head: Head) -> Link | None:
    """ "12 people, among them three children, were killed": the predicate further right in the same clause."""
    j, n = head.last, len(units)
    be = perfect = estimated = hypothetical = False
    depth = 0
    relative = False
    commas = 0
    nested: int | None = None
    tags = "".join(u.tag for u in units)
    nearer = beside = False
    while j < n and j - head.last < 26:
        unit = units[j]
        tag = unit.tag
        if depth:
            depth += (tag == "(") - (tag == ")")
            j += 1
            continue
        if tag == "(":
            depth = 1
        elif unit.low in _SOMEBODY:
            return None  # "46 of 100 knew someone who was killed"
        elif tag == "x":
            be = True
            if unit.low in ("been",):
                perfect = j > 0 and any(u.tag == "X" for u in units[max(head.last, j - 3) : j])
        elif tag == "X":
            perfect = True
        elif tag == "m":
            estimated |= unit.low in ("may", "might")
            hypothetical |= unit.low in HYPOTHETICAL
        elif tag == "n" and j + 1 < n and units[j + 1].tag == "g":
            pass  # "12 people, not including the bomber, were killed"
        elif tag == "n":
            if unit.low != "not" or (j + 1 < n and units[j + 1].low != "been"):
                hypothetical = True
        elif (
            tag == "V"
            and not be
            and (
                (head.partitive and (nested is not None or units[j - 1].tag == "h"))
                or (
                    (head.of_them or head.implied or head.partitive)
                    and unit.data == "injured"
                    and outlived(units, j)
                )
            )
        ):
            pass  # "one of the six gunners wounded on Sunday has since died"
        elif tag in "VD" and relative and unit.data == "injured" and outlived(units, j):
            be = False
        elif tag == "V" and be and unit.data == "captured" and (second := second_verb(units, j)):
            j = second  # "were kidnapped and later executed"
            continue
        elif tag == "T" and unit.low == "number" and units[j - 1].low in UNCOUNTED:
            pass  # "twelve civilians and an unknown number of soldiers were killed"
        elif tag == "V" and not be and unit.data == "captured" and outlived(units, j):
            pass  # "four aid workers abducted last week were found dead"
        elif unit.low == "displaced" and not be and j + 1 < n and units[j + 1].tag in "wPs":
            pass  # "12 displaced Iraqis were killed"
        elif tag in "Vd" and units[j - 1].tag == "h":
            pass  # "to treat the injured": a noun
        elif tag in "VD" and of_a_singular(units, head, j):
            return None  # "who taught 340 children to swim, has died"
        elif tag == "V":
            if nearer and not (be or perfect):
                return None  # "to the family of every soldier killed"
            if not (be or perfect) and units[j - 1].tag == "N" and j - 1 > head.unit:
                return None  # "ten children and 28 wounded"
            if (be or perfect) or not has_object(units, j):
                if perfect and not be and has_object(units, j):
                    return None
                if not be and relative and not reduced(units, j):
                    return None
                harm = "killed_or_injured" if unit.low == "killed and wounded" else unit.data
                link = Link(
                    head, harm, "toll/subject", head.first, j + 1, estimated, hypothetical, word=unit.low
                )
                link.perfect = perfect
                return link
            return None
        elif tag == "D" and relative and unit.data == "displaced" and j > head.last + 1:
            pass  # "34 refugees who had fled the violence were killed"
        elif tag == "D" and unit.low in ("fell", "had fallen", "have fallen") and not falls(head):
            return None
        elif tag == "D":
            link = Link(
                head, unit.data, "toll/subject", head.first, j + 1, estimated, hypothetical, word=unit.low
            )
            link.perfect = perfect or unit.low.startswith("have ")
            return link
        elif tag == "d":
            if unit.low == "dead" and j + 1 < n and units[j + 1].tag == "z":
                return None  # "the 1,200 dead trees were felled"
            if be or unit.low == "dead":
                link = Link(
                    head, unit.data, "toll/subject", head.first, j + 1, estimated, hypothetical, word=unit.low
                )
                link.perfect = True
                return link
        elif tag == "N" and head.implied and of_another(units, j):
            pass  # "a lawyer representing one of two soldiers was found dead"
        elif tag == "N" and j + 1 < n and units[j + 1].tag == "z":
            pass  # "five civilians from one family were killed"
        elif tag == "N":
            if head.partitive and nested is None:
                nested = j
            elif not coordinated(units, head, j):
                return None
            beside = True
        elif tag == "r":
            relative = True
        elif (
            tag == "S"
            and (be or perfect)
            and j + 1 < n
            and (units[j + 1].tag in "xVD" or units[j + 1].low in ("to", "by", "as"))
        ):
            # "have reported been killed", "were confirmed killed", "were said by witnesses to have been shot"
            estimated |= unit.low in ("believed", "thought")
        elif be and unit.low in _DEEMED and j + 1 < n and units[j + 1].tag in "dV":
            pass  # "were considered missing"
        elif be and unit.low in _HELD and j + 1 < n and units[j + 1].low == "to":
            estimated |= unit.low != "known"  # "are thought to have died"
        elif unit.low == "alleged" and j + 1 < n and units[j + 1].tag in "wJPs":
            pass  # "two men investigating alleged abuses were killed"
        elif tag in ";:SZ" or tag in "Gv":
            return None
        elif tag == "g":
            j = after_subset(units, j)
            continue
        elif tag == "," and (aside := _ASIDE.match(tags, j)) is not None:
            j = aside.end()
            continue
        elif tag == ",":
            commas += 1
            if commas > 4:
                return None
        elif tag == "c" or tag == '"':
            pass
        elif be and unit.low == "destroyed" and _soldiers(head):
            return Link(head, "killed", "toll/subject", head.first, j + 1, word="destroyed")
        elif be and tag == "w" and unit.low not in ADVERBS and not unit.low.endswith("ly"):
            if behind_be(units, j):
                second = second_verb(units, j)
                if not second and relative:
                    be = relative = False  # "a reporter who was enrolled in a programme was killed"
                    j += 1
                    continue
                if not second:
                    return _taken_with_wounds(units, head, j)
                j = second  # "were pulled off a bus and executed"
                continue
        elif tag not in _CROSSABLE:
            return None
        nearer |= tag == "P" and not beside and not any(u.tag == "c" for u in units[head.last : j])
        j += 1
    return None


_TAKEN: Final = frozenset(
    "taken rushed admitted brought airlifted transferred ferried hospitalised hospitalized".split()
)


def _taken_with_wounds(units: list[Unit], head: Head, j: int) -> Link | None:
    """ "were taken to hospital with gunshot wounds"."""
    if units[j].low not in _TAKEN:
        return None
    for k in range(j + 1, min(j + 7, len(units))):
        if units[k].low == "with" and (end := _injuries(units, k + 1)):
            return Link(head, "injured", "toll/treated", head.first, end, word=units[j].low)
        if units[k].tag in ".;:,c":
            return None
    return None
