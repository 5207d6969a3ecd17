"""Readers that leave, signals at any instant, streams that are closed or full: the right code and no half answer."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import corpus, damage, take
from truce_runner import TRUCE, environment, shell, truce

COMMANDS = (
    "claims --format jsonl", "tolls", "timeline --format jsonl", "documents --format jsonl", "log --format jsonl",
    "export --format jsonl", "status", "claims --format csv",
)  # fmt: skip
SECRET = "hunter2-a-local-value"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streams")
    take(path / "truce.db", corpus(path / "docs", 60))
    return path


def whole_lines(command: str, out: str) -> None:
    if "jsonl" in command:
        for line in out.splitlines():
            json.loads(line)
    assert out == "" or out.endswith("\n")


def test_streams_and_signals(cases: Callable[[str], Cases], folder: Path) -> None:
    def left_early(command: str, chance: random.Random) -> None:
        reader = chance.choice(("head -1", "true", "head -c 5", "sed 3q"))
        ran = shell(f'truce {command} --quiet | {reader} >/dev/null; exit "${{PIPESTATUS[0]}}"', cwd=folder)
        assert ran.code in (0, 141) and ran.err == "", (reader, ran)

    def signalled(command: str, chance: random.Random) -> None:
        """A reading command that is stopped: what came out are whole lines; the shell sees 130 or 143."""
        number = chance.choice((signal.SIGINT, signal.SIGTERM))
        process = subprocess.Popen(
            [*TRUCE, *command.split()],
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(chance.uniform(0.1, 0.6))
        process.send_signal(number)
        out, err = process.communicate()
        if process.returncode != -number:  # Python was not yet, or no longer, there to be told
            assert process.returncode in (0, 130, 143), process.returncode
            assert b"Traceback" not in err or b"truce_cli" not in err, err
        whole_lines(command, out.decode())

    def signalled_ingest(command: str, chance: random.Random) -> None:
        number = chance.choice((signal.SIGINT, signal.SIGTERM))
        db = folder / f"stopped-{chance.random()}.db"
        process = subprocess.Popen(
            [*TRUCE, "--db", str(db), "ingest", "docs"],
            cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(chance.uniform(0.1, 1.2))
        process.send_signal(number)
        out, err = process.communicate()
        assert process.returncode in (0, 130, 143, -number), (process.returncode, err)
        assert out == b"" and (b"Traceback" not in err or b"truce_cli" not in err), err
        if db.exists():
            assert damage(db) == []
            db.unlink()

    def closed(command: str, chance: random.Random) -> None:
        ran = shell(f"truce {command} --quiet {chance.choice(('>&-', '>/dev/full'))}", cwd=folder)
        assert ran.code == 74 and ran.err.count("\n") == 1, ran

    def in_c(command: str, chance: random.Random) -> None:
        ran = truce(*command.split(), cwd=folder, LC_ALL="C", PYTHONUTF8=chance.choice(("0", "1")))
        assert ran.code == 0 and "Traceback" not in ran.err
        whole_lines(command, ran.out)

    checks = (left_early, signalled, signalled_ingest, closed, in_c)

    def one(seed: int) -> None:
        chance = random.Random(seed)
        checks[seed % len(checks)](COMMANDS[seed // len(checks) % len(COMMANDS)], chance)

    cases("a reader that leaves, a signal, a closed or full stream").each(one)


def test_only_debug_shows_a_traceback_and_no_value(folder: Path) -> None:
    for command in (f"show {SECRET}", f"claims --side {SECRET}", f"--db {SECRET} tolls", "accept t-ffffffff"):
        plain, debug = truce(*command.split(), cwd=folder), truce("--debug", *command.split(), cwd=folder)
        assert plain.code == debug.code != 0
        assert "Traceback" not in plain.err and plain.err.count("\n") <= 1
        assert "Traceback" in debug.err and debug.err.endswith(plain.err)
        values = debug.err.removesuffix(plain.err).replace(plain.err.removeprefix("truce: ").strip(), "")
        assert SECRET not in values and " = 'truce.db'" not in values
