"""Counts told through a noun: "the death toll rose by six to 97", "bringing its total to 710", "claimed 400 lives"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import PASSED, RISE

_REACH: Final = 12
_TAKING: Final = frozenset(
    ("claimed", "claiming", "claims", "cost", "costing", "costs", "took", "taken", "taking", "killed")
)
RAISING: Final = frozenset(
    "bringing brings bring brought raising raises raised taking takes took putting puts put pushing "
    "pushes pushed lifting lifts lifted adding".split()
)
_BEFORE_FIGURE: Final = frozenset(RISE) | {"for", "among", "in", "on", "so", "far"}


@dataclass(frozen=True, slots=True)
class Named:
    """A toll noun: its unit, the harm it stands for (None: take it from the sentence), the words that bound it."""

    unit: int
    harm: str | None
    first: int
    total: bool
    """ "total" and the like: a running count, whatever it counts."""


def toll_nouns(units: list[Unit]) -> list[Named]:
    """Nouns in a sentence that a figure may stand to."""
    found: list[Named] = []
    for i, unit in enumerate(units):
        if unit.tag == "T":
            harm = _harm_of(units, i)
            if harm is not None or unit.data == "toll":
                found.append(
                    Named(
                        i,
                        harm,
                        _start(units, i),
                        unit.data == "toll" or unit.low in ("death toll", "dead toll", "war dead"),
                    )
                )
        elif unit.tag == "e" and unit.low in ("ours", "theirs") and any(u.tag in "dT" for u in units[:i]):
            found.append(Named(i, "killed", i, True))
        elif unit.tag in "dV" and _noun_like(units, i):
            found.append(Named(i, unit.data, _start(units, i), True))
    return found


def _harm_of(units: list[Unit], i: int) -> str | None:
    """Harm of a toll noun: its own, else of the words around it: "number of displaced", "toll of wounded"."""
    unit = units[i]
    if unit.data not in ("toll", "bodies", "names"):
        return str(unit.data)
    if unit.data == "bodies":
        return "recovered"
    if unit.data == "names":
        return "killed" if any(u.low in ("dead", "fallen", "killed", "deaths") for u in units) else None
    if i and units[i - 1].low in ("death", "deaths", "killed", "dead", "fatality"):
        return "killed"
    for near in units[i + 1 : i + 7]:
        if near.tag in "VdT" and near.data in (
            "killed",
            "injured",
            "missing",
            "captured",
            "displaced",
            "killed_or_injured",
        ):
            return str(near.data)
        if near.tag in "N;:S":
            break
    for near in reversed(units[max(0, i - 3) : i]):
        if near.tag in "VdT" and near.data in ("killed", "injured", "displaced"):
            return str(near.data)
    if (
        unit.low == "toll"
        and i
        and units[i - 1].low in ("the", "overall")
        and not any(u.tag in "VDGT" for u in units[:i])
    ):
        return "killed"
    return None


def _noun_like(units: list[Unit], i: int) -> bool:
    """ "the dead", "its civilian dead", "war dead": a participle that stands as a noun, with no count before it."""
    if units[i].low not in (
        "dead",
        "wounded",
        "injured",
        "missing",
        "displaced",
        "killed",
        "fallen",
        "dead and wounded",
        "confirmed dead",
    ):
        return False
    j = i - 1
    while j >= 0 and (units[j].tag in "Jws" and units[j].tag != "M") and i - j < 4:
        j -= 1
    if j >= 0 and units[j].tag in "hsA" and units[j].low not in ("all",):
        return True
    return i > 0 and (
        units[i - 1].low in ("civilian", "military", "enemy", "'s", "war") or units[i - 1].tag in "sA"
    )


def _start(units: list[Unit], i: int) -> int:
    j = i
    while j and (units[j - 1].tag in "hsJwLABb" or units[j - 1].low == "confirmed") and i - j < 6:
        j -= 1
    if j and units[j - 1].low in RAISING:
        j -= 1
    return j


def link_nouns(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Join figures to the toll nouns of a sentence; adds to links, keyed by id of head."""
    by_unit = {head.unit: head for head in heads}
    for head in heads:
        if head.noun is not None and id(head) not in links:
            link = _counted_noun(units, head)
            if link is not None:
                links[id(head)] = link
    _brought_to(units, by_unit, links)
    for named in toll_nouns(units):
        if _risen_far(units, named, by_unit, links):
            continue
        if any(h.noun and h.first <= named.unit < h.last for h in heads):
            continue
        _figures_after(units, named, by_unit, links)


def _counted_noun(units: list[Unit], head: Head) -> Link | None:
    """ "37 military deaths", "over 400 lives", "17 casualties", "61 bodies", "11 names"."""
    harm = head.noun
    last = units[head.last - 1]
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
    if harm == "bodies":
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
        if bodies and unit.tag not in "NohJ":
            return  # "his body was found 2 days later"
        if unit.tag == "N":
            head = by_unit.get(j)
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
        if unit.tag in "GvD" or (unit.tag == "V" and unit.data not in (named.harm,)):
            return
        if unit.tag == "r" and not (j + 1 < n and units[j + 1].low in RISE and previous is None):
            return
        if unit.tag == "c" and not verb:
            return
        if unit.tag == "," and previous is not None:
            return
        if unit.tag in "wSxXiohMJsBLAPVdncTa'z" or unit.low in _BEFORE_FIGURE or unit.tag == ",":
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


def _other_verb(units: list[Unit], head: Head, named: Named) -> bool:
    """ "In addition to the deaths, more than 20 were wounded": the figure has a verb of its own."""
    j = head.last
    while (j < len(units) and units[j].tag in "xXM") or (
        j < len(units) and units[j].low in ("also", "others", "more")
    ):
        j += 1
    return j > head.last and j < len(units) and units[j].tag in "VD" and units[j].data != named.harm


def _figure(units: list[Unit], named: Named, head: Head, j: int, first: int, passed: bool) -> Link | None:
    count = head.count
    before = units[j - 1].low if units[j - 1].tag != "h" or j < 2 else units[j - 2].low
    if units[j].low.startswith("up to ") and count.value is not None and named.total:
        count.low, count.high, count.qualifier = count.value, count.value, "exact"  # "toll up to 31" means 31
    if passed and count.qualifier == "exact" and count.value is not None:
        count.low, count.high, count.qualifier = count.value, None, "more_than"
    if units[j].low.startswith(("over ", "above ")) and count.qualifier == "more_than":
        passed = False
    harm = named.harm
    carried = harm is None
    if carried:
        harm = _last_harm(units, named, j)
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
    elif units[named.unit].data != "bodies":
        link.measure = "cumulative"
    return link


def _is_lower_end(units: list[Unit], j: int) -> bool:
    """True where "from N" is the earlier figure: a "to N" stands before or after it."""
    after = units[j + 1 : j + 5]
    before = units[max(0, j - 5) : j]
    return any(u.low == "to" for u in (*after, *before)) or any(u.tag == "N" for u in before)


def _last_harm(units: list[Unit], named: Named, j: int) -> str | None:
    """Harm of an unnamed total: that of the last harm word before it in the sentence."""
    for unit in reversed(units[: named.unit]):
        if unit.tag in "VDGdv" or (unit.tag == "T" and unit.data not in ("toll", "names")):
            return "killed" if unit.data == "bodies" else str(unit.data)
        if unit.tag == "T" and unit.data == "names":
            return "killed"
    return None


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
            k - j < 2
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
        if unit.low not in RAISING or units[i + 1].low != "to":
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
        harm = _harm_of(units, noun) or _last_harm(units, Named(i, None, i, True), i) or ""
        links[id(head)] = Link(
            head, harm, "toll/total-carried", i, noun + 1, word="number", measure="cumulative"
        )
