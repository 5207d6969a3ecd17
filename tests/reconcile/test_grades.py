"""Grades: on how many independent origins a leading figure stands."""

from __future__ import annotations

import pytest
from building import ask, book, rows, toll

from truce_cli.model.words import GRADES
from truce_cli.reconcile.tolls import tolls

KEY = "armenian/military/killed"
MONITOR = {"claimant": "monitor", "claimant_slug": "hrm", "claimant_side": "third"}
OPPONENT = {"claimant": "Azerbaijan", "claimant_side": "azerbaijani"}
ARTICLE = {"claimant_side": "media"}


def graded(*claims: object) -> str | None:
    return rows(tolls(book(claims), ask()))[KEY].grade  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("others", "grade"),
    [
        ((), "self-reported"),
        # outlets are no origins, nor is an article's own voice
        ((toll("710", as_of="2020-10-18", document="b"),), "self-reported"),
        ((toll("710", as_of="2020-10-18", document="b", **ARTICLE),), "self-reported"),
        ((toll("710", as_of="2020-10-18", **MONITOR),), "corroborated"),
        ((toll("≥710", as_of="2020-10-18", **MONITOR),), "corroborated"),
        ((toll("700-720", as_of="2020-10-19", **MONITOR),), "corroborated"),
        # an open end that names another figure says too little
        ((toll("≥300", as_of="2020-10-18", **MONITOR),), "self-reported"),
        ((toll("710", as_of="2020-10-18", **OPPONENT),), "acknowledged"),
        ((toll("6000-7000", as_of="2020-10-18", **OPPONENT),), "contested"),
        # a total only grows: higher before, or lower after, cannot be both
        ((toll("900", as_of="2020-10-10", **MONITOR),), "contested"),
        ((toll("500", as_of="2020-10-20", **MONITOR),), "contested"),
        ((toll("500", as_of="2020-10-10", **MONITOR),), "self-reported"),
        ((toll("900", as_of="2020-10-20", **MONITOR),), "self-reported"),
        ((toll("~900", as_of="2020-10-18", basis="estimated", **MONITOR),), "self-reported"),
    ],
)
def test_grade_of_a_running_total(others: tuple[object, ...], grade: str) -> None:
    assert graded(toll("710", as_of="2020-10-18", document="a"), *others) == grade


def test_another_voice_alone_is_a_single_source() -> None:
    assert graded(toll("710", as_of="2020-10-18", **MONITOR)) == "single source"


def test_the_step_names_the_evidence() -> None:
    monitor = toll("710", as_of="2020-10-18", **MONITOR)
    row = rows(tolls(book([toll("710", as_of="2020-10-18", document="a"), monitor]), ask()))[KEY]
    (step,) = [step for step in row.steps if step.rule == "grade"]
    assert (step.used, step.note) == ((monitor.id,), "corroborated: 2 origins give the same figure")


def test_min_grade_leaves_weaker_ones_out_and_counts_them() -> None:
    claims = [
        toll("710", as_of="2020-10-18", document="a"),
        toll("710", as_of="2020-10-18", **MONITOR),
        toll("36", people="civilian", as_of="2020-10-16", document="a"),
    ]
    table = tolls(book(claims), ask(min_grade="corroborated"))
    assert [row.key for row in table.rows] == [KEY]
    assert ("below corroborated", 1) in table.left_out
    assert len(tolls(book(claims), ask(min_grade=GRADES[0])).rows) == 2
