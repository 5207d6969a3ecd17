"""What an ingest is given: walks it, names it, looks whether it has changed. Parses nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass, field
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import SeenFile
from truce_cli.workflow.tally import Tally

if TYPE_CHECKING:
    from truce_cli.read.walk import Noted

STDIN = "-"
_NO_DUMP = ", nor one with an article's text; --columns text=NAME says which"
_NONE: Mapping[str, str] = MappingProxyType({})
_GRAIN = 1.0
"""Seconds before the run in which a file's time proves nothing; file systems tick in milliseconds."""
MOST_BYTES = 100_000_000
"""An article of more is none: it is a disk image, a sparse file, an archive of a whole newspaper."""


@dataclass(slots=True)
class Inputs:
    """The files of one run by what they are, in the order of the walk."""

    articles: list[Path] = field(default_factory=list)
    claims: list[Path] = field(default_factory=list)
    shards: list[Path] = field(default_factory=list)
    """Articles with what was proposed in them, by `truce extract --into`."""
    conflicts: list[Path] = field(default_factory=list)
    dumps: list[Path] = field(default_factory=list)
    """Tables and JSON lines whose rows are articles."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Columns of the dumps that do not bear their usual names."""
    ledgers: list[Path] = field(default_factory=list)
    """Ledgers named outright, to be merged; those that a walk meets are skipped."""
    stdin: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at a file. data is None where the file is as the ledger knows it.

    touched: the same bytes under a new time, so that the ledger's note of the file needs renewing.
    """

    name: str
    seen: SeenFile | None
    data: bytes | None
    touched: bool = False


def gather(
    paths: Sequence[str],
    db: Path,
    stdin: bytes | None,
    tally: Tally,
    columns: Mapping[str, str] = _NONE,
    noted: Noted | None = None,
) -> Inputs:
    """Every file under the paths; what is skipped, refused or surely unchanged is counted in the tally.

    A dump counts nothing by itself: its rows do, when they are read.
    """
    from truce_cli.read.walk import ONLY_COUNTED, Unchanged, walk

    inputs = Inputs(columns=columns)
    if STDIN in paths:
        inputs.stdin = stdin or b""
        tally.found += 1
    own = _identity(db)
    named = {str(Path(path)) for path in paths}
    taken = [path for path in paths if path != STDIN]
    for item in walk(taken, noted) if noted is not None else walk(taken):
        if isinstance(item, Unchanged):
            tally.found += item.number
            tally.unchanged += item.number
            continue
        tally.found += 1
        if isinstance(item, InputRefused):
            tally.refuse_file(item)
        elif str(item.path) in named and _is_other_ledger(item.path, own):
            inputs.ledgers.append(item.path)
        elif _is_ledger(item.path, db, own):
            tally.skipped += 1
        elif item.kind == "rows" and _is_dump(item.path, columns):
            tally.found -= 1
            inputs.dumps.append(item.path)
        elif item.kind in ("skipped", "rows"):
            tally.skipped += 1
            if item.reason is not None and item.reason not in ONLY_COUNTED:
                no_dump = _NO_DUMP if item.kind == "rows" else ""
                tally.skips.append((shown(item.path), item.reason + no_dump))
        else:
            kinds = {"article": inputs.articles, "claims": inputs.claims, "shard": inputs.shards}
            kinds.get(item.kind, inputs.conflicts).append(item.path)
    return inputs


class Keys:
    """Names files by their path from the ledger's folder, so that both may move together.

    now: when the run began, UTC, ISO.
    """

    def __init__(self, folder: Path, now: str) -> None:
        self._trusted = round(datetime.fromisoformat(now).timestamp() - _GRAIN) * 1_000_000_000
        self._folder = os.path.abspath(folder)  # noqa: PTH100  (Path.absolute keeps "..")
        self._parents: dict[Path, Path] = {}

    def noted(self, ledger: Ledger) -> Noted:
        """What the ledger knows of a folder's articles."""

        def of_folder(folder: Path) -> Mapping[str, tuple[int, int]]:
            key = shown(self._relative(folder))
            return ledger.noted_in("" if key == "." else f"{key}/")

        return of_folder

    def time(self, info: os.stat_result) -> int:
        """The time to note of a file; none (-1) where the file may yet change without it changing.

        A file that is written twice within one tick of its clock keeps its time.
        """
        return info.st_mtime_ns if info.st_mtime_ns < self._trusted else -1

    def of(self, path: Path) -> str:
        parent = path.parent
        if parent not in self._parents:
            self._parents[parent] = self._relative(parent)
        return shown(self._parents[parent] / path.name)

    def _relative(self, parent: Path) -> Path:
        # Links stay unresolved: a file is known by the name under which it was found.
        absolute = os.path.abspath(parent)  # noqa: PTH100
        try:
            return Path(os.path.relpath(absolute, self._folder))
        except ValueError:  # another drive
            return Path(absolute)


def look(path: Path, ledger: Ledger | None, keys: Keys, kind: str, *, rehash: bool) -> Look:
    """Open a file only where its size or time differ from what the ledger knows.

    Raises InputRefused where the file cannot be read.
    """
    name, key = shown(path), keys.of(path)
    try:
        info = path.stat()
        if info.st_size > MOST_BYTES:
            raise InputRefused(
                name, f"holds {info.st_size:,} bytes; at most {MOST_BYTES:,} are read as one document"
            )
        known = ledger.file(key) if ledger is not None else None
        if known is not None and known.kind != kind:
            known = None
        same = known is not None and (known.size, known.mtime_ns) == (info.st_size, info.st_mtime_ns)
        if same and not rehash:
            return Look(name=name, seen=known, data=None)
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(name, f"cannot be read: {error.strerror or error}") from None
    digest = hashlib.sha256(data).hexdigest()
    # The time is from before the reading: a change during it will be seen by the next run.
    seen = SeenFile(
        path=key,
        size=info.st_size,
        mtime_ns=keys.time(info),
        sha256=digest,
        kind=kind,
        document=digest if kind == "article" else None,
    )
    if known is not None and known.sha256 == digest:
        return Look(name=name, seen=seen, data=None, touched=not same and seen != known)
    return Look(name=name, seen=seen, data=data)


def changed(path: Path, ledger: Ledger | None, keys: Keys, kind: str, *, rehash: bool) -> SeenFile | None:
    """The note to keep of a file that is too large to be read at once; None where it is as the ledger knows it.

    Raises InputRefused where the file cannot be read.
    """
    key = keys.of(path)
    try:
        info = path.stat()
        known = ledger.file(key) if ledger is not None else None
        same = known is not None and (known.kind, known.size, known.mtime_ns) == (
            kind,
            info.st_size,
            info.st_mtime_ns,
        )
        if same and not rehash:
            return None
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputRefused(shown(path), f"cannot be read: {error.strerror or error}") from None
    return SeenFile(path=key, size=info.st_size, mtime_ns=keys.time(info), sha256=digest, kind=kind)


def shown(path: Path) -> str:
    """A path as text that any UTF-8 store can hold; bytes that are no UTF-8 become \\xNN."""
    text = path.as_posix()
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text).decode("utf-8", "backslashreplace")
    return text


def _is_dump(path: Path, columns: Mapping[str, str]) -> bool:
    from truce_cli.read.article_row import has_text_column
    from truce_cli.read.dump import columns_in_head

    return has_text_column(columns_in_head(path), columns)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        info = path.stat()
    except OSError:
        return None
    return (info.st_dev, info.st_ino)


def _is_other_ledger(path: Path, own: tuple[int, int] | None) -> bool:
    from truce_cli.store.ledger import is_ledger

    return _identity(path) != own and is_ledger(path)


def _is_ledger(path: Path, db: Path, own: tuple[int, int] | None) -> bool:
    """True for the ledger itself and its journal, which may lie among the documents."""
    if not path.name.startswith(db.name):
        return False
    return path.name == f"{db.name}-journal" or (own is not None and _identity(path) == own)
