"""Same and different: kept in the log, seen by reconciliation, outliving every new reading."""

from __future__ import annotations

import pytest
from curating import DB, claim, claims, log, who

from truce_cli.errors import UsageError
from truce_cli.workflow.desk import opened
from truce_cli.workflow.judgements import judge


def judged() -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    with opened(DB) as desk:
        book = desk.book()
    return book.same, book.different


def test_the_book_knows_what_was_judged(run) -> None:
    run()
    three, seven, twelve = sorted(one.id for one in claims())
    assert judged() == (frozenset(), frozenset())
    judge(DB, [seven, three], "same", who("same", why="one strike"))
    assert judged() == (frozenset({(three, seven)}), frozenset())
    judge(DB, [three, seven, twelve], "different", who("different"))
    assert judged() == (frozenset(), frozenset({(three, seven), (three, twelve), (seven, twelve)}))
    assert [row.act for row in log()] == [1, 2, 2, 2]
    assert judge(DB, [three, twelve], "different", who("different")).same == (three, twelve)


def test_judgements_outlive_reading_again(run) -> None:
    run()
    judge(DB, [claim(3).id, claim(12).id], "different", who("different"))
    before = judged()
    run("docs", again=True, rehash=True)
    assert judged() == before != (frozenset(), frozenset())


def test_two_claims_of_one_kind_are_needed(run) -> None:
    (claims_file := DB.parent / "docs" / "c.toml").write_text('[[claim]]\nkind = "denial"\nref = "no"\n')
    assert claims_file.exists()
    run()
    with pytest.raises(UsageError, match="same takes two claims, and these names mean one"):
        judge(DB, [claim(3).id, claim(3).id[:9]], "same", who("same"))
    with pytest.raises(
        UsageError, match=r"claims of different kinds \(denial, toll\) cannot be the same one"
    ):
        judge(DB, [claim(3).id, "no"], "same", who("same"))
    assert len([row for row in log() if row.judgement.action == "pair"]) == 0
