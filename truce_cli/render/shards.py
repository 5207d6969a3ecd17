"""Lines of a claim shard: articles with what was proposed in them, for `truce ingest`. Opens no file.

The first line names the conflict and the rules, the last one counts what stands between: a shard without it was
cut short. One line an article, with its text, so that no other file is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Document
from truce_cli.render.exports import card_fields, claim_fields

VERSION: Final = 1


def head_line(conflict: tuple[str, str, str], rules: int, size: int) -> str:
    """conflict: slug, path and text of its file. size: bytes of the source."""
    slug, path, text = conflict
    names: dict[str, Any] = {"version": VERSION, "rules": rules, "size": size}
    return _line("shard", {**names, "conflict": slug, "conflict_path": path, "conflict_file": text})


def article_line(document: Document, claims: Iterable[Claim]) -> str:
    """One article, with its original where its text is another."""
    row: dict[str, Any] = {"document": card_fields(document.card), "text": document.text}
    original = document.original.decode("utf-8", "surrogatepass")
    if original != document.text:
        row["original"] = original
    return _line("article", {**row, "claims": [claim_fields(claim) for claim in claims]})


def refused_line(source: str, line: int | None, message: str) -> str:
    """A line of the source that could not be read."""
    return _line("refused", {"source": source, "line": line, "message": message})


def end_line(articles: int, refused: int, claims: int) -> str:
    """The last line."""
    return _line("end", {"articles": articles, "refused": refused, "claims": claims})


def _line(kind: str, row: dict[str, Any]) -> str:
    line = json.dumps({"kind": kind, **row}, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode()
    except UnicodeEncodeError:  # half a character, which only an escape can hold
        line = json.dumps({"kind": kind, **row}, separators=(",", ":"))
    return line + "\n"
