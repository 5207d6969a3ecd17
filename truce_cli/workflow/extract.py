"""Runs the rules without a ledger, on one article or on a stream of JSON lines. Prints nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from truce_cli.errors import InputRefused, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document

NO_CONFLICT = "none"
"""The word that stands for no conflict file: sides stay unknown."""

Chooser = Callable[[Document], Conflict | None]
"""The conflict that a document is read with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One document and the claims that the rules propose in it."""

    document: Document
    conflict: str | None
    """Slug of the conflict it was read with; None without one."""
    claims: tuple[Claim, ...]


def chooser(named: str | None) -> Chooser:
    """How the conflict of each document is chosen.

    named: a shipped conflict, a conflict file, `none`, or None: the shipped conflict whose names the document
    uses, where it uses any. Raises UsageError, and InputRefused for a broken file.
    """
    from truce_cli.read.conflict import load_conflict

    if named == NO_CONFLICT:
        return lambda document: None
    if named is None:
        return _by_names()
    conflict = load_conflict(_path_of(named))
    return lambda document: conflict


def extract_article(
    name: str, data: bytes, conflict_for: Chooser, published: str | None, outlet: str | None
) -> Extracted:
    """The claims of one article. Raises InputRefused where it cannot be read."""
    from truce_cli.read.article import read_article

    return _extracted(read_article(name, data, published=published, outlet=outlet), conflict_for)


def extract_lines(
    name: str, lines: Iterable[bytes], conflict_for: Chooser
) -> Iterator[Extracted | InputRefused]:
    """The claims of each line's document, or why a line was refused, in order, one line in memory at a time.

    A line is {"id", "text", "published"?}; the id becomes the document's. Blank lines count for nothing.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _document(name, number, line)
        except InputRefused as refusal:
            yield refusal
        else:
            yield _extracted(document, conflict_for)


def tally_row(item: Extracted) -> dict[str, object]:
    """A document's own total: {"id", "killed": {"low", "value", "high"}, "injured": {...}}."""
    from truce_cli.extract.tally import tally

    counts = tally(item.document.text, item.claims)
    totals = {harm: counts.get(harm, _NO_COUNT) for harm in ("killed", "injured")}
    return {"id": item.document.card.id, **totals}


_NO_COUNT: dict[str, int | None] = {"low": None, "value": None, "high": None}


def looks_like_lines(name: str, first: bytes) -> bool:
    """True where a source holds JSON lines, by its name or by the first line that is not blank."""
    if Path(name).suffix.lower() in (".jsonl", ".ndjson"):
        return True
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"text"' in start and start.rstrip().endswith(b"}")


def _document(name: str, number: int, line: bytes) -> Document:
    from truce_cli.read.article import read_article

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        said = getattr(error, "msg", None) or str(error)
        raise InputRefused(name, f"no JSON: {said}; one object a line", line=number) from None
    if not isinstance(row, dict):
        raise InputRefused(name, 'not an object; a line is {"id", "text"}', line=number)
    identity, text, published = row.get("id"), row.get("text"), row.get("published")
    if not isinstance(text, str) or not isinstance(identity, (str, int)) or isinstance(identity, bool):
        raise InputRefused(name, 'a line needs an "id" and a "text"', line=number)
    if published is not None and not isinstance(published, str):
        raise InputRefused(name, '"published" is no text; write it as "2020-10-18"', line=number)
    try:
        document = read_article(str(identity), text.encode("utf-8", "replace"), published=published)
    except InputRefused as refusal:
        raise InputRefused(name, refusal.message, line=number) from None
    return replace(document, card=replace(document.card, id=str(identity), path=None))


def _extracted(document: Document, conflict_for: Chooser) -> Extracted:
    from truce_cli.extract.engine import extract

    conflict = conflict_for(document)
    return Extracted(
        document=document,
        conflict=conflict.slug if conflict else None,
        claims=extract(document, conflict),
    )


def _by_names() -> Chooser:
    """Each document by itself, so that the answer does not depend on what stands beside it."""
    from truce_cli.read.conflict import load_conflict
    from truce_cli.workflow.choose import choose
    from truce_cli.workflow.shipped import shipped_conflicts

    conflicts = tuple(load_conflict(path) for path in shipped_conflicts().values())

    def chosen(document: Document) -> Conflict | None:
        best = choose(conflicts, (document.text,))
        return best[0] if best else None

    return chosen


def _path_of(named: str) -> Path:
    from truce_cli.workflow.nearest import nearest
    from truce_cli.workflow.shipped import shipped_conflicts

    shipped = shipped_conflicts()
    if named in shipped:
        return shipped[named]
    path = Path(named)
    if path.is_file():
        return path
    near = nearest(named, (*shipped, NO_CONFLICT))
    hint = f"did you mean {' or '.join(near)}?" if near else f"shipped: {', '.join(shipped) or 'none'}"
    raise UsageError(f"no conflict {named!r}, neither shipped nor a file; {hint}")
