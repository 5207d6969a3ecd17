"""Markup: nothing that comes in as text can become an element, an attribute or a running link."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.render.report.markup import anchor, is_web, joined, tag, words


class Reader(HTMLParser):
    """What a browser makes of a piece of markup."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_text_stays_text(text: str) -> None:
    read = Reader(tag("p", text, title=text))
    assert [name for name, _ in read.tags] == ["p"]
    assert list(read.tags[0][1]) == ["title"]
    assert read.text == read.tags[0][1]["title"]


def test_control_and_bidi_characters_are_shown_not_sent() -> None:
    assert words("a\x1b[2J\u202eb\n<c>") == "a^[[2J\\u202eb &lt;c&gt;"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//x.example",
        "/x",
    ],
)
def test_links_go_nowhere_else(address: str) -> None:
    assert not is_web(address)
    with pytest.raises(ValueError, match="links to no"):
        tag("a", "x", href=address)


@pytest.mark.parametrize("name", ["onclick", "onload", "style", "srcdoc", "formaction"])
def test_no_attribute_runs(name: str) -> None:
    with pytest.raises(ValueError, match="no attribute"):
        tag("p", **{name: "x"})


def test_attributes() -> None:
    made = tag("line", x1=1.0, class_="a", aria_hidden="true", hidden=None, tabindex=0, disabled=True)
    assert made == '<line x1="1" class="a" aria-hidden="true" tabindex="0" disabled/>'
    assert joined("<", tag("b", "&")) == "&lt;<b>&amp;</b>"


def test_anchors_are_one_word() -> None:
    assert anchor("tally", "", "a b/c\"'<") == "tally/a%20b/c%22%27%3C"
