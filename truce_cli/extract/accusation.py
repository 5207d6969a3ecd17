"""An accusation as found: its quote, its act, its place, its count. Decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.act_words import Act, act_end, act_kind
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.when import Moment
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
    kind = act_kind(sentence, act)
    start = sentence.start + act.start
    if unit is not None and not near and 0 < start - unit.start < 130:
        start = unit.start
    split = act.act != "attack" and not act.noun and " and " in sentence.low[act.end : act.end + 6]
    end = min(sentence.start + (act.end if split else act_end(sentence, act)), sentence.end)
    while end > start and text[end - 1] in ' .,;:"”':
        end -= 1
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
    made.place = _place(sentence, act)
    _counted(sentence, made)
    return made


_PASSIVE_PLACE: Final = re.compile(
    r"((?:at least )?(?:\w+ )?populated (?:areas|districts)|civilian areas|[\w-]+ "
    r"villages)(?: \w+){0,3} $"
)


def _place(sentence: Sentence, act: Act) -> str | None:
    text, low = sentence.article.text, sentence.low
    stop = act_end(sentence, act)
    places = sentence.article.lexicon.places
    for unit in sentence.units:
        if (
            unit.tag == "L" or unit.low in places
        ) and sentence.start + act.start <= unit.start < sentence.start + stop:
            return text[unit.start : unit.end]
    match = re.search(
        r"(?:\bfront ?line|\b(?:two |five |at least \w+ )?populated (?:areas|districts)|\bpeaceful "
        r"settlements|\bthe line of contact|"
        r"\b(?:southern|northern|eastern|western|north-?eastern) (?:front|direction)|\bpipelines|"
        r"\bcivilian areas|\bpositions\b[\w ]{0,30})",
        low[act.start : stop],
    )
    if match is None:
        return _place_before(sentence, act)
    start = sentence.start + act.start + match.start()
    return text[start : start + len(match.group())].strip()


def _place_before(sentence: Sentence, act: Act) -> str | None:
    """Where a passive act struck: "at least five populated districts were under heavy shelling"."""
    match = _PASSIVE_PLACE.search(sentence.low[: act.start])
    if match is None:
        return None
    return sentence.words[match.start(1) : match.end(1)].strip()


_TIMES: Final = re.compile(
    r"(?:violated|broken|breached|broke) the (?:\w+ )?(?:truce|ceasefire|"
    r"cease-fire) (\w+|\d[\d,]*) times|(\d[\d,]*|\w+) (?:truce|ceasefire) "
    r"(?:violations|breaches)"
)


def _counted(sentence: Sentence, made: Violation) -> None:
    """ "violated the truce 11 times", "37 truce violations": one accusation with a count and its unit."""

    match = _TIMES.search(sentence.low)
    if match is None or made.act != "violation":
        return
    word = match.group(1) or match.group(2)
    value = plain_number(word)
    if value is None:
        return
    made.low = made.high = made.value = value
    made.qualifier, made.unit, made.value_text = "exact", "incidents", word


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
    return who == whom and (item.place is None or earlier.place is None or item.place == earlier.place)
