"""How figures of one document stand to one another: of the past, apart, of another day, told twice. By their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from truce_cli.extract.armed import by_arms
from truce_cli.model.claim import Claim
from truce_cli.text.sentences import sentences

_MORE: Final = re.compile(r"\b(?:another|other|others|more|further|additional|extra|also)\b(?! than)")
_ALSO: Final = re.compile(r"\balso(?: (?!said\b|told\b|reported\b|added\b)\w+)?\s*$")
_JOINED: Final = re.compile(r"[\s,]*(?:and|along with|alongside|as well as)?\s*")
_APART: Final = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|"
    r"later (?:on )?(?:killed|shot)|in a second|in the second|"
    r"subsequent (?:attack|raid|incident|clash)|preceded|the same day|that same day|(?:days?|weeks?) later|"
    r"later found|in the latter|the following|then (?:killed|shot|murdered|beheaded|executed|attacked)|"
    r"moved to|and then|a (?:second|third|fourth|fifth) (?:suicide |car |roadside )?(?:bomb|blast|explosion|attack|"
    r"raid|strike|incident|shooting))\b"
)
_ANOTHER: Final = re.compile(r"\banother(?! (?:said|report|source|official|witness|account))\b")
""" "In another village, two women died": before the figure; behind it, others are met by the same harm."""
_WEEKDAY: Final = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_TOLD_ON: Final = re.compile(
    r"\b(?:said|told|reported|announced|confirmed|statement)\b[^,.;]{0,24}?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_MET: Final = re.compile(r"\b(?:kill|wound|injur|dead\b|died\b)")
RIVAL: Final = re.compile(
    r"\b(?:although|though|other reports?|(?:another|separate)(?: set of)? reports?|"
    r"others? (?:indicated|stated)|another source|other sources?|claimed|"
    r"put the|puts the|residents said|witnesses said|eyewitness\w*|estimated|earlier report|according to)\b"
)
SEVERAL: Final = re.compile(
    r"\b(?:attacks|incidents|bombings|blasts|clashes|raids|strikes|air ?strikes|explosions|shootings|villages|"
    r"communities|locations|areas|places|provinces|districts|towns|separate|across|since|days)\b"
)
"""A first sentence with one of these sums up: what is told later are its parts."""
_BEFORE: Final = re.compile(
    r"\b(?:over|revenge for|retaliation for|reprisals? for|avenge|avenging|anniversary of|"
    r"sparked by|triggered by|prompted by|"
    r"(?:day|days|hours|weeks?|months?|years?) (?:after|before)|the \d{4})\b"
)
"""What stands behind one of these in a sentence is the cause or the past of what the sentence tells."""
_LONG: Final = re.compile(
    r"\b(?:this year|so far|since (?:the|\d{4}|[a-z]+ \d)|(?:a|the (?:past|last)) (?:decade|year)|"
    r"(?:past|last) \w+ (?:months|years)|\w+-year(?:-old|-long)? (?:conflict|war|insurgency|uprising|rebellion)|"
    r"(?:conflict|war|insurgency|uprising|rebellion) (?:has|have|had))\b"
)
"""What a sentence with one of these counts is not the event alone."""
_BRINGING: Final = re.compile(r"\b(?:bring|brings|bringing|brought|raises|raised|raising) (?:to|the|its)\b")
_EARLIER: Final = re.compile(
    r"^(?:last (?:week|month|year)|earlier this (?:week|month|year)|in (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b|in \d{4}\b|(?:\w+ )?(?:days|weeks|months|years) (?:earlier|ago))"
)
"""A later sentence that begins so tells of something before."""


_LISTED: Final = frozenset(("toll/companion", "toll/shared"))


class Reading:
    """A text with its sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [start for start, _, _ in sentences(text)]

    def at(self, claim: Claim) -> int:
        """Index of a claim's sentence."""
        return bisect_right(self._starts, claim.start or 0) - 1

    def before(self, claim: Claim) -> str:
        """Words of its sentence before a claim, lower case."""
        return self.text[self._starts[self.at(claim)] : claim.start].lower()

    def sentence(self, claim: Claim) -> str:
        """Words of a claim's sentence, lower case."""
        at = self.at(claim)
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[at] : end].lower()


def present(reading: Reading, figures: list[Claim]) -> list[Claim]:
    """Without the causes and the past of what is told, where anything else is counted."""
    first = min((reading.at(c) for c in figures), default=0)
    told = [
        c
        for c in figures
        if not long_told(reading, c)
        and not _BEFORE.search(reading.before(c)[-60:])
        and not (reading.at(c) > first and _EARLIER.search(reading.sentence(c)))
        and not _shot_attacker(reading, c)
    ]
    return told or figures


def long_told(reading: Reading, claim: Claim) -> bool:
    """True for a count of a year or a war: "the fifth reporter killed this year"."""
    sentence = reading.sentence(claim)
    if claim.rule != "toll/total-carried" and _BRINGING.search(sentence):
        return False  # "a reporter was shot dead, bringing to five the number of reporters killed this year"
    return bool(_LONG.search(sentence))


def _shot_attacker(reading: Reading, claim: Claim) -> bool:
    """ "before security forces killed him": the attacker."""
    return claim.value_text in ("him", "her") and by_arms(reading.before(claim)[-30:])


def echoes(reading: Reading, claim: Claim, other: Claim) -> bool:
    """The same figure of the same people, told twice in a sentence, and not said to be of others."""
    if size(claim) != size(other) or claim.victims != other.victims or claim.rule in _LISTED:
        return False
    told = reading.text[other.start or 0 : claim.end].lower()
    between = reading.text[other.end or 0 : claim.start].lower()
    return not _MORE.search(told) and not _JOINED.fullmatch(between)


def apart(reading: Reading, later: list[Claim]) -> bool:
    """True where a later sentence counts others: "another four", "separately", "they also killed"."""
    sentence, before = reading.sentence(later[0]), reading.before(later[0])
    if RIVAL.search(sentence):
        return False
    met = bool(_MET.search(before)) and len(later) == 1  # "killing a nurse and wounding another"
    if _APART.search(sentence) or _ANOTHER.search(before) or (later[0].measure == "increment" and not met):
        return True
    counted = [c for c in later if c.rule != "toll/person" or (c.value_text or "").lower() in ("his", "her")]
    return any(_MORE.search((c.quote or "").lower()) for c in counted) or bool(
        counted and _ALSO.search(before)
    )


def other_day(reading: Reading, lead: list[Claim], later: list[Claim]) -> bool:
    """True where each of two sentences has its own day of the week: "on Sunday", then "on Monday"."""
    if later[0].measure == "cumulative":
        return False
    first, second = (set(_WEEKDAY.findall(_TOLD_ON.sub("", reading.sentence(c[0])))) for c in (lead, later))
    return bool(first) and bool(second) and first.isdisjoint(second)


def size(claim: Claim) -> int:
    """A figure to compare by: the one stated, else a bound."""
    return claim.value or claim.low or claim.high or 0
