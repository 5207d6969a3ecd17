"""Words that name a truce, and words that say one is broken. Knows no sentence."""

from __future__ import annotations

import re
from typing import Final

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

BROKEN: Final = re.compile(
    r"violat|breach|broke|breaking|accus|shatter|collaps|crumbl|in tatters|despite the (?:\w+ "
    r")?(?:truce|cease)|flout|jeopardy|mockery|shaky|in doubt"
)
