"""The document: one article as it was read, with how we know what we know about it."""

from __future__ import annotations

from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known about an article without its text; what listings and reconciliation need."""

    id: str
    """sha256 of the original bytes, hex."""
    path: str | None = None
    """As it was named at the first ingest."""
    url: str | None = None
    archive_url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    """Day, "2020-10-18"; None where it could not be found."""
    published_basis: str | None = None
    """How the date was found: given, front_matter, meta, dateline, url, image_path, text; None without one."""
    published_note: str | None = None
    """The words or address the date was read from."""
    fetched: str | None = None
    """When a scraper took the page; never a publication date."""
    format: str = "text"
    """html, text, pdf_text, ..."""
    reader: str = ""
    """Name and version of the reader that made the text: "html/1"."""
    size: int = 0
    """Bytes of the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its cleaned text and its original bytes. Offsets of claims are code points of `text`."""

    card: Card
    text: str
    original: bytes = b""
    """Empty where only the text is at hand (truce extract)."""
