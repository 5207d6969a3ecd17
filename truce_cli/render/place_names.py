"""Finds the conflict file's places in the words of a source. Knows no map and no claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from truce_cli.model.conflict import Place


class PlaceFinder:
    """Places by the names in a text, each once; longer names are looked for first."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._named: Mapping[str, Place] = {
            name.casefold(): place for place in places for name in (place.name, *place.aliases)
        }
        longest = sorted(map(re.escape, self._named), key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"\b(?:{'|'.join(longest)})\b") if longest else None

    def __call__(self, text: str | None) -> tuple[Place, ...]:
        if not text or self._pattern is None:
            return ()
        found = (self._named[name] for name in self._pattern.findall(text.casefold()))
        return tuple({place.name: place for place in found}.values())
