"""truce edit: names claims or a document and the fields to set, decides, gives the account."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli import curating as c
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError

_ASSIGNMENT = re.compile(r"\b([a-z_]+)=(.*)", re.DOTALL)


def edit(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID... FIELD=VALUE...",
            autocompletion=completing.offering(completing.claims),
            help="Claims, or a document; fields to set.",
        ),
    ] = None,
    why: c.Why = None,
) -> None:
    """Correct fields of claims, or of a document, which is then read anew. FIELD= empties a field.

    \b
    truce edit t-1468 place=Ganja victims=civilian --why "says so two lines up"
    truce edit docs/a.html published=2020-10-14
    """
    settings = Settings.of(ctx)
    names, written = [], {}
    for word in words or ():
        found = _ASSIGNMENT.fullmatch(word)
        if found is None:
            names.append(word)
        elif found[1] in written:
            raise UsageError(f"{found[1]} is set twice")
        else:
            written[found[1]] = found[2]
    from truce_cli.workflow.edit import edit as change

    c.tell(settings, "edited", change(settings.ledger, c.ids(names), written, c.who("edit", why)))
