"""The article under analysis: its text, its sentences, its conflict, who signs what. The rules' common ground."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from truce_cli.extract.dated_items import dated_items
from truce_cli.extract.gates import deniable, names_a_side, of_war, words_of
from truce_cli.extract.lazy import lazy
from truce_cli.extract.lexicon import Lexicon
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.truce_words import BROKEN, TRUCE
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.text.clean import lowered, plain_marks, straightened
from truce_cli.text.sentences import sentences

if TYPE_CHECKING:
    from truce_cli.extract.actors import Group
    from truce_cli.extract.speech import Frame, Speaker

_BULLETIN: Final = re.compile(
    r"\b(?:summary|statement|bulletin|sitrep|communiqu|update|daily report|report|briefing|press "
    r"release|field note|"
    r"figures?)\b(?!.{0,160}\b(?:said|says|was|were|is|are)\b)"
)
_HEADING: Final = 100
"""Code points that a heading of a bulletin has at most."""
_LONG_SPEECH: Final = 12
"""Sentences over which a quotation is followed to whoever began it."""
_ISSUED: Final = re.compile(
    r"\b(?:(?:daily|weekly|spot|situation|monitoring|patrol|status) (?:report|bulletin|summary|update)|press release|"
    r"press statement|communiqu|sitrep|bulletin|press service|(?:morning|evening|operational) (?:summary|briefing))"
)
_WITHHELD: Final = re.compile(r"\b(?:not|never) (?:yet )?(?:published|released|given|disclosed)\b")
_SOURCE: Final = re.compile(r"^(?:source|sources|so reads|figures from|data)\b")
_LABELS: Final = frozenset(("source", "sources"))
_SIGNED: Final = re.compile(r"^\s*[(–—-]\s?[^()]{3,90}\)?\.?$")
"""A last line that only names who tells: "(Dubren crisis centre, 20:00)"."""
_SIGNED_BEHIND: Final = re.compile(r"[.!?)] [–—-] ?[^().,;:]{3,60}\.?$")
""" "Injured: 8. Dead: 0. - Lisma municipality"."""
_CITY: Final = re.compile(r"([A-Z][A-Z'-]{2,}(?: [A-Z'-]{2,}){0,2}(?:/[A-Z][A-Z' -]{2,30})?) ?[-–—]{1,2} ")
"""A dateline of a city alone: "BAKU — Rockets ...". Of a body, "UNHCR – 40,000 fled", it would be a speaker."""
_POST: Final = 300
"""Code points that a post has at most, with its links."""
_SIGNATURE: Final = re.compile(r"[—–-]\s*([^()\n—]{2,60}?)\s*\(@\w+\)")

_STATEMENT: Final = 20_000
"""Code points of a statement that are looked at for who speaks in it."""
_QUOTED: Final = re.compile(r'"[^"]{0,600}"')
_FIRST_PERSON: Final = re.compile(r"\b(?:we|our)\b")
_REMEMBERED: Final = 400
"""So many sentences, more than any article has, keep what was worked out of them."""


_PART: Final = 200_000
"""Code points that are worked on at once: a long text weighs four times as much in pieces, or in copies."""


def _parts(text: str) -> Iterator[str]:
    """The text in parts that cut no word."""
    start = 0
    while len(text) - start > _PART:
        end = text.find(" ", start + _PART)
        if end < 0:
            break
        yield text[start:end]
        start = end
    yield text[start:]


class Article:
    """What every rule may look at. Read-only once made, but for what it remembers."""

    def __init__(self, document: Document, lexicon: Lexicon, *, gated: bool = True) -> None:
        """gated: whether sentences spare the rules that their words rule out. Claims are the same either way."""
        self.gated = gated
        self.document = document
        self.text = document.text
        self.published = document.card.published
        self.lexicon = lexicon
        self.conflict: Conflict | None = lexicon.conflict
        self.frames: dict[int, list[Frame]] = {}
        self.short_names: dict[str, Speaker | None] = {}
        self.asking = 0
        """Sentences whose speakers wait for the speakers of the sentences before them."""
        self.groups: dict[int, list[Group]] = {}
        self.measures: dict[int, str] = {}
        self._recent: deque[Sentence] = deque()
        self._mates: list[Sentence] | None = None

    def remember(self, sentence: Sentence) -> None:
        """Let the sentence keep what is worked out of it from here on, and let an older one go of it.

        It weighs a hundred times the sentence's words, which a long text cannot afford.
        """
        if self._recent and self._recent[-1] is sentence:
            return
        self._recent.append(sentence)
        if len(self._recent) > _REMEMBERED:
            self._recent.popleft().forget()

    def forget(self) -> None:
        """End the analysis: sentences and article hold one another, and memory is free at once where they let go."""
        self.__dict__.clear()

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text in lower case, without digits and marks."""
        return frozenset(chain.from_iterable(map(words_of, _parts(self.marked))))

    @lazy
    def of_war(self) -> bool:
        """True where anything tells of harm, of an act or of a party."""
        return of_war(self.vocabulary, self.names_a_side, self.lexicon)

    @lazy
    def deniable(self) -> bool:
        """True where something of the war may be denied."""
        return deniable(self.vocabulary, self.names_a_side, self.lexicon)

    @lazy
    def names_a_side(self) -> bool:
        return names_a_side(self.text, self.vocabulary, self.lexicon)

    @lazy
    def sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        for start, end, paragraph in sentences(self.text):
            told_from = _CITY.match(self.text, start, end)
            if told_from is not None and all(map(self._is_place, told_from[1].split("/"))):
                found.append(Sentence(self, len(found), start, told_from.end(1), paragraph))
                start = told_from.end()
            found.append(Sentence(self, len(found), start, end, paragraph))
            if len(found) > _REMEMBERED:
                found[-1].forget()  # frees the room that Python keeps in each for what may be worked out
        return found

    @lazy
    def dated(self) -> dict[int, str]:
        """Days of a timeline's items, by the index of each sentence under them."""
        return dated_items(self)

    def _is_place(self, city: str) -> bool:
        """True for a place or a capital that the conflict file or the world's governments name so."""
        words = tuple(city.lower().split())
        return any(
            row[0] == words and (row[1] in "sL" or getattr(row[2], "kind", "") == "government")
            for row in self.lexicon.names.get(words[0], ())
        )

    def mates(self, sentence: Sentence) -> list[Sentence]:
        """The sentences of its paragraph."""
        number = sentence.paragraph
        if self._mates is None or self._mates[0].paragraph != number:
            every = self.sentences
            first = last = sentence.index
            while first and every[first - 1].paragraph == number:
                first -= 1
            while last < len(every) and every[last].paragraph == number:
                last += 1
            self._mates = every[first:last]
        return self._mates

    @lazy
    def marked(self) -> str:
        """The text in lower case, its quotation marks, apostrophes, dashes and line breaks plain; offsets kept."""
        return "".join([straightened(plain_marks(lowered(part))) for part in _parts(self.text)])

    @lazy
    def names_truce(self) -> bool:
        """True where a truce is spoken of anywhere."""
        own = self.own_truces
        return TRUCE.search(self.marked) is not None or (
            own is not None and own.search(self.marked) is not None
        )

    @lazy
    def own_truces(self) -> re.Pattern[str] | None:
        """Names of the conflict's truces that no common word for one tells, where the text may hold any."""
        told = any(words <= self.vocabulary for words in self.lexicon.truce_words)
        return self.lexicon.truces if told else None

    @lazy
    def names_breach(self) -> bool:
        """True where something is said to be broken or shaky anywhere."""
        return BROKEN.search(self.marked) is not None

    @lazy
    def signatures(self) -> dict[int, str]:
        """Names that sign embedded posts, "— Artsakh Defense Army (@…) October 14, 2020", by their sentence's "
        "index."""
        if "(@" not in self.text:
            return {}
        signed = ((s.index, _SIGNATURE.search(s.words)) for s in self.sentences)
        return {index: match.group(1) for index, match in signed if match is not None}

    def _signed_within(self, sentence: Sentence, reach: int) -> list[tuple[Sentence, str]]:
        """Signatures in a sentence or in the few behind it, the nearest first."""
        near = range(sentence.index, sentence.index + reach + 1) if self.signatures else ()
        return [(self.sentences[i], self.signatures[i]) for i in near if i in self.signatures]

    def signed_day(self, sentence: Sentence) -> str | None:
        """Day of the post that follows a sentence and is signed by someone whom the sentence names."""
        for signed, name in self._signed_within(sentence, 5):
            if name.lower() in sentence.low:
                return next((d.day for d in signed.days if len(d.day) == 10), None)
        return None

    def quoted_by(self, sentence: Sentence) -> Speaker | None:
        """The signer of the embedded post that a sentence belongs to."""
        from truce_cli.extract.actors import groups
        from truce_cli.extract.speakers import speaker_of
        from truce_cli.extract.speech import Speaker

        for signed, name in self._signed_within(sentence, 4):
            long = signed is not sentence and self._paragraph_length(sentence) > _POST  # no post is as long
            if signed.paragraph - sentence.paragraph <= 1 and not long:
                group = next((g for g in groups(signed) if g.named and g.side), None)
                return speaker_of(signed, group) if group is not None else Speaker(name, "unknown")
        return None

    def short_name(self, low: str) -> Speaker | None:
        """Who is meant by "moh" or "project": the letters in brackets behind a name, or its last word."""
        if low not in self.short_names:
            self.short_names[low] = self._short_name(low)
        return self.short_names[low]

    def _short_name(self, low: str) -> Speaker | None:
        from truce_cli.extract.actors import groups
        from truce_cli.extract.speech import Speaker
        from truce_cli.extract.who import speaker_of

        if self.gated and low not in self.lexicon.last_words and f"({straightened(low)}" not in self.marked:
            return None
        for sentence in self.sentences:
            if low not in sentence.low:
                continue
            for group in groups(sentence):
                if group.side is not None and group.named and low in self._shortened(sentence, group):
                    return speaker_of(sentence, group)
        actor = self.lexicon.alone.get(low)
        return Speaker(None, actor.side or "third", actor.slug, actor.kind) if actor is not None else None

    def _shortened(self, sentence: Sentence, group: Group) -> list[str]:
        """Short names that a group's own name gives, in lower case."""
        units = sentence.units
        found = []
        after = units[group.last : group.last + 3]
        if len(after) == 3 and after[0].tag == "(" and after[2].tag == ")":
            short = self.text[after[1].start : after[1].end]
            if short[:1].isupper() and not short.islower() and short[1:] != short[1:].lower():
                found.append(short.lower())
        last = units[group.last - 1]
        words = self.text[last.start : last.end].split()
        if (
            last.tag == "A"
            and len(words) > 1
            and words[-1][:1].isupper()
            and group.slug
            and not group.persons
        ):
            found.append(words[-1].lower())
        return found

    def _paragraph_length(self, sentence: Sentence) -> int:
        mates = self.mates(sentence)
        return mates[-1].end - mates[0].start

    def header(self, sentence: Sentence) -> Speaker | None:
        """Whose words a paragraph is, without a speech verb: an open quotation's, a bulletin's, a source line's."""
        mates = self.mates(sentence)
        quoted = self._open_quote(sentence, mates)
        if quoted is not None:
            return quoted
        labels = (
            (mates[0], _BULLETIN),
            (mates[-1], _SOURCE),
            (mates[-1], _SIGNED),
            (mates[-1], _SIGNED_BEHIND),
            (self.sentences[0], _BULLETIN),
        )
        for label, pattern in labels:
            if label is sentence or len(label.words) > 160 or not pattern.search(label.low):
                continue
            if _WITHHELD.search(label.low):
                continue  # "has not published figures": heads nothing
            speaker = self._named_in(label, body=label is self.sentences[0] is not mates[0])
            if speaker is not None:
                return speaker
        return None

    @lazy
    def issuer(self) -> Speaker | None:
        """Whose bulletin the whole text is: a body that its first lines name beside "press release", "daily "
        "report"."""
        head = []
        for sentence in self.sentences[:4]:
            if len(sentence.words) > _HEADING or sentence.words[-1:] in '.!?"”':
                break
            head.append(sentence)
        if not any(_ISSUED.search(line.low) for line in head):
            return None
        for line in head:
            speaker = self._named_in(line, body=True)
            if speaker is not None and speaker.slug is not None:
                return speaker
        return None

    def quoting(self, sentence: Sentence) -> Speaker | None:
        """Speaker of the quotation that a sentence lies in, where its paragraph opened it before."""
        mates = self.mates(sentence)
        near = 0 < sentence.index - mates[0].index <= _LONG_SPEECH
        return self._open_quote(sentence, mates) if near else None

    def _open_quote(self, sentence: Sentence, mates: list[Sentence]) -> Speaker | None:
        """Speaker of a quotation that began in an earlier sentence of the paragraph and is not closed yet."""
        before = self.text[mates[0].start : sentence.start]
        if before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
            return None
        from truce_cli.extract.speakers import frames

        for mate in reversed([m for m in mates if m.index < sentence.index]):
            for frame in reversed(frames(mate)):
                if frame.speaker.words is not None:
                    return frame.speaker
        return self._named_in(self.sentences[mates[0].index - 1]) if mates[0].index else None

    @lazy
    def issued_by(self) -> Speaker | None:
        """The body that a statement in the first person is of: "We are outraged ... Six of our staff have died"."""
        if self.vocabulary.isdisjoint(("our", "we")) or self.signatures:
            return None
        unquoted = _QUOTED.sub(" ", self.marked[:_STATEMENT])
        if len(_FIRST_PERSON.findall(unquoted)) < 2:
            return None
        told = (self.named_in(sentence) for sentence in self.sentences[:2])
        return next(
            (s for s in told if s is not None and s.kind not in ("media", "government", "official")), None
        )

    def named_in(self, label: Sentence) -> Speaker | None:
        """The body that a line names: a country or a place alone signs nothing."""
        return self._named_in(label, body=True)

    def _named_in(self, label: Sentence, *, body: bool = False) -> Speaker | None:
        """Who is named in a label. body: a country or a place alone signs no report."""
        from truce_cli.extract.actors import groups
        from truce_cli.extract.speakers import speaker_of

        named = [
            g
            for g in groups(label)
            if g.side != "media"
            and (g.kind or g.slug or not body)
            and label.units[g.first].low not in _LABELS
        ]
        for group in (*(g for g in named if g.side), *(g for g in named if not g.side)):
            speaker = speaker_of(label, group)
            if speaker.side != "unknown":
                return speaker
        return None
