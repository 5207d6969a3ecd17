"""Days as pages write them: ISO, "Oct. 18, 2020", "18 October", in addresses. Never guesses at 01/02/2020."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"

DAY: Final = (
    rf"(?:(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)|"
    rf"\b{_MONTH}\b\.? ?\d{{1,2}}{_ORDINAL}\b(?:,? (?:19|20)\d\d\b)?|"
    rf"(?<![\d.,:])\d{{1,2}}{_ORDINAL} (?:of )?{_MONTH}\b(?:\.?,? (?:19|20)\d\d\b)?)"
)
"""Source of a pattern for a written day; for patterns that ignore case."""

_ISO: Final = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_PACKED: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?)?")
_SLASHED: Final = re.compile(r"((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?!\d)")
_DOTTED: Final = re.compile(r"(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?!\d)")
_NUMBERS: Final = re.compile(r"(\d\d?)[/-](\d\d?)[/-]((?:19|20)\d\d)(?!\d)")
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)\b"
# Only words with a capital: "march 5" and "may 10" are verbs. The table tells whether they are months.
_INITIALS: Final = r"[JFMASOND](?<!\w.)(?:[aA][nNrRyY]|[eE][bBpPcC]|[pP][rR]|[uU][nNlLgG]|[cC][tT]|[oO][vV])"
# "(?<!\w.)" behind the first character says \b, and leaves the search a first character to look for.
_MONTH_NAME: Final = re.compile(
    rf"{_INITIALS}(?:(?<=\d ...)|(?<=\d[a-z]{{2}} ...)|(?<=of ...)|(?=[A-Za-z]{{0,6}}\.? ?\d))[A-Za-z]{{0,6}}\b"
)
"""What may be a month beside a number; it is looked for first, since texts are full of figures and hold few months."""
_DAY_BEHIND: Final = re.compile(
    rf"\.? ?(?P<day>\d{{1,2}}){_ORDINAL}\b(?: ?[-–] ?(?P<last>\d{{1,2}})\b)?(?!:)(?:,? {_YEAR})?"
)
_DAY_BEFORE: Final = re.compile(rf"(?<!\w)(\d\d?){_ORDINAL} (?:of )?\Z")
_WIDEST_DAY: Final = 9
"""Of "12th of ", and the character before it."""
_YEAR_BEHIND: Final = re.compile(rf"\.?,? {_YEAR}")
_ISO_DASH: Final = re.compile(r"-(?<=[12][09]\d\d-)\d\d-")
_NUMBER_GOES_ON: Final = (".", ",", ":")
_URL_PARTS: Final = re.compile(
    rf"[/_-]((?:19|20)\d\d)[/_-](\d\d?|{_MONTH})[/_-](\d\d?)(?![\d])|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)",
    re.IGNORECASE,
)
_LANGUAGES: Final = ["en", "ru", "tr", "fr", "de", "es", "uk", "az", "hy", "ka", "ar", "fa"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day written in a text: ISO day, its words, whether they hold the year, offset of the first."""

    day: str
    words: str
    has_year: bool
    start: int


@dataclass(frozen=True, slots=True)
class Written:
    """A day as a text writes it, which need not exist. year: None where it is left out."""

    year: str | None
    month: int
    number: str
    words: str
    start: int


def iso_day(value: str) -> str | None:
    """The ISO day that a string begins with, if there is such a day."""
    found = _ISO.match(value.strip())
    return _day(found[1], found[2], found[3]) if found else None


def parse_day(value: str, base: str | None = None) -> str | None:
    """The one day that a date field or date line gives; None where it is open, such as 01/02/2020.

    base: an ISO day near it; a day written without its year takes the year that brings it closest.
    """
    value = " ".join(value.split())
    if found := _ISO.search(value) or _SLASHED.search(value) or _PACKED.fullmatch(value):
        return _day(found[1], found[2], found[3])
    if found := _DOTTED.search(value):
        return _day(found[3], found[2], found[1])
    if found := _NUMBERS.search(value):
        first, second = int(found[1]), int(found[2])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
        return _day(found[3], month, day)
    days = find_days(value, base)
    return days[0].day if days else _other_language(value)


def both_readings(value: str) -> tuple[str, str] | None:
    """The two days that 01/02/2020 may be, day first and month first; None for what is one day or none."""
    found = _NUMBERS.search(value)
    if found is None or parse_day(value) is not None:
        return None
    day_first, month_first = _day(found[3], int(found[2]), found[1]), _day(found[3], int(found[1]), found[2])
    return (day_first, month_first) if day_first and month_first else None


def find_written(text: str) -> tuple[Written, ...]:
    """Every day that a text writes out, in order, with or without a year."""
    found: list[Written] = []
    if _ISO_DASH.search(text):
        found = [Written(m[1], int(m[2]), m[3], m[0], m.start()) for m in _ISO.finditer(text)]
    for name in _MONTH_NAME.finditer(text):
        month = _MONTHS.get(name[0].lower())
        if month is not None:
            found += filter(None, (_month_first(text, name, month), _day_first(text, name, month)))
    return tuple(sorted(found, key=lambda item: item.start))


def _month_first(text: str, name: re.Match[str], month: int) -> Written | None:
    """The day whose number stands behind its month."""
    day, start = _DAY_BEHIND.match(text, name.end()), name.start()
    if day is None or text[max(0, start - 1) : start] in _NUMBER_GOES_ON:
        return None
    return Written(day["year"], month, day["last"] or day["day"], text[start : day.end()], start)


def _day_first(text: str, name: re.Match[str], month: int) -> Written | None:
    """The day whose number stands before its month."""
    first = max(0, name.start() - _WIDEST_DAY)
    day = _DAY_BEFORE.search(text[first : name.start()])
    if day is None:
        return None
    start, year = first + day.start(), _YEAR_BEHIND.match(text, name.end())
    if text[max(0, start - 1) : start] in _NUMBER_GOES_ON:
        return None
    end = year.end() if year is not None else name.end()
    return Written(year["year"] if year is not None else None, month, day[1], text[start:end], start)


def find_days(text: str | Iterable[Written], base: str | None) -> tuple[Day, ...]:
    """Every day written out in a text, or of those found in it. Without base, those without a year are left out."""
    found = []
    for one in find_written(text) if isinstance(text, str) else text:
        day = _day(one.year, one.month, one.number) if one.year else _nearest(one.month, one.number, base)
        if day:
            found.append(Day(day, one.words, bool(one.year), one.start))
    return tuple(found)


def url_day(url: str) -> str | None:
    """The day in an address's path: /2020/10/12/, -2020-10-12, /20201012/, /2020/oct/12/."""
    for found in _URL_PARTS.finditer(url.partition("?")[0]):
        year, month, number = found[1] or found[4], found[2] or found[5], found[3] or found[6]
        day = _day(year, _MONTHS.get(month.lower(), month), number)
        if day:
            return day
    return None


def _day(year: str | int, month: str | int, number: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def _nearest(month: int, number: str, base: str | None) -> str | None:
    if base is None:
        return None
    near = date.fromisoformat(base)
    days = (_day(year, month, number) for year in range(near.year - 1, near.year + 2))
    return min(filter(None, days), key=lambda day: abs((date.fromisoformat(day) - near).days), default=None)


def _other_language(value: str) -> str | None:
    """A full date in another language; all its parts must be written, so nothing comes from the clock."""
    if not re.search(r"(?:19|20)\d\d", value) or (
        value.isascii() and not re.search(r"[a-z]{3}", value.lower())
    ):
        return None
    import dateparser

    parsed = dateparser.parse(
        value,
        languages=_LANGUAGES,
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return parsed.date().isoformat() if parsed else None
