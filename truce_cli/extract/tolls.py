"""Tolls: joins heads, links, speakers, sides and times into claims of harm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract.elliptic import link_elliptic, restated
from truce_cli.extract.heads import ANYONE, Head, heads
from truce_cli.extract.links import Link, link_adjacent, link_object, link_subject, share
from truce_cli.extract.people import People
from truce_cli.extract.persons import link_persons
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames, speaker_at
from truce_cli.extract.speech import VOICE, Frame, Speaker
from truce_cli.extract.subsets import link_subsets
from truce_cli.extract.timing import Timing, speculative, timing
from truce_cli.extract.toll_nouns import RAISING, link_nouns
from truce_cli.extract.units import Unit
from truce_cli.extract.whose import _own_words, named_before, says_both, victims_side
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN

GATE: Final = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|lost|los[eist]|wound|injur|hurt|casualt|fatal|toll|tally|"
    r"bod(?:y|ies)|missing|captur|"
    r"displac|fled|flee|slain|murder|execut|massacr|slaughter|assassinat|behead|gunned|shot|hack|"
    r"perish|succumb|"
    r"martyr|fell\b|fallen|lives|victim|surrender|prison|evacuat|homeless|remains|buried|names|maimed|"
    r"unaccounted|cost|"
    r"lynch|wiped|total|number|corpse|grave|troops|drown|hospital|burn|heard from|count|figure|stab|"
    r"strangl|stands|beaten|claimed|slay|ours"
)


@dataclass(slots=True)
class Toll:
    """A figure with everything found about it; engine.py turns it into a claim."""

    sentence: Sentence
    link: Link
    speaker: Speaker
    frame: Frame | None
    people: People
    side: str
    timing: Timing
    estimated: bool
    whole: Toll | None = None


def tolls(sentence: Sentence, earlier: list[Toll]) -> list[Toll]:
    """Every toll that a sentence claims. earlier: tolls of the sentences before, for what is left unsaid."""
    if not GATE.search(sentence.low) and not (earlier and _follows(sentence, earlier[-1])):
        return []
    units = sentence.units
    found = heads(sentence)
    links = _links(units, found)
    found = sorted([*found, *link_persons(sentence, found, links)], key=lambda h: h.first)
    made: list[Toll] = []
    by_link: dict[int, Toll] = {}
    sides: list[str | None] = []
    for head in found:
        link = links.get(id(head))
        if link is None and restated(units, head):
            link = _restatement(sentence, head, made, earlier)
        if link is None or link.hypothetical or not _countable(sentence, link):
            continue
        if head.definite and any(t.link.head.count.value == 1 for t in (*earlier, *made)):
            continue  # the same person, told again
        if link.harm == "":
            link.harm = _carried_harm(made, earlier) or ""
            if not link.harm:
                continue
        toll = _toll(sentence, link, made, earlier, by_link, sides)
        if toll is None:
            continue
        by_link[id(link)] = toll
        made.append(toll)
        sides.append(toll.side)
    return made


def _links(units: list[Unit], found: list[Head]) -> dict[int, Link]:
    links: dict[int, Link] = {}
    for head in found:
        if head.thing or head.noun:
            continue
        elided = not head.has_people and not head.others
        link = link_adjacent(units, head) if elided else None
        link = link or link_object(units, head) or link_adjacent(units, head)
        if link is None and head.status is not None:
            link = Link(head, head.status, "toll/attribute", head.first, head.last, word="attribute")
        if link is not None:
            links[id(head)] = link
    link_nouns(units, found, links)
    for head in found:
        if (id(head) in links and links[id(head)].rule != "toll/attribute") or head.thing or head.noun:
            continue
        link = link_subject(units, head)
        if link is not None and (
            head.has_people or head.others or head.own or head.unknown or _elided_subject(units, head, link)
        ):
            links[id(head)] = link
    _drop_ages(units, found, links)
    share(units, found, links)
    link_elliptic(units, found, links)
    link_subsets(units, found, links)
    _increments(units, found, links)
    return links


def _increments(units: list[Unit], found: list[Head], links: dict[int, Link]) -> None:
    """ "37 deaths on Sunday, bringing its total to 710": what brings a total to its figure is an increment of it."""
    for k, head in enumerate(found):
        total = links.get(id(head))
        if total is None or not total.rule.startswith("toll/total") or units[total.first].low not in RAISING:
            continue
        for before in found[:k]:
            link = links.get(id(before))
            if (
                link is not None
                and link.subset_of is None
                and link.harm == total.harm
                and link.measure != "cumulative"
            ):
                link.measure, link.total = "increment", total


def _drop_ages(units: list[Unit], found: list[Head], links: dict[int, Link]) -> None:
    """ "Two schoolgirls, ten and twelve, were killed": bare figures between counted people and their verb are ages."""
    for k, head in enumerate(found[1:], 1):
        link = links.get(id(head))
        if link is None or link.rule != "toll/subject" or head.has_people or head.others or head.count.more:
            continue
        for before in found[:k]:
            other = links.get(id(before))
            if (
                other is not None
                and other.rule == "toll/subject"
                and other.last == link.last
                and before.has_people
            ):
                if units[before.last].tag == ",":
                    del links[id(head)]
                    break


def _elided_subject(units: list[Unit], head: Head, link: Link) -> bool:
    """A bare figure may be a subject only right before its verb: "21 were wounded", "nine, were killed"."""
    between = units[head.last : link.last - 1]
    return len(between) <= 4 and all(u.tag in "xXmnJMb,we" for u in between)


_EXCHANGED: Final = re.compile(
    r"\b(?:handed over|exchang\w+|returned|repatriat\w+|transferred|handed back|"
    r"receiv\w+|identified|examined)\b"
)
_FOUND: Final = re.compile(
    r"\b(?:found|pulled|discovered|taken in|buried|lay|lying|scene|rubble|"
    r"unidentified|taken to)\b"
)
_WAR_WIDE: Final = re.compile(r"since (?:the )?(?:truce|ceasefire|cease-fire)|remains")


def _countable(sentence: Sentence, link: Link) -> bool:
    """False for figures that only look like tolls: ages, bodies of law, wounded pride, votes."""
    if link.harm == "recovered":
        low = sentence.low
        if (_FOUND.search(low) and not _EXCHANGED.search(low)) or (
            not _EXCHANGED.search(low) and "recovered" not in low and "retrieved" not in low
        ):
            link.harm = "killed"
    return not (link.head.thing and link.rule != "toll/total")


def _restatement(sentence: Sentence, head: Head, made: list[Toll], earlier: list[Toll]) -> Link | None:
    """A bare figure that restates the count just before it; an "earlier" one is superseded."""
    before = made[-1] if made else next((t for t in earlier[-1:] if _follows(sentence, t)), None)
    if before is None:
        return None
    link = Link(
        head,
        before.link.harm,
        "toll/restated",
        head.first,
        head.last,
        word=before.link.word,
        perfect=before.link.perfect,
    )
    link.measure = before.timing.measure if before.timing.measure != "increment" else "incident"
    link.superseded = bool(
        re.search(r"\b(?:earlier|initially|previously|at first|had reported)\b", sentence.low)
    )
    return link


def _carried_harm(made: list[Toll], earlier: list[Toll]) -> str | None:
    pool = made or earlier[-1:]
    return pool[-1].link.harm if pool else None


def _toll(
    sentence: Sentence,
    link: Link,
    made: list[Toll],
    earlier: list[Toll],
    by_link: dict[int, Toll],
    sides: list[str | None],
) -> Toll | None:
    speaker, frame = speaker_at(sentence, link.head.unit)
    if frame is None:
        speaker = _carried_speaker(sentence, link, made, earlier)
    if link.rule == "toll/against" and made:
        speaker = _rival(sentence, link, speaker)
    if denied(sentence, link, frame):
        return None
    whole = by_link.get(id(link.subset_of)) if link.subset_of is not None else None
    people = _people(sentence, link, made, earlier, whole)
    neighbours = list(sides)
    if link.rule == "toll/total-carried" and not neighbours and earlier:
        neighbours = [earlier[-1].side]
    if (
        not neighbours
        and earlier
        and _follows(sentence, earlier[-1])
        and (link.head.others or link.head.count.more or link.rule == "toll/restated")
    ):
        neighbours = [earlier[-1].side]
    last = (
        made[-1]
        if made
        else (earlier[-1] if earlier and sentence.index - earlier[-1].sentence.index == 1 else None)
    )
    when = timing(sentence, link, speaker, frame, last.timing.stated_on if last is not None else None)
    link.measure = link.measure or when.measure
    sentence.article.measures[id(link)] = when.measure
    side = (
        whole.side
        if whole is not None and not _own_words(sentence, link, speaker)
        else victims_side(sentence, link, speaker, frame, neighbours)
    )
    if side == UNKNOWN and _whole_war(sentence, link, speaker, when):
        side = BOTH
    if when.other_conflict and side not in sentence.article.lexicon.sides:
        side = BOTH if sentence.article.lexicon.sides else UNKNOWN
    clause = sentence.low
    estimated = link.estimated or (speaker.side in (THIRD, UNKNOWN) and speculative(clause, speaker))
    return Toll(sentence, link, speaker, frame, people, side, when, estimated, whole)


def _rival(sentence: Sentence, link: Link, speaker: Speaker) -> Speaker:
    """Whose figure a comparison quotes: "claimed by the enemy" the enemy's, else the article's."""
    after = sentence.units[link.head.last : link.head.last + 4]
    if any(u.low == "by" for u in after) and any(u.low in ("enemy", "adversary") for u in after):
        other = sentence.article.lexicon.other_side(speaker.side)
        return Speaker(after[-1].low, other) if other else speaker
    return speaker if any(u.tag == "e" for u in after) else VOICE


def _whole_war(sentence: Sentence, link: Link, speaker: Speaker, when: Timing) -> bool:
    """A running total with no side named, told by no side: it is of both."""
    if not sentence.article.lexicon.sides:
        return False
    if speaker.side not in (MEDIA, THIRD):
        return False
    return (when.measure == "cumulative" and link.harm != "recovered") or says_both(sentence, link)


def _follows(sentence: Sentence, toll: Toll) -> bool:
    return sentence.index - toll.sentence.index == 1 and sentence.paragraph == toll.sentence.paragraph


def _carried_speaker(sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll]) -> Speaker:
    """A figure without a speaker of its own goes on in the voice before it, where it plainly continues it."""
    if made and made[-1].frame is not None and link.rule.startswith("toll/subset"):
        return made[-1].speaker
    if made and made[-1].speaker is not VOICE:
        return made[-1].speaker
    before = sentence.previous
    if before is None or before.paragraph != sentence.paragraph:
        return VOICE
    spoken = [f for f in frames(before) if f.speaker.side not in (MEDIA,)]
    continues = (
        link.head.others
        or link.head.count.more
        or sentence.low.startswith(("all ", "of ", "it ", "the list", "earlier"))
        or (bool(earlier) and _follows(sentence, earlier[-1]) and link.head.implied)
    )
    if continues and earlier and _follows(sentence, earlier[-1]):
        return earlier[-1].speaker
    if continues and spoken:
        return spoken[-1].speaker
    return VOICE


def denied(sentence: Sentence, link: Link, frame: Frame | None) -> bool:
    """True for a figure that somebody only denies."""
    if frame is None:
        return False
    if frame.verb in ("denied", "denies", "rejected", "dismissed", "refuted", "refutes"):
        return True
    return frame.verb in ("called", "calls") and bool(
        re.search(r"\b(?:a lie|lies|nonsense|false|fake|fiction|baseless)\b", sentence.low)
    )


def _people(
    sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll], whole: Toll | None
) -> People:
    """Who was counted: the head's noun, its adjective, else what the list or the sentence before counts."""
    head = link.head
    people = head.people
    military = head.military or _noun_status(sentence, link)
    if head.noun == "names" and re.search(r"army|soldier|servicem|conscript|troops|brigade", sentence.low):
        military = "military"
    if people is None or (head.others and not head.has_people):
        if military:
            return People(military, None, True)
        if link.subset_of is not None:
            return _part_words(sentence, link, whole)
        inherited = _inherited(sentence, link, made, earlier)
        if inherited is not None:
            return inherited
        return ANYONE
    if military and people.victims == "any" and people.subgroup is None:
        return People(military, None, True)
    if people.victims == "any" and people.subgroup is None and _men_of_war(sentence, link):
        return People("military", None, True)
    return people


def _noun_status(sentence: Sentence, link: Link) -> str | None:
    """ "civilian death toll", "military losses", "its civilian dead"."""
    units = sentence.units
    stretch = units[max(0, link.first - 1) : max(link.head.first, link.head.last)]
    if not link.rule.startswith(("toll/total", "toll/risen", "toll/deaths", "toll/adjacent")):
        return None
    if link.rule == "toll/adjacent":
        stretch = [*named_before(units, link.head.first), *stretch]
    if {"military", "civilian"} <= {u.low for u in stretch}:
        return None
    for unit in stretch:
        if unit.low in ("military", "army", "soldiers", "troops", "servicemen", "troop", "war dead"):
            return "military"
        if unit.low in ("civilian", "civilians"):
            return "civilian"
        if unit.tag == "P" and unit.data.victims != "any":
            return str(unit.data.victims)
    for unit in units[link.head.last : link.head.last + 2]:
        if unit.low in ("military", "civilian"):
            return unit.low
    among = units[link.head.last : link.head.last + 4]
    if among[:1] and among[0].low in ("among", "of"):
        status = next((u.data.victims for u in among[1:] if u.tag == "P"), None)
        return str(status) if status and status != "any" else None
    return None


def _part_words(sentence: Sentence, link: Link, whole: Toll | None) -> People:
    units = sentence.units
    for unit in units[link.head.last : link.head.last + 2]:
        if unit.tag == "P":
            return unit.data  # type: ignore[no-any-return]
        if unit.low in ("military", "civilian"):
            return People(unit.low, None, True)
    return whole.people if whole is not None else ANYONE


def _inherited(sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll]) -> People | None:
    whole = [t for t in made if t.whole is None]
    if whole:
        return whole[-1].people
    if earlier and _follows(sentence, earlier[-1]):
        return earlier[-1].people
    return None


_MEN: Final = frozenset(("men", "personnel", "members", "crew"))


def _men_of_war(sentence: Sentence, link: Link) -> bool:
    words = {u.low for u in sentence.units[link.head.first : link.head.last]}
    return bool(words & _MEN) and (
        link.rule == "toll/lost"
        or any(w in sentence.low for w in ("company", "army", "brigade", "battalion", "raid"))
    )
