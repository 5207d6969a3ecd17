"""truce retract: names claims and the day of their withdrawal, decides, gives the account."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import curating as c
from truce_cli.cli import options as o
from truce_cli.cli.settings import Settings, today
from truce_cli.errors import UsageError


def retract(
    ctx: typer.Context,
    claims: c.Ids = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day of the withdrawal; today by default.")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="DOCUMENT", help="The document that withdraws it: its day counts."
        ),
    ] = None,
    only: Annotated[
        bool,
        typer.Option("--only", help="Not the same figure of the same source in other documents."),
    ] = False,
    why: c.Why = None,
) -> None:
    """Their own source has withdrawn these claims: until that day they stand, from then on they do not.

    \b
    truce retract t-cb6f --on 2020-10-20 --why "the ministry corrected its list"
    truce retract t-cb6f --document docs/correction.html
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.decide import retract as decide

    if on and document:
        raise UsageError("--on and --document both say the day; give one")
    names = c.ids(claims)
    day = o.first_day(on, "--on") or today()
    done = decide(settings.ledger, names, c.who("retract", why), day=day, document=document, echoes=not only)
    c.tell(settings, "retracted", done)
