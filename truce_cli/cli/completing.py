"""What the shell offers for a half-typed word. Silent, whatever is wrong: a person is in the middle of a line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

import typer

from truce_cli.cli.settings import Settings

ASKED: Final = "_TRUCE_COMPLETE"
"""The variable by which a shell asks."""
Completer = Callable[[typer.Context, str], list[str]]


def asked() -> bool:
    """True where a shell asks for completions and nothing is to be run."""
    return ASKED in os.environ


def offering(completer: Completer) -> Completer | None:
    """The completer where a shell asks for it: the option parser takes it apart, which takes its time."""
    return completer if asked() else None


def words(known: Iterable[str]) -> Completer | None:
    """Offers those of a fixed vocabulary that begin so."""

    def offer(ctx: typer.Context, incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return offering(offer)


def truces(ctx: typer.Context, incomplete: str) -> list[str]:
    from truce_cli.workflow import completing

    return _begun(lambda: completing.truces(Settings.of(ctx).ledger), incomplete)


def sides(ctx: typer.Context, incomplete: str) -> list[str]:
    from truce_cli.workflow import completing

    return _begun(lambda: completing.sides(Settings.of(ctx).ledger), incomplete)


def claims(ctx: typer.Context, incomplete: str) -> list[str]:
    from truce_cli.workflow import completing

    return _begun(lambda: completing.claims(Settings.of(ctx).ledger, incomplete), incomplete)


def names(ctx: typer.Context, incomplete: str) -> list[str]:
    """What `why` takes: claims and truces."""
    return [*claims(ctx, incomplete), *truces(ctx, incomplete)]


def _begun(find: Callable[[], Iterable[str]], incomplete: str) -> list[str]:
    with suppress(Exception):
        return [word for word in find() if word.startswith(incomplete)]
    return []
