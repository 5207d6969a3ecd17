"""truce search: declares its options, asks, shows."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Every word must occur; "two words" together; star*.')
    ],
    side: o.Sides = None,
    since: o.Since = None,
    until: o.Until = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Documents and claims that hold these words, the best first, the words marked.

    \b
    truce search Ganja missile
    truce search '"humanitarian ceasefire"' --since 2020-10-14 --limit 5
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render.search import SEARCH_ROW, search_footer, search_rows, search_view
    from truce_cli.workflow.question import several
    from truce_cli.workflow.search import search as asked

    answer = asked(
        settings.ledger,
        " ".join(words),
        sides=several(side),
        since=since,
        until=until,
        limit=limit,
    )
    rows = search_rows(answer)
    put(
        settings,
        wish,
        rows,
        SEARCH_ROW,
        lambda: search_view(rows, answer.short),
        footer=lambda: search_footer(rows),
    )
