"""Names that people type: a piece of a document's name, a day range, a claim's source held elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from truce_runner import truce

CLAIMS = """
[[claim]]
ref = "list"
kind = "toll"
document = "https://example.org/list"
claimant = "United Nations"
harm = "killed"
value = 51
side = "armenian"
measure = "cumulative"

[[claim]]
ref = "paper"
kind = "toll"
document = "papers/list.txt"
claimant = "Armenia"
harm = "killed"
value = 52
side = "armenian"
measure = "cumulative"
"""


def test_any_piece_of_a_name_finds_a_document(ledger: Path) -> None:
    rows = truce("--db", ledger, "documents", "--format", "jsonl").rows
    row = next(row for row in rows if row["url"])
    pieces = (row["id"][:3], Path(row["path"]).name[:20], Path(row["path"]).stem[5:], row["url"][-20:])
    for piece in pieces:
        ran = truce("--db", ledger, "show", piece, "--format", "json")
        if ran.code:
            assert "could be" in ran.err, f"{piece} means several"
        else:
            assert json.loads(ran.out)["id"] == row["id"]
    assert truce("--db", ledger, "show", pieces[1]).code == 0
    listed = truce("--db", ledger, "claims", "--document", pieces[2], "--format", "jsonl")
    assert {claim["document"] for claim in listed.rows} == {row["id"]}
    table = truce("--db", ledger, "documents", "--quiet").out
    assert all(line.split()[0] in {r["id"][:12] for r in rows} for line in table.splitlines()[1:])


def test_several_documents_are_named(ledger: Path) -> None:
    ran = truce("--db", ledger, "show", "docs/")
    assert ran.code == 2 and "could be" in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("since", ["2020-10-20", "20 October 2020"])
def test_a_range_that_ends_before_it_starts(ledger: Path, since: str) -> None:
    ran = truce("--db", ledger, "timeline", "--since", since, "--until", "2020-10-10")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "truce: --since 2020-10-20 is later than --until 2020-10-10; swap them\n"


def test_a_long_list_of_names_is_not_printed(ledger: Path) -> None:
    ran = truce("--db", ledger, "claims", "--fields", "qqqqqq")
    assert ran.code == 2 and "such as id, ref, kind" in ran.err and len(ran.err) < 120


def test_a_source_that_is_not_held_keeps_its_address(tmp_path: Path) -> None:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    args = ("ingest", "claims.toml", "--conflict", "nagorno-karabakh-2020")
    assert "; 2 curated without their document" in truce(*args, cwd=tmp_path).err
    rows = truce("claims", "--format", "jsonl", cwd=tmp_path).rows
    assert [(row["document"], row["url"], row["path"]) for row in rows] == [
        (None, "https://example.org/list", None),
        (None, None, "papers/list.txt"),
    ]
    assert "source: https://example.org/list; held elsewhere" in truce("show", "list", cwd=tmp_path).out
    assert (
        json.loads(truce("show", "paper", "--format", "json", cwd=tmp_path).out)["path"] == "papers/list.txt"
    )
    tolls = truce("tolls", cwd=tmp_path).out
    assert " u\n" in tolls and "u unanchored" in tolls
