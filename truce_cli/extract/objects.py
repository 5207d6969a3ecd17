"""Counts that are the object of a harm word: "killed 13 people", "has lost another 21", "the murder of two"."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import NEEDS_PEOPLE, Link
from truce_cli.extract.predicates import ADVERBS, HYPOTHETICAL, modality, passive
from truce_cli.extract.side_words import ENEMY
from truce_cli.extract.units import Unit

_LOSING: Final = frozenset(("suffered", "lost", "losing", "loses", "lose", "cost", "costing", "costs"))


def link_object(units: list[Unit], head: Head) -> Link | None:
    """ "killed 13 people", "wounding 12 others", "has lost another 21 servicemen"."""
    i = head.first - 1
    while i >= 0 and (
        (units[i].tag in "hM" and units[i].low not in ("each",))
        or units[i].low in ADVERBS
        or units[i].low == "just"
    ):
        i -= 1
    if i < 0:
        return None
    i = _past_things(units, _through(units, i))
    unit = units[i]
    if unit.low == "for" and i and units[i - 1].low == "accounted":
        soldiers = head.people is not None and head.people.victims == "military"
        return (
            Link(head, "killed", "toll/object", i - 1, head.last, word="accounted", active=True)
            if soldiers
            else None
        )
    if (
        unit.tag == "o"
        and i > 1
        and units[i - 1].low == "lives"
        and units[i - 2].low == "the"
        and head.has_people
    ):
        if any(u.low in _TAKING_LIVES for u in units[max(0, i - 4) : i - 2]):
            return Link(head, "killed", "toll/killing-of", i - 1, head.last, word="lives of", active=True)
    if unit.low in ENDING and units[i + 1].tag == "o" and not head.count.more:
        return Link(head, ENDING[unit.low], "toll/killing-of", i, head.last, word=unit.low, active=True)
    if (unit.low in KILLINGS and unit.tag != "G") or (unit.tag == "G" and units[i + 1].tag == "o"):
        return Link(head, "killed", "toll/killing-of", i, head.last, word=unit.low, active=True)
    soldiers = head.people is not None and head.people.victims == "military" and head.people.plural
    if unit.low in ("destroyed", "destroying") and soldiers and not passive(units, i):
        return Link(head, "killed", "toll/object", i, head.last, word=unit.low, active=True)
    driven = _from_their_homes(units, i, head)
    if driven and (head.has_people or not head.unknown):
        return Link(head, "displaced", "toll/object", i, driven, word="displaced")
    if (
        unit.low in ("shot", "shooting", "shoots", "shoot")
        and head.last < len(units)
        and units[head.last].low == "dead"
    ):
        return Link(head, "killed", "toll/object", i, head.last + 1, word="shot dead", active=True)
    killed = _to_death(units, i, head)
    if killed:
        return Link(head, "killed", "toll/object", i, killed, word=unit.low, active=True)
    if unit.tag in "VGv":
        if unit.tag == "V" and passive(units, i):
            return None
        if unit.low in NEEDS_PEOPLE and not (head.has_people or head.own):
            return None
        if unit.data in ("captured", "displaced", "missing") and not (head.has_people or head.others):
            if not _goes_on(units, i, head):
                return None
        if unit.low == "claims" or (
            unit.low == "captured" and any(u.low in _LENSES for u in units[max(0, i - 3) : i])
        ):
            return None
        if (unit.tag == "v" and i and units[i - 1].low == "to") or _intends(units, i):
            return Link(head, unit.data, "toll/intended", i, head.last, hypothetical=True)
        estimated, hypothetical = modality(units, i)
        harm = "killed_or_injured" if unit.low == "killed and wounded" else unit.data
        return Link(
            head, harm, "toll/object", i, head.last, estimated, hypothetical, word=unit.low, active=True
        )
    ours = unit.low in ("lost", "losing") and not (head.has_people or head.unknown or head.thing or head.noun)
    if (
        ours
        and units[head.last : head.last + 1]
        and units[head.last].tag in ".,;"
        and any(u.low == "we" for u in units[max(0, i - 3) : i])
    ):
        return Link(head, "killed", "toll/lost", i, head.last, word="lost", perfect=True)  # "we have lost 61"
    if unit.low in _LOSING and _of_things(units, head.last):
        return None  # "the strike cost 4,000 people their jobs", "lost four men to suspension"
    if unit.low in _LOSING and (head.own or (head.has_people and _losable(units, head))):
        estimated, hypothetical = modality(units, i)
        harm = "killed_or_injured" if _and_wounded(units, head.last) else "killed"
        return Link(head, harm, "toll/lost", i, head.last, estimated, hypothetical, word=unit.low)
    if unit.low.startswith("cost") and any(
        u.low in ("lives", "life") for u in units[head.last : head.last + 3]
    ):
        return Link(head, "killed", "toll/lost", i, head.last, word="cost")
    if (
        unit.low in ("holds", "hold", "holding")
        and head.has_people
        and (
            (head.people is not None and head.people.victims == "military")
            or units[head.last - 1].low in ("prisoners", "captives")
        )
    ):
        return Link(head, "captured", "toll/held", i, head.last, word="held", measure="cumulative")
    if unit.low in _LISTING and (head.has_people or head.noun is None) and _to_the_list(units, head.last):
        link = Link(head, "killed", "toll/added", i, head.last, word=unit.low, active=True)
        link.measure = "increment"
        return link
    if unit.tag == "o" and i and units[i - 1].low == "loss" and (head.own or head.has_people):
        return Link(head, "killed", "toll/lost", i - 1, head.last, word="loss", active=True)
    out = [u.low for u in units[head.last : head.last + 3]]
    if unit.low in ("put", "putting", "puts") and out == ["out", "of", "action"]:
        return Link(
            head,
            "killed_or_injured",
            "toll/out-of-action",
            i,
            head.last + 3,
            word="out of action",
            active=True,
        )
    if unit.low in ("treated", "treating", "admitted") and any(
        u.data == "injured" or u.low in ("wounds", "injuries", "burns")
        for u in units[head.last : head.last + 5]
    ):
        return Link(head, "injured", "toll/treated", i, head.last, word=unit.low, active=True)
    if unit.low in _LOSING and unit.low.startswith("cost"):
        return None
    k = i - 1 - (i > 1 and units[i - 1].tag == "h")
    whom = unit.tag in "sA" or unit.low in ENEMY
    if whom and k >= 0 and units[k].low in ("cost", "costs", "costing") and head.has_people:
        return Link(head, "killed", "toll/lost", k, head.last, word="cost")  # "cost Norvia five men"
    return None


def _goes_on(units: list[Unit], i: int, head: Head) -> bool:
    """ "killed 40 people and displaced 12,000": a bare figure after a second verb with the same agent."""
    bare = not (head.unknown or head.noun or head.thing) and (
        head.last >= len(units) or units[head.last].tag in ".,;ciM"
    )
    joined = i > 1 and units[i - 1].low in ("and", ",")
    return bare and joined and any(u.tag == "P" and u.data.plural for u in units[max(0, i - 8) : i - 1])


def _from_their_homes(units: list[Unit], i: int, head: Head) -> int:
    """Unit after "forced two million people from their homes", "drove 12,000 to flee"; 0 for other words."""
    if units[i].low not in _DRIVING:
        return 0
    behind = [u.low for u in units[head.last : head.last + 5]]
    if "from" in behind[:2] and "homes" in behind:
        return head.last + behind.index("homes") + 1
    return head.last + 2 if behind[:2] in (["to", "flee"], ["to", "leave"]) else 0


_DRIVING: Final = frozenset(
    "forced forcing forces drove driven driving pushed pushing uprooted uprooting".split()
)
_DEADLY: Final = frozenset(
    "hacked hack hacking beat beaten beating stabbed stabbing stab clubbed clubbing stoned stoning burned burnt "
    "burning bludgeoned bludgeoning slashed slashing crushed trampled tortured choked shot starved bombed".split()
)
_SLIT: Final = frozenset("slit slitting cut cutting slashed".split())


def _to_death(units: list[Unit], i: int, head: Head) -> int:
    """Unit after "beat two men to death", after "slit the throats of three men"; 0 for other words."""
    if units[i].low in _DEADLY and [u.low for u in units[head.last : head.last + 2]] == ["to", "death"]:
        return head.last + 2
    slit = i > 2 and units[i].tag == "o" and units[i - 1].low in ("throats", "throat")
    return head.last if slit and any(u.low in _SLIT for u in units[i - 3 : i - 1]) else 0


_TAKING_LIVES: Final = frozenset("claimed claiming claims cost costing costs took taken taking takes".split())
_LISTING: Final = frozenset("added adds adding entered enters placed".split())
_LISTS: Final = frozenset("list roll register tally toll count dead fallen losses".split())


def _to_the_list(units: list[Unit], j: int) -> bool:
    """ "added 23 fighters to its list of the fallen": a list of dead behind the counted."""
    stretch = [u.low for u in units[j : j + 9]]
    listed = stretch[:1] in (["to"], ["on"]) and any(word in _LISTS for word in stretch[1:5])
    dead = {"dead", "fallen", "killed", "losses", "toll", "deaths", "death toll", "war dead", "casualties"}
    return listed and not dead.isdisjoint(stretch)


_LENSES: Final = frozenset(
    "camera cameras photo photos photograph photographs video footage film picture images".split()
)
KILLINGS: Final = frozenset(
    "killing killings murder murders assassination execution executions beheading massacre slaying lynching "
    "martyrdom".split()
)
"""Nouns of killing: "the murder of two farmers"."""


ENDING: Final = {"death": "killed", "injury": "injured", "wounding": "injured"}
"""Nouns of harm beside those of killing: "the death of the medic and injury of his driver"."""

_GONE: Final = frozenset(
    "customer customers voter voters shopper shoppers commuter commuters passenger passengers student students "
    "merchants traders vendors parishioners worshippers worshipers travellers travelers".split()
)
"""Who is lost in business and at elections, and lives on."""
_LOSABLE: Final = frozenset(
    "volunteers men people staff members personnel lives sons firefighters medics paramedics nurses doctors reporters "
    "journalists children teachers policemen women workers employees officers policemen civilians".split()
)


_LIVELIHOODS: Final = frozenset(
    "jobs job livelihoods livelihood seats seat homes pensions posts work savings visas licences licenses".split()
)
_LEFT_FOR: Final = frozenset(
    "suspension suspensions injury injuries retirement rivals transfers emigration".split()
)


def _of_things(units: list[Unit], k: int) -> bool:
    """ "cost 4,000 people their jobs", "lost four men to suspension": what was lost is no life."""
    behind = [unit.low for unit in units[k : k + 4]]
    return (behind[:1] == ["their"] and not _LIVELIHOODS.isdisjoint(behind)) or (
        behind[:1] == ["to"] and not _LEFT_FOR.isdisjoint(behind)
    )


def _and_wounded(units: list[Unit], k: int) -> bool:
    """ "lost 1,130 people killed and wounded", "lost 40 men, dead or wounded"."""
    behind = units[k + (k < len(units) and units[k].tag == ",") :][:3]
    if behind and (behind[0].data == "killed_or_injured" or behind[0].low == "killed and wounded"):
        return True
    harms = [unit.data for unit in behind[::2]]
    return harms == ["killed", "injured"] and behind[1].low in ("and", "or")


def _losable(units: list[Unit], head: Head) -> bool:
    """ "lost 64 men" counts dead; "lost two of his oldest friends" may not."""
    noun = units[head.last - 1].low
    return head.people is not None and (
        noun in _LOSABLE or (head.people.victims != "any" and noun not in _GONE)
    )


def _through(units: list[Unit], i: int) -> int:
    """Unit of the harm word before "of" and "a family of": "killing of four", "killed a family of six"."""
    if units[i].tag == "o" and i and (units[i - 1].tag == "G" or units[i - 1].low in (*KILLINGS, *ENDING)):
        return i - 1
    if units[i].tag == "o" and i > 2 and units[i - 1].low in _BANDS:
        k = i - 2
        while k > 0 and units[k].tag in "wsJBAz" and i - k < 6:
            k -= 1
        if units[k].tag in "ah" and k:
            return k - 1
    return i


_BANDS: Final = frozenset("family couple group team squad patrol cell crew unit".split())


def _past_things(units: list[Unit], i: int) -> int:
    """Unit of the verb before things in the same list: "lost five tanks and about 120 soldiers"."""
    j = i
    while j > 2 and units[j].tag in "c," and units[j - 1].tag == "z":
        k = j - 1
        while k > 0 and units[k].tag in "zwJ" and j - k < 4:
            k -= 1
        if units[k].tag not in "Na":
            return i
        j = k - 1
    return j if j < i and units[j].low in _LOSING else i


def _intends(units: list[Unit], i: int) -> bool:
    """ "pledged to kill 100": an intention, unless it is "claimed to have killed"."""
    return units[i].tag == "v" and i > 0 and units[i - 1].tag == "m" and units[i - 1].low in HYPOTHETICAL
