"""Web pages around the synthetic articles: menus, scripts, advertisements, related links, comments, a footer.

Three layouts in turn: a newsroom's page with <article> and linked data, a blog's, and an old one of nested <div>s.
About 25 kB a page, of which 4 kB are the article's.
"""

from __future__ import annotations

import html
import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

_SECTIONS: Final = (
    "World Politics Business Sport Culture Science Opinion Weather Travel Food Health Video".split()
)
_TEASERS: Final = (
    "What to know before you visit the coast this summer",
    "Five recipes that need one pot and no patience",
    "The market that opens before the birds do",
    "Why the ferry was late, and who pays for it",
    "A walk along the old railway, with pictures",
    "How a village saved its only shop",
)
_COMMENTS: Final = (
    "I was there and it was nothing like that.",
    "Thank you for this.",
    "Who checks these figures?",
)


def pages(articles: Iterable[str], seed: int = 1) -> Iterator[str]:
    """A page for each article, in order."""
    for index, article in enumerate(articles):
        rng = random.Random(f"pages {seed} {index}")
        title, *paragraphs = (html.escape(part) for part in article.strip().split("\n\n"))
        day = date(2020, 10, 1) + timedelta(days=rng.randrange(30))
        layout = (_newsroom, _blog, _nested)[index % 3]
        yield layout(
            rng, title, paragraphs, day, f"https://news{index % 7}.example.com/{day:%Y/%m}/story-{index}.html"
        )


def _newsroom(rng: random.Random, title: str, paragraphs: list[str], day: date, url: str) -> str:
    said = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": html.unescape(title),
            "datePublished": f"{day}T09:{rng.randrange(10, 59)}:00Z",
            "publisher": {"@type": "Organization", "name": "The Harbour Post"},
        }
    )
    body = "\n".join(f'<p class="story__text">{_linked(rng, one)}</p>' for one in paragraphs[:3])
    rest = "\n".join(f'<p class="story__text">{_linked(rng, one)}</p>' for one in paragraphs[3:])
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Harbour Post</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="{day}T09:00:00Z"><link rel="canonical" href="{url}">
<script type="application/ld+json">{said}</script>
{_machinery(rng)}
</head><body>
<header class="site-header"><nav class="main-nav">{_menu("main-nav__item")}</nav>{_menu("sub-nav__item")}</header>
<main><article class="story"><h1 class="story__title">{title}</h1>
<div class="byline"><span class="author">By a staff reporter</span> <time datetime="{day}T09:00:00Z">{day}</time></div>
<figure class="story__image"><img src="/img/{day:%Y/%m}/{rng.randrange(9999)}.jpg" alt=""><figcaption>A street
in the morning. Photo: Harbour Post</figcaption></figure>
{body}
{_advert(rng)}
{rest}
<div class="related"><h2>Related</h2>{_teasers(rng, 6)}</div>
</article></main>
<aside class="sidebar">{_teasers(rng, 10)}{_advert(rng)}</aside>
{_comments(rng, 12)}{_footer()}
</body></html>
"""


def _blog(rng: random.Random, title: str, paragraphs: list[str], day: date, url: str) -> str:
    body = "\n".join(f"<p>{_linked(rng, one)}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title} - Notes from the Border</title>
<link rel="canonical" href="{url}">
{_machinery(rng)}
</head><body class="post-template single single-post">
<div id="page" class="site"><div class="site-header"><div class="menu">{_menu("menu-item")}</div></div>
<div class="entry"><h1 class="entry-title">{title}</h1>
<div class="post-meta">Posted on <time class="entry-date published" datetime="{day}T10:00:00+00:00">{day:%B %d, %Y}
</time></div>
<div class="entry-content">
{body}
<div class="sharedaddy"><ul><li><a href="#">Share</a></li><li><a href="#">Print</a></li></ul></div>
</div>
<div class="tag-list">Tags: <a href="/t/1">news</a>, <a href="/t/2">notes</a></div></div>
<div id="secondary" class="widget-area">{_teasers(rng, 14)}{_advert(rng)}</div>
{_comments(rng, 20)}{_footer()}</div>
</body></html>
"""


def _nested(rng: random.Random, title: str, paragraphs: list[str], day: date, url: str) -> str:
    body = "\n".join(f'<div class="para"><span>{_linked(rng, one)}</span></div>' for one in paragraphs)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>
<meta property="og:url" content="{url}">
{_machinery(rng)}
</head><body>
<table width="980"><tr><td class="nav">{_menu("left")}</td><td>
<div class="wrap"><div class="inner"><div class="col">
<h1>{title}</h1><div class="date">{day:%d %B %Y}, 12:40</div>
{body}
{_advert(rng)}
</div></div></div>
</td><td class="right-column"><div class="sidebar">{_teasers(rng, 16)}</div></td></tr></table>
{_footer()}
</body></html>
"""


def _linked(rng: random.Random, paragraph: str) -> str:
    """The paragraph, now and then with a link, a bold word or a line break within."""
    words = paragraph.split(" ")
    place = rng.randrange(len(words))
    words[place] = rng.choice(("{}", "{}", '<a href="/topic/{}">{}</a>', "<b>{}</b>")).replace(
        "{}", words[place]
    )
    return " ".join(words)


def _machinery(rng: random.Random) -> str:
    """Styles and scripts, as many as pages carry."""
    rules = "\n".join(
        f".c{rng.randrange(9999)}-box > .inner {{ margin: {n}px; color: #{rng.randrange(0x1000000):06x} }}"
        for n in range(60)
    )
    calls = "\n".join(
        f'window.queue.push({{"slot": "unit-{rng.randrange(99999)}", "sizes": [[300, 250], [728, {n}]]}});'
        for n in range(60)
    )
    return f"<style>{rules}</style>\n<script>window.queue = [];\n{calls}</script>"


def _menu(name: str) -> str:
    items = "".join(f'<li class="{name}"><a href="/{one.lower()}">{one}</a></li>' for one in _SECTIONS * 2)
    return f"<ul>{items}</ul>"


def _advert(rng: random.Random) -> str:
    return (
        f'<div class="ad ad-slot" id="ad-{rng.randrange(99999)}"><p>Advertisement</p>'
        '<a href="https://shop.example.com/"><img src="/ads/banner.png" alt=""></a></div>'
    )


def _teasers(rng: random.Random, n: int) -> str:
    cards = "".join(
        f'<li class="card"><a href="/story/{rng.randrange(99999)}"><img src="/t/{rng.randrange(999)}.jpg" alt="">'
        f'<h3 class="card__title">{rng.choice(_TEASERS)}</h3><p class="card__text">{rng.choice(_TEASERS)}.</p></a></li>'
        for _ in range(n)
    )
    return f'<ul class="cards">{cards}</ul>'


def _comments(rng: random.Random, n: int) -> str:
    said = "".join(
        f'<li class="comment" id="comment-{rng.randrange(99999)}"><div class="comment-body">'
        f"<b>reader{rng.randrange(99)}</b><p>{rng.choice(_COMMENTS)}</p></div></li>"
        for _ in range(n)
    )
    return f'<div id="comments" class="comments-area"><h2>{n} comments</h2><ol class="comment-list">{said}</ol></div>'


def _footer() -> str:
    return f'<footer class="site-footer">{_menu("footer__item")}<p>© The publisher. All rights reserved.</p></footer>'
