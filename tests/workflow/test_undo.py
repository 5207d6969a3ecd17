"""Undoing: the reverse is added, the state goes back, and what was decided since is not trampled on."""

from __future__ import annotations

from pathlib import Path

import pytest
from curating import DB, changes, claim, claims, log, who

from truce_cli.errors import UsageError
from truce_cli.store.log import decided, first_break
from truce_cli.workflow.add import prepare, save
from truce_cli.workflow.decide import accept, reject, retract
from truce_cli.workflow.edit import edit
from truce_cli.workflow.judgements import judge
from truce_cli.workflow.undo import undo


def test_the_last_act_goes_back_whole(run) -> None:
    run()
    before = claims()
    accept(DB, [claim(3).id], who())
    accepted = claims()
    retract(DB, [one.id for one in before], who("retract"), day="2031-06-10")
    done = undo(DB, None, who("undo"))
    assert claims() == accepted and len(done.changed) == 3
    assert first_break(log()) is None
    undo(DB, None, who("undo"))
    assert claims() == before
    with pytest.raises(UsageError, match="nothing of ben to undo"):
        undo(DB, None, who("undo"))


def test_only_ones_own_act_is_the_last_one(run) -> None:
    run()
    accept(DB, [claim(3).id], who())
    accept(DB, [claim(12).id], who(curator="ana"))
    undo(DB, None, who("undo"))
    assert (claim(3).status, claim(12).status) == ("candidate", "accepted")
    undo(DB, claim(12).id, who("undo"))
    assert claim(12).status == "candidate"


def test_what_was_decided_since_must_go_first(run) -> None:
    run()
    accept(DB, [claim(3).id], who())
    reject(DB, [claim(3).id], who("reject"))
    with pytest.raises(UsageError, match=r"status of t-\w+ was changed since; undo that first"):
        undo(DB, "1", who("undo"))
    undo(DB, "2", who("undo"))
    undo(DB, "1", who("undo"))
    assert claim(3).status == "candidate"
    with pytest.raises(UsageError, match="log 1 is undone already"):
        undo(DB, "1", who("undo"))
    with pytest.raises(UsageError, match="the log has no row 99"):
        undo(DB, "99", who("undo"))


def test_an_undoing_can_be_undone(run) -> None:
    run()
    edit(DB, [claim(3).id], {"place": "Halden"}, who("edit"))
    undo(DB, None, who("undo"))
    assert claim(3).place is None and decided(log()) == {}
    undo(DB, "2", who("undo"))
    assert claim(3).place == "Halden"
    assert decided(log()) == {"place": "Halden"}


def test_an_undone_edit_is_the_files_again(run) -> None:
    run()
    edit(DB, [claim(3).id], {"place": "Halden"}, who("edit"))
    undo(DB, None, who("undo"))
    run("docs/conflict.toml", again=True)
    assert claim(3).place is None


def test_what_a_file_says_is_not_undone_here(run) -> None:
    path = Path("docs/claims.toml")
    path.write_text('[[claim]]\nkind = "denial"\nref = "x"\nnote = "one"\n')
    run()
    path.write_text('[[claim]]\nkind = "denial"\nref = "x"\nnote = "two"\n')
    run()
    with pytest.raises(UsageError, match="nothing of ana to undo"):
        undo(DB, None, who("undo", curator="ana"))
    with pytest.raises(UsageError, match="change it there"):
        undo(DB, "2", who("undo", curator="ana"))
    with pytest.raises(UsageError, match="came from a claims file"):
        undo(DB, "1", who("undo", curator="ana"))


def test_an_added_claim_is_taken_back_and_can_come_again(run) -> None:
    run()
    given = {"side": "norvian", "harm": "killed", "value": "44", "measure": "incident"}
    added = save(DB, prepare(DB, "toll", given, today="2031-06-05", base=None), who("add"))
    whole = claim(44)
    undo(DB, None, who("undo"))
    assert added.id not in {one.id for one in claims()}
    assert changes() == []
    undo(DB, "2", who("undo"))
    assert claim(44) == whole


def test_a_judgement_on_two_goes_back(run, opened) -> None:
    run()
    three, twelve = claim(3).id, claim(12).id
    judge(DB, [three, twelve], "same", who("same"))
    judge(DB, [twelve, three], "different", who("different"))
    with pytest.raises(UsageError, match="was changed since"):
        undo(DB, "1", who("undo"))
    undo(DB, None, who("undo"))
    with opened() as ledger:
        from truce_cli.store.log import pairs

        assert set(pairs(ledger.pair_rows()).values()) == {"same"}
    undo(DB, None, who("undo"))
    with opened() as ledger:
        assert pairs(ledger.pair_rows()) == {}


def test_what_was_decided_on_a_claim_that_is_taken_back(run) -> None:
    run()
    given = {"side": "norvian", "harm": "killed", "value": "44", "measure": "incident"}
    added = save(DB, prepare(DB, "toll", given, today="2031-06-05", base=None), who("add"))
    edit(DB, [added.id], {"place": "Halden"}, who("edit"))
    undo(DB, "1", who("undo"))
    with pytest.raises(UsageError, match="is no longer here; nothing to undo on it"):
        undo(DB, "2", who("undo"))
