"""Denials: "denied this", "dismissed as nonsense", "rejected the accusation". Links them to what they deny."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.actors import Group, groups
from truce_cli.extract.culprit import side_after
from truce_cli.extract.denial_words import (
    ALWAYS,
    ALWAYS_GATES,
    CALLED,
    CALLED_GATES,
    COMPLYING,
    COMPLYING_GATES,
    DENIES,
    DISOWNED,
    DISOWNED_GATES,
    FALSE,
    FALSE_GATES,
    NEGATED,
    NO_DENIAL,
    NOT_FIRED,
    NOT_FIRED_GATES,
    NOTHING,
    OBJECT,
    PASSIVE_BY,
    PUSHED_BACK,
    PUSHED_BACK_GATES,
    RARER,
    REBUTTAL,
    REBUTTAL_GATES,
    REFUSED,
    UNDONE,
    UNDONE_GATES,
    WITH_OBJECT,
    WITH_OBJECT_GATES,
    deniable,
    of_other_things,
    of_peace,
    of_war,
    unheard,
)
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import frames, speaker_at, speaker_of
from truce_cli.extract.speech import Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.truce_words import TRUCE
from truce_cli.extract.units import Unit
from truce_cli.extract.unsaid import unsaid
from truce_cli.extract.vocabulary import ACCUSING
from truce_cli.model.record import replace
from truce_cli.model.words import MEDIA, THIRD, UNKNOWN


@dataclass(slots=True)
class Denial:
    sentence: Sentence
    start: int
    end: int
    speaker: Speaker
    rule: str
    said: int
    """Document offset after the word that denies."""
    own: str | None
    """The words denied, where the sentence itself tells them; None for "denied this"."""


def denials(sentence: Sentence) -> list[Denial]:
    if sentence.lacks(DENIES):
        return []
    kept: list[Denial] = []
    for item in sorted(_found(sentence), key=lambda item: item.start):
        if item.speaker.side == MEDIA or any(_same(k.speaker, item.speaker) for k in kept):
            continue
        kept += _of_both(item) or [item, *_and_the_other(sentence, item)]
    return kept


_SAID_AGAIN: Final = frozenset(("denial/undone", "denial/rebutted", "denial/not-fired", "denial/complying"))


def says_again(item: Denial, last: Denial | None) -> bool:
    """True for the words in which a denier goes on: "Moru denied it. “Nothing of the sort has happened,” it said"."""
    return (
        last is not None
        and item.rule in _SAID_AGAIN
        and item.sentence.index - last.sentence.index == 1
        and item.sentence.paragraph == last.sentence.paragraph
        and _same(item.speaker, last.speaker)
    )


def _same(one: Speaker, other: Speaker) -> bool:
    """True for two names of one denier: in one sentence a side denies once."""
    return one.words == other.words or (one.side == other.side and one.side not in (THIRD, UNKNOWN))


def _found(sentence: Sentence) -> list[Denial]:
    """Every denial by its words, whoever makes it; the surest first."""
    low = sentence.low
    found: list[Denial] = []
    if not sentence.lacks(*NOT_FIRED_GATES):
        told_so = [m for m in NOT_FIRED.finditer(low) if not _only_if(low, m)]
        found += [_made(sentence, m, "denial/not-fired") for m in told_so]
        undone = (m for m in NEGATED.finditer(low) if not _only_if(low, m))
        found += [item for m in undone if (item := _own_act(sentence, m)) is not None]
        if "no " in low or "not a single" in low:
            found += [item for m in NOTHING.finditer(low) if (item := _nothing_done(sentence, m)) is not None]
    if not sentence.lacks(*CALLED_GATES):
        of_claims = (
            m
            for m in CALLED.finditer(low)
            if not TRUCE.search(m.group())  # "called the truce a fiction"
            and not _WHAT.search(low, max(0, m.start() - 60), m.start())
        )
        found += [_made(sentence, m, "denial/called-false") for m in of_claims]
    if not sentence.lacks(*UNDONE_GATES):
        found += [_made(sentence, m, "denial/undone") for m in UNDONE.finditer(low)]
    if not sentence.lacks(*REBUTTAL_GATES):
        found += [_made(sentence, m, "denial/rebutted") for m in REBUTTAL.finditer(low)]
    for match in () if sentence.lacks(*ALWAYS_GATES) else ALWAYS.finditer(low):
        told = low[match.end() :]
        if NO_DENIAL.search(low[max(0, match.start() - 26) : match.end() + 14]) or REFUSED.search(told):
            continue
        if deniable(told) or _object_before(low, match):
            found.append(_made(sentence, match, "denial/denied"))
    rejections = [] if sentence.lacks(*WITH_OBJECT_GATES) else [*WITH_OBJECT.finditer(low)]
    if not sentence.lacks(RARER):
        found += _rarer(sentence)
        rejections += () if sentence.lacks(*PUSHED_BACK_GATES) else PUSHED_BACK.finditer(low)
    for match in rejections:
        told = low[match.end() : match.end() + 60]
        split = match.group().endswith((" aside", " away", " off"))
        if split or OBJECT.search(told) or _object_before(low, match) or "out of hand" in told[:14]:
            found.append(_made(sentence, match, "denial/rejected"))
    if not sentence.lacks(*FALSE_GATES):
        found += [_made(sentence, m, "denial/called-false") for m in FALSE.finditer(low)]
    return [item for item in found if not _private(item, low)]


def _rarer(sentence: Sentence) -> list[Denial]:
    """ "insisted that its men were observing the truce", "contrary to what Moru says", "an attempt to distract"."""
    low = sentence.low
    found: list[Denial] = []
    if not sentence.lacks(*COMPLYING_GATES) and sentence.article.names_truce:
        found += [_made(sentence, m, "denial/complying") for m in COMPLYING.finditer(low)]
    if not sentence.lacks(*DISOWNED_GATES):
        for match in DISOWNED.finditer(low):  # who is said to lie is not who says so
            rule = "denial/undone" if match.group().endswith("lying") else "denial/rebutted"
            found.append(_made(sentence, match, rule))
    return found


_IF: Final = re.compile(r"\b(?:if|unless|as long as|so long as|provided|until|once|whether)\b[^,;.]{0,60}$")


def _only_if(low: str, match: re.Match[str]) -> bool:
    """ "told to observe the truce as long as it was not violated": a condition."""
    return _IF.search(low, max(0, match.start() - 80), match.start()) is not None


_WHAT: Final = re.compile(r"\bwhat (?:[\w'-]+ ){1,6}$")
""" "flew over Pell in what Veyland called a provocation": an accusation."""


def _private(item: Denial, low: str) -> bool:
    """True for what a court, a firm or a politician denies that is nothing of the war."""
    told = low[item.said - item.sentence.start :]
    if (
        item.rule == "denial/denied"
        and re.match(r" that (?:he|she)\b", told)
        and not of_war(told[:130].split(".")[0])
    ):
        return True
    if item.rule in ("denial/denied", "denial/rejected") and of_peace(told):
        return True
    bodies = (*item.sentence.article.lexicon.sides, THIRD)
    body = item.speaker.side in bodies and item.speaker.kind not in ("local", "official", "analysts")
    if item.rule not in ("denial/denied", "denial/rejected") or body:
        return False
    return of_other_things(told) or (item.speaker.kind == "official" and unheard(told))


def _own_act(sentence: Sentence, match: re.Match[str]) -> Denial | None:
    """ "the Border Guard had not opened fire", in the mouth of its own side."""
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.end > sentence.start + match.start()), 0)
    group = next((g for g in groups(sentence) if g.last == at and g.side), None)
    speaker, frame = speaker_at(sentence, at)
    if group is None and " been " in match.group():
        group = _by_own(sentence, match, speaker)
    if group is None or frame is None or group.side != speaker.side:
        return None
    if speaker.side not in sentence.article.lexicon.sides:
        return None
    made = _made(sentence, match, "denial/not-fired")
    return replace(made, start=min(made.start, units[group.first].start), speaker=speaker)


def _nothing_done(sentence: Sentence, match: re.Match[str]) -> Denial | None:
    """ "no Morune drone had entered its airspace", in Moru's own mouth: of its own, or of nobody's by name."""
    units = sentence.units
    begin, end = sentence.start + match.start(), sentence.start + match.end()
    at = next((k for k, u in enumerate(units) if u.end > begin), 0)
    speaker, frame = speaker_at(sentence, at)
    told = [side_of(u) for u in units[at:] if u.start < end and u.tag in "sA"]
    if frame is None or speaker.side not in sentence.article.lexicon.sides:
        return None
    if any(side not in (None, speaker.side) for side in told):
        return None
    if not told and match.group().split()[-2] in ("was", "were"):
        return None  # "no rockets were launched on Monday" may be nobody's denial
    return replace(_made(sentence, match, "denial/not-fired"), speaker=speaker)


def _by_own(sentence: Sentence, match: re.Match[str], speaker: Speaker) -> Group | None:
    """ "the truce had not been violated by the Guard": the agent."""
    units, end = sentence.units, sentence.start + match.end()
    at = next((k for k, u in enumerate(units) if u.start >= end and u.low == "by"), None)
    if at is None or units[at].start - end > 3:
        return None
    return next((g for g in groups(sentence) if at < g.first <= at + 2 and g.side == speaker.side), None)


_BOTH_PARTIES: Final = re.compile(
    r"\b(?:both|each)(?: of)?(?: the)? (?:warring )?(?:sides?|part(?:y|ies)|camps?|armies|army|countries|"
    r"governments?|"
    r"capitals?|ministries|militaries)\b[^,.;]{0,20}$|"
    r"\bthe two (?:sides|parties|camps|armies|countries|governments|capitals|ministries|militaries)\b[^,.;]{0,20}$"
)


def _of_both(item: Denial) -> list[Denial]:
    """ "Both governments denied having mined the crossing": a denial of each side."""
    sentence = item.sentence
    sides = sentence.article.lexicon.sides
    before = sentence.low[: max(0, item.said - sentence.start)].rsplit(" ", 1)[0]
    if len(sides) != 2 or item.speaker.side in sides or not _BOTH_PARTIES.search(before):
        return []
    return [replace(item, speaker=replace(item.speaker, side=side, slug=None)) for side in sides]


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
    first = max(0, match.start() - 110)
    return any(pattern.search(low, first, match.start()) for pattern in (_PASSIVE_OBJECT, _RELATIVE_OBJECT))


_PASSIVE_OBJECT: Final = re.compile(
    r"\b(?:claims?|accusations?|allegations?|reports?|charges?|figures?|numbers?|boasts?|versions?|accounts?|"
    r"stor(?:y|ies)|responsibility|suggestions?)(?: [\w'-]+){0,12} (?:was|were|is|are|has been|"
    r"have been)(?: \w+ly)? $"
)
_RELATIVE_OBJECT: Final = re.compile(
    r"\b(?:claim|charge|allegation|accusation|figure|report|version|statement|assertion)s?,?(?: that| which)?"
    r"(?: [\w'.-]+){1,7} (?:has |have |had |quickly |later |also )?$"
)
""" "a charge Moru's ministry dismissed"."""


def _made(sentence: Sentence, match: re.Match[str], rule: str) -> Denial:
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.end > sentence.start + match.start()), 0)
    group_span, speaker = _denier(sentence, units, at, match)
    if rule == "denial/undone":
        told, _ = speaker_at(sentence, at)  # what never happened has a subject that denies nothing
        group_span, speaker = (None, told) if told.words is not None else (group_span, speaker)
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
    return Denial(sentence, start, end, speaker, rule, sentence.start + match.end(), own)


_IT: Final = re.compile(
    r", (?:a|an|which|the) ?(?:charge|claim|allegation|accusation|report)?,?(?: that| which)? (?:it|they) $"
)


def _accused_answers(sentence: Sentence, units: list[Unit], match: re.Match[str]) -> Speaker | None:
    """ "has accused Moru of kidnapping two shepherds, a charge it rejects": whoever was accused."""
    if not _IT.search(sentence.low, max(0, match.start() - 44), match.start()):
        return None
    frame = next((f for f in frames(sentence) if f.verb in ACCUSING), None)
    accused = side_after(units, frame.at + 1) if frame is not None else None
    if accused is None or accused[0] not in sentence.article.lexicon.sides:
        return None
    unit = units[accused[1]]
    return Speaker(sentence.article.text[unit.start : unit.end], accused[0])


def _denier(
    sentence: Sentence, units: list[Unit], at: int, match: re.Match[str]
) -> tuple[tuple[int, int] | None, Speaker]:
    """Who denies: the agent after "by", the subject before the verb, else whoever speaks."""
    accused = _accused_answers(sentence, units, match)
    if accused is not None:
        return None, accused
    named = groups(sentence)
    begin, end = sentence.start + match.start(), sentence.start + match.end()
    owned = (
        g for g in named if units[g.first].start >= begin and g.last < len(units) and units[g.last].end < end
    )
    owner = next((g for g in owned if g.side and units[g.last].low == "'s"), None)
    if owner is not None and match.group().endswith(
        ("verdict", "reply", "answer", "response", "comment", "retort")
    ):
        return None, speaker_of(sentence, owner)  # "“Lies” was Osten's verdict"
    tail = sentence.low[match.end() : match.end() + 50]
    if PASSIVE_BY.search(tail):
        group = next((g for g in named if g.first > at and g.first - at < 9), None)
        if group is not None:
            return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    if at and units[at - 1].tag == "x" and re.match(r" in\b", tail):
        group = next((g for g in named if g.first in (at + 2, at + 3) and g.side), None)
        if group is not None:  # "were denied in Baku"
            return (units[group.first].start, units[group.last - 1].end), speaker_of(sentence, group)
    if at and units[at - 1].tag == "," and units[-1].tag not in '.?!"' and named and named[0].first < 2:
        group = named[0]  # a headline: "Moru rejects charge, calls it 'propaganda'"
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
    if j > 1 and units[j].low in ("turn", "part") and units[j - 2].tag not in ",;":
        j -= 2  # "Moru in turn denied"
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
    told = None if frames(sentence) else unsaid(sentence)
    if told is not None:
        return None, told
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
