"""What the five articles must give as tolls: every row, both clocks, each truce, the arithmetic."""

from __future__ import annotations

import pytest
from building import ask, printed, rows

from truce_cli.model.finding import Figure, Tally
from truce_cli.model.record import replace
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.tolls import tolls

ROWS = {
    "armenian/military/killed": "974 (2020-10-26)",
    "armenian/civilian/killed": "36 (2020-10-16)",
    "armenian/any/injured": "115 (2020-10-16)",
    "azerbaijani/military/killed": "not disclosed (2020-10-26)",
    "azerbaijani/military/injured": "not disclosed (2020-10-26)",
    "azerbaijani/civilian/killed": "65 (2020-10-26)",
    "azerbaijani/civilian/injured": "168 (2020-10-09)",
    "both/any/killed": ">500 (2020-10-14)",
    "both/civilian/killed": ">60 (2020-10-12)",
}


def told(figures: tuple[Figure, ...]) -> list[str]:
    return [f"{figure.text} ({figure.as_of})" for figure in figures]


def names(row: Tally | Figure) -> list[str]:
    return [document[:3] for document in row.documents]


def test_rows_are_these_and_no_others(five: Book) -> None:
    table = tolls(five, ask())
    assert printed(table) == ROWS
    assert table.left_out == (("other war", 2),)


def test_rows_stand_in_the_order_of_sides_harms_and_people(five: Book) -> None:
    assert [row.key for row in tolls(five, ask()).rows] == [
        "armenian/military/killed",
        "armenian/civilian/killed",
        "armenian/any/injured",
        "azerbaijani/military/killed",
        "azerbaijani/civilian/killed",
        "azerbaijani/military/injured",
        "azerbaijani/civilian/injured",
        "both/civilian/killed",
        "both/any/killed",
    ]


def test_armenian_military_killed_is_a_series(five: Book) -> None:
    row = rows(tolls(five, ask()))["armenian/military/killed"]
    assert (row.low, row.value, row.high, row.since, row.since_assumed) == (
        974,
        974,
        974,
        "2020-09-27",
        False,
    )
    assert (row.claimant, row.stance, row.measure, names(row)) == (
        "Nagorno-Karabakh",
        "own_side",
        "cumulative",
        ["003"],
    )
    assert told(row.earlier) == ["710 (2020-10-18)", "376 (2020-10-09)"]
    assert row.earlier[0].relayed_by == ("Interfax", "Reuters")
    assert [names(figure) for figure in row.earlier] == [["000"], ["002"]]
    assert [(part.text, part.note) for part in row.earlier[0].parts] == [("37", "inside 710")]
    assert (row.beside, row.others) == ((), ())


def test_starts_that_no_text_gives_are_assumed(five: Book) -> None:
    assumed = {row.key for row in tolls(five, ask()).rows if row.since_assumed}
    assert assumed == {"armenian/civilian/killed", "armenian/any/injured", "both/civilian/killed"}


def test_what_a_side_withholds_is_one_echo_and_no_figure(five: Book) -> None:
    row = rows(tolls(five, ask()))["azerbaijani/military/killed"]
    assert (row.low, row.value, row.high, row.disclosed) == (None, None, None, False)
    assert (row.claimant, row.stance, names(row), len(row.claims)) == (None, "media", ["002", "003"], 2)


def test_strike_stands_beside_and_is_never_added(five: Book) -> None:
    table = rows(tolls(five, ask()))
    killed, injured = table["azerbaijani/civilian/killed"], table["azerbaijani/civilian/injured"]
    assert told(killed.earlier) == ["31 (2020-10-09)"]
    assert told(killed.beside) == ["13 (2020-10-16)"]
    assert killed.beside[0].victims == "any"
    assert "status not stated" in killed.beside[0].note
    assert [(part.text, part.subgroup) for part in killed.beside[0].parts] == [("3", "children")]
    assert told(injured.beside) == ["52 (2020-10-16)"]
    assert "later than the count, so not inside it" in injured.beside[0].note


def test_joint_total_lets_vague_words_and_estimates_lead_nothing(five: Book) -> None:
    row = rows(tolls(five, ask()))["both/any/killed"]
    assert (row.low, row.value, row.high, row.claimant, row.stance, names(row)) == (
        500,
        500,
        None,
        None,
        "media",
        ["001"],
    )
    assert told(row.earlier) == ["nearly 500 (2020-10-12)", ">400 (2020-10-10)"]
    assert told(row.others) == ['"hundreds" (2020-10-26)', '"hundreds" (2020-10-18)', "~5,000 (None)"]
    assert row.others[2].claimant == "Russian President Vladimir Putin"
    assert [part.text for part in row.earlier[0].parts] == [">60"]


def test_every_toll_claim_has_its_place(five: Book) -> None:
    """22 claims: 7 lead, 6 earlier, 2 vague, 1 third party, 1 increment, 3 of the strike, 2 other war."""

    def ids(figure: Figure) -> set[str]:
        return set(figure.claims).union(*(ids(part) for part in figure.parts))

    table = tolls(five, ask())
    lead = {claim for row in table.rows if row.disclosed for claim in row.claims}
    earlier = {f.claim for row in table.rows for f in row.earlier}
    others = {f.claim for row in table.rows for f in row.others}
    beside = {claim for row in table.rows for f in row.beside for claim in ids(f)}
    parts = {claim for row in table.rows for f in row.earlier for p in f.parts for claim in ids(p)} - lead
    assert [len(group) for group in (lead, earlier, others, beside, parts)] == [7, 6, 3, 3, 1]
    assert sum(c.kind == "toll" for c in five.claims) == 7 + 6 + 3 + 3 + 1 + 2


def test_rows_are_candidates_and_go_with_status_accepted(five: Book) -> None:
    assert all(row.candidate for row in tolls(five, ask()).rows)
    table = tolls(five, ask(statuses=("accepted", "retracted")))
    assert table.rows == ()
    assert ("not accepted yet", 22) in table.left_out
    accepted = replace(five, claims=tuple(replace(c, status="accepted") for c in five.claims))
    table = tolls(accepted, ask(statuses=("accepted", "retracted")))
    assert printed(table) == ROWS
    assert not any(row.candidate for row in table.rows)


def test_derived_adds_only_what_cannot_overlap(five: Book) -> None:
    table = rows(tolls(five, ask(derived=True)))
    derived = {key: row for key, row in table.items() if row.derived}
    assert list(derived) == ["azerbaijani/any/injured"]
    row = derived["azerbaijani/any/injured"]
    assert (row.text, row.low, row.high) == ("≥220", 220, None)
    assert row.note == "≥220 = 168 (2020-10-09) + 52 (2020-10-16)"
    assert {key: f"{row.text} ({row.as_of})" for key, row in table.items() if not row.derived} == ROWS


CLOCKS = [
    (
        {"as_of": "2020-10-14"},
        {
            "armenian/military/killed": "376 (2020-10-09)",
            "armenian/civilian/killed": "22 (2020-10-09)",
            "azerbaijani/military/killed": "not disclosed (2020-10-10)",
            "azerbaijani/military/injured": "not disclosed (2020-10-10)",
            "azerbaijani/civilian/killed": "31 (2020-10-09)",
            "azerbaijani/civilian/injured": "168 (2020-10-09)",
            "both/any/killed": ">500 (2020-10-14)",
            "both/civilian/killed": ">60 (2020-10-12)",
        },
    ),
    (
        {"known_on": "2020-10-12"},
        {
            "armenian/military/killed": "376 (2020-10-09)",
            "armenian/civilian/killed": "22 (2020-10-09)",
            "azerbaijani/military/killed": "not disclosed (2020-10-10)",
            "azerbaijani/military/injured": "not disclosed (2020-10-10)",
            "azerbaijani/civilian/killed": "31 (2020-10-09)",
            "azerbaijani/civilian/injured": "168 (2020-10-09)",
            "both/any/killed": "nearly 500 (2020-10-12)",
            "both/civilian/killed": ">60 (2020-10-12)",
        },
    ),
    (
        {"as_of": "2020-10-17"},
        {
            "armenian/military/killed": "376 (2020-10-09)",
            "armenian/civilian/killed": "36 (2020-10-16)",
            "armenian/any/injured": "115 (2020-10-16)",
            "azerbaijani/military/killed": "not disclosed (2020-10-10)",
            "azerbaijani/military/injured": "not disclosed (2020-10-10)",
            "azerbaijani/civilian/killed": "31 (2020-10-09)",
            "azerbaijani/civilian/injured": "168 (2020-10-09)",
            "both/any/killed": ">500 (2020-10-14)",
            "both/civilian/killed": ">60 (2020-10-12)",
        },
    ),
]


@pytest.mark.parametrize(("question", "expected"), CLOCKS)
def test_clocks(five: Book, question: dict[str, object], expected: dict[str, str]) -> None:
    table = tolls(five, ask(**question))
    assert printed(table) == expected
    assert table.rows[0].earlier == ()  # 376, never 673, which is derived
    joint = rows(table)["both/any/killed"]
    assert joint.others == ()  # the estimate was not said before the week of 19 October
    earlier = [">400"] if "known_on" in question else ["nearly 500", ">400"]
    assert [figure.text for figure in joint.earlier] == earlier


def test_clock_before_the_strike_was_counted(five: Book) -> None:
    table = rows(tolls(five, ask(as_of="2020-10-17")))
    for key, text in (("azerbaijani/civilian/killed", "13"), ("azerbaijani/civilian/injured", "52")):
        assert [figure.text for figure in table[key].beside] == [text]
        assert "later than the count" in table[key].beside[0].note
    assert names(table["azerbaijani/military/killed"]) == ["002"]


def test_clock_before_any_claim(five: Book) -> None:
    table = tolls(five, ask(as_of="2020-10-08"))
    assert (table.rows, table.problems) == ((), ())
    assert table.left_out == (("other war", 2), ("after the as-of day", 22))


def test_truce_of_10_october_has_the_strike_alone(five: Book) -> None:
    table = rows(tolls(five, ask(truce="oct-10")))
    assert {key: (row.text, row.measure) for key, row in table.items()} == {
        "azerbaijani/any/killed": ("13", "incident"),
        "azerbaijani/any/injured": ("52", "incident"),
    }
    assert [(p.text, p.subgroup) for p in table["azerbaijani/any/killed"].parts] == [("3", "children")]
    assert tolls(five, ask(truce="oct-10")).window == ("2020-10-10T12:00+04:00", "2020-10-18T00:00+04:00")


def test_truce_difference_is_derived_with_both_ends(five: Book) -> None:
    row = rows(tolls(five, ask(truce="oct-10", derived=True)))["armenian/military/killed"]
    assert (row.text, row.derived) == ("334", True)
    assert "710 (2020-10-18) - 376 (2020-10-09)" in row.note
    assert "the truce's own ends are 2020-10-10T12:00 and 2020-10-18T00:00" in row.note


@pytest.mark.parametrize("truce", ["oct-18", "oct-26"])
@pytest.mark.parametrize("derived", [False, True])
def test_other_truces_have_no_toll(five: Book, truce: str, derived: bool) -> None:
    assert tolls(five, ask(truce=truce, derived=derived)).rows == ()


def test_arithmetic_is_evidence_and_no_error(five: Book) -> None:
    found = tolls(five, ask()).problems
    texts = [problem.text for problem in found]
    assert {problem.severity for problem in found} == {"note"}
    assert (
        "710 - 37 = 673 implied for 2020-10-17; last claimed total 376 is of 2020-10-09: 297 between" in texts
    )
    sum_ = "376 + 22 + 31 = 429, military of the Azerbaijani side not disclosed"
    for words in (
        f"{sum_}: up to 71 not in the sides' figures",
        f"{sum_}: at least 72 not in the sides' figures",
        "22 + 31 = 53: at least 8 not in the sides' figures",
        "974 + 65 = 1,039 in the same document (1,075 with 36): a vague word is no clash",
    ):
        assert sum(text.endswith(words) for text in texts) == 1, words
    assert len(texts) == 5  # >400 fits the sides' own 429


def test_steps_tell_each_row_what_was_left_out_and_why(five: Book) -> None:
    table = rows(tolls(five, ask()))
    by_rule = {step.rule: step for step in table["both/any/killed"].steps}
    assert len(by_rule["scope"].left_out) == 2
    assert {"latest", "stance", "bounds", "candidates"} <= set(by_rule)
    assert "scope" not in {step.rule for step in table["armenian/military/killed"].steps}
    assert "incident" in {step.rule for step in table["azerbaijani/civilian/killed"].steps}
    assert "silence" in {step.rule for step in table["azerbaijani/military/killed"].steps}
    known = {claim.id for claim in five.claims}
    for row in table.values():
        assert {claim for step in row.steps for claim in (*step.used, *step.left_out)} <= known


def test_filters_leave_the_other_rows_out(five: Book) -> None:
    assert list(printed(tolls(five, ask(sides=("both",), victims=("any",))))) == ["both/any/killed"]
    assert list(printed(tolls(five, ask(harms=("injured",), victims=("civilian",))))) == [
        "azerbaijani/civilian/injured"
    ]
