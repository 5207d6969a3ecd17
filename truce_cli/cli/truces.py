"""truce truces: declares its options, asks, shows."""

from __future__ import annotations

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.model.finding import Question


def truces(
    ctx: typer.Context,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Each truce: how soon and how often each side said it was broken.

    \b
    truce truces
    truce truces --format jsonl --fields truce,first_minutes
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    question = Question(
        as_of=o.last_day(as_of, "--as-of"),
        known_on=o.last_day(known_on, "--known-on"),
        statuses=o.counted_statuses(status),
    )
    from truce_cli.render import listings
    from truce_cli.workflow import query

    answer = query.truces(settings.ledger, question)
    shown = wish.cut(answer.truces, settings)
    put(
        settings,
        wish,
        map(listings.truce_row, shown),
        listings.TRUCE_ROW,
        lambda: listings.truces_view(shown, answer.conflict),
    )
