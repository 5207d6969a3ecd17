"""A single person as a noun phrase: "the deputy governor of Pell", "Ibrahim Sale", "his driver". Knows no harm."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.people import PEOPLE, person_word
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.units import Count, Unit

_ROLES: Final = frozenset(
    "ally scholar mukhtar delegate provost headman commander elder headmaster principal governor "
    "ruler chief head chairman chairwoman preacher monk bishop professor dean "
    "vendor administrator figure president minister ambassador king prince princess monarch pastor "
    "sheikh cleric "
    "businessman businesswoman campaigner environmentalist observer supporter contractor guide councilwoman "
    "councilman lawmaker senator deputy official director manager spokesman spokeswoman aide "
    "bodyguard cyclist "
    "rider motorist entrepreneur farmer cattle-rearer artist singer actor poet rapper publisher "
    "editor producer "
    "attorney advocate engineer accountant banker jeweller butcher barber tailor mechanic veteran "
    "nephew niece "
    "cousin uncle aunt grandson granddaughter fiancee girlfriend boyfriend mp convert secretary "
    "treasurer".split()
)


def one(first: int, last: int) -> Head:
    head = Head(first, Count(1, 1, 1, "exact"))
    head.first, head.last, head.implied, head.definite = first, last, True, True
    head.people = PEOPLE["person"]
    return head


def noun_phrase(
    sentence: Sentence, units: list[Unit], j: int, *, bare: bool, strong: bool = False
) -> Head | None:
    """A singular person that starts at unit j: "the deputy governor of ...", "Ibrahim Sale", "prominent elder".

    strong: the verb takes nothing but people ("beheaded"), so any noun will do.
    """
    first = j
    determined = units[j].tag in "ha"
    if determined:
        j += 1
    steps = 0
    named = 0
    owned = False
    while j < len(units) and steps < 7:
        unit = units[j]
        if unit.low in TITLES and j + 2 < len(units) and titled(units, j + 1) and units[j + 2].tag in "wA":
            return one(first, j + 3)
        if unit.tag == "P" and j + 1 < len(units) and units[j + 1].low == "'s":
            j += 2  # "the chief's wife"
            steps += 2
            continue
        if unit.tag == "P":
            if unit.data.plural:
                return None
            head = one(first, j + 1)
            head.people = unit.data
            return head
        if unit.tag == "z" and _before_a_person(units, j + 1):
            j += 1
            steps += 1
            continue
        if unit.tag in "zNTG":
            return None
        if unit.tag in "wBAsLJ'" or unit.low == "'s":
            owned |= unit.tag == "'"
            capital = sentence.article.text[unit.start].isupper()
            named = named + 1 if capital and unit.tag in "wA" else 0
            if unit.low in _ROLES or (
                unit.tag == "B"
                and unit.low in ("mayor", "governor", "president", "official", "director", "judge")
            ):
                return one(first, j + 1)
            following = units[j + 1] if j + 1 < len(units) else None
            ends = following is None or following.tag not in "wPBJsA'"
            if (
                ends
                and determined
                and not capital
                and (person_word(unit.low) or (strong and unit.tag == "w" and not owned))
            ):
                return one(first, j + 1)
            if ends and named >= 2:
                return one(first, j + 1)
            j += 1
            steps += 1
            continue
        break
    if named >= 2:
        return one(first, j)
    return None


def _before_a_person(units: list[Unit], j: int) -> bool:
    """ "village elder", "district neighbourhood head": the noun of a thing, before one of a person."""
    for unit in units[j : j + 3]:
        if unit.tag in "PB" or unit.low in _ROLES or (unit.tag == "w" and person_word(unit.low)):
            return True
        if unit.tag not in "wzJ":
            return False
    return False


STRONG: Final = frozenset(
    "assassinated|beheaded|executed|murdered|lynched|martyred|shot dead|gunned down|shot and killed|"
    "fatally shot|"
    "hacked to death|stabbed to death|beaten to death|burned alive|burnt alive".split("|")
)
"""Verbs that take nothing but people."""


TITLES: Final = frozenset("mr mrs ms dr gen col lt capt maj sgt rev prof sen gov hon".split())


def titled(units: list[Unit], j: int) -> bool:
    """True for a full stop behind a title: "Mr. Madaki"."""
    return units[j].low == "." and j > 0 and units[j - 1].low in TITLES
