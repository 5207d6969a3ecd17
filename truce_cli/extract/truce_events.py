"""What became of a truce: proposed, agreed, in force, extended, collapsed, ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.event_checks import LAID_DOWN, valid
from truce_cli.extract.sentence import TRUCES, Sentence
from truce_cli.extract.truce_words import DEAL_WORDS
from truce_cli.extract.truces import latest_truce, named_truce, truce_on
from truce_cli.model.conflict import Truce
from truce_cli.text.alternation import beginnings
from truce_cli.text.days import DayFound
from truce_cli.text.word_gates import gate
from truce_cli.text.zones import local_minute

_EVENTS: Final = tuple(
    (event, re.compile(rf"\b(?:{pattern})\b"), gate(stems=beginnings(pattern)))
    for event, pattern in acts.TRUCE_EVENT
)
"""Event, its words, and the gate of what one word of each of them begins with."""
_REACH: Final = 75
_SUBJECT_REACH: Final = 130
_BEGAN: Final = re.compile(r"t[ao]\w+ (?:effect|hold)|c[ao]me?s? into|enter\w* into")
"""Verbs that little but a truce is the subject of, however long its appositions are."""


@dataclass(slots=True)
class TruceEvent:
    sentence: Sentence
    start: int
    end: int
    event: str
    truce: str | None
    at: str | None
    precision: str
    brokers: tuple[str, ...]


def truce_events(sentence: Sentence, carried: str | None = None) -> list[TruceEvent]:
    """What a sentence says became of truces. carried: slug of the truce spoken of just before, for "it collapsed"."""
    low = sentence.low
    nouns = list(sentence.truces) or _deals(sentence, carried)
    if not nouns and (sentence.lacks(_GOING_ON) or not re.search(r"\b(?:it|guns)\b", low)):
        return []
    about = (not nouns or "it" in low or "which" in low) and _about_truce(sentence)
    if not nouns and not about:
        return []
    found: list[TruceEvent] = []
    for event, pattern, words in _EVENTS:
        if sentence.lacks(words):
            continue
        made = _find(sentence, event, pattern, carried, nouns, about)
        if made is not None and not any(f.event == event and f.truce == made.truce for f in found):
            found.append(made)
    return [] if found and _of_many(sentence) else found


_DEAL: Final = re.compile(
    r"\b(?:agreement|deal)\b(?: to (?:stop|halt|end) (?:the )?(?:fighting|shooting|hostilities))?|"
    rf"\b{LAID_DOWN}\b"
)


def _deals(sentence: Sentence, carried: str | None) -> list[tuple[int, int]]:
    """ "The agreement was reached on July 22": a deal is a truce where its day is a truce's own, or where one that ends
    the fighting was just spoken of."""
    article = sentence.article
    if sentence.lacks(_OF_DEALS) or article.conflict is None or not article.of_war:
        return []
    found = [m.span() for m in _DEAL.finditer(sentence.low)]
    if not found:
        return []
    before = sentence.previous
    told = carried is not None and before is not None and (before.truces or _DEAL.search(before.low))
    own = {day for t in article.conflict.truces for day in (t.agreed, t.in_force[:10])}
    return found if told or any(d.day in own for d in sentence.days) else []


_OF_DEALS: Final = gate(DEAL_WORDS)
_GOING_ON: Final = gate(frozenset(("it", "guns")))
OF_TRUCES: Final = TRUCES | _OF_DEALS | _GOING_ON
"""A word of these stands in each sentence that tells what became of a truce."""


def _of_many(sentence: Sentence) -> bool:
    """ "More than 20 cease-fires have been announced, all of which collapsed": of none of the file's own."""
    conflict = sentence.article.conflict
    if conflict is None or not sentence.truces:
        return False
    known = len(conflict.truces)
    units = sentence.units
    return any(
        u.tag == "N"
        and (u.data.low or 0) > known
        and any(w.low.rstrip("s") in _MANY for w in units[k + 1 : k + 4])
        for k, u in enumerate(units)
    )


_MANY: Final = frozenset(("truce", "ceasefire", "cease-fire", "armistice"))


def _about_truce(sentence: Sentence) -> bool:
    before = sentence.previous
    for _ in range(3):
        if before is None or before.paragraph != sentence.paragraph:
            return False
        if before.truces:
            return True
        before = before.previous
    return False


def _find(
    sentence: Sentence,
    event: str,
    pattern: re.Pattern[str],
    carried: str | None,
    nouns: list[tuple[int, int]],
    about: bool,
) -> TruceEvent | None:
    """nouns: spans of words for a truce; about: one was spoken of just before."""
    low = sentence.low
    for match in pattern.finditer(low):
        near = min((_gap(match.span(), n) for n in nouns), default=999)
        if (
            near > (_SUBJECT_REACH if _BEGAN.match(match.group()) else _REACH)
            and not (
                about and re.search(r"\b(?:it|which)\b", low[max(0, match.start() - 24) : match.end() + 20])
            )
            and "fell silent" not in match.group()
        ):
            continue
        if not valid(low, event, match, nouns):
            continue
        article = sentence.article
        truce = _which(sentence, event, match, None if nouns else carried)
        if truce is None and event not in ("proposed",):
            if article.conflict is not None:
                continue
        if event == "proposed":
            truce = None
        if truce is not None and _first_war(sentence):
            continue
        at, precision = _when(sentence, event, match, truce)
        start, end = _quote(sentence, match, nouns)
        return TruceEvent(
            sentence,
            start,
            end,
            event,
            truce.slug if truce else None,
            at,
            precision,
            truce.brokers if truce else (),
        )
    return None


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _first_war(sentence: Sentence) -> bool:
    """True for the ceasefire of an earlier war: "a ceasefire agreed in 1994"."""
    conflict = sentence.article.conflict
    if conflict is None:
        return False
    return any(
        d.kind in ("year", "range", "decade") and d.day[:4] < conflict.began[:4] for d in sentence.days
    ) or bool(re.search(r"\b19\d\d\b", sentence.low))


def _which(sentence: Sentence, event: str, match: re.Match[str], carried: str | None) -> Truce | None:
    conflict = sentence.article.conflict
    if conflict is None:
        return None
    near = _days_near(sentence, match)
    for day in near:
        for truce in conflict.truces:
            if (event == "in_force" and truce.in_force[:10] == day.day) or (
                event == "agreed" and truce.agreed == day.day
            ):
                return truce
    for truce in conflict.truces:
        for day in near:
            if truce.in_force[:10] == day.day:
                return truce
    if event in ("collapsed", "extended", "ended") and near:
        low, today = sentence.low, sentence.told_on or "9"
        past = [d for d in near if d.day <= today and not _UP_TO.search(low[max(0, d.start - 8) : d.start])]
        told = next((d for d in past if d.start >= match.end()), next(iter(past), None))
        inside = truce_on(conflict, told.day) if told is not None else None
        if inside is not None:
            return inside
    if carried is not None:
        return conflict.truce(carried)
    found = named_truce(sentence.article, sentence) or latest_truce(sentence.article, sentence.told_on)
    if (
        found is not None
        and event in ("agreed", "in_force")
        and near
        and not any(_of(found, d) for d in near)
    ):
        return None  # a truce that the file does not know
    return found


_MONTH: Final = 31


def _of(truce: Truce, day: DayFound) -> bool:
    """True where a day lies within a month of a truce's beginning."""
    told = date.fromisoformat(day.day)
    begun = {date.fromisoformat(own) for own in (truce.agreed, truce.in_force[:10]) if own and len(own) == 10}
    return any(abs((told - own).days) <= _MONTH for own in begun)


def _days_near(sentence: Sentence, match: re.Match[str]) -> list[DayFound]:
    days = [d for d in sentence.days if len(d.day) == 10 and d.kind != "range"]
    if not days:
        return _heading(sentence)
    low = sentence.low
    return sorted(
        days,
        key=lambda d: (
            _elsewhere(low, d, match),
            min(abs(d.start - match.end()), abs(match.start() - d.end)),
        ),
    )


def _elsewhere(low: str, day: DayFound, match: re.Match[str]) -> bool:
    """True for a day of another clause: "due to lapse on Tuesday, was extended"; not for one that opens the sentence,
    nor for a participle: "gave it a new lease of life on Monday, prolonging it"."""
    if match.group().endswith("ing"):
        return False
    return 12 < day.start < match.start() and "," in low[day.end : match.start()]


def _heading(sentence: Sentence) -> list[DayFound]:
    """The day that stands alone at the head of a sentence's paragraph: "October 12. A ceasefire starts at 2 p.m."."""
    head = sentence.article.mates(sentence)[0]
    if head is sentence or len(head.words) > 24 or len(head.days) != 1 or len(head.days[0].day) != 10:
        return []
    return list(head.days)


_OF_ITS_OWN: Final = re.compile(r" (?:truce|cease-?fire|accord|armistice|pause|agreement|deal)\b")
""" "the collapse of the June 14 truce": the truce's day, not the collapse's."""
_UP_TO: Final = re.compile(r"\b(?:until|till|through|to|by) $")
"""Before the day to which a truce is extended, which is not the day on which it was."""


def _when(
    sentence: Sentence, event: str, match: re.Match[str], truce: Truce | None
) -> tuple[str | None, str]:
    conflict = sentence.article.conflict
    near = _days_near(sentence, match)
    low = sentence.low
    if event in ("agreed", "in_force") and truce is not None:
        own = truce.agreed if event == "agreed" else truce.in_force[:10]
        day = next((d.day for d in near if d.day == own), None)
        if event == "in_force":
            clock = next((c for c in sentence.clocks if abs(c.start - match.end()) < 60), None)
            if clock is not None and conflict is not None:
                minute = local_minute(day or truce.in_force[:10], clock, conflict.timezone)
                if minute == truce.in_force[:16] + truce.in_force[16:]:
                    return minute, "minute"
                return (day or None), "day"
            if day is None and near and near[0].day > truce.in_force[:10]:
                return None, "unknown"
        if day is not None:
            return day, "day"
        identical = re.search(r"one week later|a day earlier|hours earlier", low)
        if event == "agreed" and identical and truce.agreed:
            return truce.agreed, "day"
        return None, "unknown"
    day = next(
        (
            d.day
            for d in near
            if (0 <= d.start - match.end() < 90 or abs(match.start() - d.end) < 60)
            and not _elsewhere(low, d, match)
            and not _OF_ITS_OWN.match(low, d.end)
            and not (event == "extended" and _UP_TO.search(low[max(0, d.start - 8) : d.start]))
        ),
        None,
    )
    if day is not None:
        return day, "day"
    return None, "unknown"


def _quote(sentence: Sentence, match: re.Match[str], nouns: list[tuple[int, int]]) -> tuple[int, int]:
    spans = [n for n in nouns if _gap(match.span(), n) <= _REACH]
    closest = min(spans, key=lambda n: _gap(match.span(), n)) if spans else match.span()
    start, end = min(match.start(), closest[0]), max(match.end(), closest[1])
    times = [(t.start, t.end) for t in sentence.days] + [(t.start, t.end) for t in sentence.clocks]
    for first, last in sorted(times):
        if 0 <= first - end <= 12:
            end = max(end, last)
    return sentence.start + start, sentence.start + end
