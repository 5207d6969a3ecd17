"""What a page says of itself: title, outlet, dates, addresses. Knows meta tags and JSON-LD, trusts none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from truce_cli.model.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    Named = Mapping[str, Sequence[LexborNode]]

HEAD_TAGS: Final = ("h1", "link", "meta", "script", "time", "title")
"""Tags of the elements by which a page tells about itself."""

_DATES: Final = (
    "article:published_time",
    "og:article:published_time",
    "article.published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
"""Names of meta tags that carry the day of publication, best first."""

_OUTLETS: Final = ("og:site_name", "application-name", "publisher", "dc.publisher")
_ARTICLE_TYPES: Final = ("article", "posting", "report")
_MAX_LD: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    title: str | None
    outlet: str | None
    dates: tuple[tuple[str, str], ...]
    urls: tuple[str, ...]
    images: tuple[str, ...]


def read_head(named: Named) -> Head:
    """What the page says about itself. named: its elements of the HEAD_TAGS, before anything is taken out."""
    meta = _metas(named["meta"])
    articles = tuple(_linked_data(named["script"]))
    dates: list[tuple[str, str]] = [(name, meta[name]) for name in _DATES if name in meta]
    dates += [("datePublished", str(item["datePublished"])) for item in articles if item.get("datePublished")]
    dates += [("time", value) for value in _times(named["time"], named["h1"])]
    urls = (_canonical(named["link"]), meta.get("og:url"))
    outlet = next((meta[name] for name in _OUTLETS if name in meta), None)
    return Head(
        title=meta.get("og:title")
        or _first_text(articles, "headline")
        or _page_title(named["title"], outlet),
        outlet=outlet or _publisher(articles),
        dates=tuple(dates),
        urls=tuple(url for url in urls if url),
        images=tuple(meta[name] for name in ("og:image", "twitter:image") if name in meta),
    )


def _metas(metas: Sequence[LexborNode]) -> dict[str, str]:
    """Meta tags, wherever they stand; the first of a name counts."""
    found: dict[str, str] = {}
    for node in metas:
        attributes = node.attributes
        if "content" not in attributes:
            continue
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = " ".join((attributes.get("content") or "").split())
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _canonical(links: Sequence[LexborNode]) -> str | None:
    said = (node.attributes for node in links)
    return next((each.get("href") for each in said if (each.get("rel") or "").lower() == "canonical"), None)


def _times(times: Sequence[LexborNode], headlines: Sequence[LexborNode]) -> tuple[str, ...]:
    """The <time> that is marked as the publication's, else the first one near the headline.

    Any other may belong to a link, a comment or an entry of a live page.
    """
    dated = [said for node in times if "datetime" in (said := node.attributes)]
    if not dated:
        return ()
    for said in dated:
        if "pubdate" in said or said.get("itemprop") == "datePublished":
            return (said["datetime"] or "",)
    holder = headlines[0] if headlines else None
    node = None
    while node is None and holder is not None and holder.tag not in ("article", "main", "body", "html"):
        holder = holder.parent
        node = holder.css_first("time[datetime]") if holder is not None and holder.tag != "body" else None
    return (str(node.attributes.get("datetime") or ""),) if node is not None else ()


def _linked_data(scripts: Sequence[LexborNode]) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD objects that describe an article; what cannot be read says nothing."""
    for node in scripts:
        if (node.attributes.get("type") or "").lower() != "application/ld+json":
            continue
        source = node.text()
        if len(source) > _MAX_LD:
            continue
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        graphs = (item.get("@graph") for item in items if isinstance(item, dict))
        items = items + [entry for graph in graphs if isinstance(graph, list) for entry in graph]
        for item in items:
            if isinstance(item, dict) and any(
                word in str(item.get("@type")).lower() for word in _ARTICLE_TYPES
            ):
                yield item


def _first_text(items: tuple[dict[str, Any], ...], key: str) -> str | None:
    return next(
        (" ".join(item[key].split()) for item in items if isinstance(item.get(key), str) and item[key]), None
    )


def _publisher(items: tuple[dict[str, Any], ...]) -> str | None:
    for item in items:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())
    return None


def _page_title(titles: Sequence[LexborNode], outlet: str | None) -> str | None:
    """The <title>, without the outlet's name behind a bar or dash."""
    title = " ".join(titles[0].text().split()) if titles else ""
    for bar in (" | ", " - ", " — ", " – ", " :: "):
        head, _, tail = title.rpartition(bar)
        if head and (tail == outlet or bar == " | "):
            return head
    return title or None
