"""Pages saved in one file: MHTML as Chromium writes it, webarchive as Safari does, and the folder beside a page."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from truce_cli.errors import InputRefused
from truce_cli.read.article import read_article
from truce_cli.read.walk import walk

PAGE = (
    '<!DOCTYPE html><html><head><meta property="og:site_name" content="The Tarn Courier">'
    '<meta property="article:published_time" content="2031-06-14T18:00:00+02:00"><title>Truce frays</title></head>'
    "<body><nav>Home | News</nav><main><h1>Norvia counts 18 more dead</h1><p>The Norvian Defence Ministry said that "
    "18 soldiers had died at Míllgarth on Saturday – the truce’s ninth day.</p></main></body></html>"
)
BODY = "The Norvian Defence Ministry said that 18 soldiers had died at Míllgarth on Saturday."


def mhtml(page: str, charset: str = "utf-8") -> bytes:
    import quopri

    body = quopri.encodestring(page.encode(charset)).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/2031/06/14/truce\r\n"
        "Subject: Truce frays\r\nDate: Sun, 15 Jun 2031 09:12:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part"\r\n\r\n\r\n'
        f"------part\r\nContent-Type: text/html; charset={charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://courier.example/2031/06/14/truce\r\n\r\n"
    ).encode()
    tail = (
        b"\r\n------part\r\nContent-Type: text/css\r\nContent-Location: cid:css-1\r\n\r\n"
        b"p { color: red }\r\n------part--\r\n"
    )
    return head + body + tail


def webarchive(page: str) -> bytes:
    main = {
        "WebResourceData": page.encode("utf-16"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-16",
        "WebResourceURL": "https://courier.example/2031/06/14/truce",
    }
    return binary({"WebMainResource": main, "WebSubresources": []})


def binary(values: dict[str, object]) -> bytes:
    return plistlib.dumps(values, fmt=plistlib.FMT_BINARY)


def nested(deep: int) -> bytes:
    parts = "".join(f'--b{n}\nContent-Type: multipart/related; boundary="b{n + 1}"\n\n' for n in range(deep))
    return f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b0"\n\n{parts}'.encode()


@pytest.mark.parametrize(
    "data",
    [mhtml(PAGE), mhtml(PAGE, "cp1252"), webarchive(PAGE)],
    ids=["mhtml", "mhtml in cp1252", "webarchive"],
)
def test_a_saved_page_reads_as_the_page(data: bytes) -> None:
    document = read_article("saved", data)
    plain = read_article("a.html", PAGE.encode())
    assert document.text == plain.text
    assert "Míllgarth on Saturday – the truce’s" in document.text and "Home" not in document.text
    card = document.card
    assert (card.outlet, card.published) == ("The Tarn Courier", "2031-06-14")
    assert card.url == "https://courier.example/2031/06/14/truce"
    assert document.original == data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (mhtml(PAGE).replace(b"text/html; charset", b"image/png; charset"), "a saved page without HTML in it"),
        (webarchive(PAGE)[:-40], "a broken webarchive ("),
        (binary({"WebMainResource": {"WebResourceData": b" "}}), "a webarchive without a page in it"),
        (binary({"WebMainResource": [1]}), "a broken webarchive (TypeError)"),
        (nested(3_000), "a broken saved page (RecursionError)"),
    ],
)  # fmt: skip
def test_a_broken_wrapping_is_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_article("saved", data)
    assert caught.value.message.startswith(problem)
    assert "save the page again" in caught.value.message


@pytest.mark.parametrize("charset", ["\x00", "unicode_escape", "rot13", "no-such", "utf-7", ""])
def test_a_name_that_is_no_charset_decodes_nothing(charset: str) -> None:
    page = f"<p>{BODY} C:\\u0041 &amp; +AEE-</p>"
    main = {"WebResourceData": page.encode(), "WebResourceTextEncodingName": charset}
    document = read_article("saved", binary({"WebMainResource": main}))
    assert document.text == f"{BODY} C:\\u0041 & +AEE-"


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "Truce frays.html").write_text(PAGE)
    for name in ("Truce frays_files", "notes_files"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frame.html").write_text(PAGE)
    found = {str(item.path.relative_to(tmp_path)): (item.kind, item.reason) for item in walk([tmp_path])}  # type: ignore[union-attr]
    assert found == {
        "Truce frays.html": ("article", None),
        "Truce frays_files": ("skipped", "parts of a saved page"),
        "notes_files/frame.html": ("article", None),
    }
