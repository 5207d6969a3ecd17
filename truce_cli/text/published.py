"""The day of publication: weighs what the page, its address and its words say. Never asks the clock.

Best first: what a person gave, front matter, meta tags, a date line, the page's own address, its lead
picture's address, and last the days that the text itself names. What cannot be told stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from truce_cli.text.written_days import (
    DAY,
    Day,
    Written,
    both_readings,
    find_days,
    find_written,
    iso_day,
    parse_day,
    url_day,
)

_HEAD_PARTS: Final = 12
_TAIL_PARTS: Final = 6
_LONGEST_LINE: Final = 140
_FIGURE: Final = re.compile(r"\d")
_LABEL: Final = re.compile(
    r"(?:first |originally |date )?(?P<what>posted|published|publication date|released|issued|date|"
    r"опубликовано|публикация|дата|publié le|veröffentlicht am|yayınlanma tarihi|"
    r"(?:last )?(?:updated|modified))(?: on| at)?\s*[:|-]?\s+(?P<when>\S.{4,80})",
    re.IGNORECASE,
)
_WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BARE: Final = re.compile(
    rf"(?:\b\w{{3,6}}day,? )?(?:\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?,? )?{DAY}"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?)?(?: ?\(?[A-Z]{2,5}(?:[+-]\d+)?\)?)?\.?",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    rf"(?P<place>[A-Z][A-Z .,'’/-]{{2,40}}?),? (?P<when>(?i:{DAY}))\s?(?:[-–—,.:/(]|\Z)"
)
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(name.capitalize() for name in _WEEKDAY_NAMES)})\b")
_OTHER_WEEK: Final = re.compile(r"\b(last|next) \Z", re.IGNORECASE)
_DATED: Final = re.compile(rf",? (?:{DAY})", re.IGNORECASE)
# Words before a day that put it outside the reporter's present: what is to come, what began long ago.
_NOT_NOW: Final = re.compile(
    r"\b(until|till|will|again|next|upcoming|scheduled|due|expected|planned|since|began|started|erupted|"
    r"broke out|by)\b[^.!?\n]{0,60}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about a page beside its text.

    front_matter, meta: (name of the field, value as written), best first. urls: addresses of the page itself;
    images: of its own pictures. fetched: day or minute on which it was taken; nothing was published after it.
    """

    given: str | None = None
    front_matter: tuple[tuple[str, str], ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    urls: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """day: ISO. basis: given, front_matter, meta, dateline, url, image_path, text. note: its words.

    All None where the day could not be found.
    """

    day: str | None = None
    basis: str | None = None
    note: str | None = None


def find_published(text: str, evidence: Evidence) -> Published:
    """The best day of publication that the evidence and the text give.

    text: paragraphs parted by blank lines. A day after `fetched` is no candidate, unless a person gave it.
    """
    if evidence.given and iso_day(evidence.given):
        return Published(iso_day(evidence.given), "given", evidence.given)
    fetched = iso_day(evidence.fetched or "")
    # local days run ahead of UTC by up to 14 hours
    limit = (date.fromisoformat(fetched) + timedelta(days=1)).isoformat() if fetched else "9999"
    for found in _candidates(text, evidence, limit):
        if found.day is not None and found.day <= limit:
            return found
    return Published(note=_doubt(evidence))


def _doubt(evidence: Evidence) -> str | None:
    """Why the page's own date tells no day, where it is one that reads both ways."""
    for name, value in (*evidence.front_matter, *evidence.meta):
        readings = both_readings(value)
        if readings is not None:
            return f"{name}: {value} is {readings[0]} or {readings[1]}"
    return None


def _candidates(text: str, evidence: Evidence, limit: str) -> Iterator[Published]:
    for basis, fields in (("front_matter", evidence.front_matter), ("meta", evidence.meta)):
        for name, value in fields:
            yield Published(parse_day(value), basis, f"{name}: {value}")
    written = find_written(text)
    base = _base(written, evidence)
    yield from _date_lines(text, base)
    for url in evidence.urls:
        yield Published(url_day(url), "url", url)
    for image in evidence.images:
        day = url_day(image)
        # an older picture illustrates many a later article
        if day and all(found.day <= day for found in _present(text, written, day, limit)):
            yield Published(day, "image_path", image)
    yield _from_text(text, written, base, limit)


def _base(written: Sequence[Written], evidence: Evidence) -> str | None:
    """A day near publication, to tell years by: the latest that the text writes in full, else the page's."""
    latest = max((found.day for found in find_days(written, None)), default=None)
    return latest or next(filter(None, map(url_day, evidence.urls)), None) or iso_day(evidence.fetched or "")


def _date_lines(text: str, base: str | None) -> Iterator[Published]:
    """Lines such as "Posted: October 26, 2020" at head or foot, a line that is only a date, a dateline."""
    parts = text.split("\n\n")
    near = parts[:_HEAD_PARTS] + parts[max(_HEAD_PARTS, len(parts) - _TAIL_PARTS) :]
    pieces = "\n".join(near).replace("|", "\n").replace("•", "\n").replace("·", "\n").split("\n")
    # what has no figure tells no day
    lines = [piece.strip() if _FIGURE.search(piece) else "" for piece in pieces]
    labelled = [found for line in lines if len(line) <= _LONGEST_LINE and (found := _LABEL.match(line))]
    labelled.sort(key=lambda found: found["what"].lower().endswith(("updated", "modified")))
    for found in labelled:
        yield Published(parse_day(found["when"], base), "dateline", found[0])
    for line in lines[:_HEAD_PARTS]:
        if _BARE.fullmatch(line):
            yield Published(parse_day(line, base), "dateline", line)
        dateline = _DATELINE.match(line)
        if dateline:
            yield Published(parse_day(dateline["when"], base), "dateline", dateline[0])


def _from_text(text: str, written: Sequence[Written], base: str | None, limit: str) -> Published:
    """The latest day that the text names as its present, where the weekdays it speaks of agree."""
    latest = max(
        _present(text, written, base, limit), key=lambda found: (found.day, found.has_year), default=None
    )
    if latest is None:
        return Published()
    weekday = date.fromisoformat(latest.day).weekday()
    spoken = [
        _WEEKDAY_NAMES.index(found[1].lower())
        for found in _WEEKDAY.finditer(text)
        if not _OTHER_WEEK.search(text[max(0, found.start() - 6) : found.start()])
        and not _DATED.match(text, found.end())
    ]
    # the first weekday of a report is the day of its news: that of publication, or the one before
    agrees = weekday in spoken and (weekday - spoken[0]) % 7 <= 1 if spoken else latest.has_year
    return Published(latest.day, "text", latest.words) if agrees else Published()


def _present(text: str, written: Sequence[Written], base: str | None, limit: str) -> list[Day]:
    return [
        day
        for day in find_days(written, base)
        if day.day <= limit and not _NOT_NOW.search(text[max(0, day.start - 80) : day.start])
    ]
