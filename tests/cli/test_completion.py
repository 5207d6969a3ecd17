"""What the shell offers for a half-typed word, and what a mistyped one is answered."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from truce_runner import TRUCE, shell, truce

from truce_cli.errors import LedgerError
from truce_cli.workflow.completing import sides


def offered(line: str, cwd: Path, **env: str | None) -> list[str]:
    """The answer to a shell whose cursor stands at the end of the line."""
    words = line.split(" ")
    ran = truce(
        cwd=cwd, _TRUCE_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), **env
    )
    assert ran.code == 0 and ran.err == "", ran.err
    return ran.out.split()


@pytest.fixture
def here(ledger: Path, tmp_path: Path) -> Path:
    shutil.copy(ledger, tmp_path / "truce.db")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("truce timeline --truce ", ["oct-10", "oct-18", "oct-26", "nov-10"]),
        ("truce tolls --truce oct-1", ["oct-10", "oct-18"]),
        ("truce tolls --as-of 2020-10-12 --side a", ["armenian", "azerbaijani"]),
        ("truce tolls --side azerbaijani --harm kil", ["killed", "killed_or_injured"]),
        ("truce claims --kind u", ["undisclosed"]),
        ("truce tolls --format js", ["json", "jsonl"]),
        ("truce why nov", ["nov-10"]),
        ("truce tolls --se", ["--series"]),
        ("truce viol", ["violations"]),
        ("truce nonsense --side ", []),
        ("truce tolls --as-of nonsense --side b", ["both"]),
    ],
)
def test_words_of_the_ledger_are_offered(here: Path, line: str, words: list[str]) -> None:
    assert offered(line, here) == words


@pytest.mark.parametrize(
    "command", ["show", "why", "accept", "reject", "retract", "same", "log", "undo", "edit"]
)
def test_claim_ids_are_offered(here: Path, command: str) -> None:
    ids = {row["id"] for row in truce("claims", "--status", "all", "--format", "jsonl", cwd=here).rows}
    found = offered(f"truce {command} t-4", here)
    assert {id_ for id_ in ids if id_.startswith("t-4")} <= set(found)
    assert found == sorted(found) and all(id_.startswith("t-4") for id_ in found)
    assert set(offered(f"truce {command} ", here)) >= {"t-", "v-", "e-"}, "too many to read: their kinds"


def test_the_ledger_is_the_one_that_is_named(here: Path) -> None:
    (here / "truce.db").rename(here / "war.db")
    assert offered("truce tolls --truce o", here) == []
    assert offered("truce --db war.db tolls --truce o", here) == ["oct-10", "oct-18", "oct-26"]
    assert offered("truce tolls --truce o", here, TRUCE_DB="war.db") == ["oct-10", "oct-18", "oct-26"]


@pytest.mark.parametrize("what", ["none", "empty", "text", "other"])
def test_it_is_silent_where_there_is_no_ledger(tmp_path: Path, what: str) -> None:
    path = tmp_path / "truce.db"
    if what == "other":
        with sqlite3.connect(path) as conn:
            conn.execute("CREATE TABLE t (a)")
        conn.close()
    elif what != "none":
        path.write_text(
            "" if what == "empty" else "not a ledger, but a text that is long enough to be one" * 9
        )
    for line in ("truce tolls --truce ", "truce show t-", "truce tolls --side "):
        assert offered(line, tmp_path) == []


def test_an_old_ledger_is_not_changed_by_a_look(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "store" / "ledgers" / "v1.db.gz"
    (tmp_path / "truce.db").write_bytes(gzip.decompress(old.read_bytes()))
    before = (tmp_path / "truce.db").read_bytes()
    offered("truce tolls --side ", tmp_path)
    with pytest.raises(LedgerError, match="is of an older form; any command brings it up to date"):
        sides(tmp_path / "truce.db")
    assert (tmp_path / "truce.db").read_bytes() == before and len(list(tmp_path.iterdir())) == 1


def test_it_is_installed_for_bash(here: Path) -> None:
    home = here / "home"
    home.mkdir()
    disabled = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "HOME": str(home)}
    ran = truce("--install-completion", "bash", cwd=here, **disabled)
    assert ran.code == 0 and "completion installed" in ran.out
    script = home / ".bash_completions" / "truce.sh"
    words = "COMP_WORDS=(truce tolls --truce oct-1); COMP_CWORD=3; _truce_completion truce"
    program = here / "bin" / "truce"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m truce_cli "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    told = shell(f"source {script}; {words}; echo ${{COMPREPLY[@]}}", cwd=here, PATH=path)
    assert "oct-10 oct-18" in told.out, "its script asks the program, and the program answers"


def test_completion_loads_no_more_than_it_needs(here: Path) -> None:
    assert TRUCE[0]
    code = (
        "import sys; from truce_cli.workflow import completing; from pathlib import Path;"
        "completing.truces(Path('truce.db')); completing.claims(Path('truce.db'), 't-');"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('rich', 'sqlite_utils', 'dateparser', 'yaml')"
        " or m.startswith(('truce_cli.reconcile', 'truce_cli.extract', 'truce_cli.render'))]; sys.exit(bool(bad))"
    )
    ran = shell(f'"{TRUCE[0]}" -c "{code}"', cwd=here)
    assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tols", "no command 'tols'; did you mean tolls?"),
        ("tolls --sied armenian", "no option '--sied'; did you mean --side?"),
        ("tolls --side armenain", "no side 'armenain'; did you mean armenian?"),
        ("timeline --truce oct10", "no truce 'oct10'; did you mean oct-10?"),
        ("claims --document karabakh-truce-first-huors", "karabakh-truce-first-hours"),
        ("claims --kind tol", "no kind 'tol'; did you mean toll?"),
        ("tolls --fields key,txt", "no field 'txt'; did you mean text?"),
        ("why armenian/military/kiled", "did you mean armenian/military/killed?"),
        ("tolls --by moth", "no grouping 'moth'; did you mean month?"),
        ("export --format geojsn", "no --format 'geojsn'; did you mean geojson?"),
    ],
)
def test_a_mistyped_word_suggests_the_nearest(here: Path, line: str, said: str) -> None:
    ran = truce(*line.split(" "), cwd=here)
    assert ran.code == 2 and said in ran.err and ran.out == "" and ran.err.count("\n") == 1


def test_a_mistyped_place_is_asked_about_and_kept(here: Path) -> None:
    said = "no place 'Gnaja' in the conflict file; did you mean Ganja? kept as written"
    toll = "add toll --side azerbaijani --harm killed --value 5 --measure incident --claimant Azerbaijan"
    ran = truce(*toll.split(), "--as-of", "2020-10-17", "--place", "Gnaja", cwd=here)
    assert ran.code == 0 and said in ran.err
    added = ran.out.strip()
    assert said in truce("edit", added, "place=Gnaja", cwd=here).err
    for place in ("Ganja", "north of Ganja", "southern front"):
        assert "no place" not in truce("edit", added, f"place={place}", cwd=here).err
