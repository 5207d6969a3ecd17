from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read.encoding import MAX_BYTES, decode

TEXT = "Señor Ruíz: “37 dead” – Гарск"
WESTERN = "Señor Ruíz: “37 dead” – and more than that was said by nobody"
CYRILLIC = "В Торвике сообщили о гибели 37 военнослужащих"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_marks_and_utf8(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


def test_declared_charsets() -> None:
    for head, name in [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso-8859-5"),
    ]:
        assert decode((head + CYRILLIC).encode(name), "a.html") == head + CYRILLIC
    # a wrong or strange declaration gives way to what the bytes are
    for name in ("rot13", "unicode_escape", "no-such"):
        page = f'<meta charset="{name}">{TEXT}'
        assert decode(page.encode(), "a.html") == page
    latin = '<meta charset="iso-8859-1">' + WESTERN
    assert decode(latin.encode("cp1252"), "a.html") == latin


def test_undeclared_western_text_but_no_other_alphabet() -> None:
    assert decode(WESTERN.encode("cp1252"), "a.txt") == WESTERN
    with pytest.raises(InputRefused, match="encoding is not recognised"):
        decode(CYRILLIC.encode("cp1251"), "a.txt")


def test_a_cut_page_keeps_its_text_and_shows_the_break() -> None:
    page = (TEXT * 100).encode()
    assert decode(page[:-1], "a.txt").endswith("Гарс\ufffd")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b" \n\t ", "empty file"),
        (codecs.BOM_UTF8, "empty file"),
        (codecs.BOM_UTF16_LE + b" \x00", "empty file"),
        (b"text\x00more", "binary file, not an article"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary file, not an article"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", "binary file, not an article"),
        (codecs.BOM_UTF16_LE + b"a", "not valid utf-16-le at byte 0"),
        (b"x" * (MAX_BYTES + 1), "larger than 60 MB"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputRefused) as caught:
        decode(data, "folder/a.txt")
    assert str(caught.value).startswith(f"folder/a.txt: {message}")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a")
    except InputRefused:
        return
    assert "\x00" not in text
    assert text.strip()
