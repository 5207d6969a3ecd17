"""Standard output that ends with a whole line, whenever the program is stopped. Knows no command.

An answer goes out in pieces, and a signal may come between any two, or while a slow reader keeps a piece waiting.
On a terminal a person who presses Ctrl-C wants it at once; a file or a pipe gets the rest of the line first. A second
signal waits for nothing.
"""

from __future__ import annotations

import io
import signal
import sys
from typing import Final

TERMINATED: Final = 143
_BUFFER: Final = 8192


class WholeLines(io.TextIOWrapper):
    """inside: a line has begun and not ended. stopping: what to raise when it has."""

    inside = False
    stopping: BaseException | None = None

    def write(self, text: str, /) -> int:
        self.inside = True
        written = super().write(text)
        self.inside = not text.endswith("\n")
        if self.stopping is not None and not self.inside:
            raise self.stopping
        return written


def install() -> None:
    """Take over SIGTERM, SIGINT where it is not ignored, and standard output where it is no terminal."""
    signal.signal(signal.SIGTERM, _asked_to_stop)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _asked_to_stop)
    out = sys.stdout
    if type(out) is io.TextIOWrapper and not out.isatty():
        encoding, errors = out.encoding, out.errors
        buffer = out.detach()
        # PYTHONUNBUFFERED: without a buffer, what an interrupted write leaves behind is lost
        bare = isinstance(buffer, io.RawIOBase)
        sys.stdout = WholeLines(
            io.BufferedWriter(buffer, _BUFFER) if isinstance(buffer, io.RawIOBase) else buffer,
            encoding=encoding,
            errors=errors,
            newline=None if sys.platform == "win32" else "\n",
            line_buffering=bare,
        )


def _asked_to_stop(number: int, frame: object) -> None:
    error = KeyboardInterrupt() if number == signal.SIGINT else SystemExit(TERMINATED)
    out = sys.stdout
    if isinstance(out, WholeLines) and out.inside and out.stopping is None:
        out.stopping = error
        return
    raise error
