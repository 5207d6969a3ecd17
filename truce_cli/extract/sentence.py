"""One sentence under analysis: its units, its times, its neighbours. Filled only as far as a rule asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from truce_cli.extract.units import Unit, units_of
from truce_cli.text.clean import plain_words
from truce_cli.text.clocks import ClockFound, find_clocks
from truce_cli.text.days import DayFound, find_days
from truce_cli.text.offsets import OffsetFound, find_offsets
from truce_cli.text.windows import WindowFound, find_windows

if TYPE_CHECKING:
    from truce_cli.extract.article import Article


class Sentence:
    """text: the whole document's text; start, end: this sentence in it; index: its place in the article."""

    def __init__(self, article: Article, index: int, start: int, end: int, paragraph: int) -> None:
        self.article = article
        self.index = index
        self.start, self.end, self.paragraph = start, end, paragraph

    @cached_property
    def words(self) -> str:
        return self.article.text[self.start : self.end]

    @cached_property
    def low(self) -> str:
        """The words in lower case, plain marks and plain spaces; of the same length as the words."""
        return plain_words(self.words)

    @cached_property
    def days(self) -> tuple[DayFound, ...]:
        """Days named here; offsets are of the sentence, not of the document."""
        return find_days(self.words, self.article.published)

    @cached_property
    def clocks(self) -> tuple[ClockFound, ...]:
        return find_clocks(self.words)

    @cached_property
    def offsets(self) -> tuple[OffsetFound, ...]:
        return find_offsets(self.words)

    @cached_property
    def windows(self) -> tuple[WindowFound, ...]:
        return find_windows(self.words, self.article.published)

    @cached_property
    def units(self) -> list[Unit]:
        spans = sorted(
            (found.start + self.start, found.end + self.start)
            for group in (self.days, self.clocks, self.windows, self.offsets)
            for found in group
        )
        return units_of(self.article.text, self.start, self.end, self.article.lexicon, _merged(spans))

    @cached_property
    def tags(self) -> str:
        return "".join(unit.tag for unit in self.units)

    @property
    def previous(self) -> Sentence | None:
        return self.article.sentences[self.index - 1] if self.index else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
