"""Reads one PDF from standard input and tells its text as JSON. Runs alone, as a script, and imports
nothing of this package.

Lines of a paragraph stand one below the other; a gap wider than between lines becomes an empty line.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from itertools import pairwise
from statistics import median
from typing import Any, Final

MEMORY: Final = 1_000_000_000
"""Bytes of address space."""
_PAGES: Final = 2_000
_CHARACTERS: Final = 20_000_000
_GAP: Final = 1.25
"""A step between two lines of so many usual ones parts paragraphs."""


def main() -> None:
    """Tell {"pages": [text], "title": text}, or {"error": damaged, locked or missing}."""
    _bound(int(sys.argv[1]))
    try:
        told = _told(sys.stdin.buffer.read())
    except ImportError:
        told = {"error": "missing"}
    json.dump(told, sys.stdout)


def _bound(seconds: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # no such limits on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _told(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages, size = [], 0
        for number in range(min(len(document), _PAGES)):
            pages.append(_page(document[number].get_textpage()))
            size += len(pages[-1])
            if size > _CHARACTERS:
                break
        return {"pages": pages, "title": document.get_metadata_dict().get("Title") or ""}
    except pypdfium2.PdfiumError as error:
        return {"error": "locked" if "password" in str(error).lower() else "damaged"}


def _page(textpage: Any) -> str:
    """Lines of one page, from their places: text, and how far each stands below the one before."""
    text = textpage.get_text_range()
    lines: list[tuple[str, float | None]] = []
    at = 0
    for line in text.split("\r\n"):
        lines.append((line.replace("\ufffe", "-").replace("\x02", "-"), _bottom(textpage, at, line)))
        at += len(line) + 2
    steps = [
        above - below
        for (_, above), (_, below) in pairwise(lines)
        if above is not None and below is not None and above > below
    ]
    usual = median(steps) if steps else 0.0
    found: list[str] = []
    last: float | None = None
    for line, bottom in lines:
        if last is not None and bottom is not None and usual and not 0 <= last - bottom <= _GAP * usual:
            found.append("")
        found.append(line)
        last = bottom if bottom is not None else last
    return "\n".join(found)


def _bottom(textpage: Any, at: int, line: str) -> float | None:
    """Height of a line's foot above the page's, in points; None for an empty line."""
    for offset, char in enumerate(line):
        if char.isalnum():
            box = textpage.get_charbox(at + offset)
            return float(box[1])
    return None


if __name__ == "__main__":
    main()
