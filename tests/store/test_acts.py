"""Acts in the log: grouped, undone, merged; judgements on two claims folded to what stands."""

from __future__ import annotations

from pathlib import Path

from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.store.ledger import Ledger
from truce_cli.store.log import FIRST, decided, entry_hash, first_break, pairs, standing
from truce_cli.store.records import ConflictFile, Decision, Judgement


def one(**fields: str | None) -> Judgement:
    known = {"at": "2026", "curator": "ana", "command": "edit", "subject": "t-1", "action": "edit"}
    return Judgement(**{**known, **fields})  # type: ignore[arg-type]


def write(ledger: Ledger, *judgements: Judgement, undoes: int | None = None) -> int:
    with ledger.transaction():
        return ledger.judge(judgements, undoes=undoes)


def test_rows_of_one_command_are_one_act(ledger: Ledger) -> None:
    write(ledger, one(field="low"), one(field="high"))
    write(ledger, one(field="note"))
    assert [row.act for row in ledger.log()] == [1, 1, 3]
    assert [row.seq for row in ledger.acts(of=1)] == [1, 2]
    assert ledger.act_of(2) == 1 and ledger.act_of(9) is None


def test_an_act_and_its_undoing_cancel(ledger: Ledger) -> None:
    write(ledger, one(field="low", old="1", new="2"))
    write(ledger, one(field="low", old="2", new="3"))
    write(ledger, one(field="low", old="3", new="2"), undoes=2)
    assert [row.seq for row in standing(ledger.log())] == [1]
    assert decided(ledger.log()) == {"low": 2}
    assert ledger.undone_acts() == {2}
    assert ledger.last_act(curator="ana", subject=None) == 1
    write(ledger, one(field="low", old="2", new="3"), undoes=3)
    assert decided(ledger.log()) == {"low": 3} and ledger.undone_acts() == {3}
    assert first_break(ledger.log()) is None


@dear()
@given(st.lists(st.none() | st.integers(1, 8), max_size=8))
def test_what_stands_is_what_no_standing_undoing_names(targets: list[int | None]) -> None:
    before, rows = FIRST, []
    for seq, target in enumerate(targets, 1):
        undoes = target if target is not None and target < seq else None
        own = entry_hash(seq, one(), before, act=seq, undoes=undoes)
        rows.append(Decision(seq=seq, judgement=one(), prev_hash=before, hash=own, act=seq, undoes=undoes))
        before = own
    assert first_break(rows) is None
    undone: set[int] = set()
    for row in reversed(rows):
        if row.undoes is not None and row.seq not in undone:
            undone.add(row.undoes)
    assert [row.seq for row in standing(rows)] == [
        row.seq for row in rows if row.seq not in undone and row.undoes is None
    ]


def test_the_latest_word_on_two_claims_counts(ledger: Ledger) -> None:
    write(ledger, one(subject="t-1", action="pair", field="t-2", old="null", new='"same"'))
    write(ledger, one(subject="t-1", action="pair", field="t-3", old="null", new='"different"'))
    write(ledger, one(subject="t-1", action="pair", field="t-2", old='"same"', new='"different"'))
    assert pairs(ledger.pair_rows()) == {("t-1", "t-2"): "different", ("t-1", "t-3"): "different"}
    write(ledger, one(subject="t-1", action="pair", field="t-2", old='"different"', new='"same"'), undoes=3)
    assert pairs(ledger.pair_rows())[("t-1", "t-2")] == "same"
    assert [row.seq for row in ledger.pair_rows("t-3")] == [2]


def test_another_log_comes_behind_ours_once(ledger: Ledger, tmp_path: Path, conflict: ConflictFile) -> None:
    write(ledger, one(curator="ana"))
    with Ledger.create(tmp_path / "other.db", conflict) as other:
        write(other, one(curator="ben", field="low", new="2"), one(curator="ben", field="high", new="2"))
        write(other, one(curator="ben", field="low", old="2", new="null"), undoes=1)
        theirs = other.log()
    for _ in range(2):
        with ledger.transaction():
            ledger.merge_log(theirs)
    log = ledger.log()
    assert [(row.seq, row.act, row.undoes) for row in log] == [
        (1, 1, None),
        (2, 2, None),
        (3, 2, None),
        (4, 4, 2),
    ]
    assert [row.origin for row in log] == [None, *(row.hash for row in theirs)]
    assert first_break(log) is None and ledger.broken_log() is None


def test_a_log_that_comes_back_to_its_own_ledger_is_known(
    ledger: Ledger, tmp_path: Path, conflict: ConflictFile
) -> None:
    write(ledger, one(curator="ana"))
    with Ledger.create(tmp_path / "other.db", conflict) as other:
        with other.transaction():
            other.merge_log(ledger.log())
        write(other, one(curator="ben"))
        with ledger.transaction():
            assert ledger.merge_log(other.log()) == 1
    assert [row.judgement.curator for row in ledger.log()] == ["ana", "ben"]
