"""Whose words a sentence is that names nobody who says it: a post's, a quotation's, a bulletin's."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames
from truce_cli.extract.speech import Speaker

_OWN_VOICE: Final = re.compile(
    r"\b(?:the enemy|enemy|adversary|opposing side|our (?:posts?|positions|trenches|troops|units|soldiers))\b"
)


def bulletin_speaker(sentence: Sentence) -> Speaker | None:
    """Speaker of a bulletin that goes on without naming him: the last one of a side, where "the enemy" is spoken of."""
    if not _OWN_VOICE.search(sentence.low):
        return None
    header = sentence.article.header(sentence)
    if header is not None:
        return header
    earlier = sentence.previous
    while earlier is not None and sentence.index - earlier.index <= 4:
        for frame in reversed(frames(earlier)):
            if frame.speaker.side in sentence.article.lexicon.sides:
                return frame.speaker
        earlier = earlier.previous
    return None


def quoted_speaker(sentence: Sentence) -> Speaker | None:
    """Speaker of a tweet or a quotation that fills whole sentences."""
    return sentence.article.quoted_by(sentence)


def unsaid(sentence: Sentence) -> Speaker | None:
    """The speaker of a sentence without a verb of speech, where the text around it tells him."""
    return (
        quoted_speaker(sentence)
        or goes_on(sentence)
        or sentence.article.quoting(sentence)
        or _closes_later(sentence)
        or bulletin_speaker(sentence)
        or _told_next(sentence)
        or sentence.article.issuer
    )


def goes_on(sentence: Sentence) -> Speaker | None:
    """ "We held our fire," Osten said. "Their guns have been pounding Pell.": a quotation behind its speaker."""
    before = sentence.previous
    if before is None or before.paragraph != sentence.paragraph or sentence.words[:1] not in '"“':
        return None
    told = [frame.speaker for frame in frames(before) if frame.speaker.words is not None]
    return told[-1] if told else None


def _closes_later(sentence: Sentence) -> Speaker | None:
    """ ""Moru shelled Pell. At 5:30 it opened fire again," Osten said.": the speaker behind the quotation's end."""
    article = sentence.article
    behind = article.sentences[sentence.index + 1 : sentence.index + 4]
    if not behind or behind[0].paragraph != sentence.paragraph:
        return None
    first = article.mates(sentence)[0].start
    if article.marked.count('"', first, sentence.end) % 2 == 0:
        return None
    for later in behind:
        if later.paragraph != sentence.paragraph:
            return None
        if article.marked.count('"', first, later.end) % 2 == 0:
            told = [f for f in frames(later) if f.trailing and f.speaker.words is not None]
            return told[0].speaker if told else None
    return None


_ENDING: Final = frozenset(".,M")


def _told_next(sentence: Sentence) -> Speaker | None:
    """ "Morune units broke the truce nine times. At Pell they used mortars, Osten said.": who trails the sentence
    behind one that says the truce is broken, where the paragraph has nobody else."""
    article = sentence.article
    if not sentence.truces or sentence.index + 1 >= len(article.sentences):
        return None
    behind = article.sentences[sentence.index + 1]
    mates = article.mates(sentence)
    if behind.paragraph != sentence.paragraph or any(frames(s) for s in mates if s.index <= sentence.index):
        return None
    told = frames(behind)
    if len(told) != 1 or not told[0].trailing or told[0].first > 0:
        return None
    ends = all(u.tag in _ENDING for u in behind.units[told[0].at + 1 :])
    return told[0].speaker if ends and told[0].speaker.words is not None else None
