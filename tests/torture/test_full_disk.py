"""A disk that fills up at any byte: exit 74, what was stored is whole, a good file is never half overwritten."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import content, corpus, damage, take
from truce_runner import TRUCE, environment

from truce_cli.workflow import articles

OUTPUTS = ("export --output out.toml", "export --output out.csv", "export --bundle bundle", "backup copy.db")


def limited(command: str, folder: Path, most: int) -> subprocess.CompletedProcess[bytes]:
    """truce where no file may grow beyond so many bytes, as on a disk that is full."""

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [*TRUCE, *command.split()],
        cwd=folder,
        # a compiled module that was cut short would break every later run
        env=environment(TRUCE_CURATOR="ana", PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        preexec_fn=bound,
        check=False,
    )


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stored")
    corpus(folder / "docs", 8)
    return folder


def test_a_disk_that_fills_up_during_ingest(
    cases: Callable[[str], Cases], stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(stored / "docs", "docs")
    monkeypatch.setattr(articles, "BATCH_DOCUMENTS", 2)
    take(Path("truce.db"), Path("docs/0000.txt"), Path("docs/conflict.toml"))
    small, before = Path("truce.db").stat().st_size, content(Path("truce.db"))
    shutil.copy("truce.db", "first.db")
    take(Path("truce.db"), Path("docs"))
    large = Path("truce.db").stat().st_size
    counted = cases("disk full during ingest")

    def full(seed: int) -> None:
        shutil.copy("first.db", "truce.db")
        most = small + (large - small) * seed // counted.number
        ran = limited("ingest docs", tmp_path, most)
        assert ran.returncode == 74, (most, ran.returncode, ran.stderr)
        assert ran.stderr.count(b"\n") == 1 and ran.stderr.startswith(b"truce: truce.db cannot"), ran.stderr
        assert damage(Path("truce.db")) == []
        after = content(Path("truce.db"))
        assert all(
            row in after[name] for name in ("documents", "claims", "decisions") for row in before[name]
        )

    counted.each(full)


def test_a_disk_that_fills_up_during_output(
    cases: Callable[[str], Cases], stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(stored / "docs", "docs")
    take(Path("truce.db"), Path("docs"))
    before = sorted([*Path().iterdir(), Path("out.toml"), Path("out.csv")])
    counted = cases("disk full during export or backup")
    each = max(counted.number // len(OUTPUTS), 1)

    def full(seed: int) -> None:
        for name in ("out.toml", "out.csv"):
            Path(name).write_text("good")
        command = OUTPUTS[seed % len(OUTPUTS)]
        ran = limited(command, tmp_path, 1 + 4_000 * (seed // len(OUTPUTS)) // each)
        assert ran.returncode == 74, (command, ran.returncode, ran.stderr)
        assert ran.stderr.count(b"\n") == 1 and b"Traceback" not in ran.stderr
        assert sorted(Path().iterdir()) == before, "nothing half done is left"
        assert Path("out.toml").read_text() == Path("out.csv").read_text() == "good"

    counted.each(full)


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("mount") is None, reason="no small disk can be made here"
)
def test_a_small_disk(stored: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=False).returncode:
        pytest.skip("no small disk can be made here")
    try:
        shutil.copytree(stored / "docs", disk / "docs")
        ran = limited("ingest docs", disk, resource.RLIM_INFINITY)
        assert ran.returncode == 74 and ran.stderr.count(b"\n") == 1, ran.stderr
        assert b"No space left" in ran.stderr or b"the disk is full" in ran.stderr
        assert sorted(path.name for path in disk.iterdir()) in (["docs"], ["docs", "truce.db"])
    finally:
        subprocess.run(["umount", disk], check=True)
