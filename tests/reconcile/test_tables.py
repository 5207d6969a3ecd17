"""Groupings, the matrix, and what moved between two days of knowledge."""

from __future__ import annotations

import pytest
from building import ask, book, card, claim, rows, toll

from truce_cli.model.claim import Claim
from truce_cli.model.record import replace
from truce_cli.model.words import GROUPINGS
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.changes import changes
from truce_cli.reconcile.matrix import matrix
from truce_cli.reconcile.tolls import tolls

KEY = "armenian/military/killed"
OPPONENT = {"claimant": "Azerbaijan", "claimant_side": "azerbaijani"}
MONITOR = {"claimant": "monitor", "claimant_slug": "hrm", "claimant_side": "third"}


def grouped(found: Book, *by: str, **fields: object) -> dict[str, str]:
    return {row.key: row.text for row in tolls(found, ask(by=by, **fields)).rows}


CLAIMS = [
    toll("376", as_of="2020-09-30", document="a", claimant="Armenia"),
    toll(
        "710",
        as_of="2020-10-18",
        document="b",
        claimant="NK defence ministry",
        claimant_slug="nk-defence-ministry",
    ),
    toll("9000", as_of="2020-10-18", document="b", **OPPONENT),
    toll(
        "13",
        side="azerbaijani",
        people="any",
        measure="incident",
        as_of="2020-10-17",
        place="Ganja",
        document="b",
    ),
]


def test_by_month_each_month_is_settled_by_itself() -> None:
    assert grouped(book(CLAIMS), "month") == {
        f"month=2020-09/{KEY}": "376",
        f"month=2020-10/{KEY}": "710",
        "month=2020-10/azerbaijani/any/killed": "13",
    }


def test_by_claimant_nobodys_figure_hides_anothers() -> None:
    assert grouped(book(CLAIMS), "claimant", sides=("armenian",)) == {
        f"claimant=armenia/{KEY}": "376",
        f"claimant=azerbaijan/{KEY}": "9,000",
        f"claimant=nk-defence-ministry/{KEY}": "710",
    }


def test_by_place_and_by_document() -> None:
    assert grouped(book(CLAIMS), "place") == {
        "place=ganja/azerbaijani/any/killed": "13",
        f"place=not-stated/{KEY}": "710",
    }
    assert grouped(book(CLAIMS), "document", sides=("armenian",)) == {
        f"document=a/{KEY}": "376",
        f"document=b/{KEY}": "710",
    }


def test_by_truce_and_month_together() -> None:
    assert grouped(book(CLAIMS), "truce", "month") == {
        "truce=oct-10/month=2020-10/azerbaijani/any/killed": "13",
    }


def test_by_victims_orders_the_rows_and_divides_nothing() -> None:
    civilians = toll("36", people="civilian", as_of="2020-10-16", document="b")
    keys = list(grouped(book([*CLAIMS, civilians]), "victims"))
    assert keys == [KEY, "armenian/civilian/killed", "azerbaijani/any/killed"]


def test_groups_say_what_they_are() -> None:
    row = tolls(book(CLAIMS), ask(by=("month", "claimant"))).rows[0]
    assert row.group == (("month", "2020-09"), ("claimant", "armenia"))


@pytest.mark.parametrize(
    "by", [(name,) for name in GROUPINGS] + [("claimant", "month"), ("document", "truce")]
)
def test_no_grouping_changes_or_makes_a_figure(five: Book, by: tuple[str, ...]) -> None:
    stated = {c.id: (c.low, c.high) for c in five.claims}
    table = tolls(five, ask(by=by))
    assert len({row.key for row in table.rows}) == len(table.rows)
    for row in table.rows:
        if row.disclosed and row.claims:
            assert (row.low, row.high) in ((None, None), stated[row.claims[0]])


def test_matrix_keeps_each_speakers_latest_in_its_own_column() -> None:
    claims = [*CLAIMS[1:3], toll("8000", as_of="2020-10-10", document="c", **OPPONENT)]
    claims.append(toll("800", as_of="2020-10-12", document="c", **MONITOR))
    (row,) = matrix(book(claims), ask(sides=("armenian",)))
    assert (row.key, [f.text for f in row.own_side], [f.text for f in row.opponent]) == (
        KEY,
        ["710"],
        ["9,000"],
    )
    assert ([f.text for f in row.third_party], row.media) == (["800"], ())


def test_matrix_shows_a_silence_in_the_sides_own_column() -> None:
    silent = claim("undisclosed", side="armenian", victims="military", harm="killed", document="a")
    (row,) = matrix(book([silent, CLAIMS[2]]), ask())
    assert ([f.text for f in row.own_side], [f.text for f in row.opponent]) == (["not disclosed"], ["9,000"])


CARDS = [card("a", "2020-10-01"), card("b", "2020-10-19"), card("c", "2020-10-25")]


def moved(claims: list[Claim], earlier: str, later: str) -> list[tuple[object, ...]]:
    found = changes(book(claims, CARDS), ask(sides=("armenian",)), earlier, later)
    return [(c.key, c.change, c.before, c.after, [how for _, how in c.by]) for c in found]


def test_diff_names_the_claims_that_moved_a_number() -> None:
    assert moved(CLAIMS, "2020-10-05", "2020-10-20") == [(KEY, "changed", "376", "710", ["new"])]
    assert moved(CLAIMS, "2020-09-01", "2020-10-05") == [(KEY, "appeared", None, "376", ["new"])]
    assert moved(CLAIMS, "2020-10-20", "2020-10-24") == []


def test_diff_tells_a_retraction_and_a_correction() -> None:
    withdrawn = replace(CLAIMS[1], status="retracted", retracted_from="2020-10-22")
    assert moved([CLAIMS[0], withdrawn], "2020-10-20", "2020-10-25") == [
        (KEY, "changed", "710", "376", ["retracted"])
    ]
    better = toll("700", as_of="2020-10-18", document="c", corrects=CLAIMS[1].id)
    ((key, change, before, after, how),) = moved([CLAIMS[1], better], "2020-10-20", "2020-10-25")
    assert (key, change, before, after) == (KEY, "changed", "710", "700") and how == ["corrects"]


def test_third_party_policy_changes_the_leader_and_loses_nothing() -> None:
    both = book([CLAIMS[1], toll("800", as_of="2020-10-12", document="c", **MONITOR)])
    for policy in ("own-side", "third-party"):
        row = rows(tolls(both, ask(policy=policy)))[KEY]
        assert {row.text, *(f.text for f in row.others)} == {"710", "800"}
