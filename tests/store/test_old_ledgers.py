"""A ledger of every version that there has been opens, is brought up to date, and loses nothing."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from truce_cli.errors import LedgerError
from truce_cli.store import schema
from truce_cli.store.connection import file_version
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break
from truce_cli.store.migrations import migrate
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
        assert [*ledger.altered_sources(), *ledger.altered_bindings()] == []
        assert not ledger.conflict_damaged()


def test_what_was_altered_before_an_upgrade_is_found_after_it(old: Path) -> None:
    with sqlite3.connect(old) as conn:
        conn.execute("UPDATE documents SET published = '2030-01-01' WHERE path = 'docs/monday.txt'")
        (sha256,) = conn.execute("SELECT sha256 FROM documents WHERE path = 'docs/monday.txt'").fetchone()
    conn.close()
    with Ledger.reading(old) as ledger:
        assert [*ledger.altered_documents()] == [sha256]


def test_sources_of_an_old_ledger_are_sealed(old: Path) -> None:
    with sqlite3.connect(old) as conn:
        conn.execute("INSERT INTO actors (slug, name, kind) VALUES ('hill-watch', 'Hill Watch', 'monitor')")
    conn.close()
    with Ledger.writing(old) as ledger:
        assert [*ledger.altered_sources()] == []
        with ledger.transaction():
            ledger._run("UPDATE actors SET name = 'Hill Witch'")
        assert [*ledger.altered_sources()] == ["hill-watch"]


def upgrade_killed_at_its_last_call(path: Path) -> None:
    """Leave what a kill leaves when all is written but the journal is not yet dropped: it undoes the upgrade.

    SQLite blanks the head of a journal that it keeps; here it is written anew. See "Rollback journal" in SQLite's
    file format.
    """
    page, before = 4096, path.stat().st_size
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA journal_mode = PERSIST")
    migrate(conn)
    conn.close()
    journal = path.with_name(f"{path.name}-journal")
    kept = journal.read_bytes()
    first = kept[512 + 4 : 512 + 4 + page]
    told = int.from_bytes(kept[512 + 4 + page : 512 + 8 + page], "big")
    nonce = (told - sum(first[at] for at in range(page - 200, 0, -200))) % 2**32
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", 2**32 - 1, nonce, before // page, 512, page)
    journal.write_bytes(head + kept[len(head) :])


@pytest.mark.parametrize("opening", [Ledger.reading, Ledger.writing])
def test_an_upgrade_that_was_killed_at_its_last_call_is_done_again(
    old: Path, opening: Callable[[Path], Ledger]
) -> None:
    upgrade_killed_at_its_last_call(old)
    assert file_version(old) == schema.VERSION, "the header tells of the upgrade that will be undone"
    with opening(old) as ledger:
        assert file_version(old) == schema.VERSION and list(old.parent.glob("truce.db.v*")) != []
        assert [claim.place for claim in ledger.claims() if claim.entry == "curated"] == ["Askerby"]
    assert not old.with_name(f"{old.name}-journal").exists()


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
