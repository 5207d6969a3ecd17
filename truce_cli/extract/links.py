"""What happened to the counted: joins heads with harm words of their clause. Each join has a rule's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.heads import Head
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
        "cut down",
        "felled",
        "poisoned",
        "hanged",
        "gunned",
        "mourned",
    )
)


ADVERBS: Final = frozenset(
    "found discovered still yet all both only also reportedly allegedly mistakenly apparently already later "
    "subsequently "
    "initially tragically instantly "
    "brutally deliberately immediately yesterday today overnight monday tuesday wednesday thursday friday saturday "
    "sunday morning afternoon evening night last early late on then feared thus finally summarily".split()
)


HYPOTHETICAL: Final = frozenset(("could", "would", "should", "must", "will", "shall", "can"))


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


def passive(units: list[Unit], i: int) -> bool:
    j = i - 1
    while j >= 0 and (units[j].tag in "nM" or units[j].low in ADVERBS or units[j].low.endswith("ly")):
        j -= 1
    return j >= 0 and units[j].tag == "x"


def modality(units: list[Unit], i: int) -> tuple[bool, bool]:
    """(estimated, hypothetical) of the verb group that ends in unit i."""
    estimated = hypothetical = False
    j = i - 1
    while j >= 0 and i - j < 6:
        unit = units[j]
        if unit.tag == "m":
            estimated |= unit.low in ("may", "might")
            hypothetical |= unit.low in HYPOTHETICAL
        elif unit.tag == "n":
            hypothetical = True
        elif unit.tag not in "xXM" and unit.low not in ADVERBS:
            break
        j -= 1
    return estimated, hypothetical


def link_adjacent(units: list[Unit], head: Head) -> Link | None:
    """ "6 dead, 40 hurt, 3 missing", "12 people killed": the harm word right behind the count."""
    j = head.last
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
    if unit.data == "captured" and _outlived(units, j):
        return None
    if unit.low == "displaced" and j + 1 < len(units) and units[j + 1].tag in "wPs":
        return None  # "12 displaced Iraqis": an attribute
    if unit.data in ("captured", "displaced") and not (head.has_people or head.others or head.count.value):
        return None
    if unit.low in NEEDS_PEOPLE and not head.has_people:
        return None
    if unit.tag == "d" and unit.low == "dead" and j + 1 < len(units) and units[j + 1].tag in "Pz":
        return None
    return Link(head, unit.data, "toll/adjacent", head.first, j + 1, word=unit.low)


def _injuries(units: list[Unit], j: int) -> int:
    """Unit after "gunshot wounds", "serious injuries" at unit j; 0 where nothing of the kind stands there."""
    for k in range(j, min(j + 4, len(units))):
        if units[k].low in _WOUNDS:
            return k + 1
        if units[k].tag not in "wJaz":
            return 0
    return 0


_WOUNDS: Final = frozenset("injury injuries wound wounds burns".split())


def has_object(units: list[Unit], j: int) -> bool:
    """True where a past tense at j takes an object: "12 gunmen killed five people"."""
    k = j + 1
    while k < len(units) and units[k].low in ADVERBS:
        if units[k].low == "on" and (k + 1 >= len(units) or units[k + 1].tag != "M"):
            return False  # "wounded on the road"
        k += 1
    if k >= len(units):
        return False
    if units[k].low in ("him", "her", "them"):
        return True
    if units[k].tag == "N":
        return k + 1 >= len(units) or not _own_predicate(units, k + 1)
    return (
        units[k].tag in "aP" or (units[k].tag == "h" and units[k].low not in ("each",)) or units[k].tag == "s"
    )


def _own_predicate(units: list[Unit], k: int) -> bool:
    return units[k].tag in "VDdx"


_HELD: Final = frozenset("thought known feared presumed understood".split())


def link_subject(units: list[Unit], head: Head) -> Link | None:
    """ "12 people, among them three children, were killed": the predicate further right in the same clause."""
    j, n = head.last, len(units)
    be = perfect = estimated = hypothetical = False
    depth = 0
    relative = False
    commas = 0
    nested: int | None = None
    tags = "".join(u.tag for u in units)
    nearer = False
    while j < n and j - head.last < 26:
        unit = units[j]
        tag = unit.tag
        if depth:
            depth += (tag == "(") - (tag == ")")
            j += 1
            continue
        if tag == "(":
            depth = 1
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
        elif tag == "V" and head.partitive and not be and (nested is not None or units[j - 1].tag == "h"):
            pass  # "one of the six gunners wounded on Sunday has since died"
        elif tag in "VD" and relative and unit.data == "injured" and _outlived(units, j):
            be = False
        elif tag == "V" and be and unit.data == "captured" and (second := _second(units, j)):
            j = second  # "were kidnapped and later executed"
            continue
        elif tag == "T" and unit.low == "number" and units[j - 1].low in _UNCOUNTED:
            pass  # "twelve civilians and an unknown number of soldiers were killed"
        elif tag == "V" and not be and unit.data == "captured" and _outlived(units, j):
            pass  # "four aid workers abducted last week were found dead"
        elif unit.low == "displaced" and not be and j + 1 < n and units[j + 1].tag in "wPs":
            pass  # "12 displaced Iraqis were killed"
        elif tag in "Vd" and units[j - 1].tag == "h":
            pass  # "to treat the injured": a noun
        elif tag in "VD" and _of_a_singular(units, head, j):
            return None  # "who taught 340 children to swim, has died"
        elif tag == "V":
            if nearer and not (be or perfect):
                return None  # "to the family of every soldier killed"
            if not (be or perfect) and units[j - 1].tag == "N" and j - 1 > head.unit:
                return None  # "ten children and 28 wounded"
            if (be or perfect) or not has_object(units, j):
                if perfect and not be and has_object(units, j):
                    return None
                if not be and relative and not _reduced(units, j):
                    return None
                link = Link(
                    head, unit.data, "toll/subject", head.first, j + 1, estimated, hypothetical, word=unit.low
                )
                link.perfect = perfect
                return link
            return None
        elif tag == "D" and relative and unit.data == "displaced":
            pass  # "34 refugees who had fled the violence were killed"
        elif tag == "D" and unit.low in ("fell", "had fallen", "have fallen") and not _falls(head):
            return None
        elif tag == "D":
            link = Link(
                head, unit.data, "toll/subject", head.first, j + 1, estimated, hypothetical, word=unit.low
            )
            link.perfect = perfect
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
        elif tag == "N" and j + 1 < n and units[j + 1].tag == "z":
            pass  # "five civilians from one family were killed"
        elif tag == "N":
            if head.partitive and nested is None:
                nested = j
            elif not _coordinated(units, head, j):
                return None
        elif tag == "r":
            relative = True
        elif (
            tag == "S"
            and (be or perfect)
            and j + 1 < n
            and (units[j + 1].tag in "xVD" or units[j + 1].low in ("to", "by", "as"))
        ):
            pass  # "have reported been killed", "were confirmed killed", "were said by witnesses to have been shot"
        elif be and unit.low in _HELD and j + 1 < n and units[j + 1].low == "to":
            estimated |= unit.low != "known"  # "are thought to have died"
        elif unit.low == "alleged" and j + 1 < n and units[j + 1].tag in "wJPs":
            pass  # "two men investigating alleged abuses were killed"
        elif tag in ";:SZ" or tag in "Gv":
            return None
        elif tag == "g":
            j = _after_subset(units, j)
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
        elif be and tag == "w" and unit.low not in ADVERBS and not unit.low.endswith("ly"):
            if _behind_be(units, j):
                second = _second(units, j)
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
        nearer |= tag == "P" and not any(u.tag == "c" for u in units[head.last : j])
        j += 1
    return None


def _of_a_singular(units: list[Unit], head: Head, j: int) -> bool:
    """True where the verb at j has a singular for its subject, and several were counted, not "a family of five"."""
    several = (
        (head.count.low or 0) > 1
        and not head.of_them
        and not (head.first and units[head.first - 1].tag == "o")
    )
    k = j - 1
    while k > head.last and (units[k].tag in "xnM" or units[k].low in ADVERBS or units[k].low.endswith("ly")):
        if units[k].low in _SINGULAR:
            break
        k -= 1
    return several and units[k].low in _SINGULAR and units[k - 1].tag in ",wLA"


_SINGULAR: Final = frozenset(("was", "is", "has"))
_ALSO: Final = frozenset("also later then since both all still already".split())


def _behind_be(units: list[Unit], j: int) -> bool:
    j -= 1
    while j and units[j].tag not in "xX" and (units[j].low.endswith("ly") or units[j].low in _ALSO):
        j -= 1
    return units[j].tag in "xX" or units[j].low == "been"


_UNCOUNTED: Final = frozenset("unknown undetermined unspecified undisclosed uncertain unconfirmed".split())
_THEN: Final = frozenset("then later subsequently afterwards before being eventually".split())


def _second(units: list[Unit], j: int) -> int:
    """Unit of a second participle that kills, behind "and" in the same predicate; 0 where there is none."""
    for k in range(j + 1, min(j + 12, len(units) - 1)):
        if units[k].tag in ".;:NxXSre":
            return 0
        if units[k].low in ("and", "before"):
            k += 1
            while k < len(units) and (
                units[k].low in _THEN or (units[k].tag == "x" and units[k].low == "being")
            ):
                k += 1
            killed = k < len(units) and units[k].tag == "V" and units[k].data == "killed"
            return k if killed and not has_object(units, k) else 0
    return 0


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


def _outlived(units: list[Unit], j: int) -> bool:
    """ "an official who was injured in the raid died on Monday": a later verb of death in the same clause."""
    for unit in units[j + 1 : j + 14]:
        if unit.tag in ".;:NcS":
            return False
        if unit.tag in "VD" and unit.data == "killed":
            return True
    return False


def _falls(head: Head) -> bool:
    """ "eight ministers fell" is politics: only fighters fall in this sense."""
    return (head.people is not None and head.people.victims == "military") or head.military == "military"


def _reduced(units: list[Unit], j: int) -> bool:
    return units[j - 1].tag in ",MrPJ"


def _coordinated(units: list[Unit], head: Head, j: int) -> bool:
    """True where the quantity at j stands in one list with the head: "14 civilians and 22 soldiers died"."""
    between = units[head.last : j]
    if head.implied and j == head.last + 1 and between[0].tag == "o":
        return True  # "a woman of 71 and her son"
    return (
        all(u.tag in ",cwsJPALhioBNgza'" and u.low != "with" for u in between) and units[j - 1].tag in ",cJgh"
    )


def _after_subset(units: list[Unit], j: int) -> int:
    """Index after "including three minors": the list goes on to a comma that a verb follows, or to a verb."""
    k = j + 1 + (j + 1 < len(units) and units[j + 1].tag == "x")  # "among whom were three children"
    while k < len(units) and units[k].tag not in "xXVDdm;:S":
        k += 1
    return k
