"""Counts told through a noun: "the death toll rose by six to 97", "bringing its total to 710", "claimed 400 lives"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.toll_words import RAISING, Named, harm_of, last_harm, toll_nouns
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import PASSED, RISE

_REACH: Final = 12
_TAKING: Final = frozenset(
    ("claimed", "claiming", "claims", "cost", "costing", "costs", "took", "taken", "taking", "killed")
)
_BEFORE_FIGURE: Final = frozenset(RISE) | {"for", "among", "in", "on", "so", "far"}


def link_nouns(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Join figures to the toll nouns of a sentence; adds to links, keyed by id of head."""
    by_unit = {head.unit: head for head in heads}
    for head in heads:
        if head.noun is not None and id(head) not in links:
            link = _counted_noun(units, head)
            if link is not None:
                links[id(head)] = link
    _before_the_noun(units, heads, links)
    _brought_to(units, by_unit, links)
    for named in toll_nouns(units):
        if _risen_far(units, named, by_unit, links):
            continue
        if any(h.noun and h.first <= named.unit < h.last for h in heads):
            continue
        _figures_after(units, named, by_unit, links)


def _before_the_noun(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """ "430 military and 112 civilian deaths": the noun stands behind the second figure."""
    for head, after in pairwise(heads):
        noun = links.get(id(after))
        between = [u.low for u in units[head.unit + 1 : after.first]]
        if noun is None or noun.rule != "toll/deaths" or id(head) in links or len(between) != 2:
            continue
        if between[0] in ("military", "civilian") and between[1] in ("and", "or"):
            head.military = between[0]
            head.people = None
            links[id(head)] = Link(head, noun.harm, "toll/shared", head.first, after.last, word=noun.word)


def _counted_noun(units: list[Unit], head: Head) -> Link | None:
    """ "37 military deaths", "over 400 lives", "17 casualties", "61 bodies", "11 names"."""
    harm = head.noun
    last = units[head.last - 1]
    if last.low == "losses" and any(u.tag == "o" for u in units[head.first : head.last]):
        return None  # "verified about 130 of the losses": of tanks, as often
    if last.low == "lives":
        before = units[head.first - 1].low if head.first else ""
        if before not in _TAKING and not any(
            u.low in _TAKING for u in units[max(0, head.first - 4) : head.first]
        ):
            return None
        harm = "killed"
    if harm == "names":
        if not any(
            u.low
            in (
                "dead",
                "fallen",
                "killed",
                "fell",
                "fell in action",
                "deaths",
                "list",
                "roll",
                "published",
                "released",
            )
            for u in units
        ):
            return None
        harm = "killed"
    owned = units[max(0, head.first - 2) : head.first]
    of_bodies = [u.data for u in owned] == ["bodies", "of"]  # "the bodies of 1,212 fallen soldiers"
    if harm == "bodies" or (of_bodies and last.low not in ("deaths", "lives")):
        harm = "recovered"
    if harm is None or harm == "toll":
        return None
    link = Link(head, harm, "toll/deaths", head.first, head.last, word=last.low)
    if harm == "captured" and any(
        u.low in ("held", "kept", "holds") for u in units[head.last : head.last + 4]
    ):
        link.measure = "cumulative"  # "400 prisoners of war are held"
    if last.low == "names":
        added = head.count.more or any(
            u.low in ("adds", "added", "published", "released", "moved", "list") for u in units
        )
        standing = any(u.low in ("has", "runs", "now") for u in units[max(0, head.first - 4) : head.first])
        link.measure = "cumulative" if standing or not added else "increment"
    return link


def _past_a_date(units: list[Unit], j: int) -> int:
    """Unit behind ", on 2 September," or ", in early May,"; 0 where nothing of the kind stands at unit j."""
    close = next((k for k in range(j + 1, min(j + 6, len(units))) if units[k].tag == ","), 0)
    inside = units[j + 1 : close]
    dated = any(u.tag == "M" for u in inside) and all(u.tag in "iMhwJa" for u in inside)
    return close + 1 if close and dated else 0


def _figures_after(units: list[Unit], named: Named, by_unit: dict[int, Head], links: dict[int, Link]) -> None:
    """Figures right of a toll noun: "from 468 to 487", "by six to 97", "at 44", "to 710"."""
    j, n = named.unit + 1, len(units)
    steps = 0
    passed = raising = False
    bodies = units[named.unit].data == "bodies"
    previous: Link | None = None
    first = named.first
    raising = units[first].low in RAISING
    verb = raising
    while j < n and steps < _REACH:
        unit = units[j]
        if unit.tag == "," and (past := _past_a_date(units, j)):
            j = past  # "its last count, on 2 September, was 1,880"
            continue
        if bodies and unit.tag not in "NohJ":
            return  # "his body was found 2 days later"
        if unit.tag == "N":
            head = by_unit.get(j)
            by_names = (
                head is not None and head.noun == "names" and units[j - 1].low == "by" and id(head) in links
            )
            if head is not None and by_names:
                previous = links[id(head)]  # "the list of dead grew by 31 names and now numbers 402"
                j, steps = max(head.last, j + 1), 0
                continue
            if (
                head is not None
                and units[j - 1].low == "by"
                and any(u.low in _FALLING for u in units[max(0, first - 2) : j])
            ):
                j, steps = max(head.last, j + 1), 0
                continue  # "lowered its tally by three, to 67"
            if head is None or head.thing or (id(head) in links and links[id(head)].rule != "toll/subject"):
                return
            if head.has_people and not verb and units[j - 1].low not in ("of", "at", "to"):
                return
            if (
                head.unit + 1 < n
                and units[head.unit + 1].tag in "Vd"
                and units[head.unit + 1].data != named.harm
                and named.harm != "killed_or_injured"
            ):
                return
            if _other_verb(units, head, named):
                return
            link = _figure(units, named, head, j, first, passed)
            if link is None:
                return
            if (
                previous is not None
                and link.superseded is False
                and previous.superseded is False
                and link.measure == previous.measure
            ):
                return
            links[id(head)] = link
            previous = link
            j, steps = max(head.last, j + 1), 0
            continue
        if unit.low in PASSED:
            passed = True
        if unit.tag in ";:S" and unit.low not in (
            "put",
            "puts",
            "counted",
            "counts",
            "estimated",
            "reported",
            "confirmed",
            "stated",
            "given",
            "revised",
            "raised",
            "corrected",
            "updated",
        ):
            if unit.tag == ":" and steps < 2:
                j += 1
                continue
            return
        if unit.low in RISE and unit.tag in "wSxX":
            verb = True
        if unit.low == "fell" and j + 1 < n and units[j + 1].low in ("to", "from", "by"):
            verb = True  # "civilian casualties fell to 44"
            j += 1
            continue
        if unit.tag in "GvD" or (unit.tag == "V" and unit.data not in (named.harm,)):
            return
        if unit.tag == "r" and not (j + 1 < n and units[j + 1].low in RISE and previous is None):
            return
        if unit.tag == "c" and not verb:
            return
        if unit.tag == "," and previous is not None:
            return
        quoted = unit.tag == '"' and "P" in (
            units[j - 1].tag,
            units[min(j + 1, n - 1)].tag,
        )  # the "rebels" killed
        if unit.tag in "wSxXiohMJsBLAPVdncTa'z," or unit.low in _BEFORE_FIGURE or quoted:
            if (
                unit.tag == "w"
                and unit.low not in RISE
                and unit.low not in ("so", "far")
                and previous is not None
            ):
                steps += 3
            j += 1
            steps += 1
            continue
        return


_FALLING: Final = frozenset("lowered cut reduced trimmed scaled fell dropped shrank slashed".split())
_NEARING: Final = frozenset("nears nearing near neared approaches approaching approached".split())


def _other_verb(units: list[Unit], head: Head, named: Named) -> bool:
    """ "In addition to the deaths, more than 20 were wounded": the figure has a verb of its own."""
    j = head.last
    while (j < len(units) and units[j].tag in "xXM") or (
        j < len(units) and units[j].low in ("also", "others", "more")
    ):
        j += 1
    return j > head.last and j < len(units) and units[j].tag in "VD" and units[j].data != named.harm


_BREACHES: Final = frozenset(
    "violations breaches infringements incidents attacks strikes raids explosions shells rockets missiles drones "
    "sorties complaints".split()
)


def _of_breaches(units: list[Unit], noun: int) -> bool:
    """ "The total number of violations stood at 282": what is counted is no toll."""
    after = [u.low for u in units[noun + 1 : noun + 5]]
    return after[:1] == ["of"] and not _BREACHES.isdisjoint(after)


def _figure(units: list[Unit], named: Named, head: Head, j: int, first: int, passed: bool) -> Link | None:
    count = head.count
    before = units[j - 1].low if units[j - 1].tag != "h" or j < 2 else units[j - 2].low
    if units[j].low.startswith("up to ") and count.value is not None and named.total:
        count.low, count.high, count.qualifier = count.value, count.value, "exact"  # "toll up to 31" means 31
    if passed and count.qualifier == "exact" and count.value is not None:
        count.low, count.high, count.qualifier = count.value, None, "more_than"
    if before in _NEARING and count.qualifier == "exact" and count.value is not None:
        count.low, count.high, count.qualifier = None, count.value, "nearly"
    if units[j].low.startswith(("over ", "above ")) and count.qualifier == "more_than":
        passed = False
    harm = named.harm
    carried = harm is None
    if carried:
        if _of_breaches(units, named.unit):
            return None
        harm = last_harm(units, named, j)
    link = Link(
        head,
        harm or "",
        "toll/total-carried" if carried else "toll/total",
        min(first, named.unit),
        max(head.last, j + 1),
        word=units[named.unit].low,
    )
    if before == "by":
        link.measure, link.rule = "increment", "toll/risen-by"
    elif before == "from" and _is_lower_end(units, j):
        link.measure, link.superseded, link.rule = "cumulative", True, "toll/risen-from"
    elif before in ("of", "to") and j == named.unit + 2 and units[named.unit].low in _SINGLE_DEATHS:
        link.active = True  # "the deaths of three gunners": these, not a total
    elif units[named.unit].data != "bodies":
        link.measure = "cumulative"
    return link


_SINGLE_DEATHS: Final = frozenset("deaths death injuries fatalities".split())


def _is_lower_end(units: list[Unit], j: int) -> bool:
    """True where "from N" is the earlier figure: a "to N" stands before or after it."""
    after = units[j + 1 : j + 5]
    before = units[max(0, j - 5) : j]
    return any(u.low == "to" for u in (*after, *before)) or any(u.tag == "N" for u in before)


_FAR: Final = 36
_RISEN: Final = frozenset(
    "doubled tripled rose risen climbed reached stands stood jumped "
    "increased gone went passed topped hit put grown".split()
)


def _risen_far(units: list[Unit], named: Named, by_unit: dict[int, Head], links: dict[int, Link]) -> bool:
    """ "the death toll from an attack on a restaurant in the capital has risen to 6": the verb stands far off."""
    if not named.total or named.harm is None:
        return False
    for j in range(named.unit + _REACH // 2, min(named.unit + _FAR, len(units) - 2)):
        if units[j].tag in ";:":
            return False
        if units[j].low not in _RISEN:
            continue
        k = j + 1
        while (
            k < len(units) and k - j < 4 and units[k].low in ("to", "at", "by", "from", "up", "over", "past")
        ):
            k += 1
        head = by_unit.get(k)
        if (
            (k - j < 2 and not units[k].low.startswith("up to "))
            or head is None
            or head.thing
            or (id(head) in links and links[id(head)].rule != "toll/subject")
        ):
            return False
        link = _figure(units, named, head, k, named.first, passed=False)
        if link is None:
            return False
        links[id(head)] = link
        after = by_unit.get(head.last + 1)
        if units[k - 1].low in ("by", "from") and after is not None and units[head.last].low == "to":
            total = _figure(units, named, after, after.unit, after.first - 1, passed=False)
            if total is not None and not after.thing:
                links[id(after)] = total
        return True
    return False


def _brought_to(units: list[Unit], by_unit: dict[int, Head], links: dict[int, Link]) -> None:
    """ "bringing to nine the number of dead": the figure stands before its noun."""
    for i, unit in enumerate(units[:-3]):
        if unit.low not in RAISING:
            continue
        at = unit.low.startswith("put") and units[i + 1].low == "at"  # "put at 79 the number of those killed"
        if not (at or units[i + 1].low == "to"):
            continue
        head = by_unit.get(i + 2)
        noun = next(
            (
                k
                for k in range(i + 3, min(i + 7, len(units)))
                if units[k].tag == "T" and units[k].data == "toll"
            ),
            None,
        )
        if head is None or noun is None or id(head) in links:
            continue
        harm = harm_of(units, noun) or last_harm(units, Named(i, None, i, True), i) or ""
        links[id(head)] = Link(
            head, harm, "toll/total-carried", i, noun + 1, word="number", measure="cumulative"
        )
