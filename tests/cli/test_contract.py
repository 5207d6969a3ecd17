"""What scripts depend on: keys, formats, data alone on stdout."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from truce_runner import truce

from truce_cli.model.fields import CLAIM_ROW
from truce_cli.render.listings import DOCUMENT_ROW, SOURCE_ROW, STATUS_ROW, TRUCE_ROW
from truce_cli.render.rows import TIMELINE_ROW, TOLL_ROW

LISTINGS = {
    "tolls": TOLL_ROW,
    "timeline": TIMELINE_ROW,
    "truces": TRUCE_ROW,
    "claims": CLAIM_ROW,
    "documents": DOCUMENT_ROW,
    "sources": SOURCE_ROW,
    "status": STATUS_ROW,
}


@pytest.mark.parametrize("command", LISTINGS)
def test_json_lines_have_the_keys_of_the_contract(ledger: Path, command: str) -> None:
    ran = truce("--db", ledger, command, "--format", "jsonl")
    assert ran.code == 0 and ran.rows
    assert all(list(row) == list(LISTINGS[command]) for row in ran.rows)


@pytest.mark.parametrize("command", LISTINGS)
def test_json_is_the_same_rows_in_one_array(ledger: Path, command: str) -> None:
    lines = truce("--db", ledger, command, "--format", "jsonl").rows
    assert json.loads(truce("--db", ledger, command, "--format", "json").out) == lines


@pytest.mark.parametrize("command", LISTINGS)
def test_csv_and_tsv_have_a_line_a_row(ledger: Path, command: str) -> None:
    rows = truce("--db", ledger, command, "--format", "jsonl").rows
    read = list(csv.reader(io.StringIO(truce("--db", ledger, command, "--format", "csv").out)))
    assert read[0] == list(LISTINGS[command]) and len(read) == len(rows) + 1
    tsv = truce("--db", ledger, command, "--format", "tsv").out.splitlines()
    assert {line.count("\t") for line in tsv} == {len(LISTINGS[command]) - 1} and len(tsv) == len(read)


@pytest.mark.parametrize("command", LISTINGS)
def test_a_piped_table_is_plain_and_whole(ledger: Path, command: str) -> None:
    ran = truce("--db", ledger, command)
    assert ran.code == 0 and ran.out and ran.err == ""
    assert "\x1b" not in ran.out and "…" not in ran.out


def test_accounting_goes_to_stderr_and_quiet_leaves_it_out(ledger: Path) -> None:
    loud = truce("--db", ledger, "tolls", "--format", "json")
    quiet = truce("--db", ledger, "tolls", "--format", "json", "--quiet")
    assert loud.out == quiet.out and loud.err.startswith("truce: ") and quiet.err == ""
    table, bare = truce("--db", ledger, "tolls"), truce("--db", ledger, "tolls", "--quiet")
    assert table.out.startswith(bare.out) and "window" in table.out and "window" not in bare.out


def test_fields_and_limit(ledger: Path) -> None:
    ran = truce("--db", ledger, "claims", "--format", "jsonl", "--fields", "kind,id", "--limit", "3")
    assert [list(row) for row in ran.rows] == [["kind", "id"]] * 3
    assert "showing 3 of" in ran.err
    table = truce("--db", ledger, "tolls", "--fields", "key,text").out.splitlines()
    assert table[0].split() == ["key", "text"]


def test_what_nobody_claimed_is_no_row(ledger: Path) -> None:
    ran = truce("--db", ledger, "tolls", "--as-of", "2020-09-01", "--format", "jsonl")
    assert (ran.code, ran.out) == (0, "")
    ran = truce("--db", ledger, "tolls", "--as-of", "2020-09-01", "--format", "json")
    assert json.loads(ran.out) == []
    ran = truce("--db", ledger, "tolls", "--as-of", "2020-09-01")
    assert ran.code == 0 and "nothing claimed by that day" in ran.out


def test_answers_are_the_same_twice_and_under_another_hash_seed(ledger: Path) -> None:
    for command in ("tolls", "timeline", "claims", "sources"):
        outputs = {
            truce("--db", ledger, command, "--format", "json", PYTHONHASHSEED=seed).out
            for seed in ("1", "2", "3")
        }
        assert len(outputs) == 1


def test_side_and_kind_narrow_a_list(ledger: Path) -> None:
    rows = truce("--db", ledger, "claims", "--kind", "toll,undisclosed", "--format", "jsonl").rows
    assert {row["kind"] for row in rows} == {"toll", "undisclosed"}
    rows = truce("--db", ledger, "tolls", "--side", "armenian", "--format", "jsonl").rows
    assert {row["side"] for row in rows} == {"armenian"}
    rows = truce("--db", ledger, "timeline", "--kind", "truce_event", "--format", "jsonl").rows
    assert {row["kind"] for row in rows} == {"truce_event"}
    rows = truce(
        "--db", ledger, "tolls", "--victims", "civilian", "--harm", "killed", "--format", "jsonl"
    ).rows
    assert {(row["victims"], row["harm"]) for row in rows} == {("civilian", "killed")}


def test_statuses(ledger: Path) -> None:
    accepted = truce("--db", ledger, "claims", "--status", "accepted", "--format", "jsonl").rows
    every = truce("--db", ledger, "claims", "--status", "all", "--format", "jsonl").rows
    assert {row["status"] for row in accepted} == {"accepted"} and len(every) >= len(accepted)
    rows = truce("--db", ledger, "tolls", "--status", "accepted", "--format", "jsonl").rows
    assert rows and not any(row["candidate"] for row in rows)
