"""One person harmed, without a figure: "the mayor was shot dead", "gunmen killed Ibrahim Sale", "killing him".

A definite noun or a name is a count of one; told again later in the text it is the same person.
"""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link, has_object
from truce_cli.extract.objects import KILLINGS
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
_KILLING: Final = frozenset(("killed",))
_STRONG: Final = frozenset(
    "assassinated|beheaded|executed|murdered|lynched|martyred|shot dead|gunned down|shot and killed|"
    "fatally shot|"
    "hacked to death|stabbed to death|beaten to death|burned alive|burnt alive".split("|")
)
"""Verbs that take nothing but people."""
_OBJECT_PRONOUNS: Final = frozenset(("him", "her"))
_WEAK: Final = frozenset(
    ("fell", "buried", "burned", "burnt", "cut down", "drowned", "gunned", "poisoned", "eliminated", "dying")
)


def link_persons(sentence: Sentence, heads: list[Head], links: dict[int, Link]) -> list[Head]:
    """Heads of single persons that no figure counts; their links are added to links."""
    units = sentence.units
    used = {link.last - 1 for link in links.values()} | {link.first for link in links.values()}
    found: list[Head] = []
    found += _nobody(units, links)
    for k, unit in enumerate(units):
        killing_of = unit.low in KILLINGS and k + 1 < len(units) and units[k + 1].tag == "o"
        if killing_of:
            head = _noun_phrase(sentence, units, k + 2, bare=False) if k + 2 < len(units) else None
        elif unit.tag not in "VDGv" or unit.data not in _KILLING or unit.low in _WEAK or k in used:
            continue
        else:
            head = _object(sentence, units, k) or _subject(sentence, units, k)
        if head is None or any(h.first <= head.unit < h.last for h in heads if id(h) in links):
            continue
        first, last = min(k, head.first), max(k + 1, head.last)
        links[id(head)] = Link(head, "killed", "toll/person", first, last, word=unit.low, active=True)
        found.append(head)
        found += _companions(sentence, units, heads, links, max(k + 1, head.last))
    return found


def _nobody(units: list[Unit], links: dict[int, Link]) -> list[Head]:
    """ "No civilians were killed", "nobody was hurt", "there were no casualties": a count of nought, said as such."""
    made: list[Head] = []
    for k, unit in enumerate(units[:-1]):
        if unit.low not in ("no", "nobody") or unit.tag != "n":
            continue
        after = units[k + 1]
        harm = None
        last = k + 2
        if unit.low == "no" and after.tag == "T" and after.data in ("killed", "injured", "killed_or_injured"):
            harm = str(after.data)
        elif unit.low == "nobody" or after.tag == "P" or after.low == "one":
            for j in range(k + 1, min(k + 7, len(units))):
                if units[j].tag == "V" and _preceded_by_be(units, j):
                    harm, last = str(units[j].data), j + 1
                    break
        if harm is None:
            continue
        head = _one(k, k + 2 if unit.low == "no" else k + 1)
        head.count, head.definite = Count(0, 0, 0, "exact"), False
        head.people = after.data if after.tag == "P" else PEOPLE["people"]
        links[id(head)] = Link(head, harm, "toll/none", k, last, word="no", active=True)
        made.append(head)
    return made


_WITH: Final = frozenset(("alongside", "along with", "together with"))


def _companions(
    sentence: Sentence, units: list[Unit], heads: list[Head], links: dict[int, Link], at: int
) -> list[Head]:
    """ "was killed alongside his driver", "killed the judge and seven members of his family": who died with him."""
    made: list[Head] = []
    j = at
    while j < len(units) and (units[j].tag in ",M" or units[j].low in ("and", *_WITH)):
        joined = any(u.low in ("and", *_WITH) for u in units[at : j + 1])
        if joined and j + 1 < len(units):
            counted = next(
                (h for h in heads if h.first == j + 1 and id(h) not in links and h.has_people), None
            )
            head = counted or (
                _noun_phrase(sentence, units, j + 1, bare=False)
                if units[j + 1].low in ("his", "her", "a", "their")
                else None
            )
            if head is not None:
                links[id(head)] = Link(
                    head, "killed", "toll/companion", head.first, head.last, word="with", active=True
                )
                if counted is None:
                    head.definite = False
                    made.append(head)
                j = head.last
                continue
        j += 1
    return made


def _one(first: int, last: int) -> Head:
    head = Head(first, Count(1, 1, 1, "exact"))
    head.first, head.last, head.implied, head.definite = first, last, True, True
    head.people = PEOPLE["person"]
    return head


def _object(sentence: Sentence, units: list[Unit], k: int) -> Head | None:
    """The person right behind an active verb."""
    if units[k].tag == "D" or _preceded_by_be(units, k) or (k and units[k - 1].low in ("to", "not")):
        return None
    j = k + 1
    if j >= len(units):
        return None
    if units[j].low in _OBJECT_PRONOUNS and (j + 1 >= len(units) or units[j + 1].tag not in "Pw"):
        return _one(j, j + 1)
    if units[j].tag == "h" and units[j].low not in ("the", "his", "her", "a"):
        return None
    return _noun_phrase(sentence, units, j, bare=units[k].tag == "v", strong=units[k].low in _STRONG)


def _noun_phrase(
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
        if unit.tag == "P":
            if unit.data.plural:
                return None
            head = _one(first, j + 1)
            head.people = unit.data
            return head
        if (
            unit.tag == "z"
            and j + 1 < len(units)
            and (
                units[j + 1].tag in "PB"
                or units[j + 1].low in _ROLES
                or (units[j + 1].tag == "w" and person_word(units[j + 1].low))
            )
        ):
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
                return _one(first, j + 1)
            following = units[j + 1] if j + 1 < len(units) else None
            ends = following is None or following.tag not in "wPBJsA'"
            if (
                ends
                and determined
                and not capital
                and (person_word(unit.low) or (strong and unit.tag == "w" and not owned))
            ):
                return _one(first, j + 1)
            if ends and named >= 2:
                return _one(first, j + 1)
            j += 1
            steps += 1
            continue
        break
    if named >= 2:
        return _one(first, j)
    return None


def _preceded_by_be(units: list[Unit], k: int) -> bool:
    j = k - 1
    while j >= 0 and (
        units[j].tag in "nMX" or units[j].low.endswith(("ly", "day")) or units[j].low in _BETWEEN
    ):
        j -= 1
    if j > 1 and units[j].low.endswith("ed") and units[j - 1].tag == "x":
        return True  # "was stabbed and then beheaded"
    return j >= 0 and units[j].tag == "x"


_BETWEEN: Final = frozenset(
    "found discovered also then and later night afternoon morning yesterday evening last".split()
)


def _subject(sentence: Sentence, units: list[Unit], k: int) -> Head | None:
    """The person left of a passive or of "died"."""
    passive = _preceded_by_be(units, k)
    if (units[k].tag == "V" and (not passive or has_object(units, k))) or units[k].tag in "Gv":
        return None
    j = k - 1
    plural = False
    while j >= 0 and (
        units[j].tag in "xXMnS"
        or units[j].low.endswith("ly")
        or units[j].low in ("also", "later", "then", "since")
    ):
        plural |= units[j].low in ("were", "are", "have")
        j -= 1
    j = _before_aside(units, j)
    if plural:
        return _pair(sentence, units, j)
    start = j
    while (
        start >= 0
        and units[start].tag not in ";:.,"
        and units[start].low not in ("that", "when", "after", "as", "and", "but", "before", "while")
        and units[start].tag not in "SVGx"
    ):
        start -= 1
    region = units[start + 1 : j + 1]
    if not region or any(u.tag in "N" or (u.tag == "P" and u.data.plural) for u in region):
        return None
    for offset, unit in enumerate(region):
        if unit.tag in "ha" or (sentence.article.text[unit.start].isupper() and unit.tag in "wABP"):
            if unit.tag == "h" and unit.low not in ("the", "his", "her", "its", "their", "our"):
                continue
            head = _noun_phrase(
                sentence, units, start + 1 + offset, bare=False, strong=units[k].low in _STRONG
            )
            if head is not None and head.last <= j + 1:
                return head
            if unit.tag in "ha":
                return None
    return None


def _pair(sentence: Sentence, units: list[Unit], j: int) -> Head | None:
    """ "Abdul Razzak and his brother were killed": two singulars joined by "and"."""
    joint = next((i for i in range(j, max(j - 9, 0), -1) if units[i].low == "and"), None)
    if joint is None or joint < 1:
        return None
    second = _noun_phrase(sentence, units, joint + 1, bare=False)
    start = joint - 1
    while start > 0 and units[start - 1].tag in "wAsLBJha'P" and joint - start < 9:
        start -= 1
    first = None
    for i in range(start, joint):
        first = _noun_phrase(sentence, units, i, bare=False)
        if first is not None:
            break
    if first is None or second is None or second.last < j:
        return None
    head = _one(first.first, second.last)
    head.count = Count(2, 2, 2, "exact")
    return head


def _before_aside(units: list[Unit], j: int) -> int:
    """Index before a parenthesis or an apposition that ends at j."""
    if j >= 0 and units[j].tag == ")":
        while j >= 0 and units[j].tag != "(":
            j -= 1
        return j - 1
    if j >= 0 and units[j].tag == ",":
        k = j - 1
        while k >= 0 and units[k].tag not in ",;.":
            k -= 1
        if k > 0 and units[k].tag == ",":
            return k - 1
    return j
