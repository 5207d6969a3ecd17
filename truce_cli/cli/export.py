"""truce export: asks for everything, writes it whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from truce_cli.cli.settings import Settings
from truce_cli.errors import UsageError
from truce_cli.workflow.nearest import one_of


def export(
    ctx: typer.Context,
    form: Annotated[
        str | None, typer.Option("--format", metavar="toml|csv|jsonl", help="By --output's name, else toml.")
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
) -> None:
    """Take everything out: documents, sources, claims, log. `truce ingest` takes it in again without loss.

    \b
    truce export --format jsonl --output claims.jsonl
    truce export --bundle evidence/ && (cd evidence && sha256sum -c SHA256SUMS)
    """
    settings = Settings.of(ctx)
    if bundle is not None:
        if form or output:
            raise UsageError("--bundle writes its own files; leave out --format and --output")
        from truce_cli.workflow.bundle import bundle as pack

        files = pack(settings.ledger, Path(bundle))
        settings.note(f"{bundle}: {files:,} files; verify with: sha256sum -c SHA256SUMS")
        return
    from truce_cli.render.exports import FORMS, export_lines
    from truce_cli.workflow.export import everything

    if form is None:
        suffix = Path(output or "").suffix.lstrip(".")
        form = suffix if suffix in FORMS else "toml"
    form = one_of(form, FORMS, "--format")
    held = everything(settings.ledger)
    if output is None or output == "-":
        sys.stdout.writelines(export_lines(held, form))
    else:
        from truce_cli.render.files import whole_file

        with whole_file(Path(output)) as stream:
            stream.writelines(export_lines(held, form))
    settings.note(
        f"exported {len(held.cards):,} documents, {len(held.claims):,} claims, {len(held.log):,} decisions"
    )
