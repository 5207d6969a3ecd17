"""Figures whose verb is left out: "lost 40 men and Moru 22", "and three on the Morune side", "and 20 on Sunday"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.units import Unit


def gapped(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "lost 40 men and Sudland 22", "cost Norvia 14 lives and Sudland at least 50": the verb is left out."""
    i = head.first - 1
    if before is None or not head.is_bare or i < 2 or units[i].tag not in "sAL":
        return None
    owned = before.rule in ("toll/lost", "toll/deaths", "toll/total", "toll/adjacent", "toll/gapped")
    after = units[head.last].tag if head.last < len(units) else "."
    k = i - (units[i - 1].tag == "h") - 1
    joined = units[k].tag in "c," or units[k].low in ("while", "against")
    if (
        not owned
        or not joined
        or after not in ".;,c"
        or not (before.word in ("lives", "cost") or any(u.tag in "sAL" for u in units[:k]))
    ):
        return None
    made = Link(head, before.harm, "toll/gapped", i, head.last, word=before.word, perfect=before.perfect)
    made.measure, made.active = before.measure, before.active
    return made


def of_another_time(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "211 people have been killed since the truce and 68,643 since October 2023": the rest is left out."""
    i = head.first - 1
    if before is None or not head.is_bare or i < 1 or units[i].low != "and" or head.last >= len(units):
        return None
    if units[head.last].low != "since" or not any(u.low == "since" for u in units[before.head.last : i]):
        return None
    return Link(
        head, before.harm, "toll/gapped", head.first, head.last, word=before.word, perfect=before.perfect
    )


def of_another_day(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "12 of its soldiers died on Monday, nine on Tuesday": the same harm on a day of its own."""
    i, k = head.first - 1, head.last
    if before is None or not head.is_bare or i < 1 or units[i].low not in ("and", ",", ";"):
        return None
    k += k < len(units) and units[k].low == "on"
    if k >= len(units) or units[k].tag != "M" or (k + 1 < len(units) and units[k + 1].tag not in ".,;c"):
        return None
    if not any(u.tag == "M" for u in units[before.head.last : i]):
        return None
    return Link(head, before.harm, "toll/gapped", head.first, k + 1, word=before.word, active=True)


def got_back(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "Veyland received the bodies of 118 soldiers; Moru got back 27"."""
    i = head.first - 1
    if before is None or before.harm != "recovered" or head.has_people or head.noun or i < 1:
        return None
    j = i - (units[i].low in ("back", "home"))
    if units[j].low not in _RECEIVING or units[j - 1].tag not in "sAXw":
        return None
    return Link(head, "recovered", "toll/gapped", j - 1, head.last, word=before.word, active=True)


_RECEIVING: Final = frozenset("got received recovered took brought collected given retrieved".split())


def further(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "took in 48 wounded on Saturday and a further 20 on Sunday"."""
    i = head.first - 1
    if before is None or not head.is_bare or not head.count.more or i < 1 or units[i].low not in ("and", ","):
        return None
    after = units[head.last : head.last + 2]
    if after and after[0].tag not in ".;,M" and [u.tag for u in after] != ["i", "M"]:
        return None
    made = Link(
        head, before.harm, "toll/gapped", head.first, head.last, word=before.word, active=before.active
    )
    made.measure = "increment"
    return made


def numbering(units: list[Unit], head: Head) -> Link | None:
    """ "the wounded, who numbered 31"."""
    i = head.first - 1
    if (
        head.has_people
        or head.noun
        or i < 2
        or units[i].low not in ("numbered", "number", "numbering", "totalled")
    ):
        return None
    for unit in reversed(units[max(0, i - 4) : i]):
        if unit.tag in "VdT" and unit.data in ("killed", "injured", "missing"):
            return Link(head, str(unit.data), "toll/total", i, head.last, word=unit.low)
        if unit.tag not in ",rxX":
            return None
    return None


_AT: Final = frozenset(("in", "on", "at", "near"))


def of_another_place(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "In Sarn 377 have been killed, the UN says, and 168 in Moru": the same harm elsewhere."""
    i, k = head.first - 1, head.last
    if before is None or not head.is_bare or i < 1 or units[i].low not in ("and", ",", ";"):
        return None
    if k + 1 >= len(units) or units[k].low not in _AT:
        return None
    j = k + 1 + (units[k + 1].tag == "h")
    ends = j + 1 + (units[j + 1 : j + 2] != [] and units[j + 1].low == "side")
    if j >= len(units) or units[j].tag not in "sL" or (ends < len(units) and units[ends].tag not in ".,;)"):
        return None
    placed = any(
        u.tag in "sL" and m and (units[m - 1].low in _AT or units[m - 1].tag == "h")
        for m, u in enumerate(units[:i])
    )
    if not placed:
        return None
    made = Link(head, before.harm, "toll/gapped", head.first, j + 1, word=before.word, perfect=before.perfect)
    made.measure, made.active = before.measure, before.active
    return made


def or_else(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "2,400 killed (Lines Watch) or 5,100 (Defence Ministry)": the same count by another source."""
    i = head.first - 1
    if (
        before is None
        or not head.is_bare
        or i < 1
        or units[i].low not in ("or", ",", ";", "and")
        or units[i - 1].tag != ")"
    ):
        return None
    if head.last >= len(units) or units[head.last].tag != "(":
        return None
    made = Link(
        head, before.harm, "toll/against", head.first, head.last, word=before.word, perfect=before.perfect
    )
    made.measure = before.measure
    return made
