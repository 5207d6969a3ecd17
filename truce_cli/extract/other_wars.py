"""Whether a figure is of another war: an earlier year, an earlier war's name, "the first war"."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.text.days import DayFound

_OTHER_WAR: Final = re.compile(
    r"\b(?:first|earlier|previous|last|former|prior|second world|world|1990s|nineties|six-week)"
    r"(?: (?!of\b|the\b|week|day|month|phase|year|hours?\b|since\b)[a-z-]+){0,2} wars?\b(?! dead)|"
    r"\bthe (?:19|20)\d0s (?:war|conflict)"
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
            or day.day[:4] >= began[:4]
            or (day.until and day.until[:4] >= began[:4])
        ):
            continue
        if day.kind in ("year", "range", "decade") or len(day.day) == 4:
            early = day
            break
    named = (
        next((w for w in conflict.other_wars if any(a.lower() in clause for a in (w.name, *w.aliases))), None)
        if conflict
        else None
    )
    if named is not None:
        return named.name
    match = _OTHER_WAR.search(clause)
    if match is None and early is None:
        return None
    own_day = any(comma[0] <= d.start < comma[1] and d.kind in ("weekday", "relative") for d in sentence.days)
    if own_day:
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


def _comma_span(low: str, at: int) -> tuple[int, int]:
    begin = max(low.rfind(",", 0, at), 0)
    end = low.find(",", at)
    return begin, end if end >= 0 else len(low)


def _war_year(low: str, day: DayFound) -> bool:
    """True where an early year dates a war, or a count: "a 1991-94 war", "mines laid since 1998 have killed"."""
    around = low[max(0, day.start - 24) : day.end + 30]
    return bool(re.search(r"\bwar\b|conflict|fighting|since|ceasefire|between", around))


_TRAILING: Final = re.compile(r"(?:\b[A-ZÀ-Þ][\w'’-]+|killed|died|wounded|injured|dead) (?:in|during)$")


def _dates(sentence: Sentence, day: DayFound, at: int) -> bool:
    """True where an earlier year dates the count itself: "In 1993, 600 people ...", "killed in Pell in 1993"."""
    before = sentence.words[: day.start].rstrip()
    if before.lower() in ("in", "during", "back in"):
        return True
    return at < day.start and bool(_TRAILING.search(before)) and "," not in before[at:]
