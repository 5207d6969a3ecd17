"""Whether a claim counts soldiers, police or attackers: by the noun that its figure counts, not by its sentence."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.model.claim import Claim

_BEARER: Final = re.compile(
    r"\b(?:soldier|troop|service(?:man|men)\b|fighter|militant|rebel|insurgent|jihadist|attacker|assailant|gunm[ae]n|"
    r"bomber|terrorist|bandit|extremist|perpetrator|commando|combatant|militia|trooper|guerrilla|forces\b|"
    r"security force|armed guard|police|policem[ae]n|intelligence agent|paramilitar)"
)
_END: Final = re.compile(
    r"[.,;:()\"“]|\b(?:was|were|is|are|been|have|has|had|and|or|including|who|which|that|in|at|on|near|from|by|with|"
    r"dead|killed|died|wounded|injured|\w+ed (?:to|with|by|of)|"
    r"\w+ing (?:the|an?|in|at|to|on|for|from|with|against|by|his|her|their))\b"
)
_OF_THEM: Final = re.compile(
    r"(?: of (?:them|which|whom|those|these))?"
    r"(?: (?:were|was|are|is)(?: (?:confirmed|believed|said) to be)?)?(?: from)?"
)
""" "two of which were soldiers": what stands before the noun."""
_BEYOND: Final = 60
"""Code points behind a claim in which its noun may end: "six members [of state forces]"."""
_AND_OTHERS: Final = re.compile(r"\band (?:civilians|villagers|residents|others)\b")


def armed(text: str, claim: Claim) -> bool:
    """True for a toll of people who bear arms: soldiers, police, rebels, attackers."""
    noun = counted_noun(text, claim)
    bearers = claim.victims == "military" or claim.subgroup == "police"
    return bool(_BEARER.search(noun)) or (bearers and not _AND_OTHERS.search(noun))


def by_arms(words: str) -> bool:
    """True where soldiers, police or attackers stand in some lower-case words."""
    return bool(_BEARER.search(words))


def counted_noun(text: str, claim: Claim) -> str:
    """The words right behind a claim's figure up to the end of its noun phrase, lower case."""
    figure = claim.value_text or ""
    told = text[claim.start : (claim.end or 0) + _BEYOND]
    at = told.find(figure)
    if at < 0 or not figure:
        return ""
    rest = told[at + len(figure) :].lower()
    rest = rest[_OF_THEM.match(rest).end() :]  # type: ignore[union-attr]
    end = _END.search(rest)
    if end is None:
        return rest.strip()
    return rest.strip() if _AND_OTHERS.match(rest, end.start()) else rest[: end.start()].strip()
