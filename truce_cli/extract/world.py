"""Names that a conflict file may leave out: bodies that reports of every war cite, and "government" and "rebels".

The file's own names come before them.
"""

from __future__ import annotations

from typing import Final

from truce_cli.model.conflict import Actor, Conflict, Side

_MEDIA: Final = (
    "Reuters|Agence France-Presse|AFP|Associated Press|AP|Bloomberg|BBC|CNN|NPR|Al Jazeera|Al Arabiya|Deutsche Welle|"
    "Radio Free Europe|RFE/RL|Voice of America|Interfax|TASS|ITAR-TASS|RIA Novosti|RIA|Sputnik|Anadolu|"
    "Anadolu Agency|Xinhua|DPA|EFE|ANSA|Kyodo|New York Times|Washington Post|Wall Street Journal|Guardian|"
    "Financial Times|Le Monde|Der Spiegel|Euronews|France 24|Sky News|OC Media|Eurasianet|Meduza|Middle East Eye|"
    "Ukrinform|UNIAN|Ukrainska Pravda|Kyiv Independent|Kyiv Post|Azertac|Azertag|Armenpress|"
    "Haaretz|Times of Israel|ABC News|NBC News|CBS News|Fox News|Reporters Without Borders"
)
_UN: Final = (
    "United Nations|UN|U.N.|UNICEF|UNHCR|UNRWA|OCHA|OHCHR|World Health Organization|World Food Programme|"
    "Security Council|UN Security Council|U.N. Security Council"
)
_MONITORS: Final = (
    "OSCE|Organization for Security and Cooperation in Europe|OSCE Minsk Group|Minsk Group|European Union|EU|"
    "African Union|Arab League|NATO|Council of Europe"
)
_NGO: Final = (
    "International Committee of the Red Cross|ICRC|Red Cross|Red Crescent|Amnesty International|Amnesty|"
    "Human Rights Watch|HRW|"
    "Doctors Without Borders|Médecins Sans Frontières|MSF|Save the Children|Oxfam|Norwegian Refugee Council|"
    "International Crisis Group|Crisis Group|ACLED|Armed Conflict Location and Event Data Project|Airwars|"
    "Syrian Observatory for Human Rights|Iraq Body Count|Bellingcat|Committee to Protect Journalists|"
    "International Rescue Committee"
)


GOVERNMENTS: Final = tuple(
    family.split("|")
    for family in (
        "Western",
        "European",
        "United States|U.S.|US|American|Washington|White House|State Department|Pentagon",
        "Russia|Russian|Moscow|Kremlin",
        "Turkey|Turkish|Ankara",
        "Iran|Iranian|Tehran",
        "France|French|Paris|Elysee",
        "Britain|British|United Kingdom|UK|London|Downing Street",
        "Germany|German|Berlin",
        "China|Chinese|Beijing",
        "Egypt|Egyptian|Cairo",
        "Qatar|Qatari|Doha",
        "Saudi Arabia|Saudi|Riyadh",
        "Pakistan|Pakistani|Islamabad",
        "India|Indian|New Delhi",
        "Georgia|Georgian|Tbilisi",
        "Switzerland|Swiss|Bern",
        "Vatican|Holy See",
        "Norway|Norwegian|Oslo",
        "Sweden|Swedish|Stockholm",
        "Denmark|Danish|Copenhagen",
        "Finland|Finnish|Helsinki",
        "Netherlands|Dutch",
        "Belgium|Belgian",
        "Ireland|Irish|Dublin",
        "Italy|Italian|Rome",
        "Spain|Spanish|Madrid",
        "Portugal|Portuguese|Lisbon",
        "Austria|Austrian|Vienna",
        "Poland|Polish|Warsaw",
        "Hungary|Hungarian|Budapest",
        "Greece|Greek|Athens",
        "Ukraine|Ukrainian|Kyiv",
        "Canada|Canadian|Ottawa",
        "Australia|Australian|Canberra",
        "Japan|Japanese|Tokyo",
        "South Korea|South Korean|Seoul",
        "Brazil|Brazilian",
        "Mexico|Mexican",
        "South Africa|South African|Pretoria",
        "Kenya|Kenyan|Nairobi",
        "Algeria|Algerian|Algiers",
        "Morocco|Moroccan|Rabat",
        "Jordan|Jordanian|Amman",
        "Lebanon|Lebanese|Beirut",
        "Iraq|Iraqi|Baghdad",
        "Israel|Israeli",
        "Syria|Syrian|Damascus",
        "Kuwait|Kuwaiti",
        "Oman|Omani|Muscat",
        "Emirates|Emirati|Abu Dhabi",
        "Malaysia|Malaysian|Kuala Lumpur",
        "Indonesia|Indonesian|Jakarta",
        "Kazakhstan|Kazakh|Astana",
    )
)
"""Countries that mediate, report and comment; a family that a conflict file names in any way is the file's own."""


def _actors(kind: str, names: str) -> tuple[Actor, ...]:
    return tuple(Actor(slug="", name=name, kind=kind) for name in names.split("|"))


WORLD: Final = (
    *_actors("media", _MEDIA),
    *_actors("un", _UN),
    *_actors("monitor", _MONITORS),
    *_actors("ngo", _NGO),
)
"""Actors of no side, without a slug: no conflict file lists them."""


_REGIMES: Final = ("government", "regime")
_STATE: Final = ("government", "pro-government")
_REBELS: Final = (
    "rebel",
    "rebels",
    "insurgent",
    "insurgents",
    "separatist",
    "separatists",
    "guerrilla",
    "guerrillas",
)


def implied_sides(conflict: Conflict) -> list[tuple[str, str]]:
    """(side, word): "government", "rebels" where the names of just one side call it so. Of two sides the other
    one is then the other."""
    both = ruling_and_rising(conflict)
    if both is not None:
        ruling, rising = both
        return [(ruling, word) for word in _STATE] + [(rising, word) for word in _REBELS]
    state, rebels = _called(conflict, _REGIMES), _called(conflict, _REBELS)
    if len(conflict.sides) < 3 or state == rebels:
        return []
    words = [(state[0].slug, word) for word in _STATE] if len(state) == 1 else []
    return words + ([(rebels[0].slug, word) for word in _REBELS] if len(rebels) == 1 else [])


def _called(conflict: Conflict, words: tuple[str, ...]) -> list[Side]:
    """The sides whose name or alias holds one of the words."""
    return [
        s for s in conflict.sides if any(w in words for a in (s.name, *s.aliases) for w in a.lower().split())
    ]


_ARMS: Final = ("army", "navy", "armed forces", "defence ministry", "defense ministry", "ministry of defence")
""" "The army", "the defence ministry" of a war of a government against rebels: the government's."""


def state_bodies(conflict: Conflict) -> tuple[Actor, ...]:
    """Bodies without a slug that are the government's where it fights rebels who have none so called."""
    both = ruling_and_rising(conflict)
    if both is None:
        return ()
    ruling, rising = both
    theirs = [name for a in conflict.actors if a.side == rising for name in (a.name, *a.aliases)]
    theirs += [alias for side in conflict.sides if side.slug == rising for alias in side.aliases]
    taken = {word for name in theirs for word in name.lower().split()}
    return tuple(
        Actor(slug="", name=name, kind="military", side=ruling)
        for name in _ARMS
        if name.split()[0] not in taken and name.split()[-1] not in taken
    )


def ruling_and_rising(conflict: Conflict) -> tuple[str, str] | None:
    """The sides of a government and of those who rose against it, where just one side is called so."""
    state, rebels = _called(conflict, _REGIMES), _called(conflict, _REBELS)
    if (
        len(conflict.sides) != 2
        or len(state) > 1
        or len(rebels) > 1
        or not (state or rebels)
        or state == rebels
    ):
        return None
    one, two = conflict.sides
    ruling = state[0] if state else (two if rebels[0] is one else one)
    rising = two if ruling is one else one
    return ruling.slug, rising.slug
