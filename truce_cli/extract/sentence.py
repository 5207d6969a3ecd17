"""One sentence under analysis: its units, its times, its neighbours. Filled only as far as a rule asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from truce_cli.extract.gates import words_of
from truce_cli.extract.lazy import lazy
from truce_cli.extract.scare_quotes import unquoted
from truce_cli.extract.truce_words import TRUCE, TRUCE_WORDS
from truce_cli.extract.units import Unit, units_of
from truce_cli.text.clean import lowered, plain_marks
from truce_cli.text.clocks import ClockFound, find_clocks
from truce_cli.text.days import DayFound, find_days
from truce_cli.text.offsets import OffsetFound, find_offsets
from truce_cli.text.time_words import ANY_TIME, CLOCKS, DAYS, OFFSETS, WINDOWS, Times
from truce_cli.text.windows import WindowFound, find_windows
from truce_cli.text.word_gates import EVERY, gate, opened_by

if TYPE_CHECKING:
    from truce_cli.extract.article import Article

TRUCES: Final = gate(TRUCE_WORDS)


class Sentence:
    """text: the whole document's text; start, end: this sentence in it; index: its place in the article."""

    # What it is made with has slots; all that is worked out lies in __dict__, and can be worked out again.
    __slots__ = ("__dict__", "article", "end", "index", "paragraph", "start")

    def __init__(self, article: Article, index: int, start: int, end: int, paragraph: int) -> None:
        self.article = article
        self.index = index
        self.start, self.end, self.paragraph = start, end, paragraph

    def forget(self) -> None:
        """Let go of all that was worked out; who asks again has it worked out anew."""
        del self.__dict__

    @lazy
    def words(self) -> str:
        return self.article.text[self.start : self.end]

    @lazy
    def low(self) -> str:
        """The words in lower case, plain marks and plain spaces; of the same length as the words."""
        self.article.remember(self)
        return plain_marks(lowered(self.words))

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The different words of the sentence in lower case, without digits and marks."""
        return frozenset(words_of(self.article.marked[self.start : self.end]))

    @lazy
    def opened(self) -> int:
        """Bits of the gates that the sentence's words open; all of them in an article read with its gates open."""
        article = self.article
        return opened_by(words_of(article.marked[self.start : self.end])) if article.gated else EVERY

    def lacks(self, words: int, others: int = EVERY) -> bool:
        """True where none of the words of a rule's gate stands here, or none of its other gate's."""
        opened = self.opened
        return not (opened & words and opened & others)

    @property
    def dated(self) -> str | None:
        """The day that heads the sentence in a timeline."""
        return self.article.dated.get(self.index)

    @property
    def told_on(self) -> str | None:
        """The day from which its times count: its timeline's, else that of publication."""
        return self.dated or self.article.published

    @lazy
    def truces(self) -> tuple[tuple[int, int], ...]:
        """Spans in the sentence of the words that name a truce."""
        found = () if self.lacks(TRUCES) else tuple(match.span() for match in TRUCE.finditer(self.low))
        own = self.article.own_truces
        return found if own is None else (*found, *(match.span() for match in own.finditer(self.low)))

    def _may_tell(self, time: Times) -> bool:
        """Whether times of a kind can be told here at all; True in an article read with its gates open."""
        return time.may_stand(self.low, self.opened)

    @lazy
    def timed(self) -> bool:
        """True where a time of any kind may be told."""
        return self._may_tell(ANY_TIME)

    @lazy
    def days(self) -> tuple[DayFound, ...]:
        """Days named here; offsets are of the sentence, not of the document."""
        if not (self.timed and self._may_tell(DAYS)):
            return ()
        return find_days(self.words, self.told_on, words=self.vocabulary)

    @lazy
    def clocks(self) -> tuple[ClockFound, ...]:
        return find_clocks(self.words) if self.timed and self._may_tell(CLOCKS) else ()

    @lazy
    def offsets(self) -> tuple[OffsetFound, ...]:
        return find_offsets(self.words) if self.timed and self._may_tell(OFFSETS) else ()

    @lazy
    def windows(self) -> tuple[WindowFound, ...]:
        if not (self.timed and self._may_tell(WINDOWS)):
            return ()
        return find_windows(self.words, self.told_on)

    @lazy
    def units(self) -> list[Unit]:
        article, times = self.article, self._times() if self.timed else []
        found = units_of(article.text, article.marked, self.start, self.end, article.lexicon, times)
        return unquoted(found) if '"' in self.low or " '" in self.low else found

    def _times(self) -> list[tuple[int, int]]:
        """Spans of all times told, in document offsets, in order and without overlaps."""
        spans = sorted(
            (found.start + self.start, found.end + self.start)
            for group in (self.days, self.clocks, self.windows, self.offsets)
            for found in group
        )
        return _merged(spans) if spans else spans

    @lazy
    def tags(self) -> str:
        return "".join([unit.tag for unit in self.units])

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
