"""Two coders: one ledger taken into another, decisions interleaved, agreement measured, nothing overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from counting import dear
from curating import DB, claim, claims, log, who
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.store.ledger import Ledger
from truce_cli.store.log import first_break
from truce_cli.workflow.add import prepare, save
from truce_cli.workflow.agreement import kappa, share_agreed
from truce_cli.workflow.check import check
from truce_cli.workflow.decide import accept, reject
from truce_cli.workflow.edit import edit
from truce_cli.workflow.judgements import judge
from truce_cli.workflow.log import log as shown_log
from truce_cli.workflow.review import ReviewWanted, item, queue

OTHER = Path("other.db")


def ben(command: str, now: str = "2031-06-06T08:00:00Z"):
    return who(command, curator="ben", now=now)


def ana(command: str, now: str = "2031-06-05T08:00:00Z"):
    return who(command, curator="ana", now=now)


@pytest.fixture
def two(run):
    """Two ledgers of the same documents."""
    run()
    shutil.copy(DB, OTHER)

    def merge():
        report = run("other.db")
        return report, report.merges[0]

    return merge


def test_what_the_other_has_comes_in(two) -> None:
    accept(OTHER, [claim(3).id], ben("accept"))
    edit(OTHER, [claim(3).id], {"place": "Halden"}, ben("edit"))
    given = {"side": "norvian", "harm": "killed", "value": "44", "measure": "incident"}
    save(OTHER, prepare(OTHER, "toll", given, today="2031-06-06", base=None), ben("add"))
    report, merged = two()
    assert (merged.documents, merged.claims, merged.decisions, report.stored) == (0, 1, 3, 1)
    assert claims() == claims(OTHER)
    assert [row.judgement for row in log()] == [row.judgement for row in log(OTHER)]
    assert first_break(log()) is None and all(row.origin for row in log())
    report, merged = two()
    assert (merged.decisions, merged.claims, report.unchanged) == (0, 0, 1)


def test_a_new_document_comes_with_its_original(two, run) -> None:
    Path("docs/wednesday.txt").write_text("HALDEN, June 4, 2031 - Norvia said 9 people were killed.\n")
    from truce_cli.workflow.ingest import ingest

    ingest(["docs/wednesday.txt"], OTHER, curator="ben", now="2031-06-06T08:00:00Z")
    _, merged = two()
    assert (merged.documents, merged.claims) == (1, 1)
    with Ledger.reading(DB) as ledger:
        card = ledger.card("wednesday.txt")
        assert ledger.original(card.id) == Path("docs/wednesday.txt").read_bytes()
    assert check(DB).flaws == ()


def test_a_correction_of_a_document_comes_too(two) -> None:
    edit(OTHER, ["docs/monday.txt"], {"published": "2031-06-01"}, ben("edit"))
    two()
    with Ledger.reading(DB) as ledger:
        assert ledger.card("docs/monday.txt").published == "2031-06-01"
    assert check(DB).flaws == ()


def test_ours_stays_where_two_disagree_until_somebody_reviews_it(two) -> None:
    three, seven, twelve = claim(3).id, claim(7).id, claim(12).id
    accept(DB, [three, seven], ana("accept"))
    reject(DB, [twelve], ana("reject"))
    accept(OTHER, [seven], ben("accept"))
    reject(OTHER, [three, twelve], ben("reject"))
    _, merged = two()
    assert (merged.judged, merged.agreed) == (3, 2)
    assert merged.kappa == pytest.approx(0.4)
    one = merged.disagreements[0]
    assert (one.claim, one.field, one.ours, one.theirs) == (three, "status", "accepted", "rejected")
    assert claim(3).status == "accepted" and check(DB).flaws == ()
    wanted = ReviewWanted(disagreements=True)
    assert queue(DB, wanted) == (three,)
    shown = item(DB, three, wanted)
    assert shown is not None and shown.disputes == merged.disagreements
    accept(DB, [three], ana("accept", "2031-06-07T08:00:00Z"))
    assert queue(DB, wanted) == () and item(DB, three, wanted) is None
    _, merged = two()
    assert merged.disagreements == () and claim(3).status == "accepted"


def test_our_decisions_survive_reading_again_after_a_merge(two, run) -> None:
    accept(DB, [claim(3).id], ana("accept"))
    edit(DB, [claim(3).id], {"place": "Halden"}, ana("edit"))
    edit(OTHER, [claim(3).id], {"place": "Torvik", "label": "dead"}, ben("edit"))
    two()
    assert (claim(3).place, claim(3).label) == ("Halden", "dead")
    run("docs", again=True)
    assert (claim(3).place, claim(3).label, claim(3).status) == ("Halden", "dead", "accepted")


def test_judgements_on_pairs_meet(two) -> None:
    pair = [claim(3).id, claim(12).id]
    judge(DB, pair, "same", ana("same"))
    judge(OTHER, pair, "different", ben("different"))
    judge(OTHER, [claim(3).id, claim(7).id], "different", ben("different"))
    two()
    from truce_cli.workflow.desk import opened

    with opened(DB) as desk:
        book = desk.book()
    assert (len(book.same), len(book.different)) == (1, 1)


def test_the_log_is_shown_by_time(two) -> None:
    accept(DB, [claim(3).id], ana("accept", "2031-06-07T08:00:00Z"))
    accept(OTHER, [claim(7).id], ben("accept", "2031-06-06T08:00:00Z"))
    two()
    assert [row.judgement.curator for row in shown_log(DB, None).rows] == ["ben", "ana"]


def test_another_war_is_refused_and_the_other_file_left_alone(two, run) -> None:
    docs = Path("far")
    docs.mkdir()
    text = Path("docs/conflict.toml").read_text().replace('slug = "norvia-2031"', 'slug = "far-2031"')
    (docs / "conflict.toml").write_text(text)
    OTHER.unlink()
    from truce_cli.workflow.ingest import ingest

    ingest(["far"], OTHER, curator="ben", now="2031-06-06T08:00:00Z")
    before = OTHER.read_bytes()
    report = run("other.db")
    assert "is about far-2031, and this ledger is about norvia-2031" in str(report.refusals[0])
    assert report.refused == 1 and OTHER.read_bytes() == before


def test_a_ledger_in_a_folder_is_skipped(two, run) -> None:
    shutil.move(OTHER, "docs/other.db")
    report = run()
    assert report.skipped == 1 and report.merges == ()


def test_an_empty_ledger_becomes_the_other(two) -> None:
    accept(OTHER, [claim(3).id], ben("accept"))
    DB.unlink()
    report, merged = two()
    assert report.created and merged.documents == 2
    assert claims() == claims(OTHER)


VERDICTS = st.sampled_from(["accepted", "rejected"])
CODED = st.dictionaries(st.integers(0, 30).map(str), VERDICTS)


@dear()
@given(CODED, CODED)
def test_kappa_is_symmetric_and_one_only_for_full_agreement(
    one: dict[str, str], other: dict[str, str]
) -> None:
    found = kappa(one, other)
    assert found == kappa(other, one)
    judged, agreed = share_agreed(one, other)
    if found is not None:
        assert -1 <= found <= 1
        assert (found == 1) == (judged == agreed)


def test_kappa_by_hand() -> None:
    one = {str(n): "accepted" if n < 30 else "rejected" for n in range(40)}
    other = {str(n): "accepted" if n < 28 else "rejected" for n in range(45)}
    assert share_agreed(one, other) == (40, 38)
    assert kappa(one, other) == pytest.approx(0.875)
    assert kappa({}, other) is None
    assert kappa({"a": "accepted"}, {"a": "accepted"}) is None
