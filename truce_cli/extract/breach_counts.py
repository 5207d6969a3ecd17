"""Counts of breaches: "recorded 37 truce violations by Norvian units". Breaches, never people."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_words import Act
from truce_cli.extract.culprit import side_after, subject
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import speaker_at
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Count, Unit
from truce_cli.model.words import THIRD
from truce_cli.text.word_gates import gate

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
    if sentence.lacks(_BREACHING) or not sentence.article.names_truce:
        return []
    units = sentence.units
    found = []
    for k, unit in enumerate(units):
        if unit.low in _BREACHES:
            item = _counted(sentence, units, k)
            if item is not None:
                found.append(item)
    return found


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
    item = made(sentence, act, speaker, unit, side, "violation/counted", near=unit is None or behind)
    item.end = unit.end if unit is not None and behind else units[k].end
    count: Count = units[at].data
    item.act = "violation"
    item.low, item.high, item.value, item.qualifier = count.low, count.high, count.value, count.qualifier
    item.unit = "incidents"
    item.value_text = sentence.article.text[units[at].start : units[at].end]
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
