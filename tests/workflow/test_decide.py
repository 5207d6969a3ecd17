"""Accepting, rejecting, retracting: what counts afterwards, under both clocks, and what the log says."""

from __future__ import annotations

from pathlib import Path

import pytest
from curating import DB, changes, claim, claims, figures, log, who

from truce_cli.errors import UsageError
from truce_cli.model.finding import Question
from truce_cli.store.log import first_break
from truce_cli.workflow import query
from truce_cli.workflow.decide import accept, reject, retract


def test_an_accepted_claim_counts_without_a_mark(run) -> None:
    run()
    twelve = claim(12)
    done = accept(DB, [twelve.id[:8]], who(why="checked"))
    assert (done.changed, done.same, done.act) == ((twelve.id,), (), 1)
    assert claim(12).status == "accepted"
    row = log()[0]
    assert (row.judgement.curator, row.judgement.why, row.act) == ("ben", "checked", 1)
    assert changes() == [("accept", "status", '"candidate"', '"accepted"')]
    again = accept(DB, [twelve.id], who())
    assert (again.changed, again.same, again.act) == ((), (twelve.id,), None)
    assert len(log()) == 1


def test_one_unknown_id_and_nothing_is_decided(run) -> None:
    run()
    with pytest.raises(UsageError, match="no claim 't-ffff'"):
        accept(DB, [claim(12).id, "t-ffff"], who())
    with pytest.raises(UsageError, match="name the claims"):
        accept(DB, [], who())
    assert log() == ()


def test_a_rejected_claim_leads_at_no_day_of_knowledge(run) -> None:
    run()
    assert "12" in figures() and "12" in figures(known_on="2031-06-02")
    reject(DB, [claim(12).id], who("reject", why="rumour"))
    for known_on in (None, "2031-06-02", "2099-01-01"):
        assert "12" not in figures(known_on=known_on)
    assert [one.value for one in claims(statuses=("rejected",))] == [12]


def test_a_retracted_claim_stands_before_its_retraction(run) -> None:
    run()
    retract(DB, [claim(12).id], who("retract"), day="2031-06-10")
    assert "12" not in figures()
    assert "12" in figures(known_on="2031-06-09")
    assert "12" not in figures(known_on="2031-06-10")
    assert [(one.value, one.retracted_from) for one in claims(statuses=("retracted",))] == [
        (12, "2031-06-10")
    ]
    assert changes() == [
        ("retract", "status", '"candidate"', '"retracted"'),
        ("retract", "retracted_from", "null", '"2031-06-10"'),
    ]
    assert {row.act for row in log()} == {1}
    assert first_break(log()) is None


def test_the_day_may_come_from_a_document(run) -> None:
    run()
    retract(DB, [claim(12).id], who("retract", why="corrected"), day="2099-01-01", document="tuesday.txt")
    assert claim(12).retracted_from == "2031-06-03"
    assert "(document " in (log()[0].judgement.why or "")


def test_a_document_without_a_day_says_none(run) -> None:
    run()
    run("-", stdin=b"In Norvia 4 people were killed.")
    undated = claim(4).document or ""
    with pytest.raises(UsageError, match="has no publication day; say the day with --on"):
        retract(DB, [claim(12).id], who("retract"), day="2031-06-10", document=undated)
    assert claim(12).status == "candidate"


ECHO = """Norvia repeats itself

HALDEN, June 3, 2031 - The Norvian defence ministry said 12 people were killed near Askerby on Sunday.
"""
CURATED = """
[[claim]]
kind = "toll"
ref = "{name}"
document = "{name}.txt"
quote = "12 people were killed"
claimant_slug = "norvian-ministry"
harm = "killed"
value = 12
side = "norvian"
measure = "cumulative"
"""


def test_a_source_withdraws_its_figure_not_one_article(run) -> None:
    Path("docs/echo.txt").write_text(ECHO)
    Path("docs/claims.toml").write_text(CURATED.format(name="monday") + CURATED.format(name="echo"))
    run()
    done = retract(DB, ["monday"], who("retract"), day="2031-06-10")
    assert len(done.changed) == 2 and "also retracted" in done.notes[1]
    assert "12" not in figures() and "12" in figures(known_on="2031-06-09")


def test_one_article_alone_can_be_retracted(run) -> None:
    Path("docs/echo.txt").write_text(ECHO)
    Path("docs/claims.toml").write_text(CURATED.format(name="monday") + CURATED.format(name="echo"))
    run()
    done = retract(DB, ["monday"], who("retract"), day="2031-06-10", echoes=False)
    assert len(done.changed) == 1
    assert "12" in figures()


def test_an_echo_published_after_the_retraction_stands(run) -> None:
    Path("docs/echo.txt").write_text(ECHO)
    Path("docs/claims.toml").write_text(CURATED.format(name="monday") + CURATED.format(name="echo"))
    run()
    retract(DB, ["monday"], who("retract"), day="2031-06-02")
    assert claims(statuses=("retracted",))[0].ref == "monday" and "12" in figures()


def test_a_decision_on_a_bound_proposal_says_who_counts(run) -> None:
    Path("docs/claims.toml").write_text(CURATED.format(name="monday"))
    run()
    bound = next(one for one in claims(bound=True) if one.value == 12 and one.entry == "extracted")
    done = reject(DB, [bound.id], who("reject"))
    assert "is led by the curated" in done.notes[0]
    assert "12" in figures()


def test_a_rejected_curated_claim_does_not_come_back_as_a_proposal(run) -> None:
    Path("docs/claims.toml").write_text(CURATED.format(name="monday"))
    run()
    reject(DB, ["monday"], who("reject"))
    assert "12" not in figures()
    assert query.tolls(DB, Question(known_on="2031-06-02")).table.rows
