"""Dumps: rows of JSON lines and of tables, one at a time, each broken one with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from truce_cli.errors import InputRefused
from truce_cli.read.dump import MOST, DumpRow, columns_in_head, dump_rows


def rows(path: Path) -> list[tuple[int, object]]:
    found: list[tuple[int, object]] = []
    for item in dump_rows(path, path.name):
        if isinstance(item, InputRefused):
            found.append((item.line or 0, str(item)))
        else:
            assert isinstance(item, DumpRow)
            found.append((item.line, json.loads(item.data)))
    return found


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\n\n[1]\n{"text": "b"\n{"text": "c"}')
    assert rows(path) == [
        (1, {"text": "a"}),
        (3, "d.jsonl:3: not a JSON object; one article a line"),
        (4, "d.jsonl:4: not a JSON object; one article a line"),
        (5, {"text": "c"}),
    ]
    assert columns_in_head(path) == ["text"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables_with_any_sign(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "d.csv"
    path.write_text(f'id{sign}body\n007{sign}"one\ntwo ""x"""\n8{sign}three\n\n9{sign}\n')
    assert rows(path) == [
        (2, {"id": "007", "body": 'one\ntwo "x"'}),
        (4, {"id": "8", "body": "three"}),
        (6, {"id": "9", "body": ""}),
    ]
    assert columns_in_head(path) == ["id", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a,b\n1,2,3\n4,5\n",
            [
                (2, "d.csv:2: 3 cells under 2 columns; put text with commas in quotes"),
                (3, {"a": "4", "b": "5"}),
            ],
        ),
        ("a,a\n1,2\n", [(1, "d.csv:1: the column 'a' stands twice; rename one")]),
        (
            'a,b\n1,2\n3,"open\n',
            [
                (2, {"a": "1", "b": "2"}),
                (3, "d.csv:3: the table is broken here (unexpected end of data); rows behind it are lost"),
            ],
        ),
        ("a,b\n", []),
        ("", []),
    ],
)
def test_broken_tables(tmp_path: Path, text: str, expected: list[tuple[int, object]]) -> None:
    path = tmp_path / "d.csv"
    path.write_text(text)
    assert rows(path) == expected


def test_what_is_no_utf_8_and_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes("a,b\nКи,ев\n".encode("cp1251"))
    assert rows(path) == [(0, "d.csv: not valid UTF-8 (invalid continuation byte); save it as UTF-8")]
    assert rows(tmp_path / "no.csv") == [(0, "no.csv: cannot be read: No such file or directory")]
    assert columns_in_head(path) == ["a", "b"] and columns_in_head(tmp_path / "no.csv") == []


def test_a_line_without_an_end_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"x" * (2 * MOST + 7) + b'\n{"text": "a"}\n')
    assert rows(path) == [
        (1, "d.jsonl:1: a line of more than 20,000,000 bytes is no article"),
        (2, {"text": "a"}),
    ]
