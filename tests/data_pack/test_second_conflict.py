"""The second shipped conflict: read whole, anchored, reconciled, and sound."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "data" / "israel-hezbollah-2023"


def truce(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    env.pop("TRUCE_DB", None)
    ran = subprocess.run(
        [sys.executable, "-m", "truce_cli", *args],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("second")
    said = truce(path, "ingest", str(PACK)).stderr
    assert "refused 0" in said and "curated 46 new" in said and "without their document" not in said
    return path


def test_the_ledger_is_sound(folder: Path) -> None:
    assert truce(folder, "check").stdout == ""


def test_documents_choose_their_conflict(tmp_path: Path) -> None:
    assert (
        "conflict: israel-hezbollah-2023, chosen by the names"
        in truce(tmp_path, "ingest", str(PACK / "docs")).stderr
    )


def test_tolls_by_side(folder: Path) -> None:
    rows = truce(
        folder, "tolls", "--status", "accepted", "--format", "csv", "--fields", "key,text,as_of,stance"
    ).stdout.splitlines()
    assert rows[1:] == [
        "lebanese/military/killed,not disclosed,2024-11-27,media",
        'lebanese/any/killed,"4,047",2024-12-04,own_side',
        "lebanese/any/killed/children,316,2024-12-04,own_side",
        "lebanese/any/killed/women,790,2024-12-04,own_side",
        'lebanese/any/injured,"16,638",2024-12-04,own_side',
        'lebanese/any/displaced,">1,200,000",2024-11-27,own_side',
        "israeli/military/killed,≥73,2024-11-27,own_side",
        "israeli/civilian/killed,45,2024-11-27,own_side",
        'israeli/any/displaced,"~60,000",2024-11-27,media',
    ]


def test_what_was_known_on_the_first_day(folder: Path) -> None:
    asked = (
        "--status accepted --known-on 2024-11-27 --side lebanese --harm killed --format csv --fields key,text"
    )
    ran = truce(folder, "tolls", *asked.split())
    assert ran.stdout.splitlines()[1:] == [
        "lebanese/military/killed,not disclosed",
        'lebanese/any/killed,"≥3,823"',
    ]


def test_deaths_that_a_ministry_adds_later_are_no_toll_of_the_truce(folder: Path) -> None:
    ran = truce(
        folder,
        "tolls",
        "--truce",
        "nov-27",
        "--status",
        "accepted",
        "--format",
        "csv",
        "--fields",
        "key,text",
    )
    assert "4,047" not in ran.stdout and "3,961" not in ran.stdout
    assert "lebanese/any/killed" in ran.stdout


def test_the_timeline_of_the_truce(folder: Path) -> None:
    asked = "--truce nov-27 --status accepted --format csv --fields at,kind,accuser_side,act"
    rows = truce(folder, "timeline", *asked.split()).stdout.splitlines()[1:]
    assert rows[:3] == [
        "2024-11-26,truce_event,,agreed",
        "2024-11-27T04:00+02:00,truce_event,,in_force",
        "2024-11-28,violation,lebanese,shelling",
    ]
    assert len(rows) == 14 and rows[-1] == "2025-01-27,violation,lebanese,attack"
    assert sum(row.split(",")[2] == "israeli" for row in rows) == 3
