"""Plain text to paragraphs: knows wrapped lines, page numbers, bare links. Parses no markup but headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from truce_cli.model.record import dataclass, field
from truce_cli.read.body import Body
from truce_cli.read.html_words import is_boilerplate
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
_MOST_WORDS: Final = 4
"""Of a line that is none of an article: "page 3 of 12", "original url : https://..."."""
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
    if markdown:  # signs that went may have left gaps
        text = clean(text)
    return Body(
        text=text,
        format="pdf_text" if wrapped else "text",
        reader=READER,
        title=find_title(text),
        urls=tuple(kept.own),
    )


def find_title(text: str) -> str | None:
    """The first paragraph that looks like a headline: words, no full stop, and an article below it."""
    parts = text.split("\n\n", 3)
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
        line = raw.strip(" ")
        if "  " in line:
            line = " ".join(line.split())
        if not line:
            address = None
            kept.lines.append(line)
            continue
        if line.count(" ") >= _MOST_WORDS and not markdown:
            labelled, address = False, None
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
    """The text of clean lines, and whether they were wrapped."""
    blocks, cut_before = _blocks(lines)
    wrapped = is_wrapped(blocks)
    found: Iterable[str] = chain.from_iterable(blocks)
    if wrapped or cut_before:
        words = vocabulary("\n".join(lines))
        found = _put_together(blocks, cut_before, words, wrapped=wrapped)
    return "\n\n".join(part for part in found if not is_boilerplate(part)), wrapped


def _blocks(lines: list[str]) -> tuple[list[list[str]], set[int]]:
    """Lines that stand together, and the numbers of the blocks before which something was taken out."""
    blocks: list[list[str]] = []
    cut_before: set[int] = set()
    block: list[str] = []
    for line in lines:
        if line and line != _CUT:
            block.append(line)
            continue
        if block:
            blocks.append(block)
            block = []
        if line:
            cut_before.add(len(blocks))
    return ([*blocks, block] if block else blocks), cut_before


def _put_together(
    blocks: list[list[str]], cut_before: set[int], words: frozenset[str], *, wrapped: bool
) -> list[str]:
    """The paragraphs of blocks that were wrapped, or parted by what was taken out."""
    width = line_width(blocks) if wrapped else 0
    found: list[str] = []
    last = ""
    for number, block in enumerate(blocks):
        cut = number in cut_before
        parts = rejoin(block, width, words) if wrapped else list(block)
        if found and (cut or wrapped) and _resumes(last, parts[0], width, cut):
            found[-1] = glue(found[-1], parts.pop(0), words)
        found += parts
        last = block[-1]
    return found


def _resumes(before: str, after: str, width: int, cut: bool) -> bool:
    """True where a blank line or something taken out stands in the middle of a sentence."""
    if not is_open(before, 0):
        return False
    if after[:1].islower():
        return True
    return cut and (before.endswith((",", "-")) or (width > 0 and is_open(before, width)))
