"""What of a sentence a speaker is heard to say: what follows his verb, or all that he trails."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import ACCUSING


def scoped(sentence: Sentence, units: list[Unit], at: int, group: Group, speaker: Speaker) -> Frame:
    """What the speaker is heard to say: forward to the segment's end, or the whole segment where it trails."""
    first, last = segment(units, at)
    k = group.first - 1
    while k > first and group.first - k < 6 and _leads_to(units, k):
        k -= 1  # "the head of the mission", "lawyers at the office"
    if k > 0 and units[k].tag in "ha":
        k -= 1
    before = units[k] if k >= 0 else None
    led = [u.low for u in units[max(0, group.first - 3) : group.first]]
    if not _TIMES.isdisjoint(led) and "what" in led:
        return Frame(
            speaker, units[at].low, at, at + 1, at + 1, False, group
        )  # "twice what the UN estimated"
    if _trails(units, before, group, at, first, last):
        return Frame(speaker, units[at].low, at, first, _story(units, at, last), True, group)
    return Frame(speaker, units[at].low, at, at + 1, _until(units, at, last), False, group)


_TIMES: Final = frozenset("twice double half triple times".split())


def _leads_to(units: list[Unit], k: int) -> bool:
    owner = units[k].tag in "sAL" and units[k + 1].low == "'s"  # "the Morune army's Northern Command"
    return owner or units[k].tag in "wJohaPBzN" or (units[k].tag == "i" and units[k - 1].tag in "PB")


_ACCUSING: Final = ACCUSING | {"denied", "rejected", "dismissed"}
_STORY: Final = frozenset(
    "fighting clashes war battles violence hostilities conflict tensions toll number talks truce ceasefire "
    "cease-fire".split()
)


_THEN: Final = frozenset("after as while when before amid".split())


def _story(units: list[Unit], at: int, last: int) -> int:
    """ "..., the ministry said, hours after shells hit the post": what follows is the article's own story."""
    for k in range(at + 1, last - 2):
        if units[k].tag == "," and any(
            u.low in _THEN for u in units[k + 1 : k + 2 + (units[k + 1].tag in "MaNw")]
        ):
            return k
    return last


def _until(units: list[Unit], at: int, last: int) -> int:
    """Where what is said ends: "accused Kestra of shelling the city, as the number of dead passed 300" is the
    article's own story from its second comma on."""
    for k in range(at + 3, last - 2):
        if units[at].low in _ACCUSING and units[k].tag == "," and _some_time_after(units, k + 1):
            return k
        if units[k].tag == "," and units[k + 1].low in ("as", "while", "amid"):
            told = any(u.low in _STORY for u in units[k + 2 : k + 12])
            if told and (units[at].low in _ACCUSING or units[k + 1].low == "as"):
                return k
    return last


def _some_time_after(units: list[Unit], k: int) -> bool:
    """ ", hours after the two leaders agreed": when somebody accuses is no part of what he says."""
    words = " ".join(unit.low for unit in units[k : k + 4])
    return re.match(r"(?:(?:a|an|only|just|\w+) )?(?:hours?|days?|minutes|weeks?) after\b", words) is not None


def _trails(units: list[Unit], before: Unit | None, group: Group, at: int, first: int, last: int) -> bool:
    """True where the statement stands before its speaker: "..., X said after touring two camps"."""
    if before is None or before.tag not in ',"-' or group.first <= first + 1:
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.tag in ",.;-":
        return True
    stated = any(u.tag in "xXVDdNT" for u in units[first : group.first])
    if (
        stated
        and group.first > first + 3
        and (after.tag in "iM" or after.low in ("her", "his", "their", "a", "the"))
    ):
        clause = after.tag == "M" and at + 2 < len(units) and units[at + 2].low == "that"
        return not clause and after.low != "that"
    return group.first > first + 3 and not _content_follows(units, at, last)


_AUDIENCE: Final = frozenset(
    ("reporters", "journalists", "late", "early", "the", "a", "state", "television", "briefing")
)


def _content_follows(units: list[Unit], at: int, last: int) -> bool:
    """True where a statement stands after the verb rather than a date, an audience or a participle."""
    j = at + 1
    if units[at].low in ("told", "tells"):
        while j < last and units[j].tag in "hAsLBwP" and units[j].low != "that":
            j += 1
    while j < last and (
        units[j].tag in "Mi" or units[j].low in _AUDIENCE or (j > at + 1 and units[j - 1].tag in "ih")
    ):
        j += 1
    if j >= last:
        return False
    if units[j].low == "that" or units[j].tag in 'esAN:"':
        return True
    if units[j].tag in ",.":
        return False
    return any(u.tag in "xXVDS" for u in units[j : j + 10])


def segment(units: list[Unit], at: int) -> tuple[int, int]:
    """Units of the clause complex around a unit: between semicolons."""
    first = at
    while first and units[first - 1].tag != ";":
        first -= 1
    last = at
    while last < len(units) and units[last].tag != ";":
        last += 1
    return first, last
