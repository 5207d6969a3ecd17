"""truce undo: names an act, reverses it, gives the account."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings


def undo(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NUMBER|ID]",
            autocompletion=completing.offering(completing.claims),
            help="A row's number in the log, or a claim; your last act.",
        ),
    ] = None,
    why: c.Why = None,
) -> None:
    """Take a decision back: the reverse is added to the log, nothing is taken out of it.

    \b
    truce undo
    truce undo t-cb6f
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.undo import undo as reverse

    c.tell(settings, "set back", reverse(settings.ledger, name, c.who("undo", why)))
