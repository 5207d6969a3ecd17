"""Writes rows for scripts: json, jsonl, csv, tsv, md, and a bare table of chosen fields. Knows no claim."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from os import urandom
from typing import Final, TextIO

from truce_cli.model.names import Names
from truce_cli.render.cells import markdown_cell, spreadsheet_cell
from truce_cli.render.safe import json_escaped

Rows = Iterable[Mapping[str, object]]


def write_rows(rows: Rows, fields: Sequence[str], form: str, out: TextIO) -> None:
    """Write the named fields of every row, one row at a time.

    form: json, jsonl, csv, tsv or md. A stream that is not UTF-8 gets JSON in ASCII.
    """
    for text in _WRITERS[form](
        ({field: row[field] for field in fields} for row in rows), fields, _ascii(out)
    ):
        out.write(text)


def json_text(value: object, *, ascii_only: bool = False) -> str:
    """A value as one line of JSON that no terminal acts on."""
    return "".join(_json_pieces(value, ascii_only))


def _json_pieces(value: object, ascii_only: bool) -> Iterator[str]:
    """The same in pieces: documents and claims by the thousand go out as they are made."""
    held: list[Names] = []
    mark = urandom(12).hex()  # nothing that a document says can be it

    def put_off(names: object) -> str:
        if not isinstance(names, Names):
            raise TypeError(f"{type(names).__name__} has no JSON")
        held.append(names)
        return mark

    text = json_escaped(json.dumps(value, ensure_ascii=ascii_only, default=put_off))
    first, *rest = text.split(f'"{mark}"') if held else (text,)
    yield first
    for names, piece in zip(held, rest, strict=True):
        yield _json_names(names)
        yield piece


def _json_names(names: Iterable[str]) -> str:
    told = tuple(names)
    inside = "".join(told)
    # as every id is that nobody has tampered with; bytes are looked through in a tenth of the time
    if inside.isascii() and inside.encode().translate(None, b"-").isalnum():
        return '["' + '", "'.join(told) + '"]'
    return json_escaped(json.dumps(told))


def _ascii(out: TextIO) -> bool:
    return (getattr(out, "encoding", None) or "utf-8").lower().replace("-", "") not in ("utf8", "utf8sig")


def _json(rows: Rows, fields: Sequence[str], ascii_only: bool) -> Iterator[str]:
    before = "[\n"
    for row in rows:
        yield before
        yield from _json_pieces(row, ascii_only)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _jsonl(rows: Rows, fields: Sequence[str], ascii_only: bool) -> Iterator[str]:
    for row in rows:
        yield from _json_pieces(row, ascii_only)
        yield "\n"


def csv_lines(rows: Rows, fields: Sequence[str]) -> Iterator[str]:
    """Rows as CSV, a line of headers first; each row's values in the order of the fields."""
    for cells in chain([list(fields)], ([spreadsheet_cell(row[name]) for name in fields] for row in rows)):
        yield csv_line(cells)


def _csv(rows: Rows, fields: Sequence[str], ascii_only: bool) -> Iterator[str]:
    return csv_lines(rows, fields)


def _tsv(rows: Rows, fields: Sequence[str], ascii_only: bool) -> Iterator[str]:
    yield "\t".join(fields) + "\n"
    for row in rows:
        yield "\t".join(spreadsheet_cell(value) for value in row.values()) + "\n"


def _md(rows: Rows, fields: Sequence[str], ascii_only: bool) -> Iterator[str]:
    yield f"| {' | '.join(markdown_cell(field) for field in fields)} |\n"
    yield f"|{'|'.join(' --- ' for _ in fields)}|\n"
    for row in rows:
        yield f"| {' | '.join(markdown_cell(value) for value in row.values())} |\n"


def csv_line(cells: Sequence[str]) -> str:
    """One line of CSV from texts that are safe."""
    return (",".join(map(_quoted, cells)) or '""') + "\n"


def _quoted(cell: str) -> str:
    """RFC 4180; the csv module would have to be loaded for this alone."""
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if any(c in cell for c in ',"\n\r') else cell


_WRITERS: Final[dict[str, Callable[[Rows, Sequence[str], bool], Iterator[str]]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": _tsv,
    "md": _md,
}
