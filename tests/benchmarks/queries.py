"""What is measured of questions and of a second scan: whole processes, against sqlite-utils and git."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledgers import make
from pairing import Contest, Run

BIN = Path(sys.executable).parent
TRUCE, SQLITE_UTILS = BIN / "truce", BIN / "sqlite-utils"
SHIPPED = Path(__file__).resolve().parents[2] / "data" / "nagorno-karabakh-2020"

# What each question says, as far as SQL alone can say it: every assertion once, with its documents and claims.
_OF = "json_group_array(DISTINCT d.sha256) AS documents, count(*) AS claims, min(c.claim_id) AS claim"
_FROM = "FROM claims AS c JOIN documents AS d ON d.id = c.document_id"
TOLLS = f"""SELECT side, victims, harm, measure, claimant, claimant_side, as_of, low, value, high, qualifier, {_OF}
{_FROM} WHERE kind = 'toll' AND status <> 'rejected' AND other_conflict IS NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 ORDER BY side, victims, harm, as_of DESC"""
ACTS = f"""SELECT truce, occurred, claimant, claimant_side, accused, accused_side, act, place, quote, {_OF}
{_FROM} WHERE kind = 'violation' AND status <> 'rejected' AND other_conflict IS NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY occurred"""


def contests(folder: Path, *, quick: bool) -> Iterator[Contest]:
    """The rows about start-up, questions and a second scan. folder: room; quick: small ledgers, one pair each."""
    rounds = 3 if quick else 5
    shipped = folder / "shipped.db"
    _done([TRUCE, "--db", shipped, "--quiet", "ingest", SHIPPED])
    asked = [TRUCE, "--db", shipped, "tolls", "--by-side", "--format", "json"]
    start = "start-up: truce tolls --by-side --format json on the shipped ledger"
    yield Contest(
        figure=start,
        unit="s",
        ours=_timed(asked),
        peer="python -c pass",
        theirs=_timed([sys.executable, "-c", "pass"]),
        target=6.8,
        want="at most",
        rounds=4 * rounds,
    )
    yield Contest(
        figure=start,
        unit="s",
        ours=_timed(asked),
        peer="sqlite-utils query",
        theirs=_timed([SQLITE_UTILS, "query", shipped, TOLLS]),
        target=0.6,
        want="at most",
        rounds=4 * rounds,
    )
    yield from _large(folder / "large.db", rounds=rounds, quick=quick)
    yield _rescan(folder, files=5_000 if quick else 100_000, rounds=rounds)


def _large(path: Path, *, rounds: int, quick: bool) -> Iterator[Contest]:
    claims, documents, distinct = (20_000, 4_000, 1_000) if quick else (1_000_000, 200_000, 20_000)
    make(path, claims=claims, documents=documents, distinct=distinct)
    size = f"{claims:,} claims, {distinct:,} assertions"
    for words, sql in (("tolls", TOLLS), ("timeline --truce oct-10", ACTS), ("violations", ACTS)):
        asked = [TRUCE, "--db", path, "--quiet", *words.split(), "--format", "json"]
        yield Contest(
            figure=f"{words}, {size}",
            unit="s",
            ours=_timed(asked),
            peer="sqlite-utils query",
            theirs=_timed([SQLITE_UTILS, "query", path, sql]),
            target=0.7,
            want="at most",
            rounds=rounds,
        )
        yield Contest(
            figure=f"{words}, {size}: memory",
            unit="MB",
            ours=_memory(asked),
            target=200,
            want="at most",
            rounds=1,
        )


def _rescan(folder: Path, *, files: int, rounds: int) -> Contest:
    """A tree that git knows and a ledger that has seen it, without what was read of it."""
    tree = folder / "tree"
    for number in range(files):
        path = tree / "docs" / f"{number // 1000:03d}" / f"{number % 1000:03d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Dispatch {number}. Nothing of note.\n")
        os.utime(path, (1_600_000_000, 1_600_000_000))
    _done(["git", "-C", tree, "init", "-q"])
    _done(["git", "-C", tree, "add", "docs"])
    ledger = make(tree / "truce.db", claims=0, documents=1, distinct=0)
    with sqlite3.connect(ledger) as conn:
        conn.executemany(
            "INSERT INTO files (path, size, mtime_ns, sha256, kind) VALUES (?, ?, ?, '', 'article')",
            (
                (path.relative_to(tree).as_posix(), info.st_size, info.st_mtime_ns)
                for path in tree.glob("docs/*/*.txt")
                for info in (path.stat(),)
            ),
        )
    conn.close()
    return Contest(
        figure=f"truce ingest over {files:,} unchanged files",
        unit="s",
        ours=_timed([TRUCE, "--db", ledger, "--quiet", "ingest", tree / "docs"]),
        peer="git status",
        theirs=_timed(["git", "-C", tree, "status", "--porcelain", "docs"]),
        target=6,
        want="at most",
        rounds=rounds,
    )


def _timed(command: Sequence[str | Path]) -> Run:
    def run() -> float:
        start = time.perf_counter()
        _done(command)
        return time.perf_counter() - start

    return run


def _memory(command: Sequence[str | Path]) -> Run:
    """The most memory that the process holds, in MB: of a child of a child, so that no other's counts."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )

    def run() -> float:
        told = subprocess.run(
            [sys.executable, "-c", script, *map(str, command)], capture_output=True, text=True, check=True
        )
        return int(told.stdout) / (1_000_000 if sys.platform == "darwin" else 1_000)

    return run


def _done(command: Sequence[str | Path]) -> None:
    subprocess.run(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
