"""Dates that name their month: "Oct. 10", "the 14th of June", "3-5 June 2031". Resolves nothing."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.model.record import replace
from truce_cli.text.day_parts import DASH, GAP, YEAR, Mention, Point, widened
from truce_cli.text.day_words import MONTH, MONTHS, ORDINALS, counted_next, counted_soon, year_of_count

_NUMBER: Final = r"(?:0?[1-9]|[12][0-9]|3[01])"
_TH: Final = r"(?:st|nd|rd|th)?"
_DAY_ENDS: Final = (
    r"(?![\w%]|[.:][0-9]|,[0-9]{3}(?![0-9])|[-–](?:year|day|hour|week|month|minute|point)"
    r"|\s?(?:km|kilomet\w{2,4}|miles|mm|per\s?cent)(?!\w))"
)
_TO: Final = rf"(?:{DASH}|{GAP}(?P<to>to|through|and){GAP})"

_MONTH_WORD: Final = re.compile(rf"(?<!\w)(?P<name>{MONTH})")
_DAY_AFTER: Final = re.compile(
    rf"(?:(?<=\.)|{GAP}|-)(?:the\s)?(?P<day>{_NUMBER}){_TH}{_DAY_ENDS}"
    rf"(?:{_TO}(?P<until>{_NUMBER}){_TH}{_DAY_ENDS}(?!(?:{GAP}(?:of\s)?|-){MONTH}))?"
    rf"(?:(?:,?{GAP}|-)(?P<year>{YEAR}))?"
)
_DAY_BEFORE: Final = re.compile(
    rf"(?<![\w$€£.,:/+-])(?:(?:(?P<day>{_NUMBER}){_TH}{_TO}(?:the\s)?)?(?P<until>{_NUMBER}){_TH}(?:{GAP}of)?"
    rf"|(?P<word>[a-z]{{5,9}}(?:-[a-z]{{5,8}})?){GAP}of)(?:{GAP}|-)$"
)
_YEAR_AFTER: Final = re.compile(rf"(?:,?{GAP}|{GAP}of{GAP}|-)(?P<year>{YEAR})")

_IN: Final = re.compile(r"(?<!\w)(?:in|during)\s{1,3}(?:late\s{1,3}|early\s{1,3}|mid[\s-])?$")
_BETWEEN: Final = re.compile(r"(?<!\w)(?:between|from)\s{1,3}(?:the\s{1,3})?$")
_ON: Final = re.compile(r"(?<!\w)on\s{1,3}(?:the\s{1,3})?$")
_ENDS: Final = re.compile(r"\s?(?:[,.;:)]|$)")
_PREPOSITION: Final = re.compile(
    r"(?<!\w)(?:on|since|by|from|until|till|of|after|before|between|the|starting|dated)\s{1,3}$"
)
_MONTH_LED: Final = re.compile(
    r"(?<!\w)(?:in|since|late|early|mid|of|by|until|till|last|this|next|during|through|throughout|from|before|after"
    r"|between|the|back)[\s-]+$"
)
_VERB_AFTER: Final = re.compile(
    r"\s{1,3}(?:on|to|toward|towards|through|against|be|have|not|also|soon|never|well|mean|help|lead|only|yet|still)(?!\w)"
)
_REACH: Final = 40
"""How far before a month its day may stand: "between 30th through 31st of"."""


def dates(text: str, low: str) -> list[Mention]:
    """Every mention of a month in the text, with its day and year where they are said.

    low: the text in lower case, offsets kept. "may" and "march" count only with a capital letter.
    """
    found: list[Mention] = []
    taken = 0
    for match in _MONTH_WORD.finditer(low):
        if match.start() < taken:
            continue
        mention = _mention(text, low, match, taken)
        if mention is not None:
            mention = _with_its_year(mention, low)
            found.append(mention)
            taken = mention.end
    return found


_ITS_YEAR: Final = re.compile(rf",?{GAP}(?:of{GAP})?(last|this|next)\syear(?![\w'’])")
_YEARS: Final = {"last": -1, "this": 0, "next": 1}


def _with_its_year(mention: Mention, low: str) -> Mention:
    """ "On May 24 last year": the year behind the month, counted from publication."""
    match = _ITS_YEAR.match(low, mention.end)
    if match is None or mention.first.year or (mention.last is not None and mention.last.year):
        return mention
    return replace(mention, end=match.end(), years=_YEARS[match[1]])


def _mention(text: str, low: str, match: re.Match[str], taken: int) -> Mention | None:
    start, end = match.span()
    name = match["name"]
    capital = text[start].isupper()
    if not capital and (name in ("may", "march") or len(name) < 4):
        return None
    abbreviated = len(name) < 5 and name not in ("may", "june", "july")
    if abbreviated and low.startswith(".", end):
        end += 1
    month = MONTHS[name]
    lead = low[max(taken, start - _REACH) : start]
    before, after = _DAY_BEFORE.search(lead), _DAY_AFTER.match(low, end)
    if before and before["word"] and before["word"] not in ORDINALS:
        before = None
    if before and (after is None or _PREPOSITION.search(lead[: before.start()])):
        return _day_first(low, before, lead, start, end, month)
    if after:
        return _month_first(low, after, lead, start, end, month)
    if capital and (year := _YEAR_AFTER.match(low, end)) and not counted_next(low, year.end()):
        begin, _ = widened(low, start)
        return Mention(start=begin, end=year.end(), shape="point", first=Point(int(year["year"]), month))
    return _bare(low, lead, start, end, name, month) if capital else None


def _day_first(low: str, before: re.Match[str], lead: str, start: int, end: int, month: int) -> Mention:
    """ "10 October 2020", "the second of June", "between 3 and 5 June"."""
    match = _YEAR_AFTER.match(low, end)
    year = int(match["year"]) if match else None
    close = match.end() if match else end
    short = end if match and year_of_count(low, close) else None
    if before["word"]:
        begin, day, other = before.start(), ORDINALS[before["word"]], None
    else:
        begin, day, other = before.start(), int(before["until"]), before["day"]
        ahead = lead[: before.start()]
        if other and before["to"] and not (_BETWEEN.search(ahead) or _ON.search(ahead)):
            # "killed 3 and 5 June" has one day and one figure
            begin, other = before.start("until"), None
    begin += start - len(lead)
    point = Point(year, month, day)
    if other:
        first = Point(None, month, int(other))
        return Mention(start=begin, end=close, shape="point", first=first, last=point, end_without_year=short)
    return Mention(start=begin, end=close, shape="point", first=point, end_without_year=short)


def _month_first(low: str, after: re.Match[str], lead: str, start: int, end: int, month: int) -> Mention:
    """ "October 10, 2020", "Oct. 16-17", "between June 3 and 5"."""
    day, until, year = int(after["day"]), after["until"], after["year"]
    close = after.end()
    if not until and not year and _IN.search(lead) and counted_soon(low, close):
        # "In October 12 people were killed"
        begin, _ = widened(low, start)
        return Mention(start=begin, end=end, shape="point", first=Point(None, month))
    if until and not year and not _is_day(low, close, lead, after["to"]):
        # "June 3 and 5 people": the second figure is no day
        close = _past_ordinal(low, after.end("day"))
        return Mention(start=start, end=close, shape="point", first=Point(None, month, day))
    said = int(year) if year else None
    short = (
        _past_ordinal(low, after.end("until" if until else "day"))
        if year and year_of_count(low, close)
        else None
    )
    if until:
        first, last = Point(None, month, day), Point(said, month, int(until))
        return Mention(start=start, end=close, shape="point", first=first, last=last, end_without_year=short)
    first = Point(said, month, day)
    return Mention(start=start, end=close, shape="point", first=first, end_without_year=short)


def _is_day(low: str, end: int, lead: str, word: str | None) -> bool:
    """Whether the second figure of "June 3-5", "between June 3 and 5", "on June 3 and 5," is a day."""
    if counted_next(low, end):
        return False
    return word is None or bool(_BETWEEN.search(lead)) or bool(_ON.search(lead) and _ENDS.match(low, end))


def _past_ordinal(low: str, end: int) -> int:
    """The end of "3rd", for the end of "3"."""
    return end + 2 if low[end : end + 2] in ("st", "nd", "rd", "th") else end


def _bare(low: str, lead: str, start: int, end: int, name: str, month: int) -> Mention | None:
    """ "late September", "the July truce". A short name, or one that is a verb, needs a word before it."""
    doubtful = name in ("may", "march") or end - start < 4 or low[end - 1] == "."
    if doubtful and not _MONTH_LED.search(lead):
        return None
    if name in ("may", "march") and _VERB_AFTER.match(low, end):
        return None
    begin, which = widened(low, start)
    return Mention(start=begin, end=end, shape="point", first=Point(None, month), word=which)
