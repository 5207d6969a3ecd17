"""truce claims: declares its options, asks, shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings

if TYPE_CHECKING:
    from truce_cli.model.claim import Claim
    from truce_cli.render.layout import View


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
    from truce_cli.workflow.question import several

    wanted = listing.ClaimsWanted(
        kinds=several(kind),
        statuses=listing.statuses_listed(several(status)),
        sides=several(side),
        document=document,
    )
    answer = listing.claims(settings.ledger, wanted)

    def view(shown: Sequence[Claim]) -> View:
        short = listing.short_ids(settings.ledger, (*shown, *answer.denied.values()))
        return listings.claims_view(shown, answer.cards, answer.conflict, short, answer.denied)

    listed(
        settings,
        wish,
        answer.claims,
        lambda claim: rows.claim_row(claim, answer.card(claim)),
        CLAIM_ROW,
        view,
        footer=lambda shown: listings.claims_footer(shown, answer.conflict, wanted.statuses),
    )
