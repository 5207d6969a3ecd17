"""truce violations: asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.model.finding import Question


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
    question = Question(
        truce=truce,
        sides=o.several(side),
        as_of=o.last_day(as_of, "--as-of"),
        known_on=o.last_day(known_on, "--known-on"),
        statuses=o.counted_statuses(status),
    )
    from truce_cli.render import violations as drawn
    from truce_cli.workflow import views

    answer = views.violations(settings.ledger, question)
    shown = wish.cut(answer.rows, settings)
    put(
        settings,
        wish,
        map(drawn.violations_row, shown),
        drawn.VIOLATIONS_ROW,
        lambda: drawn.violations_view(shown, answer.conflict),
        footer=lambda: drawn.violations_footer(shown),
    )
