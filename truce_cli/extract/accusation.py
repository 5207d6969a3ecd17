"""An accusation as found: its quote, its act, its place, its count. Decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.act_words import Act, act_end, act_kind
from truce_cli.extract.acts import WEAPON_ACT
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Count, Unit
from truce_cli.extract.when import Moment
from truce_cli.extract.where import place_of_act
from truce_cli.text.numbers import plain_number


@dataclass(slots=True)
class Violation:
    """An accusation as found. start, end: document offsets of the quote."""

    sentence: Sentence
    start: int
    end: int
    speaker: Speaker
    accused: str | None
    accused_side: str | None
    act: str
    moment: Moment
    rule: str
    place: str | None = None
    low: int | None = None
    high: int | None = None
    value: int | None = None
    unit: str | None = None
    qualifier: str | None = None
    value_text: str | None = None
    act_end: int = -1
    """End of the act's own words, counted from the sentence's start."""


def made(
    sentence: Sentence,
    act: Act,
    speaker: Speaker,
    unit: Unit | None,
    side: str,
    rule: str,
    near: bool = False,
) -> Violation:
    """near: quote the act alone, where its subject stands with an act before it."""
    text = sentence.article.text
    broken = act.act == "violation" and (
        _how_often(sentence, act.end) is not None
        or _BREACHES.search(sentence.low, act.start, act.start + 130)
    )
    kind = "violation" if broken else act_kind(sentence, act)
    start = sentence.start + act.start
    if (
        unit is not None
        and not near
        and 0 < start - unit.start < 130
        and ": " not in text[unit.start : start]
    ):
        start = unit.start
    elif act.noun and (near or unit is None):
        start -= len(_COUNT_BEFORE.search(sentence.low, max(0, act.start - 24), act.start).group())  # type: ignore[union-attr]
    split = act.act != "attack" and not act.noun and " and " in sentence.low[act.end : act.end + 6]
    end = min(sentence.start + (act.end if split else act_end(sentence, act)), sentence.end)
    while end > start and text[end - 1] in ' .,;:"”':
        end -= 1
    if text[start:end].endswith(" and"):
        end -= 4
    accused = text[unit.start : unit.end] if unit is not None else None
    made = Violation(
        sentence,
        start,
        max(end, sentence.start + act.end),
        speaker,
        accused,
        side,
        kind,
        Moment(None, "unknown", None),
        rule,
    )
    made.place = place_of_act(sentence, act)
    made.act_end = act.end
    _counted(sentence, made, act)
    return made


_COUNT_BEFORE: Final = re.compile(
    r"(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:\w+ )?)?$"
)
""" "two raids", "a commando raid": the words that count an act."""


_BREACHES: Final = re.compile(r"\b(\d[\d,]*|\w+) (?:truce |ceasefire )?(?:violations|breaches)")
_REACH: Final = 120
"""Code points between an act and how often it was done."""


def _how_often(sentence: Sentence, act_end: int) -> Unit | None:
    """The count of "violated the truce declared on Saturday more than 2,900 times"."""
    units = sentence.units
    for k, unit in enumerate(units[:-1]):
        told = unit.start - sentence.start - act_end
        if told > _REACH or (told >= 0 and unit.tag in ",;c"):
            return None
        if told >= 0 and unit.tag == "N" and units[k + 1].low in ("times", "occasions"):
            return unit
    return None


_CASES: Final = frozenset("cases instances incidents episodes bouts occasions".split())


def _so_many(sentence: Sentence, act: Act) -> Unit | None:
    """The count of "seven attacks", "four Morune drone strikes", "27 cases of tank fire"."""
    if not act.noun and sentence.low[act.start : act.end] != "attacks":
        return None
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.start - sentence.start >= act.start), 0)
    plural = sentence.low[act.end - 1] == "s" and sentence.low[act.start : act.end] not in WEAPON_ACT
    for k in range(at - 1, max(at - 8, -1), -1):
        unit = units[k]
        if unit.tag == "N":
            cases = units[k + 1].low in _CASES and units[k + 2].low == "of"
            return unit if cases or (plural and at - k <= 3) else None
        if unit.tag not in "sJwzoAhPc":
            return None
    return None


def _counted(sentence: Sentence, made: Violation, act: Act) -> None:
    """ "violated the truce 11 times", "37 truce violations": one accusation with a count and its unit."""
    often = _how_often(sentence, made.act_end) or _so_many(sentence, act)
    if often is not None:
        count: Count = often.data
        made.low, made.high, made.value, made.qualifier = count.low, count.high, count.value, count.qualifier
        made.unit, made.value_text = "incidents", sentence.article.text[often.start : often.end]
        return
    match = _BREACHES.search(sentence.low) if made.act == "violation" else None
    value = plain_number(match.group(1)) if match is not None else None
    if match is None or value is None:
        return
    made.low = made.high = made.value = value
    made.qualifier, made.unit, made.value_text = "exact", "incidents", match.group(1)


def restates(item: Violation, earlier: Violation) -> bool:
    """True where an accusation says again what the same claimant said before in the same document."""
    same = (item.act, item.accused_side, item.moment.occurred, item.moment.truce) == (
        earlier.act,
        earlier.accused_side,
        earlier.moment.occurred,
        earlier.moment.truce,
    )
    if (
        not same
        or item.sentence is earlier.sentence
        or "mutual" in item.rule
        or item.moment.precision == "minute"
    ):
        return False
    who = (item.speaker.slug, item.speaker.words) if item.speaker.slug is None else item.speaker.slug
    whom = (
        (earlier.speaker.slug, earlier.speaker.words)
        if earlier.speaker.slug is None
        else earlier.speaker.slug
    )
    if who != whom:
        return False
    known = item.sentence.article.lexicon.places
    named = [{p for p in known if p in (v.place or "").lower()} for v in (item, earlier)]
    return not (named[0] and named[1]) or named[0] == named[1]
