"""How an act's words are meant: as a noun, as real, with the doer left out, as a count of the war."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.act_words import Act
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import side_of
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.truces import spoken_of_or_held
from truce_cli.extract.units import Unit

_UNREAL: Final = re.compile(
    r"\b(?:could|would|should|must|(?<!\d )(?<!in )(?<!of )(?<!since )(?<!last )(?<!early )(?<!late )may(?! \d)|"
    r"might|will|if|had \w+ fired first|not to|to respect|vowed|"
    r"pledged|promised|urged|called on|"
    r"warned|calls? on|calling on|against any|would have|broke off|stopped|halted|ceased)\b"
)


_EITHER: Final = frozenset("attack attacks breaches shells bombs strikes hits".split())
"""Verbs that are nouns as often."""


_DOINGS: Final = frozenset("shelling bombing bombarding pounding mortaring strafing storming raiding".split())


_AMID: Final = re.compile(r"\b(?:in|during) (?:the|an?|its|their) (?:\w+ )?$")


def as_noun(low: str, act: Act) -> bool:
    before = low[: act.start].split()
    if _AMID.search(low, max(0, act.start - 40), act.start):
        return True  # "killed in the April offensive"
    if low.startswith((" of ", " by "), act.end) and low[act.start : act.end] in _DOINGS:
        return before[-1:] != ["of"] or low.startswith(" by ", act.end)  # "Shelling of Pell by Morune guns"
    if low.startswith((" by ", " against ", " of ", " on "), act.end) and low[act.start : act.end] in _EITHER:
        return True
    if low[act.start : act.end].endswith("ed") and before[-1:] != ["the"]:
        return False  # "a drone dropped grenades"
    return (
        bool(before)
        and before[-1]
        in ("the", "a", "an", "of", "'s", "under", "heavy", "its", "their", "missile", "rocket", "drone")
    ) or low[: act.start].endswith("'s ")


_NOT_ONE: Final = re.compile(
    r"\b(?:no|not one|not a single|none of \w+|neither) (?:[\w-]+ ){1,3}(?:had|has|have|was|"
    r"were)(?: been)? (?:\w+ly )?$"
)
""" "no shots had been fired at the aircraft"."""
_PAUSE: Final = re.compile(r"[,;:]")


def unreal(sentence: Sentence, act: Act, frame: Frame | None) -> bool:
    low = sentence.low
    clause_start = max(
        low.rfind(",", 0, act.start), low.rfind(";", 0, act.start), low.rfind(" that ", 0, act.start), 0
    )
    clause = low[clause_start : act.end]
    if _UNREAL.search(clause):
        return True
    before = _PAUSE.split(low[: act.start])[-1].split()[-3:]
    if any(w in ("not", "never", "n't", "without", "no", "denied", "denying") for w in before):
        return True
    if _NOT_ONE.search(low, max(0, act.start - 60), act.start):
        return True
    if low[max(0, act.start - 14) : act.start].endswith(
        ("counter ", "defensive ", "planned ", "retaliatory ")
    ):
        return True
    after = low[act.end : act.end + 12]
    if _ANY.search(low, max(0, act.start - 30), act.start) or _IDLE.search(
        low, max(0, act.start - 30), act.end
    ):
        return True
    if _SPENT.match(low, act.end):
        return True
    if low.startswith((" into the air", " in the air"), act.end):
        return True  # "warning shots were fired into the air"
    if (
        act.act == "violation"
        and act.noun
        and not sentence.truces
        and "space" not in low[act.start : act.end]
    ):
        return not (_OF_TERMS.match(low, act.end) and spoken_of_or_held(sentence.article))
    return (
        act.act == "violation"
        and not act.noun
        and not re.search(
            r"truce|cease-?fire|agreement|accord|commitments|regime|deal|pause|armistice|lull|arrangement|terms|"
            r"understanding|pact\b|obligations|provisions|undertaking|its word|(?:withdrawal|disengagement) line|"
            r"it\b",
            low[act.start : act.end + 60],
        )
        and not (
            re.search(r"\b(?:is|are|was|were|been|being) \W?$", low[: act.start])
            and any(span[1] <= act.start for span in sentence.truces)
        )
    ) or after.startswith(" off")


_ANY: Final = re.compile(r"\b(?:any|future|possible|potential)(?: \w+)? $")
""" "warned that any violation by Moru would be met"."""
_IDLE: Final = re.compile(r"\b(?:return(?:ed|s|ing)?|playing with|cease|under|line of|caught|friendly) fire$")
""" "had returned fire", "is playing with fire": no act of one's own."""
_SPENT: Final = re.compile(
    r" by (?:(?:the|an?) )?(?:falling )?(?:debris|fragments|(?:[\w-]+ ){0,2}interceptors?)\b"
)
""" "were hit by debris from a Morune interceptor"."""
_OF_TERMS: Final = re.compile(
    r" (?:by|from) |"
    r" (?:of|to) (?:the |its |this |that |their )?(?:\w+ )?(?:agreement|understanding|deal|accord|arrangement|terms|"
    r"pact|"
    r"it)\b"
)
""" "repeated violations of the understanding", "a breach by Moru", in a text that names a truce."""
IN_BREACH: Final = re.compile(
    r"\bin (?:\w+ ){0,2}(?:breach|violation|defiance|contravention|contempt) of|\bdespite the (?:\w+ )?(?:truce|"
    r"cease)"
)


def in_breach(sentence: Sentence, act: Act) -> bool:
    """True for what nobody says of his own side: that it breaks the truce."""
    return act.act == "violation" or IN_BREACH.search(sentence.low) is not None


_ACROSS: Final = re.compile(
    r"\bfrom (?:across|over|beyond|the other side of) the (?:river|border|line|frontier|lake|strait|valley|front)\b"
)


def victimless(low: str, act: Act) -> bool:
    """ "missiles had been fired at", "were under heavy shelling", "came under rocket fire"."""
    before = low[max(0, act.start - 40) : act.start]
    if act.act == "violation" and not low[: act.start].strip(' "“'):
        return True  # "Ripping up its own commitments again ...", he said
    if _ACROSS.search(low):
        return True  # "a shell fired from across the river landed in a school yard"
    if act.noun:
        return bool(re.search(r"\bunder (?:\w+ ){0,2}$", before))
    return bool(re.search(r"\b(?:been|were|was|being)\b", before)) or _bare_weapon(low, act)


_TOTAL_BEHIND: Final = re.compile(
    r"(?: (?:on|in|at|over|from) ?[\w' ]{0,24})? (?:has|have) (?:\w+ )?(?:killed|wounded|left)\b"
)
_TOTAL_BEFORE: Final = re.compile(
    r"\b(?:has|have) (?:now |already |so far )?been (?:killed|wounded|injured)[\w ]{0,20} (?:by|in) [\w' -]{0,24}$"
)


def of_a_total(low: str, act: Act) -> bool:
    """ "their fire has killed 45 civilians", "96 have been killed by their fire": a count of the war, no one act."""
    return bool(
        _TOTAL_BEHIND.match(low, act.end) or _TOTAL_BEFORE.search(low, max(0, act.start - 80), act.start)
    )


def sufferer(units: list[Unit], at: int) -> int:
    """The unit with which a passive's subject begins: "Kaldi had again been hit", "two schools were hit"."""
    k = at
    while k > 0 and at - k < 10 and units[k - 1].tag in "xXwJPhaNzLsAB" and units[k - 1].low != "that":
        k -= 1
    return k


def named_only(sentence: Sentence, units: list[Unit], at: int) -> str | None:
    """ "breached by suspects": the words for who did it, where they tell no side."""
    by = next((k for k in range(at + 1, min(at + 4, len(units) - 1)) if units[k].low == "by"), None)
    if by is None:
        return None
    last = by + 1
    while last < len(units) and units[last].tag in "haJPwBz" and last - by < 6:
        last += 1
    first = by + 2 if units[by + 1].tag in "ha" else by + 1
    return sentence.article.text[units[first].start : units[last - 1].end] if last > first else None


_STRIKES: Final = frozenset(("airstrike", "missile", "drone", "shelling"))


def on_own_place(units: list[Unit], at: int, act: Act, speaker: Speaker) -> bool:
    """ "an air raid on Jorum" in the mouth of the side that holds Jorum."""
    if not act.noun or act.act not in _STRIKES:
        return False
    for k in range(at + 1, min(at + 5, len(units))):
        if units[k].tag in "Ls" and units[k - 1].low in ("on", "of", "at", "against"):
            return side_of(units[k]) == speaker.side
        if units[k].tag in ",;:.":
            return False
    return False


_BARE_WEAPON: Final = re.compile(
    r"(?:^|[,;:\"“”]|\b(?:that|and|said|says|added)\b) ?"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|a|an|some|heavy|enemy) ){0,2}"
    r"(?:artillery |cruise |ballistic |combat |attack |fighter )?(?:shells?|rockets?|missiles?|drones?|planes?|"
    r"warplanes|jets|aircraft|helicopters?|tanks?|snipers?|artillery|mortars)(?: \w+ly| had| has| have| also){0,2} $"
)
_OWN_TARGET: Final = re.compile(r"\b(?:enemy|militants?|terrorists?|their|insurgents?|targets?)\b")


def _bare_weapon(low: str, act: Act) -> bool:
    """ "planes had dropped bombs on the city", "shells fell on Dorrin": a weapon without an owner is not one's "
    "own."""
    if not _BARE_WEAPON.search(low, max(0, act.start - 70), act.start):
        return False
    return not _OWN_TARGET.search(low, act.end, act.end + 60)
