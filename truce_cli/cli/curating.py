"""What the deciding commands share: who decides, the ids that are meant, the account. Decides nothing."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce_cli.cli import completing
from truce_cli.cli.settings import Settings, now
from truce_cli.errors import UsageError

if TYPE_CHECKING:
    from truce_cli.workflow.bench import Decided
    from truce_cli.workflow.who import Who

STDIN = "-"

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID...",
        autocompletion=completing.offering(completing.claims),
        help="Ids, their beginnings, or refs of claims; - reads them from stdin.",
    ),
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, kept in the log.")]


def who(command: str, why: str | None = None) -> Who:
    """Curator, time and command, for the log."""
    from truce_cli.workflow.who import Who

    return Who(curator=curator(), now=now(), command=command, why=(why or "").strip() or None)


def curator() -> str:
    """TRUCE_CURATOR, else the name that git knows, else the login."""
    from truce_cli.workflow.curator import curator_of

    return curator_of(os.environ, Path.cwd())


def ids(given: Sequence[str] | None) -> list[str]:
    """The ids of the command line; those of standard input for -, or where none is given and it is a pipe."""
    names = list(given or ())
    if STDIN in names or (not names and not sys.stdin.isatty()):
        place = names.index(STDIN) if STDIN in names else 0
        names[place : place + 1] = list(_read(sys.stdin))
        if STDIN in names:
            raise UsageError("- stands for standard input once, not twice")
    return names


def _read(lines: Iterable[str]) -> Iterable[str]:
    """The first word of each line, so that a list, a CSV or JSON lines of `truce claims` will do."""
    for line in lines:
        text = line.strip()
        if text.startswith("{"):
            try:
                name = str(json.loads(text)["id"])
            except (ValueError, KeyError):
                raise UsageError(f"standard input: no id in {text[:40]!r}") from None
        else:
            words = text.replace(",", " ").split()
            name = words[0].strip('"') if words else ""
        if name and name.casefold() != "id":
            yield name


def tell(settings: Settings, done: str, decided: Decided) -> None:
    """The account of a decision, on stderr."""
    for note in decided.notes:
        settings.note(note)
    number = len(decided.changed)
    words = [f"{done} {number:,}" if number else "nothing changed"]
    if decided.same:
        words.append(f"{len(decided.same):,} stood so already")
    if decided.act is not None:
        words.append(f"log {decided.act}")
    settings.note("; ".join(words))
