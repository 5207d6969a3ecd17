"""Whose count a figure without a speaker of its own is: the voice before it, a bulletin's, or the article's."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.actors import groups
from truce_cli.extract.links import Link
from truce_cli.extract.listing import heading, is_item, source_below
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import frames, speaker_of
from truce_cli.extract.speech import VOICE, Speaker
from truce_cli.extract.toll import Toll
from truce_cli.extract.unsaid import goes_on
from truce_cli.model.words import MEDIA, UNKNOWN

_ISSUES: Final = re.compile(
    r"\b(?:named|listed|issued|gave|released|published|presented|broke down|updated|put out|came out with|circulated|"
    r"posted|sent out|brought out)\b.{0,30}"
    r"\b(?:loss\w*|casualt\w+|figures?|toll|report|names|dead|update|list|numbers|bulletin|statement|summary|"
    r"communiqu\w+)\b"
)
""" "The command named Sunday's losses.": what follows is its own count."""


_LABEL: Final = re.compile(
    r"(?:running |overall |grand )?(?:total|killed|dead|wounded|injured|missing|civilians|military|soldiers|casualties|"
    r"losses|personnel)\b[^.:]{0,24}:"
)
""" "Running total: 87 KIA": a line of a list goes on in the voice of the line before."""


def carried_speaker(sentence: Sentence, link: Link, made: list[Toll], earlier: list[Toll]) -> Speaker:
    """A figure without a speaker of its own goes on in the voice before it, where it plainly continues it."""
    if made and made[-1].frame is not None and link.rule.startswith("toll/subset"):
        return made[-1].speaker
    if made and made[-1].speaker is not VOICE:
        return made[-1].speaker
    signed = sentence.article.quoted_by(sentence) or sentence.article.header(sentence)
    if signed is not None:
        return signed
    quoted = goes_on(sentence)
    if quoted is not None:
        return quoted
    if is_item(sentence) and (listed := _of_the_list(sentence)) is not None:
        return listed
    if sentence.article.issued_by is not None:
        return sentence.article.issued_by
    before = sentence.previous
    if before is None or before.paragraph != sentence.paragraph:
        return VOICE
    issued = _ISSUES.search(before.low)
    if issued is not None and not before.low[: issued.start()].endswith(("not ", "never ", "n't ")):
        group = next((g for g in groups(before) if g.first <= 2 and g.side), None)
        if group is not None:
            return speaker_of(before, group)
    spoken = [f for f in frames(before) if f.speaker.side not in (MEDIA,)]
    continues = (
        _LABEL.match(sentence.low) is not None
        or link.head.others
        or link.head.count.more
        or sentence.low.startswith(
            ("all ", "of ", "it ", "the list", "earlier", "in total", "in all", "altogether")
        )
        or (sentence.low.startswith(("its ", "their ")) and link.rule.startswith("toll/total"))
        or (
            bool(earlier)
            and follows(sentence, earlier[-1])
            and (link.head.implied or _same_event(sentence, link, earlier[-1]))
        )
    )
    if continues and earlier and follows(sentence, earlier[-1]):
        return earlier[-1].speaker
    if spoken and (continues or _as_reported(sentence, link)):
        return spoken[-1].speaker
    return VOICE


def _as_reported(sentence: Sentence, link: Link) -> bool:
    """ "..., the army said. The day before, three had been wounded.": the past of a past is still said."""
    told = sentence.units[link.head.last : link.last]
    had = any(u.low == "had" for u in told)
    return had and not any(u.tag in "sA" for u in sentence.units[: link.head.first])


def _of_the_list(sentence: Sentence) -> Speaker | None:
    """Who speaks in a list's heading, "according to the ministry:", or is named as its source below."""
    for line in (heading(sentence), source_below(sentence)):
        if line is None:
            continue
        told = [f.speaker for f in frames(line) if f.speaker.side != MEDIA and f.verb != ":"]
        speaker = told[-1] if told else sentence.article.named_in(line)
        if speaker is not None and speaker.side != UNKNOWN:
            return speaker
    return None


def _same_event(sentence: Sentence, link: Link, last: Toll) -> bool:
    """True for a count that goes on with the event before it, naming no new speaker, side or place."""
    if last.timing.measure != "incident" or link.measure == "cumulative" or last.speaker.words is None:
        return False
    return not any(u.tag in "sAL" for u in sentence.units)


def rival(sentence: Sentence, link: Link, speaker: Speaker) -> Speaker:
    """Whose figure a comparison quotes: "claimed by the enemy" the enemy's, else the article's."""
    after = sentence.units[link.head.last : link.head.last + 4]
    if any(u.low == "by" for u in after) and any(u.low in ("enemy", "adversary") for u in after):
        other = sentence.article.lexicon.other_side(speaker.side)
        return Speaker(after[-1].low, other) if other else speaker
    official = any(u.low == "official" for u in sentence.units[max(0, link.head.first - 3) : link.head.last])
    return VOICE if official else speaker


def other_teller(sentence: Sentence, link: Link, before: Toll) -> Speaker | None:
    """ "Moru says 45 died, Veyland 60": the second figure is the second one's, of the same dead."""
    units, first = sentence.units, before.link.head.first
    named = units[link.head.first - 1]
    told = (
        before.frame is not None and not before.frame.trailing and first > 1 and units[first - 1].tag == "S"
    )
    if not told or named.tag != "s" or units[first - 2].tag != "s" or before.link.rule == "toll/lost":
        return None
    return Speaker(sentence.article.text[named.start : named.end], str(named.data))


def follows(sentence: Sentence, toll: Toll) -> bool:
    return sentence.index - toll.sentence.index == 1 and sentence.paragraph == toll.sentence.paragraph
