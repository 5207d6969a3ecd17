"""The tables as they are made, and how an older ledger is brought up to them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from truce_cli.errors import DiskError
from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.fields import FIELDS
from truce_cli.store import connection, migrations, rows, schema
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, Judgement, Kept


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_new_ledger_says_whose_it_is(ledger: Ledger) -> None:
    header = ledger.path.read_bytes()[:100]
    assert header[68:72] == b"TRUC"
    assert int.from_bytes(header[60:64], "big") == schema.VERSION
    assert header[18:20] == b"\x01\x01"  # a rollback journal, not WAL


def test_every_table_of_ours_is_strict(ledger: Ledger) -> None:
    tables = [row for row in ledger._all("PRAGMA table_list") if row[2] == "table" and row[0] == "main"]
    ours = {row[1]: row[5] for row in tables if not row[1].startswith("sqlite_")}
    assert {"conflict", "documents", "texts", "originals", "files", "claims", "bindings", "decisions"} <= set(
        ours
    )
    assert all(ours.values()), ours


def test_claims_have_one_column_for_each_field(ledger: Ledger) -> None:
    columns = {row[1] for row in ledger._all("PRAGMA table_info(claims)")}
    fields = {field.name for field in FIELDS} - {"id", "document"}
    assert columns == fields | set(rows.CLAIM_COLUMNS) | {"id", "assertion", "copy"}
    assert {field.name for field in FIELDS} == set(Claim.__dataclass_fields__)


def test_documents_have_one_column_for_each_field(ledger: Ledger) -> None:
    columns = {row[1] for row in ledger._all("PRAGMA table_info(documents)")}
    assert set(Card.__dataclass_fields__) - {"id"} == set(rows.CARD_FIELDS)
    assert columns == set(rows.DOCUMENT_COLUMNS) | {"id"}


def test_connections_are_safe(ledger: Ledger) -> None:
    settings = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with Ledger.reading(ledger.path) as reading:
        for one in (ledger, reading):
            assert {name: one._one(f"PRAGMA {name}")[0] for name in settings} == settings
        with pytest.raises(DiskError, match="read-only"), reading.transaction():
            reading._run("DELETE FROM claims")


@pytest.mark.parametrize(
    "view", ["toll_claims", "violation_claims", "claim_timeline", "sources", "document_texts"]
)
def test_views_can_be_read_without_us(ledger: Ledger, view: str) -> None:
    assert raw(ledger.path).execute(f"SELECT * FROM {view}").fetchall() == []


def test_an_older_ledger_is_brought_up_and_a_copy_kept(
    ledger: Ledger, claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(claim=claim(1))
    with ledger.transaction():
        ledger.add_claims([kept])
    ledger.close()
    old = ledger.path.read_bytes()
    later = (*schema.STEPS, ("9999_more", ("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT",)))
    monkeypatch.setattr(schema, "STEPS", later)
    monkeypatch.setattr(schema, "VERSION", len(later))
    with Ledger.scratch(ledger.path) as tried:
        assert tried._all("SELECT * FROM more") == []
    assert ledger.path.read_bytes() == old
    with Ledger.reading(ledger.path) as reading:
        assert reading.claims() == (kept.claim,)
        assert reading._all("SELECT * FROM more") == []
        names = reading._all("SELECT name FROM _sqlite_migrations ORDER BY id")
        assert names == [(name,) for name, _ in later]
    copy = ledger.path.with_name(f"truce.db.v{len(later) - 1}")
    assert raw(copy).execute("SELECT claim_id FROM claims").fetchall() == [(kept.claim.id,)]
    assert {path.name for path in ledger.path.parent.iterdir()} == {"truce.db", copy.name}


def test_a_ledger_is_made_as_sqlite_utils_brings_one_up() -> None:
    made, brought = sqlite3.connect(":memory:", isolation_level=None), connection.open_scratch()
    migrations.make(made)
    migrations.migrate(brought)
    for sql in (
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        "SELECT id, migration_set, name, length(applied_at) FROM _sqlite_migrations",
        "PRAGMA user_version",
        "PRAGMA application_id",
    ):
        assert made.execute(sql).fetchall() == brought.execute(sql).fetchall(), sql


def test_a_step_that_fails_changes_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.close()
    broken = (
        *schema.STEPS,
        ("9999_more", ("CREATE TABLE more (id INTEGER) STRICT", "CREATE TABLE more (id)")),
    )
    monkeypatch.setattr(schema, "STEPS", broken)
    monkeypatch.setattr(schema, "VERSION", len(broken))
    with pytest.raises(sqlite3.OperationalError):
        Ledger.reading(ledger.path)
    assert raw(ledger.path).execute("PRAGMA user_version").fetchone() == (schema.VERSION - 1,)
    assert raw(ledger.path).execute("SELECT name FROM sqlite_schema WHERE name = 'more'").fetchall() == []


def test_a_ledger_that_is_half_made_is_never_seen(
    tmp_path: Path, conflict: ConflictFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "STEPS", (("0001_spine", ("CREATE TABLE broken",)),))
    with pytest.raises(sqlite3.OperationalError):
        Ledger.create(tmp_path / "truce.db", conflict)
    assert list(tmp_path.iterdir()) == []


def test_the_quicker_of_two_makers_wins(tmp_path: Path, conflict: ConflictFile) -> None:
    path = tmp_path / "truce.db"
    judgement = Judgement(at="2026", curator="a", command="c", subject="s", action="x")
    with Ledger.create(path, conflict) as first, first.transaction():
        first.judge([judgement])
    with Ledger.create(path, conflict) as second:
        assert [decision.judgement for decision in second.log()] == [judgement]
    assert [name.name for name in tmp_path.iterdir()] == ["truce.db"]
