"""Runs the real program in a process of its own, as a shell does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data" / "nagorno-karabakh-2020"
TRUCE = (sys.executable, "-m", "truce_cli")


def environment(**changes: str | None) -> dict[str, str]:
    """This process's environment without what would change a screen; None takes a variable away."""
    unwanted = ["TRUCE_DB", "COLUMNS", "LC_ALL", "LC_CTYPE", "PYTHONDONTWRITEBYTECODE"]
    unwanted += ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"]
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    kept |= {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    for key, value in changes.items():
        kept.pop(key, None)
        if value is not None:
            kept[key] = value
    return kept


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """stdout as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def truce(*args: str | Path, cwd: Path | None = None, given: bytes = b"", **env: str | None) -> Ran:
    """One run of the program; given is its standard input."""
    ended = subprocess.run(
        [*TRUCE, *map(str, args)],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=environment(**env),
        check=False,
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def shell(script: str, *, cwd: Path | None = None, **env: str | None) -> Ran:
    """A line of bash in which `truce` is the program."""
    program = f'truce() {{ "{sys.executable}" -m truce_cli "$@"; }}\n'
    ended = subprocess.run(
        ["bash", "-c", program + script], capture_output=True, cwd=cwd, env=environment(**env), check=False
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
