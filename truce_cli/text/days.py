"""Days, months and years in a text, resolved against publication. Knows no claim and no clock."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Final

from truce_cli.text.almanac import as_date
from truce_cli.text.clean import lowered
from truce_cli.text.day_dates import dates
from truce_cli.text.day_joins import joined
from truce_cli.text.day_parts import Mention, Point
from truce_cli.text.day_reading import point, reading, settled
from truce_cli.text.day_relatives import relatives
from truce_cli.text.day_words import MONTHS
from truce_cli.text.day_years import numeric, years
from truce_cli.text.time_words import RELATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFound:
    """A day, month, year or span that a text names: text[start:end] == said, offsets in code points."""

    start: int
    end: int
    day: str
    """As precise as said: "2020-10-10", "2020-10", "2020"; the first one of a span."""
    until: str | None
    """The last one of a span, inclusive; None for a single day, month or year."""
    kind: str
    """date, weekday, relative, month, year, range, period ("last week"), decade."""
    said: str


_YEAR: Final = re.compile(r"(?:1[89]|2[01])[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def find_days(
    text: str, published: str | None, *, order: str | None = None, words: Set[str] | None = None
) -> tuple[DayFound, ...]:
    """Everything in the text that names a day, month or year, in order and without overlaps.

    published: ISO day, or None where it is not known; then only what says its year is found.
    order: "DMY" or "MDY" decides 01/02/2024; None leaves it out, since either reading is possible.
    words: the text's words in lower case, without digits and marks, where the caller has them.

    A weekday is the latest one on or before publication. A date without a year is the latest one, or one of
    the next 40 days. "Earlier in the day" and "the day before" count from publication: the caller may know a
    better day to count from.
    """
    found = _mentions(text, words)
    if not found:
        return ()
    base = as_date(published)
    found = [settled(mention, base) for mention in found]

    def weekday_of(said: Point) -> int | None:
        day = point(said, base)
        return date.fromisoformat(day).weekday() if day and len(day) == 10 else None

    days = []
    for mention in joined(text, found, weekday_of):
        read = reading(mention, base, order)
        if read is not None:
            start, end = mention.start, mention.end
            day, until, kind = read
            days.append(DayFound(start=start, end=end, day=day, until=until, kind=kind, said=text[start:end]))
    return tuple(days)


def _mentions(text: str, words: Set[str] | None) -> list[Mention]:
    """Every mention in order; of two that overlap the earlier one, then the longer one."""
    low = lowered(text)
    found: list[Mention] = []
    if words is None:
        words = frozenset(_WORD.findall(low))
    if _YEAR.search(low):
        found += numeric(low)
        found += years(low)
    # to look for words is far cheaper than a pattern, and most sentences name no day
    if not MONTHS.keys().isdisjoint(words):
        found += dates(text, low)
    if not RELATIVE.isdisjoint(words):
        found += relatives(text, low)
    if len(found) < 2:
        return found
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept = found[:1]
    for mention in found[1:]:
        if mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
