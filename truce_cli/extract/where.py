"""Where it happened: the place that the words of a count or of an act name. Never a guess from elsewhere."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.act_words import Act, act_end
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence

_AT: Final = frozenset(
    ("in", "at", "near", "on", "outside", "around", "over", "of", "to", "into", "hit", "struck")
)
_STRUCK: Final = re.compile(
    r"\b(?:villages|towns|settlements|positions|districts|areas|outskirts|suburbs) (?:in|of|on|near|around) (?:the )?"
    r"[\w' -]+?(?= and (?:said|was|were|had|has)|[,.;:\"”]|$)|"
    r"\b(?:front ?line|line of contact|(?:at least )?(?:\w+ )?populated (?:areas|districts)|peaceful settlements|"
    r"(?:southern|northern|eastern|western|north-?eastern) (?:front|direction|side)|"
    r"(?:petroleum |oil and gas |gas |oil )?pipelines|civilian areas|positions\b[\w ]{0,30})"
)
_DIRECTION: Final = re.compile(
    r"\b(?:to|in|on|at|near|over|against|across|towards?) (?:the |its |our |their )?((?:[\w'-]+ ){0,2}?"
    r"(?:north|south|east|west|"
    r"north-?east|north-?west|south-?east|south-?west|region|regions|district|districts|border|city|town|village|"
    r"villages|checkpoint|outskirts|front|road|bridge|river))\b"
)
_SEIZED: Final = re.compile(r"(?:seize|capture|take|storm|overrun) (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_PASSIVE: Final = re.compile(
    r"((?:at least )?(?:\b\w+ )?populated (?:areas|districts)|civilian areas|(?<![\w-])[\w-]+ villages)(?: \w+){0,3} $"
)


_ON_DAY: Final = re.compile(
    r" (?:with|using|despite|during|after|before|while|when|overnight|minutes|hours|early|late)\b|"
    r" (?:in (?:violation|breach)|killed|killing|wounded|wounding|left|leaving|destroyed)\b|"
    r" (?:on|since|at) (?=(?:\d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)


def place_of_act(sentence: Sentence, act: Act) -> str | None:
    """Words of the place that an act struck, as the document writes them."""
    words, low = sentence.words, sentence.low
    stop = act_end(sentence, act)
    match = _STRUCK.search(low, act.start, stop)
    if match is not None:
        return _ON_DAY.split(words[match.start() : match.end()])[0].strip()
    places = sentence.article.lexicon.places
    for unit in sentence.units:
        named = unit.tag == "L" or unit.low in places
        if named and sentence.start + act.start <= unit.start < sentence.start + stop:
            return sentence.article.text[unit.start : unit.end]
    match = _SEIZED.search(words, act.start, stop)
    if match is None:
        match = _DIRECTION.search(low, act.start, stop)
    if match is None:
        match = _PASSIVE.search(low[: act.start])
    return words[match.start(1) : match.end(1)].strip() if match is not None else None


def place_of_toll(sentence: Sentence, link: Link) -> str | None:
    """Name of the place of the conflict file that a count is of: "killed in Ganja", "a strike on Ganja killed 12"."""
    units = sentence.units
    after = _place_in(sentence, link, range(link.head.last, min(len(units), link.last + 12)))
    return after or _place_in(sentence, link, range(link.first - 1, max(-1, link.first - 14), -1))


def _place_in(sentence: Sentence, link: Link, span: range) -> str | None:
    """The first place told in these units, up to the next clause or count.

    "5 killed and 2 wounded in Ganja": one count joined on by "and" has its place in common.
    """
    units, places = sentence.units, sentence.article.lexicon.places
    joined = False
    for k in span:
        unit = units[k]
        if unit.tag == "N" and k != link.head.unit:
            if joined or span.step < 0 or units[k - 1].low != "and" or units[k - 2].tag == ",":
                return None
            joined = True
        if unit.tag in ";:S" or (unit.tag == "," and k + 1 < len(units) and units[k + 1].low == "and"):
            return None
        placed = unit.tag == "L" or unit.low in places
        before = units[k - 1].low if k else ""
        before = units[k - 2].low if before == "the" and k > 1 else before
        if placed and before in _AT:
            return sentence.article.text[unit.start : unit.end]
    return None
