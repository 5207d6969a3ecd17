"""truce status: asks, shows."""

from __future__ import annotations

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings


def status(ctx: typer.Context, form: o.Format = None, fields: o.Fields = None) -> None:
    """What the ledger holds, and how many claims await review.

    \b
    truce status
    truce status --format json
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, None)
    from truce_cli.render import listings
    from truce_cli.workflow import listing

    found = listing.status(settings.ledger)
    rows = (listings.status_row(found),)
    put(settings, wish, rows, listings.STATUS_ROW, lambda: listings.status_view(found))
