"""Words that name a truce, and words that say one is broken. Knows no sentence."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.model.conflict import Conflict
from truce_cli.text.alternation import longest_of
from truce_cli.text.clean import lowered

TRUCE: Final = re.compile(
    r"\btruces?\b|\btruce-|\bpauses?\b|\blull\b|\bhalt to (?:the )?(?:shooting|hostilities|fighting)\b|"
    r"\bcease[- ]?fires?\b|\barmistice\b|\bcessation of hostilities\b|\bpause in (?:the "
    r")?fighting\b|"
    r"\bhumanitarian pause\b|\b(?:peace |ceasefire |june \d+ |july \d+ )?accord\b|\bhumanitarian agreement\b"
)
TRUCE_WORDS: Final = frozenset(
    "truce truces ceasefire ceasefires cease armistice cessation pause pauses lull accord halt agreement".split()
)
"""One of these stands in whatever TRUCE finds."""

DEAL_WORDS: Final = frozenset(("agreement", "deal", "arms", "hostilities", "stop"))
"""Words of a truce only where sides or harm are spoken of too."""

BROKEN: Final = re.compile(
    r"violat|breach|broke|breaking|accus|shatter|collaps|crumbl|in tatters|despite the (?:\w+ "
    r")?(?:truce|cease)|flout|jeopardy|mockery|shaky|in doubt"
)

_DEALS: Final = frozenset("understanding agreement deal accord arrangement pact framework protocol".split())


def truce_names(conflict: Conflict) -> list[str]:
    """Names of truces in lower case that hold no common word for one, and how their last word tells them."""
    names = {lowered(name) for truce in conflict.truces for name in (truce.name, *truce.aliases)}
    own = {name for name in names if " " in name and not TRUCE.search(name)}
    own |= {f"the {name.split()[-1]}" for name in own if name.split()[-1] in _DEALS}
    return sorted(own)


def truce_pattern(names: list[str]) -> re.Pattern[str] | None:
    """What finds any of the names; None for none."""
    return re.compile(rf"\b{longest_of(names)}\b") if names else None


def truce_words(names: list[str]) -> tuple[frozenset[str], ...]:
    """The words of each name: a text without all of them does not hold it."""
    return tuple(frozenset(re.findall(r"[^\W\d_]+", name)) for name in names)
