"""Claims files to rows: TOML, CSV, JSON lines. Knows the three forms, not what a field means."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.read.encoding import decode
from truce_cli.read.row import Row
from truce_cli.read.toml_source import read_toml

TABLES: Final = ("export", "document", "source", "claim", "judgement")
_MOST_COLUMNS: Final = 1_000
MOST_BYTES: Final = 1_000_000_000
"""An exported ledger may be far longer than any article."""


def read_rows(path: str, data: bytes) -> Iterator[tuple[str, Row] | InputRefused]:
    """(table, row) for every row, table being one of TABLES; an unreadable one as its error.

    Raises InputRefused where the file as a whole cannot be read.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in (".csv", ".tsv"):
        return _csv(path, data)
    if suffix == ".jsonl":
        return _lines(path, data)
    return _toml(path, data)


def _table_of(values: dict[str, Any]) -> str:
    """Exported files tell their rows apart by kind: a document or source stands beside the claims."""
    kind = values.get("kind")
    return str(kind) if kind in TABLES else "claim"


def _toml(path: str, data: bytes) -> Iterator[tuple[str, Row] | InputRefused]:
    source = read_toml(path, data)
    source.top().known((*TABLES, "conflict"))
    return iter([(table, row) for table in TABLES for row in source.rows(table)])


def _csv(path: str, data: bytes) -> Iterator[tuple[str, Row] | InputRefused]:
    text = decode(data, path, most=MOST_BYTES)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise InputRefused(path, f"broken CSV: {error}", line=reader.line_num) from None
    if "kind" not in header:
        raise InputRefused(path, "the first row must name the columns, `kind` among them", line=1)
    if len(header) > _MOST_COLUMNS:
        raise InputRefused(path, f"{len(header):,} columns; claims have fewer than {_MOST_COLUMNS:,}", line=1)
    double = next((name for name in header if name and header.count(name) > 1), None)
    if double is not None:
        raise InputRefused(path, f"the column {double!r} stands twice", line=1)
    return _csv_rows(path, reader, header)


def _csv_rows(path: str, reader: Any, header: list[str]) -> Iterator[tuple[str, Row] | InputRefused]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield InputRefused(path, f"broken CSV: {error}", line=line)
            return
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            problem = f"{len(cells)} cells under {len(header)} columns; put text with the delimiter in quotes"
            yield InputRefused(path, problem, line=line)
            continue
        values = {name: cell for name, cell in zip(header, cells, strict=False) if name and cell.strip()}
        yield _table_of(values), Row(path, values, lambda name, line=line: line, cells=True)  # type: ignore[misc]


def _lines(path: str, data: bytes) -> Iterator[tuple[str, Row] | InputRefused]:
    # not splitlines: U+2028 and its like may stand inside a JSON string
    for number, line in enumerate(decode(data, path, most=MOST_BYTES).split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line, object_pairs_hook=_once, parse_constant=_no_constant)
        except json.JSONDecodeError as error:
            yield InputRefused(path, f"broken JSON: {error.msg}", line=number, column=error.colno)
            continue
        except (ValueError, RecursionError) as error:
            yield InputRefused(path, f"broken JSON: {error}", line=number)
            continue
        if not isinstance(values, dict):
            yield InputRefused(path, "not a JSON object; write one claim a line", line=number)
            continue
        yield _table_of(values), Row(path, values, lambda name, number=number: number)  # type: ignore[misc]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands twice")
    return values


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no figure")
