"""Who was harmed with somebody: "was killed alongside his driver", "killing him, his son and two guests"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.single import noun_phrase
from truce_cli.extract.units import Unit

_WITH: Final = frozenset(("alongside", "along with", "together with"))
_OWNERS: Final = frozenset(("his", "her", "their"))
_FAR: Final = 14


def companions(
    sentence: Sentence, heads: list[Head], links: dict[int, Link], link: Link, used: frozenset[int]
) -> list[Head]:
    """New heads of those harmed with the one of a link; counted heads are joined in links, too.

    used: units of harm words, past which nobody shares the harm.
    """
    units = sentence.units
    made: list[Head] = []
    j, far = max(link.last, link.head.last), max(link.last, link.head.last) + _FAR
    close = link.last == link.head.last
    while j < min(len(units) - 1, far) and units[j].tag not in ".;:SVGDr" and j not in used:
        if _joins(units, j, heads, close):
            head = _companion(sentence, units, heads, links, j + 1)
            if head is not None:
                if id(head) not in links:
                    links[id(head)] = Link(
                        head, link.harm, "toll/companion", head.first, head.last, word="with", active=True
                    )
                    if not any(head is h for h in heads):
                        head.definite = False
                        made.append(head)
                j, far = head.last, head.last + _FAR
                close = True
                continue
        close &= units[j].tag in ",M"
        j += 1
    return made


def _joins(units: list[Unit], j: int, heads: list[Head], close: bool) -> bool:
    """True for a word that adds those behind it: "along with", or "and" and a comma right behind a person."""
    low = units[j].low
    if low in _WITH:
        return True
    if low == "with":
        head = next((h for h in heads if h.first == j + 1), None)
        owned = any(u.low in _OWNERS for u in units[j + 1 : j + 4])
        return owned and (head is None or head.has_people)
    if low == "and" and not close:  # "a judge from Pell and seven members of his family"
        head = next((h for h in heads if h.first == j + 1), None)
        if head is None:
            return units[j + 1].low in _OWNERS
        owned = head.count.other or any(u.low in _OWNERS for u in units[j + 1 : head.last + 3])
        return head.has_people and owned
    return close and (low == "and" or (low == "," and _listed(units, j)))


def _listed(units: list[Unit], j: int) -> bool:
    """ "him, his son and two guests": a comma in a list that an "and" closes."""
    k = j + 1
    while k < len(units) and k - j < 8 and units[k].tag in "wJhaPLAs'":
        k += 1
    return k < len(units) and units[k].low == "and" and units[j + 1].low in (*_OWNERS, "a", "an")


def _companion(
    sentence: Sentence, units: list[Unit], heads: list[Head], links: dict[int, Link], start: int
) -> Head | None:
    counted = next((h for h in heads if h.first == start), None)
    if counted is not None:
        return counted if counted.has_people and id(counted) not in links else None
    if units[start].low in ("a", "an", *_OWNERS):
        head = noun_phrase(sentence, units, start, bare=False)
        own = head is not None and head.last < len(units) and units[head.last].tag in "xXVDSmv"
        return head if not own else None  # "and his brother was arrested"
    return None
