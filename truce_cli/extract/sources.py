"""Sources without a verb of speech: "according to", "citing", a name and a colon, a name at a headline's end."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.scope import segment
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.who import antecedent, speaker_of
from truce_cli.model.words import MEDIA, UNKNOWN

_NOBODYS: Final = frozenset("information reports data figures".split())


_CLAUSES: Final = frozenset("when where which that because while after but".split())


def according(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    group = next((g for g in named if at < g.first <= at + 8), None)
    first, last = segment(units, at)
    if at > 1 and units[at - 1].tag == "," and units[at - 2].low in _CLAUSES:
        first = at - 2  # "..., and it ran out on Friday when, according to officials, ..."
    if at + 1 < len(units) and units[at + 1].low in ("her", "him", "it", "them"):
        return Frame(antecedent(sentence, [], "it"), "according to", at, first, last, True, None)
    if units[at].low == "citing":
        if group is None:
            return None
        return Frame(speaker_of(sentence, group), "citing", at, first, last, True, group)
    if group is None and any(u.low in _NOBODYS for u in units[at + 1 : at + 5]):
        return None  # "according to confirmed information": nobody's
    if group is None:
        words = sentence.article.text[units[at].end : units[last - 1].end].strip(" .,")
        tally = any(w in words for w in ("tally", "count", "toll"))
        return Frame(
            Speaker(words[:80] or None, MEDIA if tally else UNKNOWN),
            "according to",
            at,
            first,
            last,
            True,
            None,
        )
    head = units[at + 1 : group.first]
    if any(u.low in ("tally", "count", "data", "tolls") or u.data == "toll" for u in head):
        kind = (
            MEDIA
            if group.side == MEDIA or any(u.low in ("both", "sides") for u in units[at:last])
            else group.side
        )
        words = sentence.article.text[units[at].end : units[last - 1].end].strip(" .,")
        return Frame(
            Speaker(words[:80], kind or MEDIA, group.slug), "according to", at, first, last, True, group
        )
    return Frame(speaker_of(sentence, group), "according to", at, first, last, True, group)


def headline(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "Two pilots killed: Torvik"; "22 dead, 61 injured - mayor"; "REBELS: 7 DEAD"; "Ombudsman, 3 November: ..."."""
    opening = next((g for g in named if g.first <= 2), None)
    counted = at + 1 < len(units) and units[at + 1].tag in "Nn"
    if opening is not None and not opening.named and opening.kind == "military" and counted:
        opening = None  # "Military: 2 killed" is a label
    if opening is not None and all(u.tag == "P" for u in units[opening.first : opening.last]) and counted:
        opening = None  # "Civilians: 45 killed"
    if counted and units[at - 1].low.endswith("personnel"):
        return None
    if opening is not None and counted and all(u.tag in "Lw" for u in units[opening.first : opening.last]):
        if any(u.tag == "L" for u in units[opening.first : opening.last]):
            opening = None  # "Halden: 1 killed" is a label, too
    if opening is not None and opening.kind is not None and units[at].tag == ":" and at - opening.last <= 6:
        if not any(u.tag in "xXVDS" for u in units[opening.last : at]):
            return Frame(speaker_of(sentence, opening), ":", at, at + 1, len(units), False, opening)
    if opening is not None and opening.last == at and units[at].tag == ":" and at < 4:
        return Frame(speaker_of(sentence, opening), ":", at, at + 1, len(units), False, opening)
    if at + 1 >= len(units) or sentence.words[-1:] in ".!?":
        return None
    group = next((g for g in named if g.first in (at + 1, at + 2) and g.last == len(units)), None)
    if group is None:
        return None
    return Frame(speaker_of(sentence, group), ":", at, 0, at, True, group)


def bracketed(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "an estimated 2,400 killed (Civil Harm Watch) or 5,100 (Kovran Defence Ministry)": each figure's own source."""
    group = next((g for g in named if g.first in (at + 1, at + 2)), None)
    if group is None or not (group.slug or group.kind) or units[group.last : group.last + 1] == []:
        return None
    if units[group.last].tag != ")" or not any(u.tag == "N" for u in units[max(0, at - 4) : at]):
        return None
    first = at
    while first and units[first - 1].tag not in ");:":
        first -= 1
    return Frame(speaker_of(sentence, group), "(", at, first, at, True, group)
