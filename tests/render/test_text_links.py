"""Links that open a page at a quote."""

from __future__ import annotations

import pytest

from truce_cli.render.links import text_link


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        (
            "https://a.org/x#top",
            "12 killed, 3-4 hurt",
            "https://a.org/x#:~:text=12%20killed%2C%203%2D4%20hurt",
        ),
        ("https://a.org/x", "a\n b", "https://a.org/x#:~:text=a%20b"),
        ("https://a.org/x", None, "https://a.org/x"),
        (
            "https://a.org/x",
            " ".join(f"word{n:02}word" for n in range(20)),
            "https://a.org/x#:~:text=word00word%20word01word%20word02word%20word03word%20word04word,"
            "word15word%20word16word%20word17word%20word18word%20word19word",
        ),
        ("javascript:alert(1)", "x", None),
        ("file:///etc/passwd", "x", None),
        (None, "x", None),
    ],
)
def test_text_link(url: str | None, quote: str | None, link: str | None) -> None:
    assert text_link(url, quote) == link
