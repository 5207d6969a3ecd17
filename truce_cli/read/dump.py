"""Dumps of articles: JSON lines and tables, row by row. Knows where a row begins and ends, not what it tells.

A row is kept as a JSON object: a line of JSON as it is written, a row of a table as an object of its cells.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass

_LINES: Final = frozenset((".jsonl", ".ndjson"))
_SIGNS: Final = (",", ";", "\t", "|")
MOST: Final = 20_000_000
"""Bytes of a row; more are no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpRow:
    """line: at which the row begins, from 1; data: the row as a JSON object."""

    line: int
    data: bytes


def dump_rows(path: Path, name: str) -> Iterator[DumpRow | InputRefused]:
    """Every row of a dump, one in memory at a time; what is no row comes as an InputRefused with its line.

    name: the file as errors call it. A file that cannot be read ends with an InputRefused.
    """
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as file:
                yield from _lines(file, name)
        else:
            with path.open(encoding="utf-8-sig", newline="") as text:
                yield from _table(text, name)
    except OSError as error:
        yield InputRefused(name, f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        yield InputRefused(name, f"not valid UTF-8 ({error.reason}); save it as UTF-8")


def columns_in_head(path: Path) -> list[str]:
    """The columns that a dump's first row has; [] where it has none that can be told."""
    try:
        with path.open("rb") as file:
            first = file.readline(MOST).removeprefix(b"\xef\xbb\xbf")
        if path.suffix.lower() in _LINES:
            row = json.loads(first)
            return [key for key in row if isinstance(key, str)] if isinstance(row, dict) else []
        text = first.decode()
        return next(csv.reader(io.StringIO(text), delimiter=_sign(text)), [])
    except (OSError, ValueError, RecursionError, csv.Error):
        return []


def _lines(file: BinaryIO, name: str) -> Iterator[DumpRow | InputRefused]:
    number = 0
    while line := file.readline(MOST + 1):
        number += 1
        if len(line) > MOST:
            yield InputRefused(name, f"a line of more than {MOST:,} bytes is no article", line=number)
            while line and not line.endswith(b"\n"):
                line = file.readline(MOST)
        elif stripped := line.strip().removeprefix(b"\xef\xbb\xbf"):
            yield (
                DumpRow(line=number, data=stripped)
                if _is_object(stripped)
                else InputRefused(name, "not a JSON object; one article a line", line=number)
            )


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table(text: TextIO, name: str) -> Iterator[DumpRow | InputRefused]:
    head = text.readline(MOST)
    text.seek(0)
    csv.field_size_limit(MOST)
    reader = csv.reader(text, delimiter=_sign(head), strict=True)
    columns = next(reader, [])
    twice = {column for column in columns if columns.count(column) > 1}
    if twice:
        yield InputRefused(name, f"the column {min(twice)!r} stands twice; rename one", line=1)
        return
    line = reader.line_num + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputRefused(
                name, f"the table is broken here ({error}); rows behind it are lost", line=line
            )
            return
        if len(cells) > len(columns):
            problem = f"{len(cells)} cells under {len(columns)} columns; put text with commas in quotes"
            yield InputRefused(name, problem, line=line)
        elif any(cells):
            row = dict(zip(columns, cells, strict=False))
            yield DumpRow(line=line, data=json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        line = reader.line_num + 1


def _sign(head: str) -> str:
    """What parts the cells: the sign that the head holds most often."""
    return max(_SIGNS, key=head.count)
