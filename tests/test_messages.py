"""Every message that curation can give is shown by some test: its words stand in a test, or in messages.txt.

messages.txt holds commands and the very line that each of them ends with.
"""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
MESSAGES = HERE / "messages.txt"
ROOMS = (
    "read/claims.py read/claim_rows.py read/claim_tables.py read/row.py read/bounds.py read/edited.py "
    "read/exported.py workflow/add.py workflow/anchor.py workflow/bench.py workflow/curated.py "
    "workflow/decide.py workflow/edit.py workflow/judgements.py workflow/log.py workflow/merge.py "
    "workflow/pointers.py workflow/search.py workflow/undo.py store/finding.py store/ledger.py "
    "workflow/report_page.py workflow/serve.py "
    "store/browsing.py cli/serve.py cli/add.py cli/curating.py cli/edit.py cli/export.py cli/retract.py "
    "cli/review.py render/files.py"
).split()
RAISED = {"UsageError", "InputRefused", "NotThere", "DiskError", "LedgerError", "refuse", "Flaw"}
SHORTEST = 9
"""Letters of a piece of a message that are enough to know it by."""


@cache
def shown() -> str:
    """The words of all tests, and of messages.txt, as they would be printed."""
    texts = [path.read_text(encoding="utf-8") for path in HERE.rglob("*.py") if path != Path(__file__)]
    return _flat("\n".join([*texts, MESSAGES.read_text(encoding="utf-8")]))


def _flat(text: str) -> str:
    """Without the signs of patterns and the seams of strings that go on over lines."""
    return re.sub(r"\s+", " ", re.sub(r'"\s*\n\s*f?r?"', "", text).replace("\\", ""))


def messages(path: Path) -> list[tuple[int, str]]:
    """(line, longest written piece) of every message that a module raises."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in RAISED:
            pieces = [
                leaf.value.strip(" ;,:?()")
                for argument in node.args
                for leaf in ast.walk(argument)
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
            ]
            longest = max(pieces, key=len, default="")
            if len(longest) >= SHORTEST:
                found.append((node.lineno, longest))
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_message_is_shown_by_a_test(room: str) -> None:
    path = ROOT / "truce_cli" / room
    found = messages(path)
    unshown = [(line, piece) for line, piece in found if _flat(piece) not in shown()]
    assert not unshown, "\n".join(f"{room}:{line}: {piece}" for line, piece in unshown)


def cases() -> list[tuple[str, str, str]]:
    """(file to write, command, line) of every block of messages.txt."""
    found, file, command = [], "", ""
    for line in MESSAGES.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            file = line[2:]
        elif line.startswith("$ "):
            command = line[2:]
        elif line and not line.startswith("#"):
            found.append((file, command, line))
            file = ""
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("messages")
    (path / "a.txt").write_text(
        "Three villages\n\nSTEPANAKERT, October 18, 2020 - Armenia said 36 civilians had been killed. "
        "Azerbaijan said 61 civilians had been killed.\n"
    )
    for name in ("one", "two"):
        (path / name).mkdir()
        (path / name / "x.txt").write_text(f"BAKU, October 19, 2020 - Azerbaijan said nothing, {name}.\n")
    (path / "undated.txt").write_text("Armenia said 5 civilians had been killed in Stepanakert.\n")
    (path / "full").mkdir()
    (path / "full" / "x").write_text("x")
    (path / "c.toml").write_text(
        '[[claim]]\nkind = "denial"\nref = "no"\n[[claim]]\nkind = "denial"\nref = "never"\n'
    )
    ran = run("truce ingest a.txt one two undated.txt c.toml", path)
    assert ran.returncode == 0, ran.stderr
    return path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    given = ""
    if "<<<" in words:
        at = words.index("<<<")
        given, words = words[at + 1].replace("\\n", "\n"), words[:at]
    return subprocess.run(
        [sys.executable, "-m", "truce_cli", *words[1:]],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TRUCE_CURATOR": "ana", "PATH": ""},
        check=False,
    )


@pytest.mark.parametrize(("file", "command", "line"), cases())
def test_a_mistake_is_one_line(folder: Path, file: str, command: str, line: str) -> None:
    if file:
        name, _, text = file.partition(" ")
        (folder / name).write_text(text.replace("\\n", "\n"))
    ran = run(command, folder)
    assert ran.returncode in (1, 2, 3, 10, 74) or command.startswith("truce review"), ran.stderr
    assert any(said.endswith(line) for said in ran.stderr.splitlines()), ran.stderr
