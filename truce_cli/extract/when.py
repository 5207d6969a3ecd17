"""When an act happened: minute, about, minutes after a truce's start, day, by, unknown; and in which truce."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from truce_cli.extract.article import Article
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.truces import BEFORE, TRUCE, latest_truce, named_truce, speaks_of_breach, truce_on
from truce_cli.model.conflict import Truce
from truce_cli.text.clocks import ClockFound
from truce_cli.text.days import DayFound
from truce_cli.text.zones import local_minute, plus_minutes, to_utc


@dataclass(frozen=True, slots=True)
class Moment:
    """occurred: day or minute with offset, None where unknown. before: an act before the truce began."""

    occurred: str | None
    precision: str
    truce: str | None
    before: bool = False

    @property
    def utc(self) -> str | None:
        return to_utc(self.occurred) if self.occurred and "T" in self.occurred else None


def moment(
    article: Article,
    sentence: Sentence,
    start: int,
    end: int,
    carried: Moment | None,
    said: tuple[int, int],
    after: int = -1,
    anchor: int = -1,
) -> Moment:
    """When the act between two offsets of a sentence happened.

    carried: the moment of the accusation just before, which an undated one goes on from. said: span of the
    speech verb, whose own day is not the act's. after: end of the act before in the same sentence; a time between
    the two is that act's ("firing at X two minutes after the truce, and continued throughout the morning").
    anchor: end of the act's own word, which decides between days that its quote holds.
    """
    conflict = article.conflict
    day = _day(sentence, start, end, said, anchor if anchor >= 0 else start)
    day = day or sentence.dated
    if conflict is None:
        return Moment(day, "day" if day else "unknown", None)
    before = _is_before(sentence, start, end)
    truce = named_truce(article, sentence) if sentence.truces else None
    current = truce or latest_truce(article, sentence.told_on)
    if before:
        return _before(article, sentence, day, current)
    offset = _offset(sentence, start, end, after)
    clock = _clock(sentence, start, end, after)
    if offset is not None and current is not None and (offset[0] is not None or clock is None):
        if offset[0] is not None:
            minute = plus_minutes(current.in_force, offset[0])
            return Moment(minute, "minute", current.slug)
        return Moment(current.in_force[:10], "minutes_after", current.slug)
    if clock is not None and _past_midnight(sentence.low, clock):
        day, clock = day or _single_day(sentence) or sentence.told_on, None
    if clock is not None and day is not None and _ends_day(sentence.low, clock):
        clock = None  # "shortly before midnight on Tuesday" is Tuesday, and no minute
    if clock is not None:
        base = day or (carried.occurred[:10] if carried and carried.occurred else None)
        base = base or _single_day(sentence) or _day_before(sentence) or sentence.told_on
        if base is not None:
            minute = local_minute(base, clock, conflict.timezone)
            inside = truce_on(conflict, minute)
            return Moment(minute, "about" if clock.about else "minute", inside.slug if inside else None)
    if day is not None:
        inside = truce_on(conflict, day)
        return Moment(day, "day", inside.slug if inside else None)
    near = sentence.low[max(0, start - 30) : end + 10]
    if sentence.told_on and ("now " in near or "continues to" in near):
        inside = truce_on(conflict, sentence.told_on)
        return Moment(sentence.told_on, "day", inside.slug if inside else None)
    if any(
        (w.since is not None and truce_on(conflict, w.since) is None) or (w.rolling and w.since is None)
        for w in sentence.windows
    ):
        return Moment(None, "unknown", None)
    if carried is not None:
        return Moment(
            carried.occurred[:10] if carried.occurred else None,
            "day" if carried.occurred else carried.precision,
            carried.truce,
            carried.before,
        )
    if current is not None and (truce is not None or speaks_of_breach(article)):
        return Moment(None, "by", _not_ahead(article, current, sentence.told_on).slug)
    return Moment(None, "unknown", None)


def _not_ahead(article: Article, truce: Truce, day: str | None) -> Truce:
    """The truce that could be broken by publication: the one that held, where the latest one is to begin tomorrow."""
    conflict = article.conflict
    if day is None or conflict is None or truce.in_force[:10] <= day:
        return truce
    return truce_on(conflict, day) or truce


def _before(article: Article, sentence: Sentence, day: str | None, current: object) -> Moment:
    """An act before the truce: its day where the text gives one, or the deadline's own day."""
    low = sentence.low
    if day is not None:
        return Moment(day, "day", None, True)
    truce = current
    if truce is not None and "announc" not in low and "agreed" not in low:
        first = str(getattr(truce, "in_force"))[:10]  # noqa: B009
        if "night before" in low:
            from truce_cli.text.almanac import day_before

            return Moment(day_before(first), "day", None, True)
        if any(
            w in low
            for w in (
                "just before",
                "deadline",
                "minutes before",
                "hours before",
                "an hour before",
                "before the truce began",
            )
        ):
            return Moment(first, "day", None, True)
    return Moment(None, "unknown", None, True)


_AFTER: Final = re.compile(r"\b(?:after|past) $")


def _past_midnight(low: str, clock: ClockFound) -> bool:
    """ "after midnight" tells a day, and no minute."""
    return (clock.hour, clock.minute) == (0, 0) and _AFTER.search(low, 0, clock.start) is not None


_LATE: Final = re.compile(r"\b(?:before|by|until|till|towards?|near|close to) $")


def _weeks(day: DayFound) -> bool:
    """True for "last week": it is no day; a weekend is its first one."""
    return day.until is not None and (date.fromisoformat(day.until) - date.fromisoformat(day.day)).days > 2


def _ends_day(low: str, clock: ClockFound) -> bool:
    return (clock.hour, clock.minute) == (0, 0) and _LATE.search(low, 0, clock.start) is not None


def _is_before(sentence: Sentence, start: int, end: int) -> bool:
    """True where the act's own clause says that it was before the truce."""
    low = sentence.low
    first, last = low.rfind(";", 0, start) + 1, low.find(";", end)
    return bool(BEFORE.search(low, first, last if last > 0 else len(low)))


_LOGGED: Final = re.compile(r"\d{1,2}[:.]\d\d\b")
_RECENT = 4
"""Sentences over which the day of a story is carried to a clock time without a day."""


def _day_before(sentence: Sentence) -> str | None:
    """The one day that a sentence just before tells, which its clock times are of."""
    text, first = sentence.article.text, sentence.article.mates(sentence)[0].start
    if _LOGGED.match(text, first):
        return None  # a line of a log, whose day is its page's
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= _RECENT:
        low, today = earlier.low, earlier.told_on or "9"
        days = {
            d.day
            for d in earlier.days
            if len(d.day) == 10
            and d.day <= today
            and not _of_truce(low, d.start)
            and not low[: d.start].rstrip().endswith(("since", "until"))
        }
        if len(days) == 1:
            return days.pop()
        earlier = earlier.previous
    return None


def _day(sentence: Sentence, start: int, end: int, said: tuple[int, int], anchor: int) -> str | None:
    """The day nearest to the act that is not the statement's, a truce's name or a "since"."""
    best: tuple[tuple[int, int], str] | None = None
    low = sentence.low
    for day in sentence.days:
        if len(day.day) != 10 or _weeks(day):
            continue
        before = low[: day.start].rstrip()
        after = low[day.end : day.end + 24]
        if before.endswith(("since", "until")) or _SINCE.search(before):
            continue
        if TRUCE.match(after.lstrip("'s ").strip()) or after.strip().startswith(
            ("truce", "ceasefire", "accord", "cease-fire")
        ):
            continue
        if (
            said[1]
            and 0 <= day.start - said[1] <= 10
            and not low.startswith("'s", day.end)
            and low[said[1] : day.start].strip() in ("", "on", "late on", "late", "early")
        ):
            continue
        if said[0] and 0 <= said[0] - day.end <= 2 and "," not in low[day.end : said[0]]:
            continue  # "Moru on Monday said"
        if _of_truce(low, day.start):
            continue
        distance = min(abs(day.start - end), abs(start - day.end))
        if day.start <= start <= day.end or start <= day.start <= end:
            distance = 0
        rank = (distance, min(abs(day.start - anchor), abs(anchor - day.end)))
        if best is None or rank < best[0]:
            best = (rank, day.day)
    return best[1] if best else None


_SINCE: Final = re.compile(
    r"\bsince (?:the |a |it |both |they )?[\w' -]{0,40}(?:signed|agreed|announced|began|started|effect|force|reached)"
    r"(?: on)?(?: (?:late|early))?$"
)
""" "19 times since it was signed on" a day."""


def _of_truce(low: str, at: int) -> bool:
    """True where the date is the truce's own: "violated the truce that took effect on Oct. 10"."""
    before = low[max(0, at - 40) : at]
    return any(
        w in before
        for w in (
            "took effect",
            "into force",
            "into effect",
            "truce began",
            "ceasefire began",
            "agreed on",
            "took hold",
            "agreed upon",
            "truce of",
            "ceasefire of",
        )
    )


def _single_day(sentence: Sentence) -> str | None:
    days = {d.day for d in sentence.days if len(d.day) == 10}
    return days.pop() if len(days) == 1 else None


_LEADING: Final = re.compile(r"(?:\band|;|, then)(?: that)? (?:at |by |around |about |from )*$")


def _of_act_before(low: str, start: int, end: int, act: int, after: int) -> bool:
    """True for a time between two acts that is the first one's; "by firing" tells how, not when.

    In "shelled Pell at 6:40 and at 8:15 a drone struck" the second time leads the second act.
    """
    if not 0 <= after <= start < end <= act or low[end:act].lstrip().startswith("by "):
        return False
    return not _LEADING.search(low, after, start)


def _offset(sentence: Sentence, start: int, end: int, after: int) -> tuple[int | None] | None:
    """Minutes from the truce's start told near the act; (None,) for "within minutes"."""
    low = sentence.low
    for found in sentence.offsets:
        if _of_act_before(low, found.start, found.end, start, after):
            continue
        tail = low[found.end : found.end + 70]
        head = low[max(0, found.start - 70) : found.start]
        if found.unit == "hours" and found.minutes is None:
            continue
        if low.endswith("for ", 0, found.start) and "after" in low[found.start : found.end + 8]:
            continue  # "pounded Pell for two hours after the truce began": how long
        if "before" in low[found.start : found.end + 10]:
            continue
        near = tail + head + low[found.start : found.end]
        if (
            TRUCE.search(near)
            or "agreement" in near
            or "took effect" in near
            or "into force" in near
            or "into effect" in near
            or "take effect" in near
            or found.start < 3
        ):
            if min(abs(found.start - end), abs(start - found.end)) < 90 or start <= found.start <= end:
                return (found.minutes,)
    return None


_HEADS_LINE: Final = re.compile(r"(?: ?(?:gmt|utc|local time|[ap]\.?m\.?))? ?[-–—:|] ")


def _clock(sentence: Sentence, start: int, end: int, after: int) -> ClockFound | None:
    """The clock time nearest to the act; a local one before its GMT twin."""
    best: tuple[tuple[bool, int], ClockFound] | None = None
    for clock in sentence.clocks:
        if _of_act_before(sentence.low, clock.start, clock.end, start, after):
            continue
        if end < clock.start and " and that " in sentence.low[end : clock.start]:
            continue  # "had fired at Pell, and that a jet was downed at 12:31"
        if clock.start < 3 and _HEADS_LINE.match(sentence.low, clock.end):
            continue  # "12:47 - Moru says ...": when a live page told it
        before = sentence.low[max(0, clock.start - 60) : clock.start]
        if before.endswith("as of "):
            continue  # up to when a count goes
        if before.endswith((" to ", " until ", " till ")) and any(
            0 <= clock.start - other.end <= 7 for other in sentence.clocks
        ):
            continue  # "from 00:04 to 02:45": when it began
        if (
            any(w in before for w in ("truce began", "took effect", "into force", "truce from", "since "))
            and abs(clock.start - end) > 4
        ):
            continue
        distance = min(abs(clock.start - end), abs(start - clock.end))
        if distance > 110:
            continue
        rank = (clock.zone == "UTC", distance)
        if best is None or rank < best[0]:
            best = (rank, clock)
    return best[1] if best else None
