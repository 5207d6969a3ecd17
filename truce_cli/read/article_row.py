"""One row of a dump of articles: a JSON object whose keys are columns. Knows their usual names, parses no date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from truce_cli.errors import InputRefused, UsageError
from truce_cli.read.row import nearest

READER: Final = "row/1"
COLUMNS: Final = {
    "text": "text body content article articlebody article_body fulltext full_text maintext main_text html",
    "title": "title headline heading",
    "published": "published published_at date_published publish_date date_publish pubdate pub_date date datetime",
    "url": "url link source_url canonical_url canonical permalink",
    "outlet": "outlet publisher publication site_name site source_domain media_name source",
}
"""What a row tells of an article, and the names of the column that tells it, best first."""

Columns = Mapping[str, str]


def columns_of(words: str) -> dict[str, str]:
    """The columns that a person names: "text=body,published=when". Raises UsageError for what is none."""
    found: dict[str, str] = {}
    for word in filter(None, (part.strip() for part in words.split(","))):
        name, sign, column = (part.strip() for part in word.partition("="))
        if not sign or not column:
            raise UsageError(f"--columns: {word!r} names no column; write text=body,published=date")
        if name not in COLUMNS:
            raise UsageError(
                f"--columns: an article has no {name!r}{nearest(name, COLUMNS)}; there is {', '.join(COLUMNS)}"
            )
        found[name] = column
    return found


def reader_name(columns: Columns) -> str:
    """The reader as a document remembers it, with the columns that a person named."""
    return " ".join((READER, *(f"{name}={column.replace(' ', '%20')}" for name, column in columns.items())))


def columns_in(reader: str) -> dict[str, str]:
    """The columns that a document remembers; {} for one that was read by their usual names, or by another reader."""
    if not reader.startswith(f"{READER} "):
        return {}
    pairs = (word.partition("=") for word in reader.split(" ")[1:])
    return {name: column.replace("%20", " ") for name, _, column in pairs}


def has_text_column(names: Iterable[str], columns: Columns) -> bool:
    """True where a table with these columns holds articles."""
    return _column("text", list(names), columns) is not None


def row_in(data: bytes) -> dict[str, Any] | None:
    """The object that these bytes are; None where they are none."""
    if not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    try:
        row = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def fields_of(row: Mapping[str, Any], columns: Columns, path: str) -> dict[str, str]:
    """What the row tells, by the names in COLUMNS; "text" is always there. Raises InputRefused where it is not."""
    names = [name for name in row if isinstance(name, str)]
    found: dict[str, str] = {}
    for what in COLUMNS:
        column = _column(what, names, columns)
        value = row.get(column) if column is not None else None
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            found[what] = str(value)
    if "text" not in found:
        named = columns.get("text")
        what = f"no text in its column {named!r}" if named else "no column with the text of an article"
        raise InputRefused(path, f"{what}; name it, for example --columns text=body")
    return found


def _column(what: str, names: list[str], columns: Columns) -> str | None:
    if what in columns:
        return columns[what] if columns[what] in names else None
    folded = {name.strip().casefold().replace("-", "_").replace(" ", "_"): name for name in reversed(names)}
    taken = set(columns.values())
    usual = (folded[name] for name in COLUMNS[what].split() if name in folded)
    return next((name for name in usual if name not in taken), None)
