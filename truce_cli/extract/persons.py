"""One person harmed, without a figure: "the mayor was shot dead", "gunmen killed Ibrahim Sale", "killing him".

A definite noun or a name is a count of one; told again later in the text it is the same person.
"""

from __future__ import annotations

from typing import Final

from truce_cli.extract.companions import companions
from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.nouns import of_a_parent
from truce_cli.extract.objects import ENDING, KILLINGS
from truce_cli.extract.people import PEOPLE
from truce_cli.extract.predicates import ADVERBS, modality
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.single import STRONG, noun_phrase, one, titled
from truce_cli.extract.units import Count, Unit

_OBJECT_PRONOUNS: Final = frozenset(("him", "her"))
_WEAK: Final = frozenset(
    "fell|buried|burned|burnt|cut down|drowned|gunned|poisoned|eliminated|dying|hospitalised|hospitalized|"
    "scalded|mutilated|crippled|hurts|hurt".split("|")
)
"""Harm words that take other things than people as often."""


def link_persons(sentence: Sentence, heads: list[Head], links: dict[int, Link]) -> list[Head]:
    """Heads of single persons that no figure counts; their links are added to links."""
    units = sentence.units
    used = frozenset({link.last - 1 for link in links.values()} | {link.first for link in links.values()})
    found: list[Head] = []
    found += _nobody(units, links)
    for link in [links[id(h)] for h in heads if id(h) in links and h.implied and not h.others]:
        if link.harm in ("killed", "injured") and link.subset_of is None:
            found += companions(sentence, heads, links, link, used)
    for link in [links[id(h)] for h in heads if id(h) in links and links[id(h)].rule == "toll/subject"]:
        before = _listed(sentence, heads, link)
        links.update((id(h), _like(link, h)) for h in before)
        found += before
    for k, unit in enumerate(units):
        harm = _harm(units, k)
        if harm is None or k in used or (harm == "injured" and _dies_later(units, k)):
            continue
        if k + 1 < len(units) and units[k + 1].tag == "o":
            head = noun_phrase(sentence, units, k + 2, bare=False) if k + 2 < len(units) else None
        elif unit.tag in "VDGv":
            head = _object(sentence, units, k) or _subject(sentence, units, k)
        else:
            head = _body(sentence, units, k)
        if head is None or any(h.first <= head.unit < h.last for h in (*heads, *found) if id(h) in links):
            continue
        if unit.low == "hurt" and units[head.last - 1].tag != "P":
            continue
        if unit.tag in "VDv" and modality(units, k)[1]:
            continue  # "the army would kill every saboteur"
        first, last = min(k, head.first), max(k + 1, head.last)
        link = Link(head, harm, "toll/person", first, last, word=unit.low, active=True)
        links[id(head)] = link
        found.append(head)
        found += companions(sentence, heads, links, link, used)
    return found


def _like(link: Link, head: Head) -> Link:
    return Link(head, link.harm, "toll/companion", head.first, head.last, word=link.word, active=True)


def _listed(sentence: Sentence, heads: list[Head], link: Link) -> list[Head]:
    """ "The mayor, his wife and a bodyguard were killed": those before the last one of a list, who have no figure."""
    units = sentence.units
    made: list[Head] = []
    stop = link.head.first
    plural = stop > 1 and units[stop - 1].low == "and"
    plural &= any(u.low in ("were", "have", "are") for u in units[link.head.last : link.last])
    while plural and stop > 1 and units[stop - 1].tag in ",c":
        end = stop - 1 - (units[stop - 2].tag == ",")
        start = end
        while (
            start
            and units[start - 1].tag not in ',.;:SVDGxr"'
            and units[start - 1].low not in ("and", "that")
        ):
            start -= 1
        if start == end or any(h.first < end and h.last > start for h in heads):
            break
        head = noun_phrase(sentence, units, start, bare=False)
        if head is None or (head.last < end and units[head.last].tag not in "oi"):
            break
        made.append(head)
        stop = start
    return made


def _dies_later(units: list[Unit], k: int) -> bool:
    """ "was injured in the attack and later succumbed": told as one who died."""
    for j in range(k + 1, min(k + 14, len(units) - 1)):
        if units[j].tag in ".;:NP":
            return False
        if units[j].low in ("and", "but"):
            rest = [u for u in units[j + 1 : j + 4] if u.low not in _AROUND]
            return bool(rest) and rest[0].tag == "D" and rest[0].data == "killed"
    return False


def _harm(units: list[Unit], k: int) -> str | None:
    """Harm that a unit does to a single person, as verb or as noun before "of"."""
    unit = units[k]
    of = k + 1 < len(units) and units[k + 1].tag == "o"
    if of and (unit.low in KILLINGS or unit.tag == "G"):
        return "killed" if unit.tag != "G" else str(unit.data)
    if of and unit.low in ENDING:
        return ENDING[unit.low]
    if unit.tag in "VDGv" and unit.data in ("killed", "injured"):
        if (
            unit.low not in _WEAK
            or (unit.low == "hurt" and preceded_by_be(units, k))
            or (unit.low.startswith("hospital") and _with_wounds(units, k))
        ):
            return str(unit.data)
    return "killed" if unit.low == "body" and unit.tag == "T" else None


def _with_wounds(units: list[Unit], k: int) -> bool:
    """ "was hospitalised with shrapnel wounds"."""
    behind = units[k + 1 : k + 5]
    return (
        bool(behind)
        and behind[0].low == "with"
        and any(u.low in ("wounds", "injuries", "burns") for u in behind)
    )


_FOUND: Final = frozenset("found discovered dumped recovered retrieved".split())


def _body(sentence: Sentence, units: list[Unit], k: int) -> Head | None:
    """ "his body was found", "a body was found", "the burned body of another": one killed, found at the scene."""
    end = next((j for j in range(k + 1, min(k + 14, len(units))) if units[j].tag in ".;"), k + 14)
    if not any(u.low in _FOUND or u.low == "found dead" for u in units[k + 1 : end]):
        return None
    j = k - 1
    while j > 0 and units[j].tag in "wJV" and k - j < 4:
        j -= 1
    if j >= 0 and (units[j].low in ("his", "her", "whose", "a", "'s") or units[j].tag == "'"):
        return one(j, k + 1)
    return None


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
            told = units[k + 2].low if k + 2 < len(units) else ""
            harm = None if told in _FIGURES else str(after.data)
        elif unit.low == "nobody" or after.tag == "P" or after.low == "one" or _none_of_a_side(units, k):
            for j in range(k + 1, min(k + 7, len(units))):
                if units[j].tag == "V" and preceded_by_be(units, j):
                    harm, last = str(units[j].data), j + 1
                    break
        if harm is None:
            continue
        of_side = _none_of_a_side(units, k)
        head = one(k, k + 3 if of_side else k + 2 if unit.low == "no" else k + 1)
        after = units[k + 2] if of_side else after
        head.count, head.definite = Count(0, 0, 0, "exact"), False
        head.people = after.data if after.tag == "P" else PEOPLE["people"]
        links[id(head)] = Link(head, harm, "toll/none", k, last, word="no", active=True)
        made.append(head)
    return made


_FIGURES: Final = frozenset(
    "figure figures number numbers count toll data list lists estimate estimates breakdown".split()
)
""" "gave no casualty figures" is silence, and no nought."""


def _none_of_a_side(units: list[Unit], k: int) -> bool:
    """ "No Ukrainian soldiers were killed"."""
    return units[k].low == "no" and units[k + 1].tag == "s" and k + 2 < len(units) and units[k + 2].tag == "P"


def _object(sentence: Sentence, units: list[Unit], k: int) -> Head | None:
    """The person right behind an active verb."""
    if (
        units[k].tag == "D"
        or preceded_by_be(units, k)
        or (k and (units[k - 1].low in ("to", "not") or units[k - 1].tag in "ah"))
    ):
        return None
    j = k + 1
    if j >= len(units):
        return None
    if units[j].low in _OBJECT_PRONOUNS and (
        j + 1 >= len(units) or units[j + 1].tag not in "Pw" or units[j + 1].low in ADVERBS
    ):
        return one(j, j + 1)
    if units[j].tag == "h" and units[j].low not in ("the", "his", "her", "a"):
        return None
    return noun_phrase(sentence, units, j, bare=units[k].tag == "v", strong=units[k].low in STRONG)


def _subject(sentence: Sentence, units: list[Unit], k: int) -> Head | None:
    """The person left of a passive or of "died"."""
    active = units[k].tag == "V" and not units[k].low.startswith(("burned to", "burnt to"))
    if (active and not preceded_by_be(units, k)) or units[k].tag in "Gv":
        return None
    j = _verb_start(units, k) - 1
    plural = False
    while j >= 0 and (units[j].tag in "xXMnS" or units[j].low.endswith("ly") or units[j].low in _AROUND):
        plural |= units[j].low in ("were", "are", "have")
        j -= 1
    if units[j].low in ("he", "she") and not plural:
        return one(j, j + 1)
    aside = j >= 0 and units[j].tag in ",c"
    strong = units[k].low in STRONG
    nearest = _before_aside(units, j)
    if plural:
        return _pair(sentence, units, nearest)
    start = nearest
    while start >= 0 and not _bounds(sentence, units, start):
        start -= 1
    return _in_region(sentence, units, start + 1, nearest + 1, strong=strong) or (
        _first(sentence, units, j, strong=strong) if aside or units[j].low == "who" else None
    )


def _verb_start(units: list[Unit], k: int) -> int:
    """First of the participles that share a form of "to be": "was kidnapped and killed"."""
    while (
        k > 1 and units[k - 1].low == "and" and (units[k - 2].low.endswith("ed") or units[k - 2].tag == "V")
    ):
        k -= 2
    return k


_AROUND: Final = frozenset("also later then since both found discovered".split())
_CLAUSE: Final = frozenset("that when after as and but before while".split())


def _bounds(sentence: Sentence, units: list[Unit], j: int) -> bool:
    if units[j].low == "and" and _in_a_name(sentence, units, j):
        return False
    stop = units[j].tag in ";:.," and not titled(units, j)
    return stop or units[j].low in _CLAUSE or units[j].tag in "SVGx"


def _in_a_name(sentence: Sentence, units: list[Unit], j: int) -> bool:
    """ "a director at the Ministry of Posts and Roads": an "and" between two capitals behind "of"."""
    capitals = all(sentence.article.text[u.start].isupper() for u in (units[j - 1], units[j + 1]))
    return j > 1 and capitals and units[j - 2].tag == "o"


def _in_region(sentence: Sentence, units: list[Unit], start: int, end: int, *, strong: bool) -> Head | None:
    """The first single person between two units, where no count and nobody in the plural stands there."""
    region = units[start:end]
    if not region or any(u.tag == "P" and u.data.plural for u in region):
        return None
    if any(u.tag == "N" and not of_a_parent(units, i) for i, u in enumerate(region, start)):
        return None
    for at, unit in enumerate(region, start):
        if unit.tag in "ha" or (sentence.article.text[unit.start].isupper() and unit.tag in "wABP"):
            if unit.tag == "h" and unit.low not in ("the", "his", "her", "its", "their", "our"):
                continue
            head = noun_phrase(sentence, units, at, bare=False, strong=strong)
            if head is not None and head.last <= end:
                return head
            if unit.tag in "ha":
                return None
    return None


def _first(sentence: Sentence, units: list[Unit], end: int, *, strong: bool) -> Head | None:
    """ "Anna Roth, the owner of land where rebels stay, has been murdered": the person whom a sentence begins with."""
    start = 0
    stop = next((j for j in range(1, end) if units[j].tag in ",r(" or units[j].low in ("who", "from")), end)
    while stop < end and units[0].low in ("in", "on", "at", "late", "early"):  # "In Pell, the mayor, ..."
        start, stop = stop + 1, next((j for j in range(stop + 1, end) if units[j].tag in ",r("), end)
        break
    head = _in_region(sentence, units, start, max(stop, start + 1), strong=strong)
    return head if head is not None and head.first <= start + 1 else None


def _pair(sentence: Sentence, units: list[Unit], j: int) -> Head | None:
    """ "Abdul Razzak and his brother were killed": two singulars joined by "and"."""
    joint = next((i for i in range(j, max(j - 9, 0), -1) if units[i].low == "and"), None)
    if joint is None or joint < 1:
        return None
    second = noun_phrase(sentence, units, joint + 1, bare=False)
    start = joint - 1
    while start > 0 and units[start - 1].tag in "wAsLBJha'P" and joint - start < 9:
        start -= 1
    first = None
    for i in range(start, joint):
        first = noun_phrase(sentence, units, i, bare=False)
        if first is not None:
            break
    if first is None or second is None or second.last < j:
        return None
    head = one(first.first, second.last)
    head.count = Count(2, 2, 2, "exact")
    return head


def preceded_by_be(units: list[Unit], k: int) -> bool:
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
