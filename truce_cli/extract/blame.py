"""Blame laid on a side by name: "accused Moru of shelling Pell", "blamed Moru for the attack"."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.accusation import Violation, made
from truce_cli.extract.act_words import Act, acts_between
from truce_cli.extract.actors import groups
from truce_cli.extract.acts import WEAPON
from truce_cli.extract.charges import BLASTS, HARMED, begins, further_accused, things_blamed, within
from truce_cli.extract.culprit import side_after
from truce_cli.extract.culprit import subject as subject_of_act
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speakers import frames, speaker_at
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.truces import TRUCE
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import ACCUSING
from truce_cli.extract.who import speaker_of
from truce_cli.model.record import replace
from truce_cli.model.words import MEDIA, UNKNOWN
from truce_cli.text.word_gates import gate

CENSURING: Final = frozenset(
    "condemned condemns denounced denounces criticised criticized rebuked deplored deplores decried".split()
)
""" "condemned Moru for shelling Pell" accuses it; "condemned the shelling" may not."""
_ACCUSING: Final = ACCUSING | CENSURING | frozenset(("faulted", "charged", "charges"))
_TRACING: Final = frozenset("attributed attributes ascribed ascribes pinned pins blamed blames".split())
""" "attributed the blast to Morune mortars": whom it names stands behind "to"."""
_PROTESTING: Final = frozenset(
    "protest protested protests protesting complained complains complaining".split()
)
_SUMMONING: Final = frozenset("summoned summons summon summoning".split())
_ACCUSED: Final = gate(_ACCUSING | _TRACING | _PROTESTING | _SUMMONING)


def accused_of(sentence: Sentence) -> list[Violation]:
    """ "accused Azerbaijan of targeting settlements, shelling the city and conducting airstrikes"."""
    if sentence.lacks(_ACCUSED):
        return []
    units = sentence.units
    found: list[Violation] = [*_traced(sentence), *_protested(sentence)]
    verbs = [begins(units, f) - sentence.start for f in frames(sentence) if f.verb in _ACCUSING]
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
        last = next((k for k, u in enumerate(units) if u.start - sentence.start >= limit), len(units))
        further = further_accused(units, max(at, frame.at), last)
        ends = [*(units[k].start - sentence.start for k in further), limit]
        _charge(sentence, frame, at, side, (begin, ends[0]), found)
        for k, end in zip(further, ends[1:], strict=True):
            other = str(side_of(units[k]))
            if other != frame.speaker.side:
                _charge(sentence, frame, k, other, (units[k].end - sentence.start, end), found)
    return found


def _charge(
    sentence: Sentence, frame: Frame, at: int, side: str, span: tuple[int, int], found: list[Violation]
) -> None:
    """Add what the accused at a unit is charged with. span: offsets of the charge in the sentence."""
    units = sentence.units
    begin, limit = span
    spans = acts_between(sentence, begin, limit)
    if not spans and frame.verb not in CENSURING:
        spans = things_blamed(sentence, begin, limit)
    for act in spans:
        if act.noun and act.act == "violation" and len(spans) > 1:
            continue
        near = bool(found) and found[-1].accused_side == side and found[-1].accused == _words(sentence, at)
        near = near and not (found[-1].act == "violation" and found[-1].unit is None)  # dropped beside an act
        item = made(sentence, act, frame.speaker, units[at], side, "violation/accused-of", near=near)
        found.append(within(item, limit))
    if not spans and frame.verb.startswith("blam"):
        spans = acts_between(sentence, units[frame.at].end - sentence.start, units[at].start - sentence.start)
        spans = spans or _acts_of_blame(sentence, frame)
        for act in spans[:1]:
            found.append(made(sentence, act, frame.speaker, units[at], side, "violation/blamed", near=True))
    if len(found) == 1 and found[0].act == "violation" and frame.verb.startswith("blam"):
        named = [a for a in _acts_of_blame(sentence, frame) if a.act != "violation"]
        found[0].act = named[-1].act if named else "violation"
    if not spans and TRUCE.search(sentence.low[begin:limit]):
        harm = HARMED.search(sentence.low, begin, limit) is not None
        act = Act(units[frame.at].start - sentence.start, limit, "attack" if harm else "violation", False)
        found.append(made(sentence, act, frame.speaker, units[at], side, "violation/accused-of"))
        found[-1].act = act.act


def _words(sentence: Sentence, at: int) -> str:
    unit = sentence.units[at]
    return sentence.article.text[unit.start : unit.end]


def _traced(sentence: Sentence) -> list[Violation]:
    """ "attributed all the explosions to Morune mortars", "a raid that Veyland pinned on Moru", "blamed it on "
    "Moru"."""
    units = sentence.units
    verb = next((k for k, u in enumerate(units) if u.low in _TRACING), None)
    if verb is None:
        return []
    joint = "to" if units[verb].low.startswith(("attribut", "ascrib")) else "on"
    told = (side_after(units, k + 1) for k in _joints(units, verb, joint))
    accused = next((found for found in told if found is not None), None)
    speaker = _tracer(sentence, verb)
    if accused is None or speaker is None or speaker.side in (accused[0], MEDIA, UNKNOWN):
        return []
    side, at = accused
    if any(u.tag in "NTVDd" for u in units[verb + 1 : at]):
        return []  # "attributed two deaths to Veylish fire" counts the dead
    begin, end = units[verb].start - sentence.start, _clause_end(sentence, units[at].end - sentence.start)
    behind = units[at].end - sentence.start
    spans = acts_between(sentence, behind, end)
    weapon = WEAPON.search(sentence.low, behind, end)
    if joint == "on" or not (spans or weapon):
        spans, weapon = acts_between(sentence, 0, behind)[::-1] or spans, None
    if not spans and weapon is None:
        return []
    kind = next((a.act for a in spans if a.act not in ("attack", "violation")), None)
    kind = kind or (acts.WEAPON_ACT[weapon.group()] if weapon is not None else spans[0].act)
    begin = min([begin, *(a.start for a in spans)]) if joint == "on" else begin
    end = behind if joint == "on" else min(end, max(begin + 110, behind))
    act = Act(begin, len(sentence.words[:end].rstrip(" .,;")), kind, True)
    rule = "violation/blamed" if units[verb].low.startswith("blam") else "violation/traced"
    return [made(sentence, act, speaker, units[at], side, rule, near=True)]


def _joints(units: list[Unit], verb: int, joint: str) -> list[int]:
    """Units of "to" or "on" behind which the accused stands; none in "blamed Moru for a strike on Pell"."""
    last = min(verb + 14, len(units))
    if joint == "on":
        direct = side_after(units, verb + 1)
        if direct is not None and units[direct[1] + 1 : direct[1] + 2] and units[direct[1] + 1].low != "'s":
            before = units[verb + 1 : direct[1]]
            if not any(u.low == "on" for u in before):
                return []
        return [k for k in range(last - 1, verb, -1) if units[k].low == "on"]
    return [k for k in range(verb + 1, last) if units[k].low == "to"][:1]


def _tracer(sentence: Sentence, verb: int) -> Speaker | None:
    """Who lays an act at a door: the subject right before the verb, else whoever speaks there."""
    subject = next((g for g in groups(sentence) if g.last == verb and g.side), None)
    if subject is not None:
        return speaker_of(sentence, subject)
    frame = next((f for f in reversed(frames(sentence)) if f.at <= verb), None)
    return frame.speaker if frame is not None else None


_ABOUT: Final = frozenset(("against", "about", "over", "at"))


def _protested(sentence: Sentence) -> list[Violation]:
    """ "summoned the envoy to protest against the shelling of Pell": an act that names nobody is the other side's."""
    units = sentence.units
    verbs = (_PROTESTING, _SUMMONING)
    verb = next((k for told in verbs for k, u in enumerate(units[:-1]) if u.low in told), None)
    if verb is None:
        return []
    reach = verb + (12 if units[verb].low in _SUMMONING else 4)
    about = next((k for k in range(verb + 1, min(reach, len(units))) if units[k].low in _ABOUT), None)
    if about is None:
        return []
    frame = next((f for f in reversed(frames(sentence)) if f.at <= verb), None)
    subject = main_subject(units, verb, groups(sentence))
    if frame is not None:
        speaker = frame.speaker
    elif subject is not None:
        speaker = speaker_of(sentence, subject)
    else:
        return []
    other = sentence.article.lexicon.other_side(speaker.side)
    begin = units[about].start - sentence.start
    stop = sentence.low.find(",", begin)
    found = []
    for act in acts_between(sentence, begin, stop if stop > 0 else len(sentence.low)):
        act = Act(act.start, act.end, act.act, True)
        at = next((k for k, u in enumerate(units) if u.start - sentence.start >= act.start), verb)
        told = subject_of_act(sentence, units, at, act, None, speaker)
        unit, side = (told[0], told[1]) if told is not None else (None, other)
        if side is not None and side != speaker.side and side in sentence.article.lexicon.sides:
            found.append(made(sentence, act, speaker, unit, side, "violation/protested", near=unit is None))
    return found


_WORK: Final = gate(frozenset(("work", "doing", "handiwork")))
_WORK_OF: Final = re.compile(r"\b(?:was|were|is) the (?:work|doing|handiwork) of ")
_BEHIND: Final = gate(frozenset(("behind", "responsible")))
_BEHIND_IT: Final = re.compile(
    r"\b(?:was|were|is|are|been|stood|stands) (?:behind|responsible for) (?:the|an?|this|that|these|[\w'-]+'s) "
)


def behind_of(sentence: Sentence) -> list[Violation]:
    """ "said Moru was behind the explosion at Pell"."""
    match = None if sentence.lacks(_BEHIND) else _BEHIND_IT.search(sentence.low)
    if match is None:
        return []
    units, low = sentence.units, sentence.low
    at = next((k for k, u in enumerate(units) if u.start - sentence.start >= match.start()), 0)
    accused = _accused_before(units, at)
    speaker, frame = speaker_at(sentence, at)
    if accused is not None and accused[0] == speaker.side and speaker.generic:
        other = sentence.article.lexicon.other_side(speaker.side)
        speaker = replace(speaker, side=other or UNKNOWN, slug=None)
    if accused is None or frame is None or accused[0] == speaker.side or speaker.side in (MEDIA, UNKNOWN):
        return []
    if accused[1] < at - 4 or frame.verb.startswith("den"):
        return []
    spans = acts_between(sentence, match.end(), min(len(low), match.end() + 50))
    blast = BLASTS.search(low, match.end(), match.end() + 50)
    if not spans and blast is None:
        return []
    begin = units[accused[1]].start - sentence.start
    end = len(low[: min(len(low), match.end() + 60)].rstrip(" .,;"))
    kind = spans[0].act if spans else "attack"
    act = Act(begin, end, kind, True)
    return [made(sentence, act, speaker, units[accused[1]], accused[0], "violation/work-of", near=True)]


def works_of(sentence: Sentence) -> list[Violation]:
    """ "the explosion at Pell was the work of a Morune drone"."""
    match = None if sentence.lacks(_WORK) else _WORK_OF.search(sentence.low)
    if match is None:
        return []
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.start - sentence.start >= match.end()), len(units) - 1)
    accused = side_after(units, at)
    speaker, frame = speaker_at(sentence, at)
    if accused is None or frame is None or accused[0] == speaker.side or speaker.side in (MEDIA, UNKNOWN):
        return []
    low = sentence.low
    start = max(low.rfind(",", 0, match.start()), low.rfind(" that ", 0, match.start()) + 5, 0)
    behind = WEAPON.search(low, match.end(), match.end() + 50)
    kind = acts.WEAPON_ACT[behind.group()] if behind is not None else "attack"
    act = Act(start + 1 if start else 0, units[accused[1]].end - sentence.start, kind, True)
    return [made(sentence, act, speaker, units[accused[1]], accused[0], "violation/work-of", near=True)]


_RESPONSIBLE: Final = gate(frozenset(("responsible", "accountable", "guilty")))


def held_responsible(sentence: Sentence) -> list[Violation]:
    """ "Lines Watch holds Moru responsible for a mortar attack on Pell": no verb of speech, and an accusation."""
    if sentence.lacks(_RESPONSIBLE):
        return []
    units = sentence.units
    found = []
    for k, unit in enumerate(units):
        if unit.low not in ("holds", "held", "holding", "hold", "found", "finds"):
            continue
        named = groups(sentence)
        subject = next((g for g in named if g.last == k), None) or main_subject(units, k, named)
        accused = side_after(units, k + 1)
        for_at = next(
            (j for j in range(k + 2, min(k + 12, len(units))) if units[j].low in ("for", "of")), None
        )
        if subject is None or accused is None or for_at is None:
            continue
        if not any(u.low in ("responsible", "accountable", "guilty") for u in units[k + 1 : for_at]):
            continue
        speaker = speaker_of(sentence, subject)
        if speaker.side in (accused[0], MEDIA):
            continue
        begin = units[for_at].end - sentence.start
        for act in acts_between(sentence, begin, _clause_end(sentence, begin)):
            item = made(sentence, act, speaker, units[accused[1]], accused[0], "violation/accused-of")
            found.append(item)
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


_OF_THE_ACCUSER: Final = re.compile(
    r",? and (?:has |had |have )?(?:ordered|vowed|said|called|warned|urged|threatened|promised|responded|retaliated|"
    r"launched|struck|bombed|demanded|asked|summoned|closed|suspended|hit back|pledged|insisted|denied|rejected)\b"
)
""" "accused Moru of shelling Pell and ordered strikes": what the accuser did himself."""


def _clause_end(sentence: Sentence, begin: int) -> int:
    low = sentence.low
    own = _OF_THE_ACCUSER.search(low, begin)
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
    stops += [own.start()] if own is not None else []
    return min(stops) if stops else len(low)
