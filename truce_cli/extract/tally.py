"""A document's own totals: parts added, subsets not, compounds kept apart. For `truce extract --tally`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from truce_cli.extract.armed import armed, by_arms
from truce_cli.model.claim import Claim
from truce_cli.text.sentences import sentences

Bounds = dict[str, int | None]

_KEPT: Final = ("killed", "injured")
_MORE: Final = re.compile(r"\b(?:another|other|others|more|further|additional|extra|also)\b(?! than)")
_JOINED: Final = re.compile(r"[\s,]*(?:and|along with|alongside|as well as)?\s*")
_APART: Final = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|"
    r"later (?:on )?(?:killed|shot)|in a second|in the second|"
    r"subsequent (?:attack|raid|incident|clash)|preceded|the same day|the following|then (?:killed|shot)|"
    r"moved to|and then)\b"
)
_ANOTHER: Final = re.compile(r"\banother(?! (?:said|report|source|official|witness|account))\b")
""" "In another village, two women died": before the figure; behind it, others are met by the same harm."""
_WEEKDAY: Final = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_TOLD_ON: Final = re.compile(
    r"\b(?:said|told|reported|announced|confirmed|statement)\b[^,.;]{0,24}?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_RIVAL: Final = re.compile(
    r"\b(?:although|though|other reports?|(?:another|separate) report|another source|other sources?|claimed|"
    r"put the|puts the|residents said|witnesses said|eyewitness\w*|estimated|earlier report|according to)\b"
)
_SEVERAL: Final = re.compile(
    r"\b(?:attacks|incidents|bombings|blasts|clashes|raids|strikes|air ?strikes|explosions|shootings|villages|"
    r"communities|locations|areas|places|provinces|districts|towns|separate|across|since|days)\b"
)
"""A first sentence with one of these sums up: what is told later are its parts."""
_BEFORE: Final = re.compile(
    r"\b(?:over|revenge for|retaliation for|reprisals? for|avenge|avenging|anniversary of|"
    r"(?:day|days|hours|weeks?|months?|years?) (?:after|before)|the \d{4})\b"
)
"""What stands behind one of these in a sentence is the cause or the past of what the sentence tells."""
_THIS_YEAR: Final = re.compile(r"\b(?:this year|so far|since (?:the|\d{4}|[a-z]+ \d))")


class _Reading:
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


def tally(text: str, claims: Sequence[Claim]) -> dict[str, Bounds]:
    """{"killed": {low, value, high}, "injured": {...}} of one document; None where it tells nothing.

    Figures of other wars, parts of a whole and superseded figures stay out. Soldiers and attackers stay out
    where the document counts other people too. The lead figure stands; a larger one told later replaces it,
    a smaller one is its part, and figures said to be of others ("another four", "separately") are added.
    """
    reading = _Reading(text)
    tolls = [c for c in claims if c.kind == "toll" and c.other_conflict is None]
    harms = {c.id: c.harm for c in tolls}
    totals = {}
    for harm in _KEPT:
        of_harm = [c for c in tolls if c.harm == harm]
        whole = [replace(c, subset_of=None) if harms.get(c.subset_of or "") != harm else c for c in of_harm]
        totals[harm] = _total(reading, whole)  # "nine were injured, one of whom died": one was killed
    return totals


def _total(reading: _Reading, claims: list[Claim]) -> Bounds:
    counted = [c for c in claims if c.subset_of is None and not _superseded(c)]
    figures = [c for c in counted if c.qualifier != "vague"] or counted
    figures = _present(reading, figures)
    if not figures:
        return {"low": None, "value": None, "high": None}
    groups = _by_sentence(reading, figures)
    parts = _breakdown(reading, groups)
    if parts is not None:
        return _less(groups[0], sum(_size(c) for c in parts if armed(reading.text, c)))
    unarmed = [c for c in figures if not armed(reading.text, c)]
    chosen = _chosen(reading, _by_sentence(reading, unarmed or figures))
    if not unarmed:
        return _bounds(chosen)
    same = {c.id for c in claims if any(c is k or _size(c) == _size(k) for k in chosen)}
    inside = [c for c in claims if c.subset_of in same and c.value]
    if len(chosen) == 1 and chosen[0].victims == "any":
        named = [c for c in inside if _civilians(c)]
        if len(named) == 1 and _size(named[0]) < _size(chosen[0]):
            return _bounds(named)
    return _less(chosen, sum(_size(c) for c in inside if armed(reading.text, c)))


def _present(reading: _Reading, figures: list[Claim]) -> list[Claim]:
    """Without the causes and the past of what is told, where anything else is counted."""
    told = [c for c in figures if not _past(reading, c) and not _shot_attacker(reading, c)]
    return told or figures


def _shot_attacker(reading: _Reading, claim: Claim) -> bool:
    """ "before security forces killed him": the attacker."""
    return claim.value_text in ("him", "her") and by_arms(reading.before(claim)[-30:])


def _past(reading: _Reading, claim: Claim) -> bool:
    if _THIS_YEAR.search(reading.sentence(claim)):
        return True
    return bool(_BEFORE.search(reading.before(claim)[-60:]))


def _by_sentence(reading: _Reading, figures: list[Claim]) -> list[list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for claim in sorted(figures, key=lambda c: c.start or 0):
        groups.setdefault(reading.at(claim), []).append(claim)
    return list(groups.values())


def _breakdown(reading: _Reading, groups: list[list[Claim]]) -> list[Claim] | None:
    """The parts of a lead figure that later figures add up to, in one sentence or over all of them."""
    if any(armed(reading.text, c) for c in groups[0]):
        return None
    for parts in (*groups[1:], [c for group in groups[1:] for c in group]):
        if len(parts) > 1 and _sum(parts) == _sum(groups[0]):
            return parts
    return None


def _chosen(reading: _Reading, groups: list[list[Claim]]) -> list[Claim]:
    told = [_of_sentence(reading, group) for group in groups]
    chosen = list(told[0])
    summed = len(chosen) == 1 and bool(_SEVERAL.search(reading.sentence(chosen[0])))
    if summed and sum(_sum(later) for later in told[1:]) <= _sum(chosen):
        return chosen
    for later in told[1:]:
        if _apart(reading, later) or _other_day(reading, told[0], later):
            chosen += later
        elif _sum(later) > _sum(chosen):
            chosen = list(later)
    return chosen


def _of_sentence(reading: _Reading, group: list[Claim]) -> list[Claim]:
    """Figures of one sentence that add up: a whole told beside its parts stands alone, an echo counts once."""
    if len(group) > 1 and _RIVAL.search(reading.sentence(group[-1])) and len({c.victims for c in group}) == 1:
        return [max(group, key=_size)]
    kept: list[Claim] = []
    for claim in group:
        if not any(_echoes(reading, claim, other) for other in kept):
            kept.append(claim)
    largest = max(kept, key=_size)
    if len(kept) > 2 and kept[0] is largest and _sum(kept) == 2 * _size(largest):
        return [largest]
    totals = [c for c in kept if (c.rule or "").startswith("toll/total")]
    return totals[-1:] or kept  # "the toll rose to 31 after two victims died in hospital"


def _echoes(reading: _Reading, claim: Claim, other: Claim) -> bool:
    """The same figure of the same people, told twice in a sentence, and not said to be of others."""
    if _size(claim) != _size(other) or claim.victims != other.victims:
        return False
    told = reading.text[other.start or 0 : claim.end].lower()
    between = reading.text[other.end or 0 : claim.start].lower()
    return not _MORE.search(told) and not _JOINED.fullmatch(between)


def _apart(reading: _Reading, later: list[Claim]) -> bool:
    sentence = reading.sentence(later[0])
    if _RIVAL.search(sentence):
        return False
    if (
        _APART.search(sentence)
        or _ANOTHER.search(reading.before(later[0]))
        or any(c.measure == "increment" for c in later)
    ):
        return True
    return any(_MORE.search((c.quote or "").lower()) for c in later if c.rule != "toll/person")


def _other_day(reading: _Reading, lead: list[Claim], later: list[Claim]) -> bool:
    """True where each of two sentences has its own day of the week: "on Sunday", then "on Monday"."""
    if later[0].measure == "cumulative":
        return False
    first, second = (set(_WEEKDAY.findall(_TOLD_ON.sub("", reading.sentence(c[0])))) for c in (lead, later))
    return bool(first) and bool(second) and first.isdisjoint(second)


def _civilians(claim: Claim) -> bool:
    """True for a count of civilians, called so: the whole's other part bears arms."""
    return claim.victims == "civilian" and "civilian" in (claim.quote or "").lower()


def _superseded(claim: Claim) -> bool:
    return claim.note is not None and claim.note.startswith("superseded")


def _size(claim: Claim) -> int:
    return claim.value or claim.low or claim.high or 0


def _sum(claims: list[Claim]) -> int:
    return sum(_size(c) for c in claims)


def _less(chosen: list[Claim], taken: int) -> Bounds:
    """Bounds of a count without those who bear arms, where others are left."""
    bounds = _bounds(chosen)
    if not 0 < taken < _sum(chosen):
        return bounds
    return {key: max(v - taken, 0) if v is not None else None for key, v in bounds.items()}


def _bounds(chosen: list[Claim]) -> Bounds:
    lows, highs, values = [c.low for c in chosen], [c.high for c in chosen], [c.value for c in chosen]
    return {
        "low": None if None in lows else sum(v or 0 for v in lows),
        "value": None if None in values else sum(v or 0 for v in values),
        "high": None if None in highs else sum(v or 0 for v in highs),
    }
