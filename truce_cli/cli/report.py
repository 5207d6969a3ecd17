"""truce report: declares its options, asks, writes one page whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.settings import Settings


def report(
    ctx: typer.Context,
    output: Annotated[
        str, typer.Argument(metavar="FILE.html", help="The page to write; - for standard output.")
    ],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The page's title.")] = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
    policy: o.Policy = None,
    derived: Annotated[
        bool, typer.Option("--derived", help="Also sums and differences of ours, marked.")
    ] = False,
) -> None:
    """One page for readers: tallies, charts, truces, a map, clashes, sources; every number opens to its reasons.

    \b
    truce report toll.html
    truce report toll.html --as-of 2020-10-18 --status accepted --title "The first three weeks"
    """
    settings = Settings.of(ctx)
    from truce_cli.render.files import whole_file
    from truce_cli.render.report.page import page
    from truce_cli.workflow.question import question
    from truce_cli.workflow.report_page import may_replace
    from truce_cli.workflow.report_page import report as gathered

    if output != "-":
        may_replace(Path(output))
    asked = question(as_of=as_of, known_on=known_on, status=status, policy=policy, derived=derived)
    pieces = page(gathered(settings.ledger, asked, title))
    if output == "-":
        sys.stdout.writelines(pieces)
        return
    with whole_file(Path(output)) as stream:
        stream.writelines(pieces)
    settings.note(f"wrote {output}")
