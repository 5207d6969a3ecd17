"""truce extract: one article or a stream, without a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from truce_runner import DATA, truce

ARTICLE = (
    "STEPANAKERT, October 18, 2020. The Nagorno-Karabakh defence ministry said on Sunday that 710 soldiers "
    "had been killed since September 27. Azerbaijan said that 12 civilians were injured."
)


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_an_article_on_standard_input(tmp_path: Path) -> None:
    ran = truce("extract", "--format", "jsonl", given=ARTICLE.encode(), cwd=tmp_path)
    assert ran.code == 0
    assert {(row["harm"], row["value"]) for row in ran.rows} >= {("killed", 710)}
    assert all(ARTICLE[row["start"] : row["end"]] == row["quote"] for row in ran.rows)
    assert list(tmp_path.iterdir()) == [], "there is no ledger"


def test_an_article_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    rows = truce("extract", path, "--format", "jsonl", "--published", "2020-10-18").rows
    assert rows and {row["published"] for row in rows} == {"2020-10-18"}
    assert "710" in truce("extract", path).out


def test_lines_carry_their_id_as_document(tmp_path: Path) -> None:
    rows = [{"id": "a1", "text": ARTICLE}, {"id": 7, "text": ARTICLE, "published": "2020-10-19"}]
    ran = truce("extract", "--conflict", "none", "--format", "jsonl", given=lines(*rows))
    assert ran.code == 0
    assert [row["document"] for row in ran.rows] == sorted(
        [row["document"] for row in ran.rows], reverse=True
    )
    assert {row["document"] for row in ran.rows} == {"a1", "7"}
    assert {row["published"] for row in ran.rows if row["document"] == "7"} == {"2020-10-19"}
    assert all(ARTICLE[row["start"] : row["end"]] == row["quote"] for row in ran.rows)


def test_no_conflict_leaves_sides_unknown() -> None:
    ran = truce(
        "extract", "--conflict", "none", "--format", "jsonl", given=lines({"id": "a", "text": ARTICLE})
    )
    assert {row["side"] for row in ran.rows if row["kind"] == "toll"} <= {"unknown", None}
    named = truce("extract", "--format", "jsonl", given=lines({"id": "a", "text": ARTICLE}))
    assert "armenian" in {row["side"] for row in named.rows}, "by default the text names its war"


def test_a_bad_line_is_said_and_the_rest_goes_on() -> None:
    given = (
        lines({"id": "a", "text": ARTICLE})
        + b"{broken\n\n[1]\n"
        + lines({"id": "b"}, {"id": "c", "text": ARTICLE})
        + b'{"id": "d", "text": "cut off'
    )
    ran = truce("extract", "-", "--conflict", "none", "--tally", "--quiet", given=given)
    assert ran.code == 3
    assert [row["id"] for row in ran.rows] == ["a", "c"]
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["-:2", "-:4", "-:5", "-:7"]


def test_a_tally_is_one_line_a_document() -> None:
    given = lines({"id": "a", "text": ARTICLE}, {"id": "b", "text": "Nothing happened in the valley."})
    ran = truce("extract", "--conflict", "none", "--tally", given=given)
    assert ran.code == 0
    assert [list(row) for row in ran.rows] == [["id", "killed", "injured"]] * 2
    assert ran.rows[0]["killed"] == {"low": 710, "value": 710, "high": 710}
    assert ran.rows[0]["injured"]["value"] == 12
    assert ran.rows[1]["killed"] == {"low": None, "value": None, "high": None}


def test_a_conflict_file_may_be_named(tmp_path: Path) -> None:
    given = lines({"id": "a", "text": ARTICLE})
    by_file = truce("extract", "--conflict", DATA / "conflict.toml", "--format", "jsonl", given=given)
    by_name = truce("extract", "--conflict", "nagorno-karabakh-2020", "--format", "jsonl", given=given)
    assert by_file.code == 0 and by_file.out == by_name.out


def test_nothing_and_what_is_not_there() -> None:
    empty = truce("extract", "-", "--format", "json")
    assert empty.code == 3 and empty.err.startswith("truce: -: ") and empty.out in ("", "[]\n")
    missing = truce("extract", "no-such-file.txt")
    assert missing.code == 3 and missing.err.startswith("truce: no-such-file.txt: No such file")


def test_one_conflict_is_chosen_for_a_whole_stream() -> None:
    plain = {"id": "plain", "text": "HALDEN, June 2, 2031. The ministry said 12 people were killed."}
    sides = {"id": "named", "text": ARTICLE}
    ran = truce("extract", "--format", "jsonl", given=lines(plain, sides, plain | {"id": "last"}))
    said = ran.err.splitlines()
    assert said[0] == "truce: conflict: nagorno-karabakh-2020, named by 'named' and kept for every line"
    assert said[-1].startswith("truce: 3 documents read, 0 refused; ")
    kept = "nagorno-karabakh-2020"
    whole = truce("extract", "--format", "jsonl", "--conflict", kept, given=lines(plain, sides))
    assert ran.rows[: len(whole.rows)] == whole.rows, "the line before the one that names it, too"
    none = truce("extract", "--format", "jsonl", given=lines(plain))
    assert none.err.splitlines()[0] == "truce: conflict: none, so sides stay unknown"


def test_a_repeated_id_is_said_once() -> None:
    row = {"id": "a", "text": ARTICLE}
    ran = truce("extract", "--tally", given=lines(row, row, row))
    assert len(ran.rows) == 3
    assert [line for line in ran.err.splitlines() if "earlier line" in line] == [
        "truce: -:2: the id 'a' stands on an earlier line too; both are read under it"
    ]
    assert "truce: 1 document read, 0 refused; " in truce("extract", "--tally", given=lines(row)).err


def test_a_table_names_sides_as_the_conflict_does() -> None:
    table = truce("extract", "-", given=ARTICLE.encode()).out
    assert "Armenian side" in table and "armenian" not in table


@pytest.mark.parametrize("form", ["csv", "tsv", "md", "table"])
def test_other_formats(form: str) -> None:
    ran = truce(
        "extract", "--format", form, "--fields", "document,value", given=lines({"id": "a", "text": ARTICLE})
    )
    assert ran.code == 0 and "710" in ran.out


@pytest.mark.parametrize("options", [("--tally",), ("--format", "jsonl"), ("--format", "csv")])
def test_jobs_change_neither_output_nor_order(options: tuple[str, ...]) -> None:
    rows = [
        {"id": number, "text": f"{ARTICLE} Shells killed {number % 90 + 2} people."} for number in range(450)
    ]
    given = lines(*rows[:300]) + b"not JSON\n\n" + lines(*rows[300:], rows[0])
    one, two = (truce("extract", "--jobs", jobs, *options, given=given) for jobs in ("1", "2"))
    assert one.code == two.code == 3
    assert one.out == two.out
    assert one.err == two.err
    assert ":301: no JSON" in two.err and ":453: the id '0' stands on an earlier line" in two.err
