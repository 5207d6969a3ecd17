"""The noun that a figure counts: "of its military personnel", "Veylish soldiers", "others", "dead". Fills a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from truce_cli.extract.people import PEOPLE, People, person_word
from truce_cli.extract.units import Unit

if TYPE_CHECKING:
    from truce_cli.extract.heads import Head

ANYONE: Final = PEOPLE["people"]
MORE: Final = frozenset(("more", "further", "additional", "another", "extra", "new"))
_LONGEST: Final = 7
_BREAKING_WORDS: Final = frozenset(
    "'s that there there's then only just also later earlier already since while when reportedly allegedly "
    "yesterday today overnight who which left lost".split()
)
_BEST: Final = frozenset("finest best bravest".split())
""" "thousands of our finest have fallen"."""
_OWN: Final = frozenset(("own",))
_ARMED_BODIES: Final = frozenset(("troops", "security forces"))
"""Bodies that a figure counts by their men: "two security forces"."""


def read_noun(units: list[Unit], j: int, head: Head) -> None:
    """Read the noun after a quantity: "of its military personnel", "Norvian soldiers", "others", "dead"."""
    n = len(units)
    steps = 0
    last_word: Unit | None = None
    while j < n and steps < _LONGEST:
        unit = units[j]
        tag = unit.tag
        if tag == "P" and unit.low == "civilian" and j + 1 < n and units[j + 1].tag in "TPc":
            head.military = None if units[j - 1].tag == "c" else "civilian"
            j += 1
            continue
        if (
            head.military
            and head.military != unit.low
            and unit.low in ("military", "civilian")
            and units[j - 1].tag == "c"
            and j > 1
        ):
            head.military = None  # "military and civilian deaths": status not stated
            j += 1
            continue
        if tag == "P":
            head.people = unit.data
            head.last = j + 1
            following = units[j + 1] if j + 1 < n else None
            if unit.low == "police" and following is not None and _of_police(following, head):
                head.last = j + 2
                return
            if following is not None and following.tag == "P" and unit.end + 1 == following.start:
                j += 1
                continue
            _joined(units, j, head)
            return
        if tag == "O":
            head.others = head.count.other = True
            head.last = j + 1
            return
        if tag == "T":
            if unit.low == "total" and j + 1 < n and units[j + 1].tag in "wPJ":
                j += 1  # "65 total inhabitants"
                continue
            if unit.data == "toll":
                return
            head.noun = unit.data
            head.last = j + 1
            if unit.low == "fallen" and j + 1 < n and units[j + 1].tag == "P":
                head.people, head.last = units[j + 1].data, j + 2
            return
        if tag == "z" and _modifies(units, j):
            j += 1
            steps += 1
            continue
        if tag == "z":
            head.thing = True
            return
        if tag == "g" and unit.low in ("of them", "of whom", "of those", "of these", "of which"):
            head.of_them = True
            head.last = j + 1
            _noun_of_them(units, j + 1, head)
            return
        if tag == "o" and not head.partitive and (steps == 0 or units[j - 1].low in ("more", "further")):
            if (j + 1 < n and (units[j + 1].tag in "hsALNo" or head.count.qualifier == "vague")) or (
                j + 1 < n and units[j + 1].low in ("what",)
            ):
                head.partitive = True
                j += 1
                continue
            return
        if tag == "h" and (head.partitive or unit.low in ("other",)):
            if unit.low == "other":
                head.count.other = True
            j += 1
            continue
        if tag == "N" and head.partitive:
            return
        if tag == "J" and unit.low in MORE:
            head.count.more = True
            head.last = max(head.last, j + 1)
        elif unit.low == "dead" and j + 1 < n and units[j + 1].tag == "P":
            head.status = "killed"
        elif tag == '"' and head.partitive and j + 1 < n and units[j + 1].tag == "P":
            pass  # dozens of "terrorists"
        elif tag == "J" and unit.low == "other":
            head.count.other = True
        elif tag in "sAL":
            head.sides.append(unit)
            last_word = unit
        elif unit.low == "alleged":
            pass
        elif tag in "Vd":
            people_follow = unit.low == "displaced" and j + 1 < n and units[j + 1].tag in "wPs"
            if not (people_follow or _attributive(units, j)):
                break
            head.status = unit.data
        elif tag == "J" and unit.low == "enemy":
            head.sides.append(unit)
            if head.partitive and (j + 1 == n or units[j + 1].tag in "xXVDm.,;"):
                head.people, head.last = PEOPLE["soldiers"], j + 1  # "700 of the enemy"
                return
        elif tag == "B" and unit.low in _ARMED_BODIES:
            head.people = PEOPLE["troops"]
            head.last = j + 1
            return
        elif tag == "B" and " " in unit.low and (named := PEOPLE.get(unit.low.rpartition(" ")[2])):
            head.people = named  # "two local officials"
            head.last = j + 1
            return
        elif tag == "w":
            if (
                unit.low == "personnel"
            ):  # "6,459 personnel, 22 planes": an army's; "medical personnel" are anyone
                head.people, head.last = PEOPLE["troops"] if units[j - 1].tag == "N" else ANYONE, j + 1
                return
            if unit.low in _OWN:
                head.own, head.last = True, j + 1
                head.people = None
                return
            if head.partitive and unit.low in _BEST:
                head.people, head.last = PEOPLE["soldiers"], j + 1
                return
            if unit.low in _BREAKING_WORDS and not (unit.low == "'s" and head.partitive):
                break
            last_word = unit
        elif (
            tag == "B"
            or tag == "J"
            or (tag == "c" and unit.low in ("and", "or") and _two_adjectives(units, j))
        ):
            pass
        elif tag == "(" and j + 3 < n and units[j + 2].tag == ")" and units[j + 3].tag in "wPJ":
            j += 2  # "Radio Moru (RM) staff"
        else:
            break
        if (tag == "J" and unit.low in ("military", "civilian")) or (
            tag in "BA" and unit.low in ("military", "army")
        ):
            head.military = "civilian" if unit.low == "civilian" else "military"
        j += 1
        steps += 1
    if last_word is not None and last_word.tag == "s" and last_word.low.endswith("s"):
        head.people = PEOPLE.get(last_word.low, ANYONE)
        head.last = units.index(last_word) + 1
    elif last_word is not None and last_word.tag == "w" and _plural_word(last_word, head):
        head.unknown = True
    elif last_word is not None and last_word.tag == "s" and units[head.unit - 1].tag == "c":
        head.unknown = j < n and units[j].tag in ",.;"  # "12 of them Ruvalese and seven Vennish"


def _modifies(units: list[Unit], j: int) -> bool:
    """ "three village elders", "16 construction company employees": a thing's noun before one of people."""
    for unit in units[j + 1 : j + 3]:
        if unit.tag == "P":
            return True
        if unit.tag == "w" and person_word(unit.low.removesuffix("s")):
            return True
        if unit.tag not in "wzJ":
            return False
    return False


def _noun_of_them(units: list[Unit], j: int, head: Head) -> None:
    """ "four of them colonels", "two of them pregnant", "13 of them women"."""
    stop = min(j + 3, len(units))
    while j < stop and units[j].tag in "PJwxhad":
        if units[j].tag == "P":
            head.people = units[j].data
            head.last = j + 1
            return
        j += 1


def _attributive(units: list[Unit], j: int) -> bool:
    """True for "20 wounded soldiers": a participle with its noun right behind it."""
    k = j + 1
    while k < len(units) and units[k].tag in "sJ":
        k += 1
    return k < len(units) and units[k].tag == "P"


def _two_adjectives(units: list[Unit], j: int) -> bool:
    """ "military and civilian deaths"."""
    if not 0 < j < len(units) - 1:
        return False
    if units[j - 1].low in _STATUS and units[j + 1].low in _STATUS:
        return True
    if units[j - 2].tag == "a" and units[j - 1].tag == "w" and units[j + 1].tag == "P":
        return True  # "a TV and radio journalist"
    joined = units[j - 1].tag in "wsJ" and units[j + 1].tag in "wsJ" and units[j + 1].low not in MORE
    return joined and j + 2 < len(units) and units[j + 2].tag == "P"


def _of_police(following: Unit, head: Head) -> bool:
    """ "a police inspector", "two police constables": a rank behind "police"."""
    if following.tag not in "wB" or not person_word(following.low.removesuffix("s")):
        return False
    head.people = PEOPLE["policemen" if following.low.endswith("s") else "policeman"]
    return True


def _joined(units: list[Unit], j: int, head: Head) -> None:
    """ "20 soldiers and civilians", "six women and children": one figure for two nouns."""
    first = units[j].data
    if j + 3 >= len(units) or units[j + 1].low != "and" or not (first.plural and units[j + 2].tag == "P"):
        return
    second = units[j + 2].data
    if not second.plural or units[j + 3].tag in "VDvG" or (units[j + 3].tag == "w" and head.count.value == 1):
        return
    head.people = People(
        first.victims if first.victims == second.victims else "any",
        first.subgroup if first.subgroup == second.subgroup else None,
        True,
    )
    head.last = j + 3


_STATUS: Final = ("military", "civilian", "army", "combatant", "police")


def _plural_word(unit: Unit, head: Head) -> bool:
    value = head.count.value
    return value == 1 or unit.low.endswith(("s", "men", "women", "people", "folk", "kin"))


_PARENTS: Final = frozenset(
    ("mother", "father", "parent", "widow", "widower", "herd", "flock", "fleet", "pack")
)


def of_a_parent(units: list[Unit], i: int) -> bool:
    """ "a mother of three died": children who are told of at unit i, not harmed."""
    return i > 1 and units[i - 1].tag == "o" and units[i - 2].low in _PARENTS
