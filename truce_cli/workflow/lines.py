"""Runs the rules over JSON lines, in a stream and over processes. Prints nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import chain
from pathlib import Path

from truce_cli.errors import InputRefused
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Document
from truce_cli.model.record import replace
from truce_cli.workflow.extract import Chooser, Extracted, Shape, extracted
from truce_cli.workflow.spread import spread

FIRST_LINES = 200
"""So many lines of a stream are looked at for the conflict that they name."""
_CHUNK_LINES = 100
_CHUNK_BYTES = 1_000_000
"""What a process is given at once, where there are several."""
_IDS = 50_000
"""So many ids are remembered, to tell where one comes twice: memory must not grow with the stream."""

Line = tuple[int, bytes]
"""A line that is not blank, with its number."""


def looks_like_lines(name: str, first: bytes) -> bool:
    """True where a source holds JSON lines, by its name or by the first line that is not blank."""
    if Path(name).suffix.lower() in (".jsonl", ".ndjson"):
        return True
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"text"' in start and start.rstrip().endswith(b"}")


def extract_lines(
    name: str, lines: Iterable[bytes], chooser: Chooser, shape: Shape, jobs: int = 1
) -> Iterator[Extracted | InputRefused]:
    """The claims of each line's document, or why a line was refused, in order.

    A line is {"id", "text", "published"?}; the id becomes the document's. Blank lines count for nothing. The
    conflict is the one that a line names, of the first FIRST_LINES of them, or none; it holds for every line.
    Once it is settled, one line is in memory at a time, or a few chunks of lines for each of the jobs.
    """
    every = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    head: list[Line] = []
    while not chooser.settled and len(head) < FIRST_LINES and (line := next(every, None)) is not None:
        head.append(line)
        with suppress(InputRefused):
            chooser.look(as_document(name, *line))
    chooser.settled = True
    work = partial(_read, name=name, conflict=chooser.conflict, shape=shape)
    twice = _Twice(name)
    with closing(spread(work, _chunks(chain(head, every), jobs), jobs)) as done:
        for numbers, found in done:
            for number, item in zip(numbers, found, strict=True):
                yield item if isinstance(item, InputRefused) else twice.noted(number, item)


def as_document(name: str, number: int, line: bytes) -> Document:
    """The document of a line, under the line's id. Raises InputRefused."""
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


def _chunks(lines: Iterable[Line], jobs: int) -> Iterator[tuple[list[int], list[Line]]]:
    """Lines by the chunk, with their numbers; one by one where they are read here, so that none waits."""
    some: list[Line] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line[1])
        if jobs == 1 or len(some) >= _CHUNK_LINES or size >= _CHUNK_BYTES:
            yield [number for number, _ in some], some
            some, size = [], 0
    if some:
        yield [number for number, _ in some], some


def _read(
    lines: Sequence[Line], name: str, conflict: Conflict | None, shape: Shape
) -> list[Extracted | InputRefused]:
    found: list[Extracted | InputRefused] = []
    for number, line in lines:
        try:
            found.append(extracted(as_document(name, number, line), conflict, shape))
        except InputRefused as refusal:
            found.append(refusal)
    return found


class _Twice:
    """Notes where an id comes a second time, among the ids of the last _IDS documents."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen: dict[str, int] = {}

    def noted(self, number: int, item: Extracted) -> Extracted:
        times = self._seen.get(item.id, 0) + 1
        self._seen[item.id] = times
        if len(self._seen) > _IDS:
            del self._seen[next(iter(self._seen))]
        if times != 2:
            return item
        where = f"{self._name}:{number}"
        return replace(
            item, note=f"{where}: the id {item.id!r} stands on an earlier line too; both are read under it"
        )
