"""Web pages as browsers save them in one file: takes the page out of its wrapping. Parses no HTML.

MHTML (Chrome, Edge, Opera; RFC 2557) and webarchive (Safari).
"""

from __future__ import annotations

from typing import Final

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass

_HEAD: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """html: the page's own bytes; charset: what the wrapping says they are in; url: where it was."""

    html: bytes
    charset: str | None = None
    url: str | None = None


def unwrapped(data: bytes, path: str) -> SavedPage | None:
    """The page in a saved file; None for a file that is not wrapped. Raises InputRefused for a broken one."""
    head = data[:_HEAD].lower()
    if data.startswith(b"bplist00") and b"WebMainResource" in data:
        return _webarchive(data, path)
    if b"content-type:" in head and b"multipart/related" in head and b"mime-version:" in head:
        return _mhtml(data, path)
    return None


def _mhtml(data: bytes, path: str) -> SavedPage:
    try:
        page = _first_page(data)
    except Exception as error:  # email, too: parts nested a thousand deep are a RecursionError
        raise InputRefused(
            path, f"a broken saved page ({type(error).__name__}); save the page again"
        ) from None
    if page is None:
        raise InputRefused(path, "a saved page without HTML in it; save the page again")
    return page


def _first_page(data: bytes) -> SavedPage | None:
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(data)
    url = str(message.get("Snapshot-Content-Location") or "") or None
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            html = part.get_payload(decode=True)
            if isinstance(html, bytes) and html.strip():
                where = url or str(part.get("Content-Location") or "") or None
                return SavedPage(html=html, charset=part.get_content_charset(), url=where)
    return None


def _webarchive(data: bytes, path: str) -> SavedPage:
    import plistlib

    try:
        main = plistlib.loads(data)["WebMainResource"]
        html, charset = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        url = main.get("WebResourceURL")
    except Exception as error:  # plistlib lets whatever a hostile file provokes escape
        raise InputRefused(
            path, f"a broken webarchive ({type(error).__name__}); save the page again"
        ) from None
    if not isinstance(html, bytes) or not html.strip():
        raise InputRefused(path, "a webarchive without a page in it; save the page again")
    return SavedPage(
        html=html,
        charset=charset if isinstance(charset, str) else None,
        url=url if isinstance(url, str) else None,
    )
