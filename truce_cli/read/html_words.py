"""What a page carries beside its article: tags, class words, standing phrases. Data, no control flow."""

from __future__ import annotations

import re
from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text, for tables that are easier to read as lines."""
    return frozenset(text.split())


CODE: Final = words("script style noscript template")
"""What is never text."""

DROPPED: Final = words(
    # drawings and embedded players: no text of the article
    "svg math iframe object embed audio video canvas "
    # controls, and what belongs to the site rather than to the article
    "nav menu dialog button input select textarea label aside footer"
)
DROPPED_ROLES: Final = words("navigation banner contentinfo search dialog alertdialog complementary")
HIDDEN_FROM_READERS: Final = words("div section ul")
"""Tags that go where they are aria-hidden."""

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
BLOCKS: Final = words(
    "h1 h2 h3 h4 h5 h6 address article blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form header hgroup hr legend li main ol option p section summary "
    "table tbody tfoot thead tr ul"
)

_STANDING: Final = (
    "enlarge this image",
    "toggle caption",
    "hide caption",
    "advertisement",
    "sponsored( content)?",
    r"loading ?(\.\.\.|…)?",
    "story continues below( advertisement)?",
    "article continues (below|after).{0,30}",
    "continue reading( below)?",
    "share( this)?( article| story)?",
    "tweet|email|e-mail|print|copy link|listen|save|whatsapp|facebook|twitter",
    "read (more|also|next)",
    "see (more|also|next)",
    "watch (more|also|next)",
    "related( (articles?|stories|topics|news))?",
    "recommended( for you)?",
    "sign up( for .{0,60})?",
    "subscribe( .{0,60})?",
    "skip to (main )?content",
    "view comments|comments",
    "related( articles?| stories)? ?: ?.{5,200}",
    "read( also| more| next)? ?: ?.{5,200}",
    "see also ?: ?.{5,200}|also read ?: ?.{5,200}|more on this story ?: ?.{5,200}",
)
"""Patterns of phrases that say nothing about the world. Each begins with three letters, or so do its alternatives."""
_BOILERPLATE: Final = re.compile("|".join(_STANDING), re.IGNORECASE)
_LETTERS: Final = 3
_BEGINNINGS: Final = frozenset(
    part[:_LETTERS] for phrase in _STANDING for part in re.sub(r"\([^()]*\)", "", phrase).split("|")
)


def is_boilerplate(text: str) -> bool:
    """True for a paragraph that is a standing phrase and nothing else."""
    return text[:_LETTERS].casefold() in _BEGINNINGS and _BOILERPLATE.fullmatch(text) is not None
