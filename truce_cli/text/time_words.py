"""Whether a text can tell a time at all. A gate before the patterns: it may open in vain, never shut one out."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from truce_cli.text.day_words import MONTHS, WEEKDAYS

_DIGIT: Final = re.compile(r"[0-9]")
_TIME_WORDS: Final = (
    frozenset(
        "day days week weeks month months year years weekend hour hours minute minutes mins moments seconds "
        "yesterday today tonight tomorrow overnight night morning afternoon evening noon midday midnight".split()
    )
    | MONTHS.keys()
    | WEEKDAYS.keys()
)
"""One of these, or a digit, stands in all that find_days, find_clocks, find_windows and find_offsets find."""


def may_tell_time(low: str, words: Set[str]) -> bool:
    """low: a text in lower case; words: its words, without digits and marks."""
    return not _TIME_WORDS.isdisjoint(words) or _DIGIT.search(low) is not None
