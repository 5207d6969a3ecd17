"""Wrapped text back to paragraphs: knows line lengths and hyphens at line ends, nothing of pages or links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from truce_cli.read.html_words import words

_WIDEST: Final = 160
_NARROWEST: Final = 24
"""Median lengths between which lines are taken to be cut by a machine rather than written as paragraphs."""
_FEWEST_WORDS: Final = 4
_SMALL_STARTS: Final = 0.3
_FILLED: Final = 0.75
"""Shares: lines that go on in small letters, and how much of the width a filled line uses."""

_CLOSED: Final = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_ITEM: Final = re.compile(r"([-*•–—▪●]|\d{1,3}[.)])\s")
_CREDIT: Final = re.compile(r"\(?[\w.' -]{2,40} / [\w .-]{2,40}\)?|.{2,60} via Getty Images")
_BROKEN: Final = re.compile(r"([^\W_][\w'’-]{0,60})-\Z")
_FIRST_WORD: Final = re.compile(r"[\w'’-]*")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# First parts that keep their hyphen; most words broken at a line's end had none.
_PREFIXES: Final = words(
    "anti co counter cross ex half high inter long low mid multi nagorno non north north-east "
    "north-west one post "
    "pre pro quasi self semi short south south-east south-west two three four five six seven eight "
    "nine ten twenty "
    "thirty forty fifty sixty seventy eighty ninety well so hard then vice cease air-to surface-to"
)
# Second parts that take one: "Moscow-led", "war-torn", "year-old".
_SUFFIXES: Final = words(
    "based backed led held controlled run made torn mediated brokered sponsored occupied populated "
    "scale range old "
    "year day week month long wide ranking profile level style hour called fire general elect "
    "speaking affiliated "
    "aligned allied linked owned related in-law off"
)


def is_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """True where the lines of these blocks were cut to a width: they fill it and go on in small letters."""
    pairs = [(a, b) for block in blocks if len(block) > 1 for a, b in pairwise(block)]
    if not pairs:
        return False
    lengths = [len(line) for line, _ in pairs]
    count = sum(len(line.split()) for line, _ in pairs) / len(pairs)
    if not _NARROWEST <= sorted(lengths)[len(lengths) // 2] <= _WIDEST or count < _FEWEST_WORDS:
        return False
    small = sum(1 for line, after in pairs if after[:1].islower() or line.endswith("-"))
    return small >= _SMALL_STARTS * len(pairs)


def line_width(blocks: Sequence[Sequence[str]]) -> int:
    """The width that lines were cut to: that of the longest but a few."""
    lengths = sorted(len(line) for block in blocks for line in block[:-1])
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0


def is_open(line: str, width: int) -> bool:
    """True for a line that a sentence was cut after: it is no sentence's end and fills the width."""
    return not _CLOSED.search(line) and (line.endswith((",", "-")) or len(line) >= _FILLED * width)


def rejoin(block: Sequence[str], width: int, vocabulary: frozenset[str]) -> list[str]:
    """The paragraphs that a block of wrapped lines holds."""
    found = [block[0]]
    for before, line in pairwise(block):
        if _goes_on(before, line, width):
            found[-1] = glue(found[-1], line, vocabulary)
        else:
            found.append(line)
    return found


def glue(before: str, after: str, vocabulary: frozenset[str]) -> str:
    """Two pieces of one paragraph as one; a word broken between them is whole again."""
    broken = _BROKEN.search(before)
    first = _FIRST_WORD.match(after)
    if broken is None or not first or not first[0]:
        return f"{before} {after}"
    head, tail = broken[1], first[0].split("'")[0].split("’")[0]
    return before + after if _keeps_hyphen(head, tail, vocabulary) else before[:-1] + after


def vocabulary(text: str) -> frozenset[str]:
    """Words of a text in small letters, hyphenated ones whole."""
    return frozenset(word.casefold() for word in _WORDS.findall(text))


def _goes_on(before: str, line: str, width: int) -> bool:
    if _ITEM.match(line) or _CREDIT.fullmatch(line):
        return False
    if line[:1].islower() or before.endswith((",", "-")):
        return True
    return len(before) + 1 + len(line.split(" ", 1)[0]) >= _FILLED * width


def _keeps_hyphen(head: str, tail: str, known: frozenset[str]) -> bool:
    if not tail[:1].islower():
        return True  # Nagorno-Karabakh, T-72
    small, rest = head.casefold(), tail.casefold()
    if f"{small}-{rest}" in known:
        return True
    if f"{small}{rest}" in known:
        return False
    last = small.rpartition("-")[2]
    return last in _PREFIXES or rest.partition("-")[0] in _SUFFIXES or "-" in small or small[-1].isdigit()
