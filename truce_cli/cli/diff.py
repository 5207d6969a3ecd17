"""truce diff: asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, listed
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError


def diff(
    ctx: typer.Context,
    known_on: Annotated[
        list[str] | None,
        typer.Option("--known-on", metavar="DAY", help="A day of knowledge; give it twice."),
    ] = None,
    as_of: o.AsOf = None,
    truce: o.Truce = None,
    side: o.Sides = None,
    victims: o.Victims = None,
    harm: o.Harms = None,
    status: o.Counted = None,
    policy: o.Policy = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Which claims moved which number between two days of knowledge.

    \b
    truce diff --known-on 2020-10-12 --known-on 2020-10-18
    truce diff --known-on 2020-10-12 --known-on 2020-10-18 --side armenian --format jsonl
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    days = [day for said in known_on or () if (day := o.last_day(said, "--known-on"))]
    if len(days) != 2:
        raise UsageError("diff compares two days: truce diff --known-on 2020-10-12 --known-on 2020-10-18")
    earlier, later = sorted(days)
    from truce_cli.render import changes as drawn
    from truce_cli.workflow import views
    from truce_cli.workflow.question import question

    asked = question(
        truce=truce, as_of=as_of, side=side, victims=victims, harm=harm, status=status, policy=policy
    )
    answer = views.diff(settings.ledger, asked, earlier, later)
    listed(
        settings,
        wish,
        answer.changes,
        drawn.diff_row,
        drawn.DIFF_ROW,
        lambda shown: drawn.diff_view(shown, answer.cards, answer.short, earlier, later),
        footer=lambda shown: drawn.diff_footer(shown, answer.conflict, asked),
    )
