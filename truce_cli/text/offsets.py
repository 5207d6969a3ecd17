"""Time since a truce's start: "two minutes after the truce took effect". Knows no truce and no clock time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.text.clean import lowered
from truce_cli.text.day_words import number


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetFound:
    """A distance from a truce's first minute: text[start:end] == said, offsets in code points."""

    start: int
    end: int
    minutes: int | None
    """None where no number is given ("within minutes") or only a bound ("within ten minutes")."""
    unit: str
    """ "minutes" or "hours"."""
    said: str


_LINK: Final = re.compile(r"\s{1,3}(?:after|into|past)(?!\w)")
_SINCE: Final = re.compile(r"\s{1,3}(?:later|(?:old\s{1,3})?when)(?!\w)")
_BEGUN: Final = re.compile(
    r"(?:truce|cease-?\s?fire|armistice|pause|deadline|accord|took\s{1,3}effect|into\s{1,3}(?:effect|force))"
    r"(?!.{0,60}(?:agreed|signed|announced|talks|collapsed|expired|lapsed))"
)
""" "It took effect at noon; two minutes later ...", "the truce was nine minutes old when": its start stands before."""
_UNIT: Final = re.compile(
    r"(?<!\w)(?P<unit>minutes?|mins|half-hour|hours?|moments|seconds)(?!\w)(?P<half>\s{1,3}and\s{1,3}a\s{1,3}half)?"
)
_HEDGE: Final = (
    r"(?:(?<!\w)(?:(?P<bound>(?:less|little\s{1,3}more|more)\s{1,3}than|under|over)|just|only|barely|a\s{1,3}mere|merely|scarcely"
    r"|hardly|some|about|around)\s{1,3})?"
)
_AMOUNT: Final = re.compile(
    rf"{_HEDGE}(?:(?<!\w)(?P<hour>a|an|one|[0-9]{{1,2}}|[a-z]{{3,6}})\s{{1,3}}hours?\s{{1,3}}and\s{{1,3}})?"
    r"(?<![\w.,])(?:(?P<part>(?:a\s{1,3}|one\s{1,3})?quarter\s{1,3}of\s{1,3}an|half\s{1,3}an|three[\s-]quarters\s{1,3}of\s{1,3}an|half-an|a\s{1,3}half|half)"
    r"|(?P<plushalf>[0-9]{1,2}|[a-z]{3,6})\s{1,3}and\s{1,3}a\s{1,3}half|(?P<number>[0-9]{1,3}|[a-z]{1,6}(?:-[a-z]{3,5})?))[\s-]+$"
)
_BARE: Final = re.compile(
    rf"{_HEDGE}(?:(?<!\w)(?:(?:a\s{{1,3}})?few|several|many|a\s{{1,3}}couple\s{{1,3}}of|some)\s{{1,3}})?$"
)
_AFTER: Final = re.compile(
    r"(?<!\w)(?P<lead>after|within)\s{1,3}(?:(?:just|only|barely|about|around|some|a|the|first|few|several)\s{1,3}){0,3}$"
)
_TRUCE: Final = re.compile(
    r"(?:truce|cease-?\s?fire|armistice|agreement|accord|deal(?!\w)|deadline|pause|cessation|moratorium"
    r"|took\s{1,3}(?:effect|hold)|(?:came|entered|went|goes)\s{1,3}into\s{1,3}(?:effect|force))"
)
_STARTED: Final = re.compile(
    r"(?:(?:takes?|took|taking)\s{1,3}(?:effect|hold)|into\s{1,3}(?:effect|force)|in\s{1,3}force)"
)
_OTHERWISE: Final = re.compile(
    r"(?:announced|agreed|signed|declared|reached|brokered|broken|collapsed|ended|expired|lapsed|violated|breached|extended|talks)"
)
_ANCHOR: Final = re.compile(r"\s{1,3}([^.;:!?\n]{0,60})")
_IT: Final = re.compile(r"(?:it|that|this)(?!\w)")
_DURATION: Final = re.compile(r"\s{1,3}(?:of|in|for|long|and)(?!\w)")
_OF: Final = re.compile(r"\s{1,3}of(?!\w)")
_PARTS: Final = {"q": 15, "h": 30, "t": 45}
_REACH: Final = 48
_SOON: Final = 12 * 60


def find_offsets(text: str) -> tuple[OffsetFound, ...]:
    """Every distance from a truce's start that the text tells, in order.

    "An hour after the blast" counts from something else and is left out; "within minutes" and, in a text that
    speaks of a truce, "after four minutes" name no start and are kept.
    """
    low = lowered(text)
    if "minute" not in low and "hour" not in low and "moments" not in low and "seconds" not in low:
        return ()
    found: list[OffsetFound] = []
    of_truce = _TRUCE.search(low) is not None
    for match in _UNIT.finditer(low):
        offset = _offset(text, low, match, of_truce)
        if offset is not None and (not found or offset.start >= found[-1].end):
            found.append(offset)
    return tuple(found)


def _offset(text: str, low: str, match: re.Match[str], of_truce: bool) -> OffsetFound | None:
    base, end = max(0, match.start() - _REACH), match.end()
    lead = low[base : match.start()]
    unit = "hours" if match["unit"].startswith("hour") else "minutes"
    amount = _AMOUNT.search(lead)
    minutes = _minutes(amount, match) if amount else None
    if amount is not None and minutes is None:
        amount = None
    if link := _LINK.match(low, end):
        end = link.end()
        if not _from_truce(low, end, link.group().endswith("after")):
            return None
        hedge = _BARE.search(lead)
        start = amount.start() if amount else hedge.start() if hedge else len(lead)
    elif (since := _SINCE.match(low, end)) and amount and _BEGUN.search(low[: match.start()]):
        end, start = since.end(), amount.start()
    else:
        begun = amount.start() if amount else len(lead)
        after = _AFTER.search(lead[:begun])
        if after is None:
            return None
        start = after.start()
        if after["lead"] == "within":
            if minutes is not None and minutes > _SOON:
                # "to withdraw within 72 hours" is a term
                return None
            minutes = None
            if (of := _OF.match(low, end)) and not _from_truce(low, of.end(), True):
                return None
        elif _DURATION.match(low, end) or not of_truce:
            return None
    start += base
    if amount and amount["part"] and minutes is not None and minutes < 60:
        unit = "minutes"
    if amount and amount["bound"]:
        minutes = None
    return OffsetFound(start=start, end=end, minutes=minutes, unit=unit, said=text[start:end])


def _minutes(amount: re.Match[str], match: re.Match[str]) -> int | None:
    """How many minutes the words before a unit make; None where they are no number."""
    extra = 0
    if amount["hour"]:
        hours = number(amount["hour"])
        extra = 60 * hours if hours else 0
    if amount["part"]:
        return extra + _PARTS[amount["part"].removeprefix("a ").removeprefix("one ")[0]]
    if match["unit"] in ("moments", "seconds"):
        return None
    count = number(amount["plushalf"] or amount["number"])
    if count is None:
        return None
    if match["unit"] == "half-hour":
        return 30 * count
    size = 60 if match["unit"].startswith("hour") else 1
    half = size // 2 if amount["plushalf"] or match["half"] else 0
    return extra + count * size + half


def _from_truce(low: str, end: int, may_end: bool) -> bool:
    """True where what follows "after" or "into" is a truce's start, or, if it may, nothing at all."""
    anchor = _ANCHOR.match(low, end)
    words = anchor[1].strip() if anchor else ""
    if not words.strip(" ,)\"'”’"):
        return may_end
    if _STARTED.search(words):
        return True
    return (_TRUCE.search(words) or _IT.match(words)) is not None and not _OTHERWISE.search(words)
