"""A sentence as tagged units: the mentions that the frames read. Knows words; makes no claim.

Tags, one letter each, so that patterns can be written over a whole sentence:
N quantity   a article   h determiner or possessive   P people   O others   J adjective of people
V harmed (participle or past)   v harms (present)   G harming (gerund)   D died   d dead, missing (state)
T death toll, deaths, bodies: a noun that stands for people harmed
s side word   A known actor   B body (ministry, army, mayor)   L place   M time expression
S speech verb   Z "according to", citing   x be   X have   m modal   n negation   e pronoun   r relative
c and, or   i preposition   o of   g including, among them   b each other   z a thing, not people
w any other word   and punctuation as itself
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, Final

from truce_cli.extract.lexicon import NAMES_IN_CAPITALS, Lexicon
from truce_cli.text.day_words import MONTHS
from truce_cli.text.numbers import COUNTING, Quantity, may_count, quantity_at, single_at

_TOKEN_PATTERN: Final = (
    r"([a-z]{2,}+(?![^\W_]|-[^\W_])"  # most words, found soonest; the lines below find them too
    r"|[a-z]{1,4}\d{1,4}(?![^\W_])"  # M23, F16: a name, no figure
    r"|\d{1,3}(?:[,\u2009\u00a0\u202f\u2008 ]\d{3})+(?![\d.,]?\d)(?:\.\d+)?"
    r"|\d+(?:[.,:]\d+)*(?:-?[^\W\d_]+(?:-[^\W\d_]+)*)?"
    r"|(?:[a-z]\.){2,}"
    r"|'s\b"
    r"|[^\W\d_]+(?:-[^\W_]+)*"
    r"|\S)"
)
_TOKEN: Final = re.compile(_TOKEN_PATTERN)
_UNSPACED: Final = re.compile(_TOKEN_PATTERN.replace("\\u2008 ]", "\\u2008]"))
_SPACED: Final = re.compile(r"\d \d{3}")
_AGE: Final = re.compile(r"-(?:year|month|week|day|hour|minute)s?-olds?$")
_CURRENCY: Final = frozenset("$€£¥₽")
_AFTER_NUMBER: Final = frozenset("% percent per cent km kg ° mm cm billion trillion bn".split())
_AGED: Final = frozenset(("aged", "ages", "age"))
_TO: Final = frozenset(("to", "and", "-"))
_BEFORE_LABEL: Final = frozenset(
    (
        "route",
        "no",
        "no.",
        "page",
        "article",
        "resolution",
        "highway",
        "unit",
        "aged",
        "age",
        "ages",
        "section",
        "channel",
        "area",
        "block",
        "paragraph",
        "vol",
        "mount",
        "gate",
    )
)


class Unit:
    """One tagged stretch of a sentence. start, end: code points in the document; first: token index."""

    __slots__ = ("data", "end", "low", "start", "tag")

    def __init__(self, tag: str, start: int, end: int, low: str, data: Any = None) -> None:
        self.tag, self.start, self.end, self.low, self.data = tag, start, end, low, data

    def __repr__(self) -> str:
        return f"{self.tag}:{self.low}"


class Count:
    """Data of a quantity unit: the figure, and the words around it that change its meaning."""

    __slots__ = ("figure_end", "figure_start", "high", "low", "more", "other", "qualifier", "value")

    def __init__(self, low: int | None, high: int | None, value: int | None, qualifier: str) -> None:
        self.low, self.high, self.value, self.qualifier = low, high, value, qualifier
        self.more = False
        self.other = False
        self.figure_start = self.figure_end = 0


def units_of(
    text: str, marked: str, start: int, end: int, lexicon: Lexicon, times: list[tuple[int, int]]
) -> list[Unit]:
    """Units of one sentence.

    marked: the whole text in lower case with plain marks, offsets kept. times: spans of dates, clocks and
    windows, in order and without overlaps, in document offsets.
    """
    tokens, lows = _tokens(marked, start, end, times)
    plain, telling = lexicon.plain, lexicon.telling
    units: list[Unit] = []
    i, n, t = 0, len(tokens), 0
    until = times[0][0] if times else end  # no time is told before this offset
    while i < n:
        s, e = tokens[i]
        if s >= until:
            while t < len(times) and times[t][1] <= s:
                t += 1
            until = times[t][0] if t < len(times) else end
            if s >= until:
                last = times[t][1]
                j = i + 1
                while j < n and tokens[j][0] < last:
                    j += 1
                units.append(Unit("M", s, tokens[j - 1][1], " ".join(lows[i:j])))
                i = j
                continue
        low = lows[i]
        reading = plain.get(low)
        if reading is None:
            if low.isalpha() and low not in telling:
                units.append(Unit("w", s, e, low))
                i += 1
                continue
        else:
            tag, data, followers = reading
            following = lows[i + 1] if followers is not None and i + 1 < n else ""
            if followers is None or (following not in followers and following.isalpha()):
                units.append(Unit(tag, s, e, low, data))
                i += 1
                continue
        i = _next_unit(text, tokens, lows, i, lexicon, units)
    return units


def _tokens(
    marked: str, start: int, end: int, times: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[str]]:
    """Spans of the words and marks of a sentence, and what stands there."""
    parts = _cut(_TOKEN, marked[start:end])
    if times and _SPACED.search(marked, start, end):
        parts = _cut_at_times(parts, start, times)
    bounds = list(accumulate(map(len, parts), initial=start))
    return list(zip(bounds[1::2], bounds[2::2], strict=False)), parts[1::2]


def _cut(pattern: re.Pattern[str], words: str) -> list[str]:
    """Gap, word, gap, ..., word, gap: several times as fast as a match for each word."""
    return pattern.split(words)


def _cut_at_times(parts: list[str], start: int, times: list[tuple[int, int]]) -> list[str]:
    """ "on 20 May 300 soldiers": a date ends inside what looks like a grouped figure."""
    cut: list[str] = []
    for part in parts:
        end = start + len(part)
        if len(cut) % 2 and " " in part and any(start < bound < end for span in times for bound in span):
            cut += _cut(_UNSPACED, part)[1:-1]
        else:
            cut.append(part)
        start = end
    return cut


def _next_unit(
    text: str, tokens: list[tuple[int, int]], lows: list[str], i: int, lexicon: Lexicon, units: list[Unit]
) -> int:
    """Add the unit that starts at token i, whatever it is; return the index of the token after it."""
    low = lows[i]
    s, e = tokens[i]
    first = low[0]
    if first.isdigit() or first.isalpha():
        if low in NAMES_IN_CAPITALS and text[s:e].isupper() and not text[s - 12 : s + 12].isupper():
            units.append(Unit("w", s, e, low))
            return i + 1
        if low.endswith(("old", "olds")) and _AGE.search(low):
            units.append(Unit("J", s, e, low, "age"))
            return i + 1
        capital = text[s].isupper() or first.isdigit()
        match = _lookup(lexicon.names if capital else lexicon.common, lows, i)
        if match is None or len(match[0]) == 1:
            quantity = _quantity(lows, i)
            if quantity is not None and not _no_count(text, tokens, lows, quantity, units):
                units.append(_count_unit(tokens, lows, quantity))
                return quantity.last
        phrase = _lookup(lexicon.phrases, lows, i)
        if match is not None and (phrase is None or len(phrase[0]) <= len(match[0])):
            phrase = match
        if phrase is not None:
            j = i + len(phrase[0])
            units.append(Unit(phrase[1], s, tokens[j - 1][1], " ".join(phrase[0]), phrase[2]))
            return j
    units.append(Unit("w" if first.isalnum() else low[0] if len(low) == 1 else "w", s, e, low))
    return i + 1


def _lookup(index: dict[str, tuple[Any, ...]], lows: list[str], i: int) -> Any:
    for row in index.get(lows[i], ()):
        words = row[0]
        length = len(words)
        if length == 1 or tuple(lows[i : i + length]) == words:
            return row
    return None


_PARTICLES: Final = frozenset(("over", "under", "about", "around", "up", "some", "as"))
_PHRASAL: Final = frozenset("handed turned took taken hand handing turn take brought fired flew".split())
_RISEN: Final = frozenset(
    "rose risen rises rising climbed climbs jumped jumps grew grows increased went up down fell "
    "dropped raised revised "
    "corrected moved soared".split()
)


def _rising(lows: list[str], i: int) -> bool:
    """ "climbed from 468 to 487", "rose by six to 97": two figures, not a range."""
    before = lows[max(0, i - 2) : i]
    return bool(before) and (before[-1] == "by" or (before[-1] == "from" and before[0] in _RISEN))


def _quantity(lows: list[str], i: int) -> Quantity | None:
    low = lows[i]
    if not (low[0].isdigit() or "-" in low or (low in COUNTING and may_count(lows, i))):
        return None
    if low == "from" and i and lows[i - 1] in _RISEN:
        return None
    if low in _PARTICLES and i and lows[i - 1] in _PHRASAL:
        return None
    quantity = quantity_at(lows, i)
    if quantity is None or quantity.last <= i:
        return None
    if quantity.qualifier == "range" and _rising(lows, i):
        quantity = single_at(lows, i)
        if quantity is None:
            return None
    if quantity.qualifier == "exact" and quantity.first == i and low == "one":
        following = lows[i + 1] if i + 1 < len(lows) else ""
        if following in ("another", "side", "day", "point"):
            return None
    return quantity


def _no_count(
    text: str, tokens: list[tuple[int, int]], lows: list[str], quantity: Quantity, units: list[Unit]
) -> bool:
    """True for figures that count nothing here: money, shares, ages, road numbers, clock-like things."""
    figure, after = quantity.figure, lows[quantity.last] if quantity.last < len(lows) else ""
    before = lows[figure - 1] if figure else ""
    title = quantity.last < len(tokens) and text[tokens[quantity.last][0]].isupper()
    if before in ("'", '"') and title and text[tokens[figure][0]].isupper():
        return True  # a title: 'Twelve Dead at Hoel'
    if title and after in MONTHS and quantity.value is not None and quantity.value < 32:
        return True  # "on 10 October", where no published date tells the year
    if figure > 2 and before in _TO and lows[figure - 3] in _AGED:
        return True  # "children aged 12 to 17"
    if before in _CURRENCY or before in _BEFORE_LABEL or after in _AFTER_NUMBER:
        return True
    start = tokens[figure][0]
    if (
        start
        and text[start - 1] in "-/.:"
        and figure
        and tokens[figure - 1][1] == start
        and lows[figure - 1].isalnum()
    ):
        return True
    if before == "," and after in (",", ".", "") and quantity.value is not None and 0 < quantity.value < 110:
        # "Jonas Feld, 24, of the 44th Brigade"
        name = text[tokens[figure - 2][0]] if figure > 1 else ""
        return name.isupper() and units[-2].tag == "w" if len(units) > 1 else False
    return False


def _count_unit(tokens: list[tuple[int, int]], lows: list[str], q: Quantity) -> Unit:
    count = Count(q.low, q.high, q.value, q.qualifier)
    count.figure_start, count.figure_end = tokens[q.figure][0], tokens[q.last - 1][1]
    return Unit("N", tokens[q.first][0], tokens[q.last - 1][1], " ".join(lows[q.first : q.last]), count)
