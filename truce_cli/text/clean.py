"""Cleaning: knows which characters carry no words. Knows nothing of files, paragraphs' meaning or claims.

Characters that a reader sees stay as they are; only white space, invisible marks and typesetters' ligatures
change. The result is what documents keep, and what offsets of claims count in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_OTHER: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200b\u200e-\u2011\u2028-\u202f\u205f-\u2064\u2066-\u2069"
    "\u3000\ud800-\udfff\ufb00-\ufb06\ufeff]"
)
_LIGATURES: Final = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_NEWLINES: Final = dict.fromkeys("\x0b\x0c\x85\u2028", "\n")
_HYPHENS: Final = dict.fromkeys("\u2010\u2011", "-")
_SPACES: Final = frozenset("\xa0\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))
_STANDS_FOR: Final = {**_LIGATURES, **_NEWLINES, **_HYPHENS, "\u2029": "\n\n"}


def _instead(found: re.Match[str]) -> str:
    char = found[0]
    if char in _STANDS_FOR:
        return _STANDS_FOR[char]
    if char < "\xa0" or char in _SPACES:
        return " "  # controls part words, they never join them
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # no file can hold half a character
    # soft hyphens, zero-width marks, direction marks: no letters, yet they break words and figures apart
    return ""


_RUN: Final = re.compile(r" {2,}")
_GAP: Final = re.compile(r"\n{3,}")


def clean_characters(text: str) -> str:
    """Text with its line ends as LF and without invisible characters; spaces and blank lines untouched."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _OTHER.sub(_instead, text)


def clean(text: str) -> str:
    """Article text as documents keep it.

    No run of spaces, no space at a line's end or start, one blank line between paragraphs, none at the ends.
    Cleaning twice changes nothing.
    """
    text = clean_characters(text)
    if "  " in text:
        text = _RUN.sub(" ", text)
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    if "\n\n\n" in text:
        text = _GAP.sub("\n\n", text)
    return text.strip(" \n")


def joined(paragraphs: Iterable[str]) -> str:
    """Paragraphs whose white space is single spaces within as an article's text, `clean` as any.

    A third of the work of `clean`: only where a mark goes can white space come together anew.
    """
    text = "\n\n".join(paragraphs)
    plain = clean_characters(text)
    return text if plain == text else clean(plain)


def lowered(text: str) -> str:
    """The text in lower case with every offset kept: 'İ'.lower() is two characters long, so it stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "İ".join([part.lower() for part in text.split("İ")])


def plain_marks(low: str) -> str:
    """Plain apostrophes and no line breaks, as patterns over words want it; offsets kept."""
    return low.replace("’", "'").replace("\n", " ")  # str.translate takes forty times as long


_STRAIGHT: Final = {
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "—": "-",
    "–": "-",
    "‒": "-",
    "‑": "-",
    "’": "'",
    "‘": "'",
}


def straightened(text: str) -> str:
    """Every quotation mark and dash as its plain one; offsets kept."""
    for mark, plain in _STRAIGHT.items():
        text = text.replace(mark, plain)
    return text
