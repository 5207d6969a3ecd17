"""Ingest: files in, ledger changed, account given. Joins reading, extraction, binding and the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from truce_cli.errors import InputRefused, UsageError
from truce_cli.read.article_row import columns_of
from truce_cli.store.writing import as_json
from truce_cli.workflow.again import take_again
from truce_cli.workflow.articles import Progress, take_articles
from truce_cli.workflow.binding import anchor_waiting
from truce_cli.workflow.curated import take_claims
from truce_cli.workflow.drawing import Given
from truce_cli.workflow.exported import exported_conflict
from truce_cli.workflow.inputs import Inputs, Keys, gather, look
from truce_cli.workflow.merge import take_ledgers
from truce_cli.workflow.pages import Pages
from truce_cli.workflow.report import IngestReport
from truce_cli.workflow.settle import Settled, settle
from truce_cli.workflow.take_shards import shard_conflict, take_shards
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who

__all__ = ["ingest"]


def ingest(
    paths: Sequence[str],
    db: Path,
    *,
    conflict: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    dry_run: bool = False,
    again: bool = False,
    rehash: bool = False,
    curator: str,
    now: str,
    stdin: bytes | None = None,
    columns: str = "",
    jobs: int = 1,
    progress: Progress | None = None,
) -> IngestReport:
    """Take articles and claims files into the ledger at db, making it where there is none.

    paths: files and folders; "-" is an article in stdin. conflict: a shipped conflict's slug or a conflict
    file. published, outlet: of a single article. again: also read every held document anew. rehash: open
    files that look unchanged. now: UTC, ISO. columns: of dumps, "text=body,published=when". jobs: processes that
    read. progress: called with (done, total, name).

    What was stored before an error stays stored. One input that cannot be taken is a value in the report.
    Raises UsageError, LedgerError and its kin, DiskError; InputRefused for a broken file named by `conflict`.
    """
    if not paths and not again:
        raise UsageError("name the files or folders to ingest, for example: truce ingest docs/")
    tally, who = Tally(), Who(curator=curator, now=now)
    given = Given(published=published, outlet=outlet)
    target = Target(db, dry_run=dry_run)
    try:
        tally.bound_before = target.ledger.count_bound() if target.ledger is not None else 0
        keys = Keys(db.parent, now)
        # a run about one article, or one that insists, opens what looks unchanged
        quick = target.ledger if given == Given() and not rehash else None
        noted = keys.noted(quick) if quick is not None else None
        inputs = gather(paths, db, stdin, tally, columns_of(columns), noted)
        _check_single(inputs, given)
        pages = Pages(inputs, target.ledger, keys, given, rehash=rehash)
        settled = settle(
            inputs.conflicts,
            conflict,
            target.ledger,
            keys,
            lambda: pages.sample() or _claims_texts(inputs, keys),
            tally,
            rehash=rehash,
            exported=lambda: exported_conflict(inputs) or shard_conflict(inputs.shards),
        )
        if again and target.ledger is None:
            raise UsageError(f"no ledger at {db} to read again; name the files or folders to ingest")
        if settled is None:
            _refuse_all(pages, inputs, keys, tally)
            return _report(tally, target, None)
        _renew_conflict(settled, target, who, tally)
        take_articles(
            pages, target, settled.conflict, settled.file, given, tally, who, jobs=jobs, progress=progress
        )
        take_shards(inputs.shards, target, settled.file, keys, tally, who, jobs=jobs, rehash=rehash)
        if given != Given() and tally.unchanged + tally.duplicate:
            tally.notes.append("the article is held already: its date and outlet stay as they are")
        if again and target.ledger is not None:
            take_again(target.ledger, settled.conflict, tally, jobs=jobs, progress=progress)
        take_claims(inputs.claims, target, settled.conflict, settled.file, keys, tally, who, rehash=rehash)
        take_ledgers(inputs.ledgers, target, settled.conflict, settled.file, tally, who)
        if settled.seen is not None:
            ledger = target.open(settled.file)
            with ledger.transaction():
                ledger.note_files([settled.seen])
        if target.ledger is not None:
            anchor_waiting(target.ledger, tally, who)
        return _report(tally, target, settled)
    finally:
        target.close()


def _check_single(inputs: Inputs, given: Given) -> None:
    number = len(inputs.articles) + (inputs.stdin is not None)
    if number > 1 and given != Given():
        raise UsageError(f"--published and --outlet are for a single article; these paths hold {number}")
    if inputs.dumps and given.published:
        raise UsageError("--published is for a single article; a column of the dump tells each row's")


def _claims_texts(inputs: Inputs, keys: Keys) -> list[str]:
    """Claims files as they stand: without an article they alone tell what the run is about."""
    texts = []
    for path in inputs.claims:
        with suppress(InputRefused):
            data = look(path, None, keys, "claims", rehash=False).data or b""
            texts.append(data.decode("utf-8", "replace"))
    return [text for text in texts if text.strip()]


def _refuse_all(pages: Pages, inputs: Inputs, keys: Keys, tally: Tally) -> None:
    """Nothing tells the conflict, for nothing could be read: every input is a refusal."""
    for page in pages:
        tally.found += page.row
        if page.refused is not None:
            tally.refuse_file(page.refused)
    for path in inputs.shards:
        tally.refuse_file(InputRefused(path.as_posix(), "no sound claim shard; make it again"))
    for path in inputs.claims:
        try:
            name = look(path, None, keys, "claims", rehash=False).name
            tally.refuse_file(InputRefused(name, "no claims in it"))
        except InputRefused as why:
            tally.refuse_file(why)


def _renew_conflict(settled: Settled, target: Target, who: Who, tally: Tally) -> None:
    """Put a changed conflict file into a ledger that is there already."""
    if target.ledger is None:
        return
    held = target.ledger.conflict()
    if held.sha256 == settled.file.sha256:
        return
    change = who.judgement(
        held.slug, "conflict", field="sha256", old=as_json(held.sha256), new=as_json(settled.file.sha256)
    )
    with target.ledger.transaction():
        target.ledger.put_conflict(settled.file)
        target.ledger.judge([change])
    tally.notes.append(
        f"{settled.file.path}: the conflict has changed; documents stored before keep what was drawn "
        "from them until truce ingest --again"
    )


def _report(tally: Tally, target: Target, settled: Settled | None) -> IngestReport:
    ledger = target.ledger
    return IngestReport(
        db=str(target.db),
        conflict=settled.file.slug if settled is not None else None,
        conflict_how=settled.how if settled is not None else "nothing could be read",
        created=target.created,
        dry_run=target.dry_run,
        found=tally.found,
        stored=tally.stored,
        unchanged=tally.unchanged,
        duplicate=tally.duplicate,
        skipped=tally.skipped,
        refused=tally.refused,
        refusals=tuple(tally.refusals),
        proposed=tally.proposed,
        bound=max(0, ledger.count_bound() - tally.bound_before) if ledger is not None else 0,
        added=tally.added,
        changed=tally.changed,
        same=tally.same,
        gone=tally.gone,
        claims_refused=tally.claims_refused,
        anchored=tally.anchored,
        unanchored=ledger.count_unanchored() if ledger is not None else 0,
        reread=tally.reread,
        withdrawn=tally.withdrawn,
        lost=tuple(tally.lost),
        merges=tuple(tally.merges),
        notes=tuple(tally.notes),
        skips=tuple(tally.skips),
    )
