"""Plain text to paragraphs: knows wrapped lines, page numbers, bare links. Parses no markup but headings."""

from __future__ import annotations

import re
from typing import Final

from truce_cli.model.record import dataclass, field
from truce_cli.read.body import Body
from truce_cli.read.html_words import BOILERPLATE
from truce_cli.read.wrapping import glue, is_open, is_wrapped, line_width, rejoin, vocabulary
from truce_cli.text.clean import clean, clean_characters

READER: Final = "text/1"

_URL_LINE: Final = re.compile(r"[<(\[]?((?:https?://|www\.)[^\s<>\"]+?)[>)\]]?[.,;]?")
_URL_REST: Final = re.compile(r"[\w%./?=&#+~-]*[\w%/=&#+~-]")
_OWN_URL: Final = re.compile(
    r"(?:original (?:url|link|article)|source url|article url|permalink|url|canonical)\s*:\s*(\S*)",
    re.IGNORECASE,
)
_PAGE_NUMBER: Final = re.compile(r"[-–—]\s?\d{1,4}\s?[-–—]|page \d{1,4}( (of|/) \d{1,4})?", re.IGNORECASE)
_LONG_URL: Final = 60
_HEADING_MARK: Final = re.compile(r"#{1,6} +(?=\S)")
_MARKDOWN_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{1,1000}\)")
_CUT: Final = "\f"
"""Stands for what was taken out between two lines: the paragraph may go on behind it."""


@dataclass(slots=True)
class _Sorted:
    """Lines of text with cuts, and the addresses taken out of them."""

    lines: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


def read_text(source: str, *, markdown: bool = False) -> Body:
    """The file's text in paragraphs; its first headline is the title."""
    kept = _sort(source, markdown)
    text, wrapped = _paragraphs(kept.lines)
    return Body(
        text=text,
        format="pdf_text" if wrapped else "text",
        reader=READER,
        title=find_title(text),
        urls=tuple(kept.own),
    )


def find_title(text: str) -> str | None:
    """The first paragraph that looks like a headline: words, no full stop, and an article below it."""
    parts = text.split("\n\n")
    for number, part in enumerate(parts[:3]):
        if number + 1 == len(parts):
            return None
        words = part.split()
        if len(words) < 4 and _is_crumb(part):
            continue
        return part if 3 <= len(words) <= 35 and not re.search(r"[.:;,][\"'”’)]*\Z", part) else None
    return None


def _is_crumb(part: str) -> bool:
    """True for a trail through a site ("News / More") or a section's name above the headline."""
    return "/" in part or ">" in part or "»" in part or len(part.split()) == 1


def _sort(source: str, markdown: bool) -> _Sorted:
    """Lines with the addresses, page numbers and page ends taken out."""
    kept = _Sorted()
    for number, page in enumerate(source.split("\f")):
        kept.lines += [_CUT] if number else []
        _sort_page(page, markdown, kept)
    return kept


def _sort_page(page: str, markdown: bool, kept: _Sorted) -> None:
    labelled = False  # a label such as "Original url:" stands above
    address: str | None = None  # the line before was one
    for raw in clean_characters(page).split("\n"):
        line = " ".join(raw.split())
        if not line:
            address = None
            kept.lines.append(line)
            continue
        if markdown:
            line = _MARKDOWN_LINK.sub(r"\1", _HEADING_MARK.sub("", line)).replace("**", "")
        label, link = _OWN_URL.fullmatch(line), _URL_LINE.fullmatch(line)
        if label and (not label[1] or _URL_LINE.fullmatch(label[1])):
            labelled, address = not label[1], label[1] or None
            kept.own += [label[1]] if label[1] else []
        elif link:
            kept.own += [link[1]] if labelled else []
            labelled, address = False, link[1]
        elif address and len(address) > _LONG_URL and _URL_REST.fullmatch(line) and not line.isalpha():
            # an address longer than the page is wide
            if kept.own and kept.own[-1] == address:
                kept.own[-1] += line
            address = None
        elif not _PAGE_NUMBER.fullmatch(line):
            labelled, address = False, None
            kept.lines.append(line)
            continue
        kept.lines.append(_CUT)


def _paragraphs(lines: list[str]) -> tuple[str, bool]:
    """Clean text of the lines, and whether they were wrapped."""
    blocks: list[list[str]] = [[]]
    cut_before = {0: False}
    for line in lines:
        if line and line != _CUT:
            blocks[-1].append(line)
            continue
        if blocks[-1]:
            blocks.append([])
            cut_before[len(blocks) - 1] = False
        cut_before[len(blocks) - 1] |= line == _CUT
    blocks = [block for block in blocks if block]
    wrapped = is_wrapped(blocks)
    width = line_width(blocks) if wrapped else 0
    # Only pieces that are put together again ask for it.
    words = vocabulary("\n".join(lines)) if wrapped or any(cut_before.values()) else frozenset()
    found: list[str] = []
    last = ""
    for number, block in enumerate(blocks):
        parts = rejoin(block, width, words) if wrapped else list(block)
        if found and (cut_before[number] or wrapped) and _resumes(last, parts[0], width, cut_before[number]):
            found[-1] = glue(found[-1], parts.pop(0), words)
        found += parts
        last = block[-1]
    return clean("\n\n".join(part for part in found if not BOILERPLATE.fullmatch(part))), wrapped


def _resumes(before: str, after: str, width: int, cut: bool) -> bool:
    """True where a blank line or something taken out stands in the middle of a sentence."""
    if not is_open(before, 0):
        return False
    if after[:1].islower():
        return True
    return cut and (before.endswith((",", "-")) or (width > 0 and is_open(before, width)))
