"""Words that tell of harm by themselves, and words that do so only in company: what a count of harm needs to be told.

"Lost" is a match, a way, a roof; "lost" beside "soldiers" or "lives" may be a toll.
"""

from __future__ import annotations

from typing import Final

from truce_cli.extract.gates import HARM, HARM_PHRASES, LEANING, PARTICLES
from truce_cli.extract.people import PEOPLE

_PEOPLE: Final = frozenset(phrase.split()[-1] for phrase in PEOPLE) | {
    "own",
    "dead",
    "personnel",
    "finest",
    "bravest",
    "men",
    "crew",
}
_LIVES: Final = frozenset(
    "life lives limbs homes hands leg legs arm arms hand foot feet limb fingers".split()
)
_TAKING: Final = frozenset(
    "claim claimed claiming claims cost costing costs took taken taking killed lost losing loses lose gave laid".split()
)
_SHOWN: Final = frozenset(
    "found discovered dumped recovered retrieved identified handed exchange exchanged returned repatriated pulled "
    "buried morgue human set sets examined transferred received".split()
)
_COUNTS: Final = frozenset("number total figure count tally list roll toll names martyrs".split())

_ROWS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("lost|losing|loses|lose", _PEOPLE | _LIVES | {"with"}),
    ("cost|costs|costing", _PEOPLE | _LIVES),
    ("claims", _PEOPLE | _LIVES),
    ("lives", _TAKING),
    ("fell|fallen", _PEOPLE | _COUNTS | {"action", "battle", "combat", "fighting"}),
    ("body|remains", _PEOPLE | _SHOWN),
    ("hold|holds|holding|held|custody", _PEOPLE),
    ("names", frozenset("list roll published released".split())),
    ("lived|survive|survived|alive", frozenset("not none one taken buried burned burnt".split())),
    ("found|nobody", frozenset()),
    ("homes", frozenset("forced driven left lost".split())),
    ("forced|driven", frozenset(("homes",))),
    ("abandoned", _PEOPLE | {"homes"}),
    ("shot", _PEOPLE | frozenset("leg arm foot shoulder dead death".split())),
    ("taken", frozenset("alive captive prisoner hostage".split())),
    ("action", frozenset("out fell fallen".split())),
    ("cut|mown|mowed|gun|guns", frozenset(("down",))),
    ("laid", frozenset(("lives", "arms"))),
    ("gave", frozenset(("lives", "up"))),
    ("blown", frozenset(("up", "pieces"))),
    ("wiped", frozenset(("out",))),
    ("carried", frozenset(("off",))),
    ("treated|treating|admitted", frozenset(("for", "burns", "injury"))),
    ("received|sustained", frozenset(("injury", "burns"))),
    ("suffered", _PEOPLE | {"injury", "burns"}),
)


def _of_phrases() -> dict[str, frozenset[str]]:
    """Words that tell of harm in phrases alone, "took refuge", with the other words of those phrases."""
    phrases = [phrase.split() for phrase in HARM_PHRASES]
    alone = {words[0] for words in phrases if len(words) == 1} | LEANING
    found: dict[str, frozenset[str]] = {}
    for words in phrases:
        for word in HARM.intersection(words) - alone:
            others = frozenset(words) - {word}
            found[word] = found.get(word, frozenset()) | (others - PARTICLES or others)
    return found


COMPANY: Final = _of_phrases() | {word: company for words, company in _ROWS for word in words.split("|")}
"""Word that alone tells no harm → those of which one must stand in its sentence. Words of harm that are not in
this table are company to none and need none."""

_SIDED: Final = frozenset("fell fallen lost lose loses losing cost costs".split())
"""Words that tell of harm beside a side's name too: "47 Norvians fell"."""


def told_in_company(harms: frozenset[str], words: frozenset[str]) -> bool:
    """True where one of the words of harm stands alone or has its company among the words of the sentence."""
    for harm in harms:
        company = COMPANY.get(harm)
        if company is None or not company.isdisjoint(words):
            return True
    return False


def beside_a_side(harms: frozenset[str]) -> bool:
    """True where one of the words of harm tells of one beside a side's name."""
    return not _SIDED.isdisjoint(harms)
