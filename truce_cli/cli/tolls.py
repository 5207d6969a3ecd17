"""truce tolls: declares its options, asks, shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError

if TYPE_CHECKING:
    from truce_cli.model.finding import Question, Tally, TollTable
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
    from truce_cli.workflow.question import question

    asked = question(
        truce=truce,
        as_of=as_of,
        known_on=known_on,
        side=side,
        victims=victims,
        harm=harm,
        status=status,
        derived=derived,
        policy=policy,
        by=by,
        min_grade=min_grade,
    )
    if series and matrix:
        raise UsageError("--series and --matrix are two views; ask for one")
    if (series or matrix) and asked.by:
        raise UsageError("--by groups the tallies; leave it out with --series and --matrix")
    (_series if series else _matrix if matrix else _tallies)(settings, wish, asked)


def _tallies(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.model.record import replace
    from truce_cli.render import rows, scope
    from truce_cli.workflow import query

    answer = query.tolls(settings.ledger, question)

    def cut(tallies: Sequence[Tally]) -> TollTable:
        return replace(answer.table, rows=tuple(tallies))

    def view(shown: Sequence[Tally]) -> View:
        from truce_cli.render.tolls import tolls_view

        return tolls_view(cut(shown), answer.conflict, answer.cards, question)

    def footer(shown: Sequence[Tally]) -> View:
        from truce_cli.render.tolls import tolls_footer

        return tolls_footer(cut(shown), answer.conflict, answer.cards)

    grouped = any(row.group for row in answer.table.rows)
    listed(
        settings,
        wish,
        answer.table.rows,
        rows.grouped_row if grouped else rows.toll_row,
        rows.GROUPED_ROW if grouped else rows.TOLL_ROW,
        view,
        footer=footer,
        account=lambda shown: scope.tolls_scope(cut(shown), answer.conflict),
    )


def _series(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.render import series as drawn
    from truce_cli.workflow import views

    answer = views.series(settings.ledger, question)
    listed(
        settings,
        wish,
        answer.steps,
        drawn.series_row,
        drawn.SERIES_ROW,
        lambda shown: drawn.series_view(shown, answer.cards),
        footer=lambda shown: drawn.series_footer(shown, answer.conflict, question),
    )


def _matrix(settings: Settings, wish: Wish, question: Question) -> None:
    from truce_cli.render import matrix as drawn
    from truce_cli.workflow import views

    answer = views.matrix(settings.ledger, question)
    listed(
        settings,
        wish,
        answer.rows,
        drawn.matrix_row,
        drawn.MATRIX_ROW,
        lambda shown: drawn.matrix_view(shown, answer.conflict, answer.cards),
        footer=lambda shown: drawn.matrix_footer(shown, answer.conflict, question),
    )
