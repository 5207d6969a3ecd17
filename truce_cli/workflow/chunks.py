"""Articles by the chunk: as much as a process reads at once, and what came of each put back beside it. Reads none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from truce_cli.workflow.drawing import Source

CHUNK_ARTICLES = 125
CHUNK_BYTES = 4_000_000
CHUNK_FILES = 10_000
"""A chunk is read at once: so many articles, of so many bytes, among so many files."""


class Waiting(Protocol):
    """What may have an article to be read."""

    @property
    def source(self) -> Source | None: ...


Item = TypeVar("Item", bound=Waiting)
Came = TypeVar("Came")


def chunks(items: Iterable[Item]) -> Iterator[tuple[list[Item], list[Source]]]:
    """Items by the chunk, and the sources among them that are to be read, in their order."""
    some: list[Item] = []
    sources: list[Source] = []
    size = 0
    for item in items:
        some.append(item)
        if item.source is not None:
            sources.append(item.source)
            size += len(item.source.data)
        if len(sources) >= CHUNK_ARTICLES or size >= CHUNK_BYTES or len(some) >= CHUNK_FILES:
            yield some, sources
            some, sources, size = [], [], 0
    yield some, sources


def pairs(done: Iterable[tuple[list[Item], list[Came]]], nothing: Came) -> Iterator[tuple[Item, Came]]:
    """Each item with what came of its source; nothing where it had none."""
    for items, came in done:
        rest = iter(came)
        for item in items:
            yield item, next(rest) if item.source is not None else nothing
