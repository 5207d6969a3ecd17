"""One key from a person: at once on a terminal that can, else a line. Knows no command."""

from __future__ import annotations

import os
import sys
from typing import Final

_ESCAPE: Final = "\x1b"


def read_key() -> str | None:
    """The key pressed, in small letters, "" for Enter; None where the input has ended."""
    if sys.stdin.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        try:
            return _raw()
        except ImportError:  # Windows
            pass
    line = sys.stdin.readline()
    return line.strip().casefold()[:1] if line else None


def _raw() -> str | None:
    import select
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        # Signals stay on: Ctrl-C ends the review as it ends any command.
        tty.setcbreak(handle, termios.TCSADRAIN)
        byte = os.read(handle, 1)
        key = byte.decode("utf-8", "ignore")
        if key == _ESCAPE:  # an arrow or function key: take the rest of it
            while select.select([handle], [], [], 0.02)[0]:
                os.read(handle, 16)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
    # Ctrl-D, and what it leaves behind where it was pressed before the terminal changed its manners
    if byte in (b"", b"\x04", b"\x00"):
        return None
    print(key if key.isprintable() else "", file=sys.stderr, flush=True)
    return key.casefold().strip()
