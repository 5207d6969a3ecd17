"""Dates in figures, and years: 18.10.2020, "since 1992", "1991-94", the 1990s. Resolves nothing."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.text.day_parts import DASH, Mention, Point, widened
from truce_cli.text.day_words import alternation, counted_next

_Y: Final = r"(?:1[89]|20|21)[0-9]{2}"
_NUMERIC: Final = re.compile(
    r"(?<![\w./,$€£:+-])(?:"
    rf"(?P<year>{_Y})(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep)(?P<day>[0-9]{{1,2}})(?=t[0-9]{{2}}|(?![\w/-]|[.,:][0-9]))"
    rf"|(?P<one>[0-9]{{1,2}})(?P<by>[./-])(?P<two>[0-9]{{1,2}})(?P=by)(?P<last>{_Y})(?![\w/-]|[.,:][0-9])"
    r")"
)
_YEARS: Final = re.compile(
    r"(?<![\w.,:/$€£#+-])(?:"
    rf"(?P<from>{_Y}){DASH}(?P<to>[0-9]{{4}}|[0-9]{{2}})(?![\w%/-]|[.,:][0-9])"
    r"|(?P<decade>(?:1[89]|20|21)[0-9])0['’]?s(?!\w)"
    rf"|(?P<year>{_Y})(?![\w%/–—-]|[.,:][0-9]|\s(?:gmt|utc|hours|hrs|local\stime)(?!\w))"
    r")"
)
_LED: Final = re.compile(
    r"(?<!\w)(?:in|since|by|until|till|from|before|after|during|through|throughout|of|late|early|mid|year|back\s{1,3}to)"
    r"[\s-]+(?:at\s{1,3}least\s{1,3})?$"
)
_ARTICLE: Final = re.compile(r"(?<!\w)(?:the|a|an|its|their|his|her|that|this)\s{1,3}(?:[a-z]+\s{1,3})?$")
_NAMED: Final = (
    "war wars ceasefire cease-fire truce agreement accord accords conflict fighting peace armistice treaty "
    "deal election elections clashes revolution invasion offensive uprising coup genocide massacre crisis "
    "talks constitution referendum protocol summit"
)
_NAMES: Final = re.compile(
    rf"\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}}){{0,2}}(?:{alternation(_NAMED.split())})(?!\w)"
)
"""What takes a year as its name: "the 1994 ceasefire", "the 2020 Nagorno-Karabakh war"."""
_BETWEEN: Final = re.compile(
    rf"(?<!\w)(?:between|from)\s{{1,3}}(?P<from>{_Y})\s{{1,3}}(?:and|to|until|through)\s{{1,3}}$"
)
_LONGEST: Final = 120


def numeric(low: str) -> list[Mention]:
    """Dates all in figures. Full stops mean day first; 01/02/2024 keeps its doubt."""
    found = []
    for match in _NUMERIC.finditer(low):
        start, end = match.span()
        doubtful = False
        if match["year"]:
            point = Point(int(match["year"]), int(match["month"]), int(match["day"]))
        else:
            one, two, year = int(match["one"]), int(match["two"]), int(match["last"])
            if one > 12 or one == two or (match["by"] == "." and two <= 12):
                point = Point(year, two, one)
            else:
                point = Point(year, one, two)
                doubtful = two <= 12
        found.append(Mention(start=start, end=end, shape="point", first=point, doubtful_order=doubtful))
    return found


def years(low: str) -> list[Mention]:
    """Years that a word leads to ("since 1992") or that name a war or a treaty, spans of years, decades."""
    found: list[Mention] = []
    for match in _YEARS.finditer(low):
        start, end = match.span()
        if match["decade"]:
            first = Point(int(match["decade"]) * 10)
            found.append(Mention(start=start, end=end, shape="decade", first=first))
        elif counted_next(low, end):
            continue
        elif match["from"]:
            mention = _span(low, match)
            if mention is not None:
                found.append(mention)
        else:
            _add_year(low, match, found)
    return found


def _span(low: str, match: re.Match[str]) -> Mention | None:
    first, said = int(match["from"]), match["to"]
    last = int(said) if len(said) == 4 else first // 100 * 100 + int(said)
    if len(said) == 2 and last % 100 <= 12 and low[match.end("from")] == "-":
        # "2010-11" is a month to one reader and two years to the next
        return None
    if not first < last <= first + _LONGEST:
        return None
    return Mention(start=match.start(), end=match.end(), shape="point", first=Point(first), last=Point(last))


def _add_year(low: str, match: re.Match[str], found: list[Mention]) -> None:
    start, end = match.span()
    year = int(match["year"])
    base = max(0, start - 32)
    before = low[base:start]
    if between := _BETWEEN.search(before):
        first, begin = int(between["from"]), base + between.start("from")
        while found and found[-1].end > begin:
            found.pop()
        if first < year:
            span = Mention(start=begin, end=end, shape="point", first=Point(first), last=Point(year))
            found.append(span)
    elif _LED.search(before) or (_ARTICLE.search(before) and _NAMES.match(low, end)):
        begin, _ = widened(low, start)
        found.append(Mention(start=begin, end=end, shape="point", first=Point(year)))
