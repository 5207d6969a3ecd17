"""Which speaker a group or a pronoun means: by its own words, by what was said before, by the place spoken of."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.actors import Group, group_words, groups
from truce_cli.extract.last_voice import land_before, of_the_last_voice
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speaking_bodies import (
    is_named,
    is_new,
    looks_back,
    mourner,
    of_both,
    of_the_land,
    of_the_state,
    only_in_file,
    other_department,
    owned,
)
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.surroundings import fits, fronted, kin, side_around
from truce_cli.extract.vocabulary import ACCUSING
from truce_cli.model.record import replace
from truce_cli.model.words import MEDIA, THIRD, UNKNOWN


def _frames(sentence: Sentence) -> list[Frame]:
    from truce_cli.extract.speakers import frames  # which asks this room who its subjects are

    return frames(sentence)


def speaker_of(sentence: Sentence, group: Group) -> Speaker:
    words = group_words(sentence, group)
    if of_both(sentence, group):
        return Speaker(words, UNKNOWN, None, group.kind, (), True)
    if group.side is None and group.last - group.first == 1:
        known = sentence.article.short_name(words.lower())
        if known is not None:
            return replace(known, words=words)
    low = words.lower()
    if (low in _ANAPHORS or low in WATCHING) and _has_the(sentence, group):
        meant = _body_before(sentence, group, watching=low in WATCHING)
        if meant is not None:
            return replace(meant, words=words)
    if group.side is not None:
        return Speaker(words, group.side, group.slug, group.kind, (), not group.named)
    if group.last < len(sentence.units) and "there" in (sentence.units[group.last].low, low.split()[-1]):
        there = land_before(sentence, group.first)
        if there is not None:
            return Speaker(words, there, None, group.kind, (), True)
    abroad = abroad_before(sentence, words)
    if abroad is not None:
        return abroad
    land = of_the_land(sentence, group)
    if land is not None:
        return Speaker(words, land, None, group.kind, (), True)
    if group.first and sentence.units[group.first - 1].low == "our":
        ours = sentence.article.header(sentence) or antecedent(sentence, [], "it")
        return Speaker(words, ours.side, None, group.kind, (), True)
    if looks_back(sentence, group):
        owner = antecedent(sentence, [], "it")
        if owner.side not in (UNKNOWN, MEDIA):
            return Speaker(words, owner.side, None, group.kind, (), True)
    of_its_own = mourner(sentence, group)
    if of_its_own is not None:
        return Speaker(words, of_its_own, None, group.kind, (), True)
    if not group.named and not is_new(sentence, group) and not owned(sentence, group):
        opening = fronted(sentence, group)
        if opening is not None:
            return Speaker(words, opening, None, group.kind, (), True)
        state = of_the_state(sentence, group)
        if state is not None:
            return Speaker(words, state, None, group.kind, (), True)
        earlier = _just_named(sentence, group) or _same_body(sentence, group)
        if earlier is not None:
            if is_named(sentence, group) or other_department(words, earlier):
                return replace(earlier, words=words, slug=None)
            return earlier
        only = only_in_file(sentence, group)
        if only is not None:
            return Speaker(words, only.side or UNKNOWN, only.slug, only.kind, (), True)
    side = side_around(sentence, group)
    if side is None and not is_new(sentence, group):
        side = of_the_last_voice(sentence, group)
    side = side or UNKNOWN
    return Speaker(words, side, None, group.kind, (), True)


_ANAPHORS: Final = frozenset("agency organisation organization group body watchdog charity monitor".split())
WATCHING: Final = frozenset(("mission", "force", "peacekeepers"))
"""Those who watch a truce, of no side unless their words tell one."""
_NEUTRAL: Final = frozenset(("monitor", "un", "ngo"))


def abroad_before(sentence: Sentence, words: str) -> Speaker | None:
    """ "The Britain-based group": the last third party that spoke."""
    told = words.lower().split()
    if len(told) < 2 or told[-1] not in _ANAPHORS or not any(word.endswith("-based") for word in told):
        return None
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= 4:
        for frame in reversed(_frames(earlier)):
            if frame.speaker.side == THIRD:
                return replace(frame.speaker, words=words)
        earlier = earlier.previous
    return None


def _has_the(sentence: Sentence, group: Group) -> bool:
    return group.first > 0 and sentence.units[group.first - 1].low == "the"


def _body_before(sentence: Sentence, group: Group, *, watching: bool) -> Speaker | None:
    """ "A corporal of State Security was killed, the agency said": the last named body that is no person; of those
    who watch a truce, "the mission", the last neutral one, else the only one of the conflict file."""
    earlier: Sentence | None = sentence
    while earlier is not None and sentence.index - earlier.index <= 3:
        for other in reversed(groups(earlier)):
            if earlier is sentence and other.first >= group.first:
                continue
            body = (
                other.slug is not None
                and not other.persons
                and other.kind not in ("health_authority", "official")
                and (not watching or other.kind in _NEUTRAL)
            )
            if body and other.side is not None:
                return Speaker(None, other.side, other.slug, other.kind)
        earlier = earlier.previous
    conflict = sentence.article.conflict
    if not watching or conflict is None:
        return None
    known = [a for a in conflict.actors if a.kind == "monitor" and a.side is None]
    return Speaker(None, THIRD, known[0].slug if len(known) == 1 else None, "monitor") if known else None


_IN_THE_FIELD: Final = frozenset(("side", "troops", "forces", "commanders"))
"""Bodies that act rather than speak."""


def _just_named(sentence: Sentence, group: Group) -> Speaker | None:
    """ "Veyland's air force struck a site, the military said": the one body of its kind named before it."""
    same = [
        other
        for other in groups(sentence)
        if other.last <= group.first
        and group.kind not in (None, "local", "analysts")
        and (other.kind == group.kind or kin(group.kind, other.kind))
        and other.side not in (None, MEDIA)
    ]
    if len({other.side for other in same}) != 1:
        return None
    return Speaker(group_words(sentence, group), same[0].side or UNKNOWN, same[0].slug, group.kind, (), True)


def _same_body(sentence: Sentence, group: Group) -> Speaker | None:
    """ "the ministry": the last speaker of that kind before this sentence, else the last group of that kind."""
    earlier = sentence.previous
    local = group.kind == "local"
    shared = {u.low for u in sentence.units[group.first : group.last] if len(u.low) > 3}
    named = (
        sentence.article.text[sentence.units[group.first].start].isupper() and group.last > group.first + 1
    )
    near: list[Sentence] = []
    while earlier is not None and len(near) < (24 if named else 8):
        near.append(earlier)
        earlier = earlier.previous
    if "ministry" in shared:  # a foreign minister who spoke since is not "the ministry"
        for frame in (f for before in near for f in reversed(_frames(before))):
            spoke = (frame.speaker.words or "").lower().split()
            if "ministry" in spoke and frame.speaker.side not in (UNKNOWN, MEDIA):
                return frame.speaker
    for before in near:
        for frame in reversed(_frames(before)):
            told = (frame.speaker.words or "").lower().split()
            if local and not shared.intersection(told):
                continue  # doctors are not the mayor
            fitting = bool(shared.intersection(told)) or (
                not (named and local) and fits(group.kind, frame.speaker)
            )
            if fitting and frame.speaker.side not in (UNKNOWN, MEDIA):
                return frame.speaker
        # an army that acts somewhere is not heard; one that was just accused answers
        answers = before is near[0] and any(frame.verb in ACCUSING for frame in _frames(before))
        if group.kind != "military" or answers:
            body = _named_body(before, group)
            if body is not None:
                return body
    return next((b for b in (_named_body(s, group) for s in near) if b is not None), None)


def _named_body(sentence: Sentence, group: Group) -> Speaker | None:
    """The last body of a group's kind that a sentence names without letting it speak."""
    for other in reversed(groups(sentence)):
        if (
            group.kind != "local"
            and other.side not in (None, UNKNOWN, MEDIA)
            and other.kind is not None
            and kin(group.kind, other.kind)
            and sentence.units[other.last - 1].low not in _IN_THE_FIELD
        ):
            return speaker_of(sentence, other)
    return None


def antecedent(sentence: Sentence, before: list[Frame], pronoun: str, at: int = 0) -> Speaker:
    """Whom "he said" or "it added" means: the last speaker who can be one, or the subject of the sentence before."""
    person = pronoun in ("he", "she")
    for frame in reversed(before):
        if frame.speaker.words is not None and not (person and _carries(frame.speaker)):
            return frame.speaker
    if at > 2 and not person and sentence.units[at - 1].tag == "," and sentence.previous is not None:
        told = [f for f in _frames(sentence.previous) if f.speaker.side not in (UNKNOWN, MEDIA)]
        if told:
            return told[-1].speaker  # "Morune troops had shelled Pell, it said": who spoke before
    if at:
        at = at - 1 if sentence.units[at - 1].tag == ";" else at
        subject = main_subject(sentence.units, at, groups(sentence))
        known = subject is not None and (subject.side not in (None, MEDIA) or bool(subject.kind))
        if subject is not None and known and (not person or subject.persons or subject.kind in _PERSONS):
            return speaker_of(sentence, subject)  # "Baku does not disclose its losses; it says ..."
    earlier = sentence.previous
    for _ in range(6):
        if earlier is None:
            break
        found = [f for f in _frames(earlier) if f.speaker.words is not None and f.speaker.side != MEDIA]
        for frame in reversed(found):
            if not (person and _carries(frame.speaker)):
                return frame.speaker
        subject = next((g for g in groups(earlier) if g.first <= 2), None)
        if subject is not None and person:
            if not _may_be_person(earlier, subject):
                subject = None
            elif any(u.low.rstrip(".") in _HEALERS for u in earlier.units[: subject.first]):
                subject = replace(subject, kind="local")  # "Dr. Lund had gone off duty. ..., she said"
        if subject is not None and (subject.side not in (None, MEDIA) or subject.kind):
            return speaker_of(earlier, subject)
        earlier = earlier.previous
    return Speaker(pronoun, UNKNOWN)


def _may_be_person(sentence: Sentence, group: Group) -> bool:
    """False for a land, an army or a ministry: it is no "she"."""
    if group.persons or group.kind in _PERSONS or group.kind in _ALSO_PERSONS:
        return True
    text = sentence.article.text
    return any(u.tag == "w" and text[u.start].isupper() for u in sentence.units[group.first : group.last])


_PERSONS: Final = frozenset(("president", "prime-minister", "spokesperson", "ombudsman"))
_HEALERS: Final = frozenset("dr doctor surgeon nurse medic paramedic".split())
_ALSO_PERSONS: Final = frozenset(("official", "local", "analysts"))


def _carries(speaker: Speaker) -> bool:
    """True for an outlet: it is no "he"."""
    return speaker.side == MEDIA or speaker.kind == "media"
