"""Rules 5 and 10: whose word leads, and what a side withholds."""

from __future__ import annotations

from building import ask, book, card, claim, printed, rows, toll

from truce_cli.reconcile.tolls import tolls

KEY = "armenian/military/killed"


def test_own_side_leads_and_the_opponent_stands_beside() -> None:
    own = toll("3825", as_of="2020-11-09", claimant="Armenia")
    rival = toll("6000-7000", as_of="2020-11-10", claimant="Azerbaijan", claimant_side="azerbaijani")
    row = rows(tolls(book([own, rival]), ask()))[KEY]
    assert (row.text, row.stance, row.grade) == ("3,825", "own_side", "self-reported")
    assert [(f.text, f.stance, f.note) for f in row.others] == [("6,000–7,000", "opponent", "another voice")]


def test_policy_lets_third_parties_lead() -> None:
    own = toll("710", as_of="2020-10-18", claimant="Armenia")
    monitor = toll("800", as_of="2020-10-10", claimant="monitor", claimant_slug="hrm", claimant_side="third")
    both = book([own, monitor])
    assert rows(tolls(both, ask()))[KEY].text == "710"
    row = rows(tolls(both, ask(policy="third-party")))[KEY]
    assert (row.text, [f.text for f in row.others]) == ("800", ["710"])


def test_for_both_sides_counting_bodies_lead_then_media_then_others() -> None:
    people = {"side": "both", "people": "any"}
    media = toll(">500", as_of="2020-10-20", **people)
    leader = toll("900", as_of="2020-10-21", claimant="a president", claimant_side="third", **people)
    nations = toll(
        "640", as_of="2020-10-14", claimant="UN", claimant_slug="un", claimant_side="third", **people
    )
    party = toll("2000", as_of="2020-10-22", claimant="Armenia", claimant_side="armenian", **people)
    row = rows(tolls(book([media, leader, nations, party]), ask()))["both/any/killed"]
    assert row.text == "640"
    assert row.others[0].text == ">500"
    assert {f.text for f in row.others} == {">500", "900", "2,000"}
    assert {f.stance for f in row.others} == {"media", "third_party", "party"}


def test_estimate_leads_nothing_even_alone() -> None:
    guess = toll(
        "~5000", side="both", people="any", basis="estimated", claimant="a president", claimant_side="third"
    )
    row = rows(tolls(book([guess]), ask()))["both/any/killed"]
    assert (row.text, row.low, row.high, row.disclosed) == ("—", None, None, True)
    assert [(f.text, f.note) for f in row.others] == [("~5,000", "an estimate leads nothing")]


def test_body_that_counts_other_people_is_a_voice_of_its_own() -> None:
    people = {"side": "azerbaijani", "people": "civilian"}
    state = toll("65", as_of="2020-10-26", claimant="Azerbaijan", **people)
    apart = toll("40", as_of="2020-10-27", claimant="Red Crescent", claimant_slug="red-crescent", **people)
    table = tolls(book([state, apart]), ask())
    row = rows(table)["azerbaijani/civilian/killed"]
    assert {row.text, *(f.text for f in row.others)} == {"65", "40"}
    assert (row.earlier, table.problems) == ((), ())


def withheld(document: str, **more: object) -> object:
    return claim("undisclosed", side="azerbaijani", victims="military", document=document, **more)


CARDS = [card("a", "2020-10-10"), card("b", "2020-10-26")]


def test_silence_covers_killed_and_injured_unless_it_names_one() -> None:
    assert printed(tolls(book([withheld("a")], CARDS), ask())) == {  # type: ignore[list-item]
        "azerbaijani/military/killed": "not disclosed (2020-10-10)",
        "azerbaijani/military/injured": "not disclosed (2020-10-10)",
    }
    assert list(printed(tolls(book([withheld("a", harm="injured")], CARDS), ask()))) == [  # type: ignore[list-item]
        "azerbaijani/military/injured"
    ]


def test_silence_lasts_until_the_side_gives_a_figure() -> None:
    own = toll("2783", side="azerbaijani", as_of="2020-10-30", document="b")
    both = book([withheld("a"), own], CARDS)  # type: ignore[list-item]
    key = "azerbaijani/military/killed"
    row = rows(tolls(both, ask()))[key]
    assert (row.text, row.disclosed, [f.text for f in row.others]) == ("2,783", True, ["not disclosed"])
    assert rows(tolls(both, ask(as_of="2020-10-20")))[key].text == "not disclosed"


def test_another_voice_does_not_break_a_silence() -> None:
    rival = toll("6000", side="azerbaijani", as_of="2020-10-20", claimant_side="armenian", document="b")
    older = toll("5000", side="azerbaijani", as_of="2020-10-12", claimant_side="armenian", document="b")
    row = rows(tolls(book([withheld("a"), rival, older], CARDS), ask()))["azerbaijani/military/killed"]  # type: ignore[list-item]
    assert (row.text, row.disclosed, row.low) == ("not disclosed", False, None)
    assert [f.text for f in row.others] == ["6,000", "5,000"]


def test_zero_is_a_figure() -> None:
    row = rows(tolls(book([toll("0", as_of="2020-10-12")]), ask()))[KEY]
    assert (row.text, row.low, row.high, row.disclosed) == ("0", 0, 0, True)


def test_denied_toll_is_marked() -> None:
    own = toll("710", as_of="2020-10-18", document="a")
    denial = claim("denial", claimant="Azerbaijan", claimant_side="azerbaijani", denies=own.id, document="a")
    row = rows(tolls(book([own, denial], CARDS), ask()))[KEY]
    assert (row.disputed, row.grade) == (True, "contested")
