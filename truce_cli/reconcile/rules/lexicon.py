"""The conflict's own names as words, read once for many claims. Knows no claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from truce_cli.model.conflict import Actor, Conflict
from truce_cli.model.record import dataclass
from truce_cli.reconcile.rules.wordlists import PLAIN_PLACE

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names of one conflict.

    countries: side -> the words of its own names (azerbaijan, azeri, baku). names: words of five letters and
    more of every side, actor and of the war itself. places: a place's spellings -> its name, lower case.
    """

    countries: Mapping[str, frozenset[str]]
    names: frozenset[str]
    places: Mapping[str, str]
    actors: Mapping[str, Actor]

    def country(self, side: str) -> frozenset[str]:
        return self.countries.get(side) or frozenset(letters(side))

    def place_words(self, place: str | None) -> frozenset[str]:
        """Words that tell the place, names as the conflict file writes them: Khankendi is Stepanakert."""
        if place is None:
            return frozenset()
        text = place.casefold().replace("front line", "frontline").replace("front-line", "frontline")
        if text.isalnum() and text in self.places:
            text = self.places[text]
        elif held := [name for name in self.places if name in text]:
            text = _spelling(tuple(held)).sub(lambda found: self.places[found.group(0)], text)
        return frozenset(word for word in re.findall(r"[^\W_]+", text) if word not in PLAIN_PLACE)


def letters(text: str) -> list[str]:
    """The words of a text without figures, in lower case."""
    return _LETTERS.findall(text.casefold())


@cache
def _spelling(names: tuple[str, ...]) -> re.Pattern[str]:
    """The longest of the names at each place of a text. Few names at a time: a whole gazetteer compiles slowly."""
    longest = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b")


def lexicon(conflict: Conflict) -> Lexicon:
    countries = {
        side.slug: frozenset(letters(" ".join((side.name, *side.aliases)))) for side in conflict.sides
    }
    names = [conflict.name, *conflict.aliases]
    names += [name for actor in conflict.actors for name in (actor.name, *actor.aliases)]
    words = frozenset(letters(" ".join(names))).union(*countries.values())
    places = {a.casefold(): p.name.casefold() for p in conflict.places for a in (p.name, *p.aliases)}
    return Lexicon(
        countries=countries,
        names=frozenset(word for word in words if len(word) >= 5),
        places=places,
        actors={actor.slug: actor for actor in conflict.actors},
    )
