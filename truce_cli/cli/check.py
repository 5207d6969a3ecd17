"""truce check: asks, shows, ends with 1 where something is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.ingest import progress_for
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings
from truce_cli.errors import TruceError


def check(
    ctx: typer.Context,
    findings: Annotated[
        bool, typer.Option("--findings", help="Also gaps, clashes and stale repeats of the sources.")
    ] = False,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Look for damage and mistakes; silent where there is none. Changes nothing. Ends with 1 for a mistake.

    \b
    truce check
    truce check --findings --format json
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render.check import CHECK_ROW, check_row, check_view
    from truce_cli.workflow.check import check as look

    with progress_for(settings, "checking") as progress:
        answer = look(settings.ledger, progress=progress, findings=findings)
    listed(settings, wish, (*answer.flaws, *answer.left_open), check_row, CHECK_ROW, check_view)
    if answer.flaws:
        raise typer.Exit(TruceError.exit_code)
