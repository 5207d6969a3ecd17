"""When a count begins and ends, what kind of count it is, and whether it is of another war."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.measures import measure_of
from truce_cli.extract.other_wars import other_war
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.model.conflict import Conflict
from truce_cli.model.words import MEDIA, THIRD
from truce_cli.text.days import DayFound

_WAR: Final = (
    r"(?:war|conflict|fighting|hostilities|violence|clashes|invasion|offensive|crisis|campaign|aggression)"
)


_SINCE_WAR: Final = re.compile(
    rf"since (?:the )?(?:beginning|start|outbreak|onset|first day|early days) of "
    rf"(?:the |this |what \w+ calls? (?:the |its |a )?)?(?:\w+ ){{0,2}}(?:{_WAR}|operation)"
    rf"|since (?:the |this )?(?:latest |renewed |new |current )?{_WAR} (?:began|erupted|started|broke "
    rf"out|resumed|flared|escalated|start)"
    rf"|since (?:they|it) (?:began|erupted|started|broke out)"
    rf"|since (?:the )?{_WAR}\b"
    rf"|(?:in|during|throughout|of) (?:the |this )(?:latest |current |ongoing |renewed |recent |whole |"
    rf"present )?{_WAR}\b"
    rf"|(?:the |this )(?:latest |current |renewed )?{_WAR} (?:has|had|have) (?:so far )?(?:claimed|"
    rf"killed|cost|left)"
    rf"|\b{_WAR} that (?:has|have) (?:killed|left|claimed|cost|displaced|driven)\b"
    r"|\b(?:war|conflict)\b[^.;]{0,70}?(?<! to) (?:has|have) (?:so far |already |also )?"
    r"(?:claimed|killed|cost|left|displaced|driven|wounded|injured|uprooted)\b"
    rf"|\b{_WAR}\b,[^.;]{{0,60}}, (?:has|have) (?:so far )?(?:killed|claimed|cost|left)"
)


_PHASE: Final = re.compile(r"since [^.;,]{0,40}\b(?:ground|incursion|siege)\b")
""" "since the ground offensive began in late October": a month of a phase, not the war's first day."""


_SINCE_VAGUE: Final = re.compile(
    r"since (?:last|this|early|late|earlier this) (?:month|week|year|spring|summer|autumn|winter)"
)
""" "since last month" gives no day to count from."""


_SINCE_TRUCE: Final = re.compile(
    r"since (?:the (?:start|beginning) of )?(?:the |a |this |saturday's |\w+day's )?(?:(?!as\b|dawn\b)\w+ ){0,2}"
    r"(?:truce|ceasefire|cease-fire)|since (?:it|the truce) took (?:hold|effect)"
)


_SPECULATIVE: Final = re.compile(
    r"\b(?:might|may) have\b|\bestimat\w+|\bguess\w*|\bbelieve[sd]? |\bsuggests?\b|\bnearer\b|\bthe "
    r"real number\b|\bprobably\b|\bthe true number\b"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """measure, since, as_of, its basis, and the other war's name. Days are ISO."""

    measure: str
    since: str | None
    as_of: str | None
    as_of_basis: str | None
    other_conflict: str | None
    stated_on: str | None = None


def timing(
    sentence: Sentence, link: Link, speaker: Speaker, frame: Frame | None, carried: str | None = None
) -> Timing:
    """Everything that a claim says of time. carried: day of the statement before, for "also said"."""
    article = sentence.article
    conflict = article.conflict
    clause = _clause(sentence, link)
    other = other_war(sentence, link, clause)
    said, events, since_days, as_of_days = _sorted_days(sentence, link, frame)
    stated = said[-1] if said else None
    own = _own_clause(sentence, link, clause)
    if own is not clause:
        first = sentence.units[link.first].start - sentence.start
        since_days = [d for d in since_days if first <= d.start < first + len(own)]
    compared = _COMPARISON.search(own) if "since" in own or " war" in own or " conflict" in own else None
    if compared is not None:
        own = own[: compared.start()] + own[compared.end() :]
        since_days = [d for d in since_days if not _COMPARED.search(sentence.low, 0, d.start)]
    since, bounded = _since(sentence, own, since_days, conflict, sentence.told_on)
    told = _told_in(sentence, frame)
    window = None if told is not None else _window(sentence, link)
    if window is None and sentence.told_on and _SINCE_MORNING.search(clause):
        window = (sentence.told_on, sentence.told_on)
    if told is not None and stated is None:
        stated = told
    if stated is None and frame is not None and carried and _also(sentence, frame):
        stated = carried
    measure = measure_of(sentence, link, speaker, clause, since, bounded, window is not None, events, other)
    if other:
        return Timing(measure, None, None, None, other)
    if measure == "increment" and not bounded:
        since = None
    if since is None and window is not None:
        since = window[0]
    ranged = next((d.day for d in events if d.kind == "range" and len(d.day) == 10), None)
    if since is None and ranged is not None:
        since = ranged
    if len(events) > 1:
        events = _own_events(sentence, link, events)
    as_of, basis = _as_of(measure, events, as_of_days, stated, window, sentence.told_on, link, speaker)
    if sentence.dated is not None and basis != "stated" and not other:
        as_of, basis = sentence.dated, "stated"
    if since is not None and as_of is not None and since[: len(as_of)] > as_of:
        since = None  # what began later tells of something else
    stated_on = _stated_on(sentence, stated, frame)
    if stated_on is not None and "/" in stated_on:
        as_of, basis = None, None
    return Timing(measure, since, as_of, basis, None, stated_on)


def _clause(sentence: Sentence, link: Link) -> str:
    """Lower-case words of the claim's segment, between semicolons."""
    units = sentence.units
    first = units[link.first].start - sentence.start
    last = units[min(link.last, len(units)) - 1].end - sentence.start
    low = sentence.low
    begin = low.rfind(";", 0, first) + 1
    end = low.find(";", last)
    return low[begin : end if end >= 0 else len(low)]


_MOST: Final = (
    r"(?:\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|fiercest|highest|single|first|only|most [\w-]+)\b"
    r"[^,.;]{0,60}?|\b(?:had|has|have) (?:\w+ly )?(?:held|lasted|prevailed|reigned)) "
    r"(?:since|(?:of|in) (?:the|this) (?:\w+ )?(?:war|conflict)\b)"
)
_COMPARISON: Final = re.compile(rf"{_MOST}[^,;]{{0,90}}")
_COMPARED: Final = re.compile(rf"{_MOST} [^,;]{{0,60}}$")
""" "killing 104, on the deadliest day since the truce took effect": nothing is counted from then."""


_SINCE_MORNING: Final = re.compile(
    r"\bsince (?:dawn|daybreak|sunrise|midnight|noon|(?:this|the early|early) morning)\b"
)


def _own_clause(sentence: Sentence, link: Link, clause: str) -> str:
    """The clause without what a total is only added to: "22 killed since Saturday, taking its toll to 318"."""
    if link.rule != "toll/total" and (raised := _raised_behind(sentence, link)):
        return sentence.low[sentence.units[link.first].start - sentence.start : raised]
    if clause.count("since ") > 1:
        return _to_the_next_since(sentence, link) or clause
    if link.rule != "toll/total" or link.head.count.more:
        return clause
    first = sentence.units[link.first]
    if first.low not in _ADDING:
        return clause
    at = clause.find(first.low + " ")
    return clause[at:] if at > 0 else clause


_RAISING: Final = re.compile(r", (?:bringing|raising|taking|pushing|putting|lifting) (?:the|its|their|to)\b")


def _raised_behind(sentence: Sentence, link: Link) -> int:
    """ "left 116 wounded, raising the toll since the start to 3,243": where a total with its own since begins."""
    match = _RAISING.search(sentence.low, sentence.units[link.last - 1].end - sentence.start)
    return match.start() if match is not None and "since " in sentence.low[match.end() :] else 0


def _to_the_next_since(sentence: Sentence, link: Link) -> str | None:
    """ "211 killed since the truce and 68,643 since October": each figure has the since that stands behind it."""
    low = sentence.low
    first = sentence.units[link.first].start - sentence.start
    own = low.find("since ", sentence.units[link.last - 1].end - sentence.start)
    after = low.find("since ", own + 1)
    return low[first : after if after >= 0 else len(low)] if own >= 0 else None


_ADDING: Final = frozenset(
    "taking bringing raising pushing putting lifting takes brings raises took brought raised pushed".split()
)


def _opens(sentence: Sentence, frame: Frame, day: DayFound) -> bool:
    """ "On Thursday the ministry said": the day before the speaker is that of the statement."""
    if frame.group is None or frame.trailing or day.kind == "month":
        return False
    speaker = sentence.units[frame.group.first].start - sentence.start
    opening = sentence.low[: day.start].strip() in ("on", "late on", "early on", "")
    return opening and 0 <= speaker - day.end <= 6


_ON: Final = frozenset(
    ("", "in", "on", "late on", "late", "early", "early on", "in a statement on", "a briefing on")
)
"""What stands between a verb of speech and the day of the statement."""


def _sorted_days(
    sentence: Sentence, link: Link, frame: Frame | None
) -> tuple[list[str], list[DayFound], list[DayFound], list[DayFound]]:
    """Days of a sentence by their office: of the statement, of the event, after "since", after "as of"."""
    said: list[str] = []
    events: list[DayFound] = []
    since: list[DayFound] = []
    as_of: list[DayFound] = []
    low, units = sentence.low, sentence.units
    verb = units[frame.at].end - sentence.start if frame is not None else -99
    verb_start = units[frame.at].start - sentence.start if frame is not None else -99
    begin = low.rfind(";", 0, units[link.first].start - sentence.start) + 1
    end = low.find(";", units[link.first].start - sentence.start)
    for day in sentence.days:
        if not day.day or not begin <= day.start < (end if end >= 0 else len(low)):
            continue
        before = low[: day.start].rstrip()
        if not link.superseded and _BEFORE_IT.search(before):
            continue
        if before.endswith("since"):
            since.append(day)
        elif before.endswith(
            (
                "as of",
                "as at",
                "by",
                "until",
                "by the end of",
                "to the end of",
                "up to",
                "by the close of",
                "by the start of",
                "by the beginning of",
            )
        ):
            as_of.append(day)
        elif re.search(r"since [^,;]{0,60}$", before):
            since.append(day)
        elif day.kind == "period":
            if frame is not None and abs(day.start - verb) < 12:
                said.append(f"{day.day}/{day.until}")
        elif (
            frame is not None
            and day.kind != "range"
            and (
                (
                    0 <= day.start - verb <= 14
                    and low[verb : day.start].strip() in _ON
                    and (day.kind != "month" or low[verb : day.start].strip() == "in")
                )
                or 0 <= verb_start - day.end <= 2
                or _opens(sentence, frame, day)
                or (frame.trailing and day.start > verb and len(low[verb : day.start]) < 60)
            )
        ):
            said.append(day.day)
        elif day.kind in ("year", "decade"):
            continue
        elif len(day.day) == 10 or day.kind == "month":
            events.append(day)
    return said, events, since, as_of


_BEFORE_IT: Final = re.compile(
    r"\b(?:up|down|risen|rose) from [^.;]{0,40}$|\d(?:st|nd|rd|th) [^.;]{0,34}\bsince$"
)
""" "up from 398 a week ago", "the 413th soldier to die since April": days of other figures."""
_SINCE_IT: Final = re.compile(r"since it (?:began|started|took|came)\b")


def _since(
    sentence: Sentence, clause: str, days: list[DayFound], conflict: Conflict | None, published: str | None
) -> tuple[str | None, bool]:
    """(first day counted, True where the period is bounded: since a truce or a later day than the war's first)."""
    began = conflict.began if conflict else None
    if "since" in clause:
        if _SINCE_VAGUE.search(clause):
            return None, False
        if _SINCE_TRUCE.search(clause) or (sentence.truces and _SINCE_IT.search(clause)):
            day = _truce_day(conflict, days[0].day) if days else None
            return day or _truce_day(conflict, published), True
    if days and len(days[0].day) == 7 and _PHASE.search(clause):
        return None, False
    for named in days:
        if began and (named.day == began or (began.startswith(named.day[:7]) and len(named.day) == 7)):
            return began, False
        if named.day and began and named.day > began and len(named.day) == 10:
            return named.day, True
        if began is None and len(named.day) >= 7:
            return named.day, False
    if _SINCE_WAR.search(clause):
        return began, False
    return None, False


def _truce_day(conflict: Conflict | None, by: str | None) -> str | None:
    """First day of the latest truce in force by a day."""
    if conflict is None:
        return None
    started = [t.in_force[:10] for t in conflict.truces if by is None or t.in_force[:10] <= by]
    return started[-1] if started and by is not None else None


def _told_in(sentence: Sentence, frame: Frame | None) -> str | None:
    """ "said last week": the days of the statement as an ISO interval."""
    if frame is None:
        return None
    verb = sentence.units[frame.at].end - sentence.start
    for window in sentence.windows:
        if 0 <= window.start - verb <= 4 and window.since and window.until:
            return f"{window.since}/{window.until}"
    return None


def _also(sentence: Sentence, frame: Frame) -> bool:
    return any(u.low == "also" for u in sentence.units[max(0, frame.at - 3) : frame.at])


def _window(sentence: Sentence, link: Link) -> tuple[str | None, str | None] | None:
    """Bounded period in the claim's own segment."""
    for window in sentence.windows:
        dated = any(
            d.kind == "date" and d.start <= window.start < d.end for d in sentence.days
        )  # "on May 24 last year"
        after_since = sentence.low[: window.start].rstrip().endswith("since")
        if dated or after_since or _of_another(sentence, link, window.start):
            continue
        if window.since is not None or window.rolling:
            return window.since, window.until
    return None


def _of_another(sentence: Sentence, link: Link, start: int) -> bool:
    """ "40 were killed, the army said, and 30 more overnight": what is said behind a speaker has its own figure."""
    units = sentence.units
    behind = [u for u in units[link.last :] if u.start - sentence.start < start]
    spoken = next((k for k, u in enumerate(behind) if u.tag == "S"), None)
    return spoken is not None and any(u.tag == "N" for u in behind[spoken:])


def _own_events(sentence: Sentence, link: Link, events: list[DayFound]) -> list[DayFound]:
    """ "12 died on Monday, nine on Tuesday": the days that stand behind a count, up to its comma; else all."""
    units, low = sentence.units, sentence.low
    first = units[link.head.first].start - sentence.start
    last = units[max(link.last, link.head.last) - 1].end - sentence.start
    ends = [at for at in (low.find(",", last), low.find(";", last), low.find(" and ", last)) if at >= 0]
    own = [d for d in events if first <= d.start < min(ends, default=len(low))]
    return own or events


def _as_of(
    measure: str,
    events: list[DayFound],
    as_of_days: list[DayFound],
    stated: str | None,
    window: tuple[str | None, str | None] | None,
    published: str | None,
    link: Link,
    speaker: Speaker,
) -> tuple[str | None, str | None]:
    full = [d for d in as_of_days if len(d.day) == 10]
    if full:
        return full[-1].day, "stated"
    if as_of_days and len(as_of_days[-1].day) == 7 and as_of_days[-1].day < (published or "")[:7]:
        return as_of_days[-1].day, "stated"  # "by the start of December"
    days = [d for d in events if len(d.day) == 10]
    if days:
        return (days[-1].until or days[-1].day)[:10], "stated"
    if window is not None and window[1]:
        return window[1], "stated"
    if stated is not None and "/" not in stated:
        return stated, "stated"
    if stated is not None:
        return None, None
    if link.superseded:
        return None, None
    if measure in ("cumulative", "increment") and published:
        return published, "published"
    return None, None


def _stated_on(sentence: Sentence, stated: str | None, frame: Frame | None) -> str | None:
    return stated


def speculative(clause: str, speaker: Speaker) -> bool:
    return bool(_SPECULATIVE.search(clause))


__all__ = ["MEDIA", "THIRD", "Timing", "other_war", "speculative", "timing"]
