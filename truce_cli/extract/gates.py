"""Which rules a text can need at all, by the words in it. A gate may open in vain; it never shuts out a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from truce_cli.extract import acts, vocabulary
from truce_cli.extract.lexicon import Lexicon
from truce_cli.extract.truce_words import TRUCE_WORDS

_WORD: Final = re.compile(r"[^\W\d_]+")

_CAPITAL: Final = re.compile(r"(?<![^\W_])(?=[^\W\d_a-z])[^\W\d_]+")
"""A word that begins with a letter that is not a small Latin one."""

_GENERIC: Final = frozenset(
    "list roll database total overall tally number count figure body dead taken cut found left put "
    "set buried sets".split()
)
"""First words of harm phrases that say nothing alone; "dead" and "body" are added again below."""

_LEANING: Final = frozenset(
    "dead body lost losing loses lose cost costs costing suffered holds hold holding treated treating "
    "admitted action "
    "killing killings murder murders assassination execution executions beheading massacre slaying "
    "lynching martyrdom "
    "maiming wounding injuring captivity custody held survived survive lived alive enemy prisoners "
    "captives hostages "
    "gave laid buried found taken cut nobody".split()
)
"""Words that the rules outside the tables lean on."""


def _first_words() -> frozenset[str]:
    tables = (
        vocabulary.HARMED,
        vocabulary.PRESENT,
        vocabulary.GERUND,
        vocabulary.DIED,
        vocabulary.STATE,
        vocabulary.COUNTED,
    )
    firsts = {word.split()[0] for table in tables for word in table}
    return frozenset((firsts - _GENERIC - {"in", "not", "had", "have", "were", "been"}) | _LEANING)


HARM: Final = _first_words()
"""A sentence with none of these holds no count of harm, unless it goes on from the sentence before it."""

_TRUCE: Final = TRUCE_WORDS | {"guns"}
DENIALS: Final = frozenset(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed "
    "dismissing refute refutes "
    "refuted refuting brush brushes brushed brushing waved wave dispute disputes disputed shrugged "
    "correspond invention "
    "fabrication fantasy truth single fairy disown disowns disowned scoff scoffs scoffed nowhere "
    "nothing such not no "
    "lie lies nonsense false untrue baseless fabricated fake fiction disinformation groundless absurd "
    "provocation".split()
)


ACTS: Final = frozenset(
    {word.split()[0] for table in (acts.ACT_VERBS, acts.ACT_NOUNS, acts.WEAPON_ACT) for word in table}
    | set(
        "accuse accuses accused accusing accusations blame blames blamed blaming recriminations "
        "faulted charge charges "
        "charged complain complains complained complaint complaints neither honoured honored observed "
        "respected finger "
        "fingers allegation allegations violations breaches had been were under comply aggression".split()
    )
) - {
    "to",
    "had",
    "been",
    "were",
    "under",
    "first",
    "not",
    "tried",
    "trying",
    "started",
    "carried",
    "opened",
    "continued",
} | {
    "opened",
    "opening",
    "shoot",
    "fire",
    "seize",
    "advance",
    "storm",
    "attack",
    "attacks",
    "comply",
    "break",
    "through",
}
"""A sentence with none of these accuses nobody of an act."""

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
    return _WORD.findall(low)


def gates_of(text: str, low: str, lexicon: Lexicon) -> Gates:
    """The gates of a whole text. low: the same in lower case."""
    words = frozenset(words_of(low))
    tolls = not HARM.isdisjoint(words)
    truces = not _TRUCE.isdisjoint(words)
    sides = bool(lexicon.sides) and (
        not _PARTIES.isdisjoint(words)
        or not lexicon.common_firsts.isdisjoint(words)
        or not lexicon.firsts.isdisjoint(word.lower() for word in _CAPITAL.findall(text))
    )
    denials = not DENIALS.isdisjoint(words) and (sides or tolls)
    return Gates(tolls, sides, truces, denials)
