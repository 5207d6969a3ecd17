"""Start-up is part of the product: a query loads what it needs and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from truce_cli.cli.house import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "bs4",
    "click",
    "csv",
    "dataclasses",
    "datasette",
    "dateparser",
    "importlib.metadata",
    "lxml",
    "pandas",
    "pydantic",
    "requests",
    "resiliparse",
    "rich",
    "selectolax",
    "sqlite_utils",
    "tomllib",
    "yaml",
}
STAGES_OF_INGEST = (
    "truce_cli.extract",
    "truce_cli.read.article",
    "truce_cli.text.dates",
    "truce_cli.store.migrations",
)

PROBE = """
import json, sys
from truce_cli.cli.app import main
sys.argv = ["truce", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    print(json.dumps({"code": ended.code or 0, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def loaded(*args: str | Path) -> set[str]:
    """Names of the modules that are in memory when the command is done."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    *said, last = ran.stderr.splitlines()
    told = json.loads(last)
    assert told["code"] == 0, said
    return set(told["modules"])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("startup")
    (folder / "a.txt").write_text(
        "Stepanakert, October 18, 2020. The Nagorno-Karabakh defence ministry said 710 soldiers had died."
    )
    path = folder / "truce.db"
    loaded("--db", path, "ingest", folder / "a.txt")
    return path


QUERIES = [
    "tolls --by-side --format json",
    "tolls --as-of 2020-10-14 --known-on 2020-10-20 --format csv",
    "tolls",
    "tolls --by month,claimant --format csv",
    "tolls --series",
    "tolls --matrix --format json",
    "why armenian/military/killed",
    "why armenian/military/killed --format json",
    "violations",
    "diff --known-on 2020-10-01 --known-on 2020-10-20",
    "timeline --truce oct-10 --format jsonl",
    "timeline",
    "truces --format json",
    "claims --format jsonl",
    "claims",
    "documents --format tsv",
    "sources --format md",
    "status",
    "show a.txt",
    "log",
    "log --format jsonl",
    "search soldiers",
    "search soldiers --format json",
    "report -",
]
NO_QUERIES = {
    *"ingest extract add review accept reject edit retract same different undo".split(),
    *"check export backup init conflict serve".split(),
}
"""Commands that read articles, change the ledger or write files: they may load what that needs."""


def test_every_query_is_probed() -> None:
    assert {query.split()[0] for query in QUERIES} == set(COMMANDS) - NO_QUERIES


@pytest.mark.parametrize("command", QUERIES)
def test_a_query_loads_nothing_heavy(small: Path, command: str) -> None:
    modules = loaded("--db", small, *command.split())
    assert "truce_cli.store.ledger" in modules, "the probe saw the command at work"
    assert not modules & HEAVY
    assert not [name for name in modules if name.startswith(STAGES_OF_INGEST)]


def test_a_first_ingest_of_plain_text_loads_no_library_that_it_does_not_use(small: Path) -> None:
    modules = loaded("--db", small.parent / "first.db", "ingest", small.parent / "a.txt")
    assert not modules & {"dateparser", "pandas", "selectolax", "sqlite_utils", "yaml"}


def test_scripts_load_no_screen(small: Path) -> None:
    modules = loaded("--db", small, "tolls", "--format", "json")
    assert not modules & {"truce_cli.render.layout", "truce_cli.render.tolls", "truce_cli.render.plain"}


def test_one_command_loads_no_other(small: Path) -> None:
    modules = loaded("--db", small, "tolls", "--format", "json")
    commands = {name for name in modules if name.startswith("truce_cli.cli.")}
    assert not commands & {"truce_cli.cli.ingest", "truce_cli.cli.extract", "truce_cli.cli.timeline"}


def test_the_programs_door_costs_the_command_line_nothing(small: Path) -> None:
    modules = loaded("--db", small, "tolls", "--format", "json")
    assert "truce_cli.api" not in modules


def test_help_opens_nothing() -> None:
    modules = loaded("--help")
    assert not modules & (HEAVY | {"sqlite3", "truce_cli.store.ledger"})


PUT_OFF = """
import sys
from truce_cli.cli.later import load_now, put_off
put_off()
import typer
import subprocess
waiting = [name for name in ("bz2", "subprocess", "textwrap") if type(sys.modules[name]).__name__ == "_Later"]
assert waiting == ["bz2", "subprocess", "textwrap"], waiting
assert subprocess.run([sys.executable, "-c", "pass"]).returncode == 0
assert subprocess is sys.modules["subprocess"] and type(subprocess).__name__ == "module"
assert not hasattr(subprocess, "nothing")
load_now()
assert not [module for module in sys.modules.values() if type(module).__name__ == "_Later"]
import bz2, textwrap
assert bz2.decompress(bz2.compress(b"a")) == b"a" and textwrap.wrap("a b", 1) == ["a", "b"]
"""


def test_what_no_question_uses_is_loaded_at_its_first_use() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PUT_OFF],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
