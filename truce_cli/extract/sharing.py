"""Lists that share one harm: "killed five soldiers and two civilians", "5 people in Pell and 3 in Dorrin"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.units import Unit

_AT: Final = frozenset(("in", "at", "near", "outside"))


def _elsewhere(units: list[Unit], head: Head, between: list[Unit]) -> bool:
    """ "killed 5 people in Pell and 3 in Dorrin": a bare figure with a place of its own, behind one with a place."""
    if not head.is_bare or not between or between[-1].tag not in "c,":
        return False
    if head.last >= len(units) - 1 or units[head.last].low not in _AT:
        return False
    return between[0].low in _AT and all(u.tag in "wLsAhJzc,M'iN" for u in between)


def _and_others(between: list[Unit]) -> bool:
    """ "the killing of 38 natives of Pell and two others"."""
    return between[-1].low == "and" and all(u.tag in "wohsLAiJ" for u in between[:-1])


def adding_up(heads: list[Head], k: int, target: int | None, links: dict[int, Link]) -> list[Head]:
    """Two heads or more from k on, without a harm of their own, whose figures make up the target; else none."""
    parts: list[Head] = []
    total = 0
    for head in heads[k : k + 4]:
        if id(head) in links or head.count.value is None or head.thing or target is None:
            break
        parts.append(head)
        total += head.count.value
        if total >= target:
            break
    return parts if total == target and len(parts) > 1 else []


_BESIDE: Final = frozenset(("along with", "together with", "as well as"))
""" "bringing its total to 223, along with 18 civilians"."""
_SHARING: Final = frozenset(
    (
        "toll/object",
        "toll/lost",
        "toll/shared",
        "toll/inverted",
        "toll/among-the-dead",
        "toll/held",
        "toll/killing-of",
    )
)


def share(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Give heads without a harm of their own that of their list: "killed five soldiers and two civilians"."""
    for k, (before, head) in enumerate(pairwise([h for h in heads if not h.thing]), 1):
        if id(head) in links or id(before) not in links or head.thing:
            continue
        link = links[id(before)]
        between = units[max(before.last, 0) : head.first]
        if link.rule.startswith("toll/subset") or not between:
            continue
        if between[-1].tag in ",(:-" and adding_up(heads, k, before.count.value, links):
            continue  # "killed five people, three women and two men"
        spoken = head.last < len(units) and units[head.last].tag in "XS" and head.implied
        if spoken:
            continue  # "killing 16 people, an official has said"
        if len(between) > 1 and between[0].tag == "s" and not before.has_people and head.has_people:
            before.people, between = head.people, between[1:]  # "one Ordan and three Keshti soldiers"
        listed = all(u.tag in ",cJ" or u.low in ("also",) for u in between) and (
            head.has_people or head.unknown
        )
        listed = listed or (head.others and link.rule in _SHARING and _and_others(between))
        if listed or _elsewhere(units, head, units[max(before.last, link.last) : head.first]):
            of_lives = link.rule == "toll/total" and link.word in ("lives", "deaths") and head.has_people
            beside = between[-1].low in _BESIDE and link.rule.startswith("toll/total") and head.has_people
            if link.rule in _SHARING or of_lives or beside or not listed:
                links[id(head)] = Link(
                    head,
                    link.harm,
                    "toll/shared",
                    head.first,
                    head.last,
                    link.estimated,
                    link.hypothetical,
                    word=link.word,
                    active=link.active,
                    perfect=link.perfect,
                    measure=link.measure if beside else None,
                )
