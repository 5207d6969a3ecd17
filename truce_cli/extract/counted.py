"""Who was counted: soldiers, civilians, children, from the noun, the list or the sentence before."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.listing import is_item
from truce_cli.extract.nouns import ANYONE
from truce_cli.extract.owners import named_before
from truce_cli.extract.people import PEOPLE, People
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import says_both, short_side
from truce_cli.extract.toll import Toll
from truce_cli.extract.voices import follows

_OF_FIGHTERS: Final = re.compile(
    r"\b(?:in (?:the|its|their) ranks|kia|wia|killed in action|our (?:men|own)|personnel losses|losses in personnel|"
    r"army (?:has |had )?(?:suffered|lost)|(?:in|from) (?:its|their|his|the) (?:army|military|ranks|armed forces)|"
    r"(?:from|in) both armies|deaths in action|in (?:\w+ )?(?:uniform|fatigues)|commandos)\b| 's ranks\b"
)


_OF_ARMS: Final = frozenset(("personnel", "manpower", "prisoners of war", "pows"))
"""Words of a link that tell of soldiers."""


def _near(sentence: Sentence, link: Link) -> str:
    """Words around a count, lower case: its own and a few on either side."""
    units = sentence.units
    stretch = units[max(0, min(link.first, link.head.first) - 4) : max(link.last, link.head.last) + 3]
    return " ".join(u.low for u in stretch)


_YOUNG: Final = (
    r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen)"
)
_YEARS: Final = re.compile(rf", {_YOUNG},| of {_YOUNG}(?=[,.;]| died| was| and)")
""" "her granddaughter, 3, was killed", "a girl of six"."""
_CHILD: Final = re.compile(rf"{_YOUNG}-(?:year|month|week|day)")
_PARENTS: Final = frozenset("mother father parent widow widower grandmother grandfather".split())
_AGED: Final = re.compile(
    rf",? (?:(?:all |both )?aged (?:between )?{_YOUNG}(?:(?:,| and| to|-| or) {_YOUNG})*(?![\w-])|"
    rf"(?:(?:was|were|are|is) )?(?:all |both )?under (?:the age of )?(?:{_YOUNG}|18|eighteen|school age)\b|"
    r"(?:who )?(?:had|have) not (?:yet )?reached school age)"
)
""" "two brothers, aged nine and 14": children, whatever they are called."""


def people(
    sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll], whole: Toll | None
) -> People:
    """Who was counted: the head's noun, its adjective, else what the list or the sentence before counts."""
    found = _called(sentence, link, made, earlier, whole)
    if found.victims != "military" and found.subgroup in (None, "women"):
        units = sentence.units
        if any(
            (u.data == "age" and _CHILD.match(u.low)) or u.low in ("teenage", "teenaged", "underage")
            for u in units[max(0, link.head.first - 1) : link.head.last]
        ):
            return PEOPLE["children"]
        behind = units[link.head.last - 1].end - sentence.start
        parent = units[link.head.last - 1].low in _PARENTS  # "a mother of two"
        if _AGED.match(sentence.low, behind) or (
            link.head.implied and not parent and _YEARS.match(sentence.low, behind)
        ):
            return PEOPLE["children"]
    return found


def _called(
    sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll], whole: Toll | None
) -> People:
    head = link.head
    people = head.people
    within = _of_whom(sentence, link)
    if within is not None:
        return within
    military = head.military or _noun_status(sentence, link) or _labelled(sentence, link)
    if military is None and (link.word in _OF_ARMS or _enemies(sentence, link)):
        military = "military"
    if military is None and people is not None and people.victims == "any" and people.subgroup is None:
        inside = sentence.units[head.first : head.last]
        words = {u.low for u in inside}
        armed = any(u.tag == "A" and u.data.kind in ("military", "armed_group") for u in inside)
        if (armed and not words.isdisjoint(_SERVING)) or ("men" in words and not words.isdisjoint(_OWN_MEN)):
            military = "military"  # "two Home Guard members", "eleven of its men"
    if military is None and any(short_side(sentence, u) for u in sentence.units[head.first : head.last]):
        military = "military"  # "three Guard members"
    if head.noun == "names" and re.search(r"army|soldier|servicem|conscript|troops|brigade", sentence.low):
        military = "military"
    if (people is not None and people.victims == "any" and people.subgroup is None) or people is None:
        military = military or ("military" if _OF_FIGHTERS.search(_near(sentence, link)) else None)
    if people is None and _crew(sentence, link):
        military = "military"
    if people is None or (head.others and not head.has_people):
        if military:
            return People(military, None, True)
        if link.subset_of is not None:
            return _part_words(sentence, link, whole)
        inherited = _inherited(sentence, link, made, earlier)
        if inherited is not None and head.others and made and _alone(made[-1], link):
            return People(inherited.victims, None, True)  # "killing a girl and wounding 22 others"
        added = bool(made) and made[-1].link.head.count.more
        if inherited is not None and (inherited.subgroup is None or added or not _of_a_total(sentence, link)):
            return inherited
        return ANYONE
    if military and people.victims == "any" and people.subgroup is None:
        return People(military, None, True)
    if people.victims == "any" and people.subgroup is None and _men_of_war(sentence, link):
        return People("military", None, True)
    return people


def _alone(before: Toll, link: Link) -> bool:
    """True for a single person who suffered another harm: of what others those behind are is not told."""
    return before.link.head.implied and before.link.harm != link.harm


def _of_whom(sentence: Sentence, link: Link) -> People | None:
    """ "one of the ten policemen injured there", "a couple of border guards": those whom they are of."""
    head, units = link.head, sentence.units
    couple = (
        head.implied and units[head.last - 1].low in ("couple", "pair") and units[head.last : head.last + 1]
    )
    if not (head.partitive and head.people is None) and not (couple and units[head.last].tag == "o"):
        return None
    for unit in units[head.last : head.last + 7]:
        if unit.tag == "P":
            return unit.data if unit.data.plural else None
        if unit.tag not in "ohNsALJBw":
            return None
    return None


def _enemies(sentence: Sentence, link: Link) -> bool:
    """ "60 of the enemy", "enemy losses came to 90": who fights is counted, where the words say nothing else."""
    head, units = link.head, sentence.units
    people = head.people
    if people is not None and (people.victims != "any" or people.subgroup is not None):
        return False
    if link.rule.startswith(("toll/total", "toll/risen")):
        stretch = units[max(0, link.first - 2) : head.first]
        return any(u.low in ("enemy", "insurgents", "rebels") for u in stretch) and not any(
            u.tag == "P" and u.data.victims == "civilian" for u in stretch
        )
    of = units[head.last : head.last + 3] if head.partitive or people is None else []
    return any(u.low == "enemy" for u in [*units[head.first : head.last], *of])


_SERVING: Final = frozenset("member members volunteer volunteers men man personnel".split())
_OWN_MEN: Final = frozenset(("its", "their", "our", "his"))


def _labelled(sentence: Sentence, link: Link) -> str | None:
    """ "Civilians: 7 killed, 19 wounded": the label of a list."""
    units = sentence.units
    colon = next(
        (k for k in range(link.head.first - 1, max(link.head.first - 9, 0), -1) if units[k].tag in ":-"), None
    )
    if colon is None or any(u.tag not in "NVdPc," for u in units[colon + 1 : link.head.first]):
        return None
    for label in reversed(units[max(0, colon - 4) : colon]):
        if label.tag == "P" and label.data.victims != "any":
            return str(label.data.victims)
        if label.low in ("military", "army", "servicemen", "civilian"):
            return "civilian" if label.low == "civilian" else "military"
    return None


_COUNT_OF: Final = re.compile(
    r"\b(civilian|military) (?:count|tally|figures?|number|casualt\w+)\b[^,;.\d]{0,20}(?:\d[\d,]* \w+ and )?$"
)
""" "updated its civilian count to 61 dead and 291 injured"."""


def _noun_status(sentence: Sentence, link: Link) -> str | None:
    """ "civilian death toll", "military losses", "its civilian dead"."""
    units = sentence.units
    stretch = units[max(0, link.first - 1) : max(link.head.first, link.head.last)]
    if not link.rule.startswith(("toll/total", "toll/risen", "toll/deaths", "toll/adjacent")):
        return None
    if link.rule == "toll/adjacent":
        stretch = [*named_before(units, link.head.first), *stretch]
    if link.rule == "toll/total-carried":
        stretch = [
            *stretch,
            *units[link.last : link.last + 3],
        ]  # "raised to 2,841 the number of soldiers killed"
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
    start = units[link.head.first].start - sentence.start
    counted = _COUNT_OF.search(sentence.low, max(0, start - 60), start)
    if counted is not None:
        return counted[1]
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


def _of_a_total(sentence: Sentence, link: Link) -> bool:
    """ "Two children were dead and the number of casualties had risen to seven": a total is not of children alone."""
    total = link.rule.startswith(("toll/total", "toll/risen"))
    return total or bool(named_before(sentence.units, link.head.first))


def _inherited(sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll]) -> People | None:
    whole = [t for t in made if t.whole is None]
    if whole:
        mixed = link.head.others or link.head.count.more
        same = [t for t in whole if t.link.harm == whole[-1].link.harm]
        if mixed and len({t.people.victims for t in same}) > 1:
            return ANYONE  # "killed three soldiers and five residents and wounded 20 more"
        return whole[-1].people
    if link.rule == "toll/total" and says_both(sentence, link):
        return None  # "the number of dead on both sides is nearing 5,000"
    if earlier and follows(sentence, earlier[-1]) and not is_item(sentence):
        return (earlier[-1].whole or earlier[-1]).people
    return None


_OF_AN_ARMY: Final = frozenset(
    "company army brigade battalion raid helicopter gunship warplane jet tank submarine frigate warship corvette "
    "bomber armies troops artillery".split()
)


def _crew(sentence: Sentence, link: Link) -> bool:
    """ "a helicopter crew of four"."""
    before = [u.low for u in sentence.units[max(0, link.head.first - 3) : link.head.first]]
    return before[1:] == ["crew", "of"] and before[0] in _OF_AN_ARMY


_MEN: Final = frozenset(("men", "personnel", "members", "crew"))


def _men_of_war(sentence: Sentence, link: Link) -> bool:
    words = {u.low for u in sentence.units[link.head.first : link.head.last]}
    return bool(words & _MEN) and (
        link.rule == "toll/lost" or not _OF_AN_ARMY.isdisjoint(u.low for u in sentence.units)
    )
