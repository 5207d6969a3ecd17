"""Runs the rules without a ledger, on one article or on a stream of JSON lines. Prints nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from truce_cli.errors import InputRefused
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.record import dataclass, replace

NO_CONFLICT = "none"
"""The word that stands for no conflict file: sides stay unknown."""

FIRST_LINES = 200
"""So many lines of a stream are looked at for the conflict that they name; memory holds no more at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One document and the claims that the rules propose in it."""

    document: Document
    conflict: Conflict | None
    """The one it was read with; None without one."""
    claims: tuple[Claim, ...]
    note: str = ""
    """What a person should see of its line, which refuses nothing."""


class Chooser:
    """The conflict of a run: chosen once, then kept for every document of it.

    named: a shipped conflict, a conflict file, `none`, or None: the shipped conflict whose names the first
    document to use any uses. Raises UsageError, and InputRefused for a broken file.
    """

    def __init__(self, named: str | None) -> None:
        from truce_cli.read.conflict import load_conflict
        from truce_cli.workflow.shipped import conflict_path

        self.settled = named is not None
        self.conflict = (
            None if named in (None, NO_CONFLICT) else load_conflict(conflict_path(str(named), NO_CONFLICT))
        )
        self.named_by = ""
        """id or path of the document whose names chose it; "" where a person did, or nothing."""
        self._shipped: tuple[Conflict, ...] | None = None

    def look(self, document: Document) -> bool:
        """Let a document choose, while nothing is settled. True once the conflict is settled."""
        if not self.settled:
            from truce_cli.workflow.choose import choose

            best = choose(self._conflicts(), (document.text,))
            if best is not None:
                self.settled, self.conflict = True, best[0]
                self.named_by = document.card.path or document.card.id
        return self.settled

    def _conflicts(self) -> tuple[Conflict, ...]:
        if self._shipped is None:
            from truce_cli.read.conflict import load_conflict
            from truce_cli.workflow.shipped import shipped_conflicts

            self._shipped = tuple(load_conflict(path) for path in shipped_conflicts().values())
        return self._shipped


def extract_article(
    name: str, data: bytes, chooser: Chooser, published: str | None, outlet: str | None
) -> Extracted:
    """The claims of one article. Raises InputRefused where it cannot be read."""
    from truce_cli.read.article import read_article

    document = read_article(name, data, published=published, outlet=outlet)
    chooser.look(document)
    return _extracted(document, chooser)


def extract_lines(name: str, lines: Iterable[bytes], chooser: Chooser) -> Iterator[Extracted | InputRefused]:
    """The claims of each line's document, or why a line was refused, in order.

    A line is {"id", "text", "published"?}; the id becomes the document's. Blank lines count for nothing. The
    conflict is the one that a line names, of the first FIRST_LINES of them, or none; it holds for every line.
    Once it is settled one line is in memory at a time.
    """
    waiting: list[tuple[Document, str] | InputRefused] = []
    settled = chooser.settled
    for item in _documents(name, lines):
        waiting.append(item)
        if not settled and not isinstance(item, InputRefused):
            settled = chooser.look(item[0])
        if settled or len(waiting) >= FIRST_LINES:
            settled = chooser.settled = True
            yield from _drawn(waiting, chooser)
            waiting.clear()
    yield from _drawn(waiting, chooser)


def _documents(name: str, lines: Iterable[bytes]) -> Iterator[tuple[Document, str] | InputRefused]:
    """Each line's document, with a note where its id came before."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _document(name, number, line)
        except InputRefused as refusal:
            yield refusal
            continue
        identity = document.card.id
        seen[identity] = seen.get(identity, 0) + 1
        note = ""
        if seen[identity] == 2:
            note = (
                f"{name}:{number}: the id {identity!r} stands on an earlier line too; both are read under it"
            )
        yield document, note


def _drawn(
    waiting: Iterable[tuple[Document, str] | InputRefused], chooser: Chooser
) -> Iterator[Extracted | InputRefused]:
    for item in waiting:
        yield item if isinstance(item, InputRefused) else _extracted(item[0], chooser, item[1])


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


def _extracted(document: Document, chooser: Chooser, note: str = "") -> Extracted:
    from truce_cli.extract.engine import extract

    conflict = chooser.conflict
    return Extracted(document=document, conflict=conflict, claims=extract(document, conflict), note=note)
