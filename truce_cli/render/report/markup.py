"""Markup that cannot be broken out of: every text is made safe and escaped on its way in. Knows no finding."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote

from truce_cli.render.safe import safe

_VOID: Final = frozenset(("meta", "br", "circle", "ellipse", "line", "path", "polygon", "polyline", "rect"))
_LINKS: Final = frozenset(("href", "src"))
_RUNS: Final = frozenset(("style", "action", "formaction", "srcdoc"))
"""Attributes that could run or load something: the page has none of them."""


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child = Html | str | None


def words(text: str) -> Html:
    """Text from outside as it may stand in markup."""
    return Html(escape(safe(text)))


def tag(name: str, /, *children: Child, **attributes: str | int | float | bool | None) -> Html:
    """An element. Text among the children is escaped; class_ is class, aria_label is aria-label; True is a bare
    attribute, None and False are left out.

    Raises ValueError for an attribute that could run something, and for a link that is neither http(s) nor
    within the page.
    """
    opening = f"<{name}{''.join(_attribute(*item) for item in attributes.items())}"
    if name in _VOID:
        return Html(f"{opening}/>")  # in a drawing nothing else ends an element
    return Html(f"{opening}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Html:
    """Several pieces one after the other."""
    return Html("".join(c if isinstance(c, Html) else words(c) for c in children if c is not None))


def is_web(address: str | None) -> bool:
    """True for an address that a reader may be sent to."""
    return bool(address) and str(address).lower().startswith(("http://", "https://"))


def anchor(*parts: str) -> str:
    """An id of the page, the same for the same parts; as it is written after a # too."""
    return quote("/".join(part for part in parts if part), safe="/=:+.-_~")


def _attribute(key: str, value: str | int | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if name.startswith("on") or name in _RUNS:
        raise ValueError(f"the page has no attribute {name}")
    if value is True:
        return f" {name}"
    text = f"{value:.7g}" if isinstance(value, float) else str(value)
    if name in _LINKS and not (text.startswith("#") or is_web(text)):
        raise ValueError(f"the page links to no {text[:20]!r}")
    return f' {name}="{escape(safe(text))}"'
