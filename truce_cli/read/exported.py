"""Rows of an exported file, taken as they stand: nothing is filled in, derived or tidied. Opens no file.

An export begins with an `export` row. Its cells in CSV are guarded (an apostrophe before what a spreadsheet
would run, \\uXXXX for what acts on a screen, \\n for a line end) and lists are JSON; here both are undone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card
from truce_cli.model.fields import FIELDS
from truce_cli.model.record import dataclass, fields
from truce_cli.model.words import KIND_LETTER
from truce_cli.read.row import Row

VERSION: Final = 1
"""Of the form of exported files."""
JUDGEMENT: Final = tuple(
    "seq at curator command subject action field old new why act undoes origin hash".split()
)
_CARD: Final = tuple(field.name for field in fields(Card))
_ACTOR: Final = ("slug", "name", "kind", "side", "aliases", "counts_apart", "note")
_ESCAPED: Final = re.compile(r"\\(\\|n|u[0-9a-f]{4}|U[0-9a-f]{8})")
_ID: Final = re.compile(r"[tuvde]-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of an exported log. old, new: JSON texts; hash: of the row where it came from."""

    seq: int
    at: str
    curator: str
    command: str
    subject: str
    action: str
    field: str | None
    old: str | None
    new: str | None
    why: str | None
    act: int | None
    undoes: int | None
    origin: str | None
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """What an export says of itself. conflict_file: the conflict's own file."""

    conflict: str
    conflict_file: str | None
    conflict_path: str


def exported_head(row: Row) -> Head:
    """Raises InputRefused for a form that this program does not know."""
    values = _Exact(row)
    version = values.number("version")
    if version != VERSION:
        raise row.refuse("version", f"{version!r} is a form of exports unknown here; upgrade truce")
    slug = values.need("conflict")
    return Head(slug, values.text("conflict_file"), values.text("conflict_path") or f"{slug}/conflict.toml")


def exported_claim(row: Row) -> tuple[Claim, str | None]:
    """The claim of a row, and the sha256 of its document."""
    exact = _Exact(row)
    row.known([field.name for field in FIELDS])
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field.type == "list":
            values[field.name] = exact.texts(field.name)
        elif field.type == "int":
            values[field.name] = exact.number(field.name)
        else:
            values[field.name] = exact.text(field.name)
            if field.choices and values[field.name] is not None:
                row.choice(field.name, field.choices)
    for name in ("id", "kind", "status", "entry", "claimant_side", "basis"):
        exact.need(name)
    if not _ID.fullmatch(values["id"]) or values["id"][0] != KIND_LETTER[values["kind"]]:
        raise row.refuse("id", f"{values['id']!r} is no id of a {values['kind']}")
    document = values["document"]
    return Claim(**{**values, "document": None}), document


def exported_card(row: Row) -> Card:
    """The document of a row."""
    exact = _Exact(row, skipped=("kind",))
    exact.known(_CARD)
    values: dict[str, Any] = {name: exact.text(name) for name in _CARD if name != "size"}
    values["id"] = exact.need("id")
    values["format"], values["reader"] = values["format"] or "elsewhere", values["reader"] or ""
    return Card(**values, size=exact.number("size") or 0)


def exported_actor(row: Row) -> Actor:
    """The source of a row; its kind stands in actor_kind where `kind` names the table."""
    named = {**row.values, "kind": row.values["actor_kind"]} if row.has("actor_kind") else dict(row.values)
    named.pop("actor_kind", None)
    exact = _Exact(Row(row.path, named, row.line))
    exact.known(_ACTOR)
    return Actor(
        slug=exact.need("slug"),
        name=exact.need("name"),
        kind=exact.need("kind"),
        side=exact.text("side"),
        aliases=exact.texts("aliases"),
        counts_apart=str(named.get("counts_apart", "")).casefold() == "true",
        note=exact.text("note"),
    )


def exported_judgement(row: Row) -> LogRow:
    """The log's row."""
    exact = _Exact(row, skipped=("kind",))
    exact.known(JUDGEMENT)
    numbers = ("seq", "act", "undoes")
    values: dict[str, Any] = {
        name: exact.number(name) if name in numbers else exact.text(name) for name in JUDGEMENT
    }
    for name in ("at", "curator", "command", "subject", "action", "hash"):
        exact.need(name)
    for name in ("old", "new"):
        try:
            json.loads(values[name] or "null")
        except ValueError:
            raise row.refuse(name, "is no JSON") from None
    return LogRow(**{**values, "seq": values["seq"] or 0})


class _Exact:
    """Typed access to the cells of a row, each as it was before it was written."""

    def __init__(self, row: Row, skipped: tuple[str, ...] = ()) -> None:
        self._row = row
        self._cells = row.cells
        self._values: Mapping[str, Any] = {
            name: value for name, value in row.values.items() if name not in skipped and value is not None
        }

    def known(self, allowed: tuple[str, ...]) -> None:
        Row(self._row.path, self._values, self._row.line).known(allowed)

    def text(self, name: str) -> str | None:
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._row.refuse(name, f"{value!r} is not text")
        return unguarded(value) if self._cells else value

    def need(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise self._row.refuse(name, "is missing")
        return value

    def number(self, name: str) -> int | None:
        value = self._values.get(name)
        if isinstance(value, str) and self._cells and re.fullmatch(r"-?[0-9]{1,19}", value):
            value = int(value)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self._row.refuse(name, f"{value!r} is no whole number")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._values.get(name)
        if isinstance(value, str) and self._cells:
            try:
                value = json.loads(unguarded(value))
            except ValueError:
                raise self._row.refuse(name, "is no JSON list") from None
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._row.refuse(name, "is not a list of texts")
        return tuple(value)


def unguarded(cell: str) -> str:
    """The text that a guarded CSV cell stands for."""

    def meant(match: re.Match[str]) -> str:
        code = match[1]
        if code == "\\":
            return "\\"
        return "\n" if code == "n" else chr(int(code[1:], 16))

    return _ESCAPED.sub(meant, cell.removeprefix("'"))


def head_of(path: str, rows: Any) -> Head | None:
    """The head of an export among a file's rows; None where the file is written by hand."""
    for item in rows:
        if not isinstance(item, InputRefused) and item[0] == "export":
            return exported_head(item[1])
        if isinstance(item, InputRefused) or item[0] == "claim":
            return None
    return None
