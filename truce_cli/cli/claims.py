"""truce claims: declares its options, asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings


def claims(
    ctx: typer.Context,
    kind: o.Kinds = None,
    status: o.Listed = None,
    side: o.Sides = None,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="DOCUMENT", help="Only this document: its id, path, address or title, or a piece of one."
        ),
    ] = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Every claim, one a line, as it was said.

    \b
    truce claims --kind toll --side armenian
    truce claims --status all --format jsonl > claims.jsonl
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.model.fields import CLAIM_ROW
    from truce_cli.render import listings, rows
    from truce_cli.workflow import listing

    statuses = o.several(status) or listing.LISTED
    wanted = listing.ClaimsWanted(
        kinds=o.several(kind),
        statuses=() if o.EVERY in statuses else statuses,
        sides=o.several(side),
        document=document,
    )
    answer = listing.claims(settings.ledger, wanted)
    shown = wish.cut(answer.claims, settings)
    put(
        settings,
        wish,
        (rows.claim_row(claim, answer.card(claim)) for claim in shown),
        CLAIM_ROW,
        lambda: listings.claims_view(
            shown,
            answer.cards,
            answer.conflict,
            listing.short_ids(settings.ledger, (*shown, *answer.denied.values())),
            answer.denied,
        ),
    )
