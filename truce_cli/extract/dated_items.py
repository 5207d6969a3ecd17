"""Timelines: days that head paragraphs, "Oct 10 - Each side accuses the other", and hold for what they head."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from truce_cli.text.days import find_days

if TYPE_CHECKING:
    from truce_cli.extract.article import Article
    from truce_cli.extract.sentence import Sentence

_HEAD: Final = re.compile(
    r"\W{0,4}((?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)\W{0,3}?(?:\s?[-–—:]\s|\s*$)"
)
"""A day of a month at the start, then a dash, a colon or nothing. A clock behind it makes a live page: when something
was told, not when it was."""
_FEWEST: Final = 3
"""Days that a timeline has at least: fewer head nothing but a letter or a post."""


def dated_items(article: Article) -> dict[int, str]:
    """Day of each sentence that stands under the day of a timeline's item, by the sentence's index."""
    if len(_LINES.findall(article.text)) < _FEWEST:
        return {}
    heads = {s.index: found for s in article.sentences if (found := _head(article, s)) is not None}
    days = [day for day, _ in heads.values()]
    if len(days) < _FEWEST or not (_rising(days) or _rising(days[::-1])):
        return {}
    dated: dict[int, str] = {}
    day, alone, paragraph = "", False, -1
    for sentence in article.sentences:
        if sentence.index in heads:
            day, alone = heads[sentence.index]
            paragraph = sentence.paragraph
        elif not day or not (alone or sentence.paragraph == paragraph):
            day = ""
            continue
        dated[sentence.index] = day
    return dated


_LINES: Final = re.compile(rf"(?m)^(?:{_HEAD.pattern})")


def _head(article: Article, sentence: Sentence) -> tuple[str, bool] | None:
    """The day that a sentence begins with, and whether it holds nothing else."""
    start = sentence.start
    if start and "\n" not in article.text[max(0, start - 3) : start]:
        return None
    match = _HEAD.match(article.text, start, sentence.end)
    found = find_days(match[1], article.published) if match is not None else ()
    if match is None or len(found) != 1 or len(found[0].day) != 10:
        return None
    return found[0].day, match.end() >= sentence.end


def _rising(days: list[str]) -> bool:
    return all(before <= after for before, after in pairwise(days))
