"""Editing: the same checks as in a claims file, quotes found, documents read anew with what was corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from curating import DB, changes, claim, claims, log, who

from truce_cli.errors import UsageError
from truce_cli.store.ledger import Ledger
from truce_cli.workflow.decide import accept
from truce_cli.workflow.edit import edit
from truce_cli.workflow.undo import undo


def test_a_figure_brings_its_bounds(run) -> None:
    run()
    id_ = claim(3).id
    edit(DB, [id_], {"value": "5", "qualifier": "more_than"}, who("edit", why="says more than"))
    after = next(one for one in claims() if one.id == id_)
    assert (after.low, after.value, after.high, after.qualifier) == (5, 5, None, "more_than")
    assert {row.judgement.why for row in log()} == {"says more than"}
    edit(DB, [id_], {"low": "5", "high": "9"}, who("edit"))
    after = next(one for one in claims() if one.id == id_)
    assert (after.low, after.value, after.high, after.qualifier) == (5, None, 9, "range")


def test_several_claims_at_once_and_a_field_emptied(run) -> None:
    run()
    ids = [claim(3).id, claim(12).id]
    edit(DB, ids, {"place": "Halden", "victims": "civilian"}, who("edit"))
    assert [(one.place, one.victims) for one in claims()][:2] == [("Halden", "civilian")] * 2
    done = edit(DB, ids, {"place": ""}, who("edit"))
    assert [one.place for one in claims()][:2] == [None, None] and done.changed == tuple(ids)


def test_a_quote_is_found_in_its_document(run, opened) -> None:
    run()
    id_ = claim(12).id
    edit(DB, [id_], {"quote": "12 people were killed near Askerby"}, who("edit"))
    with opened() as ledger:
        kept = ledger.kept([id_])[id_].claim
        assert ledger.text(kept.document or "")[kept.start : kept.end] == "12 people were killed near Askerby"
    with pytest.raises(UsageError, match="its quote is not in"):
        edit(DB, [id_], {"quote": "13 people"}, who("edit"))
    run("docs/conflict.toml", again=True)
    with opened() as ledger:
        kept = ledger.kept([id_])[id_].claim
        assert ledger.text(kept.document or "")[kept.start : kept.end] == "12 people were killed near Askerby"


def test_a_claim_that_is_pointed_at_must_be_here(run) -> None:
    run()
    edit(DB, [claim(3).id], {"subset_of": claim(12).id[:9]}, who("edit"))
    assert claim(3).subset_of == claim(12).id
    with pytest.raises(UsageError, match="no claim 't-ffffff'"):
        edit(DB, [claim(3).id], {"subset_of": "t-ffffff"}, who("edit"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            {"victims": "civillian"},
            "victims: 'civillian' is not one of military, civilian, any; did you mean",
        ),
        ({"victms": "civilian"}, "victms: no such field; did you mean victims?"),
        ({"value": "many"}, "value: 'many' is no count; write digits only, such as 1204"),
        ({"low": "9", "high": "2"}, "low: 9 is above high, 2"),
        ({"as_of": "2031-02-30"}, "as_of: '2031-02-30' is no day of the calendar"),
        ({"side": "norvia"}, "side: 'norvia' is not one of norvian, sudlander, both, unknown; did you mean"),
        ({"status": "accepted"}, "status: use accept, reject or retract"),
        ({"kind": "denial"}, "kind: a claim never changes its kind; reject it and add another"),
        ({"id": "t-0000000000000000"}, "id: an id is never edited"),
        ({"rule": "mine"}, "rule: the rule that proposed a claim is never edited"),
        ({"accused": "Sudland"}, "accused: is no field of a claim of kind toll, but of violation"),
        ({"harm": ""}, "harm: is missing; one of killed"),
        ({}, "say what to change"),
    ],
)
def test_what_does_not_fit_changes_nothing(run, written: dict[str, str], message: str) -> None:
    run()
    before = claims()
    with pytest.raises(UsageError) as refused:
        edit(DB, [claim(3).id], written, who("edit"))
    assert message in str(refused.value)
    assert claims() == before and log() == ()


def test_a_document_that_was_corrected_is_read_anew(run, opened) -> None:
    run()
    accept(DB, [claim(12).id], who())
    done = edit(DB, ["docs/monday.txt"], {"published": "2031-06-01", "outlet": "Halden Post"}, who("edit"))
    assert done.notes == ("read again: 2 claims stand, 0 of them new, 0 proposals withdrawn",)
    with opened() as ledger:
        card = ledger.card("docs/monday.txt")
        assert (card.published, card.published_basis, card.outlet) == ("2031-06-01", "given", "Halden Post")
    assert claim(12).status == "accepted"
    run("docs/conflict.toml", again=True)
    with opened() as ledger:
        assert ledger.card("docs/monday.txt").published == "2031-06-01"
    undo(DB, None, who("undo"))
    with opened() as ledger:
        card = ledger.card("docs/monday.txt")
        assert (card.published, card.published_basis) == ("2031-06-02", "dateline")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"published": "2031-06"}, "published: '2031-06' is not a day; write it as 2020-10-10"),
        ({"publised": "2031-06-01"}, "no field of a document 'publised'; did you mean published?"),
    ],
)
def test_a_document_has_few_fields(run, written: dict[str, str], message: str) -> None:
    run()
    with pytest.raises(UsageError) as refused:
        edit(DB, ["docs/monday.txt"], written, who("edit"))
    assert str(refused.value) == message


def test_a_document_held_elsewhere_is_corrected_too(run, opened) -> None:
    Path("docs/claims.toml").write_text(
        '[[document]]\ntitle = "Halden annals"\n[[claim]]\nkind = "denial"\ndocument = "Halden annals"\n'
    )
    run()
    edit(DB, ["Halden annals"], {"published": "2031-06-01"}, who("edit"))
    with opened() as ledger:
        assert ledger.card("Halden annals").published == "2031-06-01"
    assert changes()[-1] == ("edit", "published", "null", '"2031-06-01"')


def test_a_decision_made_while_a_document_is_read_again_stays(run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    from truce_cli.workflow import edit as module

    read, times = module.read_again, []

    def interrupted(ledger: Ledger, *rest):
        moved = read(ledger, *rest)
        if not times:
            accept(DB, [claim(12).id], who(curator="ana"))
        times.append(1)
        return moved

    monkeypatch.setattr(module, "read_again", interrupted)
    edit(DB, ["docs/monday.txt"], {"published": "2031-06-01"}, who("edit"))
    assert len(times) == 2 and claim(12).status == "accepted"


def test_a_proposal_that_lacks_what_a_person_must_give_is_checked_where_it_is_edited() -> None:
    from truce_cli.errors import InputRefused
    from truce_cli.model.claim import Claim
    from truce_cli.model.conflict import Conflict
    from truce_cli.read.edited import edited_claim

    conflict = Conflict(slug="n", name="N", timezone="UTC", began="2031-05-20")
    bare = Claim(id="v-0000000000000001", kind="violation")
    assert edited_claim(bare, {"place": "Halden", "relayed_by": "a; b"}, conflict).relayed_by == ("a", "b")
    assert edited_claim(bare, {"low": "3", "occurred": "2031-06-01", "act": "drone"}, conflict).low == 3
    with pytest.raises(InputRefused, match="basis: cannot be empty"):
        edited_claim(bare, {"basis": ""}, conflict)
