"""Which rules a text can need at all, by the words in it. A gate may open in vain; it never shuts out a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from truce_cli.extract import acts, vocabulary
from truce_cli.extract.denial_words import DENIALS
from truce_cli.extract.lexicon import Lexicon, Names
from truce_cli.extract.truce_words import DEAL_WORDS, TRUCE_WORDS
from truce_cli.text.clean import lowered

_WORD: Final = re.compile(r"[^\W\d_]+")

_APART: Final = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))

_GENERIC: Final = frozenset(
    "shifted list roll database total overall tally number count figure body dead taken cut found left put "
    "set buried sets hospital critical grave serious intensive condition care heard".split()
)
"""Words of harm phrases that say nothing alone; "dead" and "body" are added again below. "102 are in hospital" is
told only beside a harm: they may be ill."""

LEANING: Final = frozenset(
    "dead body lost losing loses lose cost costs costing suffered holds hold holding treated treating "
    "admitted action "
    "killing killings murder murders assassination execution executions beheading massacre slaying "
    "lynching martyrdom "
    "maiming wounding injuring captivity custody held survived survive lived alive enemy prisoners "
    "captives hostages "
    "accounted gave laid buried found taken cut nobody throat throats".split()
)
"""Words that the rules outside the tables lean on."""


PARTICLES: Final = frozenset(
    "a an as at down for from have had her his in its not of off on out the their to up were been with".split()
)


def _telling(phrases: Iterable[str], leaning: frozenset[str], vague: frozenset[str]) -> frozenset[str]:
    """Words of which every phrase holds one: those that tell it alone, else its first weighty one.

    leaning: further words that tell alone; vague: words that do not.
    """
    told = [_WORD.findall(phrase) for phrase in phrases]
    alone = {words[0] for words in told if len(words) == 1} - vague | leaning
    telling = set(alone)
    for words in told:
        weighty = [word for word in words if word not in PARTICLES and word not in vague]
        if alone.isdisjoint(words) and weighty:
            telling.add(weighty[0])
    return frozenset(telling)


_HARMS: Final = (
    vocabulary.HARMED,
    vocabulary.PRESENT,
    vocabulary.GERUND,
    vocabulary.DIED,
    vocabulary.STATE,
    vocabulary.COUNTED,
)
HARM_PHRASES: Final = [phrase for table in _HARMS for phrase in table]
HARM: Final = _telling(HARM_PHRASES, LEANING, _GENERIC)
"""A sentence with none of these holds no count of harm, unless it goes on from the sentence before it: a rule, and
the gate of whole texts."""

_TRUCE: Final = TRUCE_WORDS - {"agreement"}

_FIGHTING: Final = frozenset("fighting shooting hostilities war battle battles".split())
_NO_ACT: Final = frozenset(
    "been carried continued did first laid laying never opened planted planting set started tried trying under".split()
)
"""Words of phrases of acts that say nothing alone."""
_ACCUSING: Final = frozenset(
    "accuse accuses accused accusing accusations blame blames blamed blaming recriminations faulted charge charges "
    "charged complain complains complained complaint complaints honoured honored observed respected finger fingers "
    "allegation allegations violations breaches comply aggression break storm through opened "
    "attempt attempts bid bids crossed entered pushed rolled slipped moved airspace flew flown flying circled "
    "circling hovered behind explosion explosions blast blasts".split()
)
_ACT_TABLES: Final = (acts.ACT_VERBS, acts.ACT_NOUNS, acts.WEAPON_ACT)
ACTS: Final = _telling((phrase for table in _ACT_TABLES for phrase in table), _ACCUSING, _NO_ACT)
"""A sentence with none of these accuses nobody of an act."""


def of_war(words: frozenset[str], sides: bool, lexicon: Lexicon) -> bool:
    """True where a text speaks of war: of harm, fighting, a side or, with no conflict file to name sides, an act.

    sides: whether it names one. Only there is a deal a truce.
    """
    if sides or not HARM.isdisjoint(words) or not _FIGHTING.isdisjoint(words):
        return True
    return not lexicon.sides and not ACTS.isdisjoint(words)


def deniable(words: frozenset[str], sides: bool, lexicon: Lexicon) -> bool:
    """True where a text can hold a denial of war: who denies is of a side, or there is no conflict file to name "
    "any."""
    return sides if lexicon.sides else of_war(words, sides, lexicon)


_PARTIES: Final = frozenset(
    "sides side army armies parties camps camp enemy warring capitals governments".split()
)
"""Words for the sides together: "neither army", "the two sides"."""


@dataclass(frozen=True, slots=True)
class Gates:
    """tolls: counts of harm; sides: accusations and silences; truces; denials. True: the rules must look."""

    tolls: bool
    sides: bool
    truces: bool
    denials: bool

    @property
    def any(self) -> bool:
        return self.tolls or self.sides or self.truces or self.denials


OPEN: Final = Gates(True, True, True, True)


def words_of(low: str) -> list[str]:
    """Words of a lower-case text, without digits and marks."""
    if low.isascii():
        return low.translate(_APART).split()  # several times as fast as the pattern
    return _WORD.findall(low)


_SOLDIERS: Final = frozenset(
    "soldiers servicemen troops fighters militants terrorists personnel marines".split()
)


def soldiers_destroyed(words: frozenset[str]) -> bool:
    """ "40 servicemen and three tanks were destroyed": a word of harm beside soldiers alone."""
    return "destroyed" in words and not _SOLDIERS.isdisjoint(words)


def gates_of(text: str, words: frozenset[str], lexicon: Lexicon) -> Gates:
    """The gates of a whole text. words: its words in lower case."""
    sides = names_a_side(text, words, lexicon)
    war = of_war(words, sides, lexicon)
    return Gates(
        tolls=not HARM.isdisjoint(words) or soldiers_destroyed(words),
        sides=sides,
        truces=not _TRUCE.isdisjoint(words)
        or (war and not DEAL_WORDS.isdisjoint(words))
        or any(name <= words for name in lexicon.truce_words),
        denials=deniable(words, sides, lexicon) and not DENIALS.isdisjoint(words),
    )


def names_a_side(text: str, words: frozenset[str], lexicon: Lexicon) -> bool:
    """True where a text may speak of a side of the conflict. words: its words in lower case."""
    if not lexicon.sides:
        return False
    if not _PARTIES.isdisjoint(words) or _firsts_of(lexicon.named_small, words):
        return True
    return named_in(text, words, lexicon.named)


def named_in(text: str, words: frozenset[str], names: Names) -> bool:
    """True where one of the names may stand in a text. words: its words in lower case."""
    # names need a capital, and few texts hold even their words
    named = _firsts_of(names, words)
    return bool(named) and _stands_as_name(text, named)


def _firsts_of(names: Names, words: frozenset[str]) -> list[str]:
    """First words of the names of which every word is among the words of a text."""
    return [first for first in names.keys() & words if any(whole <= words for whole in names[first])]


def _stands_as_name(text: str, words: list[str]) -> bool:
    """True where one of the words, in lower case, stands in a text with a first letter that is no small Latin one."""
    low = lowered(text)
    for word in words:
        at = low.find(word)
        while at >= 0:
            end = at + len(word)
            apart = not low[at - 1 : at].isalpha() and not low[end : end + 1].isalpha()
            if apart and not "a" <= text[at] <= "z":
                return True
            at = low.find(word, end)
    return False
