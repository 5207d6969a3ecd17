"""truce tolls: declares its options, asks, shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.model.finding import Question

if TYPE_CHECKING:
    from truce_cli.render.layout import View


def tolls(
    ctx: typer.Context,
    by_side: Annotated[bool, typer.Option("--by-side", help="Group by side, as it does by default.")] = True,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    truce: o.Truce = None,
    side: o.Sides = None,
    victims: o.Victims = None,
    harm: o.Harms = None,
    status: o.Counted = None,
    derived: Annotated[
        bool, typer.Option("--derived", help="Add sums that cannot count anyone twice, marked.")
    ] = False,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Reconciled tallies, each with its claimant and its day.

    \b
    truce tolls --by-side --as-of 2020-10-14
    truce tolls --side armenian --format json | jq '.[].text'
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    question = Question(
        truce=truce,
        as_of=o.last_day(as_of, "--as-of"),
        known_on=o.last_day(known_on, "--known-on"),
        sides=o.several(side),
        victims=o.several(victims),
        harms=o.several(harm),
        statuses=o.counted_statuses(status),
        derived=derived,
    )
    from dataclasses import replace

    from truce_cli.render import rows, scope
    from truce_cli.workflow import query

    answer = query.tolls(settings.ledger, question)
    table = replace(answer.table, rows=tuple(wish.cut(answer.table.rows, settings)))

    def view() -> View:
        from truce_cli.render.tolls import tolls_view

        return tolls_view(table, answer.conflict, answer.cards, question)

    def footer() -> View:
        from truce_cli.render.tolls import tolls_footer

        return tolls_footer(table, answer.conflict)

    put(
        settings,
        wish,
        map(rows.toll_row, table.rows),
        rows.TOLL_ROW,
        view,
        footer=footer,
        account=lambda: scope.tolls_scope(table, answer.conflict),
    )
