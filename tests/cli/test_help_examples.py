"""The examples in every command's help run as they stand, in a folder like a newcomer's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from truce_runner import DATA, environment, truce

from truce_cli.cli.house import COMMANDS

EXAMPLE = re.compile(r"^  (truce [a-z-].*)$", re.MULTILINE)
NEEDS = {"serve": "stays until it is stopped; its own tests run it"}
MAY_FIND = {"check", "conflict"}
"""Commands that end with 1 where they find something."""
DISPATCH = "STEPANAKERT, October 18, 2020 - Armenia said 36 civilians had been killed. Azerbaijan said 61 had died.\n"


def examples(command: str) -> list[str]:
    text = truce(command, "--help").out
    for sub in (
        re.findall(r"^  ([a-z]+)  ", text.split("Commands:")[-1], re.MULTILINE) if "Commands:" in text else ()
    ):
        text += truce(command, sub, "--help").out
    return [line for line in EXAMPLE.findall(text) if f"truce {command}" in line]


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped ledger, beside it the files that examples name."""
    folder = tmp_path_factory.mktemp("examples")
    docs = folder / "docs"
    docs.mkdir()
    (docs / "dispatch-3.txt").write_text(f"Three villages\n\n{DISPATCH}")
    (docs / "old.txt").write_text("YEREVAN, October 2, 2020 - Armenia said 12 soldiers had died.\n")
    for name in ("docs/a.html", "docs/correction.html", "article.html", "a.html"):
        page = f"<html><head><title>{name}</title></head><body><p>{DISPATCH}</p></body></html>"
        (folder / name).write_text(page.replace("36", str(len(name))))
    line = '{"id": "1", "text": "Armenia said 5 soldiers had died in Stepanakert, Nagorno-Karabakh."}\n'
    (folder / "archive").mkdir()
    (folder / "archive.jsonl").write_text(line)
    (folder / "archive" / "a.jsonl").write_text(line)
    (folder / "backups").mkdir()
    shutil.copy(DATA / "conflict.toml", folder)
    assert truce("ingest", DATA, "docs", cwd=folder, TRUCE_CURATOR="ana").code == 0
    assert truce("edit", "t-cb6f", "note=seen", cwd=folder, TRUCE_CURATOR="ana").code == 0
    (folder / "claims.toml").write_text("")
    tools = folder / ".bin"
    tools.mkdir()
    (tools / "truce").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m truce_cli "$@"\n')
    (tools / "truce").chmod(0o755)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_run(command: str, newcomer: Path, tmp_path: Path) -> None:
    found = examples(command)
    assert len(found) >= 2
    if command in NEEDS:
        return
    for number, line in enumerate(found):
        if "| jq" in line and not shutil.which("jq"):
            continue
        folder = tmp_path / str(number)
        shutil.copytree(newcomer, folder)
        if command == "init":
            (folder / "truce.db").unlink()
            (folder / "conflict.toml").unlink()
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],
            cwd=folder,
            env=environment(PATH=f"{folder / '.bin'}:{os.environ['PATH']}", TRUCE_CURATOR="ana"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode in ((0, 1) if command in MAY_FIND else (0,)), f"{line}\n{ran.stderr}"
        assert "internal error" not in ran.stderr
