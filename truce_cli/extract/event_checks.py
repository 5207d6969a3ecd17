"""Whether the words of an event are said of a truce, and as done. Knows neither which truce nor when."""

from __future__ import annotations

import re
from typing import Final

_UNREAL: Final = re.compile(
    r"\bwithout (?:\w+ ){0,3}$|\b(?:if|could|would|should|urged|call(?:s|ed|ing)? (?:for|on)|hopes? for|"
    r"failed to agree|not agreed|refus\w+ to|must|for a ceasefire|for a truce|"
    r"urgent)\b"
)
_NO_TRUCE: Final = re.compile(
    r"\b(?:agreed to (?:meet|start|seek|exchange|hold|continue)|agree with|signed "
    r"on|joint statement)\b"
)
LAID_DOWN: Final = (
    r"(?:lay down (?:their )?arms|(?:cease|halt|stop|end|suspend) (?:all )?(?:the )?(?:hostilities|fighting|firing|"
    r"shooting)|"
    r"all (?:hostilities|fighting|firing|shooting)(?: and [\w ]{1,30})?(?: on land[\w ,]{0,36})? "
    r"(?:would|will|is to|are to|must|to) (?:stop|cease|end|halt))"
)
_T: Final = (
    rf"(?:{LAID_DOWN}|"
    r"truces?|cease-?fires?|pauses?|armistice|accord|lull|cessation of hostilities|"
    r"agreement|deal|halt to (?:the )?(?:shooting|hostilities|fighting))"
)
_OR_IT: Final = rf"(?:{_T}|it|which|deal|agreement)"
_PREDICATE_OF_TRUCE: Final = re.compile(rf"\b{_OR_IT}\b[^.;]{{0,60}}$")
_PASSIVE: Final = re.compile(
    rf"\b{_T}\b[^.;,]{{0,70}} (?:was|were|had been|has been|have been)(?: \w+ly| just| first| also)? $|"
    rf"\b{_T} (?:that|which) (?:[\w'-]+ ){{1,6}}$|"
    rf"\b{_T},?(?: \w+ed by (?:[\w.'-]+ ){{0,6}}?[\w.'-]+,?)?"
    r"(?: (?:was|were|is|has been|had been|have been))?(?: \w+ly| just| first)? ?$"
)
_FOLLOWS: Final = re.compile(rf"^[^.;]{{0,60}}?\b{_T}")
_PROLONGING: Final = re.compile(r"\s{0,9}(?:on|in|to)? ?(?:\w{1,40} ){0,3}(?:extend|prolong|lengthen)")
_TIMED: Final = re.compile(
    r"^\s{0,9}(?:on|at|from|of)?\s{0,9}(?:\w+\.? ?\d|noon|midnight|midday|dawn|dusk|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|saturday|sunday|monday|tuesday|wednesday|"
    r"thursday|friday|\d)"
)
_SUBJECT: Final = re.compile(
    rf"\b{_T}(?: of the \w+)?\"?,?”? (?:that |which )?(?:\w+ly )?(?:is |was |due |to )?$"
)
_INCHOATIVE: Final = re.compile(
    r"\b(?:began|begun|starting|started|beginning|about|risks?|threatens?|threatened) (?:to )?$"
)
_OF_TRUCE: Final = re.compile(rf"\s{{0,9}}of (?:the|a) [\w -]{{0,24}}{_T}")
_RENEWED: Final = re.compile(r"renewed (?:fighting|clashes|hostilities|the|for|\w+ of)")


_NOT_YET: Final = re.compile(r"\b(?:not|never|n't|nor|yet to)(?: yet| ever| so far| \w+ly)? $")
_WISHED: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|urg\w+|appeal\w*|ask\w*|press(?:es|ed|ing)?|pressur\w+|"
    r"want\w*|hop(?:es|ed|ing)|plead\w*|begg?\w*|demand\w*|implor\w+|fail\w*|refus\w*|declin\w*|ready|willing|"
    r"prepared|seek\w*|sought|"
    r"try|tries|tried|trying|would|could|might|need\w*|pushed|invited|told|advised|encourag\w+)\b[^.;]*$"
)
""" "called on both armies to stop shelling and to agree a truce": nobody has agreed."""
_MEANTIME: Final = re.compile(
    rf"\b(?:during|despite|throughout|amid|under|thanks to|since|in spite of) (?:the|a|this) (?:[\w-]+ ){{0,2}}{_T}"
)
""" "agreed to extend opening hours during the truce"."""
_OTHER_TRUCE: Final = re.compile(
    r"\b(?:price|trade|tariff|bidding|ratings|turf|customs) (?:war|truce|dispute)\b|"
    r"\b(?:coalition|trade|tariff|party) truce\b"
)


_TALKS: Final = re.compile(
    r"\b(?:talks|negotiations|discussions|efforts|hopes|attempts?)\b[^.;,]{0,20} (?:a|an|another|any|new) "
    rf"(?:\w+ )?{_T} $"
)
""" "Talks on a truce broke down": there was none to collapse."""


def valid(low: str, event: str, match: re.Match[str], nouns: list[tuple[int, int]]) -> bool:
    """True where the words of an event are said of a truce, and as done."""
    before, after = low[max(0, match.start() - 70) : match.start()], low[match.end() : match.end() + 75]
    words = match.group()
    if event in ("agreed", "extended", "proposed"):
        after = _MEANTIME.sub(" ", after)
    if _UNREAL.search(low[max(0, match.start() - 26) : match.start()]):
        return False
    if event != "collapsed" and _NOT_YET.search(before):
        return False
    if before.endswith(" to ") and _WISHED.search(low[max(0, match.start() - 110) : match.start()]):
        return False
    if _OTHER_TRUCE.search(low) or (event == "collapsed" and _TALKS.search(before)):
        return False
    opens = event == "in_force" and words.startswith(("began", "begin", "start")) and match.start() < 170
    if opens and _OPENS.match(low) and _TIMED.search(after) and ";" not in low[: match.start()]:
        return True  # "A truce meant to halt five weeks of fighting between ... began at six o'clock"
    return _CHECKS[event](words, before, after)


def _agreed(words: str, before: str, after: str) -> bool:
    if _NO_TRUCE.search(words + after[:18]) or words.startswith("announc"):
        return False
    if not re.match(r"agree|accept|approv|endors|ratif|sign|clinch|negotiat|initial|settled", words):
        return True
    follows = _FOLLOWS.search(after)
    if follows and _PROLONGING.match(after):
        return False
    return bool(follows or _PASSIVE.search(before))


_OPENS: Final = re.compile(
    rf"(?:[^.;]{{0,60}} [—–-] )?(?:the |a |an )?(?:[\w-]+ ){{0,3}}{_T} (?:meant|aimed|intended|brokered|negotiated|"
    r"designed|that|which|between)\b"
)


def _in_force(words: str, before: str, after: str) -> bool:
    if words.startswith("is in "):
        return bool(re.search(r"\b(?:as of|from|since|now)\b", before + after[:40]))
    if words.startswith("from "):
        return bool(re.search(rf"\b{_T}\b[^.;]{{0,40}}$", before))
    if re.match(r"start|began|begin|effective|due|to start|to begin", words):
        return bool(_SUBJECT.search(before) and _TIMED.search(after))
    return True


def _extended(words: str, before: str, after: str) -> bool:
    if words.startswith(("another", "extra", "additional", "further")):
        return bool(_GRANTED.search(before))
    near = f"{before[-50:]} {words} {after[:40]}"
    return bool(re.search(rf"\b(?:{_T}|it)\b", near)) and not _RENEWED.search(words + after[:18])


_GRANTED: Final = re.compile(
    r"\b(?:agreed|consented|accepted|assented|extended|added|granted|given|gave|signed up)\b"
    r"[^.;]{0,30} (?:to|for|by|it)?(?: an?)? ?$"
)


_STRUCK_DOWN: Final = re.compile(rf"(?: [\w-]+){{0,4}} {_T}")


def _collapsed(words: str, before: str, after: str) -> bool:
    if _INCHOATIVE.search(before):
        return False
    told = _PREDICATE_OF_TRUCE.search(before) or _OF_TRUCE.match(after)
    if words.startswith(("surviv", "outliv")):
        return bool(re.search(r"\b(?:did|had|has|could) not $", before))
    if words == "shattered" and _STRUCK_DOWN.match(after):
        return True
    return bool(told) or "fail" in words or "not last" in words


def _proposed(words: str, before: str, after: str) -> bool:
    if words.endswith(" on the table"):
        return re.search(rf"\b{_T}\b", words) is not None
    if words.endswith((" for", " of")):
        return bool(re.match(rf"(?: [\w'-]+){{0,4}} {_T}", after))
    if re.search(r"\b(?:monitor\w*|observ\w+|peacekeep\w+|police) ", after[:60]):
        return False  # "proposed sending observers to monitor the truce"
    return bool(
        re.search(rf"^[^.;]{{0,60}}\b{_T}", after)
        or re.search(rf"\b{_T}(?: \w+ly)?(?: was| were| has been| had been| is being)? ?$", before)
    )


def _ended(words: str, before: str, after: str) -> bool:
    if re.search(r"(?:due to|will|to|would) $", before):
        return False
    if words.startswith("declar"):
        return re.search(rf"\b{_T}\b", words) is not None
    if words.startswith("ended ") and words.endswith((" on", " at")):
        return bool(_SUBJECT.search(before))
    if words.endswith((" the", " its", " a")):
        return bool(_STRUCK_DOWN.match(after) or re.match(rf" {_T}", after))
    return bool(re.search(rf"\b{_OR_IT}\b[^.;]{{0,40}}$", before))


_CHECKS: Final = {
    "agreed": _agreed,
    "in_force": _in_force,
    "extended": _extended,
    "collapsed": _collapsed,
    "proposed": _proposed,
    "ended": _ended,
}
