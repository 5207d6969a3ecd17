"""truce timeline: declares its options, asks, shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings

if TYPE_CHECKING:
    from truce_cli.model.finding import Entry, Timeline
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
    from truce_cli.model.record import replace
    from truce_cli.render import rows, scope
    from truce_cli.workflow import query
    from truce_cli.workflow.question import question

    asked = question(
        truce=truce,
        since=since,
        until=until,
        side=side,
        kind=kind,
        as_of=as_of,
        known_on=known_on,
        status=status,
    )
    answer = query.timeline(settings.ledger, asked)

    def cut(entries: Sequence[Entry]) -> Timeline:
        return replace(answer.timeline, entries=tuple(entries))

    def view(shown: Sequence[Entry]) -> View:
        from truce_cli.render.timeline import timeline_view

        return timeline_view(cut(shown), answer.conflict, answer.cards)

    def footer(shown: Sequence[Entry]) -> View:
        from truce_cli.render.timeline import timeline_footer

        return timeline_footer(cut(shown), answer.conflict, answer.cards)

    listed(
        settings,
        wish,
        answer.timeline.entries,
        rows.timeline_row,
        rows.TIMELINE_ROW,
        view,
        footer=footer,
        account=lambda shown: scope.timeline_scope(cut(shown), answer.conflict),
    )
