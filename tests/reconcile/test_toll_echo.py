"""Rule 3: ten outlets that quote one ministry are one assertion of one origin."""

from __future__ import annotations

from building import ask, book, card, printed, rows, toll

from truce_cli.model.finding import Tally
from truce_cli.reconcile.tolls import tolls

CARDS = [card("friday", "2020-10-10"), card("monday", "2020-10-12"), card("later", "2020-10-26")]


def only(*claims: object) -> Tally:
    (row,) = tolls(book(claims, CARDS), ask()).rows  # type: ignore[arg-type]
    return row


def test_one_figure_in_many_documents_is_one_assertion() -> None:
    row = only(
        toll("376", as_of="2020-10-09", document="monday", claimant="Yerevan"),
        toll("376", as_of="2020-10-09", document="friday", claimant="Armenia"),
    )
    assert (row.text, row.documents, len(row.claims), row.earlier) == ("376", ("friday", "monday"), 2, ())
    assert row.claimant == "Armenia"  # the oldest document's words
    assert ("echo", "one assertion in 2 documents") in {(step.rule, step.note) for step in row.steps}


def test_as_of_from_publication_is_a_ceiling() -> None:
    row = only(
        toll("376", as_of="2020-10-09", document="friday"),
        toll("376", as_of="2020-10-26", as_of_basis="published", document="later"),
    )
    assert (row.text, row.as_of, row.documents) == ("376", "2020-10-09", ("friday", "later"))


def test_stale_repetition_supersedes_nothing() -> None:
    row = only(
        toll("376", as_of="2020-10-09", document="friday"),
        toll("710", as_of="2020-10-18", document="later"),
        toll("376", as_of="2020-10-26", as_of_basis="published", document="later"),
    )
    assert (row.text, [f.text for f in row.earlier]) == ("710", ["376"])
    assert row.earlier[0].documents == ("friday", "later")


def test_figure_confirmed_for_a_later_day_is_a_later_assertion() -> None:
    row = only(
        toll("376", as_of="2020-10-09", document="friday"),
        toll("376", as_of="2020-10-12", document="monday"),
    )
    assert (row.as_of, [f.as_of for f in row.earlier]) == ("2020-10-12", ["2020-10-09"])


def test_curated_claim_leads_the_proposed_one() -> None:
    row = only(
        toll("376", as_of="2020-10-09", document="friday", status="candidate"),
        toll("376", as_of="2020-10-09", document="monday", entry="curated", claimant="Armenian government"),
    )
    assert (row.claimant, row.candidate) == ("Armenian government", False)


def test_vague_word_said_twice_is_not_one_figure() -> None:
    row = only(
        toll(
            "hundreds",
            side="both",
            people="any",
            as_of="2020-10-12",
            as_of_basis="published",
            document="monday",
        ),
        toll(
            "hundreds",
            side="both",
            people="any",
            as_of="2020-10-26",
            as_of_basis="published",
            document="later",
        ),
        toll(">500", side="both", people="any", as_of="2020-10-14", document="later"),
    )
    assert [(f.text, f.as_of) for f in row.others] == [
        ('"hundreds"', "2020-10-26"),
        ('"hundreds"', "2020-10-12"),
    ]


def test_differing_words_are_differing_figures() -> None:
    row = only(
        toll("~30", as_of="2020-10-09", document="friday"),
        toll("30", as_of="2020-10-12", document="monday"),
    )
    assert (row.text, [f.text for f in row.earlier]) == ("30", ["~30"])


def strike(day: str, document: str, **more: object) -> object:
    people = {"side": "azerbaijani", "people": "any", "measure": "incident"}
    return toll("13", as_of=day, document=document, **people | more)  # type: ignore[arg-type]


def test_one_strike_is_dated_a_day_either_way() -> None:
    row = only(strike("2020-10-16", "monday"), strike("2020-10-17", "later", place="Ganja"))
    assert (row.text, row.documents, row.note) == ("13", ("monday", "later"), "one event")


def test_strikes_on_two_places_are_two() -> None:
    table = tolls(
        book(
            [strike("2020-10-16", "monday", place="Ganja"), strike("2020-10-16", "later", place="Barda")],
            CARDS,
        ),  # type: ignore[list-item]
        ask(),
    )
    assert printed(table) == {
        "azerbaijani/any/killed/barda": "13 (2020-10-16)",
        "azerbaijani/any/killed/ganja": "13 (2020-10-16)",
    }


def test_two_events_of_one_document_are_two() -> None:
    same = [strike("2020-10-16", "later", incident="one"), strike("2020-10-16", "later", incident="two")]
    assert len(tolls(book(same, CARDS), ask()).rows) == 2  # type: ignore[arg-type]


def test_increments_of_two_days_are_two() -> None:
    table = tolls(
        book(
            [
                toll("16", measure="increment", as_of="2020-10-12", document="monday"),
                toll("16", measure="increment", as_of="2020-10-14", document="later"),
            ],
            CARDS,
        ),
        ask(),
    )
    assert list(rows(table)) == ["armenian/military/killed/2020-10-12", "armenian/military/killed/2020-10-14"]
