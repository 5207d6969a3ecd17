"""When a count is of, by the counts around it: its event's, its list's, the total's that it goes on with."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.listing import day_of_list, of_totals
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.timing import Timing
from truce_cli.extract.toll import Toll
from truce_cli.model.record import replace


def as_its_list(sentence: Sentence, when: Timing) -> Timing:
    """ "KEY FIGURES (as of 29 September)" above the lines of a list: their day, and that they are totals."""
    day = day_of_list(sentence) if when.as_of_basis != "stated" and not when.other_conflict else None
    if day is None:
        return when
    running = when.measure == "incident" and when.since is None and of_totals(sentence)
    measure = "cumulative" if running else when.measure
    return replace(when, since=when.since or day[1], as_of=day[0], as_of_basis="stated", measure=measure)


def goes_on(link: Link, when: Timing, last: Toll) -> bool:
    """ "25 civilians had been killed and 127 wounded": a bare figure goes on with the total before it."""
    bare = (
        not link.head.has_people
        and not link.head.count.more
        and link.rule in ("toll/adjacent", "toll/subject", "toll/held")
    )
    same_day = when.as_of_basis != "stated" or when.as_of == last.timing.as_of
    return bare and when.measure == "incident" and last.timing.measure == "cumulative" and same_day


_WIDER: Final = frozenset(
    "military civilian war overall total nationwide conflict official combined whole own".split()
)


def of_the_event(sentence: Sentence, link: Link, when: Timing, event: Toll) -> bool:
    """ "A strike killed seven. Another official put the toll at four.": a bare toll soon after is the event's."""
    if when.measure != "cumulative" or when.since is not None or not link.rule.startswith("toll/total"):
        return False
    if event.timing.measure != "incident" or event.whole is not None:
        return False
    if sentence.index - event.sentence.index > 2:
        return False
    noun = sentence.units[link.first : link.head.first]
    if any(u.low in _WIDER or u.tag in "sAP" for u in noun) or not any(u.tag == "T" for u in noun):
        return False
    least, known = link.head.count.low or 0, event.link.head.count.low or 0
    return least <= 4 * known + 5


def others_of_another_harm(sentence: Sentence, link: Link, when: Timing, last: Toll | None) -> Timing:
    """ "29 were killed and another 141 wounded": beside another harm, "another" adds to no total."""
    another = when.measure == "increment" and link.head.count.more and link.harm == "injured"
    if not another or last is None or last.link.harm == link.harm:
        return when
    if last.sentence.paragraph != sentence.paragraph or last.timing.measure not in ("incident", "cumulative"):
        return when
    told = last.timing
    return replace(
        when, measure=told.measure, since=told.since, as_of=told.as_of, as_of_basis=told.as_of_basis
    )


def since_as_before(sentence: Sentence, when: Timing, last: Toll | None) -> Timing:
    """ "974 killed since Sept. 27. Azerbaijan says 65 civilians have been killed": the same start, left unsaid."""
    conflict = sentence.article.conflict
    if conflict is None or last is None or "since" in sentence.low or when.since is not None:
        return when
    running = when.measure == last.timing.measure == "cumulative"
    if running and last.timing.since == conflict.began and last.sentence.paragraph == sentence.paragraph:
        return replace(when, since=conflict.began)
    return when
