"""truce truces: declares its options, asks, shows."""

from __future__ import annotations

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings


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
    from truce_cli.render import listings
    from truce_cli.workflow import query
    from truce_cli.workflow.question import question

    asked = question(as_of=as_of, known_on=known_on, status=status)
    answer = query.truces(settings.ledger, asked)
    listed(
        settings,
        wish,
        answer.truces,
        listings.truce_row,
        listings.TRUCE_ROW,
        lambda shown: listings.truces_view(shown, answer.conflict),
        footer=lambda shown: listings.truces_footer(shown, answer.conflict, asked),
    )
