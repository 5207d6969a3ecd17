"""A real scheduler and two worker processes on this machine; one of them is killed half-way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from truce_runner import DATA, TRUCE, environment, truce

FILES, ARTICLES = 12, 25
without_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="dask is an extra")


def article(number: int) -> str:
    return "\n\n".join(
        f"STEPANAKERT, October {day}, 2020. Nagorno-Karabakh's defence ministry said {number * 20 + day} soldiers had "
        f"been killed since September 27. Azerbaijan said {day} civilians were wounded in Ganja. "
        f"Azerbaijan accused Armenian forces of shelling Terter on October {day}."
        for day in range(11, 25)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles as JSON lines."""
    (tmp_path / "in").mkdir()
    for file in range(FILES):
        rows = []
        for number in range(file * ARTICLES, (file + 1) * ARTICLES):
            rows.append(json.dumps({"id": number, "text": article(number)}) + "\n")
        (tmp_path / f"in/{file}.jsonl").write_text("".join(rows))
    return tmp_path


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    where = tmp_path / "scheduler.json"
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{words[0]}-{len(started)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--no-dashboard", "--host", "127.0.0.1"],
                stdout=log,
                stderr=log,
                cwd=tmp_path,
                env=environment(),
            )
        started.append(process)
        return process

    try:
        start("scheduler", "--port", "0", "--scheduler-file", str(where))
        worker = ("worker", "--scheduler-file", str(where), "--no-nanny", "--nthreads", "1")
        workers = [start(*worker), start(*worker)]
        until(where.exists)
        yield json.loads(where.read_text())["address"], workers
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def until(true: object, seconds: float = 120) -> None:
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@without_dask
def test_a_worker_that_dies_costs_nothing(
    folder: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    shards = folder / "shards"
    command = ["extract", "in", "--engine", "dask", "--scheduler", address, "--into", "shards"]
    run = subprocess.Popen(
        [*TRUCE, *command, "--conflict", DATA.name], cwd=folder, stderr=subprocess.PIPE, env=environment()
    )
    until(lambda: len(list(shards.glob("*.claims.jsonl"))) >= 2 or run.poll() is not None)
    workers[0].kill()
    standing = len(list(shards.glob("*.claims.jsonl")))
    assert run.stderr is not None
    said = run.stderr.read().decode()
    assert run.wait() == 0, said
    run.stderr.close()
    assert standing < FILES, "it was over before the worker was killed"
    assert f"12 shards: 12 made, 0 there already, 0 missing; {FILES * ARTICLES} articles read" in said
    for shard in shards.glob("*.claims.jsonl"):
        assert shard.read_text().splitlines()[-1].startswith('{"kind":"end","articles":25,')

    again = truce(*command, "--conflict", DATA.name, cwd=folder)
    assert "12 shards: 0 made, 12 there already, 0 missing" in again.err
    for name in ("shards", "in"):
        ran = truce("--db", f"{name}.db", "ingest", name, "--conflict", DATA.name, cwd=folder)
        assert ran.code == 0, ran.err
    for asked in (("tolls", "--by-side"), ("timeline",), ("claims",)):
        one, two = (
            sorted(truce("--db", f"{name}.db", *asked, "--format", "jsonl", cwd=folder).out.splitlines())
            for name in ("shards", "in")
        )
        assert one == two and one, asked


@without_dask
def test_nobody_answers(folder: Path) -> None:
    ran = truce(
        "extract",
        "in",
        "--engine",
        "dask",
        "--scheduler",
        "tcp://127.0.0.1:9",
        "--conflict",
        DATA.name,
        cwd=folder,
    )
    assert ran.code == 1
    assert "truce: no scheduler answers at tcp://127.0.0.1:9" in ran.err
    assert "Traceback" not in ran.err


def test_without_dask_it_says_what_to_install(folder: Path) -> None:
    (folder / "dask").mkdir()
    (folder / "dask/__init__.py").write_text("raise ImportError('no dask here')\n")
    ran = truce(
        "extract",
        "in",
        "--engine",
        "dask",
        "--conflict",
        DATA.name,
        cwd=folder,
        PYTHONPATH=os.pathsep.join((str(folder), environment()["PYTHONPATH"])),
    )
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == (
        "truce: --engine dask needs dask; install it: pip install 'truce-cli[dask]'"
    )


def test_one_file_at_a_time_without_shards(folder: Path) -> None:
    ran = truce("extract", "in/0.jsonl", "in/1.jsonl", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "name one article or one file of JSON lines, or give --into DIR" in ran.err
    ran = truce("extract", "in", "--into", "s", "--scheduler", "tcp://127.0.0.1:9", cwd=folder)
    assert "truce: --scheduler is for --engine dask" in ran.err
