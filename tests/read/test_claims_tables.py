"""Claims files as CSV and JSON lines; whatever stands in one, it is read or refused."""

from __future__ import annotations

import json

import pytest
from claims_reading import NORVIA, read
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.errors import InputRefused
from truce_cli.read.claims import read_claims


def test_csv() -> None:
    source = (
        "\ufeffref,kind,harm,side,measure,value,qualifier,relayed_by,quote,stance\r\n"
        'a,toll,killed,norvian,cumulative,0007,,"X; Y","over ""two""\nlines",own_side\r\n'
        "\r\n"
        "b,toll,killed,norvian,cumulative,5,exactly,,,\r\n"
        "c,toll,killed,norvian,cumulative,5,,,,,more\r\n"
        "d,violation,,,,,,,,\r\n"
    )
    file = read(source, "c.csv")
    found = file.claims[0]
    assert (found.claim.value, found.claim.relayed_by, found.claim.quote, found.line) == (
        7,
        ("X", "Y"),
        'over "two"\nlines',
        2,
    )
    assert [str(error) for error in file.refused] == [
        "c.csv:5: qualifier: 'exactly' is not one of exact, at_least, more_than, about, nearly, up_to, "
        "range, vague; did you mean exact?",
        "c.csv:6: 11 cells under 10 columns; put text with the delimiter in quotes",
        "c.csv:7: accused_side: is missing",
    ]
    for delimiter in (";", "\t"):
        rows = f"kind{delimiter}accused_side{delimiter}note\nviolation{delimiter}norvian{delimiter}a, b\n"
        assert read(rows, "c.csv").claims[0].claim.note == "a, b"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("ref,value\na,1\n", "c.csv:1: the first row must name the columns, `kind` among them"),
        ("kind,ref,ref\n", "c.csv:1: the column 'ref' stands twice"),
        ("", "c.csv: empty file"),
    ],
)
def test_broken_tables(source: str, message: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read(source, "c.csv")
    assert str(caught.value) == message


def test_json_lines() -> None:
    row = {
        "kind": "violation",
        "accused_side": "norvian",
        "ref": "a",
        "quote": "x\u2028y",
        "value": None,
        "start": 5,
    }
    lines = [
        json.dumps(row, ensure_ascii=False),
        "",
        '{"kind": "violation", ',
        "[1]",
        '{"kind": "violation", "kind": "toll"}',
        '{"kind": "toll", "value": NaN}',
        "[" * 100_000,
        '{"kind": "document", "title": "T", "published": "2031-06-07"}',
        '{"kind": "source", "actor_kind": "ngo", "slug": "desk", "name": "Desk"}',
    ]
    file = read("\n".join(lines), "c.jsonl")
    assert file.claims[0].claim.quote == "x\u2028y"
    assert [error.line for error in file.refused] == [3, 4, 5, 6, 7]
    assert str(file.refused[0]).startswith("c.jsonl:3:23: broken JSON")
    assert (file.documents[0].title, file.sources[0].kind) == ("T", "ngo")


def test_what_is_exported_comes_back_the_same() -> None:
    row = {
        "id": "t-0123456789abcdef",
        "kind": "toll",
        "status": "rejected",
        "entry": "extracted",
        "rule": "toll.active",
        "document": "a" * 64,
        "path": "docs/a.txt",
        "published": "2031-06-07",
        "stance": "own_side",
        "harm": "killed",
        "low": None,
        "value": 500,
        "high": 500,
        "qualifier": "nearly",
        "side": "norvian",
        "measure": "cumulative",
        "relayed_by": ["NorTel"],
        "brokers": [],
        "as_of": "2031-06-07",
        "as_of_basis": "published",
    }
    found = read(json.dumps(row), "c.jsonl").claims[0].claim
    kept = ("id", "status", "entry", "rule", "low", "high", "value", "as_of_basis")
    assert [getattr(found, name) for name in kept] == [row[name] for name in kept]


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.lists(st.text(max_size=3), max_size=2),
)
KEYS = st.sampled_from(
    [
        "kind",
        "harm",
        "low",
        "high",
        "value",
        "qualifier",
        "side",
        "occurred",
        "as_of",
        "id",
        "ref",
        "relayed_by",
    ]
)


def test_a_table_of_too_many_columns_is_refused() -> None:
    header = ",".join(["kind", *(f"c{number}" for number in range(1_000))])
    with pytest.raises(InputRefused, match=r"c\.csv:1: 1,001 columns; claims have fewer than 1,000"):
        read(f"{header}\ntoll\n", "c.csv")


def test_a_key_of_too_many_parts_is_refused() -> None:
    with pytest.raises(InputRefused, match=r"c\.toml:2: a key of more than 2,000 parts"):
        read(f"[[claim]]\n{'.'.join('a' * 2_500)} = 1\n", "c.toml")


@given(
    st.lists(st.dictionaries(KEYS, VALUES), max_size=3),
    st.sampled_from(["toll", "violation", "denial", None]),
)
def test_any_rows_are_claims_or_refused(rows: list[dict[str, object]], kind: str | None) -> None:
    lines = (json.dumps({**row, "kind": kind or row.get("kind")}) for row in rows)
    try:
        file = read("\n".join(lines), "c.jsonl")
    except InputRefused:
        return
    assert len(file.claims) + len(file.refused) == len(rows)


@given(st.binary(max_size=120), st.sampled_from(["c.toml", "c.csv", "c.jsonl"]))
def test_any_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    try:
        read_claims(path, b"kind,ref\n" + data if path == "c.csv" else data, NORVIA)
    except InputRefused as error:
        assert "\n" not in str(error)
