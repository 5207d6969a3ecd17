"""The ledger for Python programs: the same answers as the command line's, typed, and no cost to it."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from truce_cli import Ledger
from truce_cli.errors import LedgerError, TruceError, UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry, Tally

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data" / "nagorno-karabakh-2020"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("api") / "truce.db"
    ledger = Ledger.open(path, create=True)
    report = ledger.ingest([DATA], curator="ana")
    assert report.created and report.adds_up and not report.refusals
    return ledger


def printed(ledger: Ledger, *args: str) -> list[dict[str, object]]:
    """The rows that the command line prints."""
    ran = subprocess.run(
        [sys.executable, "-m", "truce_cli", "--db", str(ledger.path), *args, "--format", "json", "--quiet"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        check=True,
    )
    rows: list[dict[str, object]] = json.loads(ran.stdout)
    return rows


def test_answers_are_the_commands_own(ledger: Ledger) -> None:
    for answer, command in (
        (ledger.tolls(), "tolls"),
        (ledger.tolls(by="side"), "tolls --by side"),
        (
            ledger.tolls(by=["month", "claimant"], side="both"),
            "tolls --by month,claimant --side both",
        ),
        (ledger.tolls(as_of=date(2020, 10, 14), harm="killed"), "tolls --as-of 2020-10-14 --harm killed"),
        (ledger.tolls(min_grade="single-source", derived=True), "tolls --min-grade single-source --derived"),
        (ledger.series(side="armenian"), "tolls --series --side armenian"),
        (ledger.timeline(truce="oct-10"), "timeline --truce oct-10"),
        (
            ledger.timeline(since="2020-10-14", kind="violation"),
            "timeline --since 2020-10-14 --kind violation",
        ),
        (ledger.truces(), "truces"),
        (ledger.violations(truce="oct-18"), "violations --truce oct-18"),
        (ledger.claims(kind="toll", side="armenian"), "claims --kind toll --side armenian"),
        (ledger.claims(status="all"), "claims --status all"),
        (ledger.documents(), "documents"),
    ):
        assert len(answer) > 0
        assert json.loads(json.dumps(answer.to_dicts())) == printed(ledger, *command.split()), command


def test_answers_hold_frozen_dataclasses(ledger: Ledger) -> None:
    tally, entry, claim = ledger.tolls()[0], ledger.timeline()[0], ledger.claims()[0]
    assert (type(tally), type(entry), type(claim)) == (Tally, Entry, Claim)
    assert (tally.key, tally.value, tally.claimant) == ("armenian/military/killed", 974, "Nagorno-Karabakh")
    with pytest.raises(AttributeError):
        tally.value = 1  # type: ignore[misc]
    # the standard library's own tools work on them
    assert dataclasses.asdict(claim)["id"] == claim.id
    assert dataclasses.replace(claim, note="x").note == "x"
    assert {field.name for field in dataclasses.fields(tally)} > {"key", "low", "earlier"}
    assert len(ledger.claims()[:3]) == 3 and claim in ledger.claims()


def test_an_answer_tells_its_scope_and_problems(ledger: Ledger) -> None:
    answer = ledger.tolls()
    assert "left out: 2 other war" in answer.scope and answer.scope in repr(answer)
    assert any(problem.id == "p-ddfa545f" for problem in answer.problems)
    assert ledger.why("armenian/military/killed").text == "974"
    assert ledger.status().claims == 119


def test_a_frame_has_the_rows_and_whole_numbers(ledger: Ledger) -> None:
    pandas = pytest.importorskip("pandas")
    frame = ledger.tolls().to_frame()
    assert list(frame.columns) == list(ledger.tolls().to_dicts()[0])
    assert frame["value"].dtype == pandas.Int64Dtype() and frame["value"].isna().any()
    assert frame["value"].sum() == sum(tally.value or 0 for tally in ledger.tolls())
    nothing = ledger.tolls(side="both", victims="military").to_frame()
    assert len(nothing) == 0 and list(nothing.columns) == list(frame.columns)


def test_without_pandas_a_frame_says_what_it_needs(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(TruceError, match="to_frame needs pandas; install it, or use to_dicts"):
        ledger.tolls().to_frame()


def test_mistakes_raise_what_the_command_line_says(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger.open(tmp_path / "none.db")
    with pytest.raises(UsageError, match="did you mean armenian"):
        ledger.tolls(side="armenain")
    with pytest.raises(UsageError, match="no grouping 'moth'; did you mean month"):
        ledger.tolls(by="moth")
    with pytest.raises(UsageError, match="as_of: '14 October' is no day; write it as 2020-10-18"):
        ledger.tolls(as_of="14 October")
    report = Ledger.open(tmp_path / "new.db", create=True).ingest(
        tmp_path / "nothing.txt", conflict=DATA.name
    )
    assert len(report.refusals) == 1 and report.found == report.refused == 1


def test_a_single_article_and_a_dry_run(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("YEREVAN, October 12. Armenia said 22 civilians had been killed in Stepanakert.")
    ledger = Ledger.open(tmp_path / "one.db", create=True)
    tried = ledger.ingest(article, published=date(2020, 10, 12), outlet="Wire", dry_run=True)
    assert tried.stored == 1 and not ledger.path.exists()
    seen: list[tuple[int, int]] = []
    ledger.ingest(
        str(article),
        published="2020-10-12",
        outlet="Wire",
        progress=lambda done, total, _: seen.append((done, total)),
    )
    assert seen[-1] == (1, 1)
    assert [(card.outlet, card.published) for card in ledger.documents()] == [("Wire", "2020-10-12")]
    assert repr(ledger) == f"Ledger({str(ledger.path)!r})"


SNIPPET = """
from datetime import date
from truce_cli import Answer, Ledger
from truce_cli.model.finding import Tally

ledger = Ledger.open("truce.db")
tolls: Answer[Tally] = ledger.tolls(by=["side", "month"], as_of=date(2020, 10, 14))
total: int = sum(tally.value or 0 for tally in tolls)
name: str | None = ledger.claims(kind="toll")[0].claimant
words: list[str] = [entry.text for entry in ledger.timeline(truce="oct-10")[:3]]
rows: list[dict[str, object]] = tolls.to_dicts()
stored: int = ledger.ingest(["docs"], curator="ana").stored
"""


def mypy(code: str, folder: Path) -> str:
    file = folder / "snippet.py"
    file.write_text(code)
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", f"--cache-dir={folder}", str(file)],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    return ran.stdout + ran.stderr


def test_a_users_snippet_is_typed(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    assert mypy(SNIPPET, tmp_path) == ""
    wrong = mypy(SNIPPET + "ledger.tolls(sides='armenian')\nbad: int = tolls[0].key\n", tmp_path)
    assert wrong.count("error:") == 2, "the types are seen: py.typed is in the package"


def test_no_such_name() -> None:
    import truce_cli

    with pytest.raises(AttributeError, match="no attribute 'Ledgre'"):
        _ = truce_cli.Ledgre  # type: ignore[attr-defined]
