"""truce why: asks, shows."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli import options as o
from truce_cli.cli.settings import Settings
from truce_cli.workflow.nearest import one_of


def why(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="KEY|ID",
            autocompletion=completing.offering(completing.names),
            help="A key of tolls, timeline or violations; an id of a claim or a finding; a truce; a rule.",
        ),
    ],
    truce: o.Truce = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    policy: o.Policy = None,
    form: Annotated[str | None, typer.Option("--format", metavar="table|json", help="How to print.")] = None,
) -> None:
    """Why a number is printed: the rule at each step, the claims used and left out, their words.

    \b
    truce why armenian/military/killed
    truce why t-cb6f --format json
    """
    settings, form = Settings.of(ctx), one_of(form or "table", ("table", "json", "jsonl"), "--format")
    from truce_cli.render import why as drawn
    from truce_cli.workflow import why as workflow
    from truce_cli.workflow.question import question

    asked = question(truce=truce, as_of=as_of, known_on=known_on, status=status, policy=policy)
    answer = workflow.why(settings.ledger, name, asked)
    if form != "table":
        from truce_cli.render.formats import json_text

        sys.stdout.write(json_text(drawn.why_object(answer.why, answer.cards)) + "\n")
        return
    from truce_cli.render.screen import show

    show(
        drawn.why_view(answer.why, answer.conflict, answer.cards, answer.short), settings.screen(), sys.stdout
    )
