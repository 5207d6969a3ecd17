"""Acts that no table knows, said to be done in breach of a truce: "Morune soldiers burned a grove, in breach of it"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_readings import IN_BREACH, unreal
from truce_cli.extract.act_words import Act
from truce_cli.extract.acts import WEAPON
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import speaker_at
from truce_cli.extract.units import Unit
from truce_cli.model.words import THIRD
from truce_cli.text.word_gates import gate

_BREAKING: Final = gate(frozenset("breach violation defiance contravention contempt".split()))
_PLACING: Final = frozenset("in at on near over against of from with to into across along".split())


def in_breach_of(sentence: Sentence) -> list[Violation]:
    """Asked where the sentence names no act. The doer is the subject of what is said, or the agent behind "by"."""
    if sentence.lacks(_BREAKING) or not sentence.truces:
        return []
    match = IN_BREACH.search(sentence.low)
    if match is None:
        return []
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.start - sentence.start >= match.start()), len(units) - 1)
    speaker, frame = speaker_at(sentence, at)
    sides = sentence.article.lexicon.sides
    if frame is None or speaker.words is None or speaker.side not in (*sides, THIRD):
        return []
    first = 0 if frame.trailing else frame.first
    doer = _doer(units, first, at, speaker.side)
    act = Act(match.start(), match.end(), "violation", True)
    if doer is None or unreal(sentence, act, frame) or frame.verb.startswith(("den", "reject", "dismiss")):
        return []
    begin = units[doer].start - sentence.start
    item = made(
        sentence,
        Act(begin, match.start(), "violation", True),
        speaker,
        units[doer],
        str(side_of(units[doer])),
        "violation/in-breach",
        near=True,
    )
    item.end = sentence.start + match.end()
    weapon = WEAPON.search(sentence.low, begin, match.start())
    item.act = acts.WEAPON_ACT[weapon.group()] if weapon is not None else "violation"
    return [item]


def _doer(units: list[Unit], first: int, last: int, speaker: str) -> int | None:
    """The unit that names who did it: the first side word of the clause that no preposition leads."""
    for k in range(first, last):
        if units[k].tag not in "sA" or side_of(units[k]) in (None, speaker):
            continue
        before = units[k - 2].low if k > 1 and units[k - 1].tag in "ha" else units[k - 1].low if k else ""
        if before not in _PLACING and not any(u.tag == ";" for u in units[k:last]):
            return k
    return None
