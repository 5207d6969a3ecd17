"""Counted people: a quantity, or an article, with the noun it counts. Does not ask what happened to them."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.nouns import ANYONE, MORE, read_noun
from truce_cli.extract.people import PEOPLE, People, person_word
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.units import Count, Unit


class Head:
    """first, last: units of the noun phrase, half-open. count: the figure. people: None where the noun is elided.

    noun: harm that the noun itself states ("37 military deaths"); status: harm of an attribute ("20 wounded
    soldiers"); thing: it counts no people. own: "of its own". implied: a singular without a figure.
    """

    __slots__ = (
        "count",
        "definite",
        "first",
        "implied",
        "last",
        "military",
        "noun",
        "of_them",
        "others",
        "own",
        "partitive",
        "people",
        "sides",
        "status",
        "thing",
        "unit",
        "unknown",
    )

    def __init__(self, unit: int, count: Count) -> None:
        self.unit, self.first, self.last, self.count = unit, unit, unit + 1, count
        self.people: People | None = None
        self.noun: str | None = None
        self.status: str | None = None
        self.sides: list[Unit] = []
        self.military: str | None = None
        self.thing = self.own = self.implied = self.others = self.of_them = self.unknown = False
        self.partitive = False
        self.definite = False

    @property
    def has_people(self) -> bool:
        return self.people is not None

    @property
    def is_bare(self) -> bool:
        """A figure alone: "3,580 killed, and 2,100 on the other side"."""
        return not (self.has_people or self.noun or self.unknown)


def heads(sentence: Sentence) -> list[Head]:
    """Every counted noun phrase of a sentence, left to right, without overlap."""
    units = sentence.units
    found: list[Head] = []
    i, n = 0, len(units)
    while i < n:
        head = None
        tag = units[i].tag
        if tag == "N":
            head = _counted(units, i)
            if _is_share(units, i):
                head.thing = True
            if _is_age(units, i, found):
                head.thing = True
            if head.unknown and _demonym(sentence, head):
                head.people, head.unknown = ANYONE, False
        elif tag == "a" or (
            tag == "h" and units[i].low in ("his", "her", "their") and found and units[i - 1].tag in "c,VG"
        ):
            head = _one_more(units, i) or _singular(units, i)
            if tag == "a" and found and _complement(units, found[-1], i):
                head = None
        elif tag == "h" and units[i].low == "both":
            head = _both(units, i)
        elif tag == "h" and i > 1 and units[i - 1].tag == "g" and units[i - 2].tag != "n":
            head = _singular(units, i)  # "including the bomber"
        elif tag == "J" and units[i].low == "another":
            head = _another(units, i)
        if head is not None:
            found.append(head)
            i = max(head.last, i + 1) if not head.thing else i + 1
        else:
            i += 1
    if _is_headline(sentence):
        implied = _headline(units, found)
        found = sorted([*found, *implied], key=lambda h: h.first)
    return found


def _is_share(units: list[Unit], i: int) -> bool:
    """ "one in five of the dead": neither figure counts anybody."""
    if i + 2 < len(units) and units[i + 1].low == "in" and units[i + 2].tag == "N":
        j = i + 2
    elif i > 1 and units[i - 1].low == "in" and units[i - 2].tag == "N":
        j = i
    else:
        return False
    small = (units[j].data.value or 999) <= 100 and (units[j - 2].data.value or 999) < (
        units[j].data.value or 0
    )
    return small and j + 1 < len(units) and units[j + 1].tag in "oxPr"


def _is_age(units: list[Unit], i: int, found: list[Head]) -> bool:
    """ "a woman of 71"; "her granddaughter, 3, were killed": the years of one person told just before."""
    if not found or not found[-1].implied or found[-1].people is None:
        return False
    value, after = units[i].data.value, units[i + 1].tag if i + 1 < len(units) else "."
    if value is None or not 0 < value < 110 or i != found[-1].last + 1:
        return False
    return (units[i - 1].tag == "o" and after in "c,.xVDi") or (units[i - 1].tag == "," and after == ",")


_MOST: Final = 200_000_000
"""People whom a figure counts at most."""


def _counted(units: list[Unit], i: int) -> Head:
    count: Count = units[i].data
    head = Head(i, count)
    head.thing = (count.low or count.high or 0) > _MOST  # no war has killed so many
    if i and units[i - 1].tag == "J" and units[i - 1].low in MORE:
        count.more = True
        head.first = i - 1
        if i > 1 and units[i - 2].tag == "a":
            head.first = i - 2
    read_noun(units, i + 1, head)
    return head


def _demonym(sentence: Sentence, head: Head) -> bool:
    """ "four Palestinians", "310,000 Qasirans": a capital and a plural after a figure name a people."""
    units, text = sentence.units, sentence.article.text
    for unit in units[head.unit + 1 : head.unit + 4]:
        if (
            unit.tag == "w"
            and text[unit.start].isupper()
            and unit.low.endswith("s")
            and unit.low[-2:] not in ("ss", "'s")
        ):
            head.last = units.index(unit) + 1
            return not text[unit.start : unit.end].isupper()
    return False


def _singular(units: list[Unit], i: int) -> Head | None:
    """ "a teacher", "a Norvian army surgeon": a count of one, where a singular noun of people follows."""
    head = Head(i, Count(1, 1, 1, "exact"))
    read_noun(units, i + 1, head)
    head.implied = True
    if head.people is not None and units[head.last - 1].low in ("couple", "pair"):
        head.count = Count(2, 2, 2, "exact")
        return head
    if head.people is None and head.unknown and not head.thing:
        _by_ending(units, i, head)
    if head.people is None or head.people.plural or head.thing or head.partitive or head.noun:
        return None
    return head


def _by_ending(units: list[Unit], i: int, head: Head) -> None:
    """ "a ranger and two civilians": a noun that its ending shows to be a person's, before its verb or in a list."""
    j = i + 1
    while j < len(units) and units[j].tag in "wsJ":
        j += 1
    after = units[j].tag if j < len(units) else "."
    listed = after == "c" and j + 1 < len(units) and units[j + 1].tag in "Nah"
    if (listed or after in "VxXd") and units[j - 1].tag == "w" and person_word(units[j - 1].low):
        head.people, head.last = PEOPLE["person"], j


def _complement(units: list[Unit], before: Head, i: int) -> bool:
    """ "five members of an indigenous guard": what the counted belong to is counted with them."""
    return before.last == i - 1 and units[i - 1].tag == "o" and before.count.value != 1


def _both(units: list[Unit], i: int) -> Head | None:
    """ "both men were killed": two who were told of before."""
    head = Head(i, Count(2, 2, 2, "exact"))
    read_noun(units, i + 1, head)
    head.definite = True
    plural = head.people is not None and head.people.plural
    return head if plural and not (head.thing or head.noun or head.partitive) else None


_ORDINALS: Final = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def _one_more(units: list[Unit], i: int) -> Head | None:
    """ "while a third died in hospital", "a seventh was wounded"."""
    verb = i + 2
    while verb < len(units) and units[verb].low.endswith(("ly", "later")):
        verb += 1
    if units[i + 1 : i + 2] == [] or units[i + 1].low not in _ORDINALS or verb >= len(units):
        return None
    if units[verb].tag not in "DVxX":
        return None
    head = Head(i, Count(1, 1, 1, "exact"))
    head.last = i + 2
    head.others = head.implied = head.count.more = True
    return head


def _another(units: list[Unit], i: int) -> Head | None:
    """ "another villager", "another was wounded", "wounded another": one more."""
    head = _singular(units, i)
    if head is None:
        after = units[i + 1].tag if i + 1 < len(units) else "."
        if not (after in "VDxd" or (after in ".,;ciM" and i and units[i - 1].tag in "VG")):
            return None
        head = Head(i, Count(1, 1, 1, "exact"))
        head.others = head.implied = True
    head.count.more = True
    return head


def _is_headline(sentence: Sentence) -> bool:
    words = sentence.words
    return words[-1:] not in ".!?\"”'’" and len(words) < 160


def _headline(units: list[Unit], found: list[Head]) -> list[Head]:
    """Headlines leave out the article: "Norvian pilot killed", "kills two-year-old girl"."""
    taken = {i for head in found for i in range(head.first, head.last)}
    implied: list[Head] = []
    for i, unit in enumerate(units):
        if unit.tag != "P" or unit.data.plural or i in taken:
            continue
        first = i
        while first and units[first - 1].tag in "sJwBA" and first - 1 not in taken and i - first < 3:
            first -= 1
        before = units[first - 1].tag if first else "^"
        after = units[i + 1].tag if i + 1 < len(units) else "$"
        beside = before == "c" and any(h.implied and h.last == first - 1 for h in [*found, *implied])
        if after not in "VDvx" and before not in "vG" and not beside:
            continue  # "kills mother and baby"
        if before in "haNo":
            continue
        head = Head(first, Count(1, 1, 1, "exact"))
        head.first, head.last, head.implied = first, i + 1, True
        head.people = unit.data
        head.sides = [u for u in units[first:i] if u.tag in "sAL"]
        implied.append(head)
    return implied
