"""Who says it: speech verbs, "according to", relay chains, and speakers carried over from sentence to sentence."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.actors import Group, groups
from truce_cli.extract.late_speakers import inverted, names_its_speaker, unnamed
from truce_cli.extract.lexicon import SPEAKING
from truce_cli.extract.quoting import quoted_as_saying, relay_name, to_be_believed
from truce_cli.extract.scope import scoped, segment
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.sources import according, bracketed, headline
from truce_cli.extract.speech import VOICE, Frame, Speaker
from truce_cli.extract.speech_nouns import (
    COUNTING,
    COUNTS,
    NOMINAL,
    TOLD_BY,
    by_count,
    claims_speak,
    gapped,
    nominal,
    takes_lives,
    told_by,
    whose_own,
)
from truce_cli.extract.subjects import apposition, by_agent, main_subject, merged, on_date, phrase_head
from truce_cli.extract.truce_words import TRUCE_WORDS
from truce_cli.extract.units import Unit
from truce_cli.extract.vocabulary import ACCUSING, WEAK_SPEECH
from truce_cli.extract.who import antecedent, speaker_of
from truce_cli.model.record import replace
from truce_cli.model.words import MEDIA
from truce_cli.text.word_gates import gate

_SKIP: Final = frozenset(
    "also later then again has have had was is reportedly separately repeatedly earlier meanwhile "
    "himself herself "
    "itself finally eventually belatedly at "
    "now already since so far further once officially publicly would not never".split()
)


_PRONOUNS: Final = frozenset("it he she they".split())


_STATEMENT: Final = frozenset(
    ("statement", "report", "tweet", "briefing", "post", "bulletin", "update", "address")
)


_DEEPEST: Final = 12
"""Sentences that may wait for one another's speakers."""


def frames(sentence: Sentence) -> list[Frame]:
    """Speech acts of one sentence, outermost first; cached on the sentence's article."""
    article = sentence.article
    cache = article.frames
    if sentence.index not in cache:
        cache[sentence.index] = []  # a pronoun asks the sentences before it, never this one
        if not _may_speak(sentence):
            return []
        article.asking += 1
        if article.asking == _DEEPEST:  # "he said" asks "he said" asks ...: answered from the first one on
            for earlier in article.sentences[: sentence.index]:
                frames(earlier)
        cache[sentence.index] = _frames(sentence)
        article.asking -= 1
    return cache[sentence.index]


def _may_speak(sentence: Sentence) -> bool:
    """False where nothing stands that a speech act needs: a verb of speech, a source's word, a colon or a dash."""
    if not sentence.lacks(_SPEAKING):
        return True
    words = sentence.article.marked[sentence.start : sentence.end]
    return ":" in words or "(" in words or ("-" in words and _DASH.search(words) is not None)


_DASH: Final = re.compile(r"-(?![^\W_])|(?<![^\W_])-")


def _frames(sentence: Sentence) -> list[Frame]:
    units = sentence.units
    found: list[Frame] = []
    named = groups(sentence)
    for at, unit in enumerate(units):
        reported = unit.tag == "V" and unit.low.startswith(_REPORTED) and by_agent(units, at)
        if unit.tag == "S" or reported or claims_speak(units, at):
            frame = _spoken(sentence, units, at, named, found)
        elif unit.tag == "Z" and unit.low == "cited by" and at and units[at - 1].tag == "x":
            frame = None  # "was cited by the agency as saying": read at "saying"
        elif unit.tag == "Z":
            frame = according(sentence, units, at, named)
        elif unit.low in COUNTS:
            frame = by_count(sentence, units, at, named)
        elif unit.low in NOMINAL:
            frame = nominal(sentence, units, at, named)
        elif unit.low in TOLD_BY:
            frame = told_by(sentence, units, at, named)
        elif unit.tag in ":-":
            frame = headline(sentence, units, at, named)
        elif unit.tag == "(":
            frame = bracketed(sentence, units, at, named)
        else:
            frame = None
        if frame is not None:
            found.append(frame)
    return gapped(sentence, units, named, found)


_SPEAKING: Final = gate(SPEAKING | COUNTS | NOMINAL | TOLD_BY)


_TOLD_OF: Final = frozenset(
    "reported recorded registered logged documented noted observed counted detected listed declared announced "
    "published released verified revealed disclosed raised lowered revised updated given stated".split()
)
"""Verbs of speech whose passive is said of what is told, not of who tells."""


_REPORTED: Final = ("reported ", "confirmed ", "listed ", "declared ", "posted ")
""" "reported missing by the army": harm and speech in one."""


def _spoken(
    sentence: Sentence, units: list[Unit], at: int, named: list[Group], before: list[Frame]
) -> Frame | None:
    unit = units[at]
    if takes_lives(units, at) or (
        at and units[at - 1].low == "'s" and at + 1 < len(units) and units[at + 1].tag in "TBJPw"
    ):
        return None  # "Moru's confirmed losses"
    if unit.low == "believed" and (told := to_be_believed(sentence, units, at, named)) is not None:
        return told
    if unit.low in ("put", "puts") and not any(u.tag in "NT" for u in units[at + 1 : at + 14]):
        return None  # "have put up barbed wire"
    if at and units[at - 1].tag == "x" and unit.low in _TOLD_OF and not by_agent(units, at):
        return None  # "a violation by Morune forces was reported at Pell": nobody says by whom
    if by_agent(units, at):
        group = next((g for g in named if at < g.first <= at + 3), None)
        if group is None or units[at - 1].low in TRUCE_WORDS:
            return None  # "a ceasefire announced by the UN took effect"
        first, last = segment(units, at)
        first = at + 1 if unit.low == "accused" else first  # of what stands before it, others speak
        return Frame(speaker_of(sentence, group), unit.low, at, first, last, True, group)
    if unit.low in ACCUSING and at > 1 and any(u.tag == "x" for u in units[at - 2 : at]):
        return None  # "the army was blamed for the shelling": by whom is not told
    j = at - 1
    while j >= 0 and (
        units[j].low in _SKIP
        or (units[j].low == "last" and units[j - 1].low == "at")
        or units[j].tag in "MX"
        or units[j].low.endswith("ly")
        or on_date(units, j)
    ):
        j -= 1
    j -= j > 0 and units[j].low == "there"  # "authorities there say"
    if j < 0:
        return inverted(sentence, units, at, named)
    if unit.low == "saying" and units[j].low == "as":
        return quoted_as_saying(sentence, units, at, named)
    if unit.low.endswith("ing") and units[j].tag in ",c-":
        return _goes_on(sentence, units, at, named, before)
    group = next((g for g in named if g.first <= j < g.last), None)
    if group is None and units[j].tag == "," and names_its_speaker(units, at, named):
        return inverted(sentence, units, at, named)
    if group is None and units[j].tag == "," and unit.low in ("says", "say") and _in_headline(units, at):
        return _goes_on(sentence, units, at, named, before)
    if group is None and units[j].tag == ",":
        group = apposition(units, j, named)
    if group is None and units[j].tag == ")":
        near = [g for g in reversed(named) if g.last <= j and j - g.last < 6]
        # "the Relief Council (RC) said": whose short name the brackets hold
        group = next((g for g in near if units[g.last].tag == "("), next(iter(near), None))
    if group is None and units[j].tag == "M":
        group = next((g for g in named if g.last == j), None)
    if group is None and units[j].low in ("which", "who") and j and units[j - 1].tag == ",":
        owner = next((g for g in named if g.last == j - 1), None)
        if owner is not None and (owner.named or owner.kind):  # "Torvik, which acknowledges 40 dead, ..."
            close = next((k for k in range(at + 1, len(units)) if units[k].tag in ",;"), len(units))
            return Frame(speaker_of(sentence, owner), unit.low, at, at + 1, close, False, owner)
    if group is None and unit.low in COUNTING and (owner := whose_own(units, j, named)) is not None:
        return scoped(
            sentence, units, at, Group(j, j + 1, None, None, None, False), speaker_of(sentence, owner)
        )
    if (
        group is None
        and units[j].tag == "P"
        and (unit.low not in WEAK_SPEECH or unit.low.startswith("estimate"))
    ):
        group = next((g for g in named if g.last == j and g.side), None)  # "Corlander officers estimate"
    if group is not None:
        group = phrase_head(units, group, named)
    if group is not None:
        if unit.low in WEAK_SPEECH and not (group.named or group.kind):
            return None
        if (
            unit.low in ("call", "calls", "called", "report", "claim", "claims", "states")
            and units[j].tag in "hJ"
        ):
            return None
        speaker = speaker_of(sentence, merged(units, group, named))
        return scoped(sentence, units, at, group, speaker)
    if units[j].low in ("and", "but", "yet") and unit.low not in WEAK_SPEECH:
        return _goes_on(sentence, units, at, named, before)
    group = next(
        (g for g in named if 0 <= j - g.last <= 2 and units[g.last].tag == "i" and not g.named), None
    )
    if group is not None and unit.low not in WEAK_SPEECH:
        return scoped(sentence, units, at, group, speaker_of(sentence, group))  # "police in the town said"
    if units[j].tag == "e" and units[j].low in _PRONOUNS:
        speaker = antecedent(sentence, before, units[j].low, j)
        return scoped(sentence, units, at, Group(j, j + 1, None, None, None, False), speaker)
    if units[j].tag == '"' or units[j].tag == ",":
        return inverted(sentence, units, at, named)
    if units[j].low in ("account", "version") and any(
        u.low in ("its", "their") for u in units[max(0, j - 2) : j]
    ):
        speaker = antecedent(sentence, before, "it")  # "Its own account speaks of ..."
        return scoped(sentence, units, at, Group(j, j + 1, None, None, None, False), speaker)
    ends = at + 1 >= len(units) or units[at + 1].tag in ".M"
    counts = at + 1 < len(units) and units[at + 1].tag == "N" and j == 1 and units[1].tag in "PB"
    if unit.low not in WEAK_SPEECH or ends or counts:
        return unnamed(sentence, units, at, j, named)
    if units[j].low in _STATEMENT and unit.low in ("said", "says", "added", "read"):
        speaker = antecedent(sentence, before, "it")
        return scoped(sentence, units, at, Group(j, j + 1, None, None, None, False), speaker)
    return None


def _in_headline(units: list[Unit], at: int) -> bool:
    """ "Morune ministry summons envoy over raid on Pell, says three hurt": no full stop, and what is said behind."""
    return units[-1].tag not in '.?!"' and at + 2 < len(units) and units[at + 1].tag not in "ABsL"


def _goes_on(
    sentence: Sentence, units: list[Unit], at: int, named: list[Group], before: list[Frame]
) -> Frame | None:
    """ "Kestra denied the charge and accused ...", "has not said how many fell, but said ...", "..., adding that":
    the last speaker of the clause complex, else its subject."""
    start = next((k for k in range(at, -1, -1) if units[k].tag == ";"), 0)
    last = before[-1] if before and before[-1].at >= start else None
    if last is not None and (not last.trailing or units[at].low.endswith("ing")):
        return replace(
            last, verb=units[at].low, at=at, first=at + 1, last=segment(units, at)[1], trailing=False
        )
    subject = main_subject(units, at, named)
    if subject is None or not (subject.named or subject.kind):
        return None
    speaker = speaker_of(sentence, merged(units, subject, named))
    return Frame(speaker, units[at].low, at, at + 1, segment(units, at)[1], False, subject)


def _ending(sentence: Sentence, unit: int) -> Frame | None:
    """ "Six soldiers died; 17 were wounded, the army said": who trails a sentence that nobody else speaks in."""
    told = frames(sentence)
    if len(told) != 1 or not told[0].trailing or told[0].first <= unit:
        return None
    after = sentence.units[told[0].at + 1 :]
    return told[0] if all(u.tag in ".Miwah" for u in after) else None


def _aside(sentence: Sentence, inside: list[Frame], unit: int) -> Frame | None:
    """ "accused Veyland of air strikes that, hospital officials said, killed ten": who is named just before it."""
    units = sentence.units
    for frame in inside:
        if not (frame.trailing and frame.group is not None and 0 < unit - frame.at <= 8):
            continue
        opened = frame.group.first > 1 and units[frame.group.first - 1].tag == ","
        between = units[frame.at + 1 : unit]
        apart = any(u.tag in ",;cS" for u in between[1:])
        if (
            opened
            and units[frame.group.first - 2].tag == "r"
            and between[:1]
            and between[0].tag == ","
            and not apart
        ):
            return frame
    return None


def speaker_at(sentence: Sentence, unit: int) -> tuple[Speaker, Frame | None]:
    """Who asserts what stands at a unit: the innermost frame around it, with the chain that relays it."""
    found = [f for f in frames(sentence) if f.first <= unit < f.last and f.at != unit]
    inside = [f for f in found if f.group is None or not f.group.first <= unit < f.group.last]
    if not inside:
        ending = _ending(sentence, unit)
        return (ending.speaker, ending) if ending is not None else (VOICE, None)
    forward = [f for f in inside if not f.trailing]
    aside = _aside(sentence, inside, unit)
    if aside is not None:
        return aside.speaker, aside
    pool = forward or inside
    citing = [f for f in inside if f.verb == "citing" or (f.speaker.kind != "media" and f.trailing)]
    lead = max(pool, key=lambda f: f.at)
    if lead.speaker.side == MEDIA:
        source = next((f for f in sorted(citing, key=lambda f: f.at) if f.speaker.side != MEDIA), None)
        source = source or next((f for f in forward if f.speaker.side != MEDIA), None)
        lead = source or lead
    relays = [
        relay_name(sentence, f.speaker)
        for f in sorted(inside, key=lambda f: f.at)
        if f.speaker.side == MEDIA and f is not lead
    ]
    cited = [
        relay_name(sentence, f.speaker) for f in inside if f.verb in ("citing", "cited") and f is not lead
    ]
    chain = tuple(dict.fromkeys(name for name in (*cited, *relays) if name))
    return replace(lead.speaker, relayed_by=chain) if chain else lead.speaker, lead


__all__ = ["frames", "speaker_at", "speaker_of"]
