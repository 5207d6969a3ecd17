"""One value of a row as the text of a CSV, TSV or Markdown cell. Knows no claim.

A spreadsheet runs a cell that begins with = + - or @, and reads 3-5 as the third of May, so such text gets an
apostrophe in front; figures are numbers here and stay as they are, the ends of a range in columns of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from truce_cli.render.safe import safe

_RUNS: Final = "=+-@＝＋－＠"
_DAY_LIKE: Final = re.compile(r"\d{1,2}[-/]\d{1,2}")
"""A range or a fraction that a spreadsheet would turn into a day of this year."""
_MARKDOWN: Final = r"([\\`*_\[\]|~$])"


def spreadsheet_cell(value: object) -> str:
    """Text of a CSV or TSV cell: one line, nothing that a spreadsheet would run."""
    if isinstance(value, (bool, int, float)) or value is None:
        return flat(value)
    text = flat(value)
    shown = safe(text)
    if text[:1] in ("\t", "\r") or shown.lstrip()[:1] in tuple(_RUNS) or _DAY_LIKE.fullmatch(shown.strip()):
        return "'" + shown
    return shown


def markdown_cell(value: object) -> str:
    """Text of a Markdown table cell: no markup, no link and no tag survives."""
    text = safe(flat(value)).replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(_MARKDOWN, r"\\\1", text)


def flat(value: object) -> str:
    """A value as one text: lists joined by "; ", a figure beside a tally as "710 (2020-10-18, ministry)"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return _flat_mapping(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(flat(item) for item in value)
    return str(value)


def _flat_mapping(value: Mapping[str, object]) -> str:
    if "text" not in value:
        return "; ".join(_named(key, item) for key, item in value.items())
    said = [flat(value.get(key)) for key in ("harm", "as_of", "claimant")]
    return f"{flat(value['text'])} ({', '.join(word for word in said if word)})"


def _named(key: str, value: object) -> str:
    """A count as "2020-10-10 (1)": a spreadsheet reads "2020-10-10: 1" as one in the morning of that day."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{key} ({value})"
    return f"{key}: {flat(value)}"
