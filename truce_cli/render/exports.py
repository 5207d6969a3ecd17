"""A whole ledger as TOML, CSV or JSON lines that `truce ingest` takes in again without loss. Opens no file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.fields import FIELDS
from truce_cli.model.record import fields
from truce_cli.render.formats import json_text
from truce_cli.render.rows import keys
from truce_cli.render.safe import safe

FORMS: Final = ("toml", "csv", "jsonl")
VERSION: Final = 1
"""Of the form that readers see in the first row."""
JUDGEMENT: Final = keys("seq at curator command subject action field old new why act undoes origin hash")
_CARD: Final = tuple(field.name for field in fields(Card))
_CLAIM: Final = tuple(field.name for field in FIELDS)
_HEAD: Final = keys("version conflict conflict_path conflict_file")
_ACTOR: Final = keys("slug name side aliases counts_apart note")
_COLUMNS: Final = tuple(dict.fromkeys(("kind", *_HEAD, *_CLAIM, *_CARD, *_ACTOR, "actor_kind", *JUDGEMENT)))
_DAY_LIKE: Final = re.compile(r"\d{1,2}[-/]\d{1,2}")
_RUNS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\t", "\r")
_BARE: Final = re.compile(r"[\x00-\x1f\x7f\"\\]")

Row = dict[str, Any]


def export_lines(everything: Any, form: str) -> Iterator[str]:
    """The text of an export, in pieces. form: toml, csv or jsonl."""
    write: Callable[[Any], Iterator[str]] = _WRITERS[form]
    return write(everything)


def _rows(everything: Any) -> Iterator[tuple[str, Row]]:
    """(table, fields) of every row; what is empty is left out."""
    file = everything.conflict
    yield (
        "export",
        {
            "version": VERSION,
            "conflict": file.slug,
            "conflict_path": file.path,
            "conflict_file": file.data.decode("utf-8", "replace"),
        },
    )
    for card in everything.cards:
        yield "document", card_fields(card)
    for actor in everything.actors:
        row = {**_of(actor, _ACTOR), "actor_kind": actor.kind}
        yield "source", {name: value for name, value in row.items() if value is not False}
    for claim in everything.claims:
        yield "claim", claim_fields(claim)
    for decision in everything.log:
        known = {name: getattr(decision.judgement, name, None) for name in JUDGEMENT}
        known |= {name: getattr(decision, name) for name in keys("seq act undoes origin hash")}
        yield "judgement", {name: value for name, value in known.items() if value is not None}


def card_fields(card: Card) -> Row:
    """Every field of a card that is set."""
    return _of(card, _CARD)


def claim_fields(claim: Claim) -> Row:
    """Every field of a claim that is set."""
    return _of(claim, _CLAIM)


def _of(noun: object, names: tuple[str, ...]) -> Row:
    values = {name: getattr(noun, name) for name in names}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value != ()
    }


def _jsonl(everything: Any) -> Iterator[str]:
    for table, row in _rows(everything):
        named = row if table == "claim" else {"kind": table, **row}
        yield json_text(named) + "\n"


def _toml(everything: Any) -> Iterator[str]:
    yield "# Everything that a ledger holds; truce ingest takes it in again without loss.\n"
    for table, row in _rows(everything):
        named = dict(row)
        if "actor_kind" in named:
            named["kind"] = named.pop("actor_kind")
        yield f"\n[[{table}]]\n" + "".join(
            f"{name} = {_toml_value(value)}\n" for name, value in named.items()
        )


def _toml_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    return f'"{_visible(_BARE.sub(_toml_escape, str(value)))}"'


def _toml_escape(match: re.Match[str]) -> str:
    char = match[0]
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return known.get(char, f"\\u{ord(char):04x}")


def _visible(text: str) -> str:
    """Characters that act on a screen as \\u escapes, which TOML, JSON and our cells all read back."""
    return text if text.isprintable() else "".join(_escaped(char) for char in text)


def _escaped(char: str) -> str:
    if safe(char) == char:
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _csv(everything: Any) -> Iterator[str]:
    yield ",".join(_COLUMNS) + "\n"
    for table, row in _rows(everything):
        named = row if table == "claim" else {**row, "kind": table}
        yield ",".join(_cell(named.get(column)) for column in _COLUMNS) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
    guarded = _guarded(text)
    quoted = any(char in guarded for char in ',"\n\r')
    return f'"{guarded.replace(chr(34), chr(34) * 2)}"' if quoted else guarded


def _guarded(text: str) -> str:
    """One line that no spreadsheet runs and no screen acts on; the reader of exports undoes it."""
    line = _visible(text.replace("\\", "\\\\").replace("\n", "\\n"))
    guarded = line.startswith(_RUNS) or not line.strip() or _DAY_LIKE.fullmatch(line)
    return f"'{line}" if guarded else line


_WRITERS: Final[Mapping[str, Any]] = {"toml": _toml, "csv": _csv, "jsonl": _jsonl}
