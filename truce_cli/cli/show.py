"""truce show: asks, shows."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli.settings import Settings
from truce_cli.workflow.nearest import one_of


def show(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completing.offering(completing.claims),
            help="A claim's id or ref; a document's id, path, address or title, or a piece of one.",
        ),
    ],
    form: Annotated[str | None, typer.Option("--format", metavar="table|json", help="How to print.")] = None,
) -> None:
    """A claim in its context, its words set off; or a document with its claims.

    \b
    truce show t-cb6f
    truce show docs/dispatch-3.txt
    """
    settings, form = Settings.of(ctx), one_of(form or "table", ("table", "json", "jsonl"), "--format")
    from truce_cli.render import show as drawn
    from truce_cli.workflow import show as workflow

    found = workflow.show(settings.ledger, name)
    if form != "table":
        from truce_cli.render.formats import json_text

        if isinstance(found, workflow.ShownClaim):
            shown = drawn.claim_object(found.claim, found.card, found.document)
        else:
            shown = drawn.document_object(found.document, found.claims)
        sys.stdout.write(json_text(shown) + "\n")
        return
    from truce_cli.render.screen import show as draw

    if isinstance(found, workflow.ShownClaim):
        view = drawn.claim_view(found.claim, found.card, found.document, found.conflict)
    else:
        view = drawn.document_view(found.document, found.claims, found.conflict, found.short, found.denied)
    draw(view, settings.screen(), sys.stdout)
