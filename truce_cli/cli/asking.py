"""Questions to a person at a terminal: prompts on stderr, answers from stdin. Knows no claim."""

from __future__ import annotations

import sys

import typer


def on_a_terminal() -> bool:
    """True where a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, hint: str = "") -> str:
    """One line of answer. Ends the command where the input ends."""
    from truce_cli.render.safe import safe

    shown = f"{question} ({hint})" if hint else question
    print(f"{safe(shown)}: ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
        raise typer.Abort
    return line.strip()


def agreed(question: str) -> bool:
    """True for yes, which an empty answer means too."""
    return ask(question, "Y/n").casefold() in ("", "y", "yes")
