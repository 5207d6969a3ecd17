"""Settles which conflict an ingest is about, and says how. Reads conflict files; stores nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from truce_cli.errors import InputRefused, UsageError
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import dataclass, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, SeenFile
from truce_cli.workflow.choose import choose
from truce_cli.workflow.held_conflict import with_parsed
from truce_cli.workflow.inputs import Keys, look
from truce_cli.workflow.shipped import CONFLICT_FILE, conflict_path, shipped_conflicts
from truce_cli.workflow.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The conflict of a run. how: for people; seen: its file, where one was among the inputs."""

    conflict: Conflict
    file: ConflictFile
    how: str
    seen: SeenFile | None = None


def settle(
    files: Sequence[Path],
    asked: str | None,
    ledger: Ledger | None,
    keys: Keys,
    texts: Callable[[], Sequence[str]],
    tally: Tally,
    *,
    rehash: bool,
    exported: Callable[[], ConflictFile | None] = lambda: None,
) -> Settled | None:
    """The conflict: --conflict, else a conflict file among the inputs, the ledger's, or by the names used.

    files: conflict files of the walk, each counted in the tally. exported: the conflict that an exported
    file brings along. texts: a sample of the documents, read only where nothing else tells. None where there
    is no text to tell by. Raises UsageError where two conflicts meet or none fits.
    """
    held = ledger.conflict() if ledger is not None else None
    outright = named_conflict(asked) if asked is not None else None
    before = len(tally.refusals)
    named = _among(files, held, outright, ledger, keys, tally, rehash=rehash)
    settled = _merged(outright, named) or _of_ledger(held) or _brought_along(exported())
    try:
        settled = settled or by_names(texts())
    except UsageError:
        if not tally.refusals[before:]:
            raise
        # the run ends here, and its refusals are not told otherwise
        raise UsageError(f"{tally.refusals[before]}; mend it, or say the conflict with --conflict") from None
    if settled is not None and held is not None and settled.file.slug != held.slug and ledger is not None:
        raise UsageError(
            f"{settled.file.path} is about {settled.file.slug}, but {ledger.path} is about {held.slug}; "
            "name another ledger with --db"
        )
    return settled


def named_conflict(name: str) -> Settled:
    """The conflict that a person names: a shipped one's slug, a conflict file, or the folder of one.

    Raises UsageError where there is none, InputRefused for a broken file.
    """
    path, how = conflict_path(name), f"named by --conflict {name}"
    return _shipped(name, path, how) if name in shipped_conflicts() else _read(path, path.as_posix(), how)


def _among(
    files: Sequence[Path],
    held: ConflictFile | None,
    outright: Settled | None,
    ledger: Ledger | None,
    keys: Keys,
    tally: Tally,
    *,
    rehash: bool,
) -> Settled | None:
    """The conflict that the inputs' conflict files name; every one of them is counted."""
    first: Settled | None = None
    for path in files:
        try:
            found = _in_walk(path, held, ledger, keys, rehash=rehash)
        except InputRefused as why:
            tally.refuse_file(why)
            continue
        leader = outright or first
        if leader is not None and leader.file.slug != found.file.slug:
            if outright is None:
                raise UsageError(
                    f"{leader.file.path} and {found.file.path} are about two conflicts, and a ledger is "
                    "about one; say which with --conflict"
                )
            tally.skipped += 1
            tally.notes.append(f"{found.file.path}: set aside, since --conflict names {leader.file.slug}")
        elif leader is not None and leader.file.sha256 != found.file.sha256:
            tally.refuse_file(
                InputRefused(
                    found.file.path, f"differs from {leader.file.path}, which leads; keep one of them"
                )
            )
        elif first is not None:
            tally.duplicate += 1
        else:
            first = found
            if held is not None and held.sha256 == found.file.sha256:
                tally.unchanged += 1
            else:
                tally.stored += 1
    return first


def _in_walk(
    path: Path, held: ConflictFile | None, ledger: Ledger | None, keys: Keys, *, rehash: bool
) -> Settled:
    seen = look(path, ledger, keys, "conflict", rehash=rehash)
    how = f"named by {seen.name}"
    if seen.data is None and held is not None and seen.seen is not None and seen.seen.sha256 == held.sha256:
        return _parsed(held, how, seen.seen)
    data = seen.data if seen.data is not None else path.read_bytes()
    return _parsed(_file(seen.name, data), how, seen.seen)


def _merged(outright: Settled | None, named: Settled | None) -> Settled | None:
    if outright is None:
        return named
    if named is None or named.file.sha256 != outright.file.sha256:
        return outright
    return Settled(conflict=outright.conflict, file=named.file, how=outright.how, seen=named.seen)


def _of_ledger(held: ConflictFile | None) -> Settled | None:
    return None if held is None else _parsed(held, "the ledger's")


def _brought_along(file: ConflictFile | None) -> Settled | None:
    return None if file is None else _parsed(file, "brought along by what is taken in")


def by_names(texts: Sequence[str]) -> Settled | None:
    """The shipped conflict whose names most of these texts use; None without texts. Raises UsageError."""
    if not texts:
        return None
    shipped = [_shipped(slug, path, "") for slug, path in shipped_conflicts().items()]
    chosen = choose([one.conflict for one in shipped], texts)
    if chosen is None:
        known = ", ".join(one.file.slug for one in shipped) or "none"
        raise UsageError(
            f"these documents fit none of the shipped conflicts ({known}); say which it is with --conflict, "
            "by name or by a conflict file of your own"
        )
    conflict, number = chosen
    settled = next(one for one in shipped if one.conflict is conflict)
    how = f"chosen by the names in {number} of {len(texts)} documents; --conflict says otherwise"
    return Settled(conflict=conflict, file=settled.file, how=how)


def _shipped(slug: str, path: Path, how: str) -> Settled:
    # Named from the shelf, not from this machine's root: a ledger is handed on to others.
    return _read(path, f"{slug}/{CONFLICT_FILE}", how)


def _read(path: Path, name: str, how: str) -> Settled:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(str(path), f"cannot be read: {error.strerror or error}") from None
    return _parsed(_file(name, data), how)


def _file(path: str, data: bytes) -> ConflictFile:
    return ConflictFile(slug="", path=path, data=data, sha256=hashlib.sha256(data).hexdigest())


def _parsed(file: ConflictFile, how: str, seen: SeenFile | None = None) -> Settled:
    from truce_cli.read.conflict import parse_conflict

    conflict = parse_conflict(file.data, file.path)
    named = with_parsed(replace(file, slug=conflict.slug), conflict)
    return Settled(conflict=conflict, file=named, how=how, seen=seen)
