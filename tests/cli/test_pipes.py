"""Closed pipes, full disks and signals: the right code, no traceback, no half answer."""

from __future__ import annotations

import fcntl
import json
import signal
import subprocess
import time
from pathlib import Path

import pytest
from truce_runner import TRUCE, environment, shell, truce


@pytest.mark.parametrize("reader", ["head -1", "true"])
@pytest.mark.parametrize("command", ["claims --format jsonl", "tolls", "timeline --format csv"])
def test_a_reader_that_leaves_early(ledger: Path, reader: str, command: str) -> None:
    ran = shell(f'truce --db "{ledger}" {command} | {reader}; exit "${{PIPESTATUS[0]}}"')
    assert ran.code in (0, 141), ran.err
    assert "Traceback" not in ran.err and "Exception" not in ran.err and "Broken" not in ran.err


def test_a_reader_that_takes_nothing_is_141(ledger: Path) -> None:
    script = f'truce --db "{ledger}" claims --format jsonl --quiet | (exec <&-; sleep 0.2)'
    ran = shell(script + '; exit "${PIPESTATUS[0]}"')
    assert (ran.code, ran.err) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["claims --format jsonl", "status", "tolls --format json", "--version"])
def test_a_full_disk_is_74(ledger: Path, command: str) -> None:
    ran = shell(f'truce --db "{ledger}" --quiet {command} > /dev/full')
    assert ran.code == 74
    assert ran.err == "truce: No space left on device\n"


def test_a_closed_stdout_is_said(ledger: Path) -> None:
    ran = shell(f'truce --db "{ledger}" status >&-')
    assert ran.code == 74 and ran.err.startswith("truce: standard output is closed")


@pytest.mark.parametrize("unbuffered", [None, "1"])
def test_a_closed_or_full_stderr_changes_no_answer(ledger: Path, unbuffered: str | None) -> None:
    whole = truce("--db", ledger, "tolls", "--format", "json").out
    for away in ("2>&-", "2>/dev/full"):
        ran = shell(f'truce --db "{ledger}" tolls --format json {away}', PYTHONUNBUFFERED=unbuffered)
        assert (ran.code, ran.out) == (0, whole)


def waiting(*args: str) -> subprocess.Popen[bytes]:
    """The program, waiting for its standard input."""
    process = subprocess.Popen(
        [*TRUCE, *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    wait_for(process, READ)
    return process


READ, WRITE = ["0", "0x0"], ["1", "0x1"]
"""System calls: a read of standard input, a write to standard output."""


def wait_for(process: subprocess.Popen[bytes], wanted: list[str]) -> None:
    """Until the process sleeps in that call, which /proc tells on Linux."""
    call = Path(f"/proc/{process.pid}/syscall")
    for _ in range(1000):
        if process.poll() is not None or call.read_text().split()[:2] == wanted:
            return
        time.sleep(0.01)


proc = pytest.mark.skipif(
    not Path("/proc/self/syscall").exists(), reason="/proc does not tell system calls here"
)


@proc
@pytest.mark.parametrize(
    ("number", "command", "codes"),
    [
        (signal.SIGINT, "ingest", {130}),
        (signal.SIGTERM, "ingest", {143}),
        (signal.SIGINT, "extract", {130}),
        (signal.SIGTERM, "extract", {143}),
    ],
)
def test_signals(tmp_path: Path, number: signal.Signals, command: str, codes: set[int]) -> None:
    process = waiting("--db", str(tmp_path / "truce.db"), command, "-")
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode in codes
    assert (out, b"Traceback" in err) == (b"", False)
    assert list(tmp_path.iterdir()) == []


@proc
@pytest.mark.parametrize("unbuffered", [None, "1"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_a_reader_is_slow_ends_with_a_whole_line(
    ledger: Path, number: signal.Signals, code: int, unbuffered: str | None
) -> None:
    process = subprocess.Popen(
        [*TRUCE, "--db", str(ledger), "export", "--format", "jsonl", "--quiet"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )
    assert process.stdout is not None
    # its first line holds the whole conflict file, and does not fit
    fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4096)
    first = process.stdout.read(1)
    wait_for(process, WRITE)
    process.send_signal(number)
    out, err = process.communicate()
    assert (process.returncode, err) == (code, b"")
    lines = (first + out).decode().splitlines(keepends=True)
    assert lines[-1].endswith("\n") and all(json.loads(line) for line in lines)


def test_a_second_run_changes_nothing(ledger: Path) -> None:
    from truce_runner import DATA

    before = ledger.read_bytes()
    ran = truce("--db", ledger, "ingest", ledger.parent / DATA.name)
    assert ran.code == 0 and "stored 0" in ran.err
    assert ledger.read_bytes() == before
