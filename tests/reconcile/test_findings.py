"""Findings: what `problems` tells of a book, each once, each with an id and the claims it is about."""

from __future__ import annotations

from building import ask, book, card, toll

from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.tolls import tolls

CARDS = [card("a", "2020-10-09"), card("b", "2020-10-18"), card("c", "2020-10-20")]


def found(*claims: object) -> list[tuple[str, str]]:
    return [(p.code, p.severity) for p in problems(book(claims, CARDS), ask())]  # type: ignore[arg-type]


def test_a_total_that_falls_is_an_error() -> None:
    assert found(
        toll("710", as_of="2020-10-18", document="b"), toll("700", as_of="2020-10-20", document="c")
    ) == [("fall", "error")]


def test_a_total_that_falls_back_to_an_old_figure_is_a_stale_repeat() -> None:
    claims = (
        toll("376", as_of="2020-10-09", document="a"),
        toll("710", as_of="2020-10-18", document="b"),
        toll("376", as_of="2020-10-20", document="c"),
    )
    assert found(*claims) == [("stale_repeat", "note")]
    (problem,) = problems(book(claims, CARDS), ask())
    assert (
        problem.text
        == "376 (2020-10-20) repeats the figure of 2020-10-09, which 710 (2020-10-18) had replaced"
    )
    assert problem.marks == (claims[2].id,)


def test_an_article_that_repeats_an_old_total_undated_is_a_stale_repeat() -> None:
    late = toll("376", as_of="2020-10-20", as_of_basis="published", document="c")
    claims = (
        toll("376", as_of="2020-10-09", document="a"),
        toll("710", as_of="2020-10-18", document="b"),
        late,
    )
    (problem,) = problems(book(claims, CARDS), ask())
    assert (problem.code, problem.marks) == ("stale_repeat", (late.id,))
    assert problem.text == "376 (2020-10-09) is repeated on 2020-10-20, after a newer total of 2020-10-18"
    early = toll("376", as_of="2020-10-10", as_of_basis="published", document="a")
    assert found(claims[0], early, claims[1]) == []


def test_one_voices_two_figures_of_a_day_clash() -> None:
    assert found(
        toll("710", as_of="2020-10-18", document="b"), toll("720", as_of="2020-10-18", document="c")
    ) == [("clash", "error")]


def test_a_finding_of_the_war_and_of_a_truce_is_told_once() -> None:
    count = {"since": "2020-10-10", "document": "b"}
    claims = [toll("90", as_of="2020-10-15", **count), toll("80", as_of="2020-10-17", **count)]
    told = problems(book(claims, CARDS), ask())
    assert [p.code for p in told] == ["fall"]
    inside = tolls(book(claims, CARDS), ask(truce="oct-10")).problems
    assert [p.id for p in inside] == [p.id for p in told]


def test_two_additions_of_one_bulletin_are_checked_together() -> None:
    total = toll("786", as_of="2020-10-18", document="b")
    kinds = [
        toll("66", measure="increment", as_of="2020-10-18", document="b", subset_of=total.id),
        toll("20", measure="retroactive", as_of="2020-10-18", document="b", subset_of=total.id),
    ]
    before = toll("700", as_of="2020-10-17", document="b")
    assert found(before, total, *kinds) == []
    (problem,) = problems(book([toll("690", as_of="2020-10-17", document="b"), total, *kinds], CARDS), ask())
    assert problem.text.startswith("786 - 66 - 20 (added later) = 700 implied for 2020-10-17")


def test_parts_of_an_addition_that_leave_some_open_are_told() -> None:
    total = toll("786", as_of="2020-10-18", document="b")
    rise = toll("86", measure="increment", as_of="2020-10-18", document="b", subset_of=total.id)
    parts = [
        toll("66", measure="increment", label="new", as_of="2020-10-18", document="b", subset_of=rise.id),
        toll("15", measure="retroactive", as_of="2020-10-18", document="b", subset_of=rise.id),
    ]
    (problem,) = problems(book([total, rise, *parts], CARDS), ask())
    assert (problem.code, problem.text) == ("unexplained", "86 against 66 + 15 (added later): 5 unexplained")


def test_one_days_figure_without_any_total_is_explained_too() -> None:
    day = toll("786", measure="incident", as_of="2020-10-18", document="b")
    parts = [
        toll("66", measure="increment", label="new", as_of="2020-10-18", document="b", subset_of=day.id),
        toll("720", measure="retroactive", as_of="2020-10-18", document="b", subset_of=day.id),
    ]
    (row,) = tolls(book([day, *parts], CARDS), ask()).rows
    assert (row.text, [p.text for p in row.parts]) == ("786", ["66", "720"])
    assert "786 = 66 + 720 (added later): adds up exactly" in [step.note for step in row.steps]
    assert found(day, *parts) == []
