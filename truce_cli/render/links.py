"""A link that opens a page at a quote: a text fragment of the address. Opens nothing."""

from __future__ import annotations

from typing import Final

_WHOLE: Final = 80
"""A longer quote is named by its first and last words."""
_ENDS: Final = 5


def text_link(url: str | None, quote: str | None) -> str | None:
    """The address with the quote as its text fragment; None for what is no web address."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    words = (quote or "").split()
    if not words:
        return url
    page = url.split("#", 1)[0]
    if len(" ".join(words)) <= _WHOLE or len(words) <= 2 * _ENDS:
        return f"{page}#:~:text={_encoded(' '.join(words))}"
    first, last = " ".join(words[:_ENDS]), " ".join(words[-_ENDS:])
    return f"{page}#:~:text={_encoded(first)},{_encoded(last)}"


def _encoded(text: str) -> str:
    from urllib.parse import quote

    # a hyphen, a comma and an ampersand have a meaning of their own in a text fragment
    return quote(text, safe="").replace("-", "%2D")
