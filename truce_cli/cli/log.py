"""truce log: asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings


def log(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            autocompletion=completing.offering(completing.claims),
            help="Only this claim or document; all by default.",
        ),
    ] = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Who decided what, when, by which command and why. --limit shows the latest rows.

    \b
    truce log t-cb6f
    truce log --limit 20 --format jsonl
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render import log as drawn
    from truce_cli.workflow.log import log as asked

    answer = asked(settings.ledger, name)
    latest = wish.cut(answer.rows[::-1], settings)[::-1]
    rows = [drawn.log_row(row) for row in latest]
    put(
        settings,
        wish,
        rows,
        drawn.LOG_ROW,
        lambda: drawn.log_view(rows, answer.short, answer.undone),
        footer=lambda: drawn.log_footer(rows, answer.undone),
    )
