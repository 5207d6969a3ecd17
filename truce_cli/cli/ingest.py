"""truce ingest: declares its options, runs, gives the account."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.settings import Settings, complain, now
from truce_cli.errors import InputRefused

if TYPE_CHECKING:
    from truce_cli.workflow.articles import Progress
    from truce_cli.workflow.report import IngestReport


def ingest(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Articles, claims files and folders; - for stdin."),
    ] = None,
    conflict: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE", help="The conflict of a new ledger; else the one the documents name."
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of publication of a single article.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet of a single article.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Give the account and store nothing.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Read every held document anew with today's rules.")
    ] = False,
    rehash: Annotated[bool, typer.Option("--rehash", help="Open files that look unchanged, too.")] = False,
) -> None:
    """Read articles and hand-curated claims, in any mix, into the ledger.

    \b
    truce ingest docs/ claims.toml
    curl -s https://example.org/a | truce ingest - --outlet Example
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.ingest import ingest as run

    named = paths or []
    stdin = sys.stdin.buffer.read() if "-" in named else None
    with _progress(settings) as progress:
        report = run(
            named,
            settings.ledger,
            conflict=conflict,
            published=o.first_day(published, "--published"),
            outlet=outlet,
            dry_run=dry_run,
            again=again,
            rehash=rehash,
            curator=os.environ.get("USER") or os.environ.get("LOGNAME") or "unknown",
            now=now(),
            stdin=stdin,
            progress=progress,
        )
    _tell(settings, report)
    if report.refusals:
        raise typer.Exit(InputRefused.exit_code)


def _progress(settings: Settings) -> AbstractContextManager[Progress | None]:
    """A bar for a person who watches; a callback that does nothing otherwise."""
    if settings.quiet or not sys.stderr.isatty():
        return nullcontext(None)
    from truce_cli.render.progress import progress_bar

    return progress_bar("reading", sys.stderr)


def _tell(settings: Settings, report: IngestReport) -> None:
    """Refusals are said even with --quiet; the account is not."""
    for refusal in report.refusals:
        complain(str(refusal))
    settings.note(f"conflict: {report.conflict or 'none'}, {report.conflict_how}")
    for note in report.notes:
        settings.note(note)
    if report.lost:
        settings.note(f"judged claims that the rules no longer propose: {', '.join(report.lost)}")
    settings.note(f"{files_line(report)}; {claims_line(report)}")


def files_line(report: IngestReport) -> str:
    """The account of files; it adds up."""
    parts = ("stored", "unchanged", "duplicate", "skipped", "refused")
    account = " + ".join(f"{part} {getattr(report, part):,}" for part in parts)
    tried = "dry run, nothing stored: " if report.dry_run else ""
    return f"{tried}found {report.found:,} = {account}"


def claims_line(report: IngestReport) -> str:
    """The account of claims."""
    curated = f"curated {report.added:,} new"
    for part in ("changed", "same"):
        if getattr(report, part):
            curated += f", {getattr(report, part):,} {part}"
    words = [f"claims proposed {report.proposed:,}", curated]
    for number, text in (
        (report.claims_refused, "refused"),
        (report.bound, "proposals bound to curated ones"),
        (report.unanchored, "curated without their document"),
        (report.reread, "documents read again"),
        (report.withdrawn, "proposals withdrawn"),
    ):
        if number:
            words.append(f"{number:,} {text}")
    return "; ".join(words)
