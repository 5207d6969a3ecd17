"""Whom a relay quotes: "the agency quoted the ministry as saying", "if the general staff is to be believed"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group
from truce_cli.extract.scope import segment
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.units import Unit
from truce_cli.extract.who import speaker_of
from truce_cli.model.record import replace

_QUOTED: Final = frozenset(("quoted", "cited", "cited by"))


def quoted_as_saying(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "TASS quoted the ministry as saying", "the minister was quoted by TASS as saying"."""
    verb = next((k for k in range(at - 1, max(at - 16, 0), -1) if units[k].low in _QUOTED), None)
    if verb is None:
        return None
    before = next((g for g in reversed(named) if g.last <= verb), None)
    after = next((g for g in named if verb < g.first < at), None)
    passive = units[verb - 1].tag == "x"
    if units[verb].low == "cited by" and not passive:
        return None
    carrier = next((g for g in named if at < g.first <= at + 3), None) if units[at + 1 : at + 2] else None
    if passive and carrier is not None and units[at + 1].low == "by":
        after = carrier
    said, relay = (before, after) if passive else (after, before)
    if said is None:
        return None
    speaker = speaker_of(sentence, said)
    if relay is not None:
        speaker = replace(speaker, relayed_by=(relay_name(sentence, speaker_of(sentence, relay)) or "",))
    first, last = segment(units, at)
    if at + 1 >= len(units) or units[at + 1].tag in ".,;":
        return Frame(speaker, "said", at, first, last, True, said)  # "..., he was quoted by TASS as saying"
    return Frame(speaker, "said", at, at + 1, last, False, said)


def to_be_believed(sentence: Sentence, units: list[Unit], at: int, named: list[Group]) -> Frame | None:
    """ "Moru has lost six colonels, if the Veylish general staff is to be believed"."""
    if at < 4 or [u.low for u in units[at - 2 : at]] != ["to", "be"] or units[at - 3].tag != "x":
        return None
    group = next((g for g in named if g.last == at - 3), None)
    first, last = segment(units, at)
    return (
        Frame(speaker_of(sentence, group), "believed", at, first, last, True, group)
        if group is not None
        else None
    )


def relay_name(sentence: Sentence, speaker: Speaker) -> str | None:
    """A relay's name: as the conflict file gives it, else the document's words."""
    conflict = sentence.article.conflict
    actor = conflict.actor(speaker.slug) if conflict is not None else None
    return actor.name if actor is not None else speaker.words
