"""Many processes at one ledger: none loses a row, none is told of a lock before half a minute has passed."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from counting import Cases
from making import CONFLICT, NOW, article, corpus, damage, forked, left_beside, take

from truce_cli.errors import LedgerLocked
from truce_cli.render.exports import export_lines
from truce_cli.store import connection
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break
from truce_cli.workflow.decide import accept
from truce_cli.workflow.edit import edit
from truce_cli.workflow.export import everything
from truce_cli.workflow.who import Who

PROCESSES = 32
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


def ended(children: list[int]) -> list[int]:
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def test_no_writer_loses_anything(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each process takes in articles of its own, decides, and reads, in turn."""
    monkeypatch.chdir(tmp_path)
    db, counted = Path("truce.db"), cases("32 writers at one ledger: operations")
    each = max(counted.number // PROCESSES, 1)
    corpus(Path("docs"), 2)
    take(db, Path("docs"))
    ids = [claim.id for claim in everything(db).claims]

    def work(process: int) -> None:
        who = Who(curator=f"p{process}", now=NOW, command="x")
        for turn in range(each):
            began = time.monotonic()
            try:
                operation(process, turn, who)
            except Exception as error:
                waited = time.monotonic() - began
                Path(f"{process}.failed").write_text(f"turn {turn}, after {waited:.1f} s: {error!r}")
                raise

    def operation(process: int, turn: int, who: Who) -> None:
        if turn % 4 == 0:
            path = Path(f"{process}-{turn}.txt")
            path.write_text(article(1_000 + process * 1_000 + turn))
            assert take(db, path).stored == 1
        elif turn % 4 == 1:
            edit(db, [ids[process % len(ids)]], {"note": f"{process}-{turn}"}, who)
        elif turn % 4 == 2:
            accept(db, [ids[turn % len(ids)]], who)
        else:
            list(export_lines(everything(db), "jsonl"))

    codes = ended([forked(lambda process=process: work(process)) for process in range(PROCESSES)])
    counted.done = PROCESSES * each
    counted.failures += [
        f"process {number}: {Path(f'{number}.failed').read_text()}"
        for number, code in enumerate(codes)
        if code
    ]
    if counted.failures:
        counted.verdict()
    held = everything(db)
    notes = {row.judgement.new for row in held.log if row.judgement.field == "note"}
    expected = {f'"{p}-{t}"' for p in range(PROCESSES) for t in range(each) if t % 4 == 1}
    texts = sum(1 for p in range(PROCESSES) for t in range(each) if t % 4 == 0)
    assert notes == expected
    assert len(held.cards) == 2 + texts
    assert first_break(held.log) is None and damage(db) == []
    counted.verdict()


def test_eight_first_runs_at_once_make_one_ledger(
    cases: Callable[[str], Cases], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def race(seed: int) -> None:
        folder = tmp_path / str(seed)
        folder.mkdir()
        with contextlib.chdir(folder):
            db = Path("truce.db")
            Path("conflict.toml").write_text(CONFLICT)
            for process in range(8):
                Path(f"{process}.txt").write_text(article(process))
            start = time.monotonic() + 0.05

            def work(process: int) -> None:
                time.sleep(max(0.0, start - time.monotonic()))
                assert take(db, Path(f"{process}.txt"), conflict="conflict.toml").stored == 1

            codes = ended([forked(lambda process=process: work(process)) for process in range(8)])
            assert codes == [0] * 8
            assert len(everything(db).cards) == 8
            assert damage(db) == [] and left_beside(db) == []

    cases("eight first runs at once").each(race)


def test_a_ledger_held_for_too_long_is_11(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait itself is half a minute; here its end is looked at."""
    assert connection.BUSY_MS == 30_000
    monkeypatch.chdir(tmp_path)
    corpus(Path("docs"), 1)
    take(Path("truce.db"), Path("docs"))
    monkeypatch.setattr(connection, "BUSY_MS", 100)
    name = everything(Path("truce.db")).claims[0].id
    with (
        Ledger.writing(Path("truce.db")) as ledger,
        ledger.transaction(),
        pytest.raises(LedgerLocked) as refused,
    ):
        accept(Path("truce.db"), [name], Who(curator="a", now=NOW))
    assert refused.value.exit_code == 11 and "is in use by another process; try again" in str(refused.value)
