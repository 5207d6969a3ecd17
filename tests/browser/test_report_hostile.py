"""Hostile text in every field of a report, in a real Chromium: no script runs, nothing is asked for, no link but
to the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from chromium import Browser
from counting import Cases, torture
from payloads import PAYLOADS

from truce_cli.model.record import fields, replace
from truce_cli.render.report.page import page

NAMES = frozenset(
    "title name text note quote claimant accuser accused place outlet url archive_url path subgroup label relayed_by "
    "brokers denied_by unclocked aliases published_basis version timezone value_text unit other_conflict key voice "
    "ledger_sha256 left_out grade basis rule".split()
)
"""Fields that outsiders write, or that come near their words."""
TOGETHER = 5
LOOK = """
const foreign = new Set(("iframe img image object embed base link form input textarea video audio source "
  + "foreignobject animate math marquee template use").split(" "));
const web = /^(#|https?:\\/\\/)/i;
const bad = [];
for (const e of document.querySelectorAll("*")) {
  const name = e.localName;
  if (foreign.has(name)) bad.push(name);
  for (const a of e.attributes) {
    if (/^on|^style$|^srcdoc$|^formaction$/.test(a.name)) bad.push(`${name} ${a.name}`);
    if (/href|src|action|data$/.test(a.name) && !web.test(a.value)) bad.push(`${name} ${a.value}`);
  }
}
return {bad, ran: window.ran === undefined ? null : window.ran, scripts: document.scripts.length,
        styles: document.querySelectorAll("style").length, text: document.body.innerText.length,
        shown: getComputedStyle(document.body).display};
"""


def poisoned(value: Any, payload: str, everything: bool, name: str = "") -> Any:
    """A record with the payload in each of its texts, as deep as they go."""
    if isinstance(value, str):
        if name in ("url", "archive_url"):
            return payload
        return f"{payload}{value}{payload}" if name in NAMES or everything else value
    if isinstance(value, Mapping):
        return {key: poisoned(item, payload, everything, name) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(poisoned(item, payload, everything, name) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        changes = {
            f.name: poisoned(getattr(value, f.name), payload, everything, f.name) for f in fields(value)
        }
        return replace(value, **changes)
    if value is None and name in NAMES - {"denied_by", "relayed_by"}:
        return payload
    return value


def checked(browser: Browser, path: Path, payload: str, everything: bool) -> None:
    from river_report import report

    path.write_text("".join(page(poisoned(report(), payload, everything))), encoding="utf-8")
    browser.open(path)
    found = browser.js(LOOK)
    assert found["bad"] == [] and found["ran"] is None, payload
    assert (found["scripts"], found["styles"], found["shown"]) == (2, 1, "block"), payload
    assert found["text"] > 1_000
    assert browser.console() == [], payload
    assert [url for url in browser.requests() if url != path.as_uri()] == [], payload
    assert browser.driver.current_url == path.as_uri()


def test_two_hundred_hostile_texts_in_every_field(
    browser: Browser, tmp_path: Path, cases: Callable[[str], Cases]
) -> None:
    assert len(PAYLOADS) >= 200
    together = 1 if torture() else TOGETHER

    def check(number: int) -> None:
        some = PAYLOADS[number * together : (number + 1) * together]
        if some:
            checked(browser, tmp_path / "page.html", " ".join(some), everything=number % 2 == 1)

    cases("pages of a report with hostile text in every field (Chromium)").each(check)
    if torture():
        return
    # an address is one word: each alone, all on one page
    from river_report import report

    plain = report()
    (card,) = plain.cards.values()
    cards = {
        f"{i}": replace(card, id=f"{i:064d}", url=text, archive_url=text) for i, text in enumerate(PAYLOADS)
    }
    path = tmp_path / "addresses.html"
    path.write_text("".join(page(replace(plain, cards={**plain.cards, **cards}))), encoding="utf-8")
    browser.open(path)
    found = browser.js(LOOK)
    assert found["bad"] == [] and found["ran"] is None and browser.console() == []


def test_a_hostile_article_through_the_whole_program(browser: Browser, tmp_path: Path) -> None:
    from truce_runner import truce

    attack = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
    escaped = attack.replace("<", "&lt;")
    (tmp_path / "a.html").write_text(
        f"<html><head><title>{escaped}</title><meta property='og:site_name' content=\"{escaped}\">"
        f"<link rel=canonical href='javascript:window.ran=1'></head><body><h1>{escaped}</h1>"
        f"<p>STEPANAKERT, October 18, 2020. The Nagorno-Karabakh defence ministry {escaped} said on Sunday that "
        "710 soldiers had been killed since September 27.</p></body></html>"
    )
    assert (
        truce("--db", "t.db", "ingest", "a.html", "--conflict", "nagorno-karabakh-2020", cwd=tmp_path).code
        == 0
    )
    assert truce("--db", "t.db", "report", "r.html", "--title", f"</title>{attack}", cwd=tmp_path).code == 0
    browser.open(tmp_path / "r.html")
    found = browser.js(LOOK)
    assert found["bad"] == [] and found["ran"] is None and found["scripts"] == 2
    assert browser.console() == []
    assert browser.js("return document.title") == f"</title>{attack}"
    assert browser.js("return document.querySelector('h1').textContent") == f"</title>{attack}"
