"""truce init: lists shipped conflicts, begins a ledger or a conflict file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError


def init(
    ctx: typer.Context,
    conflict: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE", help="A shipped conflict, or a conflict file.")
    ] = None,
    shipped: Annotated[bool, typer.Option("--list", help="List the shipped conflicts.")] = False,
    new: Annotated[str | None, typer.Option(metavar="SLUG", help="Write a conflict file to fill in.")] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where --new writes; conflict.toml by default.")
    ] = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """Begin a ledger about a conflict, or the conflict file of another one.

    \b
    truce init --list
    truce init --new tigray-2020
    truce init nagorno-karabakh-2020
    """
    settings = Settings.of(ctx)
    if sum((shipped, new is not None, conflict is not None)) != 1:
        raise UsageError("give one of --list, --new SLUG, or a conflict's name or file")
    if shipped:
        _list(settings, Wish.of(form, fields, limit))
    elif new is not None:
        _draft(settings, new, output or Path("conflict.toml"))
    else:
        _begin(settings, str(conflict))


def _list(settings: Settings, wish: Wish) -> None:
    from truce_cli.render.conflicts import SHIPPED_ROW, shipped_row, shipped_view
    from truce_cli.workflow.init import shipped

    shown = wish.cut(shipped(), settings)
    put(settings, wish, map(shipped_row, shown), SHIPPED_ROW, lambda: shipped_view(shown))


def _draft(settings: Settings, slug: str, path: Path) -> None:
    from truce_cli.workflow.init import draft

    draft(slug, path)
    settings.note(f"wrote {path}; fill it in, then: truce conflict check {path}")


def _begin(settings: Settings, named: str) -> None:
    from truce_cli.workflow.init import begin

    begun = begin(settings.ledger, named)
    made = "made" if begun.created else "is there already"
    settings.note(f"{settings.ledger} {made}, about {begun.slug} ({begun.name})")
    settings.note(f"next: truce ingest {begun.folder or 'docs/'}")
