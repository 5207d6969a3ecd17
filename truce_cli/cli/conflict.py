"""truce conflict: looks over a conflict file."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli.cli import options as o
from truce_cli.cli.house import Command, Group
from truce_cli.cli.output import Wish, put
from truce_cli.cli.settings import Settings, complain
from truce_cli.errors import InputRefused, TruceError

conflict = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=True)


@conflict.callback()
def front() -> None:
    """Look over a conflict file.

    \b
    truce conflict check conflict.toml
    truce conflict check conflict.toml docs/
    """


@conflict.command(cls=Command)
def check(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A conflict file, its folder, or a shipped one.")
    ],
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Articles whose names it should know.")
    ] = None,
    form: o.Format = None,
    fields: o.Fields = None,
    limit: o.Limit = None,
) -> None:
    """What is wrong, ambiguous or missing in a conflict file; with documents, also names that it does not know.

    Ends with 1 where something is wrong or ambiguous; what is missing is advice.

    \b
    truce conflict check conflict.toml
    truce conflict check conflict.toml docs/ --format jsonl
    """
    settings, wish = Settings.of(ctx), Wish.of(form, fields, limit)
    from truce_cli.render.conflicts import DOUBT_ROW, doubt_row, doubts_view
    from truce_cli.workflow.conflict_check import GRAVE, check_conflict

    answer = check_conflict(file, documents or ())
    for refusal in answer.refused:
        complain(str(refusal))
    shown = wish.cut(answer.doubts, settings)
    put(settings, wish, map(doubt_row, shown), DOUBT_ROW, lambda: doubts_view(shown))
    grave = sum(doubt.code in GRAVE for doubt in answer.doubts)
    settings.note(
        f"{grave:,} to mend, {len(answer.doubts) - grave:,} to consider; documents read {answer.documents:,}"
    )
    if grave:
        raise typer.Exit(TruceError.exit_code)
    if answer.refused:
        raise typer.Exit(InputRefused.exit_code)
