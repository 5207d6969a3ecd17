"""Rules 6, 8 and 9: increments check their totals, parts never add, compounds stay compounds."""

from __future__ import annotations

from building import ask, book, printed, rows, toll

from truce_cli.reconcile.tolls import tolls

KEY = "armenian/military/killed"


def problems(*claims: object) -> list[tuple[str, str, str]]:
    return [(p.code, p.severity, p.text) for p in tolls(book(claims), ask()).problems]  # type: ignore[arg-type]


def more(figure: str, day: str, **fields: object) -> object:
    return toll(figure, measure="increment", as_of=day, **fields)


def test_increment_that_fits_the_total_before_it_is_no_finding() -> None:
    total = toll("710", as_of="2020-10-18", document="b")
    assert (
        problems(
            toll("633", as_of="2020-10-16", document="a"),
            toll("673", as_of="2020-10-17", document="a"),
            more("40", "2020-10-17", document="a"),
            more("37", "2020-10-18", document="b", subset_of=total.id),
            total,
        )
        == []
    )


def test_increment_adds_nothing_to_its_total() -> None:
    total = toll("710", as_of="2020-10-18", document="a")
    row = rows(tolls(book([total, more("37", "2020-10-18", document="a")]), ask()))[KEY]  # type: ignore[list-item]
    assert (row.text, [(p.text, p.measure, p.note) for p in row.parts]) == (
        "710",
        [("37", "increment", "inside 710")],
    )
    assert (row.beside, row.earlier) == ((), ())


def test_misfit_only_where_the_last_total_is_from_just_before() -> None:
    claims = (
        toll("670", as_of="2020-10-17", document="a"),
        more("37", "2020-10-18", document="b"),
        toll("710", as_of="2020-10-18", document="b"),
    )
    assert problems(*claims) == [
        (
            "misfit",
            "error",
            "710 - 37 = 673 implied for 2020-10-17; last claimed total 670 is of 2020-10-17: misfit of 3",
        )
    ]


def test_older_total_leaves_a_gap() -> None:
    claims = (
        toll("376", as_of="2020-10-09", document="a"),
        more("37", "2020-10-18", document="b"),
        toll("710", as_of="2020-10-18", document="b"),
    )
    assert problems(*claims) == [
        (
            "gap",
            "note",
            "710 - 37 = 673 implied for 2020-10-17; last claimed total 376 is of 2020-10-09: 297 between",
        )
    ]


def test_older_total_above_the_implied_one_is_a_misfit() -> None:
    claims = (
        toll("680", as_of="2020-10-09", document="a"),
        more("37", "2020-10-18", document="b"),
        toll("710", as_of="2020-10-18", document="b"),
    )
    assert [(code, severity) for code, severity, _ in problems(*claims)] == [("misfit", "error")]


def test_increment_of_several_days_implies_the_total_before_them() -> None:
    claims = (
        toll("600", as_of="2020-10-14", document="a"),
        more("110", "2020-10-18", since="2020-10-15", document="b"),
        toll("710", as_of="2020-10-18", document="b"),
    )
    assert problems(*claims) == []


def test_increment_after_the_last_total_stands_beside() -> None:
    total = toll("710", as_of="2020-10-18", document="a")
    row = rows(tolls(book([total, more("16", "2020-10-20", document="b")]), ask()))[KEY]  # type: ignore[list-item]
    assert (row.text, [(f.text, f.note) for f in row.beside]) == (
        "710",
        [("16", "later than the count, so not inside it")],
    )


def test_increment_alone_is_a_row_that_says_so() -> None:
    row = rows(tolls(book([more("16", "2020-10-20")]), ask()))[KEY]  # type: ignore[list-item]
    assert (row.text, row.measure, row.note) == ("16", "increment", "increment, total not given")


def test_part_with_people_of_its_own_is_a_row_and_a_part() -> None:
    whole = toll("500", people="any", as_of="2020-10-12", document="a")
    part = toll("60", people="civilian", as_of="2020-10-12", document="a", subset_of=whole.id)
    table = rows(tolls(book([whole, part]), ask()))
    assert {key: row.text for key, row in table.items()} == {
        "armenian/civilian/killed": "60",
        "armenian/any/killed": "500",
    }
    assert [(p.text, p.note) for p in table["armenian/any/killed"].parts] == [("60", "part of 500")]


def test_part_is_never_in_its_wholes_series() -> None:
    whole = toll("742", as_of="2020-10-12", document="a")
    part = toll("187", as_of="2020-10-12", document="a", subset_of=whole.id)
    row = rows(tolls(book([whole, part]), ask()))[KEY]
    assert (row.text, [p.text for p in row.parts], row.others, row.disputed) == ("742", ["187"], (), False)


def test_total_that_includes_another_stays_as_stated() -> None:
    whole = toll("3825", as_of="2020-11-09", document="a")
    part = toll("742", as_of="2020-11-09", document="a", subset_of=whole.id)
    missing = toll("187", harm="missing", as_of="2020-11-09", document="a")
    assert printed(tolls(book([whole, part, missing]), ask(derived=True))) == {
        KEY: "3,825 (2020-11-09)",
        "armenian/military/missing": "187 (2020-11-09)",
    }


def test_event_of_parts_alone_keeps_them_as_parts() -> None:
    day = toll("786", people="any", measure="incident", as_of="2020-10-20", document="a")
    new = toll("66", people="any", measure="incident", as_of="2020-10-20", document="a", subset_of=day.id)
    late = toll(
        "720", people="any", measure="retroactive", as_of="2020-10-20", document="a", subset_of=day.id
    )
    row = rows(tolls(book([day, new, late]), ask()))["armenian/any/killed"]
    assert row.text == "786"
    assert {(p.text, p.measure) for p in row.parts} == {("66", "incident"), ("720", "retroactive")}


def test_parts_that_name_one_another_still_print() -> None:
    one = toll("5", people="any", as_of="2020-10-20", id="t-1", subset_of="t-2")
    two = toll("7", people="civilian", as_of="2020-10-20", id="t-2", subset_of="t-1")
    assert len(tolls(book([one, two]), ask()).rows) == 2


def test_part_whose_whole_is_left_out_stands_alone() -> None:
    whole = toll("13", people="any", measure="incident", as_of="2020-10-16", status="rejected", document="a")
    part = toll(
        "3", people="any", subgroup="children", measure="incident", as_of="2020-10-16", subset_of=whole.id
    )
    assert printed(tolls(book([whole, part]), ask())) == {"armenian/any/killed/children": "3 (2020-10-16)"}


def test_part_above_its_whole_is_a_finding_within_one_statement() -> None:
    whole = toll("13", people="any", as_of="2020-10-16", document="a")
    part = toll("15", people="civilian", as_of="2020-10-16", document="a", subset_of=whole.id)
    assert problems(whole, part) == [("part_above_whole", "error", "the part 15 is above its whole 13")]


def test_part_above_its_whole_is_a_finding_for_one_voice_and_window_only() -> None:
    whole = toll("13", people="any", as_of="2020-10-16", document="a")
    same_day = toll("15", people="civilian", as_of="2020-10-16", document="b")
    later = toll("15", people="civilian", as_of="2020-10-17", document="b")
    rival = toll("15", people="civilian", as_of="2020-10-16", document="b", claimant_side="azerbaijani")
    assert [code for code, _, _ in problems(whole, same_day)] == ["part_above_whole"]
    assert problems(whole, later) == []
    assert problems(whole, rival) == []


def test_killed_or_wounded_adds_nothing_to_killed() -> None:
    killed = toll("376", as_of="2020-10-09", document="a")
    both = toll(">700", harm="killed_or_injured", as_of="2020-10-10", document="b")
    table = rows(tolls(book([killed, both]), ask(derived=True)))
    assert {key: row.text for key, row in table.items()} == {
        KEY: "376",
        "armenian/military/killed_or_injured": ">700",
    }
    assert any(step.rule == "compound" for step in table["armenian/military/killed_or_injured"].steps)


def test_sides_are_never_summed_and_their_sum_is_evidence_only() -> None:
    claims = (
        toll("710", as_of="2020-10-18"),
        toll("31", side="azerbaijani", people="civilian", as_of="2020-10-09"),
        toll("700", side="both", people="any", as_of="2020-10-18"),
    )
    assert set(printed(tolls(book(claims), ask(derived=True)))) == {
        KEY,
        "azerbaijani/civilian/killed",
        "both/any/killed",
    }
    assert problems(*claims) == [
        ("below_sides", "error", "700 (2020-10-18) against the sides' own 710 + 31 = 741: 41 fewer")
    ]


def test_counts_since_another_day_are_rows_of_their_own() -> None:
    table = printed(
        tolls(
            book(
                [
                    toll("710", as_of="2020-10-18", since="2020-09-27"),
                    toll("334", as_of="2020-10-19", since="2020-10-10"),
                    toll("600", as_of="2020-10-15", since="2020-09"),
                ]
            ),
            ask(),
        )
    )
    assert table == {KEY: "710 (2020-10-18)", f"{KEY}/since-2020-10-10": "334 (2020-10-19)"}


def test_named_counts_groups_and_places_are_rows_of_their_own() -> None:
    table = printed(
        tolls(
            book(
                [
                    toll("12", people="civilian", as_of="2020-10-18", place="Khankendi"),
                    toll("36", people="civilian", as_of="2020-10-18", place="Nagorno-Karabakh"),
                    toll("4", people="any", as_of="2020-10-18", subgroup="children"),
                    toll("9", people="any", as_of="2020-10-18", label="died of wounds"),
                ]
            ),
            ask(),
        )
    )
    assert list(table) == [
        "armenian/civilian/killed",
        "armenian/civilian/killed/stepanakert",
        "armenian/any/killed/died-of-wounds",
        "armenian/any/killed/children",
    ]
