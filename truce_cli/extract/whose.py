"""Whose losses: the victims' side, from the words first, then the place, then the claimant."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.bulletins import losers
from truce_cli.extract.last_voice import land_before
from truce_cli.extract.links import Link
from truce_cli.extract.listing import label_end
from truce_cli.extract.losers import (
    aboard,
    agent,
    at_hands,
    at_the_cost,
    carried_by,
    leaving,
    receiving,
    struck,
    subject_of_losing,
)
from truce_cli.extract.owners import by_arms, noun_words, of_its_front, own_words, possessive
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import (
    loser_named,
    only_side,
    place,
    says_both,
    side_of,
    side_of_item,
    surroundings,
    trail,
)
from truce_cli.extract.speech import Frame, Speaker
from truce_cli.extract.surroundings import elsewhere, opening_place
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN

_HIS: Final = frozenset(("his", "her"))
_WORDS: Final = (
    losers,
    own_words,
    noun_words,
    receiving,
    at_hands,
    at_the_cost,
    possessive,
    subject_of_losing,
    aboard,
    struck,
    of_its_front,
)
"""What the words tell, the nearest to the count first."""


def victims_side(
    sentence: Sentence, link: Link, speaker: Speaker, frame: Frame | None, neighbours: list[str | None]
) -> str:
    """A side's slug, both or unknown. neighbours: sides found for the claims just before in the same sentence."""
    lexicon = sentence.article.lexicon
    if not lexicon.sides:
        return UNKNOWN
    if link.rule == "toll/gapped" and (side := place(sentence, link)):
        return side  # "and 168 in Moru"
    if link.rule == "toll/table":
        told = (side_of(unit) for unit in sentence.units[: link.head.first])
        return next((side for side in told if side), UNKNOWN)
    for rule in _WORDS:
        kin = (
            rule is possessive
            and neighbours
            and _HIS.intersection(u.low for u in sentence.units[max(0, link.head.first - 2) : link.head.last])
        )
        side = (
            neighbours[-1] if kin else rule(sentence, link, speaker)
        )  # "killing a farmer and injuring his sons"
        if side:
            return side
    if (side := of_the_item(sentence, link)) is not None:
        return side
    if (side := _of_the_region(sentence, link)) is not None:
        return side
    if not link.head.implied and says_both(sentence, link):
        return BOTH
    if (side := by_arms(sentence, link)) is not None:
        return side
    if leaving(sentence, link):
        side = agent(sentence, link, speaker)
        if side:
            return side
    elided = not link.head.has_people and not link.head.unknown and link.rule != "toll/total"
    if link.subset_of is not None or link.rule == "toll/shared" or link.head.others or elided:
        known = next((s for s in reversed(neighbours) if s), None)
        if known:
            return known
    running = link.measure == "cumulative"
    side = carried_by(sentence, link)
    side = side or (None if running else agent(sentence, link, speaker))
    side = side or _own_soldiers(link, speaker, lexicon.sides) or place(sentence, link)
    if side:
        return side
    known = next((s for s in reversed(neighbours) if s and s != UNKNOWN), None)
    if len({s for s in neighbours if s in lexicon.sides}) > 1 and link.head.has_people:
        known = UNKNOWN  # "412 rebels, 388 soldiers and 97 civilians": the civilians of either
    if known and link.measure != "cumulative":
        return known
    if elsewhere(sentence):
        return UNKNOWN
    side = (
        None
        if running and speaker.side in (MEDIA, THIRD) and link.rule != "toll/total"
        else trail(sentence, link)
    )
    if side:
        return side
    if running and speaker.side in (MEDIA, THIRD):
        return only_side(sentence) or UNKNOWN
    if _of_a_body(sentence, link) or _struck_down(sentence, link, speaker):
        return UNKNOWN
    return (
        (speaker.side if speaker.side in lexicon.sides else None)
        or surroundings(sentence, link)
        or (opening_place(sentence) if speaker.side == MEDIA and _placeless(sentence) else None)
        or UNKNOWN
    )


def _of_a_body(sentence: Sentence, link: Link) -> bool:
    """ "Hundreds of members of the River Guards": of a body that the conflict file does not know, and nobody says
    whose."""
    units, text = sentence.units, sentence.article.text
    after = units[link.head.last : link.head.last + 4]
    named = [u for u in after[1:] if u.tag == "w" and text[u.start].isupper()]
    return bool(named) and after[0].tag == "o" and named[0] in after[1 : 2 + (after[1].tag == "h")]


_TARGETS: Final = frozenset(
    "commander commanders operative operatives militant militants bodyguard bodyguards gunman gunmen ringleader "
    "ringleaders leader leaders fighter fighters suspect suspects".split()
)


def _struck_down(sentence: Sentence, link: Link, speaker: Speaker) -> bool:
    """ "An air strike killed the commander, the army said": no army says so of its own."""
    struck = link.rule in ("toll/object", "toll/person", "toll/companion", "toll/shared")
    if not (struck and link.active) or speaker.kind in (
        "local",
        "health_authority",
        "health-ministry",
        "ombudsman",
    ):
        return False
    inside = sentence.units[link.head.first : link.head.last]
    return any(u.low in _TARGETS for u in inside)


def of_the_item(sentence: Sentence, link: Link) -> str | None:
    """ "Azerbaijan, civilians – 47 killed", or that under a heading "Azerbaijani side": the list says whose."""
    end = label_end(sentence)
    if not end:
        return loser_named(sentence, link)
    if sentence.units[link.head.first].start - sentence.start < end:
        return None
    return side_of_item(sentence, end)


_LANDS: Final = frozenset("region republic territory enclave".split())


def _of_the_region(sentence: Sentence, link: Link) -> str | None:
    """ "The military death toll in the region now stands at 874": of the land that was spoken of before."""
    units = sentence.units
    stretch = range(max(link.first, 2), max(link.last, link.head.last) + 3)
    for k in stretch:
        if (
            k < len(units)
            and units[k].low in _LANDS
            and units[k - 1].low == "the"
            and units[k - 2].low == "in"
        ):
            return land_before(sentence, link.first)
    return None


def _placeless(sentence: Sentence) -> bool:
    """True for a sentence that names no side, body or place: it goes on with the article's."""
    return not any(unit.tag in "sAL" for unit in sentence.units)


def _own_soldiers(link: Link, speaker: Speaker, sides: tuple[str, ...]) -> str | None:
    """ "The Israeli army said two soldiers were killed in Gaza": a side's soldiers fall in the other's land too."""
    people = link.head.people
    military = people is not None and people.victims == "military"
    return speaker.side if military and speaker.side in sides and link.rule == "toll/subject" else None
