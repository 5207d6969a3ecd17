"""A mistake is one line that says what to do, and an exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from truce_runner import ROOT, environment, truce


def one_line(text: str) -> str:
    assert text.startswith("truce: ") and text.count("\n") == 1, text
    return text.removeprefix("truce: ").rstrip("\n")


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["timelin"], "did you mean timeline?"),
        (["frobnicate"], "there is init, conflict, ingest, tolls"),
        (["tolls", "--trcue", "oct-10"], "did you mean --truce?"),
        (["tolls", "--truce", "oct-1O"], "oct-10"),
        (["timeline", "--truce", "otc-18"], "oct-18"),
        (["tolls", "--side", "armenia"], "did you mean armenian?"),
        (["claims", "--side", "azerbaijan"], "did you mean azerbaijani?"),
        (["tolls", "--victims", "civilians"], "did you mean civilian?"),
        (["tolls", "--harm", "kiled"], "did you mean killed?"),
        (["timeline", "--kind", "violations"], "did you mean violation?"),
        (["claims", "--status", "acepted"], "did you mean accepted?"),
        (["tolls", "--status", "acepted"], "did you mean accepted?"),
        (["tolls", "--format", "jsom"], "did you mean json?"),
        (["claims", "--fields", "id,vlaue"], "did you mean value?"),
        (["tolls", "--as-of", "sometime"], "write it as 2020-10-18"),
        (["tolls", "--as-of", "2020-02-30"], "write it as 2020-10-18"),
        (["tolls", "--limit", "many"], "--limit"),
        (["tolls", "--limit"], "--limit"),
        (["tolls", "surplus"], "surplus"),
        (["show"], "ID"),
        (["show", "t-ffffffffffffffff"], "no claim"),
        (["show", "no-such-document"], "no document"),
        (["extract", "--conflict", "nagorno"], "did you mean nagorno-karabakh-2020?"),
    ],
)
def test_usage(ledger: Path, args: list[str], hint: str) -> None:
    ran = truce("--db", ledger, *args)
    assert (ran.code, ran.out) == (2, "")
    assert hint in one_line(ran.err)


def test_a_day_may_be_said_in_words(ledger: Path) -> None:
    said = truce("--db", ledger, "tolls", "--as-of", "14 October 2020", "--format", "json")
    assert said.code == 0
    assert said.out == truce("--db", ledger, "tolls", "--as-of", "2020-10-14", "--format", "json").out


def test_no_ledger(tmp_path: Path) -> None:
    ran = truce("tolls", cwd=tmp_path)
    assert ran.code == 10 and "no ledger" in one_line(ran.err)
    assert list(tmp_path.iterdir()) == [], "a question makes no file"


def test_a_file_of_another_kind_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes")
    ran = truce("--db", path, "tolls")
    assert ran.code == 10 and "notes.txt" in one_line(ran.err)
    assert path.read_text() == "notes"


def test_one_bad_input_is_one_line_and_the_rest_is_taken(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "good.txt").write_text(
        "YEREVAN, October 12, 2020. Armenia said 22 civilians had been killed in Stepanakert and Martakert."
    )
    (docs / "empty.txt").write_text("")
    (docs / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (docs / "broken.toml").write_text("[[claim]\nkind = toll")
    ran = truce("ingest", "docs", cwd=tmp_path)
    assert ran.code == 3, ran.err
    assert "found 4 = stored 1 + unchanged 0 + duplicate 0 + skipped 0 + refused 3" in ran.err
    for name in ("docs/empty.txt", "docs/binary.txt", "docs/broken.toml:1"):
        assert sum(line.startswith(f"truce: {name}") for line in ran.err.splitlines()) == 1, ran.err
    quiet = truce("--quiet", "ingest", "docs", cwd=tmp_path)
    assert quiet.code == 3 and "refused 3" not in quiet.err and "empty.txt" in quiet.err


BROKEN = """
import sys
import truce_cli.workflow.query as query
def broken(ledger, question):
    secret = "value of a local"
    raise RuntimeError("a bug with an \\x1b escape")
query.tolls = broken
from truce_cli.cli.app import main
main()
"""


def broken(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BROKEN, *args],
        capture_output=True,
        text=True,
        env=environment(),
        cwd=ROOT,
        check=False,
    )


def test_a_bug_is_one_line_too() -> None:
    ran = broken("tolls")
    assert ran.returncode == 1
    assert one_line(ran.stderr) == "internal error: RuntimeError: a bug with an ^[ escape; run with --debug"


def test_debug_shows_the_traceback_without_values() -> None:
    ran = broken("tolls", "--debug")
    assert ran.returncode == 1
    assert "Traceback" in ran.stderr and "RuntimeError" in ran.stderr
    assert "\x1b" not in ran.stderr
    assert ran.stderr.count("value of a local") <= 1, (
        "the source line may show, the value of a local must not"
    )
