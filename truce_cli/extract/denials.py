"""Denials: "denied this", "dismissed as nonsense", "rejected the accusation". Links them to what they deny."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.actors import groups
from truce_cli.extract.gates import DENIALS
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames, speaker_at, speaker_of
from truce_cli.extract.speech import Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.units import Unit
from truce_cli.model.record import replace
from truce_cli.model.words import MEDIA, UNKNOWN

_ALWAYS: Final = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing|e))\b")
_WITH_OBJECT: Final = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|brush(?:es|ed|ing)? aside|waved? (?:away|aside)|"
    r"disput(?:es|ed)|shrugged off)\b"
)
_OBJECT: Final = re.compile(
    r"\b(?:accusations?|allegations?|claims?|charges?|reports?|complaints?|assertions?|suggestions?|"
    r"boasts?|statements?|"
    r"figures?|toll|version|"
    r"nonsense|baseless|groundless|false|lies?|fiction|fabricat\w+|untrue|disinformation|propaganda|"
    r"unfounded)\b|"
    r"^\s*(?:this|that|it|them)\b(?! (?:proposal|offer|plan))"
)
_CALLED: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)|brand(?:s|ed|ing)|describ(?:es|ed|ing)|label(?:s|l?ed|"
    r"l?ing))\b[^.;]{0,90}\b(?:a lie|lies|nonsense|false|untrue|baseless|"
    r"a fabrication|fabricated|fake|fiction|disinformation|groundless|absurd|a provocation)\b"
)
_FALSE: Final = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|charges?|assertions?|statements?|information)\b[^.;]{0,90}? "
    r"(?:is|are|was|were) (?:\w+ )?(?:a )?(?:false|untrue|lies?|baseless|groundless|unfounded|fake|nonsense|fabricated|"
    r"fabrications?|disinformation|not true|absurd|propaganda)\b"
)
_NO: Final = re.compile(
    r"neither confirmed nor denied|nor den(?:y|ies)|nor denied|nor den(?:y|ies)|not (?:confirm or "
    r")?deny|denied "
    r"(?:access|entry|permission|them|him|her|medical|food|water)|undeniab"
)
_NOT_FIRED: Final = re.compile(
    r"\b(?:we|it|they|(?:its|our|their) (?:own )?(?:army|forces|troops|military|soldiers|men|units|side)|"
    r"the (?:army|military)) "
    r"(?:have|has|had|did|do|does) (?:not|never) (?:fired?|attack(?:ed)?|target(?:ed)?|violated?|broken?|break|"
    r"open(?:ed)? fire|shell(?:ed)?|struck|strike)\b|\bdid no such thing\b|\bnowhere near\b"
)
_REBUTTAL: Final = re.compile(
    r"pure (?:invention|fabrication|fantasy)|not correspond to (?:the )?(?:reality|truth|facts)|not a "
    r"word of truth|"
    r"no truth in|not a single (?:shell|shot|round|bullet)|(?:no|not one) (?:shot|shell|round)s? "
    r"(?:has|had|have|was|were)|"
    r"a fairy tale|\b(?:that|this|it) (?:is|was) (?:a lie|lies|nonsense|untrue|false)\b|\bdisown(?:s|"
    r"ed)\b|\bscoff(?:s|ed) at|\b(?:no|nothing) to do with (?:it|the)\b"
)
_PASSIVE: Final = re.compile(r"^\s*(?:as \W?[\w ]+\W{0,2} )?by\b")


@dataclass(slots=True)
class Denial:
    sentence: Sentence
    start: int
    end: int
    speaker: Speaker
    rule: str
    own: str | None
    """The words denied, where the sentence itself tells them; None for "denied this"."""


def denials(sentence: Sentence) -> list[Denial]:
    low = sentence.low
    if sentence.lacks(DENIALS):
        return []
    found: list[Denial] = []
    for match in _NOT_FIRED.finditer(low):
        found.append(_made(sentence, match, "denial/not-fired"))
    for match in _REBUTTAL.finditer(low):
        found.append(_made(sentence, match, "denial/rebutted"))
    for match in _ALWAYS.finditer(low):
        if _NO.search(low[max(0, match.start() - 26) : match.end() + 14]):
            continue
        found.append(_made(sentence, match, "denial/denied"))
    for match in _WITH_OBJECT.finditer(low):
        told = low[match.end() : match.end() + 60]
        if _OBJECT.search(told) or _object_before(low, match) or "out of hand" in told[:14]:
            found.append(_made(sentence, match, "denial/rejected"))
    for match in _FALSE.finditer(low):
        found.append(_made(sentence, match, "denial/called-false"))
    for match in _CALLED.finditer(low):
        found.append(_made(sentence, match, "denial/called-false"))
    kept: list[Denial] = []
    for item in found:
        if item.speaker.side == MEDIA or any(k.speaker.words == item.speaker.words for k in kept):
            continue
        kept.append(item)
        kept += _and_the_other(sentence, item)
    return kept


def _and_the_other(sentence: Sentence, item: Denial) -> list[Denial]:
    """ "Both Baku and Yerevan deny it": two denials."""
    units, named = sentence.units, groups(sentence)
    own = next((g for g in named if units[g.first].start == item.start), None)
    if own is None or not own.first or units[own.first - 1].low != "and":
        return []
    first = next((g for g in named if g.last == own.first - 1), None)
    if first is None or first.side not in sentence.article.lexicon.sides or first.side == item.speaker.side:
        return []
    return [replace(item, start=units[first.first].start, speaker=speaker_of(sentence, first))]


def _object_before(low: str, match: re.Match[str]) -> bool:
    """ "the claim was dismissed as nonsense"."""
    return bool(
        re.search(
            r"\b(?:claims?|accusations?|allegations?|reports?|charges?|figures?|numbers?|boasts?|"
            r"versions?) (?:was|were|is|are|"
            r"has been|have been) $",
            low[: match.start()],
        )
    ) or bool(_RELATIVE_OBJECT.search(low, max(0, match.start() - 90), match.start()))


_RELATIVE_OBJECT: Final = re.compile(
    r"\b(?:claim|charge|allegation|accusation|figure|report|version|statement|assertion)s?,?(?: that| which)?"
    r"(?: [\w'.-]+){1,7} (?:has |have |had |quickly |later |also )?$"
)
""" "a charge Moru's ministry dismissed"."""


def _made(sentence: Sentence, match: re.Match[str], rule: str) -> Denial:
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.end > sentence.start + match.start()), 0)
    group_span, speaker = _denier(sentence, units, at, match)
    text = sentence.article.text
    start = (
        min(group_span[0], sentence.start + match.start()) if group_span else sentence.start + match.start()
    )
    end = max(sentence.start + match.end(), group_span[1] if group_span else 0)
    tail = text[end : min(sentence.end, end + 60)]
    stop = re.search(r"[,.;]| and | but ", tail)
    end += stop.start() if stop else len(tail)
    content = sentence.low[match.end() :].strip(" .")
    own = (
        content
        if re.match(
            r"(?:that|having|violating|breaking|shelling|firing|attacking|any|as \w+ "
            r"(?:the|a) (?:charge|report|accusation|claim)|(?:the|a) (?:charge|report|"
            r"claim|accusation)s? (?:that|of))",
            content,
        )
        else None
    )
    return Denial(sentence, start, end, speaker, rule, own)


def _denier(
    sentence: Sentence, units: list[Unit], at: int, match: re.Match[str]
) -> tuple[tuple[int, int] | None, Speaker]:
    """Who denies: the agent after "by", the subject before the verb, else whoever speaks."""
    named = groups(sentence)
    tail = sentence.low[match.end() : match.end() + 50]
    if re.search(r"^[^,.;]{0,34}\bby\b", tail):
        group = next((g for g in named if g.first > at and g.first - at < 9), None)
        if group is not None:
            return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    for frame in frames(sentence):
        if frame.at == at or (abs(frame.at - at) <= 1 and frame.group is not None):
            group = frame.group
            span = (units[group.first].start, units[group.last - 1].end) if group is not None else None
            return span, frame.speaker
    j = at - 1
    while j >= 0 and (
        units[j].tag in "XMx" or units[j].low.endswith("ly") or units[j].low in ("also", "later")
    ):
        j -= 1
    group = next((g for g in named if g.first <= j < g.last), None)
    if group is not None:
        return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    if j >= 0 and units[j].low == "which":
        group = next((g for g in named if g.first in (j + 1, j + 2)), None)
        if group is not None:
            return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    speaker, _ = speaker_at(sentence, at)
    if speaker.words is None and re.search(r"\bour\b", sentence.low):
        speaker = sentence.article.header(sentence) or speaker  # a bulletin's own denial
    if speaker.words is not None:
        return None, speaker
    subject = main_subject(units, at, named)
    if subject is not None and any(u.tag == ";" for u in units[:at]):
        who = speaker_of(sentence, subject)
        if who.side not in (MEDIA, UNKNOWN):
            return (units[subject.first].start, units[subject.last - 1].end), who
    for frame in frames(sentence):
        if frame.speaker.side not in (MEDIA, UNKNOWN):
            return None, frame.speaker
    group = next((g for g in reversed(named) if g.last <= at and g.side), None)
    if group is not None:
        return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    return None, speaker
