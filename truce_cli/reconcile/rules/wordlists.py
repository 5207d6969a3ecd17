"""Words that tell nothing of who speaks or what was done. Data only: the rules read it."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FRAME: Final = _words(
    """
    about accuse accused accuses accusing across after again against agreed agreement along already although
    area areas armed army attack attacked attacking attacks before being breach broke broken ceasefire cease
    city civilian civilians claim claimed could despite disputed during enemy fighting fire fired firing force
    forces fresh humanitarian launch launched ministry officials other position positions region regime said
    saying settlement settlements shelled shelling spokesman spokeswoman statement still territory their there
    these trying tried towards troops truce under using violate violated violating violation violations which
    while with would
    """
)
"""Words that any accusation may hold: sharing them is no evidence that two speak of one act."""

PLAIN_SPEAKER: Final = _words(
    """
    a an and authorities authority by capital city country for forces from government has in its leaders
    leadership of official officially officials on people region republic s said side sides sources spokesman
    spokesperson spokeswoman state statement the to troops
    """
)
"""Words that name no body: with a side's own names they make "Armenian officials", "Baku"."""

OFFICE: Final = _words("affairs department general minister ministry office press secretary service")
"""Words that many bodies share: two claimants that have only these in common are two."""

PLAIN_PLACE: Final = _words(
    "a an and area areas at city district districts in of on region regions the town village villages"
)
"""Words that tell no place from another."""
