"""Which truce is meant, and what time it is from its first minute. Pure arithmetic on the conflict file."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.article import Article
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.truce_words import TRUCE
from truce_cli.model.conflict import Conflict, Truce

BEFORE: Final = re.compile(
    r"\bbefore (?:the |a |it |any |this )?(?:\w+ ){0,3}(?:truce|cease-?fire|deadline|began|was "
    r"announced|took|came)|"
    r"\bahead of (?:the |a )?(?:\w+ )?(?:truce|cease-?fire|deadline)|\bprior to the (?:truce|cease-?fire)|"
    r"\bthe night before\b|\bhours before\b"
)


def truce_on(conflict: Conflict, day: str) -> Truce | None:
    """The truce in whose window a day or a minute lies; half-open. A day counts for the truce in force at its end."""
    found = None
    for truce in conflict.truces:
        whole_day = len(day) == 10
        started = truce.in_force[:10] <= day if whole_day else _utc(truce.in_force) <= _utc(day)
        end = conflict.truce_end(truce)
        over = end is not None and (day >= end[:10] if len(day) == 10 else _utc(day) >= _utc(end))
        if started and not over:
            found = truce
    return found


def _utc(minute: str) -> str:
    from truce_cli.text.zones import to_utc

    return to_utc(minute)


def named_truce(article: Article, sentence: Sentence) -> Truce | None:
    """The truce that a sentence speaks of: by its date, its broker, its name, else the latest by publication."""
    conflict = article.conflict
    if conflict is None or not conflict.truces:
        return None
    low = sentence.low
    dated = _dated(conflict, sentence)
    if dated is not None:
        return dated
    for truce in conflict.truces:
        if any(alias.lower() in low for alias in truce.aliases if len(alias) > 12 and alias[0].isupper()):
            return truce
    called = [truce for truce in conflict.truces if truce.name.lower() in low]
    if len(called) == 1:
        return called[0]
    latest = latest_truce(article, sentence.told_on)
    brokered = _brokered(conflict, low, latest)
    return brokered or latest


def latest_truce(article: Article, told_on: str | None = None) -> Truce | None:
    """The truce in force, or just agreed, on the publication day; with no date, the only one there is."""
    conflict = article.conflict
    if conflict is None:
        return None
    day = told_on or article.published
    if day is None:
        return conflict.truces[0] if len(conflict.truces) == 1 else None
    known = [t for t in conflict.truces if (t.agreed or t.in_force[:10]) <= day]
    return known[-1] if known else None


def _dated(conflict: Conflict, sentence: Sentence) -> Truce | None:
    """ "took effect on Oct. 10", "the June 5 accord": a date that is a truce's own day."""
    for day in sentence.days:
        if len(day.day) != 10:
            continue
        near = sentence.low[max(0, day.start - 70) : day.end + 40]
        if not TRUCE.search(near):
            continue
        for truce in conflict.truces:
            if truce.in_force[:10] == day.day:
                return truce
    for day in sentence.days:
        near = sentence.low[max(0, day.start - 70) : day.end + 40]
        if len(day.day) == 10 and TRUCE.search(near):
            for truce in conflict.truces:
                if truce.agreed == day.day:
                    return truce
    return None


def _brokered(conflict: Conflict, low: str, latest: Truce | None) -> Truce | None:
    """ "the Varland-brokered truce": the latest truce of that broker that is not later than the one in force."""
    match = re.search(r"([\w.]+)[- ](?:brokered|backed|mediated|sponsored)(?! by)", low) or re.search(
        r"(?:brokered|mediated) by (?:the )?([\w.]+)", low
    )
    if match is None:
        return None
    name = {
        "u.s.": "united states",
        "us": "united states",
        "american": "united states",
        "un": "united nations",
        "russian": "russia",
        "moscow": "russia",
        "french": "france",
    }.get(match.group(1), match.group(1))
    limit = latest.in_force if latest else None
    fitting = [
        t
        for t in conflict.truces
        if any(name in b.lower() for b in t.brokers) and (limit is None or t.in_force <= limit)
    ]
    sole = [t for t in fitting if len(t.brokers) == 1]
    return (sole or fitting)[-1] if fitting else None


def spoken_of_or_held(article: Article) -> bool:
    """True where a text names a truce, or one holds on the day of its publication."""
    return article.names_truce or _held(article)


def _held(article: Article) -> bool:
    conflict, day = article.conflict, article.published
    return conflict is not None and day is not None and truce_on(conflict, day) is not None


def speaks_of_breach(article: Article) -> bool:
    """True where a text names a truce and says that it is broken or shaky, or speaks of breaches while one holds."""
    if article.names_truce:
        return article.names_breach or _held(article)
    return article.names_breach and _held(article) and _BREACH.search(article.marked) is not None


_BREACH: Final = re.compile(
    r"\b(?:breach(?:es)?|violations?|violated)\b(?! of (?:airspace|human|international))"
)


__all__ = [
    "BEFORE",
    "TRUCE",
    "latest_truce",
    "named_truce",
    "speaks_of_breach",
    "spoken_of_or_held",
    "truce_on",
]
