"""Between a count and its verb: passives, moods, objects, asides and lists. Joins nothing itself."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.units import Unit

ADVERBS: Final = frozenset(
    "found discovered still yet all both only also reportedly allegedly mistakenly apparently already later "
    "subsequently "
    "initially tragically instantly "
    "brutally deliberately immediately yesterday today overnight monday tuesday wednesday thursday friday saturday "
    "sunday morning afternoon evening night last early late on then feared thus finally summarily".split()
)


HYPOTHETICAL: Final = frozenset(("could", "would", "should", "must", "will", "shall", "can"))


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


def of_a_singular(units: list[Unit], head: Head, j: int) -> bool:
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


def of_another(units: list[Unit], j: int) -> bool:
    """ "representing one of two": the object of a participle, or what it is of."""
    j -= 2 if j > 1 and units[j - 1].tag == "o" and units[j - 2].tag == "N" else 0
    return j > 0 and units[j - 1].tag == "w" and units[j - 1].low.endswith("ing")


_ALSO: Final = frozenset("also later then since both all still already".split())


def behind_be(units: list[Unit], j: int) -> bool:
    j -= 1
    while j and units[j].tag not in "xX" and (units[j].low.endswith("ly") or units[j].low in _ALSO):
        j -= 1
    return units[j].tag in "xX" or units[j].low == "been"


UNCOUNTED: Final = frozenset("unknown undetermined unspecified undisclosed uncertain unconfirmed".split())
_THEN: Final = frozenset("then later subsequently afterwards before being eventually".split())


def second_verb(units: list[Unit], j: int) -> int:
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


def outlived(units: list[Unit], j: int) -> bool:
    """ "an official who was injured in the raid died on Monday": a later verb of death in the same clause."""
    for unit in units[j + 1 : j + 20]:
        if unit.tag in ".;:NcS":
            return False
        if unit.tag in "VD" and unit.data == "killed":
            return True
    return False


def falls(head: Head) -> bool:
    """ "eight ministers fell" is politics: only fighters fall in this sense."""
    return (head.people is not None and head.people.victims == "military") or head.military == "military"


def reduced(units: list[Unit], j: int) -> bool:
    return units[j - 1].tag in ",MrPJ"


def coordinated(units: list[Unit], head: Head, j: int) -> bool:
    """True where the quantity at j stands in one list with the head: "14 civilians and 22 soldiers died"."""
    between = units[head.last : j]
    if head.implied and j == head.last + 1 and between[0].tag == "o":
        return True  # "a woman of 71 and her son"
    return (
        all(u.tag in ",cwsJPALhioBNgza'" and u.low != "with" for u in between) and units[j - 1].tag in ",cJgh"
    )


def after_subset(units: list[Unit], j: int) -> int:
    """Index after "including three minors": the list goes on to a comma that a verb follows, or to a verb."""
    k = j + 1 + (j + 1 < len(units) and units[j + 1].tag == "x")  # "among whom were three children"
    while k < len(units) and units[k].tag not in "xXVDdm;:S":
        k += 1
    return k
