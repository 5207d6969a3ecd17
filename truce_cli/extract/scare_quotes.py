"""Quotation marks around a figure or a single word: "over 300" of them, "liquidated" two. They hide no speech."""

from __future__ import annotations

from typing import Final

from truce_cli.extract.units import Unit

_MARKS: Final = ('"', "'")


def unquoted(units: list[Unit]) -> list[Unit]:
    """The units without the marks around a lone figure, a lone word of harm or a lone noun of people."""
    kept: list[Unit] = []
    k, n = 0, len(units)
    while k < n:
        unit = units[k]
        if unit.tag in _MARKS and k + 2 < n and units[k + 2].tag == unit.tag and units[k + 1].tag in "NVGP":
            apart = unit.tag == '"' or (
                units[k + 1].start == unit.end and (not k or units[k - 1].end < unit.start)
            )
            if apart and (k + 3 == n or units[k + 3].tag != "," or units[k + 1].tag == "N"):
                kept.append(units[k + 1])
                k += 3
                continue
        kept.append(unit)
        k += 1
    return kept
