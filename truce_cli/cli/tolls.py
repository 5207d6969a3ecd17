"""truce tolls: declares its options, asks, shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError
from truce_cli.model.finding import Question

if TYPE_CHECKING:
    from truce_cli.render.layout import View


def tolls(
    ctx: typer.Context,
    by_side: Annotated[bool, typer.Option("--by-side", help="Group by side, as it does by default.")] = True,
    by: o.By = None,
    series: Annotated[
        bool, typer.Option("--series", help="Every step of the running totals, with additions and gaps.")
    ] = False,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Own side, opponent, third party and media side by side.")
    ] = False,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    truce: o.Truce = None,
    side: o.Sides = None,
    victims: o.Victims = None,
    harm: o.Harms = None,
    status: o.Counted = None,
    policy: o.Policy = None,
    min_grade: o.MinGrade = None,
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
    truce tolls --by month,claimant
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
        policy=o.policy_of(policy),
        by=o.groupings(by),
        min_grade=o.grade_of(min_grade),
    )
    if series and matrix:
        raise UsageError("--series and --matrix are two views; ask for one")
    if (series or matrix) and question.by:
        raise UsageError("--by groups the tallies; leave it out with --series and --matrix")
    (_series if series else _matrix if matrix else _tallies)(settings, wish, question)


def _tallies(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.model.record import replace
    from truce_cli.render import rows, scope
    from truce_cli.workflow import query

    answer = query.tolls(settings.ledger, question)
    table = replace(answer.table, rows=tuple(wish.cut(answer.table.rows, settings)))

    def view() -> View:
        from truce_cli.render.tolls import tolls_view

        return tolls_view(table, answer.conflict, answer.cards, question)

    def footer() -> View:
        from truce_cli.render.tolls import tolls_footer

        return tolls_footer(table, answer.conflict, answer.cards)

    grouped = any(row.group for row in answer.table.rows)
    put(
        settings,
        wish,
        map(rows.grouped_row if grouped else rows.toll_row, table.rows),
        rows.GROUPED_ROW if grouped else rows.TOLL_ROW,
        view,
        footer=footer,
        account=lambda: scope.tolls_scope(table, answer.conflict),
    )


def _series(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.render import series as drawn
    from truce_cli.workflow import views

    answer = views.series(settings.ledger, question)
    shown = wish.cut(answer.steps, settings)
    put(
        settings,
        wish,
        map(drawn.series_row, shown),
        drawn.SERIES_ROW,
        lambda: drawn.series_view(shown, answer.cards),
        footer=lambda: drawn.series_footer(shown),
    )


def _matrix(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.render import matrix as drawn
    from truce_cli.workflow import views

    answer = views.matrix(settings.ledger, question)
    shown = wish.cut(answer.rows, settings)
    put(
        settings,
        wish,
        map(drawn.matrix_row, shown),
        drawn.MATRIX_ROW,
        lambda: drawn.matrix_view(shown, answer.conflict, answer.cards),
        footer=drawn.matrix_footer,
    )
