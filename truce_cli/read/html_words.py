"""What a page carries beside its article: tags, class words, standing phrases. Data, no control flow."""

from __future__ import annotations

import re
from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text, for tables that are easier to read as lines."""
    return frozenset(text.split())


DROPPED: Final = (
    # code, drawings and embedded players: no text of the article
    "script, style, noscript, template, svg, math, iframe, object, embed, audio, video, canvas, "
    # controls, and what belongs to the site rather than to the article
    "nav, menu, dialog, button, input, select, textarea, label, aside, footer, "
    # what the browser does not show either
    "[hidden], div[aria-hidden=true], section[aria-hidden=true], ul[aria-hidden=true], "
    "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog], "
    "[role=complementary]"
)

DROPPED_WORDS: Final = words(
    # advertising
    "ad ads advert adverts advertisement advertising adslot adsense sponsor sponsored "
    "promo promos outbrain taboola "
    # consent
    "cookie cookies consent gdpr ccpa cmp "
    # sharing and following
    "share sharing sharebar sharetools social socials addtoany "
    # other articles
    "related recommended recommendations trending popular mostread "
    # the site
    "nav navbar navigation breadcrumb breadcrumbs menu sidebar masthead topbar toolbar pagination pager "
    "newsletter subscribe subscription paywall signup login comments commentlist disqus "
    # layers above the page
    "popup modal overlay lightbox tooltip "
    # picture controls
    "enlargelink"
)
"""An element goes when a word of its class or id is one of these."""

DROPPED_NAMES: Final = words(
    "toggle-caption hide-caption sr-only visually-hidden screen-reader-text most-read read-more "
    "read-next see-also "
    "also-read more-stories more-news more-from up-next site-header site-footer page-footer author-bio "
    "follow-us back-to-top skip-link skip-to-content tag-list post-tags"
)
"""An element goes when one of its classes, or its id, is exactly one of these."""

HEADINGS: Final = "h1, h2, h3, h4, h5, h6"
INNER_BLOCKS: Final = "p, div, table, ul, ol, h1, h2, h3, h4, h5, h6, article, section, blockquote, br, pre"
BLOCKS: Final = (
    "address, article, blockquote, body, caption, center, dd, details, div, dl, dt, fieldset, "
    "figcaption, figure, "
    f"footer, form, {HEADINGS}, header, hgroup, hr, legend, li, main, ol, option, p, section, summary, "
    "table, tbody, tfoot, thead, tr, ul"
)

BOILERPLATE: Final = re.compile(
    r"(enlarge this image|toggle caption|hide caption|advertisement|sponsored( content)?|"
    r"loading ?(\.\.\.|…)?|"
    r"story continues below( advertisement)?|article continues (below|after).{0,30}|"
    r"continue reading( below)?|"
    r"share( this)?( article| story)?|tweet|email|e-mail|print|copy link|listen|save|whatsapp|"
    r"facebook|twitter|"
    r"(read|see|watch) (more|also|next)|related( (articles?|stories|topics|news))?|recommended( for you)?|"
    r"sign up( for .{0,60})?|subscribe( .{0,60})?|skip to (main )?content|view comments|comments|"
    r"(related( articles?| stories)?|"
    r"read( also| more| next)?|see also|also read|more on this story) ?: ?.{5,200})",
    re.IGNORECASE,
)
"""A paragraph that is this and nothing else says nothing about the world."""
