"""truce timeline: declares its options, asks, shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.model.finding import Question

if TYPE_CHECKING:
    from truce_cli.render.layout import View


def timeline(
    ctx: typer.Context,
    truce: o.Truce = None,
    since: o.Since = None,
    until: o.Until = None,
    side: o.Sides = None,
    kind: o.Kinds = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Who accused whom of what, when, from a truce's first minute.

    \b
    truce timeline --truce oct-10
    truce timeline --since 2020-10-14 --kind violation --format csv
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    question = Question(
        truce=truce,
        since=o.first_day(since, "--since"),
        until=o.last_day(until, "--until"),
        sides=o.several(side),
        kinds=o.several(kind),
        as_of=o.last_day(as_of, "--as-of"),
        known_on=o.last_day(known_on, "--known-on"),
        statuses=o.counted_statuses(status),
    )
    from truce_cli.model.record import replace
    from truce_cli.render import rows, scope
    from truce_cli.workflow import query

    answer = query.timeline(settings.ledger, question)
    shown = replace(answer.timeline, entries=tuple(wish.cut(answer.timeline.entries, settings)))

    def view() -> View:
        from truce_cli.render.timeline import timeline_view

        return timeline_view(shown, answer.conflict, answer.cards)

    def footer() -> View:
        from truce_cli.render.timeline import timeline_footer

        return timeline_footer(shown, answer.conflict, answer.cards)

    put(
        settings,
        wish,
        map(rows.timeline_row, shown.entries),
        rows.TIMELINE_ROW,
        view,
        footer=footer,
        account=lambda: scope.timeline_scope(shown, answer.conflict),
    )
