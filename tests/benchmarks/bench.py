"""`make bench`: every measurement against its peer, as a table; figures as JSON. Fails nothing.

python tests/benchmarks/bench.py [--quick] [--only PATTERN] [--rounds N] [--record]
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import re
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from page import RECORD
from pairing import HEADINGS, cells, compete

from truce_cli.model.record import asdict, replace

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ROOMS = ("ingesting", "queries")
"""Modules that bring rows: contests(folder, quick=...)."""

_DEVELOPERS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""Variables with which a Python compiles its modules at every start, as a user's does not."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="small archives, one pair each")
    asked.add_argument("--only", default="", help="rows whose figure this pattern finds")
    asked.add_argument(
        "--record", action="store_true", help="keep the figures as the ones that the README shows"
    )
    asked.add_argument("--rounds", type=int, help="pairs of each row, instead of its own number")
    wanted = asked.parse_args()
    for name in _DEVELOPERS:
        os.environ.pop(name, None)
    start = time.monotonic()
    rows = []
    print(_line(HEADINGS), flush=True)
    with tempfile.TemporaryDirectory(prefix="truce-bench-") as folder:
        for room in filter(find_spec, ROOMS):
            own = Path(folder) / room
            own.mkdir()
            for contest in importlib.import_module(room).contests(own, quick=wanted.quick):
                if not re.search(wanted.only, contest.figure):
                    continue
                try:
                    row = asdict(compete(replace(contest, rounds=wanted.rounds or contest.rounds)))
                except Exception as error:  # a peer that is missing, or a run that failed, is one row less
                    print(f"{contest.figure}: not measured: {type(error).__name__}: {error}", flush=True)
                    continue
                rows.append(row)
                print(_line(cells(row)), flush=True)
    print("\nratio: median of interleaved pairs; floor: the worst of them")
    kept = {
        "machine": _machine(),
        "quick": wanted.quick,
        "seconds": round(time.monotonic() - start),
        "rows": rows,
    }
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    for path in (build / "bench.json", *([RECORD] if wanted.record else [])):
        path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{kept['seconds']} s; figures in build/bench.json")


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {sys.platform}"


def _line(words: list[str]) -> str:
    widths = (66, 16, 26, 16, 6, 14, 16, 7)
    return "  ".join(f"{word:<{width}}" for word, width in zip(words, widths, strict=True)).rstrip()


if __name__ == "__main__":
    main()
