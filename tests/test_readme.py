"""The README cannot drift: its console blocks are run, and what they show is what the program prints.

`python tests/test_readme.py` writes today's output into the console blocks. A line of three dots stands for any
lines. Python sessions (pycon) are run between them, in the same folder.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY = "..."


CASES = {
    "strike.db": ("strike-2020", "claims.toml"),
    "ceasefire.db": ("ceasefire-2025", "claims.toml"),
    **{
        f"{name}.db": ("daily-war", f"{name}.toml")
        for name in "daily final falls gap one-day violations".split()
    },
}
"""The small ledgers of the method section: the folder in tests/data, the claims file."""
REPORT = "YEREVAN, October 12, 2020. Armenia said 22 civilians had been killed.\n"


@dataclass(frozen=True)
class Step:
    """A command of a console block, and the lines shown below it."""

    command: str
    shown: tuple[str, ...]


def steps(block: str) -> list[Step]:
    found: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], ()))
        else:
            assert found, "a console block begins with a command"
            found[-1] = Step(found[-1].command, (*found[-1].shown, line.rstrip()))
    return found


def workshop(folder: Path) -> dict[str, str]:
    """A folder as a newcomer's: the data beside them, `truce` on the path. Returns the environment."""
    (folder / "data").symlink_to(ROOT / "data", target_is_directory=True)
    tools = folder / ".bin"
    tools.mkdir()
    script = tools / "truce"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m truce_cli "$@"\n')
    script.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if key not in ("TRUCE_DB", "LC_ALL", "LC_CTYPE")}
    return {
        **kept,
        "PATH": f"{tools}:{Path(sys.executable).parent}:{kept['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
    }


def cases(folder: Path, env: dict[str, str]) -> None:
    """The small ledgers, as the method section says that they are made."""
    made = []
    for name, (case, claims) in CASES.items():
        at = ROOT / "tests" / "data" / case
        made.append(f"truce --db {name} ingest --quiet --conflict {at}/conflict.toml {at}/{claims}")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    made.append("truce --db new.db ingest --quiet --conflict nagorno-karabakh-2020 report.txt")
    made.append("cp gap.db rejected.db && truce --db rejected.db --quiet reject t-69d8")
    for command in made:
        code, printed = run(command, folder, env)
        assert code == 0, f"{command}: {printed}"


def run(command: str, folder: Path, env: dict[str, str]) -> tuple[int, list[str]]:
    ended = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return ended.returncode, [line.rstrip() for line in ended.stdout.rstrip("\n").splitlines()]


def session(block: str, folder: Path, env: dict[str, str]) -> str:
    """A Python session, run as a doctest; what differs, "" where nothing does."""
    file = folder / ".session"
    file.write_text(block, encoding="utf-8")
    code, printed = run(f"{sys.executable} -W error -m doctest {file}", folder, env)
    return "\n".join(printed) or ("" if code == 0 else f"ended with {code}")


SHELL = frozenset("case do done echo esac for in".split())
"""Words of the shell itself, which no folder holds."""


def missing_tool(command: str, env: dict[str, str]) -> str | None:
    """A program that a command uses and that this machine lacks."""
    bare = re.sub(r"'[^']*'|\"[^\"$]*\"", "_", command)
    starts = re.split(r"\$\(|&&|\|\||[|;]", re.sub(r"\bdo\b", ";", bare))
    names = (part.split()[0] for part in starts if part.split())
    programs = (name for name in names if re.fullmatch(r"[a-z][a-z0-9-]*", name) and name not in SHELL)
    return next((name for name in programs if not shutil.which(name, path=env["PATH"])), None)


def agrees(shown: tuple[str, ...], printed: list[str]) -> bool:
    """True where what is shown is what was printed, lines of dots standing for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == ANY else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def test_console_blocks_show_what_is_printed(tmp_path: Path) -> None:
    env = workshop(tmp_path)
    cases(tmp_path, env)
    seen = 0
    for language, block in BLOCK.findall(README.read_text(encoding="utf-8")):
        if language == "pycon":
            if "to_frame" in block and not find_spec("pandas"):
                print("not run, for pandas is not here: a Python session")
                continue
            told = session(block, tmp_path, env)
            assert not told, told
            continue
        for step in steps(block):
            if tool := missing_tool(step.command, env):
                print(f"not run, for {tool} is not here: {step.command}")
                continue
            code, printed = run(step.command, tmp_path, env)
            assert code == 0, f"$ {step.command}\n" + "\n".join(printed)
            assert agrees(step.shown, printed), f"$ {step.command}\n" + "\n".join(printed)
            seen += 1
    assert seen >= 5


def test_every_command_is_in_the_readme() -> None:
    from truce_cli.cli.house import COMMANDS

    text = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"truce {command}" in text


def test_the_newest_changelog_entry_is_this_version() -> None:
    from truce_cli import __version__

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([^\]]+)\]", text, re.MULTILINE)
    assert newest and newest[1] == __version__


@pytest.mark.parametrize(
    ("command", "tool"),
    [
        ("truce tolls | nosuch -x", "nosuch"),
        ("for t in $(nosuch a | head); do truce $t; done", "nosuch"),
        ("for t in a b; do nosuch $t; done", "nosuch"),
        ("truce x && echo 'nosuch | y'; case $? in 0 | 3) truce z ;; *) echo no ;; esac", None),
        ("truce tolls | head -4", None),
    ],
)
def test_only_the_recipe_of_a_missing_tool_is_skipped(command: str, tool: str | None, tmp_path: Path) -> None:
    assert missing_tool(command, workshop(tmp_path)) == tool


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (("a", ANY, "d"), ["a", "b", "c", "d"], True),
        (("a", ANY, "d"), ["a", "d"], True),
        (("a", "d"), ["a", "b", "d"], False),
        ((), [], True),
    ],
)
def test_dots_stand_for_lines(shown: tuple[str, ...], printed: list[str], same: bool) -> None:
    assert agrees(shown, printed) is same


def renew() -> None:
    """Write what the program prints today into every block that shows no dots."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        env = workshop(folder)
        cases(folder, env)

        def renewed(match: re.Match[str]) -> str:
            lines = []
            if match[1] == "pycon":
                print(session(match[2], folder, env), end="")
                return match[0]
            for step in steps(match[2]):
                lines.append(f"$ {step.command}")
                _, printed = run(step.command, folder, env)
                lines += step.shown if ANY in step.shown else printed
            return "```console\n" + "".join(line + "\n" for line in lines) + "```"

        README.write_text(BLOCK.sub(renewed, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    renew()
