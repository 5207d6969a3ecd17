"""Runs every counted test with its full number, a file on each processor, and prints a table as they end.

`python tests/torture/run.py [N]`; N: at most N cases of each test, for a quick look. Columns: test, count, failures,
seconds. What a machine cannot try is "skipped". A file that takes longer than LIMIT is ended, and has failed. Nothing
is written into the repository but build/, which keeps what fuzzing found.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
PROPERTY = "@given"
COUNTED = "cases: "
NOTHING_COLLECTED = 5
WIDTH = 76
LIMIT = 900
"""Seconds for one file of tests; the longest takes about four minutes."""
LONGEST = "export_roundtrip collapsed same_everywhere report_geometry claims_tables".split()
"""Files that go first, so that none of them is left alone at the end."""

Row = dict[str, Any]


def counted_files() -> list[Path]:
    """Test files that hold a counted test, the longest first."""
    found = [
        path
        for path in TESTS.rglob("test_*.py")
        if any(mark in path.read_text(encoding="utf-8") for mark in (PROPERTY, COUNTED))
    ]
    return sorted(found, key=lambda path: (_rank(path), path.parent.name != "torture", path.name))


def _rank(path: Path) -> int:
    name = path.stem.removeprefix("test_")
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def run(path: Path, folder: Path, asked: str) -> tuple[list[Row], str]:
    """Rows of the table for one file, and what pytest said where it did not end well."""
    own = folder / f"{path.parent.name}-{path.stem}"
    own.mkdir()
    results = own / "results.jsonl"
    changes = {
        "TRUCE_TORTURE": asked,
        "TRUCE_TORTURE_RESULTS": str(results),
        "TMPDIR": str(own),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(own / "hypothesis"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=short", str(path)],
        cwd=TESTS.parent,
        env={**os.environ, **changes},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,  # so that all that it started can be ended with it
    )
    late = False
    try:
        said, _ = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        late = True
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
    lines = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    rows: list[Row] = [json.loads(line) for line in lines]
    if late:
        name = f"{path.parent.name}/{path.name}: ended after {LIMIT} seconds"
        rows.append({"test": name, "count": 0, "failures": 1, "seconds": LIMIT, "skipped": False})
    well = process.returncode in (0, NOTHING_COLLECTED)
    return rows, "" if well else said


def line(row: Row) -> str:
    failures = "skipped" if row["skipped"] else f"{row['failures']:,}"
    return f"{row['test']!s:<{WIDTH}}  {row['count']:>9,}  {failures:>8}  {row['seconds']:>7.1f}"


def main(asked: str) -> int:
    began = time.monotonic()
    rows: list[Row] = []
    said: list[str] = []
    files = counted_files()
    print(f"{'test':<{WIDTH}}  {'count':>9}  failures  seconds", flush=True)
    with TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = [pool.submit(run, path, Path(name), asked) for path in files]
        for ended, future in enumerate(as_completed(running), 1):
            found, trouble = future.result()
            print("".join(f"{line(row)}\n" for row in found), end="", flush=True)
            if sys.stderr.isatty():
                print(f"\r{ended} of {len(files)} files\r", end="", file=sys.stderr, flush=True)
            rows += found
            said += [trouble] if trouble else []
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    total, failures, skipped = (
        sum(int(row[key]) for row in rows) for key in ("count", "failures", "skipped")
    )
    print(
        f"{len(rows)} tests, {total:,} cases, {failures:,} failures, {skipped} skipped, {minutes} min {seconds} s"
    )
    for trouble in said:
        print(trouble)
    return 1 if failures or said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "full"))
