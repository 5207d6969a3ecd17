"""Saved pages of different layouts, each beside the text that it must give, paragraph for paragraph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read import html_words
from truce_cli.read.article import read_article
from truce_cli.read.html import looks_like_html, read_html
from truce_cli.read.html_words import is_boilerplate

PAGES = Path(__file__).parent / "pages"
KNOWN = {
    # page: title, outlet, published, basis
    "blog": ("A week in Askerby", None, "2031-06-20", "meta"),
    "breaks": ("В Торвике сообщили о потерях", None, "2031-06-12", "dateline"),
    "live": ("Kestra live: truce holds for an hour", "NorTel", "2031-06-14", "meta"),
    "release": ("Statement by the Ministry", None, "2031-06-05", "dateline"),
    "spans": ("Halden: 4 killed at checkpoint", None, "2031-06-03", "meta"),
    "table": ("Losses by side", None, "2031-07-02", "meta"),
    "wire": ("Shelling kills nine in Garsk, ministry says", "Meridian Wire", "2031-06-07", "meta"),
}


def test_every_page_is_tested() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(KNOWN)


@pytest.mark.parametrize("name", KNOWN)
def test_pages(name: str) -> None:
    document = read_article(f"{name}.html", (PAGES / f"{name}.html").read_bytes())
    assert document.text == (PAGES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    card = document.card
    assert (card.title, card.outlet, card.published, card.published_basis) == KNOWN[name]
    assert card.format == "html"


def text_of(source: str) -> str:
    return read_html(source, "a.html").text


CASES = [
    ("<p>said <a href=x>Kest</a>, and<br>then <b>left</b></p>", "said Kest, and then left"),
    ("<p>Kara<b>bakh</b></p>", "Karabakh"),
    ("<p>one</p>two<div>three</div>", "one\n\ntwo\n\nthree"),
    ("<p>Killed: 12<br>Injured: 40</p>", "Killed: 12\n\nInjured: 40"),
    ("<p>a<br><br>b</p>", "a\n\nb"),
    ("<h1>Long<br>Headline</h1><p>x</p>", "Long Headline\n\nx"),
    ("<p>500<sup>2</sup> dead, the 20<sup>th</sup></p>", "500 dead, the 20th"),
    ("<p>5 &lt; 6 &amp;amp; 7&nbsp;8</p>", "5 < 6 &amp; 7 8"),
    ("<p>twice</p><p>twice</p><p>Advertisement</p>", "twice"),
    ("<blockquote><p>We hold.</p><footer>— Lena Torsk</footer></blockquote>", "We hold.\n\n— Lena Torsk"),
    ("<p>a</p><script>killed = 12</script><!-- 12 killed --><style>p{}</style>", "a"),
    ("<table><tr><td>Killed</td><td>1,204<br>(claimed)</td></tr></table>", "Killed | 1,204 (claimed)"),
    ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"),
    ("<p>a\x1db\x1ec\x1fd</p>", "a b c d"),
    ("<h1>T</h1><nav><noscript><h1>Menu</h1></noscript><p>Home</p></nav><p>a</p>", "T\n\na"),
    ("<div role=search hidden>b</div><ul aria-hidden=true><li>c</li></ul><p aria-hidden=true>d</p>", "d"),
    ("<aside><div class=share><p>b</p></div><p>c</p></aside><p>the article itself</p>", "the article itself"),
    ("<p>a\u200b</p><p>\u00a0b\u00a0 c\n\td\u00ade</p>", "a\n\nb c de"),
    ("<div class='related'><h1>All of it</h1><p>is here</p></div>", "All of it\n\nis here"),
    ("<article class='share'><p>Text</p></article>", "Text"),
    ("<ul><li><a href=x>Other story</a></li><li><a href=y>Another</a></li></ul><p>Text</p>", "Text"),
    ("<p>Unclosed <b>tags <i>everywhere<p>here", "Unclosed tags everywhere\n\nhere"),
    ("", ""),
    ("<", "<"),
    ("<html><frameset></frameset></html>", ""),
]


@pytest.mark.parametrize(("source", "text"), CASES)
def test_small_pages(source: str, text: str) -> None:
    assert text_of(source) == text


def test_a_headline_outside_the_article_comes_first() -> None:
    source = f"<header><h1>Nine dead</h1></header><main><article><p>{'Text. ' * 50}</p></article></main>"
    assert text_of(source).startswith("Nine dead\n\nText.")


def test_the_sites_own_name_is_no_headline() -> None:
    source = '<meta property="og:site_name" content="NorTel"><h1>NorTel</h1><h1>Nine dead</h1><p>x</p>'
    assert read_html(source, "a").title == "Nine dead"


def test_json_ld_of_any_shape_is_survived() -> None:
    for data in (
        "{",
        "[" * 10_000,
        "null",
        "[1]",
        '{"@type": 5}',
        '{"@graph": {"a": 1}}',
        '{"@type":"Article","publisher":[]}',
    ):
        assert text_of(f'<script type="application/ld+json">{data}</script><p>x</p>') == "x"
    data = '{"@graph":[{"@type":["NewsArticle"],"datePublished":"2031-06-07"}]}'
    source = f'<script type="application/ld+json">{data}</script><p>x</p>'
    assert read_html(source, "a").dates == (("datePublished", "2031-06-07"),)


@pytest.mark.parametrize("tag", ["div", "b", "span", "table", "blockquote", "a", "font"])
def test_deep_nesting_is_read_or_refused(tag: str) -> None:
    assert text_of(f"<{tag}>" * 2000 + "deep").endswith("deep")
    with pytest.raises(InputRefused, match="nests more than"):
        text_of(f"<{tag}>" * 20_000 + "too deep")


def test_pages_made_to_stall_are_read_at_once() -> None:
    assert not looks_like_html("<!---->" * 5000 + "x")
    assert text_of("<table><tr><td>x" * 2000).count("x") == 1
    assert text_of("<article><p>x</p>" * 2000) == "x"
    assert text_of("<ul><li><a>x</a><li><a>y</a>" * 2000 + "</ul>" * 2000 + "<p>z") == "z"


def test_many_unclosed_paragraphs_are_no_nesting() -> None:
    assert text_of("<p>x<p>y" * 9_000).count("\n\n") == 17_999


def test_what_looks_like_html() -> None:
    for source in (
        "<p>x",
        " \n<!-- a --><div>",
        "<!DOCTYPE html>",
        "text<br>a<br>b<br>",
        "<?xml version='1.0'?><html>",
    ):
        assert looks_like_html(source), source
    for source in ("<500 were killed", "a < b > c", "text with one <br> in it", "", "<unknown>x"):
        assert not looks_like_html(source), source


TAGS = st.sampled_from(
    "<p> </p> <div\tclass=ad> </div> <br> <table> <tr> <td> </table> <h1> <a\thref=x> <header> <sup>2 <pre> "
    "<ul> <li> x &lt; <article> <script> </script> <body> <frameset> <svg> <template> <select> <option> "
    "<!-- -->".split(" ")
)


def test_a_page_that_no_article_is_is_refused() -> None:
    with pytest.raises(InputRefused, match="a page larger than 20 MB, not an article"):
        read_html(f"<p>12 were killed{' ' * 20_000_000}</p>", "a.html")
    with pytest.raises(InputRefused, match="a page of more than 2,000,000 tags, not an article"):
        read_html("<p>12 were killed" + "<br>" * 2_000_001, "a.html")


def test_an_element_of_too_many_attributes_is_refused() -> None:
    many = " ".join(f"a{number}=1" for number in range(11_000))
    with pytest.raises(InputRefused, match="an element with more than 10,000 attributes, not an article"):
        read_html(f"<p {many}>12 were killed</p>", "a.html")
    quoted = f"<p class='{'x ' * 60_000}'>12 were killed</p>" + "<p>words of a long text" * 5_000
    assert read_html(quoted, "a.html").text.startswith("12 were killed")


@given(st.lists(TAGS, max_size=40).map("".join))
def test_any_tags_are_survived(source: str) -> None:
    text = text_of(source)
    assert "\x1d" not in text
    assert "\n\n\n" not in text


@given(st.text(st.characters(), max_size=200))
def test_any_characters_are_survived(source: str) -> None:
    text_of("<p>" + source)


@pytest.mark.parametrize(
    ("source", "images"),
    [
        ("<img src=a><article><p>x</p><img alt=y><img src=b></article>", ("b",)),
        ("<article>x</article><img><img src=a><img src=b>", ("a",)),
        ("<img src=a><main><img src></main>", ()),
        ("<p>x</p>", ()),
    ],
)
def test_the_articles_own_picture_comes_before_the_pages(source: str, images: tuple[str, ...]) -> None:
    assert read_html(source, "a.html").images == images


@pytest.mark.parametrize(
    "phrase",
    ["Advertisement", "E-MAIL", "Loading...", "Read also: who won the cup", "More on this story: The cup"],
)
def test_standing_phrases_are_known_by_their_beginnings(phrase: str) -> None:
    assert is_boilerplate(phrase)
    assert not is_boilerplate(f"{phrase}, they said.\n")


def test_every_standing_phrase_begins_with_letters_that_it_is_known_by() -> None:
    assert len(html_words._BEGINNINGS) > 25
    assert all(re.fullmatch("[a-z-]{3}", beginning) for beginning in html_words._BEGINNINGS)
