"""Articles as they lie in folders: the real ones where they are at hand, and every kind that is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read.article import read_article
from truce_cli.text.clean import clean
from truce_cli.text.find import find_quote

SHARED = Path(__file__).parents[2] / "../shared"
ARTICLES = sorted((SHARED / "articles").glob("*.txt"))
real = pytest.mark.skipif(not ARTICLES, reason="the real articles are not at hand")

EXPECTED = {
    # title's beginning, outlet, published, basis, format
    "000": ("Armenia, Azerbaijan Accuse Each Other", "NPR", "2020-10-18", "image_path", "html"),
    "001": ("Azerbaijan, Armenia Trade Accusations", "NPR", "2020-10-14", "image_path", "html"),
    "002": ("Armenia, Azerbaijan accuse each other", "Press TV", "2020-10-10", "text", "text"),
    "003": ("U.S.-backed truce between Armenia", None, "2020-10-26", "dateline", "text"),
    "004": ("Armenia Azerbaijan Clash Over Karabakh as", "The Moscow Times", "2020-10-12", "url", "pdf_text"),
}


@real
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name[:3])
def test_real_articles(path: Path) -> None:
    data = path.read_bytes()
    document = read_article(str(path), data)
    card = document.card
    title, outlet, published, basis, kind = EXPECTED[path.name[:3]]
    assert (card.title or "").startswith(title)
    assert (card.outlet, card.published, card.published_basis, card.format) == (
        outlet,
        published,
        basis,
        kind,
    )
    assert (card.id, card.size, card.path) == (hashlib.sha256(data).hexdigest(), len(data), str(path))
    assert document.original == data
    assert document.text == clean(document.text)
    for furniture in ("Enlarge this image", "toggle caption", "http", "Related article", "Original url"):
        assert furniture not in document.text


@real
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name[:3])
def test_every_hand_made_quote_stands_in_its_text(path: Path) -> None:
    text = read_article(str(path), path.read_bytes()).text
    rows = (SHARED / "gold" / f"{path.stem}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = [row.get("quote") for row in map(json.loads, rows)]
    assert [quote for quote in quotes if quote and not find_quote(text, quote)] == []


@real
def test_scrape_times_are_no_publication() -> None:
    cards = [read_article(path.name, path.read_bytes()).card for path in ARTICLES[:2]]
    assert [card.fetched for card in cards] == ["2020-10-19T02:22:41Z", "2020-10-19T15:16:21Z"]


@real
def test_a_sentence_cut_by_links_and_the_bait_in_them() -> None:
    path = ARTICLES[4]
    document = read_article(path.name, path.read_bytes())
    assert "regional conflict with Turkey backing" in document.text
    assert "over Nagorno-Karabakh, a" in document.text
    assert document.card.url is not None
    assert document.card.url.endswith("-urges-halt-a71717")


def test_front_matter_says_what_it_knows() -> None:
    data = b"""---
title: Nine dead in Garsk
outlet: NorTel
url: https://nortel.example/2031/06/08/nine
date: 2031-06-07T22:00:00+02:00
fetched: 2031-06-09T10:00:00+02:00
---
Nine people were killed in Garsk on Saturday."""
    card = read_article("a.md", data).card
    assert (card.title, card.outlet, card.url) == (
        "Nine dead in Garsk",
        "NorTel",
        "https://nortel.example/2031/06/08/nine",
    )
    assert (card.published, card.published_basis, card.published_note) == (
        "2031-06-07",
        "front_matter",
        "date: 2031-06-07T22:00:00+02:00",
    )
    assert card.fetched == "2031-06-09T08:00:00Z"


def test_what_a_person_says_leads() -> None:
    data = b"Nine dead in Garsk\n\nPosted: June 7, 2031\n\nText."
    card = read_article("-", data, published="2031-06-08", outlet="The Ox").card
    assert (card.published, card.published_basis, card.outlet) == ("2031-06-08", "given", "The Ox")
    with pytest.raises(InputRefused, match="'June 8' is no day of publication; write it as 2020-10-18"):
        read_article("-", data, published="June 8")


def test_unknown_stays_unknown() -> None:
    card = read_article("a", b"Nine people were killed in Garsk, the ministry said.").card
    assert (card.title, card.outlet, card.url, card.published, card.published_basis, card.fetched) == (
        None,
    ) * 6


def test_outlets() -> None:
    for source, outlet in [
        ("Headline of a day\n\nText.\n\nURL: https://www.npr.org/x", "NPR"),
        ("Headline of a day\n\nText.\n\nURL: https://www.ox.example/x", "ox.example"),
        ("Headline of a day\n\nText.\n\nThe Ox’s website can also be accessed at:", "The Ox"),
        ("Headline of a day\n\nPublisher: The Ox\n\nText.", "The Ox"),
        ('<p>Text</p><img src="https://cdn.example/x.jpg">', None),
        ('<p>Text</p><img src="https://media.npr.org/x.jpg">', "NPR"),
        (
            '<link rel=canonical href="https://npr.org/x"><meta property="og:site_name" content="npr.org">x',
            "NPR",
        ),
    ]:
        assert read_article("a", source.encode()).card.outlet == outlet


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b"a\x00b", "binary file, not an article"),
        (b"---\ntitle: x\n---\n", "no text in it"),
        (b"<html><body><script>x</script></body></html>", "no text in it"),
        (b"\xc2\xad\xe2\x80\x8b", "no text in it"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_article("docs/a.txt", data)
    assert str(caught.value) == f"docs/a.txt: {message}"


@given(
    st.binary(max_size=200), st.sampled_from([b"", b"---\ndate: 99999999999\n---\n", b"<p>", b"---\na: b\n"])
)
def test_any_bytes_are_an_article_or_refused(data: bytes, head: bytes) -> None:
    try:
        document = read_article("a.txt", head + data)
    except InputRefused as error:
        assert "\n" not in str(error)
        return
    document.text.encode()
    assert document.text == clean(document.text) != ""


@pytest.mark.parametrize("said", ["9999-12-31T23:59-14:00", "0001-01-01T00:00+14:00"])
def test_a_moment_beyond_the_calendar_is_its_day(said: str) -> None:
    card = read_article("a.md", f"---\nfetched: {said}\n---\nNorvia said nothing.\n".encode()).card
    assert card.fetched in (said[:10], None)
