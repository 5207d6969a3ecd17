"""The dateline that opens a report, "BEIRUT, Nov. 27 (Reuters) –": where it ends. Knows no place and no agency."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.text.written_days import DAY

_CITY: Final = r"[A-Z]{2}[A-Z.'’/-]*(?: [A-Z.'’/-]{2,}){0,3}"
_NAME: Final = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_DATE: Final = rf"(?i:{DAY})"
_AGENCY: Final = r"\([A-Z][\w ./&-]{1,40}\)"
_DASH: Final = r"\.?\s?(?:--?|[–—])\s"
_DATELINE: Final = re.compile(
    rf"(?:{_CITY}(?:, {_NAME}|/{_NAME})?(?:,? {_DATE},?(?: {_AGENCY})?| {_AGENCY})"
    rf"|{_NAME}(?:, {_NAME})?, {_DATE},?(?: {_AGENCY})?){_DASH}"
)
_WIDEST: Final = 120


def dateline_end(text: str, start: int, end: int) -> int:
    """Offset behind the dateline that stands at start; start where none does.

    A city alone is none: "UNHCR – 40,000 people fled" is a speaker and his words.
    """
    head = text[start : min(end, start + _WIDEST)]
    if not (head[:1].isupper() and ("-" in head or "–" in head or "—" in head)):
        return start
    found = _DATELINE.match(text, start, min(end, start + _WIDEST))
    return found.end() if found else start
