"""truce reject: names claims, decides, gives the account."""

from __future__ import annotations

import typer

from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings


def reject(ctx: typer.Context, claims: c.Ids = None, why: c.Why = None) -> None:
    """These are no claims: they count for nothing, on any day of knowledge.

    \b
    truce reject t-cb6f --why "counts tanks, not people"
    truce claims --document docs/old.txt --fields id | truce reject - --why "another war"
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.decide import reject as decide

    names = c.ids(claims)
    if not why:
        settings.note("no reason given; --why keeps one in the log")
    c.tell(settings, "rejected", decide(settings.ledger, names, c.who("reject", why)))
