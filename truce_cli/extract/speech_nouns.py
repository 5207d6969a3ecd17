"""Speech acts without a verb of their own: "by X's count", "X's complaint that", "in X's telling", "Y of that"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.scope import segment
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame
from truce_cli.extract.units import Unit
from truce_cli.extract.who import speaker_of
from truce_cli.model.record import replace

COUNTS: Final = frozenset(
    "count tally figure figures estimate estimates reckoning register records data books ledger logbook list".split()
)


_CHANGED: Final = frozenset(
    "cut reduced slashed raised lowered revised updated trimmed corrected increased".split()
)


_LATEST: Final = frozenset(
    "last latest previous earlier published official only first recent most confirmed new".split()
)


def by_count(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "By the Observatory's count", "the directorate's figure is 16": the possessor speaks."""
    owner = at - 1 - (at > 0 and units[at - 1].low == "own")  # "the archive's own count"
    while owner > 0 and units[owner].low in _LATEST:
        owner -= 1  # "the ministry's last published figure"
    changed = at > 2 and units[at - 1].low in ("its", "their") and units[at - 2].low in _CHANGED
    owner = at - 2 if changed else owner  # "the ministry cut its count"
    group = next(
        (
            g
            for g in named
            if g.last == owner and (changed or units[owner].low == "'s") and (g.side or g.kind)
        ),
        None,
    )
    if group is None:
        return None
    _first, last = segment(units, at)
    return Frame(speaker_of(sentence, group), "counts", at, at + 1, last, False, group)


NOMINAL: Final = frozenset(
    "complaint complaints accusation accusations allegation allegations assertion charge".split()
)


def nominal(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "Torvik's complaint that ..."."""
    group = next(
        (g for g in named if g.last in (at, at - 1) and (g.last == at or units[at - 1].low == "'s")), None
    )
    if group is None or at + 1 >= len(units) or units[at + 1].low not in ("that", "of"):
        return None
    return Frame(speaker_of(sentence, group), "complained", at, at + 2, segment(units, at)[1], False, group)


TOLD_BY: Final = frozenset("telling words account version view read".split())


def told_by(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "in Moru's telling"; "..., read a statement from Moru"."""
    first, last = segment(units, at)
    if units[at].low == "read":
        if at + 4 >= len(units) or units[at + 2].low not in TEXTS:
            return None
        group = next((g for g in named if at + 3 < g.first <= at + 6), None)
        return (
            Frame(speaker_of(sentence, group), "said", at, first, at, True, group)
            if group is not None
            else None
        )
    group = next((g for g in named if g.last == at - 1 and units[at - 1].low == "'s" and g.side), None)
    if group is None or not group.first or units[group.first - 1].low not in ("in", "by", "on"):
        return None
    return Frame(speaker_of(sentence, group), "said", at, first, last, True, group)


TEXTS: Final = frozenset("statement message communique communiqué post bulletin note letter".split())


def claims_speak(units: list[Unit], at: int) -> bool:
    """ "Torvik claims its gunners have killed 40", "..., Torvik claims.": speech; "the flood claims 40" is none."""
    if units[at].low != "claims":
        return False
    after = units[at + 1 : at + 9]
    if not after or after[0].tag in ".;":
        return True
    if after[0].low == "to":
        return True  # "claims to hold 120 soldiers"
    if after[0].tag in "NJMi,":
        return False
    return any(u.tag in "xXVD" or u.low == "that" for u in after) and not takes_lives(units, at)


def takes_lives(units: list[Unit], at: int) -> bool:
    """ "the fighting has claimed 400 lives": no speech."""
    return units[at].low.startswith("claim") and any(u.low == "lives" for u in units[at + 1 : at + 9])


def gapped(sentence: Sentence, units: list[Unit], named: list[Group], found: list[Frame]) -> list[Frame]:
    """ "Veyland spoke of drones over Pell, Moru of shells on Dorrin": the verb serves both."""
    added: list[Frame] = []
    for group in named:
        k = group.first - 1
        if k < 1 or units[k].tag not in ",c;" or group.last >= len(units) or units[group.last].low != "of":
            continue
        lead = next((f for f in reversed(found) if f.at < k and units[f.at + 1].low == "of"), None)
        if lead is None or group.side in (None, lead.speaker.side):
            continue
        added.append(
            Frame(speaker_of(sentence, group), lead.verb, group.last, group.last + 1, lead.last, False, group)
        )
        found = [replace(f, last=min(f.last, k)) if f is lead else f for f in found]
    return [*found, *added]


COUNTING: Final = frozenset(
    "logged counted recorded documented verified registered listed identified".split()
)


def whose_own(units: list[Unit], j: int, named: list[Group]) -> Group | None:
    """ "said Kolar of Lines Watch, whose volunteers have logged 4,318 deaths": the owner of those who count."""
    k = next((k for k in range(j, max(j - 4, 0), -1) if units[k].low == "whose"), 0)
    if k < 2 or units[k - 1].tag != ",":
        return None
    return next((g for g in named if g.last == k - 1 and (g.named or g.kind)), None)
