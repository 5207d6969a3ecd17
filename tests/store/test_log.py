"""The log: only ever longer, each row tied to the one before."""

from __future__ import annotations

import pytest
from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import FIRST, decided, entry_hash, first_break
from truce_cli.store.records import Decision, Judgement

TEXTS = st.text(max_size=20)
JUDGEMENTS = st.builds(
    Judgement,
    at=TEXTS,
    curator=TEXTS,
    command=TEXTS,
    subject=TEXTS,
    action=TEXTS,
    field=st.none() | TEXTS,
    old=st.none() | TEXTS,
    new=st.none() | TEXTS,
    why=st.none() | TEXTS,
)


def one(**fields: str) -> Judgement:
    return Judgement(
        **{"at": "2026", "curator": "ana", "command": "edit", "subject": "t-1", "action": "edit"} | fields
    )


def chain(judgements: list[Judgement]) -> list[Decision]:
    before, made = FIRST, []
    for seq, judgement in enumerate(judgements, 1):
        own = entry_hash(seq, judgement, before)
        made.append(Decision(seq=seq, judgement=judgement, prev_hash=before, hash=own))
        before = own
    return made


def test_judgements_are_chained(ledger: Ledger) -> None:
    assert ledger.log() == () and ledger.log_length() == 0
    with ledger.transaction():
        ledger.judge([one(field="note", new='"x"'), one(subject="t-2")])
    with ledger.transaction():
        ledger.judge([one(action="undo")])
    log = ledger.log()
    assert log[0].prev_hash == FIRST
    assert [decision.seq for decision in log] == [1, 2, 3] and ledger.log_length() == 3
    assert first_break(log) is None
    assert ledger.log("t-2") == (log[1],)


@dear()
@given(st.lists(JUDGEMENTS, min_size=1, max_size=5), st.data())
def test_any_change_breaks_the_chain(judgements: list[Judgement], data: st.DataObject) -> None:
    log = chain(judgements)
    assert first_break(log) is None
    at = data.draw(st.integers(0, len(log) - 1))
    field = data.draw(st.sampled_from(list(Judgement.__dataclass_fields__)))
    spoilt = replace(log[at].judgement, **{field: (getattr(log[at].judgement, field) or "") + "!"})
    assert first_break([*log[:at], replace(log[at], judgement=spoilt), *log[at + 1 :]]) == at + 1
    if at < len(log) - 1:
        assert first_break(log[:at] + log[at + 1 :]) == at + 2


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE decisions SET why = 'no reason'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO decisions SELECT seq, at, 'eve', command, subject, action, field, old, new, "
        "why, prev_hash, hash, act, undoes, origin FROM decisions",
    ],
)
def test_the_log_refuses_to_change(ledger: Ledger, sql: str) -> None:
    with ledger.transaction():
        ledger.judge([one()])
    before = ledger.log()
    with pytest.raises(Exception, match="the log is append-only"), ledger.transaction():
        ledger._run(sql)
    assert ledger.log() == before


def test_a_decision_outlives_what_files_say() -> None:
    log = chain(
        [
            one(action="add"),
            one(action="change", field="low", old="1", new="2"),
            one(action="edit", field="low", old="2", new="3"),
            one(action="status", field="status", old='"candidate"', new='"accepted"'),
            one(action="edit", field="brokers", new='["Russia"]'),
            one(action="edit", field="place", old='"Ganja"', new=None),
            one(action="undo", field="status", old='"accepted"', new='"candidate"'),
        ]
    )
    assert decided(log) == {"low": 3, "status": "candidate", "brokers": ["Russia"], "place": None}
