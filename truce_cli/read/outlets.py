"""Outlets by their addresses and by what they print of themselves. Small; unknown stays unknown."""

from __future__ import annotations

import re
from typing import Final

HOSTS: Final = {
    "aa.com.tr": "Anadolu Agency",
    "aljazeera.com": "Al Jazeera",
    "aljazeera.net": "Al Jazeera",
    "amnesty.org": "Amnesty International",
    "ap.org": "AP",
    "apnews.com": "AP",
    "armenpress.am": "Armenpress",
    "azatutyun.am": "Azatutyun",
    "azertag.az": "Azertac",
    "bbc.co.uk": "BBC",
    "bbc.com": "BBC",
    "bbci.co.uk": "BBC",
    "caucasuswatch.de": "Caucasus Watch",
    "cbc.ca": "CBC",
    "cnn.com": "CNN",
    "crisisgroup.org": "International Crisis Group",
    "dw.com": "DW",
    "eurasianet.org": "Eurasianet",
    "evnreport.com": "EVN Report",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "hrw.org": "Human Rights Watch",
    "interfax.com": "Interfax",
    "interfax.ru": "Interfax",
    "jam-news.net": "JAMnews",
    "mfa.am": "Armenian foreign ministry",
    "mfa.gov.az": "Azerbaijani foreign ministry",
    "news.am": "NEWS.am",
    "npr.org": "NPR",
    "nytimes.com": "The New York Times",
    "oc-media.org": "OC Media",
    "presstv.com": "Press TV",
    "presstv.ir": "Press TV",
    "reuters.com": "Reuters",
    "rferl.org": "RFE/RL",
    "ria.ru": "RIA Novosti",
    "rt.com": "RT",
    "sputniknews.com": "Sputnik",
    "tass.com": "TASS",
    "tass.ru": "TASS",
    "theguardian.com": "The Guardian",
    "guim.co.uk": "The Guardian",
    "themoscowtimes.com": "The Moscow Times",
    "trend.az": "Trend",
    "voanews.com": "VOA",
    "washingtonpost.com": "The Washington Post",
}
"""Registered names of hosts, without `www.` and other labels in front."""

_HOST: Final = re.compile(r"(?:https?:)?//(?:[^/@\s]*@)?([\w.-]+)", re.IGNORECASE)
_OWN_WEBSITE: Final = re.compile(r"^(.{2,40}?)['’]s website can (?:also )?be accessed\b", re.MULTILINE)
_OWN_LABEL: Final = re.compile(
    r"^[op](?:utlet|ublisher|ublication)\s*:\s*(\S.{1,58})$", re.MULTILINE | re.IGNORECASE
)
_LABEL_END: Final = re.compile(r":(?:(?<=[eEoO][tTrRnN]:)|(?<=[eEoO][tTrRnN]\s:)|(?<=[eEoO][tTrRnN]\s\s:))")
"""Where such a label may end: colons are found at once, whatever case the letters before them have."""


def host(url: str) -> str | None:
    """Host of an address in small letters, without `www.`; None where it has none."""
    found = _HOST.match(url)
    return found[1].lower().removeprefix("www.").strip(".") or None if found else None


def known_outlet(url: str) -> str | None:
    """The outlet that a host of the table belongs to, its picture and mobile hosts included."""
    labels = (host(url) or "").split(".")
    names = (".".join(labels[n:]) for n in range(len(labels)))
    return next((HOSTS[name] for name in names if name in HOSTS), None)


def outlet_in_words(text: str) -> str | None:
    """The outlet that a text names as its own. text: clean."""
    # A search line by line costs more than looking for the words that it needs.
    found = _OWN_WEBSITE.search(text) if "s website can" in text else None
    if found is None and _LABEL_END.search(text):
        found = _OWN_LABEL.search(text)
    return " ".join(found[1].split()) if found else None
