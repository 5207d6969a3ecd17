"""truce backup: names a file, copies, gives the account."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truce_cli.cli.settings import Settings


def backup(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="FILE", help="The copy: a file that is not there yet.")],
) -> None:
    """Copy the ledger, consistent though another process writes.

    \b
    truce backup truce-2020-10-18.db
    truce backup "backups/$(date +%F).db"
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.backup import backup as copy

    size = copy(settings.ledger, Path(target))
    settings.note(f"{target}: {size:,} bytes")
