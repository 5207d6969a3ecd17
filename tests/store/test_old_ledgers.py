"""A ledger of every version that there has been opens, is brought up to date, and loses nothing."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from truce_cli.errors import LedgerError
from truce_cli.store import schema
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break
from truce_cli.store.records import ConflictFile, Judgement

OLD = sorted((Path(__file__).parent / "ledgers").glob("v*.db.gz"))


def version_of(path: Path) -> int:
    return int(path.name.split(".")[0].removeprefix("v"))


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "truce.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_there_is_one_of_each_version() -> None:
    assert [version_of(path) for path in OLD] == list(range(1, schema.VERSION))


def test_an_old_ledger_opens_with_everything(old: Path) -> None:
    with Ledger.reading(old) as ledger:
        assert [claim.place for claim in ledger.claims() if claim.entry == "curated"] == ["Askerby"]
        assert len(ledger.claims(bound=True)) == 3 and len(ledger.bindings()) == 1
        assert ledger.document("docs/monday.txt").text.startswith("Norvia counts its dead")
        log = ledger.log()
        assert [(row.judgement.action, row.act) for row in log] == [("add", None), ("edit", None)]
        assert first_break(log) is None
        hits = ledger.search_claims("askerby", sides=(), since=None, until=None, limit=9)
        assert len(hits) == 1
        assert ledger.structural_damage() == () and ledger.broken_log() is None
        assert [*ledger.altered_claims(), *ledger.altered_documents()] == []


def test_an_old_log_goes_on(old: Path) -> None:
    with Ledger.writing(old) as ledger:
        with ledger.transaction():
            ledger.judge([Judgement(at="2032", curator="cy", command="edit", subject="x", action="edit")])
        assert first_break(ledger.log()) is None
        assert ledger.log()[-1].act == 3


def test_an_old_ledger_has_the_tables_of_a_new_one(old: Path, tmp_path: Path, conflict: ConflictFile) -> None:
    def tables(ledger: Ledger) -> list[tuple[str, str]]:
        rows = ledger._all("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        return [(row[0], row[1]) for row in rows]

    with Ledger.reading(old) as ledger, Ledger.create(tmp_path / "new.db", conflict) as new:
        assert tables(ledger) == tables(new)


def test_an_old_ledger_is_kept_beside(old: Path, request: pytest.FixtureRequest) -> None:
    before = old.read_bytes()
    Ledger.reading(old).close()
    copies = [path for path in old.parent.iterdir() if path.name.startswith("truce.db.v")]
    assert len(copies) == 1
    shutil.copy(copies[0], old)
    with Ledger.reading(old) as ledger:
        assert len(ledger.log()) == 2
    assert before[:16] == b"SQLite format 3\x00"


def test_an_old_ledger_whose_triggers_are_strange_is_left_alone(old: Path) -> None:
    import sqlite3

    with sqlite3.connect(old) as conn:
        conn.execute("CREATE TRIGGER trap AFTER INSERT ON claims BEGIN DELETE FROM claims; END")
    conn.close()
    before = old.read_bytes()
    with pytest.raises(LedgerError, match="altered"):
        Ledger.reading(old)
    assert old.read_bytes() == before
