"""One article: bytes to Document. Chooses the reader by content, gathers what is known; parses nothing."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote

from truce_cli.errors import InputRefused
from truce_cli.model.document import Card, Document
from truce_cli.model.record import replace
from truce_cli.read.article_row import Columns, fields_of, has_text_column, reader_name, row_in
from truce_cli.read.body import Body
from truce_cli.read.encoding import decode
from truce_cli.read.front_matter import split_front_matter
from truce_cli.read.html import looks_like_html, read_html
from truce_cli.read.outlets import host, known_outlet, outlet_in_words
from truce_cli.read.pdf import looks_like_pdf, read_pdf
from truce_cli.read.saved_pages import SavedPage, unwrapped
from truce_cli.read.text import read_text
from truce_cli.text.clean import clean
from truce_cli.text.published import Evidence, find_published
from truce_cli.text.written_days import iso_day

_MARKDOWN: Final = frozenset((".md", ".markdown"))
_DATE_KEYS: Final = (
    "published",
    "date_published",
    "publish_date",
    "pubdate",
    "published_at",
    "date",
    "created",
)
_FETCHED_KEYS: Final = ("fetched", "scraped", "retrieved", "accessed", "fetched_at", "date", "created")
_URL_KEYS: Final = ("url", "canonical_url", "canonical", "source_url", "original_url", "link", "source")
_OUTLET_KEYS: Final = ("outlet", "publisher", "publication", "site_name", "site", "source")
_IMAGE_KEYS: Final = ("image", "thumbnail", "cover")
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_WEB: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_SLUG_TAIL: Final = re.compile(r"[-_]?[a-z]?\d+$")
_SMALL_WORDS: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
        "with",
    )
)


def read_article(
    path: str,
    data: bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    columns: Columns | None = None,
    sha256: str | None = None,
) -> Document:
    """The article in these bytes. published and outlet: what a person says of it, which leads.

    columns: for a row of a dump, the columns that do not bear their usual names. sha256: of the data, where it is
    known.

    Raises InputRefused for what cannot be read as an article, or holds no text.
    """
    if published is not None and iso_day(published) is None:
        raise InputRefused(path, f"{published!r} is no day of publication; write it as 2020-10-18")
    fields, body = _parts(path, data, columns or {})
    if not body.text:
        raise InputRefused(path, "no text in it")
    fetched = _fetched(fields)
    urls = (*(fields[key] for key in _URL_KEYS if _WEB.fullmatch(fields.get(key, ""))), *body.urls)
    images = (*(fields[key] for key in _IMAGE_KEYS if key in fields), *body.images)
    dated = find_published(body.text, _evidence(fields, body, published, urls, images, fetched))
    url = next((item for item in urls if _WEB.fullmatch(item)), None)
    return Document(
        card=Card(
            id=sha256 or hashlib.sha256(data).hexdigest(),
            path=path,
            url=url,
            outlet=outlet or _outlet(fields, body, url, images),
            title=clean(fields.get("title", "")).replace("\n", " ") or body.title or _title_of(url),
            published=dated.day,
            published_basis=dated.basis,
            published_note=dated.note,
            fetched=fetched,
            format=body.format,
            reader=body.reader,
            size=len(data),
        ),
        text=body.text,
        original=data,
    )


def _parts(path: str, data: bytes, columns: Columns) -> tuple[dict[str, str], Body]:
    """What stands around an article, by lower-case names, and the article, by whichever reader its bytes need."""
    if looks_like_pdf(data):
        return {}, read_pdf(data, path)
    row = row_in(data)
    if row is not None and (columns or has_text_column(row, columns)):
        fields = fields_of(row, columns, path)
        body = _body(fields.pop("text"), path)
        return fields, replace(body, reader=reader_name(columns), format="row")
    page = unwrapped(data, path)
    if page is not None:
        body = read_html(_page_text(page, path), path)
        return {}, replace(body, urls=(*filter(None, (page.url,)), *body.urls))
    front = split_front_matter(decode(data, path), path)
    return front.fields, _body(front.body, path)


def _body(text: str, path: str) -> Body:
    if looks_like_html(text):
        return read_html(text, path)
    return read_text(text, markdown=PurePath(path).suffix.lower() in _MARKDOWN)


def _page_text(page: SavedPage, path: str) -> str:
    """A saved page's HTML in the charset of its wrapping, else as any page."""
    return decode(page.html, path, said=page.charset)


def _evidence(
    fields: dict[str, str],
    body: Body,
    given: str | None,
    urls: tuple[str, ...],
    images: tuple[str, ...],
    fetched: str | None,
) -> Evidence:
    front = tuple(
        (key, fields[key]) for key in _DATE_KEYS if key in fields and not _EPOCH.fullmatch(fields[key])
    )
    return Evidence(
        given=given, front_matter=front, meta=body.dates, urls=urls, images=images, fetched=fetched
    )


def _fetched(fields: dict[str, str]) -> str | None:
    """When a scraper took the page, in UTC. Seconds are a machine's clock, never a newsroom's date."""
    for key in _FETCHED_KEYS:
        value = fields.get(key, "")
        epoch = _EPOCH.fullmatch(value)
        if epoch:
            seconds = int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000
            return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if value and key not in _DATE_KEYS:
            return _utc(value)
    return None


def _utc(value: str) -> str | None:
    try:
        moment = datetime.fromisoformat(value.strip())
        if moment.tzinfo:
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):  # the last hours of 9999 in the west lie beyond any calendar
        return iso_day(value)
    return moment.date().isoformat()


def _outlet(fields: dict[str, str], body: Body, url: str | None, images: tuple[str, ...]) -> str | None:
    """Best first: the file's field, a known address, the page's name for itself, its words, host, picture."""
    said = next(
        (fields[key] for key in _OUTLET_KEYS if fields.get(key) and not _WEB.match(fields[key])), None
    )
    address = url or ""
    named = said or known_outlet(address) or body.outlet or outlet_in_words(body.text) or host(address)
    return named or next(filter(None, map(known_outlet, images)), None)


def _title_of(url: str | None) -> str | None:
    """A title from the words of an address: all that is left where the text has no headline."""
    path = re.sub(r"[?#].*", "", url or "").rstrip("/")
    slug = _SLUG_TAIL.sub(
        "", unquote(path.rpartition("/")[2]).lower().removesuffix(".html").removesuffix(".htm")
    )
    words = [word for word in re.split(r"[-_]+", slug) if word]
    if len(words) < 3:
        return None
    return " ".join(
        word if word in _SMALL_WORDS and number else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )
