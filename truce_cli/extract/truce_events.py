"""What became of a truce: proposed, agreed, in force, extended, collapsed, ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.truces import TRUCE, latest_truce, named_truce
from truce_cli.model.conflict import Truce
from truce_cli.text.days import DayFound
from truce_cli.text.zones import local_minute

_EVENTS: Final = tuple((event, re.compile(rf"\b(?:{pattern})\b")) for event, pattern in acts.TRUCE_EVENT)
_UNREAL: Final = re.compile(
    r"\b(?:if|could|would|should|urged|call(?:s|ed|ing)? (?:for|on)|hopes? for|"
    r"failed to agree|not agreed|refus\w+ to|must|for a ceasefire|for a truce|"
    r"urgent)\b"
)
_NO_TRUCE: Final = re.compile(
    r"\b(?:agreed to (?:meet|start|seek|exchange|hold|continue)|agree with|signed "
    r"on|joint statement)\b"
)
_REACH: Final = 75


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


def truce_events(sentence: Sentence) -> list[TruceEvent]:
    low = sentence.low
    noun = TRUCE.search(low) or (re.search(r"\b(?:it|guns)\b", low) if _about_truce(sentence) else None)
    if noun is None:
        return []
    found: list[TruceEvent] = []
    for event, pattern in _EVENTS:
        made = _find(sentence, event, pattern)
        if made is not None and not any(f.event == event and f.truce == made.truce for f in found):
            found.append(made)
    return found


def _about_truce(sentence: Sentence) -> bool:
    before = sentence.previous
    return before is not None and before.paragraph == sentence.paragraph and bool(TRUCE.search(before.low))


def _find(sentence: Sentence, event: str, pattern: re.Pattern[str]) -> TruceEvent | None:
    low = sentence.low
    nouns = [m.span() for m in TRUCE.finditer(low)]
    about = _about_truce(sentence)
    for match in pattern.finditer(low):
        near = min((_gap(match.span(), n) for n in nouns), default=999)
        if (
            near > _REACH
            and not (
                about and re.search(r"\b(?:it|which)\b", low[max(0, match.start() - 24) : match.end() + 20])
            )
            and "fell silent" not in match.group()
        ):
            continue
        if not _valid(low, event, match, nouns):
            continue
        article = sentence.article
        truce = _which(sentence, event, match)
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


_PREDICATE_OF_TRUCE: Final = re.compile(
    r"(?:truce|cease-?fire|pause in fighting|armistice|accord|it|which|deal|agreement)s?\b[^.;]{0,60}$"
)


def _valid(low: str, event: str, match: re.Match[str], nouns: list[tuple[int, int]]) -> bool:
    before, after = low[max(0, match.start() - 70) : match.start()], low[match.end() : match.end() + 75]
    words = match.group()
    if _UNREAL.search(low[max(0, match.start() - 26) : match.start()]):
        return False
    if event == "agreed":
        if _NO_TRUCE.search(low[match.start() : match.end() + 18]):
            return False
        if re.match(r"agree|sign|clinch|negotiat|announc", words):
            follows = re.search(r"^[^.;]{0,60}?\b(?:truce|cease-?fire|pause|armistice|accord)", after)
            passive = re.search(
                r"(?:truce|cease-?fire|pause|armistice|accord)s?\b[^.;,]{0,18}\b(?:was|were|is|"
                r",|just|had been|been)?\s*$|(?:truce|cease-?fire), $",
                before,
            )
            if words.startswith("announc"):
                return (
                    bool(re.search(r"(?:truce|cease-?fire)\b[^.;]{0,12}$", before))
                    and "from" not in after[:8]
                    and False
                )
            if follows and re.match(r"\s*(?:on|in|to)? ?(?:\w+ ){0,3}(?:extend|prolong)", after):
                return False
            return bool(follows or passive)
        return True
    if event == "in_force":
        if re.match(r"start|began|begin|effective|from|due|to start|to begin", words):
            has_time = bool(
                re.search(
                    r"^\s*(?:on|at|from|of)?\s*(?:\w+\.? ?\d|noon|midnight|midday|saturday|sunday|"
                    r"monday|tuesday|wednesday|thursday|friday|\d)",
                    after,
                )
            ) or words.startswith("from ")
            of_truce = bool(
                re.search(
                    r"(?:truce|cease-?fire|pause|accord|armistice)\"?,?”? (?:that |which )?(?:is |"
                    r"was |due |to )?$",
                    before,
                )
            )
            return (
                of_truce and has_time
                if not words.startswith("from ")
                else bool(re.search(r"(?:truce|cease-?fire)\b[^.;]{0,40}$", before))
            )
        if words.startswith(("announced from", "is announced from")):
            return True
        if re.search(
            r"\b(?:supposed to|due to|was to|were to|before it|until it|when it)\b[^.;]{0,10}$", before
        ):
            return "supposed to" not in before[-24:] or True
        return True
    if event == "extended":
        return bool(
            re.search(r"\b(?:truce|cease-?fire|pause|it|accord)\b", before[-50:] + " | " + after[:40])
        ) and not re.search(
            r"renewed fighting|renewed clashes|renewed hostilities|renewed the|renewed for",
            words + after[:18],
        )
    if event == "collapsed":
        if re.search(
            r"\b(?:began|begun|starting|started|beginning|about|risks?|threatens?|threatened) "
            r"(?:to )?$",
            before,
        ):
            return False
        return (
            bool(_PREDICATE_OF_TRUCE.search(before))
            or bool(re.match(r"\s*of (?:the|a) [\w -]{0,24}(?:truce|cease-?fire)", after))
            or "fail" in words
            or "not last" in words
        )
    if event == "proposed":
        return bool(re.search(r"^[^.;]{0,40}\b(?:truce|cease-?fire|pause in fighting|pause)", after)) or bool(
            re.search(r"(?:truce|cease-?fire|pause)\b[^.;]{0,14}$", before)
        )
    return bool(re.search(r"(?:truce|cease-?fire)\b[^.;]{0,30}$", before)) and not re.search(
        r"due to $|will $|to $", before
    )


def _first_war(sentence: Sentence) -> bool:
    """True for the ceasefire of an earlier war: "a ceasefire agreed in 1994"."""
    conflict = sentence.article.conflict
    if conflict is None:
        return False
    return any(
        d.kind in ("year", "range", "decade") and d.day[:4] < conflict.began[:4] for d in sentence.days
    ) or bool(re.search(r"\b19\d\d\b", sentence.low))


def _which(sentence: Sentence, event: str, match: re.Match[str]) -> Truce | None:
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
    return named_truce(sentence.article, sentence) or latest_truce(sentence.article)


def _days_near(sentence: Sentence, match: re.Match[str]) -> list[DayFound]:
    days = [d for d in sentence.days if len(d.day) == 10 and d.kind != "range"]
    return sorted(days, key=lambda d: min(abs(d.start - match.end()), abs(match.start() - d.end)))


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
        (d.day for d in near if abs(d.start - match.end()) < 60 or abs(match.start() - d.end) < 60), None
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
