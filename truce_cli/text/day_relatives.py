"""Weekdays and words that count from publication: "late Monday", yesterday. Resolves nothing."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.text.day_parts import Mention
from truce_cli.text.day_words import WEEKDAYS, number

_WORDS: Final = re.compile(
    r"(?<!\w)(?:"
    r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?P<short>mon|tues?|wed|thurs?|thu|fri|sat|sun)(?P<dot>\.)?)"
    r"|(?P<beforelast>the\s{1,3}day\s{1,3}before\s{1,3}yesterday)|(?P<yesterday>yesterday)"
    r"|(?P<daybefore>the\s{1,3}day\s{1,3}before(?=\s{0,3}(?:[.,;:!?)\"”]|$)))"
    r"|(?P<lastnight>last\s{1,3}night)|(?P<tomorrow>tomorrow)"
    r"|(?P<today>(?:(?:earlier|later)\s{1,3})?today|tonight|overnight|this\s{1,3}(?:morning|afternoon|evening)"
    r"|(?:earlier|later|early|late)\s{1,3}(?:in|on)\s{1,3}(?:the|this|that|the\s{1,3}same)\s{1,3}day)"
    r"|(?P<ago>(?P<count>[0-9]{1,3}|[a-z-]{1,12})\s{1,3}(?P<unit>day|week|month|year)s?\s{1,3}ago)"
    r"|(?P<period>(?:(?:earlier|later|so\s{1,3}far|late|early)\s{1,3})?(?P<which>this|last)\s{1,3}(?P<span>week|weekend|month|year)"
    r"(?!\s{1,3}of\b)|the\s{1,3}(?:past\s{1,3})?weekend)"
    r")(?!\w)"
)
_DAYS: Final = {
    "beforelast": -2,
    "yesterday": -1,
    "daybefore": -1,
    "lastnight": -1,
    "tomorrow": 1,
    "today": 0,
}
"""Days from publication, by the group that matched."""

_LED: Final = re.compile(
    r"(?<!\w)(?:late|early|earlier|later)\s{1,3}(?:on\s{1,3})?$|(?<!\w)(?P<which>last|next|this|every|each|the|black|bloody"
    r"|good|palm|holy|ash|easter)\s{1,3}$"
)
_THE: Final = re.compile(r"(?<!\w)(?:the|its)\s{1,3}$")
_LATE: Final = re.compile(r"(?<!\w)(?:late|early)\s{1,3}$")
_NO_DAY: Final = frozenset(("every", "each", "black", "bloody", "good", "palm", "holy", "ash", "easter"))
"""What makes a weekday a habit or a name: "every Friday", "Bloody Sunday"."""
_PART: Final = re.compile(
    r"(?:\s{1,3}(?:morning|afternoon|evening|night)(?!\w))?(?P<week>\s{1,3}(?:of\s{1,3})?last\s{1,3}week(?!\w))?"
)
_TITLE: Final = re.compile(
    r"\s{1,3}(?:Times|Telegraph|Mirror|Express|Mail|Herald|Independent|Post|World|Sun)\b"
)
"""Newspapers: "the Sunday Times"."""
_DATED: Final = re.compile(
    r",?\s{1,3}(?:[0-9]{1,2}(?:st|nd|rd|th)?\s{1,3}[a-z]{3}|[a-z]{3,9}\.?\s{1,3}[0-9]|morning|night|evening)"
)
_NAMED: Final = re.compile(r"[A-Z][\w.]{0,20}\s$")
_REACH: Final = 18


def relatives(text: str, low: str) -> list[Mention]:
    """Every weekday and word that counts from publication. low: the text in lower case, offsets kept."""
    found = []
    for match in _WORDS.finditer(low):
        mention = _mention(text, low, match)
        if mention is not None:
            found.append(mention)
    return found


def _mention(text: str, low: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    if match["weekday"]:
        return _weekday(text, low, match)
    if match["ago"]:
        count = number(match["count"])
        if not count:
            return None
        return Mention(start=start, end=end, shape="relative", word=match["unit"], count=-count)
    if match["period"]:
        if match["which"] and _THE.search(low[max(0, start - 6) : start]):
            # "in the last month" counts back from publication and is no month of the calendar
            return None
        word = f"{match['which'] or 'this'} {match['span'] or 'weekend'}"
        return Mention(start=start, end=end, shape="relative", word=word)
    if match["today"] and text[start:end] == "Today" and _NAMED.search(text[max(0, start - _REACH) : start]):
        # the newspaper or channel of that name
        return None
    return Mention(start=start, end=end, shape="relative", word="day", count=_DAYS[str(match.lastgroup)])


def _weekday(text: str, low: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span("weekday")
    base = max(0, start - _REACH)
    lead = low[base:start]
    led = _LED.search(lead)
    which = (led["which"] or "") if led else ""
    if which in _NO_DAY or _TITLE.match(text, end):
        return None
    if match["short"]:
        sure = match["dot"] or _DATED.match(low, end) or lead.endswith("on ")
        if not text[start].isupper() or not sure or which == "the":
            return None
    weekday = WEEKDAYS[match["weekday"].rstrip(".")]
    if led and which != "the":
        start = base + led.start()
        if which and (late := _LATE.search(low[max(0, start - 8) : start])):
            start -= len(late.group())
    word = which if which in ("last", "next", "this") else ""
    if part := _PART.match(low, end):
        end = part.end()
        word = "last week" if part["week"] else word
    return Mention(start=start, end=end, shape="weekday", weekday=weekday, word=word)
