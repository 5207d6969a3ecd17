"""Finds a quote though its quotation marks, dashes or spaces were typed otherwise. Judges no meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from truce_cli.text.clean import clean

_SINGLE: Final = "'‘’‚‛′`´"
_DOUBLE: Final = '"“”„‟″«»'
_DASHES: Final = "-‐‑‒–—―−"
_CLASSES: Final = {
    **dict.fromkeys(_SINGLE, f"[{_SINGLE}]"),
    **dict.fromkeys(_DOUBLE, f"[{_DOUBLE}]"),
    **dict.fromkeys(_DASHES, f"(?<![{_DASHES}])[{_DASHES}]++"),
}
_PIECE: Final = re.compile(rf"\s+|[{_DASHES}]+|\.\.\.|.", re.DOTALL)


def find_quote(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Every place (start, end) at which quote stands in text, in code points; () where it does not.

    Curly and straight quotation marks are the same, so are dashes of every length and runs of white space;
    case and every other character must agree.
    """
    pattern = _pattern(clean(quote))
    return tuple(found.span(1) for found in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=256)
def _pattern(quote: str) -> re.Pattern[str] | None:
    if not quote:
        return None
    # looked ahead for, so that places may overlap
    return re.compile(f"(?=({''.join(map(_piece, _PIECE.findall(quote)))}))")


def _piece(piece: str) -> str:
    if piece.isspace():
        return r"\s++"
    if piece in ("...", "…"):
        return r"(?:\.\.\.|…)"
    return _CLASSES.get(piece[0]) or re.escape(piece)
