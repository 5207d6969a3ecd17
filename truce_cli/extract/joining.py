"""All joins of a sentence: every rule that gives a count its harm, in the order in which they are tried."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.bulletins import labelled, link_added
from truce_cli.extract.elliptic import link_elliptic, listed
from truce_cli.extract.heads import Head
from truce_cli.extract.links import NEEDS_PEOPLE, Link, link_adjacent, link_subject
from truce_cli.extract.nouns import of_a_parent
from truce_cli.extract.objects import link_object
from truce_cli.extract.other_deaths import of_other_causes
from truce_cli.extract.parts import link_parts
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.sharing import share
from truce_cli.extract.subsets import link_subsets
from truce_cli.extract.toll_nouns import link_nouns
from truce_cli.extract.toll_words import RAISING
from truce_cli.extract.units import Unit


def links(units: list[Unit], found: list[Head]) -> dict[int, Link]:
    links: dict[int, Link] = {}
    for head in found:
        if head.thing or head.noun or _owns(units, head):
            continue
        if not head.has_people and of_a_parent(units, head.first):
            continue
        elided = not head.has_people and not head.others
        link = (
            (listed(units, head) or labelled(units, head) or link_adjacent(units, head)) if elided else None
        )
        link = link or link_object(units, head) or link_adjacent(units, head)
        if link is None and head.has_people and not head.implied:
            link = labelled(units, head)  # "losses as of 22 October: 6,459 soldiers, 22 planes"
        if link is not None and units[link.last - 1].tag == "D" and _is_base(units, found, head):
            link = None
        if link is None and head.status is not None:
            link = Link(head, head.status, "toll/attribute", head.first, head.last, word="attribute")
        if link is not None:
            links[id(head)] = link
    link_nouns(units, found, links)
    for head in found:
        if (id(head) in links and links[id(head)].rule != "toll/attribute") or head.thing or head.noun:
            continue
        if _list_ends(units, found, head, links):
            continue
        barred = _not_subject(units, head) or (not head.has_people and of_a_parent(units, head.first))
        link = link_subject(units, head) if not barred else None
        if link is not None and link.harm == "displaced" and head.status in ("injured", "killed", "missing"):
            link = None  # "30 injured soldiers had been evacuated"
        if link is not None and _may_suffer(units, found, head, link):
            links[id(head)] = link
    _drop_ages(units, found, links)
    link_added(units, found, links)
    link_elliptic(units, found, links)
    _compounds(units, found, links)
    share(units, found, links)
    link_parts(units, found, links)
    link_subsets(units, found, links)
    _increments(units, found, links)
    return links


def _owns(units: list[Unit], head: Head) -> bool:
    """ "holds 300 prisoners' letters": what is counted owns what is told of."""
    after = units[head.last : head.last + 2]
    return len(after) == 2 and after[0].low == "'" and after[1].tag in "wz" and after[1].start > after[0].end


_WANTED: Final = re.compile(
    r"\b(?:offer(?:ed|s|ing)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|plan(?:s|ned|ning)?|ready|prepared|willing|"
    r"agreed|able|room|capacity|beds?|trained|equipped|enough|sufficient|stocks?|lasts?|cater|cope) (?:[\w-]+ ){0,3}?"
    r"(?:to (?:[\w-]+ ){1,3}|for (?:up to )?|with (?:up to )?)$"
)


def _wanted(sentence: Sentence, link: Link) -> bool:
    """ "offered to take in 500 wounded", "beds for 40 wounded": those who are wounded some day."""
    if link.rule not in ("toll/adjacent", "toll/attribute", "toll/deaths"):
        return False
    start = sentence.units[link.head.first].start - sentence.start
    return _WANTED.search(sentence.low, max(0, start - 60), start) is not None


_EITHER: Final = frozenset(("killed and wounded", "killed or hurt", "killed or wounded", "killed or injured"))


def _compounds(units: list[Unit], found: list[Head], links: dict[int, Link]) -> None:
    """ "lost 1,100 men, killed and wounded": what stands behind the comma tells what all of them met."""
    for head in found:
        link = links.get(id(head))
        after = units[head.last : head.last + 2]
        if link is not None and [u.tag for u in after[:1]] == [","] and after[1:] and after[1].low in _EITHER:
            link.harm, link.last = "killed_or_injured", max(link.last, head.last + 2)


def _increments(units: list[Unit], found: list[Head], links: dict[int, Link]) -> None:
    """ "37 deaths on Sunday, bringing its total to 710": what brings a total to its figure is an increment of it."""
    for k, head in enumerate(found):
        total = links.get(id(head))
        if total is None or total.harm == "":
            continue
        risen = links.get(id(found[k - 1])) if k else None
        if total.measure == "cumulative" and risen is not None and risen.rule == "toll/risen-by":
            risen.total = total
        raised = _raised_to(units, head) if total.rule in ("toll/deaths", "toll/adjacent") else 0
        if raised:  # "left 54 dead, raising the total toll since the start to 3,243 martyrs"
            total.rule, total.first, total.measure = "toll/total", raised, "cumulative"
        if not total.rule.startswith("toll/total") or units[total.first].low not in RAISING:
            continue
        if any(u.low == "own" for u in units[total.first : head.first]):
            continue  # "killed 22 soldiers and put its own losses at four"
        if (
            units[total.first].low in ("put", "puts", "takes", "took")
            and total.first
            and units[total.first - 1].tag not in ",rc;-"
        ):
            continue  # "...; Moru puts the number at six": another's count
        for before in found[:k]:
            link = links.get(id(before))
            vague = total.word == "losses" or total.harm == "killed_or_injured"
            if link is not None and vague and link.harm == "killed":
                total.harm = "killed"  # "23 fighters fell, bringing its losses to 311"
            if link is not None and link.harm == "recovered" and total.rule == "toll/total-carried":
                total.harm = "recovered"  # "the bodies of 45, bringing to 270 the total it has handed back"
            if link is not None and link.word == "casualties" and total.harm == "killed":
                link.harm = "killed"  # "another 59 casualties, which raises its death toll to 1,068"
            if (
                link is not None
                and link.subset_of is None
                and link.harm == total.harm
                and link.measure != "cumulative"
            ):
                link.measure, link.total = "increment", total


def _raised_to(units: list[Unit], head: Head) -> int:
    """Unit of "raising" in "raising the toll to 3,243 martyrs"; 0 where nothing is raised to a figure."""
    if not head.first or units[head.first - 1].low != "to":
        return 0
    for k in range(head.first - 2, max(0, head.first - 18), -1):
        if units[k].tag in "N;:S":
            return 0
        if units[k].low in RAISING:
            return k if any(u.tag == "T" for u in units[k : head.first]) else 0
    return 0


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
                if units[before.last].tag == "," and units[head.last].tag in ",c":
                    del links[id(head)]
                    break


def _list_ends(units: list[Unit], found: list[Head], head: Head, links: dict[int, Link]) -> bool:
    """ "killed two guards and seven residents, and 14 more were injured": the list's last, whose verb stands before."""
    k = found.index(head)
    known = links.get(id(found[k - 1])) if k else None
    if known is None or known.rule not in ("toll/object", "toll/killing-of") or not head.has_people:
        return False
    between = units[found[k - 1].last : head.first]
    after = units[head.last : head.last + 3]
    return (
        [u.tag for u in between] == ["c"]
        and len(after) == 3
        and (after[0].tag, after[1].tag) == (",", "c")
        and after[2].tag in "Nah"
    )


def _not_subject(units: list[Unit], head: Head) -> bool:
    """ "who was a candidate", "told by a journalist", "as a teacher": a single person who is no subject."""
    before = units[head.first - 1] if head.first else None
    if head.partitive and before is not None and before.tag == "w" and before.low.endswith("ing"):
        return True  # "a lawyer representing one of two servicemen was found buried"
    if not head.implied:
        return False
    if before is not None and (before.tag == "x" or before.low in ("by", "as")):
        return True
    return head.last < len(units) and units[head.last].low == "to"  # "was said by a guest to have been shot"


def _may_suffer(units: list[Unit], found: list[Head], head: Head, link: Link) -> bool:
    """True where what was counted can be harmed: people, others, or a bare figure right before its verb."""
    if _is_base(units, found, head):
        return False
    if head.has_people or head.others or head.own:
        return True
    if (
        head.partitive or head.of_them
    ):  # "two of the injured", "one of the six gunners": never "300 of the fruit"
        return any(u.tag in "VdPN" or u.low in ("them", "those") for u in units[head.last : head.last + 4])
    if head.unknown:
        beside = next((h for h in found if h.first >= head.last), None)
        listed = beside is not None and beside.has_people and units[beside.first - 1].tag == "c"
        if any(u.tag == "c" for u in units[head.last : link.last - 1]) and not listed:
            return False
        return link.harm in ("killed", "injured", "killed_or_injured") and link.word not in NEEDS_PEOPLE
    return _elided_subject(units, head, link)


def _is_base(units: list[Unit], found: list[Head], head: Head) -> bool:
    """ "212 of Rasheen's 30,000 inhabitants", "nine of ten crew": the second figure is what the first is part of."""
    base = next((h for h in found if h.partitive and h.last <= head.first and h is not head), None)
    return base is not None and all(u.tag in "ohsALw'" for u in units[base.last : head.first])


def _elided_subject(units: list[Unit], head: Head, link: Link) -> bool:
    """A bare figure may be a subject only right before its verb: "21 were wounded", "nine, were killed".

    Between commas, behind somebody, it is an age: "The gunman, 24, fled".
    """
    between = units[head.last : link.last - 1]
    if len(between) > 3 and (between[0].tag, between[3].tag) == (",", ",") and between[2].tag == "S":
        between = between[4:]  # "another 16, he added, were maimed"
    if between[:1] and between[0].low == "on" and any(u.low in ("side", "sides") for u in between[1:4]):
        between = between[3:]  # "hundreds on both sides have died"
    if between[:1] and between[0].tag == "(":  # "45 (including ten women) were wounded"
        close = next((k for k, u in enumerate(between) if u.tag == ")"), 0)
        between = between[close + 1 :]
    if len(between) > 2 and between[0].tag == "," and between[1].tag == "g":
        close = next((k for k, u in enumerate(between[1:], 1) if u.tag == ","), 0)
        between = between[close + 1 :]  # "nine, among them two journalists, have been wounded"
    if between[:1] and between[0].low == "who":
        between = between[1:]  # "and 12 who were hurt", "the 412,000 who fled"
    apart = head.first > 1 and units[head.first - 1].tag == "," and between[:1] and between[0].tag == ","
    if apart and (units[head.first - 2].tag in "wA" or _singular(units[head.first - 2])):
        return False
    return len(between) <= 4 and all(u.tag in "xXmnJMb,we" or u.low in ("reported", "as") for u in between)


def _singular(unit: Unit) -> bool:
    return unit.tag == "P" and not unit.data.plural


_EXCHANGED: Final = re.compile(
    r"\b(?:handed over|exchang\w+|returned|repatriat\w+|transferred|handed back|"
    r"receiv\w+|(?<!to be )identified(?! as)|examined)\b"
)


_WARD: Final = re.compile(r"\b(?:hospitals?|clinics?|morgues?|mortuary) .{0,40}\breceiv")
""" "a hospital received 14 bodies": the dead of the day, not those of an exchange."""


_SEARCHED: Final = re.compile(r"\bsearch (?:teams|parties|operations?|groups)\b")
""" "search teams have recovered the remains of 735 soldiers": who fell long before."""


_FOUND: Final = re.compile(
    r"\b(?:found|pulled|discovered|taken in|buried|lay|lying|scene|rubble|"
    r"unidentified|taken to|"
    r"after (?:the|an?) (?:attack|raid|shooting|clash|blast|explosion|massacre|assault|bombing|fire))\b"
)


_RELEASED: Final = re.compile(
    r"\b(?:brought (?:back|home)|came home|return(?:ed|ing)|releas|freed|swap|exchang)"
)
""" "brought home 206 men, most of whom had been in captivity": they are in captivity no more."""
_ALIVE: Final = re.compile(
    r"[^.,;0-9]{0,30}\b(?:found|turned up|still|was|were|is|are|(?:came|pulled|walked|emerged|dug)(?: out)?) alive\b"
)
""" "three men listed as dead were found alive"."""
_FALSE: Final = re.compile(
    r"[^.,;0-9]{0,40}\b(?:proved|turned out|was|were|is|are) (?:to (?:be|have been) )?"
    r"(?:false|wrong|untrue|mistaken|unfounded|exaggerated|prisoners|a hoax)\b"
)
""" "early reports of 30 deaths proved false"."""
_RATE: Final = re.compile(r"\bevery (?:(?:\d+|\w+) )?(?:minutes?|hours?|days?|weeks?|months?)\b")
""" "a child is killed every 35 minutes" is a rate, not a count."""


_A_DAY: Final = re.compile(
    r" (?:a|per|each) (?:day|week|month|hour|year)\b"
    r"(?! (?:after|before|earlier|later|ago|since|prior|when|old|in which))"
)
""" "trained to treat 300 casualties a day": a rate, too."""


def countable(sentence: Sentence, link: Link) -> bool:
    """False for figures that only look like tolls: ages, bodies of law, wounded pride, votes."""
    if link.harm == "recovered":
        low = sentence.low
        exchanged = (_EXCHANGED.search(low) and not _WARD.search(low)) or _SEARCHED.search(low)
        if not exchanged and (_FOUND.search(low) or ("recovered" not in low and "retrieved" not in low)):
            link.harm = "killed"
    if _RATE.search(sentence.low) or of_other_causes(sentence, link) or _wanted(sentence, link):
        return False
    if link.word == "in captivity" and _RELEASED.search(sentence.low):
        return False
    if _A_DAY.match(sentence.low, sentence.units[max(link.last, link.head.last) - 1].end - sentence.start):
        return False
    after = sentence.units[link.last : link.last + 1]
    end = sentence.units[link.last - 1].end - sentence.start
    before = [u.low for u in sentence.units[max(0, link.head.first - 2) : link.head.first]]
    if before in (["all", "but"], ["all but"]):
        return False  # "28 died, all but one of them civilians"
    if link.harm == "killed" and link.word in ("body", "corpse") and _EXCHANGED.search(sentence.low):
        link.harm = "recovered"  # "200 were handed over, and the body of a soldier went the other way"
    if link.harm == "killed" and _ALIVE.match(sentence.low, end):
        return False
    if _FALSE.match(sentence.low, end):
        return False
    if (
        link.word.endswith("crossed into")
        and link.head.people is not None
        and link.head.people.victims == "military"
    ):
        return False
    if link.harm == "captured" and not link.head.has_people and after and after[0].tag == "z":
        return False  # "20 captured tanks"
    return not (link.head.thing and link.rule != "toll/total")
