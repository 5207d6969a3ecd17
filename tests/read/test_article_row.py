"""Rows of dumps: columns by their usual names and by those that a person gives."""

from __future__ import annotations

import json

import pytest

from truce_cli.errors import InputRefused, UsageError
from truce_cli.read.article import read_article
from truce_cli.read.article_row import columns_in, columns_of, has_text_column, reader_name

TEXT = "The Norvian Defence Ministry said that 18 soldiers had died."


def row(**cells: object) -> bytes:
    return json.dumps(cells).encode()


@pytest.mark.parametrize(
    "data",
    [
        row(text=TEXT, title="T", url="https://a.example/x", outlet="Courier", published="2031-06-14"),
        row(Body=TEXT, Headline="T", Link="https://a.example/x", Publisher="Courier", date="2031-06-14"),
        row(maintext=TEXT, title="T", url="https://a.example/x", site="Courier", date_publish="2031-06-14 18:00:00"),
        row(content=f"<div><p>{TEXT}</p></div>", title="T", url="https://a.example/x", site="Courier"),
    ],
)  # fmt: skip
def test_usual_names_need_no_words(data: bytes) -> None:
    document = read_article("dump.jsonl:7", data)
    assert document.text == TEXT
    card = document.card
    assert (card.title, card.url, card.outlet) == ("T", "https://a.example/x", "Courier")
    assert card.reader == "row/1" and document.original == data
    assert card.published in ("2031-06-14", None)


def test_columns_that_a_person_names_are_remembered() -> None:
    columns = columns_of("text=the text, published=when,outlet=source")
    document = read_article(
        "dump.csv:2", row(**{"the text": TEXT, "when": "2031-06-14", "text": "no"}), columns=columns
    )
    assert document.text == TEXT and document.card.published == "2031-06-14"
    assert columns_in(document.card.reader) == columns == columns_in(reader_name(columns))
    again = read_article("x", document.original or b"", columns=columns_in(document.card.reader))
    assert again.text == TEXT


def test_a_row_without_a_text_is_refused() -> None:
    with pytest.raises(
        InputRefused, match=r"no text in its column 'body'; name it, for example --columns text=body"
    ):
        read_article("dump.csv:2", row(text=TEXT), columns={"text": "body"})
    with pytest.raises(InputRefused, match="no column with the text of an article"):
        read_article("dump.csv:2", row(note=TEXT), columns={"title": "note"})


def test_an_object_that_is_no_article_stays_text() -> None:
    data = row(note="Norvia said 5 soldiers were killed.")
    assert read_article("a.txt", data).card.reader != "row/1"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("text", "--columns: 'text' names no column; write text=body,published=date"),
        ("text=", "names no column"),
        ("txt=body", "--columns: an article has no 'txt'; did you mean text?; there is text, title"),
    ],
)
def test_columns_that_are_none(words: str, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        columns_of(words)
    assert problem in str(caught.value)


def test_a_table_holds_articles_where_a_column_may_be_text() -> None:
    assert has_text_column(["id", "Full Text"], {})
    assert not has_text_column(["id", "words"], {})
    assert has_text_column(["id", "words"], {"text": "words"})
