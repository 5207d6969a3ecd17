"""truce export: asks for everything, or for what the field reads; writes it whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from truce_cli.cli import options as o
from truce_cli.cli.ingest import progress_for
from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError
from truce_cli.workflow.nearest import one_of

if TYPE_CHECKING:
    from truce_cli.model.finding import Question

_ROUND: Final = ("toml", "csv", "jsonl")
_FIELD: Final = ("tidy", "hxl", "geojson", "md")
_FORMS: Final = (*_ROUND, *_FIELD)
_OFTEN: Final = 200
"""So many lines are written between two looks at the clock."""


def export(
    ctx: typer.Context,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="|".join(_FORMS), help="By --output's name, else toml."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="FILE", help="A file in place of standard output.")
    ] = None,
    bundle: Annotated[
        str | None,
        typer.Option(
            "--bundle", metavar="DIR", help="A new folder: originals, texts, claims, log, SHA256SUMS."
        ),
    ] = None,
    truce: o.Truce = None,
    as_of: o.AsOf = None,
    known_on: o.KnownOn = None,
    status: o.Counted = None,
) -> None:
    """Everything, as toml, csv or jsonl, which truce ingest takes in again without loss; or for the field.

    tidy: CSV, a row a figure, with ids. hxl: the same with HXL tags. geojson: accusations at places. md: a
    briefing. These four are what tolls and timeline find, and take --truce, --as-of, --known-on, --status.

    \b
    truce export --format jsonl --output claims.jsonl
    truce export --format hxl --as-of 2020-10-18 --output toll.csv
    truce export --bundle evidence/ && (cd evidence && sha256sum -c SHA256SUMS)
    """
    settings = Settings.of(ctx)
    asked = bool(truce or as_of or known_on or status)
    if bundle is not None:
        if form or output or asked:
            raise UsageError("--bundle writes its own files; leave out --format and --output")
        from truce_cli.workflow.bundle import bundle as pack

        with progress_for(settings, "packing") as progress:
            files = pack(settings.ledger, Path(bundle), progress)
        settings.note(f"{bundle}: {files:,} files; verify with: sha256sum -c SHA256SUMS")
        return
    if form is None:
        suffix = Path(output or "").suffix.lstrip(".")
        form = suffix if suffix in _FORMS else "toml"
    form = one_of(form, _FORMS, "--format")
    if form in _FIELD:
        from truce_cli.workflow.question import question

        found = question(truce=truce, as_of=as_of, known_on=known_on, status=status)
        lines, account = _for_the_field(settings, form, found)
        _write(output, lines)
        for line in account:
            settings.note(line)
        return
    if asked:
        raise UsageError(f"a {form} export holds everything; ask {', '.join(_FIELD)} for a part")
    _everything(settings, form, output)


def _everything(settings: Settings, form: str, output: str | None) -> None:
    from truce_cli.render.exports import export_lines
    from truce_cli.workflow.export import everything

    held = everything(settings.ledger)
    total = 1 + len(held.cards) + len(held.actors) + len(held.claims) + len(held.log)
    hidden = output in (None, "-") and sys.stdout.isatty()  # a bar would stand among the lines
    with progress_for(settings, "writing", hidden=hidden) as progress:

        def counted() -> Iterator[str]:
            for number, line in enumerate(export_lines(held, form), 1):
                yield line
                if progress and number % _OFTEN == 0:
                    progress(min(number, total), total, "")

        _write(output, counted())
    settings.note(
        f"exported {len(held.cards):,} documents, {len(held.claims):,} claims, {len(held.log):,} decisions"
    )


def _for_the_field(settings: Settings, form: str, asked: Question) -> tuple[Iterable[str], list[str]]:
    """The lines of the export, and what is to be said about them once they are written."""
    from truce_cli.render.figures import FIGURE_ROW, figure_rows
    from truce_cli.render.scope import counted, timeline_scope, tolls_scope
    from truce_cli.workflow.field import field

    held = field(settings.ledger, asked)
    if form == "geojson":
        from truce_cli.render.geojson import Events

        figures = figure_rows(held.table, held.conflict, held.cards)
        events = Events(held.timeline.entries, figures, held.conflict)
        told = f"{counted(len(events.features), 'event')}; {timeline_scope(held.timeline, held.conflict)}"
        missing = ", ".join(f"{name} ({number:,})" for name, number in events.elsewhere.items())
        number = counted(sum(events.elsewhere.values()), "event")
        left = f"{number} left out, whose place has no coordinates in the conflict file: {missing}"
        return events.lines(), [told, *([left] if missing else [])]
    scope = tolls_scope(held.table, held.conflict)
    if form == "md":
        from truce_cli.render.briefing import briefing_lines

        return briefing_lines(held), [scope]
    from truce_cli.render.formats import csv_lines
    from truce_cli.render.hxl import hxl_lines

    rows = list(figure_rows(held.table, held.conflict, held.cards))
    lines = hxl_lines(rows) if form == "hxl" else csv_lines(rows, FIGURE_ROW)
    return lines, [f"{counted(len(rows), 'figure')}; {scope}"]


def _write(output: str | None, lines: Iterable[str]) -> None:
    if output is None or output == "-":
        sys.stdout.writelines(lines)
        return
    from truce_cli.render.files import whole_file

    with whole_file(Path(output)) as stream:
        stream.writelines(lines)
