"""truce ingest: declares its options, runs, gives the account."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.curating import curator
from truce_cli.cli.settings import Settings, complain, now
from truce_cli.errors import InputRefused

_DISAGREEMENTS = 20
"""So many are printed; review lists them all."""

if TYPE_CHECKING:
    from truce_cli.workflow.articles import Progress
    from truce_cli.workflow.report import IngestReport, Merged


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
    columns: Annotated[
        str,
        typer.Option(
            metavar="A=B,...", help="Columns of a CSV or JSON lines dump: text=body,published=when."
        ),
    ] = "",
    jobs: o.Jobs = None,
) -> None:
    """Read articles and hand-curated claims, in any mix, into the ledger.

    \b
    truce ingest docs/ claims.toml
    truce ingest - --outlet Example --published 2020-10-18 < article.html
    """
    settings = Settings.of(ctx)
    from truce_cli.workflow.ingest import ingest as run
    from truce_cli.workflow.spread import cores

    named = paths or []
    stdin = sys.stdin.buffer.read() if "-" in named else None
    with progress_for(settings, "reading") as progress:
        report = run(
            named,
            settings.ledger,
            conflict=conflict,
            published=o.first_day(published, "--published"),
            outlet=outlet,
            dry_run=dry_run,
            again=again,
            rehash=rehash,
            curator=curator(),
            now=now(),
            stdin=stdin,
            columns=columns,
            jobs=jobs or cores(),
            progress=progress,
        )
    _tell(settings, report)
    if report.refusals:
        raise typer.Exit(InputRefused.exit_code)


def progress_for(
    settings: Settings, what: str, *, hidden: bool = False
) -> AbstractContextManager[Progress | None]:
    """A bar for a person who watches; None where nobody does, or where it is to be hidden."""
    if hidden or settings.quiet or not sys.stderr.isatty():
        return nullcontext(None)
    from truce_cli.render.progress import progress_bar

    return progress_bar(what, sys.stderr, ascii_only=settings.screen().ascii)


def _tell(settings: Settings, report: IngestReport) -> None:
    """Refusals are said even with --quiet; the account is not."""
    for refusal in report.refusals:
        complain(str(refusal))
    for path, reason in report.skips:
        settings.note(f"{path}: skipped: {reason}")
    settings.note(f"conflict: {report.conflict or 'none'}, {report.conflict_how}")
    for note in report.notes:
        settings.note(note)
    for merged in report.merges:
        for line in merge_lines(merged):
            settings.note(line)
    if report.lost:
        settings.note(f"judged claims that the rules no longer propose: {', '.join(report.lost)}")
    settings.note(f"{files_line(report)}; {claims_line(report)}")


def merge_lines(merged: Merged) -> Iterator[str]:
    """The account of a ledger merged: what came, how far two coders agree, where they do not."""
    from truce_cli.render.scope import counted

    yield (
        f"{merged.path}: {counted(merged.documents, 'document')}, {counted(merged.claims, 'claim')}, "
        f"{counted(merged.decisions, 'decision')} taken in"
    )
    if merged.judged:
        kappa = "not defined, all one way" if merged.kappa is None else f"{merged.kappa:.2f}"
        share = merged.agreed / merged.judged
        yield (
            f"agreement: {merged.agreed:,} of {counted(merged.judged, 'claim')} judged by both ({share:.0%}); "
            f"Cohen's kappa {kappa}"
        )
    for one in merged.disagreements[:_DISAGREEMENTS]:
        yield f"disagree: {one.short} {one.field}: ours {one.ours}, theirs {one.theirs}"
    if merged.disagreements:
        told = counted(len(merged.disagreements), "disagreement")
        yield f"{told}; ours stays: truce review --disagreements"


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
    if report.gone:
        curated += f", {report.gone:,} withdrawn"
    words = [f"claims proposed {report.proposed:,}", curated]
    for number, text, one in (
        (report.claims_refused, "refused", "refused"),
        (report.bound, "proposals bound to curated ones", "proposal bound to a curated one"),
        (report.unanchored, "curated without their document", "curated without its document"),
        (report.reread, "documents read again", "document read again"),
        (report.withdrawn, "proposals withdrawn", "proposal withdrawn"),
    ):
        if number:
            words.append(f"{number:,} {one if number == 1 else text}")
    return "; ".join(words)
