"""truce violations: asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings


def violations(
    ctx: typer.Context,
    truce: o.Truce = None,
    by_side: Annotated[
        bool, typer.Option("--by-side", help="Accuser's side by accused side, as it does by default.")
    ] = True,
    side: o.Sides = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Who accused whom how often, by act and day: distinct events, with denials and the first minute.

    \b
    truce violations --truce oct-10 --by-side
    truce violations --format json | jq '.[] | {key, events, first_minutes}'
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render import violations as drawn
    from truce_cli.workflow import views
    from truce_cli.workflow.question import question

    asked = question(truce=truce, side=side, as_of=as_of, known_on=known_on, status=status)
    answer = views.violations(settings.ledger, asked)
    listed(
        settings,
        wish,
        answer.rows,
        drawn.violations_row,
        drawn.VIOLATIONS_ROW,
        lambda shown: drawn.violations_view(shown, answer.conflict),
        footer=lambda shown: drawn.violations_footer(shown, answer.conflict, asked),
    )
