"""All phrases that the rules know, compiled for one conflict: words → tagged units. Knows no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from truce_cli.extract import vocabulary
from truce_cli.extract.people import CIVILIAN_ADJECTIVES, MILITARY_ADJECTIVES, NOT_PEOPLE, PEOPLE
from truce_cli.extract.truce_words import truce_names, truce_pattern, truce_words
from truce_cli.extract.world import GOVERNMENTS, WORLD, implied_sides, ruling_and_rising, state_bodies
from truce_cli.model.conflict import Actor, Conflict, Place
from truce_cli.text.clean import lowered
from truce_cli.text.numbers import COUNTING, COUNTING_FOLLOWERS

Row = tuple[tuple[str, ...], str, object]
Reading = tuple[str, object, frozenset[str] | None]

NAMES_IN_CAPITALS: Final = frozenset(("is", "us", "who", "it"))
"""IS, US, WHO and IT are names where the words around them are not in capitals."""


Names = dict[str, tuple[frozenset[str], ...]]
"""First word of a name, lower case → all words of each name that begins so."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """phrases: first word → rows (words, tag, data), longest first. names: the same for the conflict's names,
    which must be written with a capital; common: for those that its file writes small ("rebels", "army")."""

    phrases: dict[str, tuple[Row, ...]]
    names: dict[str, tuple[Row, ...]]
    common: dict[str, tuple[Row, ...]]
    conflict: Conflict | None
    sides: tuple[str, ...]
    named: Names = field(default_factory=dict)
    """All names: a text that holds none of them speaks of no side."""
    named_small: Names = field(default_factory=dict)
    """The same for the names that are written small."""
    own: Names = field(default_factory=dict)
    """The same for the names of sides, of their own bodies and of places: what only texts about the conflict name."""
    plain: dict[str, Reading] = field(default_factory=dict)
    """First words of phrases with what they are where nothing longer begins: tag, data, and the words that may
    follow where something longer does (None: nothing longer begins with it)."""
    telling: frozenset[str] = frozenset()
    """Words without a plain reading that must be looked at with their neighbours and their capitals."""
    last_words: frozenset[str] = frozenset()
    """The last words of the names of several words that the conflict file gives its actors."""
    bodies: tuple[tuple[str | None, str, str], ...] = ()
    """Side, slug and all names, in lower case and British spelling, of each actor."""
    other_wars: tuple[tuple[str, str], ...] = ()
    """Names of other wars in lower case, each with its war's own name."""
    places: frozenset[str] = frozenset()
    """Names of places, lower case; a capital is a place and a side's word at once."""
    alone: dict[str, Actor] = field(default_factory=dict)
    """Last words that only one armed body of the conflict file has: "the Guard" is the Isk Territorial Guard."""
    truces: re.Pattern[str] | None = None
    """Names of truces that no common word for one stands in, lower case: "the Maldan understanding"."""
    truce_words: tuple[frozenset[str], ...] = ()
    """The words of each of these names."""
    ruled: tuple[str, str] | None = None
    """The side of a government and that of the rebels, in a war of the one against the other."""

    def other_side(self, side: str | None) -> str | None:
        """The opponent, where there are two sides."""
        if side not in self.sides or len(self.sides) != 2:
            return None
        return self.sides[1] if side == self.sides[0] else self.sides[0]


_FUNCTION_WORDS: Final = {
    "x": "was|were|been|being|is|are|be|got|gets|remain|remained",
    "X": "has|have|had|having",
    "m": "could|would|may|might|should|can|must|will|shall",
    "n": "not|never|no|nobody|none|n't|without|neither|nor",
    "o": "of",
    "i": "in|at|on|near|around|from|to|into|across|over|during|after|before|by|with|for|against|between|"
    "among|amid|outside|inside|along|under|through|within|since|until|despite|as|than|towards|toward|while|"
    "when|where|because|if|upon|off|via|per|onto|beyond|behind|throughout|following|about|up|out|down|away",
    "h": "the|its|their|his|her|our|this|these|those|all|my|your|such|each|both|that of|other",
    "r": "who|which|that|whom|whose",
    "c": "and|or|as well as|along with|together with|plus|but|&",
    "e": "it|he|she|they|we|i|you|him|them|us|theirs|ours",
    "a": "a|an",
    "g": "comprising|consisting of|made up of|"
    "incl|incl.|including|includes|included|include|among them|among whom|among those|of them|of whom|of "
    "which|of those|"
    "among the dead|of the dead|among which|of these|most of them|some of them|one of them",
    "J": "more|further|additional|another|extra|other|new|fresh|unidentified|enemy|dead|young|old|"
    "elderly|local|"
    "displaced|suspected|unarmed|innocent|foreign|fellow|pro-government|senior|unnamed|"
    "special|regular",
    "O": "others|the rest",
    "b": "each other|one another|the other|mutual|mutually",
}


_APART: Final = re.compile(r"[/,()]")


def _split(phrase: str) -> tuple[str, ...]:
    """Words of a phrase as the tokenizer cuts them."""
    marked = phrase.replace("’", "'").replace("'s", " 's").replace("s' ", "s ' ")
    return tuple(_APART.sub(r" \g<0> ", marked).split())


def _base_rows() -> list[Row]:
    rows: list[Row] = []
    for tag, words in _FUNCTION_WORDS.items():
        rows += [(_split(word), tag, word) for word in words.split("|")]
    rows += [(_split(p), "P", people) for p, people in PEOPLE.items()]
    rows += [((word,), "z", word) for word in NOT_PEOPLE]
    rows += [((word,), "J", "military") for word in MILITARY_ADJECTIVES]
    rows += [((word,), "J", "civilian") for word in CIVILIAN_ADJECTIVES - set(PEOPLE)]
    for tag, table in (
        ("V", vocabulary.HARMED),
        ("v", vocabulary.PRESENT),
        ("G", vocabulary.GERUND),
        ("D", vocabulary.DIED),
        ("d", vocabulary.STATE),
        ("T", vocabulary.COUNTED),
        ("B", vocabulary.BODIES),
    ):
        rows += [(_split(phrase), tag, meaning) for phrase, meaning in table.items()]
    rows += [(_split(word), "S", word) for word in vocabulary.SPEECH]
    rows.append((("according", "to"), "Z", "according to"))
    rows += [
        (_split(words), "Z", "citing")
        for words in (
            "citing",
            "figures from",
            "estimates from",
            "data from",
            "with reference to",
            "quoting",
            "referring to",
            "with a link to",
            "with a reference to",
            "on the authority of",
            "cited by",
            "which quoted",
            "which cited",
        )
    ]
    return rows


SPEAKING: Final = frozenset(max(row[0], key=len) for row in _base_rows() if row[1] in ("S", "Z"))
"""Words of which each verb of speech and each citing of a source holds one."""

_RANK: Final = {tag: rank for rank, tag in enumerate("VGDvTdPBgZcxXmnorhbaeJOSiz")}
"""Which reading of equal length wins; a phrase has one tag."""


def _indexed(rows: list[Row]) -> dict[str, tuple[Row, ...]]:
    best: dict[tuple[str, ...], Row] = {}
    for row in rows:
        known = best.get(row[0])
        if known is None or _RANK.get(row[1], 99) < _RANK.get(known[1], 99):
            best[row[0]] = row
    index: dict[str, list[Row]] = {}
    for row in best.values():
        index.setdefault(row[0][0], []).append(row)
    return {first: tuple(sorted(found, key=lambda r: -len(r[0]))) for first, found in index.items()}


@lru_cache(maxsize=1)
def _base() -> dict[str, tuple[Row, ...]]:
    return _indexed(_base_rows())


_HELD: Final = ("held", "controlled", "run", "administered", "led")
""" "rebel-held": whose a place is; "rebel-led": whose an attack was."""


def _name_rows(conflict: Conflict) -> dict[str, tuple[Row, ...]]:
    best: dict[tuple[str, ...], Row] = {}

    def add(phrase: str, tag: str, data: object) -> None:
        words = _split(lowered(phrase))
        for form in (words, words[1:] if words and words[0] == "the" else ()):
            if form and form not in best:
                best[form] = (form, tag, data)

    for side in conflict.sides:
        for alias in side.aliases:
            add(alias, "s", side.slug)
            if not alias.endswith("s"):
                add(f"{alias}s", "s", side.slug)
            if " " not in alias:
                for held in _HELD:
                    add(f"{alias}-{held}", "s", side.slug)
    for slug, word in implied_sides(conflict):
        add(word, "s", slug)
    for actor in conflict.actors:
        for name in (actor.name, *actor.aliases):
            add(name, "A", actor)
        if is_person(actor):
            add(actor.name.split()[-1], "A", actor)
    for place in conflict.places:
        for name in (place.name, *place.aliases):
            add(name, "L", place)
    for actor in state_bodies(conflict):
        add(actor.name, "A", actor)
    for short, actor in _shortened(conflict):
        add(short, "A", actor)
    return _by_first_word(best.values())


def _by_first_word(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    index: dict[str, list[Row]] = {}
    for row in rows:
        index.setdefault(row[0][0], []).append(row)
    return {first: tuple(sorted(found, key=lambda r: -len(r[0]))) for first, found in index.items()}


def _readings(*tables: dict[str, tuple[Row, ...]]) -> tuple[dict[str, Reading], frozenset[str]]:
    """Lexicon.plain and Lexicon.telling of the words, then of the conflict's names, which may need a capital."""
    phrases, *names = tables
    plain: dict[str, Reading] = {}
    telling = set(NAMES_IN_CAPITALS)
    for word in {*COUNTING, *(word for table in tables for word in table)}:
        rows = [row for table in tables for row in table.get(word, ())]
        alone = [row for row in phrases.get(word, ()) if len(row[0]) == 1]
        named = any(len(row[0]) == 1 for table in names for row in table.get(word, ()))
        followers = {row[0][1] for row in rows if len(row[0]) > 1}
        counting = word in COUNTING
        if named or word in NAMES_IN_CAPITALS or "-" in word or (counting and word not in COUNTING_FOLLOWERS):
            telling.add(word)
            continue
        if counting:
            followers |= COUNTING_FOLLOWERS[word]
        tag, data = (alone[0][1], alone[0][2]) if alone else ("w", None)
        plain[word] = (tag, data, frozenset(followers) if followers or counting else None)
    for mark in ".,;:?!\"'()":
        if mark not in plain and mark not in telling:
            plain[mark] = (mark, None, None)
    return plain, frozenset(telling)


def _with_world(names: dict[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """A conflict's names and, where it has none, those of the bodies that every war's reports cite."""
    own = [row for rows in names.values() for row in rows]
    known = {row[0] for row in own}
    names_text = f" {'  '.join(' '.join(row[0]) for row in own)} "
    abroad = [
        Actor(slug="", name=name, kind="government")
        for family in GOVERNMENTS
        if not any(f" {name.lower()} " in names_text for name in family)
        for name in family
    ]
    world = [(_split(actor.name.lower()), "A", actor) for actor in (*WORLD, *abroad)]
    return _by_first_word([*own, *(row for row in world if row[0] not in known)])


def _by_parts(names: dict[str, tuple[Row, ...]]) -> Names:
    """Names as plain words: "nagorno-karabakh" as "nagorno" and "karabakh", "u.s." as "u" and "s"."""
    found: dict[str, set[frozenset[str]]] = {}
    for rows in names.values():
        for words, _tag, _data in rows:
            parts = re.findall(r"[^\W\d_]+", " ".join(words))
            if parts and parts[0] != "the":  # each such name stands without its article too
                found.setdefault(parts[0], set()).add(frozenset(parts))
    return {first: tuple(wholes) for first, wholes in found.items()}


def _is_own(row: Row) -> bool:
    return row[1] in "sL" or (isinstance(row[2], Actor) and row[2].side is not None)


_BODY_WORDS: Final = frozenset(
    "ministry army office group mission cross nations agency council republic forces desk brigade "
    "department service committee union international watch wire press courier news government states force command "
    "staff front guard guards battalion corps police movement party authority federation league directorate movement "
    "administration observatory project centre center institute society network initiative board commission bureau "
    "coalition resistance militia wing ombudsman".split()
)


def _names_of(actor: Actor) -> str:
    return f"{actor.name} {' '.join(actor.aliases)}".lower().replace("defense", "defence")


def is_person(actor: Actor) -> bool:
    """True for an entry that names a person, whose surname alone means the same."""
    return actor.kind in _WITH_PERSONS and _names_person(actor.name)


_WITH_PERSONS: Final = frozenset(("official", "military", "government", "armed_group", "un"))


@lru_cache(maxsize=4096)
def _names_person(name: str) -> bool:
    words = name.lower().split()
    if not 2 <= len(words) <= 3 or not name.istitle():
        return False
    return not any(w in _BODY_WORDS or w in vocabulary.BODIES for w in words)


def lexicon(conflict: Conflict | None) -> Lexicon:
    """The lexicon of a conflict; None gives the words alone, with no sides, actors or places."""
    return _compiled(_Same(conflict))


class _Same:
    """A conflict as a key: the very object, since to hash all its names costs as much as to read a page."""

    __slots__ = ("conflict",)

    def __init__(self, conflict: Conflict | None) -> None:
        self.conflict = conflict

    def __hash__(self) -> int:
        return id(self.conflict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.conflict is self.conflict


@lru_cache(maxsize=8)
def _compiled(key: _Same) -> Lexicon:
    conflict = key.conflict
    if conflict is None:
        plain, telling = _readings(_base())
        return Lexicon(_base(), {}, {}, None, (), plain=plain, telling=telling)
    places = frozenset(name.lower() for p in conflict.places for name in (p.name, *p.aliases))
    names = _name_rows(conflict)
    aliases = [alias for side in conflict.sides for alias in side.aliases]
    aliases += [word for _, word in implied_sides(conflict)]
    aliases += [actor.name for actor in state_bodies(conflict)]
    aliases += [alias for actor in conflict.actors for alias in actor.aliases]
    small = {alias.split()[0] for alias in aliases if alias[:1].islower()}
    common = {first: rows for first, rows in names.items() if first in small}
    known = _with_world(names)
    long = [row[0] for rows in names.values() for row in rows if row[1] == "A" and len(row[0]) > 1]
    plain, telling = _readings(_base(), known, common)
    own = truce_names(conflict)
    return Lexicon(
        _base(),
        known,
        common,
        conflict,
        tuple(s.slug for s in conflict.sides),
        _by_parts(names),
        _by_parts(common),
        _by_parts({first: tuple(filter(_is_own, rows)) for first, rows in names.items()}),
        plain,
        telling,
        frozenset(" ".join(words).replace(" 's", "'s").split()[-1] for words in long),
        tuple((actor.side, actor.slug, _names_of(actor)) for actor in conflict.actors),
        tuple((a.lower(), war.name) for war in conflict.other_wars for a in (war.name, *war.aliases)),
        places,
        _alone(conflict),
        truce_pattern(own),
        truce_words(own),
        ruling_and_rising(conflict),
    )


_UNITS: Final = frozenset(
    "army brigade battalion regiment division corps forces force units command staff group".split()
)
"""Last words of names that any other unit may have: "the Brigade" is not the file's only one."""


def _shortened(conflict: Conflict) -> list[tuple[str, Actor]]:
    """Names of bodies without their first word, "the Health Committee", where one body alone is called so."""
    found: dict[str, list[Actor]] = {}
    for actor in conflict.actors:
        words = actor.name.split()
        short = " ".join(words[1:])
        told = actor.side and len(words) > 2 and not is_person(actor) and short.istitle()
        if told and short.lower() not in vocabulary.BODIES and words[1][:1].isupper() and "'" not in short:
            found.setdefault(short, []).append(actor)
    return [(short, actors[0]) for short, actors in found.items() if len(actors) == 1]


def _alone(conflict: Conflict) -> dict[str, Actor]:
    owners: dict[str, set[str]] = {}
    for actor in conflict.actors:
        for word in {name.lower().split()[-1] for name in (actor.name, *actor.aliases) if " " in name}:
            owners.setdefault(word, set()).add(actor.slug)
    return {
        word: actor
        for actor in conflict.actors
        if actor.kind in ("armed_group", "military") and actor.side and not is_person(actor)
        for word in (actor.name.lower().split()[-1],)
        if len(owners.get(word, ())) == 1 and word not in _UNITS and word not in vocabulary.BODIES
    }


__all__ = ["NAMES_IN_CAPITALS", "SPEAKING", "Actor", "Lexicon", "Place", "Reading", "lexicon"]
