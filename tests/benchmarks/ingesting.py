"""What is measured of reading: whole runs of `truce ingest` and `truce extract`, on archives of our own making."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from articles import conflict_articles, mixed_archive, ordinary_news
from pages import pages
from pairing import Contest, Run

CONFLICT = "nagorno-karabakh-2020"
_HARM = re.compile("kill|injur|claims|stabbed|died")
TRUCE = (sys.executable, "-m", "truce_cli")
_PEER = """
import sys, time, warnings
warnings.simplefilter("ignore")
from pathlib import Path
import trafilatura
pages = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
trafilatura.extract(pages[0])
start = time.process_time()
found = [trafilatura.extract(page) for page in pages]
print(time.process_time() - start)
assert all(text and len(text) > 1000 for text in found), "the peer found no text"
"""
_RULES = """
import sys, time
from pathlib import Path
from truce_cli.extract.engine import extract
from truce_cli.read.article import read_article
from truce_cli.read.conflict import load_conflict
from truce_cli.workflow.shipped import conflict_path
conflict = load_conflict(conflict_path(sys.argv[2]))
found = [read_article(path.name, path.read_bytes()) for path in sorted(Path(sys.argv[1]).iterdir())]
extract(found[0], conflict)
start = time.process_time()
for document in found:
    extract(document, conflict)
print(time.process_time() - start)
"""


def contests(folder: Path, *, quick: bool) -> Iterator[Contest]:
    """The rows about reading. folder: room for archives; quick: small ones, one pair each."""
    few, many, rounds = (60, 400, 1) if quick else (400, 4000, 3)
    archives = {
        "mixed": _archive(folder / "mixed", pages(mixed_archive(few * 3)), "html"),
        "conflict": _archive(folder / "conflict", pages(conflict_articles(few)), "html"),
        "text": _archive(folder / "text", mixed_archive(few * 4), "txt"),
        "many": _archive(folder / "many", pages(mixed_archive(many)), "html"),
        "news": _archive(folder / "news", ordinary_news(few), "txt"),
        "about": _archive(folder / "about", conflict_articles(few), "txt"),
    }
    for name, target, what in (
        ("mixed", 3.0, "ingest HTML, one page in ten about the conflict, one core"),
        ("conflict", 1.5, "ingest HTML, every page about the conflict, one core"),
    ):
        yield Contest(
            figure=what,
            unit="docs/s",
            ours=_ingest(archives[name], folder, jobs=1),
            peer="trafilatura.extract alone",
            theirs=_inside(_PEER, archives[name]),
            target=target,
            want="at least",
            rounds=rounds + 2 * (not quick),
        )
    for name, floor, what in (
        ("text", 1500, "ingest plain text of 4 kB, one in ten about the conflict, one core"),
        ("about", 1000, "the rules alone, articles about the conflict, one core"),
        ("news", 3500, "the rules alone, ordinary news, one core"),
    ):
        run = _ingest(archives[name], folder, jobs=1) if name == "text" else _inside(_RULES, archives[name])
        yield Contest(figure=what, unit="docs/s", ours=run, target=floor, want="at least", rounds=rounds)
    yield Contest(
        figure=f"ingest {many:,} pages on two cores",
        unit="docs/s",
        ours=_ingest(archives["many"], folder, jobs=2, wall=True),
        peer="on one core",
        theirs=_ingest(archives["many"], folder, jobs=1, wall=True),
        target=1.6,
        want="at least",
        rounds=1 if quick else 3,
    )
    lines = _lines(folder / "lines" / "lines.jsonl", many)
    yield Contest(
        figure=f"extract {many:,} JSON lines on two cores",
        unit="docs/s",
        ours=_extract(lines, many, jobs=2),
        peer="on one core",
        theirs=_extract(lines, many, jobs=1),
        target=1.6,
        want="at least",
        rounds=1 if quick else 3,
    )
    yield Contest(
        figure="ingest claim shards, one core",
        unit="docs/s",
        ours=_ingest(_shards(folder, few), folder, jobs=1, number=few),
        peer="ingest of their articles",
        theirs=_ingest(folder / "few", folder, jobs=1, number=few),
        target=1.0,
        want="at least",
        rounds=rounds,
    )
    yield Contest(
        figure="ledger for an HTML page, one in ten about the conflict",
        unit="kB",
        ours=_size(archives["mixed"], folder),
        peer="the page",
        theirs=lambda: _weight(archives["mixed"]) / (few * 3) / 1000,
        target=1.0,
        want="at most",
        rounds=1,
    )
    yield Contest(
        figure=f"memory of an ingest of {many:,} pages",
        unit="MB",
        ours=_memory(archives["many"], folder),
        peer=f"of {few * 3:,} pages",
        theirs=_memory(archives["mixed"], folder),
        target=1.5,
        want="at most",
        rounds=1,
    )
    size = 2_000_000 if quick else 20_000_000
    small = _archive(folder / "small", [_long(4_000)], "txt")
    large = _archive(folder / "large", [_long(size)], "txt")
    yield Contest(
        figure=f"memory for one document of {size // 1_000_000} MB, above that for a small one",
        unit="MB/MB",
        ours=lambda: (_memory(large, folder)() - _memory(small, folder)()) / (size / 1_000_000),
        target=10,
        want="at most",
        rounds=1,
    )


def _archive(folder: Path, texts: Iterable[str], suffix: str) -> Path:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.{suffix}").write_text(text, encoding="utf-8")
    return folder


def _lines(path: Path, n: int) -> Path:
    path.parent.mkdir()
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(mixed_archive(n)):
            lines.write(json.dumps({"id": number, "text": text}) + "\n")
    return path


def _long(size: int) -> str:
    """One document of so many bytes. Nine tenths of it tell of no harm: more claims than 5,000 are refused."""
    texts, length = [], 0
    for number, text in enumerate(ordinary_news(size // 3000 + 1)):
        parts = text.split("\n\n")
        if number % 10:
            parts = [part for part in parts if not _HARM.search(part)]
        texts.append("\n\n".join(parts))
        length += len(texts[-1].encode()) + 2
        if length >= size:
            break
    return "\n\n".join(texts).encode()[:size].decode("utf-8", "ignore")


def _shards(folder: Path, n: int) -> Path:
    """Claim shards of n articles, which stand as JSON lines in `few`."""
    _lines(folder / "few" / "few.jsonl", n)
    made = folder / "shards"
    command = (*TRUCE, "extract", str(folder / "few"), "--conflict", CONFLICT, "--into", str(made))
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return made


def _weight(archive: Path) -> int:
    return sum(path.stat().st_size for path in archive.iterdir())


def _size(archive: Path, folder: Path) -> Run:
    """Kilobytes of a ledger for each article of an archive; what it weighs empty is not counted."""
    number = sum(1 for _ in archive.iterdir())

    def run() -> float:
        sizes = []
        for some in (sorted(archive.iterdir())[:1], sorted(archive.iterdir())):
            db = folder / "bench.db"
            db.unlink(missing_ok=True)
            command = (*TRUCE, "--db", str(db), "ingest", "--conflict", CONFLICT, *map(str, some))
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            sizes.append(db.stat().st_size)
        return (sizes[1] - sizes[0]) / (number - 1) / 1000

    return run


def _ingest(archive: Path, folder: Path, *, jobs: int, number: int = 0, wall: bool = False) -> Run:
    """Documents a second of a whole run into a new ledger, on as many cores as jobs. number: of its documents."""
    number = number or sum(1 for _ in archive.iterdir())

    def run() -> float:
        db = folder / "bench.db"
        db.unlink(missing_ok=True)
        command = (
            *TRUCE,
            "--db",
            str(db),
            "ingest",
            "--conflict",
            CONFLICT,
            "--jobs",
            str(jobs),
            str(archive),
        )
        return number / _timed(command, cores=jobs, wall=wall)

    return run


def _extract(lines: Path, number: int, *, jobs: int, wall: bool = True) -> Run:
    def run() -> float:
        command = (
            *TRUCE,
            "extract",
            str(lines),
            "--conflict",
            CONFLICT,
            "--format",
            "jsonl",
            "--jobs",
            str(jobs),
        )
        return number / _timed(command, cores=jobs, wall=wall)

    return run


def _inside(program: str, archive: Path) -> Run:
    """Documents a second that a program measures of itself: its start and its imports are not counted."""
    number = sum(1 for _ in archive.iterdir())

    def run() -> float:
        ran = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, str(archive), CONFLICT],
            stdout=subprocess.PIPE,
            check=True,
            preexec_fn=lambda: _pin(1),
        )
        return number / float(ran.stdout)

    return run


def _memory(archive: Path, folder: Path) -> Run:
    """The most memory that a run in one process held, in MB."""

    def run() -> float:
        db = folder / "bench.db"
        db.unlink(missing_ok=True)
        command = [*TRUCE, "--db", str(db), "ingest", "--conflict", CONFLICT, "--jobs", "1", str(archive)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, "the document was refused"
        return usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)

    return run


def _timed(command: Iterable[str], *, cores: int, wall: bool) -> float:
    """Seconds of a run: of the processor, which other programs do not lengthen, or (wall) of the clock."""
    start = time.monotonic()
    with subprocess.Popen(
        [*command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: _pin(cores),
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{' '.join(command)} failed"
    return time.monotonic() - start if wall else usage.ru_utime + usage.ru_stime


def _pin(cores: int) -> None:
    """Keep a process on so many cores, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(islice(sorted(os.sched_getaffinity(0)), cores)))
