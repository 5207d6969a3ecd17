"""The front door: the group with its own options. Every command lives in a module of its own."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from truce_cli import __version__
from truce_cli.cli.house import House

app = typer.Typer(
    cls=House,
    add_completion=True,
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
    """The `truce` command; always ends in SystemExit."""
    app()


def run() -> None:
    """`main` without what only a long-running process needs.

    Taking the interpreter apart at the end takes longer than most answers. A command that may run for long, which
    has called the garbage collector back, does it.
    """
    try:
        main()
    except SystemExit as ended:
        if gc.isenabled() or not isinstance(ended.code, int | None):
            raise
        if sys.stderr is not None:
            sys.stderr.flush()
        os._exit(ended.code or 0)
