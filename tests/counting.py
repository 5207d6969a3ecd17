"""How often each counted test is tried: a small number in `make test`, the full one in `make torture`.

TRUCE_TORTURE=full takes the full numbers, TRUCE_TORTURE=50 at most 50 of each. TRUCE_TORTURE_RESULTS names a
file that gets one line of JSON for every counted test: {"test", "count", "failures", "seconds", "skipped"}.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings

COUNTS: dict[str, tuple[int, int]] = {
    "examples of a property": (2_000, 100_000),
    "examples of a dear property": (100, 10_000),
    "examples of a whole reconciliation": (25, 500),
    "examples of a whole export": (100, 200),
    "articles with gates on and off": (200, 5_000),
    "kill -9 during ingest": (30, 500),
    "32 writers at one ledger: operations": (640, 3_200),
    "eight first runs at once": (20, 20),
    "disk full during ingest": (6, 100),
    "disk full during export or backup": (8, 100),
    "files that are no ledger of ours": (17, 255),
    "read-only file": (18, 18),
    "read-only folder": (18, 18),
    **{f"kill -9 during migration from schema {version}": (20, 100) for version in range(1, 20)},
    "hostile text in every field: commands": (20, 924),
    "CSV reopened in LibreOffice: files": (0, 99),
    "generated strings made safe": (100_000, 1_000_000),
    "same bytes in 5 time zones, 3 locales, 10 hash seeds": (3, 150),
    "a reader that leaves, a signal, a closed or full stream": (16, 320),
    **{f"fuzzing: {name}": (500, 100_000) for name in ("article", "numbers", "dates", "claims")},
    "one bit flipped, then check": (100, 1_000),
    "check of a clean ledger": (100, 100),
    "hostile files among 100 good ones": (300, 1_000),
    "a hostile file alone, 20 s and 1 GB": (20, 300),
    "acknowledged after fsync (strace)": (1, 10),
    "kill -9 at one system call of ingest (strace)": (4, 100),
    "pages of a report with hostile text in every field (Chromium)": (40, 200),
}
"""(in make test, in make torture) for every counted test."""

_SHOWN = 5
_ASKED = os.environ.get("TRUCE_TORTURE", "")


def torture() -> bool:
    """True in `make torture`."""
    return bool(_ASKED)


def count(name: str) -> int:
    """How many cases of this test are tried in this run."""
    small, full = COUNTS[name]
    if not _ASKED:
        return small
    return full if not _ASKED.isdecimal() else min(full, int(_ASKED))


def dear(name: str = "examples of a dear property") -> settings:
    """For a property whose one example takes a millisecond or more: a decorator with a number of its own."""
    return settings(max_examples=count(name))


def note(test: str, number: int, failures: int, seconds: float, *, skipped: bool = False) -> None:
    """One line for the table of `make torture`, where it asks for one."""
    results = os.environ.get("TRUCE_TORTURE_RESULTS")
    if results:
        row = {"test": test, "count": number, "failures": failures, "seconds": seconds, "skipped": skipped}
        with Path(results).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


@dataclass
class Cases:
    """The cases of one counted test. One that fails does not hide the others."""

    name: str
    done: int = 0
    failures: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    noted: bool = False

    @property
    def number(self) -> int:
        return count(self.name)

    def each(self, check: Callable[[int], None], *, at_once: int = 1) -> None:
        """Run check(0), check(1), ... so many times, at_once of them side by side; raise what failed."""

        def one(seed: int) -> str | None:
            try:
                check(seed)
            except Exception as error:
                return f"case {seed}: " + "".join(traceback.format_exception(error)[-3:])
            return None

        with ThreadPoolExecutor(at_once) as pool:
            for said in pool.map(one, range(self.number)):
                self.done += 1
                if said is not None:
                    self.failures.append(said)
        self.verdict()

    def verdict(self) -> None:
        """Write the count down; raise AssertionError where a case failed."""
        note(self.name, self.done, len(self.failures), time.monotonic() - self.began)
        self.noted = True
        shown = "\n".join(self.failures[:_SHOWN])
        assert not self.failures, f"{len(self.failures)} of {self.done} cases failed\n{shown}"
