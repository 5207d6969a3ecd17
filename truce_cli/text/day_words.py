"""The words that time is told in: months, weekdays, small numbers. Knows no sentence and resolves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_MONTHS: Final = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS: Final = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
"""january and jan are 1."""
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?!\w)"
)
"""Pattern of a month in lower case, without the full stop of an abbreviation."""

_WEEKDAYS: Final = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
WEEKDAYS: Final = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
"""monday and mon are 0, as in datetime."""

NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "twenty-four": 24,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty-eight": 48,
    "fifty": 50,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
}
"""The numbers that periods come in. Figures of people are not read here."""

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS: Final = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}

_COUNTED: Final = (
    "people persons men women boys girls children minors kids teenagers babies civilians residents "
    "villagers inhabitants locals citizens soldiers troops servicemen servicewomen personnel fighters "
    "militants rebels insurgents combatants gunmen militiamen recruits conscripts reservists officers "
    "policemen police pilots passengers patients prisoners hostages detainees workers students pupils "
    "protesters worshippers refugees migrants families victims casualties fatalities deaths dead "
    "wounded injured others more bodies names homes houses buildings villages tanks vehicles trucks "
    "shells rockets missiles drones violations incidents attacks strikes cases times km kilometres "
    "kilometers miles metres meters percent euros dollars million billion thousand hundred additional "
    "extra of "
)
COUNTED: Final = frozenset(_COUNTED.split())
"""What follows a figure that counts: in "In October 12 people died" these keep 12 from being a day."""

_NEXT_WORD: Final = re.compile(r"\s{1,3}([a-z]+)")
_NEXT_WORDS: Final = re.compile(r"\s{1,3}(?:[\w-]{1,20}\s{1,3})?([a-z]+)")


def alternation(words: Iterable[str]) -> str:
    """The words as the inside of a group, longest first. None would match everything: refused."""
    found = sorted(words, key=lambda word: (-len(word), word))
    if not found:
        raise ValueError("an empty alternation matches everything")
    return "|".join(found)


def number(word: str) -> int | None:
    """15 for "15", 3 for "three", 1 for "a"; None for a word that is no number here."""
    if word.isascii() and word.isdigit():
        return int(word)
    return NUMBERS.get(word)


def counted_next(low: str, position: int) -> bool:
    """True where what counts follows at once: the figure before it is one of people or things."""
    match = _NEXT_WORD.match(low, position)
    return match is not None and match[1] in COUNTED


def year_of_count(low: str, position: int) -> bool:
    """True where a figure like a year counts what follows: "June 10, 2031 soldiers", not "the May 7, 2023 attacks"."""
    match = _NEXT_WORD.match(low, position)
    return match is not None and match[1] in COUNTED and match[1] not in ("attacks", "strikes", "violations")


def counted_soon(low: str, position: int) -> bool:
    """True where what counts follows at once or after one word: "12 Armenian soldiers"."""
    if counted_next(low, position):
        return True
    match = _NEXT_WORDS.match(low, position)
    return match is not None and match[1] in COUNTED
