"""Rules 4 and 12: the latest as-of leads its series; a running total that falls is a finding."""

from __future__ import annotations

from building import ask, book, card, rows, toll

from truce_cli.model.finding import Tally
from truce_cli.reconcile.tolls import tolls

KEY = "armenian/military/killed"


def settled(*claims: object) -> Tally:
    return rows(tolls(book(claims), ask()))[KEY]  # type: ignore[arg-type]


def problems(*claims: object) -> list[tuple[str, str]]:
    return [(p.code, p.text) for p in tolls(book(claims), ask()).problems]  # type: ignore[arg-type]


def test_latest_as_of_wins_not_the_latest_article() -> None:
    old_article = toll("710", as_of="2020-10-18", document="a")
    new_article = toll("633", as_of="2020-10-16", document="b")
    table = tolls(book([old_article, new_article], [card("a", "2020-10-18"), card("b", "2020-10-30")]), ask())
    row = rows(table)[KEY]
    assert (row.text, [f.text for f in row.earlier]) == ("710", ["633"])


def test_vague_word_supersedes_no_figure() -> None:
    row = settled(toll("710", as_of="2020-10-18"), toll("hundreds", as_of="2020-10-30"))
    assert (row.text, [(f.text, f.note) for f in row.others]) == (
        "710",
        [('"hundreds"', "a vague word leads nothing")],
    )
    assert not row.disputed


def test_vague_word_is_printed_where_nobody_gives_a_figure() -> None:
    row = settled(toll("hundreds", as_of="2020-10-30"))
    assert (row.text, row.low, row.high, row.others) == ('"hundreds"', 200, 999, ())


def test_two_figures_of_one_day_both_print_and_are_marked() -> None:
    ministry = {"claimant": "defence ministry", "document": "a"}
    army = {"claimant": "army", "document": "b"}
    row = settled(
        toll("633", as_of="2020-10-17", **ministry),
        toll("712", as_of="2020-10-18", **army),
        toll("710", as_of="2020-10-18", **ministry),
    )
    assert (row.text, row.disputed, [f.text for f in row.others]) == ("710", True, ["712"])


def test_two_figures_of_one_day_that_fit_are_no_clash() -> None:
    row = settled(
        toll(">500", as_of="2020-10-14", document="a"), toll("512", as_of="2020-10-14", document="b")
    )
    assert (row.text, row.disputed, [f.text for f in row.others]) == ("512", False, [">500"])
    assert row.others[0].note == "same day, fits the leading figure"


def test_clash_is_a_finding() -> None:
    found = problems(
        toll("710", as_of="2020-10-18", document="a"), toll("712", as_of="2020-10-18", document="b")
    )
    assert found == [("clash", "712 and 710 are both claimed for 2020-10-18")]


def test_fall_is_a_finding_and_the_latest_still_leads() -> None:
    claims = (toll("532", as_of="2020-10-14"), toll("520", as_of="2020-10-15"))
    assert settled(*claims).text == "520"
    assert problems(*claims) == [("fall", "falls from 532 (2020-10-14) to 520 (2020-10-15)")]


def test_open_bounds_do_not_fall() -> None:
    assert problems(toll("532", as_of="2020-10-14"), toll(">500", as_of="2020-10-15")) == []


def test_correction_explains_a_fall() -> None:
    wrong = toll("532", as_of="2020-10-14", document="a")
    right = toll("520", as_of="2020-10-15", document="b", corrects=wrong.id)
    assert problems(wrong, right) == []
    row = settled(wrong, right)
    assert (row.text, [f.text for f in row.earlier]) == ("520", ["532"])


def test_corrected_figure_never_leads_again() -> None:
    wrong = toll("523", as_of="2020-10-14", document="a")
    right = toll("532", as_of="2020-10-14", document="b", corrects=wrong.id)
    row = settled(wrong, right)
    assert (row.text, row.disputed) == ("532", False)
    assert [f.text for f in (*row.earlier, *row.others)] == ["523"]


def test_correction_may_name_the_proposal_that_a_person_took_over() -> None:
    wrong = toll("523", as_of="2020-10-16", document="a", entry="curated")
    right = toll("532", as_of="2020-10-14", document="b", corrects="t-proposed")
    from truce_cli.model.record import replace

    full = replace(book([wrong, right]), bound={"t-proposed": wrong.id})
    assert rows(tolls(full, ask()))[KEY].text == "532"
