"""truce same: names claims, judges, gives the account."""

from __future__ import annotations

import typer

from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings


def same(ctx: typer.Context, claims: c.Ids = None, why: c.Why = None) -> None:
    """These claims tell of the same: they count once, whatever the rules match.

    \b
    truce same t-1468 t-edf7 --why "one strike, two spellings of the village"
    truce same v-fc4b v-17bf v-085a
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.judgements import judge

    c.tell(settings, "judged the same", judge(settings.ledger, c.ids(claims), "same", c.who("same", why)))
