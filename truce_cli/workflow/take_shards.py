"""Takes claim shards in: articles with what was proposed in them elsewhere, checked, in batches. Draws nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.errors import InputRefused
from truce_cli.store.packing import Packed, pack
from truce_cli.store.records import ConflictFile, Kept, SeenFile
from truce_cli.store.rows import why_not
from truce_cli.workflow.inputs import Keys, changed, shown
from truce_cli.workflow.spread import spread
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who

if TYPE_CHECKING:
    from truce_cli.read.shards import ShardEnd, ShardHead

_CHUNK_LINES = 100
_BATCH = 1000
_LAST = 4096
"""A shard's last line is shorter than so many bytes."""

Lines = list[tuple[int, bytes]]


def shard_conflict(paths: Sequence[Path]) -> ConflictFile | None:
    """The conflict that the first sound shard was made with; None where there is none."""
    for path in paths:
        try:
            head, _ = _ends(path)
        except InputRefused:
            continue
        data = head.conflict_file.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        return ConflictFile(slug=head.conflict, path=head.conflict_path, data=data, sha256=sha256)
    return None


def take_shards(
    paths: Sequence[Path],
    target: Target,
    file: ConflictFile,
    keys: Keys,
    tally: Tally,
    who: Who,
    *,
    jobs: int,
    rehash: bool,
) -> None:
    """Store the articles and proposals of every changed shard; a document that is held already stays as it is."""
    articles = new = taken = 0
    for path in paths:
        try:
            seen = changed(path, target.ledger, keys, "claims", rehash=rehash)
            if seen is None:
                tally.unchanged += 1
                continue
            head, end = _ends(path)
            _same_conflict(path, head, file, tally)
            stored = _take(path, head, end, target, file, tally, who, jobs)
        except InputRefused as why:
            tally.refuse_file(why)
            continue
        _note(seen, target, file)
        articles, new, taken = articles + end.articles, new + stored, taken + 1
        if stored:
            tally.stored += 1
        else:
            tally.unchanged += 1
    if taken:
        tally.notes.append(f"claim shards: {taken:,} read, {articles:,} articles in them, {new:,} new")


def _ends(path: Path) -> tuple[ShardHead, ShardEnd]:
    """First and last line. Raises InputRefused."""
    from truce_cli.read.shards import read_end, read_head

    name = shown(path)
    try:
        with path.open("rb") as lines:
            head = read_head(name, lines.readline())
            lines.seek(max(0, os.fstat(lines.fileno()).st_size - _LAST))
            last = lines.read()
    except OSError as error:
        raise InputRefused(name, f"cannot be read: {error.strerror or error}") from None
    return head, read_end(name, last.rstrip(b"\n").rpartition(b"\n")[2])


def _same_conflict(path: Path, head: ShardHead, file: ConflictFile, tally: Tally) -> None:
    if head.conflict != file.slug:
        raise InputRefused(shown(path), f"is about {head.conflict}, and this ledger is about {file.slug}")
    if head.conflict_file.encode() != file.data:
        tally.notes.append(
            f"{shown(path)}: made with another version of the conflict file; what was drawn with it stays until "
            "truce ingest --again"
        )


def _take(
    path: Path,
    head: ShardHead,
    end: ShardEnd,
    target: Target,
    file: ConflictFile,
    tally: Tally,
    who: Who,
    jobs: int,
) -> int:
    """Store what stands in a shard, by the batch; how many documents were new."""
    name = shown(path)
    work = partial(_unpack, name=name, rules=head.rules, added=who.now)
    batch: list[Packed] = []
    found = new = 0
    with path.open("rb") as lines, closing(spread(work, _chunks(lines), jobs)) as done:
        for _, unpacked in done:
            for one in unpacked:
                if isinstance(one, InputRefused):
                    tally.refusals.append(one)
                else:
                    batch.append(one)
                found += 1
            if len(batch) >= _BATCH:
                new += _store(batch, target, file, tally)
                batch = []
    new += _store(batch, target, file, tally)
    if found != end.articles + end.refused:
        raise InputRefused(
            name, f"holds {found:,} lines where its last one counts {end.articles + end.refused:,}"
        )
    return new


def _chunks(lines: Iterable[bytes]) -> Iterator[tuple[None, Lines]]:
    """The lines between the first and the last, with their numbers, by the chunk."""
    between = _between(enumerate(lines, 1))
    while some := list(islice(between, _CHUNK_LINES)):
        yield None, some


def _between(numbered: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    next(numbered, None)
    for line, _ in pairwise(numbered):
        yield line


def _unpack(lines: Lines, name: str, rules: int, added: str) -> list[Packed | InputRefused]:
    from truce_cli.read.shards import read_article_line

    found: list[Packed | InputRefused] = []
    for number, line in lines:
        try:
            document, claims = read_article_line(name, number, line)
            for claim in claims:
                problem = why_not(claim)
                if problem is not None:
                    raise InputRefused(name, f"{claim.id}: {problem}", line=number)
            kept = [Kept(claim=claim, rules_version=rules) for claim in claims]
            found.append(pack(document, kept, rules_version=rules, added=added))
        except InputRefused as why:
            found.append(why)
    return found


def _store(batch: Sequence[Packed], target: Target, file: ConflictFile, tally: Tally) -> int:
    if not batch:
        return 0
    ledger = target.open(file)
    with ledger.transaction():
        added, proposed = ledger.add_packed(batch)
    tally.proposed += proposed
    return len(added)


def _note(seen: SeenFile, target: Target, file: ConflictFile) -> None:
    ledger = target.open(file)
    with ledger.transaction():
        ledger.note_files([seen])
