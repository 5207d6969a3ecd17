"""Whose verb it is: the group that stands as subject, through appositions, relative clauses and coordination."""

from __future__ import annotations

from truce_cli.extract.actors import Group
from truce_cli.extract.units import Unit
from truce_cli.model.record import replace

_RELATIVE_REACH = 34
"""Units that a relative clause between a subject and its verb may be long."""
_PLACED = frozenset("in at near of from on to around outside".split())
_WHERE = frozenset(
    "north south east west northern southern eastern western central north-eastern north-western south-eastern "
    "south-western northeastern northwestern southeastern southwestern neighbouring neighboring nearby occupied upper "
    "lower greater rural war-torn".split()
)
"""What stands before a place's name: "rebels in northern Mali"."""
_MEANWHILE = frozenset("asked pressed flanked accompanied joined quoted interviewed questioned".split())
"""What a speaker does, or has done to him, between his name and his verb of speech, beside words in -ing."""
_OPENERS = frozenset(
    "meanwhile however separately earlier later also overall yesterday today nearby outside inside elsewhere there "
    "here then still".split()
)


def on_date(units: list[Unit], j: int) -> bool:
    return units[j].low == "on" and j + 1 < len(units) and units[j + 1].tag == "M"


def by_agent(units: list[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].low == "by" and at > 0


def _meanwhile(unit: Unit) -> bool:
    return unit.low in _MEANWHILE or (unit.tag == "w" and unit.low.endswith("ing"))


def apposition(units: list[Unit], comma: int, named: list[Group]) -> Group | None:
    """ "Lena Torsk, Armenia's minister of foreign affairs, said": the group before the comma, its head merged later."""
    opening = next((k for k in range(comma - 1, max(comma - 14, 0), -1) if units[k].tag == ","), None)
    if opening is not None and units[opening + 1].tag in "ha":
        head = next((g for g in named if g.last == opening and g.named), None)
        if head is not None:
            return head  # "Hikmet Hajiyev, an aide to the president, said"
        if (
            opening == 1
            and units[0].tag == "w"
            and units[0].low not in _OPENERS
            and units[0].low[-2:] != "ly"
        ):
            return Group(0, 1, None, None, "local", True)  # "Sadiq, a resident, told"
    if opening is not None and (units[opening + 1].tag == "i" or _meanwhile(units[opening + 1])):
        head = next((g for g in named if g.last == opening and (g.slug or g.kind)), None)
        if head is not None:
            return head  # "Nikol Pashinyan, in an interview with a newspaper, said"
    clause = _relative(units, comma, named)
    if clause is not None:
        return clause
    last = next((g for g in reversed(named) if g.last <= comma), None)
    if last is None or comma - last.last > 4:
        return None
    return last


def _relative(units: list[Unit], comma: int, named: list[Group]) -> Group | None:
    """ "The Observatory, which tracks the war through its sources, said": the head of the relative clause."""
    for k in range(comma - 1, max(comma - _RELATIVE_REACH, 0), -1):
        if units[k].tag in ';"':
            return None
        if units[k].tag == "," and units[k + 1].tag == "r" and units[k + 1].low != "that":
            found = next((g for g in named if g.last == k), None)
            if (
                found is None and units[k - 1].tag == "P"
            ):  # "a Veylish officer, who asked not to be named, told"
                officer = next((g for g in named if g.last == k - 1 and g.side), None)
                found = replace(officer, last=k) if officer is not None else None
            return found
    return None


def main_subject(units: list[Unit], at: int, named: list[Group]) -> Group | None:
    """The group that opens the clause complex of a unit: "Baku does not disclose its losses, but said"."""
    start = at
    while start and units[start - 1].tag != ";":
        start -= 1
    weeks_into = units[start].tag == "N" and start + 1 < at and units[start + 1].tag == "z"
    if units[start].tag in "iM" or weeks_into or units[start].low in _OPENERS:
        comma = next((k for k in range(start, min(start + 12, at)) if units[k].tag == ","), None)
        if comma is not None:
            start = comma + 1
    group = next((g for g in named if start <= g.first and g.last < at), None)
    if (
        group is None
        or group.first > start + 3
        or any(u.tag not in "haJM" for u in units[start : group.first])
    ):
        return None
    k = group.last + (2 if group.last + 2 < len(units) and on_date(units, group.last) else 0)
    after = units[k].tag if k < len(units) else "."
    return group if after in "xXmSVvDw,Jn" else None


def merged(units: list[Unit], group: Group, named: list[Group]) -> Group:
    """A group with the apposition before it: name and office speak as one."""
    at = named.index(group) if group in named else -1
    if at <= 0:
        return group
    before = named[at - 1]
    if before.first and units[before.first - 1].low in _PLACED and not before.slug:
        return group  # "one was hurt in Talousa, the ministry said"
    if before.first and units[before.first - 1].tag in "NgJ" and not before.named:
        return group  # "among them 30 commanders, Israel says"
    between = units[before.last : group.first]
    if all(u.tag in "Ls" for u in units[before.first : before.last]):
        return group
    if before.slug and group.slug and before.slug != group.slug and not before.persons and not group.persons:
        return group  # "citing Interfax, Reuters reported": two agencies
    if (
        1 <= len(between) <= 3
        and between[0].tag == ","
        and all(u.tag in ",ha" or u.low in ("'s",) for u in between)
    ):
        if before.side in (None, group.side) or group.side is None:
            slug = group.slug or before.slug
            side, kind = group.side or before.side, group.kind or before.kind
            return replace(group, first=before.first, side=side, slug=slug, kind=kind, named=True)
    return group


def phrase_head(units: list[Unit], group: Group, named: list[Group]) -> Group:
    """Who speaks where a place stands between him and his verb: "medics at two hospitals", "firemen in Zarmine"."""
    told = next((g for g in named if g.last < group.first and units[g.last].tag == "r" and g.side), None)
    if (
        told is not None
        and group.side is None
        and not any(u.tag in ",;" for u in units[told.last : group.first])
    ):
        return replace(told, last=told.last)  # "a Lions commander who goes by the name of Abu Nour says"
    k = group.first - 1
    while k > 0 and (units[k].tag in "NhaJ" or units[k].low in _WHERE):
        k -= 1
    if k > 1 and units[k].low == "'s" and units[k - 1].tag in "wzLs":
        k -= 2  # "a surgeon at the town's clinic"
        while k > 0 and units[k].tag in "haJ":
            k -= 1
    if k < 1 or units[k].low not in ("in", "at", "of", "from", "near"):
        return group
    head = next((g for g in named if g.last == k and (g.kind or g.side)), None)
    if head is not None and group.slug is None:
        return replace(head, last=group.last, side=head.side or group.side)
    before = units[k - 1]
    owner = next((g for g in named if g.last == k - 1 and g.side), None) if before.tag == "P" else None
    if owner is not None and group.slug is None:
        return replace(owner, last=k)  # "Morune rebels in northern Veyland"
    if before.low.endswith("ing"):  # "the coalition fighting in Yemen"
        return next((g for g in named if g.last == k - 1 and g.side), group)
    people = before.tag == "P" or before.low.endswith(("s", "men", "people"))
    if (
        k == group.first - 1
        and before.tag in "wP"
        and group.kind is None
        and (people or units[k].low != "of")
    ):
        return replace(group, first=k - 1, kind="local", slug=None)
    return group
