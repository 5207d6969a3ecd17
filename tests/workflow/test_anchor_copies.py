"""A claims file may name a copy of an article: the same bytes under a path that was never ingested."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

CLAIM = """
[[claim]]
ref = "askerby"
kind = "toll"
document = "../kept/copy.txt"
quote = "{quote}"
claimant_slug = "norvian-ministry"
harm = "killed"
value = 12
side = "norvian"
measure = "incident"
"""


@pytest.fixture
def copied(here: Path) -> Path:
    """The first dispatch once more, beside the folder that is ingested."""
    (here / "kept").mkdir()
    (here / "claims").mkdir()
    shutil.copy("docs/monday.txt", "kept/copy.txt")
    return here


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_true_quote_binds_and_a_false_one_is_refused(copied: Path, run, dry_run: bool) -> None:
    Path("claims/claims.toml").write_text(
        CLAIM.format(quote="12 people were killed") + CLAIM.format(quote="no such words").replace("ask", "b")
    )
    report = run("docs", "claims", dry_run=dry_run)
    assert (report.added, report.bound, report.unanchored) == (1, 1, 0)
    assert [(why.path, why.line) for why in report.refusals] == [("claims/claims.toml", 13)]
    assert "its quote is not in" in str(report.refusals[0])


def test_a_copy_of_nothing_held_stays_unanchored(copied: Path, run, opened) -> None:
    Path("kept/copy.txt").write_text("Another article altogether.")
    Path("claims/claims.toml").write_text(CLAIM.format(quote="12 people were killed"))
    assert run("docs", "claims").unanchored == 1
    shutil.copy("docs/monday.txt", "kept/copy.txt")
    assert run("docs", "claims").anchored == 1, "the next run finds it"
    with opened() as ledger:
        assert ledger.claim_by_prefix("askerby").document == ledger.card("docs/monday.txt").id
