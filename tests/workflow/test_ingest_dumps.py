"""Dumps: rows become documents of their own, counted, kept, read again with the columns that were named."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from truce_cli.errors import UsageError
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.check import check
from truce_cli.workflow.report import IngestReport

FIRST = "HALDEN, 14 June 2031 - The Norvian Defence Ministry said that 18 people were killed."
SECOND = "TORVIK, 15 June 2031 - The Sudlander Defence Ministry said that 7 people were killed."


def counts(report: IngestReport) -> dict[str, int]:
    names = ("found", "stored", "unchanged", "duplicate", "skipped", "refused")
    told = {name: getattr(report, name) for name in names}
    assert told["found"] == sum(told[name] for name in names[1:])
    return {name: number for name, number in told.items() if number}


def lines(path: Path, *rows: object) -> None:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows))


def test_rows_become_documents(run, here: Path) -> None:
    lines(
        Path("docs/dump.jsonl"),
        {"title": "First", "text": FIRST, "published": "2031-06-14", "url": "https://a.example/1"},
        {"title": "Second", "text": SECOND},
        "no json\n",
        {"title": "Third", "text": ""},
        {"title": "Second", "text": SECOND},
    )
    before = run("docs/conflict.toml")
    assert before.found == 1
    report = run("docs/dump.jsonl")
    assert counts(report) == {"found": 5, "stored": 2, "duplicate": 1, "refused": 2}
    assert [str(why) for why in report.refusals] == [
        "docs/dump.jsonl:3: not a JSON object; one article a line",
        "docs/dump.jsonl:4: no column with the text of an article; name it, for example --columns text=body",
    ]
    with Ledger.reading(Path("truce.db")) as ledger:
        cards = {card.path: card for card in ledger.cards()}
        assert set(cards) == {"docs/dump.jsonl:1", "docs/dump.jsonl:2"}
        first = cards["docs/dump.jsonl:1"]
        assert (first.title, first.published, first.url) == ("First", "2031-06-14", "https://a.example/1")
        assert json.loads(ledger.original(first.id) or b"")["text"] == FIRST
    assert counts(run("docs/dump.jsonl")) == {"found": 5, "unchanged": 3, "refused": 2}


def test_a_table_with_columns_of_its_own(run, here: Path) -> None:
    with Path("docs/dump.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["nr", "the words", "when"])
        table.writerow(["007", FIRST, "2031-06-14"])
        table.writerow(["8", SECOND, "2031-06-15"])
    skipped = run("docs/conflict.toml", "docs/dump.csv")
    why = "a table without a column `kind`, nor one with an article's text; --columns text=NAME says which"
    assert skipped.skips == (("docs/dump.csv", why),)
    report = run("docs/dump.csv", columns="text=the words,published=when")
    assert counts(report) == {"found": 2, "stored": 2}
    assert report.proposed == 2
    again = run(again=True)
    assert again.reread == 4 and again.refused == 0 and not again.lost
    assert check(Path("truce.db")).flaws == ()


def test_jobs_change_nothing(run, here: Path) -> None:
    lines(Path("docs/dump.jsonl"), *({"text": f"{FIRST} Note {n}."} for n in range(300)))
    run("docs/conflict.toml")
    assert counts(run("docs/dump.jsonl", jobs=2)) == {"found": 300, "stored": 300}


def test_a_dump_without_rows_is_told(run, here: Path) -> None:
    run("docs/conflict.toml")
    Path("docs/dump.csv").write_text("text,title\n")
    report = run("docs/dump.csv")
    assert [str(why) for why in report.refusals] == ["docs/dump.csv: no rows in it"]
    assert counts(report) == {"found": 1, "refused": 1}


def test_a_day_for_all_rows_is_refused(run, here: Path) -> None:
    lines(Path("docs/dump.jsonl"), {"text": FIRST})
    with pytest.raises(UsageError, match="a column of the dump tells each row's"):
        run("docs/dump.jsonl", published="2031-06-14")
