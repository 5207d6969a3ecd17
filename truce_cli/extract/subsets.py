"""Parts of a count: "including three minors", "four of them colonels", "of whom 6 were killed"."""

from __future__ import annotations

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.sharing import adding_up
from truce_cli.extract.units import Unit


def link_subsets(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """Join heads that are parts to their wholes. A part keeps a harm of its own ("of whom 6 were killed")."""
    whole: Link | None = None
    part: Link | None = None
    opened = -1
    for k, head in enumerate(heads):
        link = links.get(id(head))
        if head.thing or (link is not None and link.part):
            continue
        opener = _opener(units, head, heads[k - 1] if k else None)
        if link is not None and k and _of_the(units, heads[k - 1], link, links):
            link.subset_of = links[id(heads[k - 1])]
            continue
        if head.implied and any(u.tag == "S" for u in units[head.last : head.last + 2]):
            continue  # "..., 12 of them dead, a pilot said"
        if opener == "including" and whole is not None:
            link = _part(head, link, whole, "toll/subset")
            links[id(head)] = link
            part, opened = link, k
            continue
        if opener == "of them" and (part or whole) is not None:
            base = (
                part
                if part is not None
                and opened == k - 1
                and units[head.first - 1].tag == ","
                and part.head is heads[k - 1]
                else None
            )
            link = _part(head, link, base or part or whole, "toll/subset-of-them")  # type: ignore[arg-type]
            links[id(head)] = link
            if base is None and part is None:
                part = link
            opened = k
            nested_under = link.subset_of
            if nested_under is part:
                continue
            continue
        if (
            part is not None
            and (
                link is None
                or (link.rule == "toll/subject" and whole is not None and link.last == whole.last)
            )
            and (head.has_people or head.unknown)
            and _list_goes_on(units, heads[k - 1], head)
        ):
            parent = part.subset_of
            link = _part(head, None, parent if parent is not None else part, "toll/subset")
            links[id(head)] = link
            part, opened = link, k
            continue
        if (
            whole is not None
            and link is None
            and not heads[k].noun
            and _adds_up(units, heads, k, whole, links)
        ):
            continue
        if link is not None and link.subset_of is None:
            whole, part = link, None


def _of_the(units: list[Unit], before: Head, link: Link, links: dict[int, Link]) -> bool:
    """ "Of the 181 injured, 27 suffered gunshot wounds": those behind are among those before."""
    known = links.get(id(before))
    i = before.first - 1
    if i > 0 and units[i].tag == "h":
        i -= 1
    begins = i == 0 and units[i].tag == "o"
    return begins and known is not None and known.harm == link.harm and known.subset_of is None


def _part(head: Head, link: Link | None, whole: Link, rule: str) -> Link:
    if link is not None and link.rule not in ("toll/shared", "toll/subject", "toll/adjacent"):
        link.subset_of = whole
        return link
    own = link if link is not None and link.rule in ("toll/adjacent",) and link.harm != whole.harm else None
    if own is not None:
        own.subset_of = whole
        own.rule = rule
        return own
    if (
        link is not None
        and link.rule == "toll/subject"
        and link.last - head.last <= 3
        and link.harm != whole.harm
    ):
        link.subset_of = whole
        link.rule = rule
        return link
    made = Link(
        head,
        whole.harm,
        rule,
        head.first,
        head.last,
        whole.estimated,
        whole.hypothetical,
        measure=whole.measure if whole.measure != "increment" else None,
        word=whole.word,
        active=whole.active,
        perfect=whole.perfect,
    )
    made.subset_of = whole
    made.superseded = whole.superseded
    return made


def _opener(units: list[Unit], head: Head, before: Head | None) -> str | None:
    """How a head is announced as a part."""
    if head.of_them:
        return "of them"
    i = head.first - 1
    if i > 0 and units[i].low == "." and units[i - 1].low == "incl":
        i -= 1  # "(incl. 2 children)"
    if i > 0 and units[i].tag == "(" and before is not None and before.last == i and before.has_people:
        return "including"  # "ten people (one policeman and the rest civilians)"
    while i >= 0 and units[i].tag in "hJ" and units[i].low not in ("each",):
        i -= 1
    if i > 0 and units[i].tag == "x" and units[i - 1].tag == "g" and units[i - 1].low.startswith("among"):
        i -= 1  # "five people, among whom were three children"
    if i >= 0 and units[i].tag == "g":
        return "including" if not i or units[i - 1].tag != "n" else None
    behind = units[head.last].low if head.last < len(units) else ""
    if behind.startswith("among ") and units[head.last].tag == "g" and units[head.first - 1].tag == ",":
        return "including"  # "has lost 14 staff, nine nurses among them"
    return None


def _list_goes_on(units: list[Unit], before: Head, head: Head) -> bool:
    between = units[before.last : head.first]
    if before.of_them and between[-1:] and between[-1].tag in "c,":
        comma = next((k for k, u in enumerate(between) if u.tag == ","), None)
        if comma is not None and all(u.tag in ",cJ" for u in between[comma:]):
            return True  # "14 children, six of whom were under school age, and 21 women"
    if between[-1:] and between[-1].low in ("his", "her", "their"):
        between = between[:-1]
    if (
        before.of_them
        and between[:1]
        and (between[0].tag == "s" or between[0].low in ("military", "civilian"))
    ):
        between = between[1:]  # "18 of them Keshtis and 12 Ordans"
    return (bool(between) and all(u.tag in ",cJ" for u in between)) or (
        len(between) <= 4
        and between[-1:] != []
        and between[-1].tag == "c"
        and all(u.tag in ",cgPwJ" for u in between)
    )


def _adds_up(units: list[Unit], heads: list[Head], k: int, whole: Link, links: dict[int, Link]) -> bool:
    """ "61 bodies, 48 military and 13 civilian": a list right behind a figure that adds up to it is its parts."""
    if units[heads[k].first - 1].tag not in ",(:-":
        return False
    parts = adding_up(heads, k, whole.head.count.value, links)
    for head in parts:
        links[id(head)] = _part(head, None, whole, "toll/subset-sum")
    return bool(parts)
