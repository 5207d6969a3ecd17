"""Figures that lean on another: comparisons, restatements, appositions, predicates. Run after the plain links."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.gaps import (
    further,
    gapped,
    got_back,
    numbering,
    of_another_day,
    of_another_place,
    of_another_time,
    or_else,
)
from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.units import Unit

_AGAINST: Final = frozenset(("against", "than", "versus", "from", "with"))
_RESTATING: Final = frozenset(
    "reported confirmed announced put counted gave said acknowledged recorded mentioned traced documented verified "
    "identified listed logged registered tallied confirm verify trace "
    "document given say says cited admitted conceded named claims claimed alleges believes".split()
)
_SPOKEN: Final = frozenset(("spoke", "spoken", "talked", "speaks"))
_UNIT_NOUNS: Final = frozenset(
    "company platoon squad unit brigade battalion crew column convoy regiment group patrol family".split()
)
_RAISED: Final = frozenset(
    "raised revised lifted updated lowered cut corrected increased put brought".split()
)
_HELD: Final = frozenset("hands custody captivity detention".split())
_CAMPS: Final = frozenset("camps prisons jails prison jail cells".split())
_KEPT: Final = frozenset("held kept behind".split())
""" "prisoners are held in camps", "are behind bars"."""
_CAPTIVES: Final = frozenset("prisoners captives hostages prisoner captive hostage".split())


def link_elliptic(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Join heads that the plain rules left open; adds to links."""
    for k, head in enumerate(heads):
        if id(head) in links or head.thing:
            continue
        before = next((links[id(h)] for h in reversed(heads[:k]) if id(h) in links), None)
        link = (
            listed(units, head)
            or _them(units, head)
            or _inverted(units, head)
            or _none_survived(units, head)
            or predicate_of(units, head, before)
            or _apposition(units, head)
            or _of_side(units, head, before)
            or of_another_time(units, head, before)
            or of_another_day(units, head, before)
            or got_back(units, head, before)
            or further(units, head, before)
            or numbering(units, head)
            or (of_another_place(units, head, before) if k and id(heads[k - 1]) in links else None)
            or gapped(units, head, before)
            or _opening(units, heads, k, links)
            or _among_its_dead(units, head)
            or _of_its_dead(units, head)
            or _held(units, head)
            or _in_hands(units, head, before)
            or _against(units, head, _first_of_two(units, head, links) or before)
            or or_else(units, head, before)
        )
        if link is not None:
            links[id(head)] = link


def _them(units: list[Unit], head: Head) -> Link | None:
    """ "dragged 11 men from a bus and executed them": the object of an earlier verb, told by a pronoun."""
    if not head.has_people or head.implied:
        return None
    for j in range(head.last, min(head.last + 16, len(units) - 1)):
        unit = units[j]
        if unit.tag in ".;:NS" or (unit.tag == "P" and unit.data.plural):
            return None
        if unit.tag in "VG" and unit.data in ("killed", "injured") and units[j + 1].low == "them":
            return Link(head, str(unit.data), "toll/object", head.first, j + 2, word=unit.low, active=True)
    return None


def listed(units: list[Unit], head: Head) -> Link | None:
    """Bulletin style: "killed - 3; wounded - 11", "Enemy killed: 12", "Dead: 8"."""
    i = head.first - 1
    after = units[head.last].tag if head.last < len(units) else "."
    if i < 1 or units[i].tag not in ":-P" or after not in ".;,-/(•*":
        return None
    word = units[i - 1]
    if i > 1 and units[i - 2].tag == "N" and units[i].tag != "P":
        return None  # "974 dead: 387 civilians, ...": its parts
    if units[i].tag == "P":
        named = next((u for u in units[:i] if u.tag in "Vd" or (u.tag == "T" and u.data == "killed")), None)
        if named is None or not any(u.tag == ":" for u in units[:i]):
            return None
        head.people = units[i].data
        return Link(head, str(named.data), "toll/listed", i, head.last, word=named.low, active=True)
    if word.tag in "Vd" or (word.tag == "T" and word.data not in ("toll", "bodies", "names")):
        link = Link(
            head,
            str(word.data),
            "toll/listed",
            max(0, i - 3) if units[max(0, i - 2)].low == "enemy" else i - 1,
            head.last,
            word=word.low,
        )
        link.active = True
        return link
    return None


def _inverted(units: list[Unit], head: Head) -> Link | None:
    """ "Killed were a corporal and two privates"."""
    i = head.first - 1
    if i >= 1 and units[i].tag == "x" and units[i - 1].tag in "Vd" and head.has_people:
        if i == 1 or units[i - 2].tag in ".;:,cS" or units[i - 2].low in ("also", "among", "those"):
            return Link(
                head,
                str(units[i - 1].data),
                "toll/inverted",
                i - 1,
                head.last,
                word=units[i - 1].low,
                active=True,
            )
    return None


def _none_survived(units: list[Unit], head: Head) -> Link | None:
    """ "None of the 14 crew survived", "not one of the 22 men lived through the ambush"."""
    before = " ".join(u.low for u in units[max(0, head.first - 5) : head.first])
    if not before.endswith(("none of the", "not one of the", "none of its", "none of their", "none of")):
        return None
    if not any(u.low in ("survived", "survive", "lived", "alive") for u in units[head.last : head.last + 14]):
        return None
    return Link(
        head, "killed", "toll/none-survived", max(0, head.first - 3), head.last, word="survived", active=True
    )


def predicate_of(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "Of the 97 civilians killed, 22 were minors": a part by its noun in the predicate."""
    if before is None or head.has_people or head.noun:
        return None
    j = head.last
    if head.first and units[head.first - 1].low == "all" and head.count.value == before.head.count.value:
        return None  # "14 names. All 14 were conscripts": the same
    if j + 1 < len(units) and units[j].tag == "x" and units[j + 1].low == "elderly":
        head.last = j + 2  # "30 were elderly"
        whole = before.subset_of or before
        made = Link(head, whole.harm, "toll/subset", head.first, j + 2, word=whole.word, active=whole.active)
        made.subset_of, made.measure, made.perfect = whole, whole.measure, whole.perfect
        return made
    of = (before.subset_of or before).head.count
    if (head.count.value or 0) > (of.high or of.value or 10**9):
        return None  # "nine did not survive; 21 were children": no part of them
    if j + 1 < len(units) and units[j].tag == "x" and units[j + 1].tag == "P" and units[j + 1].data.plural:
        head.people, head.last = units[j + 1].data, j + 2
        whole = before.subset_of or before
        made = Link(
            head,
            whole.harm,
            "toll/subset",
            head.first,
            head.last,
            word=whole.word,
            perfect=whole.perfect,
            active=whole.active,
        )
        made.subset_of, made.measure = whole, whole.measure
        return made
    return None


def _apposition(units: list[Unit], head: Head) -> Link | None:
    """ "had wiped out an entire company, some 120 men": the count of a unit that was harmed."""
    i = head.first - 1
    if i < 3 or units[i].tag != "," or not head.has_people:
        return None
    k = i - 1
    if units[k].low not in _UNIT_NOUNS:
        return None
    while k > 0 and units[k].tag in "zwsJha" and i - k < 6:
        k -= 1
    if units[k].tag in "VG" and (k == 0 or units[k - 1].tag != "x"):
        return Link(head, str(units[k].data), "toll/apposition", k, head.last, word=units[k].low, active=True)
    return None


def _of_side(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "of the Norvians, nine": the verb is left out."""
    i = head.first
    if before is None or head.has_people or i < 4 or units[i - 1].tag != "," or units[i - 2].tag != "s":
        return None
    if units[i - 3].tag != "h" or units[i - 4].tag != "o":
        return None
    return Link(head, before.harm, "toll/of-side", i - 4, head.last, word=before.word, active=before.active)


def _opening(units: list[Unit], heads: list[Head], k: int, links: dict[int, Link]) -> Link | None:
    """ "Up from 88 a week ago, the dead now total 104", "From 212 on Monday, the count had grown to 240"."""
    head = heads[k]
    if (
        head.has_people
        or head.noun
        or head.unit not in (1, 2)
        or units[head.unit - 1].low not in ("from", "up from")
    ):
        return None
    later = next((links[id(h)] for h in heads[k + 1 :] if id(h) in links), None)
    if later is None or not later.rule.startswith("toll/total"):
        return None
    made = Link(head, later.harm, "toll/risen-from", 0, head.last, word=later.word)
    made.measure, made.superseded = "cumulative", True
    return made


def _of_its_dead(units: list[Unit], head: Head) -> Link | None:
    """ "named 17 more of its dead"."""
    for k in range(head.unit + 1, min(head.unit + 4, len(units) - 2)):
        if units[k].tag == "o" and units[k + 1].low in ("its", "their", "our"):
            dead = units[k + 2].tag in "dT" and units[k + 2].data == "killed"
            if not dead:
                return None
            link = Link(head, "killed", "toll/adjacent", head.first, k + 3, word="dead", active=True)
            link.measure = "increment" if head.count.more else None
            return link
    return None


def _among_its_dead(units: list[Unit], head: Head) -> Link | None:
    """ "lists 73 civilians among its dead"."""
    after = units[head.last : head.last + 3]
    if len(after) < 3 or after[0].low != "among" or after[1].low not in ("its", "their", "our"):
        return None
    if after[2].tag not in "VdT" or after[2].data not in ("killed", "injured"):
        return None
    return Link(head, str(after[2].data), "toll/adjacent", head.first, head.last + 3, word="dead")


def _in_hands(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "five killed and one in rebel hands", "45 were in government jails": a bare figure of captives."""
    bare = head.is_bare
    if head.noun or (before is None and bare) or (head.has_people and head.implied):
        return None
    after = units[head.last : head.last + 4]
    if not bare and not (after and after[0].tag == "x"):
        return None
    after = after[1:] if after[:1] and after[0].tag == "x" else after
    if len(after) < 3 or after[0].low != "in" or after[1].tag not in "sA":
        return None
    if after[2].low not in _HELD and after[2].low not in _CAMPS:
        return None
    measure = before.measure if before is not None else "cumulative"
    return Link(head, "captured", "toll/held", head.first, head.last + 3, word="held", measure=measure)


def _held(units: list[Unit], head: Head) -> Link | None:
    """ "300 prisoners are in enemy hands"."""
    after = units[head.last : head.last + 6]
    kept = any(u.low in _HELD or u.low in _CAMPS for u in after) or (
        any(u.tag == "x" for u in after[:2]) and any(u.low in _KEPT for u in after[1:4])
    )
    if units[head.last - 1].low in _CAPTIVES and kept:
        link = Link(head, "captured", "toll/held", head.first, head.last, word="held")
        link.measure = "cumulative"
        return link
    return None


def _first_of_two(units: list[Unit], head: Head, links: dict[int, Link]) -> Link | None:
    """ "412 killed and 1,307 wounded, up from 398 and 1,250": the first of two old figures is the first one's."""
    after = [u.tag for u in units[head.last : head.last + 2]]
    told = [link for link in links.values() if link.head.last <= head.first]
    return told[-2] if after == ["c", "N"] and len(told) > 1 else None


def _against(units: list[Unit], head: Head, before: Link | None) -> Link | None:
    """ "fewer than 410, against roughly 900 claimed by the enemy"; "nearer 2,500 than the official 1,200"."""
    if before is None or not head.is_bare:
        return None
    i = head.first - 1
    while i >= 0 and (units[i].tag in "hJ" or units[i].low in ("official", "earlier", "previous")):
        i -= 1
    compared = i >= 0 and (units[i].low != "with" or units[i - 1].low == "compared")
    if i >= 0 and units[i].low in _AGAINST and compared and i >= before.head.last:
        made = Link(head, before.harm, "toll/against", head.first, head.last, word=before.word, perfect=True)
        made.measure = before.measure
        made.superseded = units[i].low in ("from", "with")
        return made
    return None


def restated(units: list[Unit], head: Head) -> bool:
    """True for a bare figure right behind a verb of reporting: "Earlier in the day it had reported nine"."""
    i = head.first - 1
    after = units[head.last].tag if head.last < len(units) else "."
    if (
        i > 1
        and units[i].low == "to"
        and units[i - 1].low in ("that", "it", "this")
        and units[i - 2].low in _RAISED
    ):
        told = True  # "by evening the mayor had raised that to 14"
    elif i > 0 and units[i].tag == "o" and units[i - 1].low in _SPOKEN:
        i, told = i - 1, True  # "in the morning it had spoken of 12"
    else:
        told = i >= 0 and units[i].low in _RESTATING
    return told and not head.has_people and not head.unknown and after in ".;,Mi"
