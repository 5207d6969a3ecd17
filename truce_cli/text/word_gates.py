"""Gates: words of which one stands in whatever a rule can find. A text is read once for all gates together.

Knows no rule. Whoever needs words says so once, with `gate`; whoever has a text asks `opened_by` for its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

_GATES: Final[list[tuple[int, frozenset[str], tuple[str, ...]]]] = []
_OPENED: Final[dict[str, int]] = {}
"""Word → bits of the gates that it opens, for words seen."""
_MOST: Final = 100_000
"""Words that are remembered; a language has fewer in its news, a hostile text may have more."""

EVERY: Final = -1
"""All gates open."""


def gate(words: Set[str] = frozenset(), stems: tuple[str, ...] = ()) -> int:
    """A bit for a new gate, which a word opens that is one of these, or begins with one of the stems.

    words, stems: in lower case, letters alone.
    """
    bit = 1 << len(_GATES)
    _GATES.append((bit, frozenset(words), stems))
    _OPENED.clear()
    return bit


def opened_by(words: Iterable[str]) -> int:
    """The bits of all gates that the words open. words: in lower case, letters alone."""
    bits = 0
    for word in words:
        try:
            bits |= _OPENED[word]
        except KeyError:
            bits |= _learnt(word)
    return bits


def _learnt(word: str) -> int:
    bits = 0
    for bit, words, stems in _GATES:
        if word in words or (stems and word.startswith(stems)):
            bits |= bit
    if len(_OPENED) >= _MOST:
        _OPENED.clear()
    _OPENED[word] = bits
    return bits
