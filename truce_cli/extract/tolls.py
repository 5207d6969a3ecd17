"""Tolls: joins heads, links, speakers, sides and times into claims of harm."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from truce_cli.extract.bulletins import MANPOWER, counts_losses
from truce_cli.extract.counted import people
from truce_cli.extract.elliptic import predicate_of, restated
from truce_cli.extract.gates import HARM, names_a_side, soldiers_destroyed
from truce_cli.extract.harm_words import beside_a_side, told_in_company
from truce_cli.extract.heads import Head, heads
from truce_cli.extract.joining import countable, links
from truce_cli.extract.links import Link
from truce_cli.extract.listing import is_item
from truce_cli.extract.owners import by_arms, own_words
from truce_cli.extract.persons import link_persons
from truce_cli.extract.predicates import ADVERBS, passive
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import ENEMY, says_both
from truce_cli.extract.speakers import speaker_at
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.tables import rows
from truce_cli.extract.timing import Timing, speculative, timing
from truce_cli.extract.toll import Toll
from truce_cli.extract.toll_times import (
    as_its_list,
    goes_on,
    of_the_event,
    others_of_another_harm,
    since_as_before,
)
from truce_cli.extract.units import Unit
from truce_cli.extract.voices import carried_speaker, follows, other_teller, rival
from truce_cli.extract.where import place_of_toll
from truce_cli.extract.whose import victims_side
from truce_cli.model.record import replace
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN
from truce_cli.text.day_words import MONTHS
from truce_cli.text.word_gates import gate

HARMS: Final = gate(HARM | MANPOWER | {"destroyed"})
"""One of these stands in each sentence that tells of harm, unless it goes on from the one before."""


def tolls(sentence: Sentence, earlier: list[Toll]) -> list[Toll]:
    """Every toll that a sentence claims. earlier: tolls of the sentences before, for what is left unsaid."""
    if not _harm_told(sentence) and not (earlier and _may_go_on(sentence, earlier[-1])):
        if not counts_losses(sentence):
            return []
    units = sentence.units
    found = heads(sentence)
    joined = links(units, found)
    _drop_agents(sentence, joined)
    found = sorted([*found, *link_persons(sentence, found, joined)], key=lambda h: h.first)
    made: list[Toll] = []
    by_link: dict[int, Toll] = {}
    sides: list[str | None] = []
    for head in found:
        link = joined.get(id(head))
        if link is None and not made and earlier and follows(sentence, earlier[-1]):
            link = predicate_of(units, head, earlier[-1].link)
            if link is not None:
                by_link[id(earlier[-1].link)] = earlier[-1]
        if link is None and restated(units, head):
            link = _restatement(sentence, head, made, earlier)
        if link is None or link.hypothetical or not countable(sentence, link):
            continue
        if link.rule == "toll/total-carried" and any(h.thing and h.first < head.first for h in found):
            continue  # "has shot down 181 drones; the true number is under 25"
        if head.definite and _told_before(units, head, link, [*earlier, *made]):
            continue
        if link.part and link.subset_of is None and (of := _whole_of(link, made, earlier)) is not None:
            link.subset_of = of.link
            by_link[id(of.link)] = of
        if link.word == "casualties" and link.part and link.subset_of is None:
            continue  # "the casualties include two of his friendships"
        if link.harm == "":
            link.harm = _carried_harm(sentence, link, made, earlier) or ""
            if not link.harm:
                continue
        toll = _toll(sentence, link, made, earlier, by_link, sides)
        if toll is None:
            continue
        by_link[id(link)] = toll
        made.append(toll)
        sides.append(toll.side)
    for row, cells in rows(sentence):
        for link in cells:
            toll = _toll(row, link, made, earlier, by_link, sides)
            if toll is None:
                continue
            if link.part and (of := _whole_of(link, made, earlier)) is not None:
                link.subset_of, toll.whole, toll.side = of.link, of, of.side
            by_link[id(link)] = toll
            made.append(toll)
            sides.append(toll.side)
    _of_both(sentence, made)
    _alike(made)
    for toll in made:
        total = by_link.get(id(toll.link.total))
        if total is not None and toll.side == UNKNOWN:
            toll.side = total.side
    return made


def _harm_told(sentence: Sentence) -> bool:
    if sentence.lacks(HARMS):
        return False
    words = sentence.vocabulary
    harms = HARM & words
    if told_in_company(harms, words) or soldiers_destroyed(words):
        return True
    return beside_a_side(harms) and names_a_side(sentence.words, words, sentence.article.lexicon)


def _alike(made: list[Toll]) -> None:
    """ "has reported 14 civilians and 11 soldiers killed": figures of one verb are running totals together."""
    for before, toll in pairwise(made):
        one = before.link.last == toll.link.last or toll.link.rule == "toll/shared"
        mixed = {before.timing.measure, toll.timing.measure} == {"incident", "cumulative"}
        bare = before.whole is toll.whole is None and "stated" not in (
            before.timing.as_of_basis,
            toll.timing.as_of_basis,
        )
        if one and mixed and bare and before.link.harm == toll.link.harm:
            running = before.timing if before.timing.measure == "cumulative" else toll.timing
            before.timing = toll.timing = running


def _of_both(sentence: Sentence, made: list[Toll]) -> None:
    """ "29 fighters, including 22 Houthis and seven loyalists": a whole with parts of either side is of both."""
    for toll in made:
        if toll.whole is None and sentence.article.lexicon.sides and toll.link.subset_of is None:
            parts = {t.side for t in made if t.whole is toll}
            if len(parts & set(sentence.article.lexicon.sides)) > 1:
                toll.side = BOTH


def _may_go_on(sentence: Sentence, last: Toll) -> bool:
    """True where a sentence without a word of harm may go on counting: "The toll now stands at 703"."""
    return follows(sentence, last) or (
        sentence.index - last.sentence.index <= 3
        and any(w in sentence.low for w in ("toll", "total", "number", "figure"))
    )


def _restatement(sentence: Sentence, head: Head, made: list[Toll], earlier: list[Toll]) -> Link | None:
    """A bare figure that restates the count just before it; an "earlier" one is superseded."""
    if sentence.units[head.first - 1].low in ("say", "says"):
        if speaker_at(sentence, head.unit)[0].side not in sentence.article.lexicon.sides:
            return None
    told = made[-1:] or [t for t in earlier[-6:] if follows(sentence, t)]
    wholes = [t for t in told if t.whole is None]
    before = next((t for t in wholes if t.link.harm == "killed"), wholes[-1] if wholes else None)
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


def _goes_on_bare(sentence: Sentence, link: Link) -> bool:
    """ "Thirty-one died, the governor said. Eighty-six were injured.": a bare figure where no other side is named."""
    bare = not (link.head.has_people or link.head.unknown) and link.rule in ("toll/subject", "toll/adjacent")
    return bare and not any(u.tag in "sAL" or u.low in ("its", "their", "our", "own") for u in sentence.units)


def _drop_agents(sentence: Sentence, joined: dict[int, Link]) -> None:
    """ "two men on a motorbike killed Jonas Feld": who stands before an active verb with a name behind it did it."""
    units, text = sentence.units, sentence.article.text
    for key, link in list(joined.items()):
        if link.rule not in ("toll/adjacent", "toll/subject") or not 0 < link.last < len(units):
            continue
        behind = units[link.last]
        named = behind.tag in "wA" and behind.low not in ADVERBS and text[behind.start].isupper()
        named &= behind.low not in MONTHS  # "30 wounded Monday"
        if named and units[link.last - 1].tag == "V" and not passive(units, link.last - 1):
            del joined[key]


def _told_before(units: list[Unit], head: Head, link: Link, before: list[Toll]) -> bool:
    """True for a definite person who is the one told before; a pronoun's may be any of those told before."""
    pronoun = units[head.unit].tag == "e"
    if head.count.value != 1:
        return False
    if units[head.first].low in ("his", "her", "their") and units[head.last - 1].low != "body":
        noun = units[head.last - 1].low  # "her driver also died": another person, unless told before as that
        return any(
            t.link.harm == link.harm and t.sentence.units[t.link.head.last - 1].low == noun for t in before
        )
    return any(t.link.harm == link.harm and (pronoun or t.link.head.count.value == 1) for t in before)


def _whole_of(link: Link, made: list[Toll], earlier: list[Toll]) -> Toll | None:
    """The count that "the dead" of a part are: the last one of its harm, in its sentence or before it."""
    least = link.head.count.value or 0
    for toll in (*reversed(made), *reversed(earlier[-8:])):
        whole = toll.link
        if whole.harm == link.harm and whole.subset_of is None and not whole.part:
            if (whole.head.count.value or least) >= least:
                return toll
    return None


def _carried_harm(sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll]) -> str | None:
    pool = made or earlier[-1:]
    if link.word == "figure" and not made:  # "Earlier officials had given a figure of 17": of the dead
        near = [t for t in earlier[-4:] if sentence.index - t.sentence.index <= 2 and t.link.harm == "killed"]
        pool = near[-1:] or pool
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
    whole = by_link.get(id(link.subset_of)) if link.subset_of is not None else None
    if frame is None:
        speaker = (
            whole.speaker
            if whole is not None and link.part
            else carried_speaker(sentence, link, made, earlier)
        )
    elif whole is not None and whole.sentence is sentence and not whole.link.last <= frame.at < link.first:
        speaker, frame = whole.speaker, whole.frame  # a part is told by whoever tells its whole
    if link.rule == "toll/gapped" and made and (teller := other_teller(sentence, link, made[-1])) is not None:
        speaker, frame = teller, made[-1].frame
    if link.rule == "toll/against" and made:
        speaker = rival(sentence, link, speaker)
    if denied(sentence, link, frame):
        return None
    counted = people(sentence, link, made, earlier, whole)
    plain = link.rule in ("toll/adjacent", "toll/subject", "toll/object")
    own = plain and speaker.side in sentence.article.lexicon.sides  # another side's figures are no neighbours
    neighbours = [s for s, t in zip(sides, made, strict=True) if not own or t.speaker.side == speaker.side]
    if link.rule == "toll/total-carried" and not neighbours and earlier:
        neighbours = [earlier[-1].side]
    if (
        not neighbours
        and earlier
        and follows(sentence, earlier[-1])
        and (
            link.head.others
            or link.head.count.more
            or link.rule == "toll/restated"
            or _goes_on_bare(sentence, link)
            or (frame is None and speaker == earlier[-1].speaker and speaker.words is not None)
        )
    ):
        neighbours = [earlier[-1].side]
    last = (
        made[-1]
        if made
        else (earlier[-1] if earlier and sentence.index - earlier[-1].sentence.index == 1 else None)
    )
    when = timing(sentence, link, speaker, frame, last.timing.stated_on if last is not None else None)
    if is_item(sentence):
        when = as_its_list(sentence, when)
    when = since_as_before(sentence, when, last)
    when = others_of_another_harm(sentence, link, when, last)
    event = next((t for t in reversed([*earlier[-5:], *made]) if t.link.harm == link.harm), None)
    if event is not None and of_the_event(sentence, link, when, event):
        stated = when.as_of_basis == "stated"
        when = (
            replace(when, measure="incident") if stated else replace(event.timing, stated_on=when.stated_on)
        )
        neighbours = neighbours or [event.side]
    if made and goes_on(link, when, made[-1]):
        when = replace(made[-1].timing, other_conflict=when.other_conflict)
    if whole is not None and link.part and when.as_of_basis != "stated":
        when = whole.timing
    link.measure = link.measure or when.measure
    sentence.article.measures[id(link)] = when.measure
    side = (
        whole.side
        if whole is not None and not (own_words(sentence, link, speaker) or by_arms(sentence, link))
        else victims_side(sentence, link, speaker, frame, neighbours)
    )
    total = link.rule.startswith("toll/total") and made and made[-1].link.harm == link.harm
    risen = made[-1] if total and made[-1].timing.measure == "increment" else None
    if side == UNKNOWN and risen is not None:
        side = risen.side  # "three more bodies were found, taking the number of dead there to 21"
    if side == UNKNOWN and risen is None and _whole_war(sentence, link, speaker, when):
        side = BOTH
    if when.other_conflict and sentence.article.lexicon.sides and whole is None:
        told = own_words(sentence, link, speaker) or (side if link.rule == "toll/lost" else None)
        side = told or BOTH  # a war in a side's land was not that side's alone
    clause = sentence.low
    estimated = link.estimated or (speaker.side in (THIRD, UNKNOWN) and speculative(clause, speaker))
    place = whole.place if whole is not None else place_of_toll(sentence, link)
    return Toll(sentence, link, speaker, frame, counted, side, when, estimated, whole, place)


def _whole_war(sentence: Sentence, link: Link, speaker: Speaker, when: Timing) -> bool:
    """A running total with no side named, told by no side: it is of both."""
    if not sentence.article.lexicon.sides:
        return False
    if speaker.side not in (MEDIA, THIRD) or any(u.low in ENEMY for u in sentence.units):
        return False
    text, inside = sentence.article.text, sentence.units[link.head.first + 1 : link.head.last]
    if any((u.tag == "A" and not u.data.side) or (u.tag == "w" and text[u.start].isupper()) for u in inside):
        return False  # "231 Syrian fighters" are of a third land
    if link.rule == "toll/risen-by":
        return True  # of the total that it raises
    return (when.measure == "cumulative" and link.harm != "recovered") or says_both(sentence, link)


_DENYING: Final = re.compile(
    r"\b(?:denying|rejecting|dismissing|refuting|denied|denies|rejected|dismissed)\b[^,;.]{0,24}"
    r"\b(?:that|claims?|reports?|rumou?rs|of|having)\b(?:(?! and | but )[^,;.]){0,24}$"
)


def denied(sentence: Sentence, link: Link, frame: Frame | None) -> bool:
    """True for a figure that somebody only denies."""
    if frame is None:
        return False
    if frame.verb in ("denied", "denies", "rejected", "dismissed", "refuted", "refutes"):
        return True
    low = sentence.low
    start = sentence.units[link.head.first].start - sentence.start
    if _DENYING.search(low, max(0, start - 60), start):
        return True
    return frame.verb in ("called", "calls") and bool(
        re.search(r"\b(?:a lie|lies|nonsense|false|fake|fiction|baseless)\b", sentence.low)
    )
