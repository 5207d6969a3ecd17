"""Takes articles in: what was drawn from them, into the ledger in batches. Knows no claims file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial

from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.record import dataclass, field
from truce_cli.store.packing import Packed
from truce_cli.store.records import ConflictFile, Judgement, SeenFile
from truce_cli.store.writing import as_json
from truce_cli.workflow.chunks import chunks, pairs
from truce_cli.workflow.drawing import Drawn, Given, draw
from truce_cli.workflow.pages import Page, Pages
from truce_cli.workflow.spread import spread
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who

BATCH_DOCUMENTS = 1000
BATCH_BYTES = 32_000_000
"""A batch is stored when it holds so many files, or the originals of so many bytes."""

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class _Batch:
    documents: list[Packed] = field(default_factory=list)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is to be told of each document of the batch, by its sha256."""
    files: list[SeenFile] = field(default_factory=list)
    duplicates: int = 0
    size: int = 0

    @property
    def full(self) -> bool:
        return max(len(self.files), len(self.documents)) >= BATCH_DOCUMENTS or self.size >= BATCH_BYTES


def take_articles(
    pages: Pages,
    target: Target,
    conflict: Conflict,
    file: ConflictFile,
    given: Given,
    tally: Tally,
    who: Who,
    *,
    jobs: int,
    progress: Progress | None,
) -> None:
    """Store every new article with its proposals. Counts grow only when a batch is on the disk.

    jobs: processes that read and draw; this one alone stores, in the order of the pages, whatever jobs is.
    """
    batch = _Batch()
    work = partial(draw, conflict=conflict, added=who.now)
    with closing(spread(work, chunks(pages), jobs)) as done:
        for number, (page, drawn) in enumerate(pairs(done, Drawn()), 1):
            _sort(page, drawn, batch, tally)
            if batch.full:
                _store(batch, target, file, given, tally, who)
                batch = _Batch()
            if progress is not None:
                progress(number, pages.total, page.name)
    _store(batch, target, file, given, tally, who)


def _sort(page: Page, drawn: Drawn, batch: _Batch, tally: Tally) -> None:
    """Put one page where it belongs: the account, or the batch."""
    tally.found += page.row
    refused = page.refused or drawn.refused
    if refused is not None:
        tally.refuse_file(refused)
        return
    if drawn.packed is not None and page.sha256 not in batch.notes:
        batch.documents.append(drawn.packed)
        batch.notes[drawn.packed.card.id] = drawn.notes
        batch.size += drawn.packed.card.size
    elif page.sha256 is not None and (page.seen is not None or (page.row and page.source is not None)):
        batch.duplicates += 1
    else:
        # Standard input has no path under which it could be a copy.
        tally.unchanged += 1
    if page.seen is not None and (page.sha256 is not None or page.touched):
        batch.files.append(page.seen)


def _store(batch: _Batch, target: Target, file: ConflictFile, given: Given, tally: Tally, who: Who) -> None:
    if not batch.documents and not batch.files:
        return
    ledger = target.open(file)
    with ledger.transaction():
        # Another process, or an earlier batch, may have stored some of them since we looked.
        added, proposed = ledger.add_packed(batch.documents)
        ledger.note_files(batch.files)
        new = [one.card for one in batch.documents if one.card.id in added]
        ledger.judge(_given_fields(new, given, who))
    tally.stored += len(new)
    tally.duplicate += batch.duplicates + len(batch.documents) - len(new)
    tally.proposed += proposed
    tally.notes += [note for card in new for note in batch.notes[card.id]]


def _given_fields(cards: Sequence[Card], given: Given, who: Who) -> Iterator[Judgement]:
    """A date or outlet that a person gave is a decision: reading the article again must not lose it."""
    for card in cards:
        for name, value in (("published", given.published), ("outlet", given.outlet)):
            if value is not None:
                yield who.judgement(card.id, "given", field=name, new=as_json(value))
