"""Articles that carry terminal escapes, bidi overrides, formulas and markup: shown, never acted on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from truce_runner import truce

ACTS = "\x1b]8;;http://x\x07" + "\x1b[2J" + "\x9b31m" + "\u202e\u2066" + "\x08\x08" + "[/b][update] :skull:"
ARTICLE = f"""<html><head><title>=1+1 {ACTS} front</title>
<meta property="og:site_name" content="{ACTS}Paper"></head><body><h1>=1+1 {ACTS} front</h1>
<p>STEPANAKERT, October 18, 2020. The Nagorno-Karabakh defence ministry {ACTS} said on Sunday that 710
soldiers had been killed since September 27.</p>
<p>Azerbaijan said Armenia {ACTS} shelled Ganja on October 16, and that 12 civilians were killed.</p>
</body></html>
"""
COMMANDS = ("tolls", "timeline", "truces", "claims", "documents", "sources", "status")
BARE = [chr(code) for code in (*range(0, 9), *range(11, 32), *range(0x7F, 0xA0))] + list("\u202e\u2066\u061c")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "page.html").write_text(ARTICLE, encoding="utf-8")
    ran = truce("--db", "truce.db", "ingest", "page.html", cwd=folder)
    assert ran.code == 0, ran.err
    assert not any(c in ran.err for c in BARE)
    return folder / "truce.db"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_lets_a_control_character_out(hostile: Path, command: str, form: str) -> None:
    ran = truce("--db", hostile, command, "--format", form)
    assert ran.code == 0
    text = ran.out.replace("\t", "") if form == "tsv" else ran.out
    assert not any(c in text + ran.err for c in BARE)


def test_show_lets_none_out_either(hostile: Path) -> None:
    document = truce("--db", hostile, "documents", "--format", "jsonl").rows[0]["id"]
    claims = [row["id"] for row in truce("--db", hostile, "claims", "--format", "jsonl").rows]
    for name in (document, *claims):
        for form in ("table", "json"):
            ran = truce("--db", hostile, "show", name, "--format", form)
            assert ran.code == 0 and not any(c in ran.out for c in BARE)


def test_a_title_is_no_formula(hostile: Path) -> None:
    text = truce("--db", hostile, "documents", "--format", "csv").out
    for row in csv.DictReader(io.StringIO(text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_a_hostile_name_stays_on_its_line(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "\x1b[31mred.txt", "-rf.txt"):
        (tmp_path / name).write_text("")
    ran = truce("ingest", "./", cwd=tmp_path)
    assert ran.code == 3
    assert "\x1b" not in ran.err
    assert sum("no text in it" in line or ".txt" in line for line in ran.err.splitlines()) == 3


def test_hostile_words_on_the_command_line(hostile: Path) -> None:
    ran = truce("--db", hostile, "show", "\x1b[31m\n\u202e")
    assert ran.code == 2 and ran.err.count("\n") == 1 and not any(c in ran.err[:-1] for c in BARE)


def test_json_is_exact(hostile: Path) -> None:
    rows = json.loads(truce("--db", hostile, "documents", "--format", "json").out)
    assert "[update] :skull:" in rows[0]["title"]
