"""truce sources: asks, shows."""

from __future__ import annotations

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings


def sources(
    ctx: typer.Context, form: o.Format = None, fields: o.Fields = None, limit: o.Limit = None
) -> None:
    """Whose word the ledger holds: claimants, relays and outlets.

    \b
    truce sources
    truce sources --format json --fields name,side,claims
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render import listings
    from truce_cli.workflow.sources import sources as asked

    answer = asked(settings.ledger)
    listed(
        settings,
        wish,
        answer.sources,
        listings.source_row,
        listings.SOURCE_ROW,
        lambda shown: listings.sources_view(shown, answer.conflict),
        footer=lambda shown: listings.sources_footer(shown, answer.conflict),
    )
