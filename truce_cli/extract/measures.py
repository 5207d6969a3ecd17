"""What kind of count it is: a running total, one event's, an addition, or one added later to a total."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.extract.links import Link
from truce_cli.extract.sentence import Sentence
from truce_cli.extract.speech import Speaker
from truce_cli.model.words import MEDIA
from truce_cli.text.days import DayFound
from truce_cli.text.word_gates import gate

_SO_FAR: Final = re.compile(
    r"\bso far\b|\bto date\b|\b(?:has|have) since\b|"
    r"\b(?:has|have) already\b|\bin total\b|\boverall\b|\bin all\b|\bin less than "
    r"\w+ (?:weeks|days|months)\b|\baltogether\b|\brunning total\b|\bcumulative(?:ly)?\b|\bas a whole\b"
)


_RUNNING_VERBS: Final = frozenset(
    "counts counted lists listed recorded documented verified admits admitted acknowledged reported "
    "says has puts put "
    "confirmed estimates estimated confirms reports acknowledges acknowledge admit concede concedes conceded published "
    "disclosed revealed released discloses reveals registered logged tallied showed shows show".split()
)


def measure_of(
    sentence: Sentence,
    link: Link,
    speaker: Speaker,
    clause: str,
    since: str | None,
    bounded: bool,
    windowed: bool,
    events: list[DayFound],
    other: str | None,
) -> str:
    head = link.head
    if link.measure == "increment" or (head.count.more and not head.count.other and not link.superseded):
        return "retroactive" if _earlier_deaths(clause) else "increment"
    if _ADDED.search(clause) and link.measure != "cumulative":
        return "retroactive"
    if "names of" in clause and not link.rule.startswith("toll/total") and _EARLIER.search(clause):
        return "retroactive"
    if other:
        return "cumulative"
    if head.implied:
        return "incident"
    if link.subset_of is not None:
        whole = sentence.article.measures.get(id(link.subset_of))
        if whole and whole != "increment":
            return whole
    if bounded:
        return "incident"
    if since is not None:
        return "cumulative"
    if link.measure == "cumulative":
        phrase = _noun_phrase(sentence, link)
        bounded_total = windowed and not _month_long(sentence) and _AMOUNTED.search(phrase) is not None
        return "incident" if bounded_total or _of_event(phrase) else "cumulative"
    if _stands(sentence, link):
        return "cumulative"
    if windowed and not _month_long(sentence):
        return "incident"
    if _SO_FAR.search(clause):
        return "incident" if events or windowed else "cumulative"
    if events or sentence.clocks or head.count.other:
        return "incident"
    if _of_event(clause) and not (_RUNNING_ACTS.search(clause) or (link.perfect and _ATTACKS.search(clause))):
        return "incident"
    if _running(sentence, link, speaker, clause) or (speaker.side != MEDIA and _WITHHELD.search(clause)):
        return "cumulative"
    return "incident"


_ATTACKS: Final = re.compile(
    r"\b(?:has|have) been \w+ (?:in|by) (?:\w+ )?(?:attacks|strikes|raids|bombardments|ambushes)\b"
)
""" "122 have been killed in attacks from there": many, until now."""
_LOSSES: Final = frozenset(("losses", "casualties", "toll", "dead", "figures", "numbers", "death toll"))
_OPENED: Final = frozenset(
    "published disclosed released revealed publishes discloses releases reveals".split()
)


def _stands(sentence: Sentence, link: Link) -> bool:
    """ "Its losses had reached 133 dead", "at last published its losses: 540 killed": a total, on whatever day."""
    units, first = sentence.units, link.head.first
    if link.rule != "toll/adjacent" or first < 2:
        return False
    if units[first - 1].low in ("reached", "reaches", "total", "totalled", "totaled"):
        return any(u.low in _LOSSES for u in units[max(0, first - 8) : first])
    colon = next((k for k in range(first - 1, max(first - 16, 0), -1) if units[k].tag == ":"), 0)
    named = any(u.low in _LOSSES for u in units[max(0, colon - 6) : colon])
    return named and any(u.low in _OPENED for u in units[:colon])


_AMOUNTED: Final = re.compile(
    r"\b(?:losses|casualties|dead|deaths|fatalities|toll|wounded)\b[^;]{0,60}\b(?:came|amounted|totalled|totaled|were|was|ran|at)\b"
)
""" "enemy losses over the weekend came to 90": what a window bounds, where nothing rises."""
_RUNNING_ACTS: Final = re.compile(
    r"\b(?:strikes|attacks|shelling|bombardments?|airstrikes|raids|clashes|snipers|drones|fire|mines|landmines|shells|"
    r"munitions|bombs|booby traps)\b(?: (?:from|of|left|laid) [^,.;]{1,40}?)? (?:have|has) "
    r"(?:so far )?(?:killed|wounded|injured|left|maimed|hurt|crippled|displaced)\b"
)
""" "Hezbollah strikes have killed 45 civilians": many acts, counted until now."""
_WITHHELD: Final = re.compile(
    r"\b(?:has|have|had|does|do|did)(?:n't| not| never)(?: \w+)? (?:disclosed?|provided?|released?|published?|"
    r"publish|revealed?|announced?|give|given)\b"
)
""" "has not disclosed its military losses, but says 29 civilians were killed": beside a total withheld, a total."""


def _month_long(sentence: Sentence) -> bool:
    return any("month" in w.said.lower() for w in sentence.windows)


_EVENT: Final = re.compile(
    r"\b(?:attack|strike|airstrike|blast|bombing|explosion|raid|clash|ambush|shelling|shell|rocket|"
    r"missile|mine|mortar|"
    r"bomb|drone|sniper|hospital|market|crash|barracks|battle|exchange of fire|night|hit|rockets|"
    r"shells|downed|mortars|weekend fighting|weekend clashes|capture of|battle for|assault|landmine|bombardment)\w*\b"
)


def _noun_phrase(sentence: Sentence, link: Link) -> str:
    """Words of a total's own noun phrase: "the dead in the Garsk strike to 27"."""
    units = sentence.units
    return " ".join(u.low for u in units[link.first : min(len(units), link.last + 4)])


def _of_event(clause: str) -> bool:
    return bool(_EVENT.search(clause))


def _running(sentence: Sentence, link: Link, speaker: Speaker, clause: str) -> bool:
    """True for a bare running total: "Halden says 402 of its soldiers have been killed", "counts 84 civilian dead"."""
    if (
        link.rule == "toll/deaths"
        and link.word in ("deaths", "fatalities", "death", "lives", "fallen")
        and not link.active
    ):
        return not (link.word == "lives" and _COST.search(clause) and not _WAR.search(clause))
    before = sentence.previous
    if before is not None and before.paragraph == sentence.paragraph and not before.lacks(_DAYTIMES):
        if _DAILY.search(before.low):
            return False
    if link.perfect and (_BY_ONE.search(clause) or (speaker.kind == "local" and " had been " in clause)):
        return False
    if link.harm in ("recovered",):
        return False
    if link.perfect and not sentence.article.lexicon.conflict:
        return False
    if link.rule in ("toll/lost", "toll/shared") and re.search(r"\b(?:has|have|had|may have) lost\b", clause):
        return not link.head.count.more
    if link.head.count.value == 1 or (link.perfect and link.estimated):
        return False
    if link.active and _RUNNING_ACTS.search(clause):
        return True
    if link.perfect and link.harm in ("killed", "injured", "killed_or_injured", "displaced"):
        return True
    running = _RUNNING_VERBS - {"counted"} if speaker.kind == "local" else _RUNNING_VERBS
    if link.rule == "toll/adjacent" and any(w in clause.split() for w in running):
        return link.word in ("dead", "killed", "wounded", "injured", "missing") and not link.active
    if _says(speaker, sentence, link):
        return True
    if link.head.partitive and (link.perfect or _has_said(sentence)):
        return True
    return bool(re.search(r"\bhundreds|\bthousands", clause) and re.search(r"\b(?:has|have)\b", clause))


def _says(speaker: Speaker, sentence: Sentence, link: Link) -> bool:
    """ "Baku says 63 civilians died": what a side says, not said, with no day, place or event, stands until now."""
    if speaker.side in (MEDIA, "third", "unknown") or speaker.kind == "local" or link.active:
        return False
    if link.rule not in ("toll/subject", "toll/adjacent") or (link.head.count.low or 0) < 20:
        return False
    at = link.head.first
    verb = next((u.low for u in reversed(sentence.units[:at]) if u.tag == "S"), None)
    placed = any(u.tag in "LM" for u in sentence.units[at:])
    return verb in ("say", "says") and not placed


_DAYTIMES: Final = gate(frozenset("evening morning daily nightly midday hourly".split()))
_DAILY: Final = re.compile(
    r"\b(?:evening|morning|daily|nightly|midday|hourly) "
    r"(?:summary|bulletin|report|update|communiqu\w+|briefing|roundup)\b"
)
""" "It released its evening summary. It listed 17 killed.": the day's."""
_COST: Final = re.compile(r"\bcost\b")
_WAR: Final = re.compile(r"\b(?:war|conflict|fighting|hostilities|invasion)\b")
""" "the capture of the ridge cost 14 lives" is one event's; what the war has cost is a total."""
_BY_ONE: Final = re.compile(r"\b(?:been|were|was) (?:\w+ ){1,9}?by an? ")
""" "had been shot dead by a patrol boat": one agent, one act."""


_ADDED: Final = re.compile(
    r"\b(?:has|had|have)? ?added [^.;]{0,90}\bto (?:its|the|their) (?:\w+ ){0,2}(?:list|count|toll|"
    r"tally|total|roll|database)\b"
)
""" "has added 58 civilians killed in the opening week to its list": deaths of before, counted later."""


def _has_said(sentence: Sentence) -> bool:
    """ "Azerbaijan has said 63 of its civilians were killed": a count that stands."""
    units = sentence.units
    return any(u.tag == "S" and k and units[k - 1].low in ("has", "have") for k, u in enumerate(units))


_EARLIER: Final = re.compile(
    r"\bback in\b|\bearlier in the war\b|\bretroactive|"
    r"\bpreviously (?:unreported|unannounced|undisclosed|uncounted)\b|"
    r"\bnot (?:been |previously ){1,2}(?:announced|reported|made public|disclosed|counted|known)\b|"
    r"\bin the (?:first|opening|early) (?:days|weeks?|months?|hours) of the (?:war|fighting|conflict|campaign)\b"
)
""" "the names of 40 killed in the first week of the war": deaths of before."""


def _earlier_deaths(clause: str) -> bool:
    return _EARLIER.search(clause) is not None
