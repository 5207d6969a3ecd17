"""What holds for every command: which ledger, how loud, what the screen can show. The only reader of the
environment and of the clock."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from truce_cli.model.record import dataclass

if TYPE_CHECKING:
    from truce_cli.render.layout import Screen

DB, QUIET, DEBUG, ASCII = "truce.db", "truce.quiet", "truce.debug", "truce.ascii"
"""Keys of the context's shared notes, where options before and after the command meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    ledger: Path
    quiet: bool
    ascii: bool

    @classmethod
    def of(cls, ctx: typer.Context) -> Settings:
        named = ctx.meta.get(DB) or os.environ.get("TRUCE_DB") or "truce.db"
        return cls(ledger=Path(named), quiet=bool(ctx.meta.get(QUIET)), ascii=bool(ctx.meta.get(ASCII)))

    def screen(self) -> Screen:
        """Where a table goes: a terminal of some width, or a pipe."""
        from truce_cli.render.layout import Screen

        terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        return Screen(
            width=_window() if terminal else None,
            colour=_colour(terminal),
            ascii=self.ascii or not _shows_unicode(),
        )

    def note(self, text: str) -> None:
        """Accounting and warnings: on stderr, not with --quiet."""
        if not self.quiet and text:
            complain(text)


def complain(text: str) -> None:
    """One line on stderr, whatever the text holds; nowhere where stderr is closed or full."""
    from truce_cli.render.safe import safe

    if sys.stderr is not None:
        with suppress(OSError):
            # in one piece: the lines of several processes may meet on one terminal
            print(f"truce: {safe(text)}\n", end="", file=sys.stderr, flush=True)


def today() -> str:
    """The local day, ISO."""
    from datetime import date

    return date.today().isoformat()


def now() -> str:
    """The minute in UTC, ISO, for the log."""
    from datetime import UTC, datetime

    from truce_cli.workflow.who import stamp

    return stamp(datetime.now(UTC))


def _window() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((80, 24)).columns


def _colour(terminal: bool) -> bool:
    """On a terminal, unless declined; elsewhere where it is forced. Declining wins."""
    said = os.environ.get
    if said("NO_COLOR"):
        return False
    forced = next((word for name in ("FORCE_COLOR", "CLICOLOR_FORCE") if (word := said(name))), None)
    if forced is not None:
        return forced not in ("0", "false")
    return terminal and said("CLICOLOR") != "0"


def _shows_unicode() -> bool:
    """False where the stream or the locale is not UTF-8. Python writes UTF-8 even under LC_ALL=C; the reader,
    who asked for that locale, may not show it."""
    if "utf" not in (sys.stdout.encoding or "").lower():
        return False
    said = os.environ.get
    locale = (said("LC_ALL") or said("LC_CTYPE") or said("LANG") or "utf-8").lower()
    # Python itself sets LC_CTYPE to C.UTF-8 where the person asked for nothing but C
    coerced = not said("LC_ALL") and said("LANG") in ("C", "POSIX") and locale.startswith(("c.", "utf"))
    return "utf" in locale and not coerced
