"""Worked cases of the method, each from a claims file as a person writes it."""

from __future__ import annotations

import pytest
from building import ask, printed, rows
from claims_files import book_of

from truce_cli.model.finding import Tally, TollTable
from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.series import series
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.violations import violations

KEY = "armenian/military/killed"


@pytest.fixture(scope="module")
def ceasefire() -> TollTable:
    return tolls(book_of("ceasefire-2025", "claims.toml"), ask(truce="oct-2025"))


@pytest.fixture(scope="module")
def derived() -> dict[str, Tally]:
    return rows(tolls(book_of("ceasefire-2025", "claims.toml"), ask(truce="oct-2025", derived=True)))


def test_a_ceasefires_toll_is_what_was_stated(ceasefire: TollTable) -> None:
    assert printed(ceasefire) == {
        "palestinian/any/killed": "1,258 (2026-08-10)",
        "palestinian/any/injured": "4,145 (2026-08-10)",
        "palestinian/any/recovered": "807 (2026-08-10)",
    }
    assert not any(row.derived for row in ceasefire.rows)
    assert "6,175" not in repr(ceasefire)


def test_a_another_sources_columns_stand_beside_it(ceasefire: TollTable) -> None:
    killed = rows(ceasefire)["palestinian/any/killed"]
    assert [(f.text, f.note) for f in killed.others] == [
        ("1,132", 'labelled "new" by its source'),
        ("67", 'labelled "died of wounds" by its source'),
        ("18", 'labelled "without breakdown" by its source'),
    ]


def test_a_both_offsetting_gaps_are_told(ceasefire: TollTable) -> None:
    hides = "a sum of both would hide it"
    assert [(p.code, p.key, p.text) for p in ceasefire.problems] == [
        (
            "apart",
            "palestinian/any/killed",
            f"1,258 killed against daily casualty data set's 1,132 + 67 + 18 = 1,217: 41 more; {hides}",
        ),
        (
            "apart",
            "palestinian/any/recovered",
            f"807 recovered against daily casualty data set's 848: 41 fewer; {hides}",
        ),
    ]


def test_a_the_difference_is_derived_and_explained_exactly(derived: dict[str, Tally]) -> None:
    row = derived["palestinian/any/killed/difference"]
    assert (row.text, row.derived) == ("6,175", True)
    assert row.note.split("; ")[:4] == [
        "6,175 = 73,386 (2026-08-10) - 67,211 (2025-10-10)",
        "adds up exactly: 4,110 (added later) + 1,258 (claimed since 2025-10-11) + 807 (recovered)",
        "also adds up exactly: 4,110 (added later) + 1,132 (new) + 67 (died of wounds)"
        " + 18 (without breakdown) + 848 (recovered)",
        "from 67,194 (2025-10-09) it is 6,192, 17 too many",
    ]
    assert (derived["palestinian/any/killed"].text, derived["palestinian/any/killed"].derived) == (
        "1,258",
        False,
    )
    assert derived["palestinian/any/killed/derived"].text == "1,258"


def test_a_what_stays_open_of_the_injured_is_said(derived: dict[str, Tally]) -> None:
    row = derived["palestinian/any/injured/difference"]
    assert row.text == "4,295" and "150 unexplained: 4,145 (claimed since 2025-10-11)" in row.note
    assert derived["palestinian/any/injured"].text == "4,145"
    found = problems(book_of("ceasefire-2025", "claims.toml"), ask())
    (open_one,) = [p for p in found if p.code == "unexplained"]
    assert open_one.text.endswith("against 4,145 (claimed since 2025-10-11): 150 unexplained")


def test_b_one_days_rise_is_new_and_added_later() -> None:
    book = book_of("daily-war", "one-day.toml")
    table = tolls(book, ask())
    assert (printed(table), table.problems) == ({KEY: "5,786 (2020-10-22)"}, ())
    notes = [step.note for step in table.rows[0].steps if step.rule in ("increment", "arithmetic")]
    assert "5,000 + 786 = 5,786, and 5,000 was claimed" in notes
    assert "786 = 66 + 720 (added later): adds up exactly" in notes
    assert [(s.text, s.check) for s in series(book, ask())] == [
        ("5,000", None),
        ("5,000 + 786 = 5,786", "fits"),
    ]


def test_c_a_total_that_includes_others_stays_as_stated_and_missing_stays_apart() -> None:
    table = tolls(book_of("daily-war", "final.toml"), ask(derived=True))
    assert printed(table) == {
        KEY: "3,825 (2020-11-09)",
        "armenian/military/killed_or_injured": ">700 (2020-11-09)",
        "armenian/military/missing": "187 (2020-11-09)",
    }
    assert [(p.text, p.note) for p in rows(table)[KEY].parts] == [("742", "part of 3,825")]


def test_d_killed_or_wounded_adds_nothing_to_killed() -> None:
    row = rows(tolls(book_of("daily-war", "final.toml"), ask()))["armenian/military/killed_or_injured"]
    assert ("compound", ">700 adds nothing to killed or to injured") in [(s.rule, s.note) for s in row.steps]


def test_e_counts_of_two_units_have_no_sum() -> None:
    (row,) = violations(book_of("daily-war", "violations.toml"), ask())
    assert [(text, unit) for text, unit, _ in row.counts] == [
        (">10,000", "air and ground violations"),
        ("816", "attacks"),
    ]
    assert (row.events, row.acts, row.days) == (0, (), ())
    refusal = next(step for step in row.steps if step.rule == "units")
    told = ">10,000 air and ground violations and 816 attacks"
    assert refusal.note == f"{told}: no sum, different units never add"
    assert "10,816" not in repr(row)


def test_f_own_side_and_opponent_are_two_lines() -> None:
    row = rows(tolls(book_of("daily-war", "final.toml"), ask()))[KEY]
    assert (row.text, row.stance, row.low, row.high) == ("3,825", "own_side", 3825, 3825)
    assert [(f.text, f.stance) for f in row.others] == [("6,000–7,000", "opponent")]
    assert row.grade == "contested"


def test_g_each_days_addition_checks_the_total_before_it() -> None:
    book = book_of("daily-war", "daily.toml")
    assert [(s.text, s.check, s.note) for s in series(book, ask())] == [
        ("633", None, ""),
        ("633 + 40 = 673", "fits", ""),
        ("673 + 37 = 710", "fits", ""),
        ("710 + 19 = 729", "fits", ""),
        ("729 + 46 = 775, not 772", "misfit", "misfit of 3"),
    ]
    (found,) = tolls(book, ask()).problems
    assert (found.code, found.severity) == ("misfit", "error")
    assert found.text.endswith("misfit of 3")


def test_g_totals_far_apart_leave_a_gap() -> None:
    book = book_of("daily-war", "gap.toml")
    assert [(s.kind, s.text, s.check) for s in series(book, ask())] == [
        ("total", "376", None),
        ("gap", "gap 297", "gap"),
        ("total", "673 + 37 = 710", "fits"),
        ("total", "974", None),
    ]
    assert [p.code for p in tolls(book, ask()).problems] == ["gap"]


def test_what_sinks_and_what_goes_back_are_two_findings() -> None:
    found = tolls(book_of("daily-war", "falls.toml"), ask()).problems
    assert [(p.code, p.severity, p.key) for p in found] == [
        ("stale_repeat", "note", KEY),
        ("fall", "error", "armenian/military/injured"),
    ]
