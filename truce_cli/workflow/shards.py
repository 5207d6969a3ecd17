"""Makes claim shards of JSON-lines files: each is complete or not there, so that a rerun does what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from truce_cli.errors import InputRefused, TruceError, UsageError
from truce_cli.model.record import dataclass
from truce_cli.store.records import ConflictFile
from truce_cli.workflow.drawing import Given, proposals, read
from truce_cli.workflow.held_conflict import parsed
from truce_cli.workflow.inputs import shown
from truce_cli.workflow.spread import spread

_LINES = (".jsonl", ".ndjson")
_ENDING = ".claims.jsonl"
_FIRST_ROWS = 200
"""So many rows are looked at for the conflict that they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One source and the shard to be made of it; both absolute, for they may be opened elsewhere.

    name: the source as it was named, which is what its articles are known by.
    """

    name: str
    source: str
    shard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What stands in a shard that was made, or why it was not. refusals: rows of the source, each told."""

    job: Job
    articles: int = 0
    claims: int = 0
    refusals: tuple[InputRefused, ...] = ()
    notes: tuple[str, ...] = ()
    failed: str = ""


def sources_of(paths: Sequence[str]) -> list[Path]:
    """The JSON-lines files named, and those in folders named, in order of names. Raises UsageError."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found += sorted(one for one in path.iterdir() if one.suffix.lower() in _LINES and one.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"{path}: no such file or folder; name JSON lines, or folders of them")
    names: dict[str, Path] = {}
    for path in found:
        if names.setdefault(path.stem, path) != path:
            raise UsageError(f"{path} and {names[path.stem]} would make the same shard; rename one of them")
    if not found:
        raise UsageError(f'no JSON lines in {", ".join(paths)}; a line is {{"id", "text"}}')
    return found


def conflict_for(sources: Sequence[Path], named: str | None) -> tuple[ConflictFile, str]:
    """The conflict's file, and how it was chosen: by name, or by the first lines. Raises UsageError."""
    from truce_cli.workflow.settle import by_names, named_conflict

    settled = named_conflict(named) if named is not None else by_names(_first_texts(sources))
    if settled is None:
        raise UsageError(f'nothing to read in {sources[0]}; a line is {{"id", "text"}}')
    return settled.file, settled.how


def _first_texts(sources: Sequence[Path]) -> list[str]:
    """Texts of the first lines of the first source, to see what they are about."""
    from truce_cli.read.dump import dump_rows

    texts = []
    for row in dump_rows(sources[0], shown(sources[0])):
        with suppress(InputRefused):
            if not isinstance(row, InputRefused):
                texts.append(read(f"{sources[0]}:{row.line}", row.data, Given()).text)
        if len(texts) >= _FIRST_ROWS:
            break
    return texts


def jobs_of(sources: Sequence[Path], folder: Path, conflict: ConflictFile) -> tuple[list[Job], int]:
    """What is to be made in the folder, and how many shards are there already, made of the same in the same way."""
    jobs = []
    for source in sources:
        shard = folder / f"{source.stem}{_ENDING}"
        if not _stands(shard, source, conflict):
            jobs.append(Job(name=shown(source), source=str(source.resolve()), shard=str(shard.resolve())))
    return jobs, len(sources) - len(jobs)


def _stands(shard: Path, source: Path, conflict: ConflictFile) -> bool:
    from truce_cli.extract.version import RULES_VERSION
    from truce_cli.read.shards import read_head

    try:
        with shard.open("rb") as lines:
            head = read_head(str(shard), lines.readline())
        size = source.stat().st_size
    except (OSError, InputRefused):
        return False
    return (head.rules, head.size, head.conflict_file.encode()) == (RULES_VERSION, size, conflict.data)


def make_shard(job: Job, conflict: ConflictFile) -> Made:
    """Draw the claims of every row of a source into its shard, which then is there whole.

    One row is in memory at a time. Raises InputRefused where the source cannot be read, DiskError.
    """
    from truce_cli.extract.version import RULES_VERSION
    from truce_cli.read.dump import dump_rows
    from truce_cli.render import shards as write
    from truce_cli.render.files import whole_file

    war, source = parsed(conflict), Path(job.source)
    refusals: list[InputRefused] = []
    notes: list[str] = []
    articles = claims = 0
    about = (conflict.slug, conflict.path, conflict.data.decode())
    size = _size(source)
    with whole_file(Path(job.shard)) as shard:
        shard.write(write.head_line(about, RULES_VERSION, size))
        for row in dump_rows(source, job.name):
            try:
                if isinstance(row, InputRefused):
                    raise row
                document = read(f"{job.name}:{row.line}", row.data, Given())
                found = proposals(document, war, notes)
            except InputRefused as why:
                refusals.append(why)
                shard.write(write.refused_line(why.path, why.line, why.message))
                continue
            shard.write(write.article_line(document, found))
            articles, claims = articles + 1, claims + len(found)
        shard.write(write.end_line(articles, len(refusals), claims))
    return Made(job=job, articles=articles, claims=claims, refusals=tuple(refusals), notes=tuple(notes))


def _size(source: Path) -> int:
    try:
        return source.stat().st_size
    except OSError as error:
        raise InputRefused(str(source), f"cannot be read: {error.strerror or error}") from None


def make(
    jobs: Sequence[Job], conflict: ConflictFile, engine: str, scheduler: str | None, processes: int
) -> Iterator[Made]:
    """Make shards: engine `local` or `dask`. Raises UsageError."""
    if engine == "dask":
        return make_over_dask(jobs, conflict, scheduler, processes)
    if scheduler is not None:
        raise UsageError("--scheduler is for --engine dask")
    return make_here(jobs, conflict, processes)


def make_here(jobs: Sequence[Job], conflict: ConflictFile, processes: int) -> Iterator[Made]:
    """Make shards over processes of this machine."""
    work = partial(_tried, conflict=conflict)
    for _, made in spread(work, ((None, job) for job in jobs), processes):
        yield made


def _tried(job: Job, conflict: ConflictFile) -> Made:
    try:
        return make_shard(job, conflict)
    except TruceError as why:
        return Made(job=job, failed=str(why))


def make_over_dask(
    jobs: Sequence[Job], conflict: ConflictFile, scheduler: str | None, processes: int
) -> Iterator[Made]:
    """Make shards on the workers of a dask scheduler, as they are done; they see the same files as this machine.

    scheduler: its address; None for workers of our own, on this machine. A shard whose worker dies is made by
    another one. Raises UsageError without dask, TruceError where no scheduler answers.
    """
    try:
        from dask.distributed import Client, LocalCluster, as_completed
    except ImportError:
        raise UsageError("--engine dask needs dask; install it: pip install 'truce-cli[dask]'") from None

    own = None
    if scheduler is None:
        own = LocalCluster(
            n_workers=processes,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=50,
        )
    try:
        with Client(own or scheduler, timeout=15) as client:
            futures = {client.submit(make_shard, job, conflict, pure=False, retries=3): job for job in jobs}
            for future in as_completed(futures):
                error = future.exception()
                if error is None:
                    yield future.result()
                else:
                    yield Made(job=futures[future], failed=str(error) or type(error).__name__)
    except OSError as why:
        raise TruceError(f"no scheduler answers at {scheduler}: {why}; start one: dask scheduler") from None
    finally:
        if own is not None:
            own.close()
