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
    return quoted_speaker(sentence) or _goes_on(sentence) or bulletin_speaker(sentence)


def _goes_on(sentence: Sentence) -> Speaker | None:
    """ "We held our fire," Osten said. "Their guns have been pounding Pell.": a quotation behind its speaker."""
    before = sentence.previous
    if before is None or before.paragraph != sentence.paragraph or sentence.words[:1] not in '"“':
        return None
    article = sentence.article
    if '"' not in article.marked[before.start : before.end]:
        return None
    told = [frame.speaker for frame in frames(before) if frame.speaker.words is not None]
    return told[-1] if told else None
