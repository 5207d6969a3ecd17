"""Whether a text can tell a time at all. Gates before the patterns: one may open in vain, never shut a time out."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from truce_cli.text.day_words import MONTHS, WEEKDAYS
from truce_cli.text.word_gates import gate


class Times:
    """Times of one kind: the words of which one stands in each of them, or the figures that stand for words.

    words: in lower case, without digits and marks. figures: a pattern over text in lower case, or None.
    """

    __slots__ = ("_figures", "_gate")

    def __init__(self, words: Set[str], figures: str | None) -> None:
        self._gate = gate(words)
        self._figures = re.compile(figures) if figures else None

    def may_stand(self, low: str, opened: int) -> bool:
        """False where a text holds no such time. low: the text in lower case; opened: the gates its words open."""
        if opened & self._gate:
            return True
        return self._figures is not None and self._figures.search(low) is not None


_YEAR: Final = "(?:1[89]|2[01])[0-9]"
_UNITS: Final = frozenset("hour hours day days week weeks month months year years".split())
_PARTS: Final = frozenset("night overnight weekend".split())
RELATIVE: Final = frozenset(WEEKDAYS) | frozenset(
    "yesterday day night tomorrow today tonight overnight morning afternoon evening ago week weekend month year".split()
)

DAYS: Final = Times(MONTHS.keys() | RELATIVE, _YEAR)
CLOCKS: Final = Times(
    set("noon midday midnight am pm m clock clocks hours hrs hour minutes z".split())
    | set("morning mornings afternoon afternoons evening evenings night nights nightfall nighttime".split())
    | set("gmt utc zulu msk time".split()),
    "[0-9][:.][0-9]",
)
WINDOWS: Final = Times(_UNITS | _PARTS, None)
OFFSETS: Final = Times(set("minute minutes mins hour hours moments seconds".split()), None)
ANY_TIME: Final = Times(
    set("minute minutes mins moments seconds noon midday midnight".split()).union(
        MONTHS, RELATIVE, _UNITS, _PARTS
    ),
    "[0-9]",
)
