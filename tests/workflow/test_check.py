"""What `truce check` finds: damage of every kind, and mistakes in the data; nothing in a sound ledger."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from curating import DB, claim, who

from truce_cli.errors import LedgerError
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.check import check
from truce_cli.workflow.decide import accept
from truce_cli.workflow.edit import edit

TOLL = """
[[claim]]
ref = "{ref}"
kind = "toll"
claimant_slug = "norvian-ministry"
harm = "killed"
value = {value}
side = "norvian"
measure = "cumulative"
as_of = {day}
document = "monday.txt"
quote = "12 people were killed"
"""


def codes() -> list[tuple[str, str]]:
    return [(flaw.code, flaw.about) for flaw in check(DB).flaws]


def spoil(sql: str) -> None:
    conn = sqlite3.connect(DB)
    with conn:
        conn.execute(sql)
    conn.close()


def test_a_sound_ledger_has_no_flaw_and_stays_as_it_is(run) -> None:
    run()
    accept(DB, [claim(12).id], who())
    edit(DB, [claim(3).id], {"place": "Halden"}, who("edit"))
    edit(DB, ["docs/monday.txt"], {"published": "2031-06-01"}, who("edit"))
    before = DB.read_bytes()
    answer = check(DB)
    assert answer.flaws == () and (answer.documents, answer.claims, answer.decisions) == (2, 3, 3)
    assert DB.read_bytes() == before
    assert [path.name for path in Path().iterdir() if path.name.startswith("truce.db")] == ["truce.db"]


def test_every_flaw_has_one_line_and_says_what_to_do(run) -> None:
    run()
    spoil("UPDATE claims SET value = 13, start = 0 WHERE value = 12")
    for flaw in check(DB).flaws:
        line = f"{flaw.shown} {flaw.code}: {flaw.text}; {flaw.todo}"
        assert "\n" not in line and all((flaw.shown, flaw.code, flaw.text, flaw.todo))


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE claims SET value = 13 WHERE value = 12", "altered"),
        ("UPDATE claims SET relayed_by = 'x' WHERE value = 12", "altered"),
        ("UPDATE documents SET published = '2031-01-01' WHERE id = 1", "altered"),
        ("UPDATE texts SET text = 'x' || text WHERE document_id = 1", "altered"),
        ("UPDATE texts SET text = 'x' || text WHERE document_id = 1", "quote"),
        ("UPDATE texts SET text = 'x' || text WHERE document_id = 1", "text"),
        ("UPDATE originals SET zlib = zeroblob(9) WHERE document_id = 1", "original"),
        ("DELETE FROM originals WHERE document_id = 1", "original"),
        ("UPDATE originals SET zlib = (SELECT zlib FROM originals WHERE document_id = 2)", "original"),
        ("UPDATE claims SET start = NULL WHERE value = 12", "unplaced"),
        ("UPDATE claims SET subset_of = 't-ffffffffffffffff' WHERE value = 12", "dangling"),
        ("UPDATE claims SET as_of = '2030-01-01' WHERE value = 12", "outside"),
        ("UPDATE conflict SET data = zeroblob(9)", "conflict"),
        ("UPDATE claims SET assertion = 7 WHERE value = 12", "altered"),
        ("UPDATE claims SET copy = 'x' WHERE value = 12", "altered"),
        ("UPDATE conflict SET parsed = replace(parsed, 'norvian', 'sorvian')", "conflict"),
        ("UPDATE claims SET status = 'rejected' WHERE value = 12", "undecided"),
        ("UPDATE claims SET document_id = 99 WHERE value = 12", "damaged"),
        ("UPDATE documents SET held = 0 WHERE id = 1", "altered"),
        ("UPDATE conflict SET slug = 'norvix-2031'", "conflict"),
        ("DROP VIEW toll_claims", "damaged"),
        ("DROP TRIGGER decisions_stay", "damaged"),
        ("CREATE TRIGGER trap AFTER INSERT ON claims BEGIN DELETE FROM documents; END", "damaged"),
        ("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')", "damaged"),
        ("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'decisions'", "log"),
    ],
)
def test_what_was_altered_is_found(run, sql: str, code: str) -> None:
    run()
    accept(DB, [claim(12).id], who())
    spoil(sql)
    assert code in {found for found, _ in codes()}


SOURCED = """
[[source]]
slug = "hill-watch"
name = "Hill Watch"
kind = "monitor"

[[claim]]
ref = "bound"
kind = "toll"
claimant_slug = "hill-watch"
harm = "killed"
value = 12
victims = "any"
side = "norvian"
measure = "incident"
document = "monday.txt"
quote = "12 people were killed"
"""


@pytest.mark.parametrize(
    ("sql", "about"),
    [
        ("UPDATE documents SET added = '2030-01-01T00:00:00Z' WHERE id = 1", "document"),
        ("UPDATE documents SET rules_version = 99 WHERE id = 1", "document"),
        ("UPDATE documents SET row_hash = '' WHERE id = 1", "document"),
        ("UPDATE conflict SET path = 'elsewhere/conflict.toml'", "conflict"),
        ("UPDATE conflict SET row_hash = NULL", "conflict"),
        ("UPDATE actors SET kind = 'un'", "hill-watch"),
        ("UPDATE actors SET source_file = NULL", "hill-watch"),
        ("UPDATE actors SET row_hash = NULL", "hill-watch"),
        ("INSERT INTO actors (slug, name, kind) VALUES ('eve', 'Eve', 'un')", "eve"),
        ("UPDATE bindings SET curated_id = (SELECT id FROM claims WHERE value = 7)", "claim"),
        ("UPDATE bindings SET extracted_id = (SELECT id FROM claims WHERE value = 3)", "other claim"),
        (
            "INSERT INTO bindings SELECT a.id, b.id, NULL FROM claims a, claims b "
            "WHERE a.value = 3 AND b.ref = 'bound'",
            "other claim",
        ),
    ],
)
def test_what_was_altered_beside_the_claims_is_found(run, sql: str, about: str) -> None:
    Path("docs/claims.toml").write_text(SOURCED)
    assert run().bound == 1
    assert check(DB).flaws == ()
    with Ledger.reading(DB) as ledger:
        ((bound, _),) = ledger.bindings()
        names = {"document": ledger.cards()[0].id, "claim": bound, "other claim": claim(3).id}
    spoil(sql)
    code = "conflict" if about == "conflict" else "altered"
    assert (code, names.get(about, about)) in codes()


@pytest.mark.parametrize("row", [1, 2])
def test_a_log_that_was_rewritten_is_found(run, row: int) -> None:
    run()
    accept(DB, [claim(12).id], who())
    accept(DB, [claim(3).id], who())
    conn = sqlite3.connect(DB)
    trigger = conn.execute("SELECT sql FROM sqlite_schema WHERE name = 'decisions_stand'").fetchone()[0]
    with conn:
        conn.execute("DROP TRIGGER decisions_stand")
        conn.execute(f"UPDATE decisions SET curator = 'eve' WHERE seq = {row}")
        conn.execute(trigger)
    conn.close()
    assert ("log", f"log {row}") in codes()


def test_a_flipped_byte_is_found_wherever_it_falls(run) -> None:
    run()
    whole = DB.read_bytes()
    text = whole.index(b"hit a market")
    for place in (text, whole.index(b"norvian", 100)):
        DB.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert codes(), place


def test_a_cell_that_is_no_text_is_damage(run) -> None:
    run()
    whole = DB.read_bytes()
    place = whole.index(b"Norvia counts its dead")
    DB.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
    assert "damaged" in dict(codes())


def test_a_table_whose_name_is_no_text_is_damage(run) -> None:
    run()
    whole = DB.read_bytes()
    place = whole.index(b"CREATE TABLE claims")
    DB.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
    with pytest.raises(LedgerError, match="is damaged or cut short"):
        check(DB)


def test_a_text_that_a_newer_reader_reads_otherwise(run) -> None:
    run()
    with Ledger.writing(DB) as ledger, ledger.transaction():
        document = ledger.document("monday.txt")
        from truce_cli.model.record import replace

        older = replace(document, card=replace(document.card, reader="text/0"), text=document.text + "\nx")
        ledger.replace_document(older, rules_version=1)
    assert [code for code, _ in codes()] == ["reader"]


def test_claims_without_documents_and_figures_that_do_not_fit(run) -> None:
    Path("docs/claims.toml").write_text(
        TOLL.format(ref="later", value=10, day="2031-06-02")
        + TOLL.format(ref="sooner", value=12, day="2031-06-01")
        + TOLL.format(ref="part", value=11, day="2031-06-02").replace(
            "[[claim]]", "[[claim]]\nsubset_of = 'later'"
        )
        + '[[claim]]\nkind = "denial"\nref = "loose"\n'
    )
    run()
    found = dict(reversed(codes()))
    assert {"unanchored", "fall", "part_above_whole"} <= found.keys()
