"""Bulletins, lists of lines and quoted figures: who counts, whose, until when."""

from __future__ import annotations

import pytest
from passages import of_kind

BULLETIN = """Morune losses as of the morning of 15 August, according to the Veylish General Staff:
- Military personnel: about 12,400 (+90)
- Tanks: 312 (+4)
- Houses: 12"""

BY_PLACE = """Sarn: 1 killed, 4 injured.
Osten: 3 injured, among them a child.
Sarn: no casualties.

Source: Veylish Health Ministry, figures for 14 August."""

UPDATE = """Veylish Health Ministry, update as of 07:00, 12 August

Flats on Quay Street:
• Killed: 9 (incl. 2 children)
• Injured: 33
• Rescued: 14
• Missing: 4"""


def test_a_bulletin_of_losses_counts_people_alone() -> None:
    tolls = of_kind("toll", BULLETIN)
    assert [(c.harm, c.low, c.measure, c.victims) for c in tolls] == [
        ("killed_or_injured", 12_400, "cumulative", "military"),
        ("killed_or_injured", 90, "increment", "military"),
    ]
    assert {c.side for c in tolls} == {"morune"}
    assert {c.claimant_side for c in tolls} == {"veylish"}


def test_a_list_is_of_the_source_below_it() -> None:
    tolls = [c for c in of_kind("toll", BY_PLACE) if c.low]
    assert [(c.harm, c.low) for c in tolls] == [("killed", 1), ("injured", 4), ("injured", 3), ("injured", 1)]
    assert {c.claimant_side for c in tolls} == {"veylish"}
    assert {(c.as_of or "")[5:] for c in tolls} == {"08-14"}


def test_bullets_under_a_heading() -> None:
    tolls = of_kind("toll", UPDATE)
    assert [(c.harm, c.low, c.subset_of is not None) for c in tolls] == [
        ("killed", 9, False),
        ("killed", 2, True),
        ("injured", 33, False),
        ("missing", 4, False),
    ]
    assert {(c.as_of or "")[5:] for c in tolls} == {"08-12"}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ('The army said "no fewer than 60" Morune soldiers were killed there.', 60, None),
        ('Veyland said that "over 300" of them had been killed.', 300, None),
        ("Dead in the past 24 hours: 17. The day before: 12 houses burned.", 17, 17),
        ("The minister told parliament that 'thousands of our finest' had fallen.", 2000, 9999),
    ],
)
def test_figures_in_marks_and_behind_labels(text: str, low: int, high: int | None) -> None:
    assert [(c.low, c.high) for c in of_kind("toll", text)] == [(low, high)]


TABLE = """UN: civilian casualties, 1-30 June

Killed | Injured

Veyland | 1,106 | 3,020

of whom children | 88 | 241

Moru | 143 | 510

Shops | 12 houses | 14"""


def test_a_table_is_read_by_its_columns() -> None:
    tolls = of_kind("toll", TABLE)
    assert [(c.harm, c.low, c.side, c.subgroup) for c in tolls] == [
        ("killed", 1106, "veylish", None),
        ("injured", 3020, "veylish", None),
        ("killed", 88, "veylish", "children"),
        ("injured", 241, "veylish", "children"),
        ("killed", 143, "morune", None),
        ("injured", 510, "morune", None),
    ]
    assert [c.subset_of is not None for c in tolls] == [False, False, True, True, False, False]
