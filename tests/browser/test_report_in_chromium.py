"""The report in a real Chromium: drawn, quiet, readable, usable by keyboard, and without its script."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import WIDTHS, Browser

_MISSING = "selenium is not installed"
By = pytest.importorskip("selenium.webdriver.common.by", reason=_MISSING).By
Keys = pytest.importorskip("selenium.webdriver.common.keys", reason=_MISSING).Keys
ActionChains = pytest.importorskip("selenium.webdriver", reason=_MISSING).ActionChains

# What every piece of text is seen against, and the contrast of the two (WCAG 2.1, 1.4.3).
CONTRAST = """
const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const parse = (c) => { const n = c.match(/[\\d.]+/g).map(Number); return n.length === 3 ? [...n, 1] : n; };
const behind = (e) => {
  for (let at = e; at; at = at.parentElement) {
    const c = parse(getComputedStyle(at).backgroundColor);
    if (c[3] === 1) return c;
  }
  return [255, 255, 255, 1];
};
const low = [];
for (const e of document.querySelectorAll("body *")) {
  const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  if (!own || !e.checkVisibility() || e.closest("script, title, desc, .heard, .skip")) continue;
  const style = getComputedStyle(e);
  const ink = parse(e instanceof SVGElement ? style.fill : style.color);
  const [a, b] = [light(ink), light(behind(e))].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05) * parseFloat(style.opacity);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
  if (ratio < (large ? 3 : 4.5)) low.push(`${e.tagName} ${ratio.toFixed(2)} ${e.textContent.slice(0, 40)}`);
}
return low;
"""


def test_it_is_quiet_and_asks_for_nothing(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    assert browser.console() == []
    assert [url for url in browser.requests() if url != shipped.as_uri()] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_over_the_side(browser: Browser, shipped: Path, width: int) -> None:
    browser.open(shipped, width=width)
    assert browser.js("return document.documentElement.scrollWidth") <= width
    browser.js("for (const one of document.querySelectorAll('details')) one.open = true")
    assert browser.js("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(browser: Browser, shipped: Path, scheme: str) -> None:
    browser.open(shipped, scheme=scheme)
    dark = browser.js("return getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"
    assert dark == (scheme == "dark")
    browser.js("for (const one of document.querySelectorAll('details')) one.open = true")
    assert browser.js(CONTRAST) == []


def test_charts_and_map_are_drawn(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    sizes = browser.js(
        "return [...document.querySelectorAll('svg.plot, svg.strip, .map svg')].map((s) => {"
        "const b = s.getBoundingClientRect();"
        "return [b.width, b.height, s.querySelectorAll('.dot, .deed, .site').length]})"
    )
    assert len(sizes) == 8
    assert all(width > 200 and height > 60 and drawn for width, height, drawn in sizes)
    line = browser.js("return document.querySelector('svg.plot path.step').getTotalLength()")
    assert line > 50
    assert (
        browser.js("return getComputedStyle(document.querySelector('svg.plot path.step')).stroke") != "none"
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_the_map_do_not_collide(browser: Browser, shipped: Path, width: int) -> None:
    browser.open(shipped, width=width)
    names = (
        "[...document.querySelectorAll('.map svg g > text')].filter((t) => t.getBoundingClientRect().width)"
    )
    assert browser.js(f"return {names}.length") > 8
    hits = browser.js(
        f"const b = {names}.map((t) => t.getBBox());"
        "return b.flatMap((p, i) => b.slice(i + 1).filter((q) => p.x < q.x + q.width && q.x < p.x + p.width"
        " && p.y + 2 < q.y + q.height - 2 && q.y + 2 < p.y + p.height - 2)).length"
    )
    assert hits == 0


def test_a_number_opens_by_keyboard(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    body = browser.driver.find_element(By.TAG_NAME, "body")
    seen = []
    for _ in range(30):
        body.send_keys(Keys.TAB)
        active = browser.driver.switch_to.active_element
        seen.append(active.tag_name)
        if active.tag_name == "summary":
            break
    assert seen[0] == "a", "the way past the contents comes first"
    assert "974" in active.text
    outline = browser.js("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "focus can be seen"
    active.send_keys(Keys.ENTER)
    body_of = browser.driver.find_element(By.CSS_SELECTOR, "#tally\\/armenian\\/military\\/killed .why")
    assert body_of.is_displayed() and "974" in body_of.text and "latest" in body_of.text
    active.send_keys(Keys.SPACE)
    assert not body_of.is_displayed()


def test_the_words_show_on_hover_and_on_focus(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    entry = browser.driver.find_element(By.CSS_SELECTOR, ".entry.violation")
    words = entry.find_element(By.CSS_SELECTOR, "[role=tooltip]")
    assert not words.is_displayed()
    summary = entry.find_element(By.TAG_NAME, "summary")
    browser.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", summary)
    ActionChains(browser.driver).move_to_element(summary).perform()
    assert words.is_displayed() and words.text.startswith("“")
    ActionChains(browser.driver).move_by_offset(0, 300).perform()
    browser.open(shipped)
    entry = browser.driver.find_element(By.CSS_SELECTOR, ".entry.violation")
    words = entry.find_element(By.CSS_SELECTOR, "[role=tooltip]")
    # focus by keyboard: from the element before it
    browser.js(
        "const all = [...document.querySelectorAll('a, summary')]"
        ".filter((e) => e.tabIndex >= 0 && e.checkVisibility());"
        "const me = arguments[0];"
        "all[all.indexOf(me) - 1].focus()",
        entry.find_element(By.TAG_NAME, "summary"),
    )
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert words.is_displayed()


def test_a_link_opens_what_it_leads_to(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    name = browser.js("return document.querySelector('.why li[id]').id")
    browser.js("location.hash = arguments[0]", name)
    target = browser.driver.find_element(By.ID, name)
    browser.js("return new Promise((done) => setTimeout(done, 50))")
    assert target.is_displayed()


def test_all_reasons_open_and_close_at_once(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    button = browser.driver.find_element(By.CSS_SELECTOR, ".tools button")
    button.click()
    assert browser.js("return [...document.querySelectorAll('main details')].every((d) => d.open)")
    assert button.text == "Close all reasons"
    button.click()
    assert not browser.js("return [...document.querySelectorAll('main details')].some((d) => d.open)")


def test_it_works_without_its_script(browser: Browser, shipped: Path) -> None:
    browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(shipped)
        assert not browser.driver.find_elements(By.CSS_SELECTOR, ".tools")
        summary = browser.driver.find_element(
            By.CSS_SELECTOR, "#tally\\/armenian\\/military\\/killed > summary"
        )
        summary.click()
        assert browser.driver.find_element(
            By.CSS_SELECTOR, "#tally\\/armenian\\/military\\/killed .why"
        ).is_displayed()
        assert browser.driver.find_element(By.CSS_SELECTOR, "svg.plot").is_displayed()
    finally:
        browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def test_on_paper_the_words_stand_with_their_accusations(browser: Browser, shipped: Path) -> None:
    browser.open(shipped, media="print")
    shown = "return getComputedStyle(document.querySelector(arguments[0])).display"
    assert browser.js(shown, ".entry [role=tooltip]") == "block"
    assert browser.js(shown, "nav") == "none" and browser.js(shown, ".tools") == "none"
    assert browser.js("return getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    browser.open(shipped)


def test_those_who_hear_it_get_names_order_and_tables(browser: Browser, shipped: Path) -> None:
    browser.open(shipped)
    nodes = browser.cdp("Accessibility.getFullAXTree")["nodes"]
    roles = [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n.get("ignored")]
    images = [name for role, name in roles if role == "image"]
    assert len(images) == 9 and all(images)
    assert {name for role, name in roles if role == "region"} >= {
        "The toll, by side",
        "Truce by truce",
        "Where",
    }
    assert [name for role, name in roles if role == "navigation"] == ["Contents"]
    assert not [name for role, name in roles if role in ("link", "button") and not name]
    drawings = browser.js("return document.querySelectorAll('figure').length")
    tables = browser.js("return document.querySelectorAll('table').length")
    assert tables == drawings == 5
