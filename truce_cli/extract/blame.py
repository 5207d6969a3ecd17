"""Blame laid on a side by name: "accused Moru of shelling Pell", "blamed Moru for the attack"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_words import Act, acts_between
from truce_cli.extract.culprit import side_after
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import frames
from truce_cli.extract.speech import Frame
from truce_cli.extract.truces import TRUCE
from truce_cli.extract.units import Unit
from truce_cli.model.words import MEDIA
from truce_cli.text.word_gates import gate

CENSURING: Final = frozenset(
    "condemned condemns denounced denounces criticised criticized rebuked deplored deplores decried".split()
)
""" "condemned Moru for shelling Pell" accuses it; "condemned the shelling" may not."""
_ACCUSING: Final = CENSURING | frozenset(
    "accused accuses accusing blamed blames blaming faulted charged".split()
)
_ACCUSED: Final = gate(_ACCUSING)


def accused_of(sentence: Sentence) -> list[Violation]:
    """ "accused Azerbaijan of targeting settlements, shelling the city and conducting airstrikes"."""
    if sentence.lacks(_ACCUSED):
        return []
    units = sentence.units
    found: list[Violation] = []
    verbs = [units[f.at].start - sentence.start for f in frames(sentence) if f.verb in _ACCUSING]
    for frame in frames(sentence):
        if frame.verb not in _ACCUSING:
            continue
        accused = side_after(units, frame.at + 1)
        if frame.trailing and frame.group is not None and frame.group.first > frame.at:
            accused = _accused_before(units, frame.at)
        if accused is None or frame.speaker.side in (accused[0], MEDIA):
            continue
        side, at = accused
        if frame.verb in CENSURING and not any(u.low in ("for", "over") for u in units[at + 1 : at + 4]):
            continue
        begin = units[max(at, frame.at)].end - sentence.start
        limit = min([_clause_end(sentence, begin), *(v for v in verbs if v > begin)])
        spans = acts_between(sentence, begin, limit)
        for act in spans:
            if act.noun and act.act == "violation" and len(spans) > 1:
                continue
            near = bool(found) and found[-1].accused_side == side
            found.append(
                made(sentence, act, frame.speaker, units[at], side, "violation/accused-of", near=near)
            )
        if not spans and frame.verb.startswith("blam"):
            spans = acts_between(
                sentence, units[frame.at].end - sentence.start, units[at].start - sentence.start
            )
            spans = spans or _acts_of_blame(sentence, frame)
            for act in spans[:1]:
                found.append(
                    made(sentence, act, frame.speaker, units[at], side, "violation/blamed", near=True)
                )
        if len(found) == 1 and found[0].act == "violation" and frame.verb.startswith("blam"):
            named = [a for a in _acts_of_blame(sentence, frame) if a.act != "violation"]
            found[0].act = named[-1].act if named else "violation"
        if not spans and TRUCE.search(sentence.low[begin:limit]):
            act = Act(units[frame.at].start - sentence.start, limit, "violation", False)
            found.append(made(sentence, act, frame.speaker, units[at], side, "violation/accused-of"))
    return found


def _accused_before(units: list[Unit], at: int) -> tuple[str, int] | None:
    """ "Morune forces were accused by Veyland of shelling Pell": the subject of the passive."""
    for k in range(at - 1, max(at - 9, -1), -1):
        side = side_of(units[k]) if units[k].tag in "sA" else None
        if side:
            return side, k
        if units[k].tag in ";:.":
            break
    return None


def _acts_of_blame(sentence: Sentence, frame: Frame) -> list[Act]:
    """Acts told before "..., blaming X"."""
    verb = sentence.units[frame.at].start - sentence.start
    return acts_between(sentence, 0, verb)


def _clause_end(sentence: Sentence, begin: int) -> int:
    low = sentence.low
    stops = [
        i
        for i in (
            low.find(";", begin),
            low.find(", while ", begin),
            low.find(", but ", begin),
            low.find(" amid ", begin),
        )
        if i >= 0
    ]
    return min(stops) if stops else len(low)
