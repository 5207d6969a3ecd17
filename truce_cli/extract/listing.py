"""Lists: lines that go on with the heading above them, or sign with the source below. Knows nothing of harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from truce_cli.extract.sentence import Sentence

_ITEM: Final = re.compile(
    r"\W{0,2}[•*▪·●‣◦■□–—-]\s|\(?\d{1,2}[.)]\s|[^.!?]{0,70}$|[^.:!?]{2,40}:\s(?=.{0,90}$)"
)
_OF_FIGURES: Final = re.compile(
    r"\bas (?:of|at)\b|:$|"
    r"\b(?:updated?|report|figures|summary|bulletin|sitrep|situation|toll|casualties|losses|victims)\b"
)
_SOURCE: Final = re.compile(r"\(?(?:sources?|figures from|data from|data)\b")
_FAR: Final = 14
"""Lines of a list that are walked over to its heading, or to the source below it."""
_LONGEST: Final = 220
"""Code points of a list's line."""


def is_item(sentence: Sentence) -> bool:
    """True for a line of a list: a bullet, a label with a colon, or a few words without a full stop."""
    start, text = sentence.start, sentence.article.text
    if sentence.end - start > _LONGEST or (start and "\n" not in text[max(0, start - 2) : start]):
        return False  # too long, or something else stands on its line
    words = sentence.words
    if words[:1].isalpha() and words[-1] in ".!?" and ":" not in words[:42]:
        return False  # prose: found soonest, the pattern finds the same
    return _ITEM.match(words.replace("\n", " ")) is not None


def heading(sentence: Sentence) -> Sentence | None:
    """The line above a list that a sentence is an item of."""
    if not is_item(sentence):
        return None
    every = sentence.article.sentences
    for k in range(sentence.index - 1, max(-1, sentence.index - _FAR), -1):
        line = every[k]
        if line.words.endswith(":") or not is_item(line) or k == 0:
            return line if _OF_FIGURES.search(line.low) else None
    return None


def source_below(sentence: Sentence) -> Sentence | None:
    """The line "Source: ..." below a list that a sentence is an item of."""
    if not is_item(sentence):
        return None
    every = sentence.article.sentences
    for line in every[sentence.index + 1 : sentence.index + _FAR]:
        if _SOURCE.match(line.low):
            return line
        if not is_item(line):
            return None
    return None


_OF_TOTALS: Final = re.compile(r"\bkey figures\b|\bcumulative|\bto date\b|\btotals?\b|\bsince\b|\boverall\b")


def _above(sentence: Sentence) -> list[Sentence]:
    """The headings above an item, the nearest first."""
    if not is_item(sentence):
        return []
    every = sentence.article.sentences
    above = range(sentence.index - 1, max(-1, sentence.index - _FAR), -1)
    return [every[k] for k in above if is_item(every[k]) and _OF_FIGURES.search(every[k].low)]


def day_of_list(sentence: Sentence) -> tuple[str, str | None] | None:
    """The day that a list's headings or its source give for its figures, and the first one where they give two."""
    source = source_below(sentence)
    for line in (*_above(sentence), *([source] if source is not None else [])):
        days = [d for d in line.days if len(d.day or "") == 10]
        if days:
            return (days[-1].until or days[-1].day)[:10], days[-1].day if days[-1].until else None
    return None


def civilians(sentence: Sentence) -> bool:
    """True where a list's heading says that it counts civilians."""
    return any("civilian" in line.low and "military" not in line.low for line in _above(sentence))


def of_totals(sentence: Sentence) -> bool:
    """True where a list's heading says that its figures are running totals."""
    return any(_OF_TOTALS.search(line.low) for line in _above(sentence))


_LABEL: Final = re.compile(r"\W{0,4}([^:–—|]{2,60}?)\s?(?::|[–—-]\s|\s-\s)")
_FIGURES: Final = re.compile(r"\d")
_TOPIC: Final = 80
"""Code points of a heading that only names whom the lines below it are about."""


def label_end(sentence: Sentence) -> int:
    """Offset in an item at which its label ends, "Civilians (Artsakh) – 34 killed"; 0 where it has none."""
    match = _LABEL.match(sentence.low) if is_item(sentence) else None
    return match.end() if match is not None else 0


def topic(sentence: Sentence) -> Sentence | None:
    """The heading that names whom an item and its neighbours are about: "Armenian side", without figures of its own."""
    if not is_item(sentence):
        return None
    every = sentence.article.sentences
    for k in range(sentence.index - 1, max(-1, sentence.index - _FAR), -1):
        line = every[k]
        if not is_item(line):
            return None
        bare = line.end - line.start <= _TOPIC and not _FIGURES.search(line.low) and label_end(line) == 0
        if bare and not line.words.rstrip().endswith((".", "!", "?")):
            return line
    return None
