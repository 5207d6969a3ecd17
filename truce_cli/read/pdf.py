"""PDF files to text: asks a process of its own, whose time and memory are bounded, and joins what it tells.

A PDF is a program for a machine that draws: parsers of it crash, loop and swallow memory on hostile files, so that
none is let into this process.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.record import replace
from truce_cli.read.body import Body
from truce_cli.read.text import read_text
from truce_cli.text.clean import clean

READER: Final = "pdf/1"
SECONDS: Final = 20
_CHILD: Final = Path(__file__).with_name("pdf_child.py")
"""Run with -P: neither this folder nor the working folder may lend it a module."""
_HEAD: Final = 1024
_DIGITS: Final = re.compile(r"\d+")
_EDGE: Final = 2
"""So many lines at a page's top and bottom may be a running head or foot."""


def looks_like_pdf(data: bytes) -> bool:
    return data[:_HEAD].lstrip().startswith(b"%PDF-")


def read_pdf(data: bytes, path: str) -> Body:
    """The file's text, wrapped lines joined over pages, running heads and feet taken out.

    Raises InputRefused for what is locked, damaged, too large to be read in SECONDS, or holds pictures only; and
    where the package that reads PDF is not installed.
    """
    told = _told(data, path)
    pages = [page.split("\n") for page in told["pages"]]
    if not any(line.strip() for page in pages for line in page):
        raise InputRefused(path, "no text in it, only pictures: it needs OCR; save the text that OCR gives")
    body = read_text("\f".join("\n".join(page) for page in _without_edges(pages)))
    title = clean(str(told["title"])).replace("\n", " ")
    return replace(body, format="pdf", reader=READER, title=title or body.title)


def _told(data: bytes, path: str) -> dict[str, Any]:
    """What the child says of the file: {"pages": [...], "title": ...}."""
    import subprocess

    try:
        ran = subprocess.run(
            [sys.executable, "-P", str(_CHILD), str(SECONDS)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        told = json.loads(ran.stdout) if ran.returncode == 0 else {"error": "damaged"}
    except subprocess.TimeoutExpired:
        told = {"error": "slow"}
    except ValueError:
        told = {"error": "damaged"}
    if "error" in told:
        raise InputRefused(path, _WRONG.get(told["error"], _WRONG["damaged"]))
    return dict(told)


_WRONG: Final = {
    "damaged": "the PDF is damaged and cannot be read; save its text",
    "locked": "the PDF is locked with a password; save it without one",
    "missing": "PDF files need one more package; pip install 'truce-cli[pdf]'",
    "slow": f"the PDF cannot be read within {SECONDS} seconds; save its text",
}


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the top or the bottom of most of them, whatever their numbers."""
    if len(pages) < 2:
        return list(pages)
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)} if key)
    running = {key for key, number in seen.items() if number >= 2 and number * 2 > len(pages)}
    return [
        [line for at, line in enumerate(page) if not (_at_edge(at, page) and _key(line) in running)]
        for page in pages
    ]


def _edges(page: list[str]) -> list[str]:
    return [line for at, line in enumerate(page) if _at_edge(at, page)]


def _at_edge(at: int, page: list[str]) -> bool:
    """True for one of the first or last lines of a page that hold anything."""
    filled = [n for n, line in enumerate(page) if line.strip()]
    return at in filled[:_EDGE] or at in filled[-_EDGE:]


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))
