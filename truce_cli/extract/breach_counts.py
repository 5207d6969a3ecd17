"""Counts of breaches: "recorded 37 truce violations by Norvian units". Breaches, never people."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_words import Act
from truce_cli.extract.actors import groups
from truce_cli.extract.culprit import side_after, subject
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import speaker_at, speaker_of
from truce_cli.extract.speech import Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.truces import truce_on
from truce_cli.extract.units import Count, Unit
from truce_cli.model.record import replace
from truce_cli.model.words import THIRD
from truce_cli.text.word_gates import gate

COUNTED: Final = "violation/counted"
"""The rule of accusations that count breaches."""
_BREACHES: Final = frozenset(("violations", "breaches", "violation", "breach", "infringements"))
_BREACHING: Final = gate(_BREACHES)
_OF_TRUCE: Final = frozenset(
    "truce ceasefire cease-fire cease fire alleged separate more new such the of armistice regime other".split()
)
_RECORDING: Final = frozenset(
    "recorded records registered counted documented logged reported detected noted observed recording "
    "registering tallied listed".split()
)
_DOING: Final = frozenset("committed carried perpetrated made commits committing responsible staged".split())


def breach_counts(sentence: Sentence) -> list[Violation]:
    """Every counted "N violations" of a sentence whose article names a truce."""
    if sentence.lacks(_BREACHING) or not (sentence.article.names_truce or _under_truce(sentence)):
        return []
    units = sentence.units
    found = []
    for k, unit in enumerate(units):
        if unit.low in _BREACHES:
            item = _counted(sentence, units, k) or _totalled(sentence, units, k)
            if item is not None:
                found.append(item)
    return _shared_out(sentence, units) or [*found, *_further(sentence, units, found)]


def _further(sentence: Sentence, units: list[Unit], found: list[Violation]) -> list[Violation]:
    """ "three breaches by Moru and one by Veyland": the second count leans on the first."""
    if not found:
        return []
    added = []
    for at in range(1, len(units) - 2):
        if units[at].tag != "N" or units[at].start < found[-1].end or units[at + 1].low not in ("by", "from"):
            continue
        told = side_after(units, at + 2)
        if told is not None and units[at - 1].tag in "c," and told[0] != found[-1].speaker.side:
            accused = (units[told[1]], told[0])
            added.append(_of(sentence, units, (at, told[1]), at, found[-1].speaker, accused))
    return added


def counted_again(sentence: Sentence) -> list[Violation]:
    """ "The other side reported 31 by Morune forces", behind a sentence that counts breaches: the noun is left out."""
    units = sentence.units
    found = []
    for at in range(1, len(units) - 2):
        if units[at].tag != "N" or units[at + 1].low not in ("by", "from"):
            continue
        told = side_after(units[: at + 6], at + 2)
        speaker, frame = speaker_at(sentence, at)
        if told is None or frame is None or speaker.side not in (*sentence.article.lexicon.sides, THIRD):
            continue
        if told[0] != speaker.side:
            found.append(_of(sentence, units, (at, told[1]), at, speaker, (units[told[1]], told[0])))
    return found


def _under_truce(sentence: Sentence) -> bool:
    """True where a truce holds on the day of publication and the breaches have an owner: "Morune violations"."""
    conflict, day = sentence.article.conflict, sentence.article.published
    if conflict is None or day is None or truce_on(conflict, day) is None:
        return False
    units = sentence.units
    return any(u.low in _BREACHES and units[k - 1].tag == "s" for k, u in enumerate(units) if k)


_TOTAL: Final = frozenset("number tally total count toll".split())
_REACHING: Final = frozenset("at to reached was is stood stands totalled totaled exceeded passed".split())


def _totalled(sentence: Sentence, units: list[Unit], k: int) -> Violation | None:
    """ "put the number of Morune violations at 19", "its tally of breaches by the other side reached 212"."""
    if not any(u.low in _TOTAL for u in units[max(0, k - 6) : k]):
        return None
    at = next(
        (
            j
            for j in range(k + 1, min(k + 14, len(units)))
            if units[j].tag == "N" and units[j - 1].low in _REACHING
        ),
        None,
    )
    if at is None:
        return None
    speaker, frame = speaker_at(sentence, at)
    if frame is None or speaker.side not in (*sentence.article.lexicon.sides, THIRD):
        return None
    whose = next((u for u in units[max(0, k - 4) : k] if u.tag == "s" and u.data != speaker.side), None)
    told = next((side_after(units, j + 1) for j in range(k + 1, at) if units[j].low == "by"), None)
    if told is not None:
        accused: tuple[Unit | None, str] | None = (units[told[1]], told[0])
    elif whose is not None:
        accused = (whose, str(whose.data))
    else:
        other = sentence.article.lexicon.other_side(speaker.side)
        accused = (None, other) if other is not None else None
    if accused is None or accused[1] == speaker.side:
        return None
    start = next(j for j in range(max(0, k - 6), k) if units[j].low in _TOTAL)
    return _of(sentence, units, (start, at), at, speaker, accused)


_SHARING: Final = frozenset(
    "attributed attributes ascribed ascribes blamed blames charged logged laid pinned put assigned".split()
)


def _shared_out(sentence: Sentence, units: list[Unit]) -> list[Violation]:
    """ "ascribed 33 breaches to Moru and 14 to Veyland", "88 breaches, 61 of which it attributed to Moru"."""
    verb = next((k for k, u in enumerate(units) if u.low in _SHARING), None)
    if verb is None:
        return []
    shares: list[tuple[int, int, str]] = []
    for at in range(max(0, verb - 5), len(units) - 2):
        if units[at].tag != "N":
            continue
        to = next((j for j in range(at + 1, min(at + 9, len(units))) if units[j].low in ("to", "on")), None)
        if to is None or any(u.tag in "N,;:" for u in units[at + 1 : to]):
            continue
        if not _of_breaches(units, at, to, bool(shares)):
            continue
        told = side_after(units[: to + 4], to + 1)
        if told is not None:
            shares.append((at, told[1], told[0]))
    speaker = _sharer(sentence, units, verb) if shares else None
    if speaker is not None and speaker.generic and len({side for _, _, side in shares}) > 1:
        speaker = replace(speaker, side=THIRD, slug=None)  # who blames both sides is of neither
    return [
        _of(sentence, units, (at, accused), at, speaker, (units[accused], side))
        for at, accused, side in shares
        if speaker is not None
        and speaker.side in (*sentence.article.lexicon.sides, THIRD)
        and side != speaker.side
    ]


def _of_breaches(units: list[Unit], at: int, to: int, shared: bool) -> bool:
    """True where a number between "attributed" and "to" counts breaches: itself, as "of which", or behind another."""
    between = units[at + 1 : to]
    if any(u.low in _BREACHES for u in between):
        return True
    if not between:
        return shared
    return between[0].tag in "go" and any(u.low in _BREACHES for u in units[:at])


def _sharer(sentence: Sentence, units: list[Unit], verb: int) -> Speaker | None:
    """Who shares the breaches out: the speaker there, else the sentence's subject: "the mission's report ascribed"."""
    speaker, frame = speaker_at(sentence, verb + 1) if verb + 1 < len(units) else (None, None)
    if frame is None or speaker is None:
        subject = main_subject(units, verb, groups(sentence))
        speaker = speaker_of(sentence, subject) if subject is not None else None
    return speaker


def _counted(sentence: Sentence, units: list[Unit], k: int) -> Violation | None:
    at = k - 1
    while at >= 0 and (units[at].low in _OF_TRUCE or units[at].tag == "s") and k - at < 6:
        at -= 1
    if at < 0 or units[at].tag != "N":
        return None
    speaker, frame = speaker_at(sentence, at)
    sides = sentence.article.lexicon.sides
    if frame is None or speaker.words is None or speaker.side not in (*sides, THIRD):
        return None
    act = Act(units[at].start - sentence.start, units[k].end - sentence.start, "violation", True)
    accused = _accused(sentence, units, at, k, act, speaker)
    if accused is None:
        return None
    unit, side = accused
    if side == speaker.side:
        return None
    behind = unit is not None and unit.start > units[k].end
    item = made(sentence, act, speaker, unit, side, COUNTED, near=unit is None or behind)
    item.end = unit.end if unit is not None and behind else units[k].end
    return _with_count(item, units[at])


def _of(
    sentence: Sentence,
    units: list[Unit],
    span: tuple[int, int],
    at: int,
    speaker: Speaker,
    accused: tuple[Unit | None, str],
) -> Violation:
    """The accusation that a stretch of units makes, with the count at a unit."""
    first, last = units[span[0]], units[span[1]]
    act = Act(first.start - sentence.start, last.end - sentence.start, "violation", True)
    item = made(sentence, act, speaker, accused[0], accused[1], COUNTED, near=True)
    item.end = last.end
    return _with_count(item, units[at])


def _with_count(item: Violation, number: Unit) -> Violation:
    count: Count = number.data
    item.act = "violation"
    item.low, item.high, item.value, item.qualifier = count.low, count.high, count.value, count.qualifier
    item.unit = "incidents"
    item.value_text = item.sentence.article.text[number.start : number.end]
    return item


def _accused(
    sentence: Sentence, units: list[Unit], at: int, k: int, act: Act, speaker: Speaker
) -> tuple[Unit | None, str] | None:
    """Who is said to have broken the truce; a monitor that counts without saying who accuses nobody."""
    whose = next((u for u in units[at + 1 : k] if u.tag == "s"), None)
    if whose is not None:
        return whose, str(whose.data)
    for j in range(k + 1, min(k + 9, len(units) - 1)):
        if units[j].low in ("by", "from"):
            told = side_after(units, j + 1)
            if told is not None:
                return units[told[1]], told[0]
        if units[j].tag in ",;.":
            break
    verb = next((u.low for u in reversed(units[max(0, at - 4) : at]) if u.low in _RECORDING | _DOING), None)
    if verb in _RECORDING:
        other = sentence.article.lexicon.other_side(speaker.side)
        return (None, other) if other is not None else None
    if verb is None:
        return None
    culprit = subject(sentence, units, at, act, None, speaker)
    return (culprit[0], culprit[1]) if culprit is not None else None
