"""The front door: the group with its own options. Every command lives in a module of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_cli import __version__
from truce_cli.cli.house import House

app = typer.Typer(
    cls=House,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"truce {__version__}")
        raise typer.Exit


@app.callback()
def truce(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who claimed which toll, who accused whom: reconciled, with a reason for every number.

    \b
    truce ingest docs/
    truce tolls --by-side
    truce timeline --truce oct-10
    """


def main() -> None:
    """Entry point of the `truce` command."""
    app()
