"""truce accept: names claims, decides, gives the account."""

from __future__ import annotations

import typer

from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings


def accept(ctx: typer.Context, claims: c.Ids = None, why: c.Why = None) -> None:
    """These claims are claims: they count without a mark.

    \b
    truce accept t-cb6f v-56aa --why "checked against the page"
    truce claims --status candidate --kind toll --fields id | truce accept -
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.decide import accept as decide

    c.tell(settings, "accepted", decide(settings.ledger, c.ids(claims), c.who("accept", why)))
