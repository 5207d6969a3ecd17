"""Which speaker a group or a pronoun means: by its own words, by what was said before, by the place spoken of."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.actors import Group, group_words, groups
from truce_cli.extract.last_voice import of_the_last_voice
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.subjects import main_subject
from truce_cli.extract.surroundings import fits, fronted, kin, side_around
from truce_cli.extract.vocabulary import ACCUSING
from truce_cli.model.conflict import Actor
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
    abroad = abroad_before(sentence, words)
    if abroad is not None:
        return abroad
    land = _of_the_land(sentence, group)
    if land is not None:
        return Speaker(words, land, None, group.kind, (), True)
    if group.first and sentence.units[group.first - 1].low == "our":
        ours = sentence.article.header(sentence) or antecedent(sentence, [], "it")
        return Speaker(words, ours.side, None, group.kind, (), True)
    if _looks_back(sentence, group):
        owner = antecedent(sentence, [], "it")
        if owner.side not in (UNKNOWN, MEDIA):
            return Speaker(words, owner.side, None, group.kind, (), True)
    mourner = _mourner(sentence, group)
    if mourner is not None:
        return Speaker(words, mourner, None, group.kind, (), True)
    if not group.named and not _is_new(sentence, group) and not _owned(sentence, group):
        opening = fronted(sentence, group)
        if opening is not None:
            return Speaker(words, opening, None, group.kind, (), True)
        state = _of_the_state(sentence, group)
        if state is not None:
            return Speaker(words, state, None, group.kind, (), True)
        earlier = _just_named(sentence, group) or _same_body(sentence, group)
        if earlier is not None:
            if _is_named(sentence, group) or _other_department(words, earlier):
                return replace(earlier, words=words, slug=None)
            return earlier
        only = _only_in_file(sentence, group)
        if only is not None:
            return Speaker(words, only.side or UNKNOWN, only.slug, only.kind, (), True)
        beside = _of_the_paragraph(sentence, group)
        if beside is not None:
            return Speaker(words, beside, None, group.kind, (), True)
    side = side_around(sentence, group)
    if side is None and not _is_new(sentence, group):
        side = of_the_last_voice(sentence, group)
    side = side or UNKNOWN
    return Speaker(words, side, None, group.kind, (), True)


_PARTIES: Final = frozenset(
    "sides countries governments parties armies camps capitals militaries nations ministries neighbours neighbors "
    "states leaders belligerents officials".split()
)


def of_both(sentence: Sentence, group: Group) -> bool:
    """ "both countries said", "the two armies said": no one side's words."""
    units = sentence.units
    if group.side is not None or not group.first or units[group.last - 1].low not in _PARTIES:
        return False
    before = units[group.first - 1]
    return before.low == "both" or (before.tag == "N" and before.data.value == 2)


_STATE_OFFICES: Final = ("prosecutor", "presidency", "ministry", "ombudsman", "parliament", "cabinet")


def _of_the_paragraph(sentence: Sentence, group: Group) -> str | None:
    """ "The prosecutor's office says 94 civilians died", in a paragraph in which one side alone has spoken so far."""
    units = sentence.units[group.first : group.last]
    if not _has_the(sentence, group) or not any(u.low.startswith(_STATE_OFFICES) for u in units):
        return None
    told: set[str] = set()
    earlier = sentence.previous
    while (
        earlier is not None
        and earlier.paragraph == sentence.paragraph
        and sentence.index - earlier.index <= 6
    ):
        told |= {f.speaker.side for f in _frames(earlier)}
        earlier = earlier.previous
    told.intersection_update(sentence.article.lexicon.sides)
    return told.pop() if len(told) == 1 else None


_ANAPHORS: Final = frozenset("agency organisation organization group body watchdog charity monitor".split())
WATCHING: Final = frozenset(("mission", "force", "peacekeepers"))
"""Those who watch a truce, of no side unless their words tell one."""
_NEUTRAL: Final = frozenset(("monitor", "un", "ngo"))


_DEPARTMENTS: Final = frozenset(
    "interior defence defense foreign health information justice finance emergency".split()
)


def _other_department(words: str, earlier: Speaker) -> bool:
    """ "The health ministry" is not the interior ministry that spoke before it, though it may be of its side."""
    own = _DEPARTMENTS.intersection(words.lower().split())
    known = _DEPARTMENTS.intersection((earlier.words or "").lower().split())
    return bool(own and known) and own.isdisjoint(known) and {"defence", "defense"} != own | known


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


def _is_new(sentence: Sentence, group: Group) -> bool:
    """ "A security official" is nobody spoken of before."""
    k = group.first - 1
    while k > 0 and sentence.units[k].tag in "wJ" and group.first - k < 4:
        k -= 1
    return k >= 0 and sentence.units[k].tag == "a"


def _looks_back(sentence: Sentence, group: Group) -> bool:
    """ "Its director said": a possessive that opens its sentence."""
    first = sentence.units[0].low
    return group.first == 1 and (
        first in ("its", "their") or (first in ("his", "her") and group.kind == "spokesperson")
    )


def _owned(sentence: Sentence, group: Group) -> bool:
    """ "Displaced in Lebanon, its government says": a possessive looks back in its own sentence."""
    units = sentence.units
    own = group.first > 0 and units[group.first - 1].low in ("its", "their")
    return own and any(u.tag == "s" or (u.tag == "A" and u.data.side) for u in units[: group.first])


def _mourner(sentence: Sentence, group: Group) -> str | None:
    """ "A Veylish soldier was killed, the army said": an army tells of its own soldiers' deaths."""
    units = sentence.units
    if group.named or group.kind != "military":
        return None
    for k in range(group.first - 1):
        fallen = units[k].tag == "s" and units[k + 1].tag == "P" and units[k + 1].data.victims == "military"
        if (
            fallen
            and any(u.tag == "x" for u in units[k + 2 : k + 4])
            and not any(u.low == "by" for u in units[k:])
        ):
            return str(units[k].data)
    return None


_LANDS: Final = frozenset(
    "republic country region enclave territory nation province state kingdom city town village port district "
    "settlement island capital municipality".split()
)


def _of_the_land(sentence: Sentence, group: Group) -> str | None:
    """ "Karabakh's losses reached 532, the republic's ministry said": the land named before."""
    units = sentence.units
    k = group.first - 1
    if k < 1 or units[k].low != "'s" or units[k - 1].low not in _LANDS:
        return None
    for unit in reversed(units[: k - 1]):
        side = unit.data if unit.tag == "s" else unit.data.side if unit.tag == "L" else None
        if side:
            return str(side)
    return None


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


_STATE_BODIES: Final = re.compile(
    r"\b(?:army|navy|air force|general staff|military|command|armed forces|interior minist\w+|defen[cs]e minist\w+|"
    r"foreign minist\w+|health minist\w+|presidency|parliament|garrison|coast ?guard)\b"
)


def _of_the_state(sentence: Sentence, group: Group) -> str | None:
    """ "The interior ministry said", in a war of a government against rebels: the government's, where the rebels
    have no body so called."""
    lexicon = sentence.article.lexicon
    if lexicon.ruled is None or lexicon.conflict is None:
        return None
    told = " ".join(u.low for u in sentence.units[group.first : group.last])
    found = _STATE_BODIES.search(told)
    if found is None:
        return None
    ruling, rising = lexicon.ruled
    theirs = [names for side, _, names in lexicon.bodies if side == rising]
    return None if any(found.group() in names for names in theirs) else ruling


_UNIT_NAMES: Final = frozenset("corps militia guard".split())


def _only_in_file(sentence: Sentence, group: Group) -> Actor | None:
    """ "the joint command": the one body of the conflict file so called, where other words than a ministry's tell."""
    conflict = sentence.article.conflict
    told = " ".join(u.low for u in sentence.units[group.first : group.last])
    if (
        conflict is not None
        and told in _UNIT_NAMES
        and group.first
        and sentence.units[group.first - 1].low == "the"
    ):
        armed = [
            a for a in conflict.actors if a.kind == "armed_group" and a.name.lower().endswith(f" {told}")
        ]
        return armed[0] if len(armed) == 1 else None
    if conflict is None or " " not in told or group.kind not in ("military", "ombudsman", "defence-ministry"):
        return None
    if told.startswith(
        ("defence", "defense", "armed", "security", "general", "army", "press", "air", "ground", "land")
    ):
        return None  # each side has one
    found = [
        actor
        for actor in conflict.actors
        if actor.side
        and any(f" {name.lower()} ".find(f" {told} ") >= 0 for name in (actor.name, *actor.aliases))
    ]
    return found[0] if len({actor.slug for actor in found}) == 1 else None


def _is_named(sentence: Sentence, group: Group) -> bool:
    """ "Parliament Speaker Nabih Berri": a person's own name behind the words for an office."""
    text = sentence.article.text
    names = [u for u in sentence.units[group.first : group.last] if u.tag == "w" and text[u.start].isupper()]
    return len(names) > 1


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
        if subject is not None and (subject.side not in (None, MEDIA) or subject.kind):
            return speaker_of(earlier, subject)
        earlier = earlier.previous
    return Speaker(pronoun, UNKNOWN)


_PERSONS: Final = frozenset(("president", "prime-minister", "spokesperson", "ombudsman"))


def _carries(speaker: Speaker) -> bool:
    """True for an outlet: it is no "he"."""
    return speaker.side == MEDIA or speaker.kind == "media"
