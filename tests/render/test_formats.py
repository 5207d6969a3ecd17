"""Rows for scripts: exact keys, one row a line, readable by the formats' own readers."""

from __future__ import annotations

import csv
import io
import json

import pytest
from counting import dear
from hypothesis import given
from hypothesis import strategies as st
from river_war import CARD, CARDS, CLAIM, TIMELINE, TOLLS

from truce_cli.model.fields import CLAIM_ROW
from truce_cli.model.names import Names
from truce_cli.render.formats import json_text, write_rows
from truce_cli.render.rows import (
    CLAIMS_SHOWN,
    TIMELINE_ROW,
    TOLL_ROW,
    claim_row,
    claim_rows,
    timeline_row,
    toll_row,
)

ROWS = [{"id": "t-1", "quote": 'said "no", twice', "low": 3}, {"id": "t-2", "quote": "=1\nnext", "low": None}]


def written(form: str, rows: list[dict[str, object]], fields: list[str]) -> str:
    out = io.StringIO()
    write_rows(rows, fields, form, out)
    return out.getvalue()


def test_json_is_one_array() -> None:
    assert json.loads(written("json", ROWS, ["id", "quote", "low"])) == ROWS
    assert json.loads(written("json", [], ["id"])) == []


def test_jsonl_is_a_line_a_row() -> None:
    lines = written("jsonl", ROWS, ["low", "id"]).splitlines()
    assert [json.loads(line) for line in lines] == [{"low": 3, "id": "t-1"}, {"low": None, "id": "t-2"}]
    assert list(json.loads(lines[0])) == ["low", "id"], "fields keep the order asked for"
    assert written("jsonl", [], ["id"]) == ""


def test_csv_reads_back() -> None:
    text = written("csv", ROWS, ["id", "quote", "low"])
    assert list(csv.reader(io.StringIO(text))) == [
        ["id", "quote", "low"],
        ["t-1", 'said "no", twice', "3"],
        ["t-2", "'=1 next", ""],
    ]


@dear()
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=5))
def test_csv_keeps_its_shape(pairs: list[tuple[str, str]]) -> None:
    text = written("csv", [{"a": a, "b": b} for a, b in pairs], ["a", "b"])
    assert [len(row) for row in csv.reader(io.StringIO(text))] == [2] * (len(pairs) + 1)


def test_a_day_with_a_count_is_no_hour_of_that_day() -> None:
    rows: list[dict[str, object]] = [{"days": {"2020-10-10": 1, "by 2020-10-14": 3}, "more": {"a": "b"}}]
    assert written("csv", rows, ["days", "more"]) == "days,more\n2020-10-10 (1); by 2020-10-14 (3),a: b\n"


def test_csv_of_one_empty_field_keeps_its_row() -> None:
    assert written("csv", [{"ref": None}], ["ref"]) == 'ref\n""\n'


def test_tsv_and_markdown() -> None:
    assert written("tsv", ROWS, ["id", "quote"]) == 'id\tquote\nt-1\tsaid "no", twice\nt-2\t\'=1 next\n'
    assert written("md", ROWS[:1], ["id", "low"]) == "| id | low |\n| --- | --- |\n| t-1 | 3 |\n"


class Latin(io.StringIO):
    encoding = "iso-8859-1"


def test_json_is_ascii_where_the_stream_is_not_utf8() -> None:
    out = Latin()
    write_rows([{"name": "Gəncə"}], ["name"], "jsonl", out)
    assert out.getvalue() == '{"name": "G\\u0259nc\\u0259"}\n'


def test_a_claim_row_has_the_keys_of_the_contract() -> None:
    row = claim_row(CLAIM, CARD)
    assert list(row) == list(CLAIM_ROW)
    assert (row["stance"], row["outlet"], row["path"]) == ("own_side", "River Times", "docs/one.txt")
    assert row["relayed_by"] == ["River Agency"]
    assert next(claim_rows([CLAIM], {}))["outlet"] is None
    assert next(claim_rows([CLAIM], CARDS))["outlet"] == "River Times"


def test_names_that_are_made_as_they_are_written() -> None:
    honest, forged = ("t-1", "t-2"), ('t-"],\u202e', "\x1b[0m")
    row = {
        "text": "ends",
        "claims": Names(lambda: honest, 2),
        "documents": Names(lambda: forged, 2),
        "none": [],
    }
    out = io.StringIO()
    write_rows([row], list(row), "json", out)
    assert json.loads(out.getvalue()) == [
        {"text": "ends", "claims": list(honest), "documents": list(forged), "none": []}
    ]
    assert "\u202e" not in out.getvalue() and "\x1b" not in out.getvalue()
    assert out.getvalue() == f"[\n{json_text(row)}\n]\n"
    flat = io.StringIO()
    write_rows([row], ["claims"], "csv", flat)
    assert flat.getvalue() == "claims\nt-1; t-2\n"


def test_what_json_has_no_word_for_is_our_mistake() -> None:
    with pytest.raises(TypeError, match="set has no JSON"):
        json_text({"claims": {1}})


def test_a_toll_row_has_the_keys_of_the_contract() -> None:
    rows = [toll_row(tally) for tally in TOLLS.rows]
    assert all(list(row) == list(TOLL_ROW) for row in rows)
    assert [figure["text"] for figure in rows[0]["earlier"]] == ["710", "376"]  # type: ignore[attr-defined]
    assert rows[3]["beside"][0]["parts"][0]["text"] == "3"  # type: ignore[index]
    json.dumps(rows)


def test_ids_are_capped_and_counted() -> None:
    from truce_cli.model.record import replace

    many = tuple(f"t-{number:016x}" for number in range(CLAIMS_SHOWN + 5))
    row = toll_row(replace(TOLLS.rows[0], claims=many))
    assert (len(row["claims"]), row["claims_total"]) == (CLAIMS_SHOWN, CLAIMS_SHOWN + 5)  # type: ignore[arg-type]


def test_a_timeline_row_has_the_keys_of_the_contract() -> None:
    rows = [timeline_row(entry) for entry in TIMELINE.entries]
    assert all(list(row) == list(TIMELINE_ROW) for row in rows)
    assert rows[1]["tolls"][0]["text"] == "13"  # type: ignore[index]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "md"])
def test_rows_are_written_one_by_one(form: str) -> None:
    out = io.StringIO()
    seen: list[bool] = []

    def rows() -> object:
        yield {"id": "first"}
        seen.append("first" in out.getvalue())
        yield {"id": "second"}

    write_rows(rows(), ["id"], form, out)  # type: ignore[arg-type]
    assert seen == [True]
