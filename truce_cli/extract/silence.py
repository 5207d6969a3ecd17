"""Losses withheld: "has not disclosed its military casualties". Silence is no zero."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.actors import groups
from truce_cli.extract.listing import label_end
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of, side_of_item
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.who import antecedent
from truce_cli.model.words import BOTH
from truce_cli.text.word_gates import gate

GATE: Final = re.compile(
    r"disclos|reveal|publish|releas|figure|state secret|secret|wraps|blackout|guarded|would|number|how many|"
    r"withh|conceal|silent|silence|detail|nothing|no word|no (?:toll|count|tally)|mention|without|taboo|myster|"
    r"public|comment|drawn|issu"
)
HUSH: Final = gate(
    frozenset(
        "not t never yet no neither nothing without silent mum tight blackout taboo mystery stopped ceased only "
        "suspended discontinued".split()
    ),
    tuple("refus declin secret withh conceal hid classif quiet wraps itself guarded undisclosed".split()),
)
_TELLING: Final = gate(
    frozenset(
        (
            "number",
            "many",
            "would",
            "nothing",
            "word",
            "mention",
            "without",
            "public",
            "comment",
            "taboo",
            "drawn",
        )
    ),
    tuple(
        "disclos undisclos reveal publish releas figure secret wraps blackout guarded number withh conceal "
        "silent silence detail toll tall count".split()
    ),
)
_OF_LOSSES: Final = gate(
    frozenset(("dead", "forces", "cost", "count", "data", "such", "killed", "wounded", "buried", "died")),
    tuple(
        "casualt fatalit loss death toll soldier troop servicemen lost figure fallen injur victim missing number "
        "detail information".split()
    ),
)
"""A word of each of the three stands in whatever tells that losses are withheld."""
_LOSS: Final = (
    r"(?:casualt|fatalit|loss|dead|death|toll|wounded|killed|soldiers|troops|servicemen|armed "
    r"forces|(?:it|they|he) (?:has|had|have) lost|figures?|fallen|injur|victims|missing)"
)
_WITHHELD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:has|have|had|did|does|do)(?: not|n't| never| yet to| so far not)(?: yet| so far)? "
        rf"(?:disclosed?|revealed?|publish(?:ed)?|publicly disclosed?|released?|made public|announced?|"
        rf"given|give|provided?|reported?|acknowledged?|specif\w+|said)\b[^.;]{{0,60}}\b{_LOSS}",
        rf"\b(?:refus\w+|declin\w+) to (?:reveal|disclose|publish|release|say|give|comment on|specify|"
        rf"confirm|be drawn on|discuss|put a (?:figure|number) (?:on|to))\b[^.;]{{0,50}}\b{_LOSS}",
        rf"\b(?:gives?|gave|publish\w*|releas\w+|provid\w+) no (?:figures?|numbers?|data|information|"
        rf"details)\b[^.;]{{0,50}}\b{_LOSS}?",
        rf"\bneither (?:army|side|country|government|party|ministry)\b[^.;]{{0,20}}\b(?:disclosed|"
        rf"released|published|revealed|given|reported)\b[^.;]{{0,50}}\b{_LOSS}",
        rf"\b(?:treat\w*|kept|keep\w*|regard\w*)\b[^.;]{{0,40}}\b{_LOSS}\w*\b[^.;]{{0,20}}\b(?:secret|"
        rf"classified)",
        rf"\b(?:withh\w+|conceal\w+|hid(?:es|ing|den)?|classif\w+|is keeping quiet "
        rf"about)\b[^.;]{{0,40}}\b{_LOSS}",
        rf"\b{_LOSS}\w*[^.;]{{0,30}}\b(?:remain|are|is|were|have been|has been|"
        rf"was)\b[^.;]{{0,12}}\b(?:undisclosed|not disclosed|classified|secret|a state secret|not been "
        rf"disclosed|not been released|not been published)",
        rf"\b(?:keeps?|kept|keeping)\b[^.;]{{0,40}}\b{_LOSS}\w*\b[^.;]{{0,20}}\b(?:under wraps|to "
        rf"itself|quiet|closely guarded)",
        rf"\b(?:kept|keeps|remain\w*|stay\w*|been|is) (?:silent|quiet|mum|tight-lipped|secretive) "
        rf"(?:about|on)\b[^.;]{{0,30}}\b{_LOSS}",
        rf"\b(?:news )?blackout on\b[^.;]{{0,30}}\b{_LOSS}",
        rf"\b(?:would|will|did) (?:not|neither) (?:say|tell|disclose|reveal)\b[^.;]{{0,50}}\b{_LOSS}",
        rf"\bneither \w+ (?:publishes|discloses|reveals|releases)\b[^.;]{{0,40}}\b{_LOSS}",
        rf"\bundisclosed (?:number of )?(?:military )?{_LOSS}",
        rf"\bpolicy of not (?:publishing|disclosing|revealing|releasing)\b[^.;]{{0,40}}\b{_LOSS}",
        r"\b(?:publish\w*|releas\w+|gives?|gave|provid\w+) no such (?:information|figures|numbers|data)\b",
        r"\b(?:refus\w+|declin\w+) to say what\b[^.;]{0,40}\b(?:cost|lost)\b",
        r"\b(?:has|have) never published a comparable (?:number|figure|toll|count)",
        r"\btreat\w* such (?:numbers|figures|data|losses) as (?:classified|secret|a secret)",
        rf"\b(?:gives?|gave|publish\w*|releas\w+|provid\w+|offer\w*|issu\w+) no (?:\w+ )?{_LOSS}\w* "
        r"(?:figures?|numbers?|data|count|tally|toll|breakdown|information|details)",
        rf"\bneither [\w' ]{{2,30}} nor [\w' ]{{2,30}} (?:publish|disclos|reveal|releas|giv|report|has|have|would|"
        rf"will|did)\w*[^.;]{{0,50}}\b{_LOSS}",
        r"\b(?:gives?|gave|publish\w*|releas\w+|provid\w+|offer\w*|issu\w+) no (?:toll|count|tally|body count)\b",
        r"\bhow many\b[^.;]{0,60}\b(?:remains?|is|are|stays?|was) (?:an? )?(?:\w+ ){0,3}"
        r"(?:secret|undisclosed|classified|taboo|mystery)\b",
        r"\bhow many\b[^.;]{0,40}\b(?:lost|buried|fallen|killed|dead|died|wounded|losses)\b[^.;]{0,40}"
        r"\b(?:would not (?:say|be drawn|tell|disclose)|(?:declin|refus)\w+ to (?:say|tell|answer|comment))",
        rf"\b(?:says?|said|tells|told|reveal(?:s|ed)|disclos(?:es|ed)) nothing (?:about|of|on)\b[^.;]{{0,40}}\b{_LOSS}",
        rf"\b(?:about|of|on) (?:its|their|his|the)(?: own)?\b[^.;]{{0,16}}\b{_LOSS}\w*[^.;]{{0,30}}\b(?:says?|said|"
        r"reveals?|discloses?) nothing",
        rf"\b(?:gives?|gave|has given|releas\w+|there (?:is|was)) no word (?:on|of|about)\b[^.;]{{0,30}}\b{_LOSS}",
        rf"\b(?:makes?|made) no mention of\b[^.;]{{0,30}}\b{_LOSS}",
        r"\b(?:declin|refus)\w+ (?:any )?(?:to )?comment on\b[^.;]{0,30}\b(?:casualt|fatalit|loss|its dead|their dead)",
        rf"\bwithout (?:giving|disclosing|saying|specifying|revealing)\b[^.;]{{0,30}}\b(?:its|their|own)\b[^.;]{{0,20}}"
        rf"\b{_LOSS}",
        rf"\b{_LOSS}\w*[^.;]{{0,40}}\b(?:are|is|were|was|have|has)(?: been)? (?:not|never)(?: been)? "
        r"(?:made public|published|disclosed|released|revealed|announced|given)",
        rf"\b(?:has|have) yet to (?:disclose|publish|reveal|release)\b[^.;]{{0,50}}\b{_LOSS}",
        rf"\b(?:stopped|ceased|suspended|discontinued) (?:to )?(?:publish\w*|releas\w+|disclos\w+|giv\w+|report\w*|"
        rf"issu\w+|"
        rf"announc\w+|updat\w+)\b[^.;]{{0,40}}\b{_LOSS}",
        rf"\bno longer (?:publish\w*|releas\w+|disclos\w+|giv\w+|report\w*|announc\w+|says?)\b[^.;]{{0,40}}\b{_LOSS}",
        rf"\b{_LOSS}\w*[^.;]{{0,40}}\b(?:will|would|to) (?:only )?be (?:disclosed|published|released|revealed|made "
        rf"public|announced) (?:only )?(?:after|when|once|if)\b",
        rf"\b{_LOSS}\w*: (?:not|never|un)(?: yet)? ?(?:released|disclosed|published|given|announced|made public)"
        rf"(?: by [\w' ]{{2,30}})?",
    )
)


_OF_ONE_EVENT: Final = re.compile(
    r"\b(?:casualties|losses|deaths|dead|injuries) "
    r"(?:there\b|(?:in|from) (?:the|that|this) (?:attack|strike|blast|incident|raid)\b)"
)
""" "gave no details of casualties there": of one strike, not of the war."""
_TURN: Final = re.compile(r", (?:but|and|though|although|while|saying|says|said|has said|claims|yet)\b")
"""What ends the words of a silence: "has not disclosed its losses, but said 29 civilians were killed"."""


@dataclass(slots=True)
class Silence:
    """victims: military, civilian or any. harm: one harm where the words name it, None for all casualties."""

    sentence: Sentence
    start: int
    end: int
    side: str
    victims: str
    harm: str | None


def silences(sentence: Sentence) -> list[Silence]:
    if not sentence.article.lexicon.sides:
        return []
    unsaid = _item_withheld(sentence)
    if unsaid is not None:
        return [unsaid]
    if sentence.lacks(HUSH, _TELLING) or sentence.lacks(_OF_LOSSES):
        return []
    low = sentence.low
    if not GATE.search(low):
        return []
    for pattern in _WITHHELD:
        match = pattern.search(low)
        if match is None:
            continue
        side = _withholder(sentence, match)
        if side is None or _OF_ONE_EVENT.search(low, match.start(), match.end() + 30):
            continue
        tail_end = min(len(low), match.end() + 30)
        stop = _TURN.search(low, match.start(), match.end())
        if stop is not None:
            tail_end = min(tail_end, stop.start())
        around = low[match.start() : tail_end]
        end = min(match.end(), tail_end)
        rest = re.match(r"[\w' ]*", low[end:])
        end += len(rest.group().rstrip()) if rest and len(rest.group()) < 40 else 0
        return [
            Silence(
                sentence,
                sentence.start + match.start(),
                sentence.start + end,
                side,
                _victims(low[max(0, match.start() - 14) : match.start()] + around, low),
                _harm(around),
            )
        ]
    return []


_NOT_GIVEN: Final = re.compile(
    r"\W{0,3}(?:not (?:been )?(?:disclosed|published|released|given|reported|announced|made public)|undisclosed|secret|"
    r"classified|no (?:figures?|data|information)|withheld)\b"
)


_OF_ITEMS: Final = gate(
    frozenset(
        "disclosed published released reported announced public undisclosed secret classified figure figures data "
        "information withheld given".split()
    )
)
_LINE: Final = 120
"""Code points of a list's line that gives no figure."""


def _item_withheld(sentence: Sentence) -> Silence | None:
    """ "Azerbaijan, military – not disclosed": an item of a list, whose label or heading names the side."""
    if sentence.lacks(_OF_ITEMS) or sentence.end - sentence.start > _LINE:
        return None
    end = label_end(sentence)
    match = _NOT_GIVEN.match(sentence.low, end) if end else None
    side = side_of_item(sentence, end) if match is not None else None
    if match is None or side is None:
        return None
    label = sentence.low[:end]
    last = sentence.start + match.end()
    return Silence(sentence, sentence.start, last, side, _victims(label, label), _harm(label))


_RIVALS: Final = frozenset("adversary enemy opponent foe rival".split())
_BOTH: Final = re.compile(
    r"\bneither (?:side|army|party|country|government|camp|ministry)\b|\bboth\b|\bneither\b.{2,30}\bnor\b"
)


def _withholder(sentence: Sentence, match: re.Match[str]) -> str | None:
    low = sentence.low
    clause = low[max(0, match.start() - 30) : match.end()]
    if re.search(
        r"\bneither (?:side|army|party|country|government|camp|ministry)\b|\bboth\b|\bneither\b.{2,30}\bnor\b",
        clause,
    ):
        return BOTH
    at = sentence.start + match.start()
    by = next(
        (
            k
            for k, u in enumerate(sentence.units)
            if u.low == "by" and at <= u.start < sentence.start + match.end()
        ),
        0,
    )
    named = (
        next((s for u in sentence.units[by + 1 : by + 3] if u.tag in "sA" and (s := side_of(u))), None)
        if by
        else None
    )
    if named is not None:
        return named  # "Military deaths: not released by Linza"
    before = low[: match.start()].split()[-1:]
    if before and before[0] in _RIVALS:
        first = next((s for u in sentence.units if u.tag in "sA" and (s := side_of(u))), None)
        return sentence.article.lexicon.other_side(first)  # "While Linza reports its dead, its adversary ..."
    joined = next((k for k, u in enumerate(sentence.units) if u.start >= at), 0) - 1
    if joined > 0 and sentence.units[joined].low in ("but", "and", "yet"):
        opening = main_subject(sentence.units, joined, groups(sentence))
        if opening is not None and opening.side in sentence.article.lexicon.sides:
            return opening.side  # "counts 70 dead at rebel hands but has never published ..."
    for unit in reversed([u for u in sentence.units if u.start < at]):
        side = side_of(unit) if unit.tag in "sA" else None
        if side:
            return side
    pronoun = next(
        (k for k, u in enumerate(sentence.units) if u.low in ("it", "they") and u.start <= at), None
    )
    if pronoun is not None:
        who = antecedent(sentence, [], "it", pronoun).side
        if who in sentence.article.lexicon.sides:
            return who
    if re.search(r"\b(?:it|its|they)\b", low[: match.end()]):
        earlier = sentence.previous
        subject = low.startswith(
            (
                "its ",
                "it ",
                "their ",
                "they ",
                "the group ",
                "the movement ",
                "the militia ",
                "the party ",
                "the country ",
            )
        )  # who opens a sentence is who opened the last
        while earlier is not None and sentence.index - earlier.index < 4:
            for unit in earlier.units if subject else reversed(earlier.units):
                side = side_of(unit) if unit.tag in "sA" else None
                if side:
                    return side
            earlier = earlier.previous
    for unit in sentence.units:
        side = side_of(unit) if unit.tag in "sA" and unit.start >= at else None
        if side:
            return side
    return None


def _victims(around: str, low: str) -> str:
    if (
        re.search(r"militar|soldier|troop|servicemen|armed forces|army|combat|lost\b", around)
        or "army" in low
    ):
        return "military"
    if "civilian" in around:
        return "civilian"
    return "any"


def _harm(around: str) -> str | None:
    if "wounded" in around or "injur" in around:
        return "injured"
    if re.search(r"\bkilled\b|\bdead\b|deaths?\b|death toll", around):
        return "killed"
    return None
