"""truce extract --into: shards for a ledger, over processes or over machines. Declares no options."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typer

from truce_cli.cli.settings import Settings, complain
from truce_cli.errors import InputRefused, TruceError

ENGINES: Final = ("local", "dask")


def make_shards(
    settings: Settings,
    paths: Sequence[str],
    folder: Path,
    conflict: str | None,
    *,
    engine: str,
    scheduler: str | None,
    processes: int,
) -> None:
    """Make the shards that are missing, tell of each line that was refused, give the account.

    Raises UsageError and its kin; InputRefused's exit code where lines were refused, TruceError where shards are
    missing still.
    """
    from truce_cli.render.scope import counted
    from truce_cli.workflow import shards

    sources = shards.sources_of(paths)
    file, how = shards.conflict_for(sources, conflict)
    settings.note(f"conflict: {file.slug}, {how}")
    folder.mkdir(parents=True, exist_ok=True)
    jobs, standing = shards.jobs_of(sources, folder, file)
    articles = claims = refused = failed = 0
    for made in shards.make(jobs, file, engine, scheduler, processes):
        for note in made.notes:
            settings.note(note)
        for refusal in made.refusals:
            complain(str(refusal))
        if made.failed:
            complain(f"{made.job.source}: no shard of it: {made.failed}")
        articles, claims = articles + made.articles, claims + made.claims
        refused, failed = refused + len(made.refusals), failed + bool(made.failed)
    settings.note(
        f"{counted(len(sources), 'shard')}: {len(jobs) - failed:,} made, {standing:,} there already, {failed:,} "
        f"missing; {counted(articles, 'article')} read, {refused:,} refused; {counted(claims, 'claim')} proposed"
    )
    if failed:
        raise TruceError(f"{counted(failed, 'shard')} missing; run the same again to make what is missing")
    if refused:
        raise typer.Exit(InputRefused.exit_code)
