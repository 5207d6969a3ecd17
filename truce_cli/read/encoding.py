"""Bytes to characters: knows encodings and what is no text at all. Guesses at no language."""

from __future__ import annotations

import codecs
import re
from typing import Final

from truce_cli.errors import InputRefused

MAX_BYTES: Final = 60_000_000
"""Of a text. It is read in nine times its size of memory and a second for each megabyte."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CHARSETS: Final = re.compile(
    r"(utf-?8|us-ascii|ascii|latin-?1|iso[-_]?8859[-_]\d+|windows-?\d+|cp-?\d+|koi8-[rut]|"
    r"gb2312|gbk|gb18030|big5|euc-(jp|kr|cn)|shift[-_]jis|iso-2022-jp|macintosh|mac-?cyrillic)",
    re.IGNORECASE,
)
_WIDE: Final = re.compile(r"utf-?(16|32)([-_]?[lb]e)?", re.IGNORECASE)
# What browsers take these names for.
_MEANT: Final = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
_MEANT_MORE: Final = {"us-ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_HEAD: Final = 4096
_BAD_SHARE: Final = 1000
"""At most one character in so many may be damaged before a page is refused."""
_WESTERN_SHARE: Final = 8
"""Undeclared bytes are taken for cp1252 only where at most one letter in so many is not plain ASCII."""


def decode(data: bytes, path: str, most: int = MAX_BYTES, *, said: str | None = None) -> str:
    """Characters of a text file, without its byte order mark. said: the charset that its wrapping names.

    In order: byte order mark, named charset, declared charset, UTF-8, cp1252 where few bytes are not ASCII.
    Raises InputRefused for what is empty, too large, binary, or in no encoding that fits.
    """
    if len(data) > most:
        raise InputRefused(path, f"larger than {most // 1_000_000} MB, not an article")
    if not data or data.isspace():
        raise InputRefused(path, "empty file")
    text = _decode(data, path, said)
    if "\x00" in text:
        raise InputRefused(path, "binary file, not an article")
    if not text or text.isspace():
        raise InputRefused(path, "empty file")
    return text


def _decode(data: bytes, path: str, said: str | None) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, path)
    if said and _WIDE.fullmatch(said):
        return _strict(data, said, path)
    if b"\x00" in data:
        raise InputRefused(path, "binary file, not an article")
    text: str | None = None
    for named in (_charset(said or ""), _declared(data)):
        text = text or (_try(data, named) if named else None)
    text = text or _try(data, "utf-8") or _damaged_utf8(data) or _western(data)
    if text is None:
        raise InputRefused(path, "the encoding is not recognised; save it as UTF-8")
    return text


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise InputRefused(path, f"not valid {name} at byte {error.start}; save it as UTF-8") from None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    return _charset((found[1] or found[2]).decode("ascii", "replace"))


def _charset(name: str) -> str | None:
    """The codec of a charset; None for a name outside the list, which may be no charset (rot13, unicode_escape)."""
    name = name.lower()
    if not _CHARSETS.fullmatch(name):
        return None
    return _MEANT.get(name) or _MEANT_MORE.get(name) or name


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as cut pages have; the breaks stay visible as U+FFFD."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - bad
    return text if sound > bad and bad * _BAD_SHARE <= len(text) else None


def _western(data: bytes) -> str | None:
    """cp1252, unless so many bytes are not ASCII that it is likely another alphabet."""
    high = sum(1 for byte in data if byte > 0x7F)
    letters = sum(1 for byte in data if chr(byte).isalpha())
    return _try(data, "cp1252") if high * _WESTERN_SHARE <= letters else None
