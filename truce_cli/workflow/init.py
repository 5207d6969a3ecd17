"""Begins a ledger, or a conflict file; lists the conflicts that come with the program. Prints nothing."""

from __future__ import annotations

import re
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A conflict that comes with the program. claims, documents: how many lie beside it; folder: where."""

    conflict: Conflict
    claims: int
    documents: int
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """slug, name: of the conflict; created: False where the ledger was there already; folder: of its shipped
    claims and documents, None for a file of one's own."""

    slug: str
    name: str
    created: bool
    folder: Path | None


def shipped() -> tuple[Shipped, ...]:
    """Every shipped conflict, by name."""
    from truce_cli.read.conflict import load_conflict
    from truce_cli.read.toml_source import read_toml
    from truce_cli.workflow.shipped import shipped_conflicts

    found = []
    for path in shipped_conflicts().values():
        claims = path.with_name("claims.toml")
        number = len(read_toml(str(claims), claims.read_bytes()).rows("claim")) if claims.is_file() else 0
        documents = sum(1 for file in (path.parent / "docs").glob("*") if file.is_file())
        found.append(
            Shipped(conflict=load_conflict(path), claims=number, documents=documents, folder=path.parent)
        )
    return tuple(found)


def begin(db: Path, named: str) -> Begun:
    """Make an empty ledger about a conflict: a shipped one, a conflict file, or its folder.

    Raises UsageError where there is none, or where the ledger is about another one already.
    """
    from truce_cli.workflow.settle import named_conflict
    from truce_cli.workflow.shipped import shipped_conflicts
    from truce_cli.workflow.target import Target

    settled = named_conflict(named)
    target = Target(db, dry_run=False)
    try:
        held = target.open(settled.file).conflict()
        if held.slug != settled.file.slug:
            raise UsageError(
                f"{db} is about {held.slug}, not {settled.file.slug}; name another ledger with --db"
            )
        if held.sha256 != settled.file.sha256:
            raise UsageError(f"{db} has another state of {held.slug}; bring it in with truce ingest {named}")
    finally:
        target.close()
    folder = shipped_conflicts().get(named)
    return Begun(
        slug=settled.file.slug,
        name=settled.conflict.name,
        created=target.created,
        folder=folder.parent if folder else None,
    )


def draft(slug: str, path: Path) -> None:
    """Write a conflict file to fill in. Raises UsageError for no slug, or where a file stands there already."""
    from truce_cli.read.row import SLUG
    from truce_cli.render.conflict_draft import conflict_draft
    from truce_cli.render.files import whole_file

    if not re.fullmatch(SLUG, slug):
        raise UsageError(f"--new: {slug!r} is no slug; write small letters, digits and hyphens")
    if path.exists():
        raise UsageError(f"{path} is there already; name another file with --output")
    with whole_file(path) as stream:
        stream.write(conflict_draft(slug, path.as_posix()))
