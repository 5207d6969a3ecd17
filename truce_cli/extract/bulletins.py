"""Lines of bulletins: "personnel - about 18,940 (+210)", "Dead in the past 24 hours: 17"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from truce_cli.extract.heads import Head
from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.side_words import enemy_of, is_enemy, side_of
from truce_cli.extract.speech import Speaker
from truce_cli.extract.units import Unit
from truce_cli.text.word_gates import gate

MANPOWER: Final = frozenset(("personnel", "manpower"))
_PERSONNEL: Final = gate(MANPOWER)
_LINE: Final = re.compile(r"\W{0,4}(?:military |enemy |enemy's )?(?:personnel|manpower)\W{0,3}[:~-]")
_ABOVE: Final = 14
"""Lines above a list's line among which its heading stands."""
_LOSSES: Final = frozenset(("losses", "lost", "loss"))
_LABELS: Final = 9
"""Units of a label between its word of harm and its colon."""
_ROUGHLY: Final = frozenset("~≈")


def counts_losses(sentence: Sentence) -> bool:
    """True for a list's line of people under a heading of losses: "personnel - about 18,940 (+210)"."""
    if sentence.lacks(_PERSONNEL):
        return False
    words = sentence.article.marked[sentence.start : sentence.end]
    return _LINE.match(words) is not None and bool(_headings(sentence))


def _headings(sentence: Sentence) -> list[Sentence]:
    """The lines above that speak of losses, the nearest first."""
    every = sentence.article.sentences
    above = (every[k] for k in range(sentence.index - 1, max(-1, sentence.index - _ABOVE), -1))
    return [line for line in above if "loss" in line.low or " lost" in line.low]


def losers(sentence: Sentence, link: Link, speaker: Speaker) -> str | None:
    """Whose losses: "The enemy's losses: ... personnel - 210", or "LOSSES OF THE ENEMY" above the list."""
    if link.word != "personnel":
        return None
    told = any(u.low in _LOSSES for u in sentence.units[: link.first])
    for heading in (sentence, *_headings(sentence)) if told else _headings(sentence):
        side = _losers_in(heading, speaker)
        if side is not None:
            return side
    return None


def _losers_in(sentence: Sentence, speaker: Speaker) -> str | None:
    units = sentence.units
    at = next((k for k, u in enumerate(units) if u.low in _LOSSES), None)
    if at is None:
        return None
    for unit in units[max(0, at - 4) : at + 5]:
        if is_enemy(sentence, unit, speaker):
            return enemy_of(sentence, speaker)
    for k in (*range(at - 1, max(-1, at - 5), -1), *range(at + 1, min(len(units), at + 4))):
        if units[k].tag in ";:.-":
            break
        if units[k].tag == "s":
            return side_of(units[k])
    return None


def labelled(units: list[Unit], head: Head) -> Link | None:
    """ "personnel - about 18,940", "Killed since 3 August: 61": a bare figure behind its label."""
    i = head.first - 1
    if i > 0 and units[i].tag in _ROUGHLY:
        head.count.qualifier = "about"
        i -= 1
    if (
        i < 1
        or units[i].tag not in ":-"
        or (head.last < len(units) and units[head.last].tag not in ".;,-/(|•*")
    ):
        return None
    word = units[i - 1]
    if word.low.split()[-1] in MANPOWER and (i < 4 or any(u.low in _LOSSES for u in units[:i])):
        return Link(head, "killed_or_injured", "toll/listed", i - 1, head.last, word="personnel")
    if units[i].tag != ":":
        return None
    k = i - 1
    while k > 0 and i - k < _LABELS and units[k].tag in "MihLswNJaPo":
        k -= 1
    begins = k == 0 or units[k - 1].tag not in "xXVDS,hNmi"
    if not begins or units[k].tag not in "VdT" or units[k].data in ("toll", "bodies", "names") or k == i - 1:
        return None
    return Link(head, str(units[k].data), "toll/listed", k, head.last, word=units[k].low)


def link_added(units: list[Unit], heads: list[Head], links: dict[int, Link]) -> None:
    """ "personnel - about 18,940 (+210)": what the last day has added to a total."""
    for before, head in pairwise(heads):
        total = links.get(id(before))
        i = head.first - 1
        if total is None or head.has_people or i < 1 or units[i].tag != "+" or units[i - 1].tag != "(":
            continue
        if i - 1 != before.last:
            continue
        total.measure = "cumulative"
        link = Link(head, total.harm, "toll/listed", i - 1, min(head.last + 1, len(units)), word=total.word)
        link.measure, link.total = "increment", total
        links[id(head)] = link
