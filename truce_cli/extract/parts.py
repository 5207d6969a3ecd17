"""Parts told in words of their own: "the dead included two nurses", "three of those killed were policemen"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.nouns import of_a_parent
from truce_cli.extract.units import Unit

_HARMS: Final = frozenset(("killed", "injured"))
_RULE: Final = "toll/among-the-dead"
_WITHIN: Final = frozenset(",cJhawsLABPoiz'")
"""What may stand in a list of parts, between one and the next."""


def link_parts(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Join heads that are told as parts of the dead or the wounded; their whole may stand in an earlier sentence."""
    if not heads:
        return
    for i, unit in enumerate(units):
        if unit.tag not in "hg" and not (unit.tag == "N" and i and units[i - 1].low == "among"):
            continue
        harmed = _harmed(units, i)
        if harmed is None:
            continue
        harm, end = harmed
        word = "casualties" if units[end - 1].low == "casualties" else "dead"
        for k, (head, last) in enumerate(_told(units, heads, i, end)):
            known = links.get(id(head))
            if head.last <= i and known is not None and known.rule in ("toll/object", "toll/killing-of"):
                continue  # it has a verb of its own
            first = head.first if k else min(i, head.first)
            link = Link(head, harm, _RULE, first, max(last, head.last), word=word, active=True)
            link.part = True
            link.subset_of = next((links[id(h)] for h in heads if i <= h.unit < end and id(h) in links), None)
            links[id(head)] = link


def _harmed(units: list[Unit], i: int) -> tuple[str, int] | None:
    """Harm of "the dead", "those killed", "the 12 people killed" at unit i, and the unit after it."""
    if units[i].tag == "g":
        if units[i].low.endswith("the dead"):
            return "killed", i + 1
        if not units[i].low.endswith("those"):
            return None
    elif units[i].low not in ("the", "those") and units[i].tag != "N":
        return None
    j = i + 1
    if j + 2 < len(units) and units[j].low == "who":  # "twenty-one of those who died were women"
        j += 1 + (units[j + 1].tag in "xX")
        told = units[j].tag in "VDd" and units[j].data in _HARMS
        return (str(units[j].data), j + 1) if told else None
    while j < len(units) and units[j].tag in "NP" and j < i + 3:
        if units[j].low == "victims":
            return "killed", j + 1
        j += 1
    if j < len(units) and units[j].low == "casualties" and j == i + 1:
        return "killed", j + 1
    while j < len(units) and units[j].tag in "NP" and j < i + 3:
        j += 1
    if j >= len(units) or units[j].tag not in "VdT" or units[j].data not in _HARMS:
        return None
    if units[i].low == "the" and j == i + 1 and units[j].low in ("killed", "death", "killing", "killings"):
        return None
    return str(units[j].data), j + 1


def _told(units: list[Unit], heads: list[Head], i: int, end: int) -> list[tuple[Head, int]]:
    """Heads that are parts of the harmed at units i to end, each with the unit after its words."""
    before = units[i - 1] if i else None
    while end < len(units) and (
        units[end].tag == "M"
        or (units[end].low == "on" and units[end + 1 :] != [] and units[end + 1].tag == "M")
    ):
        end += 1  # "among those killed on Thursday were ..."
    after = units[end] if end < len(units) else None
    of = units[i].tag == "g" or (before is not None and before.low in ("of", "among"))
    if of:
        start = i if units[i].tag == "g" else i - 1
        counted = next((h for h in heads if h.unit + 1 == start or h.unit + 1 == i), None)
        if counted is not None:  # "three of those killed were policemen and six were clerks"
            return _predicates(units, [h for h in heads if h is counted or h.first >= end], end)
        if start and units[start - 1].tag == "x":  # "two nurses were among the dead"
            return [(h, end) for h in _list_before(units, heads, start - 1)]
        if after is not None and after.tag == "x":  # "among the dead were two nurses"
            return [(h, h.last) for h in _list_after(units, heads, end + 1)]
        return _predicates(units, [h for h in heads if h.first >= end], end)
    if after is not None and after.tag == "g" and after.low.startswith("includ"):
        return [(h, h.last) for h in _list_after(units, heads, end + 1)]
    return []


def _predicates(units: list[Unit], heads: list[Head], end: int) -> list[tuple[Head, int]]:
    """Bare figures whose noun is their predicate: "ten were civilians and four were police officers"."""
    found: list[tuple[Head, int]] = []
    for head in heads:
        j = max(head.last, end) if not found and head.last <= end else head.last
        between = units[found[-1][1] : head.first] if found else []
        if (
            between and head.has_people and all(u.tag in ",c" for u in between)
        ):  # "1,311 were men, 602 women and 285 children"
            found.append((head, head.last))
            continue
        if head.has_people or head.noun or j >= len(units) or units[j].tag != "x":
            break
        if units[j].low in ("is", "was") and head.count.value != 1:
            break  # "one in seven of the dead is a child"
        j += 1
        while j < len(units) and units[j].tag in "aJswLzB" and units[j].low not in ("from", "in"):
            j += 1
        if j >= len(units) or units[j].tag != "P":
            break
        while j + 1 < len(units) and units[j + 1].tag == "P":
            j += 1
        head.people = units[j].data
        found.append((head, j + 1))
    return found


def _list_after(units: list[Unit], heads: list[Head], start: int) -> list[Head]:
    found: list[Head] = []
    for head in heads:
        if head.first < start:
            continue
        if not head.has_people and of_a_parent(units, head.first):
            continue  # "a mother of two, her father"
        between = [u for u in units[found[-1].last if found else start : head.first] if u.tag != "N"]
        if not all(u.tag in _WITHIN and u.low != "while" for u in between):
            break
        if not (head.has_people or head.unknown):
            break
        if found and between[-1:] and between[-1].tag not in "c,J":
            break
        found.append(head)
    return found


def _list_before(units: list[Unit], heads: list[Head], end: int) -> list[Head]:
    found: list[Head] = []
    stop = end
    for head in reversed([h for h in heads if h.last <= end]):
        between = units[head.last : stop]
        if not all(u.tag in _WITHIN for u in between) or not (head.has_people or head.unknown):
            break
        if found and not any(u.tag in "c," for u in between):
            break
        found.append(head)
        stop = head.first
    return found[::-1]
