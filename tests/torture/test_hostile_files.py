"""Hostile files among good ones: every good one is stored, every bad one costs a line and nothing else."""

from __future__ import annotations

import os
import random
import re
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from counting import Cases
from hostile_bytes import KINDS
from making import CONFLICT, article, forked, take
from truce_runner import truce

from truce_cli.render.safe import safe
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.inputs import shown

GOOD = 100
SECONDS, MEMORY = 20, 1_000_000_000
"""What one document may cost at most."""
SPARSE = 2_000_000_000
CLAIMS = (".toml", ".csv", ".jsonl")
NAMES = (b"two\nlines.txt", b"\x1b[31mred.txt", b"not-utf8-\xff.txt", b"-rf.txt", b"--db.txt", b"a'b\"c$d`e.txt",
         b"tab\t.txt", "\u202egnp.txt".encode(), b"x" * 251 + b".txt", b"cr\r.txt", b"c1-\xc2\x9b31m.txt")  # fmt: skip


def good(folder: Path) -> list[str]:
    """So many sound articles, spread over the folder."""
    for number in range(GOOD):
        (folder / f"{'abmz'[number % 4]}-good-{number:03}.txt").write_text(article(10_000 + number))
    return sorted(path.name for path in folder.iterdir())


def strange_things(folder: Path) -> Iterator[str]:
    """Things that are no ordinary files, or have names that no person gave."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "loop-a.txt").symlink_to("loop-b.txt")
    (folder / "loop-b.txt").symlink_to("loop-a.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    yield from ("pipe.txt", "zero.txt", "loop-a.txt", "loop-b.txt", "gone.txt")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(folder / "socket.txt"))
    yield "socket.txt"
    for suffix in ("txt", "html", "pdf", "toml", "csv", "jsonl"):
        with (folder / f"sparse.{suffix}").open("wb") as file:
            file.truncate(SPARSE)
        yield f"sparse.{suffix}"
    for name in NAMES:
        (folder / os.fsdecode(name)).touch()
        yield os.fsdecode(name)


def hostile(folder: Path, number: int) -> Iterator[str]:
    """So many hostile files; their names."""
    yield from strange_things(folder)
    kinds = list(KINDS.items())
    for seed in range(number - len(list(folder.iterdir())) + GOOD):
        name, make = kinds[seed % len(kinds)]
        path = folder / f"{seed:04}-{name}"
        path.write_bytes(make(random.Random(seed)))
        yield path.name


def test_all_good_ones_are_stored(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    docs = Path("docs")
    docs.mkdir()
    goods = good(docs)
    counted = cases("hostile files among 100 good ones")
    bads = list(hostile(docs, counted.number))
    (docs / "loop").symlink_to(".")
    Path("conflict.toml").write_text(CONFLICT)
    ran = truce("ingest", "docs", "--conflict", "conflict.toml", cwd=tmp_path)
    lines = ran.err.splitlines()
    assert (ran.code, ran.out) == (3, ""), ran.err[-2000:]
    assert all(line.startswith("truce: ") and len(line) < 1000 for line in lines)
    assert safe(ran.err.replace("\n", "")) == ran.err.replace("\n", "")
    with Ledger.reading(Path("truce.db")) as ledger:
        stored = {card.path for card in ledger.cards()}
        files = {row[0] for row in ledger._all("SELECT path FROM files")}
        # a row of a dump is a document of its own
        files |= {re.sub(r"\.csv:\d+$", ".csv", path or "") for path in stored}
    assert [name for name in goods if f"docs/{name}" not in stored] == []
    for name in bads:
        counted.done += 1
        key = shown(docs / name)
        about = [line for line in lines if line.startswith(f"truce: {safe(key)}:")]
        # a claims file says a line for every claim that it refuses
        sound = len(about) == (key not in files) or (bool(about) and key.endswith(CLAIMS))
        if not sound or any("fault of ours" in line for line in about):
            counted.failures.append(f"{name!r}: {'stored' if key in files else 'not stored'}, {about[:3]}")
    # a dump of articles is as many documents as it has rows
    found, *parts = map(int, re.findall(r"\d+", lines[-1].split(";")[0].replace(",", "")))
    assert found == sum(parts) >= GOOD + len(bads)
    counted.verdict()


def test_none_takes_too_long_or_too_much(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("conflict.toml").write_text(CONFLICT)
    kinds = list(KINDS.items())

    def alone(seed: int) -> None:
        name, make = kinds[seed % len(kinds)]
        Path(name).write_bytes(make(random.Random(seed)))
        child = forked(lambda: bounded(Path(name)))
        _, status, used = os.wait4(child, 0)
        assert not os.WIFSIGNALED(status), f"{name}: {signal.Signals(os.WTERMSIG(status)).name}"
        assert os.WEXITSTATUS(status) == 0, name
        assert used.ru_maxrss * 1024 < MEMORY, f"{name}: {used.ru_maxrss:,} kB"
        Path(name).unlink()

    cases("a hostile file alone, 20 s and 1 GB").each(alone)


def bounded(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    report = take(Path(f"{path.name}.db"), path, conflict="conflict.toml")
    assert report.adds_up
