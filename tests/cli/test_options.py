"""Options that hold for every command, before it or behind it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from truce_runner import truce

from truce_cli import __version__
from truce_cli.cli.house import COMMANDS


def named(text: str) -> str:
    return str(json.loads(text)[0]["ledger"])


def test_the_ledger_is_named_before_or_after_or_by_the_environment(ledger: Path, tmp_path: Path) -> None:
    here = tmp_path / "truce.db"
    other = tmp_path / "other.db"
    shutil.copy(ledger, here)
    shutil.copy(ledger, other)
    status = ("status", "--format", "json")
    assert named(truce(*status, cwd=tmp_path).out) == "truce.db"
    assert named(truce(*status, cwd=tmp_path, TRUCE_DB="other.db").out) == "other.db"
    assert named(truce("--db", "other.db", *status, cwd=tmp_path).out) == "other.db"
    assert named(truce(*status, "--db", "other.db", cwd=tmp_path).out) == "other.db"
    assert named(truce("--db", "truce.db", *status, cwd=tmp_path, TRUCE_DB="other.db").out) == "truce.db"
    assert named(truce("--db", "other.db", *status, "--db", "truce.db", cwd=tmp_path).out) == "truce.db"


def test_version() -> None:
    assert truce("--version").out == f"truce {__version__}\n"


def test_no_arguments_is_help() -> None:
    ran = truce()
    assert ran.code == 2 and "Usage: truce" in ran.err and ran.out == ""


def test_help_names_every_command() -> None:
    ran = truce("--help")
    assert ran.code == 0 and ran.err == ""
    for command in COMMANDS:
        assert f"\n  {command} " in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_them(command: str) -> None:
    ran = truce(command, "--help")
    assert ran.code == 0
    for option in ("--db", "--quiet", "--ascii", "--debug"):
        assert option in ran.out


@pytest.mark.parametrize("command", ["tolls", "timeline", "truces", "claims", "sources", "status"])
def test_ascii(ledger: Path, command: str) -> None:
    assert truce("--db", ledger, command, "--ascii").out.isascii()
    assert truce("--db", ledger, command, LC_ALL="C").out.isascii()
    assert truce("--db", ledger, command, LC_ALL="C").code == 0


def test_json_stays_whole_in_any_locale(ledger: Path) -> None:
    args = ("--db", ledger, "claims", "--format", "jsonl")
    utf8 = truce(*args).rows
    assert truce(*args, LC_ALL="C").rows == utf8
    assert truce(*args, PYTHONIOENCODING="iso-8859-1").rows == utf8


def test_json_is_not_turned_to_ascii_by_a_table_option(ledger: Path) -> None:
    args = ("--db", ledger, "claims", "--format", "jsonl")
    assert truce(*args, "--ascii").rows == truce(*args).rows
