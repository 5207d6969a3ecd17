"""One process or several: the same ledger, the same account, in the same order."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from truce_cli.errors import TruceError
from truce_cli.extract import engine
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Judgement
from truce_cli.workflow import articles, chunks
from truce_cli.workflow.spread import spread

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "CHUNK_ARTICLES", 3)
    monkeypatch.setattr(articles, "BATCH_DOCUMENTS", 10)


def archive() -> None:
    """Articles, two copies far apart, one that cannot be read, one that cannot be drawn from, one that is noted."""
    for number in range(40):
        text = f"In Norvia {number} people were killed by Sudland.\n"
        Path(f"docs/n{number:02}.txt").write_text(text)
    shutil.copy("docs/n03.txt", "docs/n30b.txt")
    shutil.copy("docs/n30.txt", "docs/n30a.txt")
    Path("docs/n17.txt").write_bytes(b"\x00\x01\x02")
    Path("docs/n18.txt").write_text("In Norvia a fault.\n")
    Path("docs/n19.txt").write_text(f"In Norvia {'9' * 25} people were killed by Sudland.\n")
    shutil.copy("docs/n19.txt", "docs/n31.txt")


def rows() -> list[str]:
    import sqlite3

    with sqlite3.connect("truce.db") as db:
        found = [line for line in db.iterdump() if '"_sqlite_migrations"' not in line]
    db.close()
    return found


def test_the_ledger_and_the_account_are_the_same(run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = engine.extract

    def sometimes(document: Any, conflict: Any) -> Any:
        if "a fault" in document.text:
            raise KeyError("gate")
        return good(document, conflict)

    monkeypatch.setattr(engine, "extract", sometimes)
    archive()
    seen: dict[int, list[Any]] = {}
    found = {}
    for jobs in (1, 2, 3):
        Path("truce.db").unlink(missing_ok=True)
        seen[jobs] = []
        report = run(jobs=jobs, progress=lambda *step, into=seen[jobs]: into.append(step))
        found[jobs] = (repr(report), rows())
        assert (report.stored, report.duplicate, report.refused) == (40, 3, 2)
        assert len(report.notes) == 1
        assert run(jobs=jobs).unchanged == 43
    assert found[1] == found[2] == found[3]
    assert seen[1] == seen[2] == seen[3]


def test_reading_again_is_the_same(run, monkeypatch: pytest.MonkeyPatch) -> None:
    archive()
    run()
    good = engine.extract

    def better(document: Any, conflict: Any) -> Any:
        if "a fault" in document.text:
            raise KeyError("gate")
        claims = good(document, conflict)
        return [replace(one, place="Askerby") for one in claims if one.value % 2 == 0 or one.value > 99]

    monkeypatch.setattr(engine, "extract", better)
    shutil.copy("truce.db", "first.db")
    seen: dict[int, list[Any]] = {}
    found = {}
    for jobs in (1, 2, 3):
        shutil.copy("first.db", "truce.db")
        with Ledger.writing(Path("truce.db")) as ledger:
            number = ledger._one("SELECT id FROM documents WHERE path = 'docs/n09.txt'")[0]
            ledger._run("UPDATE originals SET zlib = x'00' WHERE document_id = ?", (number,))
        seen[jobs] = []
        report = run(again=True, jobs=jobs, progress=lambda *step, into=seen[jobs]: into.append(step))
        found[jobs] = (repr(report), rows())
        assert len(report.refusals) == 3, "the damaged one, the fault, the file that is none"
        assert (report.reread, report.withdrawn, len(report.notes)) == (38, 18, 1)
    assert found[1] == found[2] == found[3]
    assert seen[1] == seen[2] == seen[3]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_decision_taken_while_documents_are_read_again_stands(run, jobs: int) -> None:
    archive()
    run()
    with Ledger.reading(Path("truce.db")) as ledger:
        third = ledger.held()[2]  # it is read by then, of the same chunk as the second
    decided: list[int] = []

    def decide(number: int, total: int, name: str) -> None:
        if total == 40 and number == 2:
            decided.append(number)
            with Ledger.writing(Path("truce.db")) as ledger, ledger.transaction():
                ledger.judge(
                    [
                        Judgement(
                            at="2031-06-05T00:00:00Z",
                            curator="ben",
                            command="edit",
                            subject=third,
                            action="edit",
                            field="published",
                            new='"2031-06-01"',
                        )
                    ]
                )

    run(again=True, jobs=jobs, progress=decide)
    assert decided
    with Ledger.reading(Path("truce.db")) as ledger:
        assert ledger.card(third).published == "2031-06-01"


def test_few_articles_are_drawn_here(run, monkeypatch: pytest.MonkeyPatch) -> None:
    good, here = engine.extract, os.getpid()

    def only_here(document: Any, conflict: Any) -> Any:
        assert os.getpid() == here
        return good(document, conflict)

    monkeypatch.setattr(engine, "extract", only_here)
    assert run(jobs=4).stored == 3


def test_results_come_in_order_and_empty_tasks_stay() -> None:
    def work(number: int) -> tuple[int, int]:
        time.sleep(0.02 * (number % 3))
        return number * number, os.getpid()

    found = list(spread(work, ((number, number) for number in range(20)), 3))
    assert [(stays, square) for stays, (square, _) in found] == [(n, n * n) for n in range(20)]
    assert {pid for number, (_, pid) in found if number == 0} == {os.getpid()}
    assert len({pid for number, (_, pid) in found if number}) > 1


def test_a_process_that_is_lost_is_told(run, monkeypatch: pytest.MonkeyPatch, opened) -> None:
    good, here = engine.extract, os.getpid()

    def dies(document: Any, conflict: Any) -> Any:
        if "25 people" in document.text and os.getpid() != here:
            os._exit(9)
        return good(document, conflict)

    monkeypatch.setattr(engine, "extract", dies)
    archive()
    with pytest.raises(TruceError, match="a process that this one had started was ended from outside"):
        run(jobs=2)
    assert run(jobs=1).refused == 1
    with opened() as ledger:
        assert len(ledger.cards()) == 40


def test_started_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    program = """
        import os, sys, time
        from truce_cli.workflow.spread import spread

        def work(number):
            os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, whatever the buffering
            time.sleep(60)

        for _ in spread(work, ((None, number) for number in range(1, 9)), 2):
            pass
    """
    ran = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ran.stdout is not None
    said = [ran.stdout.readline().strip() for _ in range(2)]
    ran.send_signal(signal.SIGKILL)
    ran.wait()
    assert all(line.isdigit() for line in said), said
    started = [int(line) for line in said]
    # Their ends of the pipe are closed when they have gone.
    assert ran.stdout.read() == ""
    ran.stdout.close()
    for pid in started:
        with pytest.raises(ProcessLookupError):
            for _ in range(100):
                os.kill(pid, 0)
                time.sleep(0.05)
