"""Rule 10: what is claimed and left out is never called not reported; and denials are told once."""

from __future__ import annotations

from building import as_status, ask, book, card, claim, rows, toll

from truce_cli.model.claim import Claim
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls


def test_candidates_are_spoken_of_though_they_do_not_count() -> None:
    proposed = as_status([toll("376", as_of="2020-10-09", document="a")], "candidate")
    entered = toll("22", people="civilian", as_of="2020-10-09", document="a")
    table = tolls(book([*proposed, entered]), ask(statuses=("accepted", "retracted")))
    assert set(rows(table)) == {"armenian/civilian/killed"}
    assert table.spoken_of == {("armenian", "killed", "military"), ("armenian", "killed", "civilian")}


def test_what_nobody_says_by_a_day_is_not_spoken_of() -> None:
    claims = [
        toll("376", as_of="2020-10-09", document="a"),
        claim("undisclosed", side="azerbaijani", victims="military", as_of="2020-10-09", document="a"),
    ]
    assert tolls(book(claims), ask(as_of="2020-10-01")).spoken_of == frozenset()
    assert tolls(book(claims), ask(sides=("azerbaijani",))).spoken_of == {
        ("azerbaijani", "killed", "military"),
        ("azerbaijani", "injured", "military"),
    }
    assert tolls(book(as_status(claims, "rejected")), ask()).spoken_of == frozenset()


def test_a_sum_of_ours_names_the_speaker_of_every_addend() -> None:
    claims = [
        toll("168", harm="injured", people="civilian", as_of="2020-10-09", claimant="Armenia", document="a"),
        toll(
            "52",
            harm="injured",
            people="any",
            as_of="2020-10-16",
            measure="incident",
            claimant="Officials",
            document="b",
        ),
    ]
    row = next(row for row in tolls(book(claims), ask(derived=True)).rows if row.derived)
    assert row.claimant == "Armenia; Officials"
    told = [(figure.text, figure.as_of, figure.claimant) for figure in row.others]
    assert told == [("168", "2020-10-09", "Armenia"), ("52", "2020-10-16", "Officials")]


def denial(quote: str, document: str, **more: object) -> Claim:
    fields = {"claimant": "Defence ministry", "claimant_side": "azerbaijani"}
    return claim("denial", quote=quote, document=document, **(fields | more))


def test_a_denial_on_two_pages_is_one_entry() -> None:
    cards = [card("a", "2020-10-12"), card("b", "2020-10-13"), card("c", "2020-10-25")]
    whole = denial('dismissed as "nonsense" by the ministry', "a", truce=None)
    short = denial('dismissed as "nonsense."', "b", truce="oct-10", entry="curated")
    later = denial("dismissed as nonsense", "c")
    found = timeline(book([whole, short, later], cards), ask(kinds=("denial",))).entries
    assert [(entry.documents, entry.truce) for entry in found] == [(("a", "b"), "oct-10"), (("c",), None)]
    assert found[0].text == 'dismissed as "nonsense."', "the person's entry speaks for it"


def test_other_speakers_truces_and_sentences_stay_apart() -> None:
    cards = [card("a", "2020-10-12"), card("b", "2020-10-12")]
    one = denial("denied it", "a", truce="oct-10", start=5, end=14)
    for other in (
        denial("denied it", "b", truce="oct-18"),
        denial("denied it", "b", claimant="President"),
        denial("has denied it again", "a", start=50, end=69),
    ):
        assert len(timeline(book([one, other], cards), ask(kinds=("denial",))).entries) == 2


def test_dead_are_no_undated_accusation() -> None:
    accusation = claim(
        "violation",
        claimant="Armenia",
        claimant_side="armenian",
        accused_side="azerbaijani",
        act="attack",
        document="a",
    )
    told = book([accusation], [card("a", "2020-10-10")])
    assert timeline(told, ask(truce="oct-10")).undated_before == 1
    assert timeline(told, ask(truce="oct-10", kinds=("toll",))).undated_before == 0
