"""Whether a figure is of another war: an earlier year, an earlier war's name, "the first war"."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames
from truce_cli.text.days import DayFound

_OTHER_WAR: Final = re.compile(
    r"\b(?:first|earlier|previous|last|former|prior|second world|world|1990s|nineties|six-week)"
    r"(?: (?!of\b|the\b|week|day|month|phase|year|hours?\b|since\b)[a-z-]+){0,2} wars?\b(?! dead)|"
    r"\bthe (?:19|20)\d0s (?:war|conflict)"
)


_OF_A_YEAR: Final = re.compile(
    r"\bthe ((?:19|20)\d\d) (?:[\w'-]+ ){0,4}?(?:bombings?|attacks?|massacre|siege|hijacking|uprising|invasion|war|"
    r"raid) (?:that |which |had |has )?(?:killed|left|claimed|cost)\b"
)
""" "the 1983 barracks bombing killed 241": an act of before the war, by the year in its name."""
_SINCE: Final = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|highest|first|most [\w-]+)\b"
    r"[^.;]{0,60}? since [^,;]{0,60}$"
)


def other_war(sentence: Sentence, link: Link, clause: str) -> str | None:
    """Name of the other war that a figure belongs to; "another war" where the file does not know it."""
    conflict = sentence.article.conflict
    began = conflict.began if conflict else None
    units = sentence.units
    at = units[link.head.unit].start - sentence.start
    comma = _comma_span(sentence.low, at)
    early: DayFound | None = None
    for day in sentence.days:
        if (
            began is None
            or not day.day
            or not _before(day.day, began)
            or (day.until and not _before(day.until, began))
        ):
            continue
        if _SINCE.search(sentence.low, 0, day.start):
            continue  # "the first time since 2021"
        if day.kind in ("year", "range", "decade", "month") or (
            day.kind == "date" and day.day[:4] < began[:4]
        ):
            early = day
            break
    for alias, name in sentence.article.lexicon.other_wars:
        if alias in clause:
            apart = alias not in sentence.low[slice(*comma)]
            return None if apart and (_own_day(sentence, comma) or _own_window(sentence, comma)) else name
    dated = began is not None and ("the 1" in clause or "the 2" in clause)
    if began is not None and dated and (past := _OF_A_YEAR.search(clause)) and past[1] < began[:4]:
        war = (
            next((w for w in conflict.other_wars if w.began[:4] <= past[1] <= w.ended[:4]), None)
            if conflict
            else None
        )
        return war.name if war is not None else "another war"
    match = _OTHER_WAR.search(clause)
    if match is None and early is None:
        return _told_on(sentence, began)
    if _own_day(sentence, comma):
        return None
    if early is not None and conflict is not None:
        war = next(
            (
                w
                for w in conflict.other_wars
                if w.began[:4] <= (early.until or early.day)[:4] and early.day[:4] <= w.ended[:4]
            ),
            None,
        )
        if match is None and not _war_year(sentence.low, early) and not _dates(sentence, early, at):
            return None
        return war.name if war is not None else "another war"
    if match is not None and conflict is not None:
        return conflict.other_wars[0].name if conflict.other_wars else "another war"
    return "another war" if match is not None else None


def _own_day(sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "At the memorial to that war's dead, a bomb killed five on Monday": a day of now between the commas."""
    return any(span[0] <= d.start < span[1] and d.kind in ("weekday", "relative") for d in sentence.days)


def _own_window(sentence: Sentence, span: tuple[int, int]) -> bool:
    """ "the names of 37 soldiers killed this week"."""
    return any(span[0] <= w.start < span[1] for w in sentence.windows)


def _comma_span(low: str, at: int) -> tuple[int, int]:
    begin = max(low.rfind(",", 0, at), 0)
    end = low.find(",", at)
    return begin, end if end >= 0 else len(low)


def _war_year(low: str, day: DayFound) -> bool:
    """True where an early year dates a war, or a count: "a 1991-94 war", "mines laid since 1998 have killed"."""
    around = low[max(0, day.start - 70) : day.end + 40]
    return bool(_WAR_WORDS.search(around)) or bool(
        re.search(r"\bsince\b", low[max(0, day.start - 24) : day.end + 30])
    )


_WAR_WORDS: Final = re.compile(
    r"\bwar\b|conflict|fighting|ceasefire|truce\b|between|clashes|flare-up|violence|battle|uprising|revolt\b|rebellion|"
    r"revolution\b|massacre|siege\b|invasion|genocide|famine"
)


def _before(day: str, began: str) -> bool:
    """True for a day, month or year that is over when a war begins."""
    return day[: len(began)] < began[: len(day)]


_NOW: Final = re.compile(r"\b(?:has|have|now|since|so far|current|latest|this (?:week|month|year))\b")


def _told_on(sentence: Sentence, began: str | None) -> str | None:
    """ "They fought a war in 1988-94. Tens of thousands died.": a sentence without a time goes on with that war."""
    conflict, before = sentence.article.conflict, sentence.previous
    if conflict is None or began is None or before is None or before.paragraph != sentence.paragraph:
        return None
    if sentence.days or sentence.clocks or sentence.windows or _NOW.search(sentence.low):
        return None
    if len(before.days) != 1 or frames(sentence):
        return None
    day = before.days[0]
    if not _before(day.until or day.day or began, began) or day.kind not in ("year", "range", "decade"):
        return None
    if not re.search(r"\bwars?\b|conflict", before.low):
        return None
    first, last = day.day[:4], (day.until or day.day)[:4]
    war = next((w for w in conflict.other_wars if w.began[:4] <= last and first <= w.ended[:4]), None)
    return war.name if war is not None else "another war"


_TRAILING: Final = re.compile(r"(?:\b[A-ZÀ-Þ][\w'’-]+|killed|died|wounded|injured|dead) (?:in|during)$")


def _dates(sentence: Sentence, day: DayFound, at: int) -> bool:
    """True where an earlier year dates the count itself: "In 1993, 600 people ...", "killed in Pell in 1993"."""
    before = sentence.words[: day.start].rstrip()
    if before.lower() in ("in", "during", "back in"):
        return True
    return at < day.start and bool(_TRAILING.search(before)) and "," not in before[at:]
