"""Figures on the screen: bounds and qualifier to text. Nothing is rounded; knows no claim's meaning."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from truce_cli.model.words import VAGUE

NOT_DISCLOSED: Final = "not disclosed"
NOT_REPORTED: Final = "—"

_SIGN: Final = {"more_than": ">", "at_least": "≥", "about": "~", "nearly": "nearly ", "up_to": "up to "}


def bounds_text(
    low: int | None,
    value: int | None,
    high: int | None,
    qualifier: str | None,
    value_text: str | None = None,
) -> str:
    """974, >500, ≥12, ~30, nearly 500, up to 40, 10–12, "hundreds"; — where there is no figure at all."""
    if qualifier == "vague":
        return _vague_text(low, high, value_text)
    if low is not None and high is not None and low != high:
        return f"{_SIGN.get(qualifier or '', '')}{low:,}–{high:,}"
    figure = next((n for n in (value, low, high) if n is not None), None)
    if figure is None:
        return NOT_REPORTED
    return f"{_SIGN.get(_open_end(low, high, qualifier), '')}{figure:,}"


def _open_end(low: int | None, high: int | None, qualifier: str | None) -> str:
    """The qualifier, or what open bounds say by themselves where a source names none."""
    if qualifier in _SIGN:
        return str(qualifier)
    if high is None and low is not None:
        return "at_least"
    if low is None and high is not None:
        return "up_to"
    return "exact"


def _vague_text(low: int | None, high: int | None, value_text: str | None) -> str:
    said = _vague_words().search(value_text or "")
    if said:
        return f'"{said.group(1).lower()}"'
    if value_text:
        return f'"{value_text}"'
    word = next((word for word, bounds in VAGUE.items() if bounds == (low, high)), None)
    return f'"{word}"' if word else bounds_text(low, None, high, "range")


@cache
def _vague_words() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, VAGUE), key=len, reverse=True))
    return re.compile(rf"\b((?:{words})(?: (?:dozen|hundred|thousand|million)s?)*)\b", re.IGNORECASE)
