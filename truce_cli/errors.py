"""Every error that a person may see, each with its exit code.

TruceError (1)
├── UsageError (2)          the command line asks for something that is not there
├── InputRefused (3)        one input could not be taken: path, place in it, what is wrong, what to do
├── LedgerError (10)        no ledger here, or the file is not one of ours
│   ├── LedgerLocked (11)   another process held the ledger for too long
│   └── LedgerTooNew (12)   written by a later version of this program
└── DiskError (74)          the disk is full or cannot be written

Exceptions are for broken programs and refused input; problems found in the data are values (findings).
"""

from __future__ import annotations

from functools import partial
from typing import Any


class TruceError(Exception):
    """Something a person can act on: one line, shown as `truce: …`."""

    exit_code = 1


class UsageError(TruceError):
    """The command line names something that does not exist."""

    exit_code = 2


class InputRefused(TruceError):
    """One input that could not be taken. The rest of the run goes on.

    path: the file as it was named; place: line, row or column in it, "" where it concerns the whole file.
    """

    exit_code = 3

    def __init__(
        self, path: str, message: str, *, line: int | None = None, column: int | None = None
    ) -> None:
        self.path = path
        self.message = message
        self.line = line
        self.column = column
        place = "".join(f":{n}" for n in (line, column) if n is not None)
        super().__init__(f"{path}{place}: {message}")

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are pickled by their text alone; a refusal may come from another process.
        return partial(type(self), line=self.line, column=self.column), (self.path, self.message)


class LedgerError(TruceError):
    """There is no ledger here, or the file is not a ledger of ours."""

    exit_code = 10


class LedgerLocked(LedgerError):
    """Another process held the ledger for longer than we wait."""

    exit_code = 11


class LedgerTooNew(LedgerError):
    """The ledger was written by a later version of this program."""

    exit_code = 12


class DiskError(TruceError):
    """The disk is full or cannot be written."""

    exit_code = 74
