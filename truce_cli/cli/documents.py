"""truce documents: asks, shows."""

from __future__ import annotations

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings


def documents(
    ctx: typer.Context, form: o.Format = None, fields: o.Fields = None, limit: o.Limit = None
) -> None:
    """Every article: when it was published, and how that was found.

    \b
    truce documents
    truce documents --format csv --fields id,published,published_basis
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render import listings
    from truce_cli.workflow import listing

    listed(
        settings,
        wish,
        listing.documents(settings.ledger),
        listings.document_row,
        listings.DOCUMENT_ROW,
        listings.documents_view,
        footer=listings.documents_footer,
    )
