"""truce different: names claims, judges, gives the account."""

from __future__ import annotations

import typer

from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings


def different(ctx: typer.Context, claims: c.Ids = None, why: c.Why = None) -> None:
    """These claims tell of different things: they never merge, whatever the rules match.

    \b
    truce different v-f7b6 v-c8d4 --why "morning and evening"
    truce different t-4e6b t-34e6
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.judgements import judge

    done = judge(settings.ledger, c.ids(claims), "different", c.who("different", why))
    c.tell(settings, "judged different", done)
