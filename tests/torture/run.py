"""Runs every counted test with its full number, files side by side, and prints a table: test, count, failures.

`python tests/torture/run.py [N]`; N: at most N cases of each test, for a quick look.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
PROPERTY = "@given"
COUNTED = "cases: "
NOTHING_COLLECTED = 5
WIDTH = 72


def counted_files() -> list[Path]:
    """Test files that hold a counted test; the large ones first, so that none is left for the end."""
    found = [
        path
        for path in TESTS.rglob("test_*.py")
        if any(mark in path.read_text(encoding="utf-8") for mark in (PROPERTY, COUNTED))
    ]
    return sorted(found, key=lambda path: (path.parent.name != "torture", path.name))


def run(path: Path, folder: Path, asked: str) -> tuple[list[dict[str, object]], str]:
    """Rows of the table for one file, and what pytest said where it did not end well."""
    results = folder / f"{path.parent.name}-{path.stem}.jsonl"
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=short", str(path)],
        cwd=TESTS.parent,
        env={**os.environ, "TRUCE_TORTURE": asked, "TRUCE_TORTURE_RESULTS": str(results)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    well = ended.returncode in (0, NOTHING_COLLECTED)
    return [json.loads(line) for line in lines], "" if well else ended.stdout


def main(asked: str) -> int:
    began = time.monotonic()
    rows: list[dict[str, object]] = []
    said: list[str] = []
    print(f"{'test':<{WIDTH}}  {'count':>9}  failures", flush=True)
    with TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for found, trouble in pool.map(lambda path: run(path, Path(name), asked), counted_files()):
            for row in found:
                print(f"{row['test']!s:<{WIDTH}}  {row['count']:>9,}  {row['failures']:>8,}", flush=True)
            rows += found
            said += [trouble] if trouble else []
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    total, failures = (sum(int(str(row[key])) for row in rows) for key in ("count", "failures"))
    print(f"{len(rows)} tests, {total:,} cases, {failures:,} failures, {minutes} min {seconds} s")
    for trouble in said:
        print(trouble)
    return 1 if failures or said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "full"))
