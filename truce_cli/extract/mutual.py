"""Mutual accusations: "the two sides accused each other" is two claims."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract import acts
from truce_cli.extract.accusation import Violation
from truce_cli.extract.act_words import plain
from truce_cli.extract.acts import NOUN, VERB
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speakers import speaker_at
from truce_cli.extract.speech import Speaker
from truce_cli.extract.when import Moment, moment
from truce_cli.model.words import BOTH, THIRD
from truce_cli.text.word_gates import gate

MUTUAL: Final = re.compile(
    r"accus\w{0,9} (?:each other|one another|the other)|blam\w{0,9} (?:each other|one another|the other)|"
    r"(?:each|both) (?:sides? |arm(?:y|ies) |countries |governments |of them )?"
    r"(?:saying|claiming|insisting|alleging|alleged|insisted|claimed|says|said|say)"
    r"(?: (?:on|late|early) \w+)? (?:that )?(?:it was )?the other|"
    r"each (?:side )?(?:says|said|claims|claimed|insists|insisted),? (?:by|it was) the other|"
    r"each side (?:has |had )?complain\w+ of|"
    r"(?:each|both|they) (?:charged|blamed|accused) the other|charg\w{1,9} the other with|"
    r"point(?:ed|ing|s)? (?:the )?(?:fingers?|finger of blame) at (?:each other|one another)|"
    r"(?:swap|exchang|trad)\w{0,9} (?:fresh |new )?(?:charges|claims|accusations|barbs|recriminations)|"
    r"trad(?:e|ed|ing) (?:fresh |new )?(?:accusations|blame|charges|recriminations)|mutual "
    r"(?:accusations|recriminations)|"
    r"exchang\w{1,9} accusations|(?:each|both) (?:side|sides|armies|countries)(?: \w+){0,2} accus\w{1,9}|"
    r"accused each other|trade accusations|"
    r"(?:each|both)(?: \w+){0,4} (?:report|alleg|claim|record)\w{1,3} [^.;,]{3,40} by the other"
)
TOGETHER: Final = gate(
    frozenset("other another mutual each both accusations blame charges recriminations barbs claims".split())
)
_BLAMING: Final = gate(
    stems=tuple(
        "report record accus blam say sai claim insist alleg complain charg point swap exchang trad mutual".split()
    )
)
"""A word of either opens in whatever MUTUAL finds."""


def mutual(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    if sentence.lacks(TOGETHER, _BLAMING):
        return []
    match = MUTUAL.search(sentence.low)
    if match is None:
        return []
    article = sentence.article
    if sentence.words[-1:] not in '.!?"”' and any(
        s is not sentence and MUTUAL.search(s.low) for s in article.sentences
    ):
        return []  # a headline says what the text tells again
    start = sentence.start + match.start()
    end = sentence.end
    tail = sentence.low[match.end() :]
    about = tail[:110] + " " + sentence.low[max(0, match.start() - 60) : match.start()]
    about += f" {match.group()}"
    if not (article.names_truce or NOUN.search(about) or VERB.search(about)):
        return []
    if tail.startswith("'s "):
        return []  # "each says the other's figures are invented"
    if re.match(r"\s*(?:for|of) (?:starting|instigating|the war|the collapse of talks)", tail):
        return []
    act = "violation"
    told = match.group() if match.group().endswith("by the other") else tail[:70]
    named = NOUN.search(told) or VERB.search(told)
    if named is not None:
        act = acts.ACT_NOUNS.get(plain(named.group()), acts.ACT_VERBS.get(plain(named.group()), "violation"))
    quote_end = min(end, start + 120)
    comma = article.text.find(",", start, quote_end)
    quote_end = comma if comma > 0 else quote_end
    sides = article.lexicon.sides
    said = (match.start(), match.end())
    when = moment(article, sentence, match.start(), match.end(), None, said)
    of_the_act = any(d.day == when.occurred and sentence.low.startswith("'s ", d.end) for d in sentence.days)
    if when.precision == "day" and not when.before and not of_the_act:
        when = Moment(None, "by", when.truce)  # the day of the quarrel, not of the acts
    if when.occurred is None and when.truce is None and carried is not None and not when.before:
        when = Moment(None, "by", carried.moment.truce, carried.moment.before)
    made = []
    for side, other in ((sides[0], sides[1]), (sides[1], sides[0])):
        made.append(
            Violation(
                sentence,
                start,
                quote_end,
                Speaker(_side_words(sentence, side), side),
                _side_words(sentence, other),
                other,
                act,
                when,
                "violation/mutual",
            )
        )
    return made


def _side_words(sentence: Sentence, side: str) -> str | None:
    for unit in sentence.units:
        if unit.tag == "s" and unit.data == side:
            return sentence.article.text[unit.start : unit.end]
    conflict = sentence.article.conflict
    found = conflict.side(side) if conflict else None
    return found.name if found else None


_NEITHER: Final = re.compile(
    r"\bneither (?:camp|side|party|army|of the \w+)(?: \w+)? (?:has |had |is |was )?"
    r"(?:honou?red|observed|respected|kept|abided by|honou?ring|observing|respecting)"
)
NEITHER: Final = gate(frozenset(("neither",)))


def neither(sentence: Sentence, carried: Violation | None) -> list[Violation]:
    """ "Neither camp has honoured the pause, the mission said": one accuser, both accused."""
    match = None if sentence.lacks(NEITHER) else _NEITHER.search(sentence.low)
    if match is None or not sentence.truces:
        return []
    at = next((k for k, u in enumerate(sentence.units) if u.start >= sentence.start + match.start()), 0)
    speaker, frame = speaker_at(sentence, at)
    if frame is None or speaker.side != THIRD:
        return []
    when = moment(
        sentence.article, sentence, match.start(), match.end(), carried.moment if carried else None, (0, 0)
    )
    start, end = sentence.start + match.start(), min(sentence.end, sentence.start + match.end() + 14)
    words = sentence.article.text[start : start + 20]
    return [Violation(sentence, start, end, speaker, words, BOTH, "violation", when, "violation/neither")]
