"""Accusations told by harm alone: "two sentries were shot dead by Morune soldiers". Only where a truce is spoken of."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract import acts, vocabulary
from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_readings import IN_BREACH
from truce_cli.extract.act_words import Act
from truce_cli.extract.acts import WEAPON
from truce_cli.extract.culprit import side_after
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import speaker_at
from truce_cli.extract.units import Unit
from truce_cli.model.words import MEDIA, THIRD
from truce_cli.text.word_gates import gate

_SHOT: Final = re.compile(r"\b(?:shot|gunned|sniper|picked off|machine.guns?|cut down|gunmen)\b")
_TOTAL: Final = re.compile(
    r"\bsince (?![^.;]{0,24}(?:truce|cease|pause|armistice))|\bso far\b|\bin the war\b"
)
""" "killed 200 soldiers since April": a count of the war, and no breach."""
_HARMS: Final = frozenset(("killed", "injured", "killed_or_injured"))


HARMING: Final = gate(
    frozenset((max(phrase.split(), key=len) for phrase, harm in vocabulary.HARMED.items() if harm in _HARMS))
)
"""A word of these stands in each sentence of which `harmed` makes an accusation."""


def harmed(sentence: Sentence) -> list[Violation]:
    """Asked where the sentence names no act: beside one harm tells nothing further."""
    if (
        sentence.lacks(HARMING)
        or not (sentence.article.names_truce and "V" in sentence.tags)
        or _TOTAL.search(sentence.low)
    ):
        return []
    units = sentence.units
    for k, unit in enumerate(units):
        if unit.tag != "V" or unit.data not in _HARMS or k < 2:
            continue
        passive = _is_passive(units, k)
        accused = _agent(units, k) if passive else _subject(units, k)
        breached = accused is None and passive and IN_BREACH.search(sentence.low) is not None
        if accused is None and not breached:
            continue
        speaker, frame = speaker_at(sentence, k)
        sides = sentence.article.lexicon.sides
        if frame is None or speaker.words is None or speaker.side == MEDIA or frame.verb.startswith("den"):
            continue
        if breached:
            other = sentence.article.lexicon.other_side(speaker.side)
            accused = (other, -1) if other is not None else None
        if accused is None or accused[0] == speaker.side or speaker.side not in (*sides, THIRD):
            continue
        if accused[0] not in sides:
            continue
        who = units[accused[1]] if accused[1] >= 0 else None
        begin = min(unit.start, who.start if who is not None else unit.start)
        last = max(k, accused[1] + 1)
        act = Act(
            begin - sentence.start, units[min(last, len(units) - 1)].end - sentence.start, "attack", True
        )
        item = made(sentence, act, speaker, who, accused[0], "violation/harm", near=True)
        item.act = _kind(sentence, unit, act)
        return [item]
    return []


def _kind(sentence: Sentence, unit: Unit, act: Act) -> str:
    words = sentence.low[act.start : min(len(sentence.low), act.end + 30)]
    weapon = WEAPON.search(words)
    if weapon is not None:
        return acts.WEAPON_ACT[weapon.group()]
    return "small_arms" if _SHOT.search(f"{unit.low} {words}") else "attack"


def _is_passive(units: list[Unit], k: int) -> bool:
    return any(u.tag == "x" for u in units[max(0, k - 2) : k])


def _agent(units: list[Unit], k: int) -> tuple[str, int] | None:
    """ "were shot dead by Morune soldiers"."""
    for j in range(k + 1, min(k + 6, len(units) - 1)):
        if units[j].low == "by":
            return side_after(units[: j + 4], j + 1)
        if units[j].tag in ",;:.":
            return None
    return None


def _subject(units: list[Unit], k: int) -> tuple[str, int] | None:
    """ "Morune soldiers have killed", "Morune fire wounded": a side's own words right before the verb."""
    for j in range(k - 1, max(k - 6, -1), -1):
        if units[j].tag in ",;:S.Vio":
            return None
        side = side_of(units[j]) if units[j].tag in "sA" else None
        if side:
            placed = j > 0 and units[j - 1].low in ("in", "at", "of", "near", "from", "to", "on")
            return None if placed else (side, j)
    return None
