"""Ingest of articles: what is stored, what is counted, what is refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from truce_cli.errors import DiskError, LedgerError, UsageError
from truce_cli.extract import engine
from truce_cli.store.ledger import Ledger
from truce_cli.workflow import articles, chunks, inputs
from truce_cli.workflow.report import IngestReport


def counts(report: IngestReport) -> dict[str, int]:
    names = ("found", "stored", "unchanged", "duplicate", "skipped", "refused", "proposed")
    return {name: getattr(report, name) for name in names if getattr(report, name)}


def contents() -> list[object]:
    """Every row that an ingest writes, times of files apart."""
    with Ledger.reading(Path("truce.db")) as ledger:
        return [ledger.cards(), ledger.claims(bound=True), ledger.log(), ledger.bindings(), ledger.actors()]


def test_a_folder_is_taken_in(run, opened) -> None:
    report = run()
    assert counts(report) == {"found": 3, "stored": 3, "proposed": 3}
    assert (report.conflict, report.conflict_how) == ("norvia-2031", "named by docs/conflict.toml")
    assert report.created and not report.dry_run
    with opened() as ledger:
        assert [card.path for card in ledger.cards()] == ["docs/monday.txt", "docs/tuesday.txt"]
        assert [claim.value for claim in ledger.claims()] == [12, 3, 7]
        for claim in ledger.claims():
            assert ledger.document(claim.document or "").text[claim.start : claim.end] == claim.quote
        monday = ledger.card("docs/monday.txt")
        assert ledger.original(monday.id) == Path("docs/monday.txt").read_bytes()
        assert ledger.conflict().data == Path("docs/conflict.toml").read_bytes()


def test_a_second_run_changes_nothing(run) -> None:
    run()
    before, rows = Path("truce.db").read_bytes(), contents()
    assert counts(run()) == {"found": 3, "unchanged": 3}
    assert contents() == rows
    assert len(Path("truce.db").read_bytes()) == len(before)


def test_unchanged_files_are_not_opened(run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was opened"))
    assert counts(run()) == {"found": 3, "unchanged": 3}


def test_rehash_opens_them_and_finds_a_quiet_change(run) -> None:
    run()
    path = Path("docs/tuesday.txt")
    times = path.stat()
    path.write_text(path.read_text().replace("7 people", "9 people"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert counts(run()) == {"found": 3, "unchanged": 3}
    assert counts(run(rehash=True)) == {"found": 3, "stored": 1, "unchanged": 2, "proposed": 1}
    assert counts(run(rehash=True)) == {"found": 3, "unchanged": 3}


def test_a_touched_file_is_unchanged(run, opened) -> None:
    run()
    os.utime("docs/tuesday.txt", ns=(1, 1))
    assert counts(run()) == {"found": 3, "unchanged": 3}
    with opened() as ledger:
        seen = ledger.file("docs/tuesday.txt")
        assert seen is not None and seen.mtime_ns == 1


def test_new_bytes_under_a_path_are_a_new_document(run, opened) -> None:
    run()
    Path("docs/tuesday.txt").write_text("Correction. Sudland said 8 people were killed in Norvia.\n")
    assert counts(run()) == {"found": 3, "stored": 1, "unchanged": 2, "proposed": 1}
    with opened() as ledger:
        assert [card.path for card in ledger.cards()] == ["docs/monday.txt"] + ["docs/tuesday.txt"] * 2


def test_the_same_bytes_elsewhere_are_a_duplicate(run) -> None:
    shutil.copy("docs/monday.txt", "docs/again.txt")
    assert counts(run()) == {"found": 4, "stored": 3, "duplicate": 1, "proposed": 3}
    shutil.copy("docs/monday.txt", "docs/zz.txt")
    assert counts(run()) == {"found": 5, "unchanged": 4, "duplicate": 1}
    assert counts(run()) == {"found": 5, "unchanged": 5}
    assert counts(run("docs/monday.txt", "docs/monday.txt")) == {"found": 2, "unchanged": 2}


def test_a_ledger_and_its_documents_may_move_together(
    run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    (here / "away").mkdir()
    for name in ("docs", "truce.db"):
        shutil.move(here / name, here / "away" / name)
    monkeypatch.chdir(here / "away")
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was opened"))
    assert counts(run("./docs/")) == {"found": 3, "unchanged": 3}


def test_one_bad_file_is_one_line_and_the_rest_goes_on(run) -> None:
    Path("docs/a-empty.txt").write_bytes(b"")
    Path("docs/b-binary.txt").write_bytes(bytes(range(256)) * 20)
    Path("docs/c-claims.toml").write_text('[[claim]]\nkind = "toll\n')
    Path("docs/d-link.txt").symlink_to("nowhere.txt")
    Path("docs/e-folder.txt").mkdir()
    Path("docs/README.md").write_text("about")
    report = run()
    assert counts(report) == {"found": 8, "stored": 3, "skipped": 1, "refused": 4, "proposed": 3}
    lines = [str(refusal) for refusal in report.refusals]
    assert len(lines) == 4
    assert [line.split(":")[0] for line in sorted(lines)] == [
        "docs/a-empty.txt",
        "docs/b-binary.txt",
        "docs/c-claims.toml",
        "docs/d-link.txt",
    ]
    assert any(line.startswith("docs/c-claims.toml:2") for line in lines)
    assert counts(run()) == {"found": 8, "unchanged": 3, "skipped": 1, "refused": 4}


def test_a_file_that_vanishes_is_refused(run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = Path.read_bytes

    def vanish(path: Path) -> bytes:
        if path.name == "monday.txt":
            raise FileNotFoundError(2, "No such file or directory")
        return good(path)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    report = run()
    assert [str(refusal) for refusal in report.refusals] == [
        "docs/monday.txt: cannot be read: No such file or directory"
    ]
    assert counts(report) == {"found": 3, "stored": 2, "refused": 1, "proposed": 1}


def test_a_file_beyond_reason_is_not_opened(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_BYTES", 1000)
    with open("docs/sparse.txt", "wb") as file:  # noqa: PTH123
        file.truncate(5000)
    assert [str(refusal) for refusal in run().refusals] == [
        "docs/sparse.txt: holds 5,000 bytes; at most 1,000 are read as one document"
    ]


def test_rules_that_fail_on_one_document_refuse_it_alone(run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = engine.extract

    def sometimes(document, conflict):
        if "market" in document.text:
            raise ZeroDivisionError("division by zero")
        return good(document, conflict)

    monkeypatch.setattr(engine, "extract", sometimes)
    report = run()
    assert counts(report) == {"found": 3, "stored": 2, "refused": 1, "proposed": 2}
    assert str(report.refusals[0]) == (
        "docs/tuesday.txt: no claims can be drawn from it: a fault of ours "
        "(ZeroDivisionError: division by zero)"
    )


def test_batches_are_committed_as_they_fill(run, monkeypatch: pytest.MonkeyPatch, opened) -> None:
    monkeypatch.setattr(articles, "BATCH_DOCUMENTS", 2)
    monkeypatch.setattr(chunks, "CHUNK_ARTICLES", 2)
    for number in range(5):
        Path(f"docs/n{number}.txt").write_text(f"In Norvia {number} people were killed by Sudland.\n")
    good = engine.extract
    seen: list[str] = []

    def stops(document, conflict):
        if len(seen) == 5:
            raise KeyboardInterrupt
        seen.append(document.card.path)
        return good(document, conflict)

    monkeypatch.setattr(engine, "extract", stops)
    with pytest.raises(KeyboardInterrupt):
        run()
    with opened() as ledger:
        assert len(ledger.cards()) == 4
    monkeypatch.setattr(engine, "extract", good)
    assert counts(run()) == {"found": 8, "stored": 3, "unchanged": 5, "proposed": 3}


def test_an_interrupted_first_run_leaves_no_ledger(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(document, conflict):
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "extract", stops)
    with pytest.raises(KeyboardInterrupt):
        run()
    assert {path.name for path in Path().iterdir()} == {"docs"}


def test_a_dry_run_counts_the_same_and_writes_nothing(run) -> None:
    tried = run(dry_run=True)
    assert not Path("truce.db").exists()
    assert tried.dry_run and counts(tried) == counts(run())
    before = Path("truce.db").read_bytes()
    Path("docs/more.txt").write_text("In Norvia 2 people were killed.\n")
    tried = run(dry_run=True)
    assert Path("truce.db").read_bytes() == before
    assert counts(tried) == {"found": 4, "stored": 1, "unchanged": 3, "proposed": 1} == counts(run())


def test_progress_names_every_article(run) -> None:
    told: list[tuple[int, int, str]] = []
    run(progress=lambda *what: told.append(what))
    assert told == [(1, 2, "docs/monday.txt"), (2, 2, "docs/tuesday.txt")]


def test_standard_input_is_an_article(run, opened) -> None:
    run("docs/conflict.toml")
    report = run("-", stdin=b"In Norvia 4 people were killed.", published="2031-06-05", outlet="The Norvian")
    assert counts(report) == {"found": 1, "stored": 1, "proposed": 1}
    with opened() as ledger:
        card = ledger.cards()[0]
        assert (card.path, card.published, card.published_basis, card.outlet) == (
            "-",
            "2031-06-05",
            "given",
            "The Norvian",
        )
    again = run("-", stdin=b"In Norvia 4 people were killed.", published="2031-06-06")
    assert counts(again) == {"found": 1, "unchanged": 1}
    assert again.notes == ("the article is held already: its date and outlet stay as they are",)
    assert counts(run("-", stdin=b"")) == {"found": 1, "refused": 1}


def test_a_given_date_is_for_one_article(run) -> None:
    with pytest.raises(UsageError, match="these paths hold 2"):
        run(published="2031-06-05")


def test_nothing_to_ingest(run) -> None:
    with pytest.raises(UsageError, match="name the files or folders"):
        run_nothing()
    with pytest.raises(UsageError, match=r"no ledger at truce\.db to read again"):
        run(again=True)


def run_nothing() -> None:
    from truce_cli.workflow.ingest import ingest

    ingest([], Path("truce.db"), curator="ana", now="2031-06-04T10:00:00Z")


def test_a_missing_path_is_refused_and_no_ledger_made(run) -> None:
    report = run("nowhere", "docs/gone.txt")
    assert counts(report) == {"found": 2, "refused": 2}
    assert report.conflict is None
    assert not Path("truce.db").exists()


def test_the_ledger_among_its_documents_is_skipped(run) -> None:
    run()
    report = run(".")
    assert counts(report) == {"found": 4, "unchanged": 3, "skipped": 1}


@pytest.mark.parametrize("bytes_", [b"", b"not a database at all, just words " * 9])
def test_what_is_no_ledger_is_left_alone(run, bytes_: bytes) -> None:
    Path("truce.db").write_bytes(bytes_)
    with pytest.raises(LedgerError):
        run()
    assert Path("truce.db").read_bytes() == bytes_


def test_a_name_that_is_no_utf8_is_kept_readable(run, opened) -> None:
    name = os.fsdecode(b"docs/caf\xe9.txt")
    Path(name).write_text("In Norvia 2 people were killed.\n")
    assert counts(run()) == {"found": 4, "stored": 4, "proposed": 4}
    assert counts(run()) == {"found": 4, "unchanged": 4}
    with opened() as ledger:
        assert "docs/caf\\xe9.txt" in [card.path for card in ledger.cards()]


def test_a_folder_that_cannot_be_written_is_a_disk_error(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "move", refuse)
    with pytest.raises(DiskError, match="Permission denied"):
        run()
    assert {path.name for path in Path().iterdir()} == {"docs"}


def test_a_time_as_young_as_the_run_is_not_trusted(run) -> None:
    """A file written again within one tick of the clock keeps its size and its time."""
    path, noon = Path("docs/tuesday.txt"), 1_900_000_000
    for file in Path("docs").iterdir():
        os.utime(file, ns=(0, noon * 10**9))
    run(now="2030-03-17T17:46:40Z")  # that very second
    path.write_text(path.read_text().replace("7 people", "9 people"))
    os.utime(path, ns=(0, noon * 10**9))
    later = {"now": "2030-03-18T00:00:00Z"}
    assert counts(run(**later)) == {"found": 3, "stored": 1, "unchanged": 2, "proposed": 1}
    assert counts(run(**later)) == {"found": 3, "unchanged": 3}
