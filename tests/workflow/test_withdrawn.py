"""A row that leaves its claims file is withdrawn: told, counted, logged, and back when the row is back."""

from __future__ import annotations

from pathlib import Path

from curating import DB, claims, figures, log, who

from truce_cli.workflow.decide import accept

TOLL = """
[[claim]]
ref = "{ref}"
kind = "toll"
claimant_slug = "norvian-ministry"
harm = "killed"
value = {value}
side = "norvian"
measure = "incident"
"""
FILE = Path("docs/claims.toml")


def written(*refs: str) -> None:
    values = {"a": 21, "b": 22}
    FILE.write_text("# claims\n" + "".join(TOLL.format(ref=ref, value=values[ref]) for ref in refs))


def test_a_row_that_is_gone_counts_no_more(run) -> None:
    written("a", "b")
    run()
    written("a")
    report = run()
    assert (report.gone, report.changed, report.same, report.stored) == (1, 0, 1, 1)
    assert [one.ref for one in claims(statuses=("rejected",))] == ["b"]
    assert "22" not in figures() and "21" in figures()
    row = log()[-1].judgement
    assert (row.action, row.field, row.new, row.why) == (
        "withdraw",
        "status",
        '"rejected"',
        "no longer in docs/claims.toml",
    )
    assert run().gone == 0
    written("a", "b")
    report = run()
    assert (report.gone, report.changed) == (0, 1) and "22" in figures()


def test_a_refused_row_is_not_gone(run) -> None:
    written("a", "b")
    run()
    FILE.write_text(FILE.read_text().replace("value = 22", 'value = "many"'))
    report = run()
    assert (report.gone, report.claims_refused) == (0, 1) and "22" in figures()


def test_a_row_may_move_to_another_file(run) -> None:
    written("a", "b")
    run()
    written("a")
    Path("docs/more.toml").write_text(TOLL.format(ref="b", value=22))
    report = run()
    assert report.gone == 0 and "22" in figures()


def test_a_claim_that_a_person_decided_on_stays(run) -> None:
    written("a", "b")
    run()
    from truce_cli.workflow.decide import reject

    reject(DB, ["b"], who("reject"))
    accept(DB, ["b"], who())
    written("a")
    report = run()
    assert report.gone == 0 and "22" in figures()
    assert "is gone from it, but was decided here and stays" in report.notes[0]
