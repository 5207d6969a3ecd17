"""Binding: the proposals of one document that say what a person has already entered."""

from __future__ import annotations

import pytest
from building import claim, toll, violation

from truce_cli.model.claim import Claim
from truce_cli.model.record import replace
from truce_cli.reconcile.binding import bind

TEXT = "Armenia said that 376 of its soldiers and 22 civilians had been killed, and 22 wounded"


def at(made: Claim, quote: str, ident: str, text: str = TEXT) -> Claim:
    start = text.index(quote)
    return replace(made, id=ident, quote=quote, start=start, end=start + len(quote))


SOLDIERS = at(toll("376"), "376 of its soldiers", "t-c1")
CIVILIANS = at(toll("22", people="civilian"), "22 civilians", "t-c2")


def test_same_words_and_figure_are_bound() -> None:
    proposals = [
        at(toll("376", status="candidate"), "376 of its soldiers and 22 civilians had been killed", "t-x1"),
        at(toll("22", people="civilian"), "376 of its soldiers and 22 civilians had been killed", "t-x2"),
        at(toll("22", people="civilian", harm="injured"), "22 wounded", "t-x3"),
    ]
    assert bind([SOLDIERS, CIVILIANS], proposals) == (("t-x1", "t-c1"), ("t-x2", "t-c2"))


def test_wrong_people_or_side_still_bind_on_the_same_words() -> None:
    wrong = at(toll("22", people="any", side="unknown"), "22 civilians", "t-x")
    assert bind([SOLDIERS, CIVILIANS], [wrong]) == (("t-x", "t-c2"),)


def test_another_figure_or_other_words_do_not_bind() -> None:
    assert bind([SOLDIERS], [at(toll("375"), "376 of its soldiers", "t-x")]) == ()
    far = replace(toll("376"), id="t-x", quote="elsewhere 376", start=500, end=513)
    assert bind([SOLDIERS], [far]) == ()
    assert bind([], [far]) == ()
    assert bind([SOLDIERS], []) == ()


def test_quotes_bind_by_words_where_spans_are_not_known() -> None:
    unplaced = replace(SOLDIERS, start=None, end=None)
    for quote, bound in (
        ("said that 376  of its\nsoldiers and", True),
        ("376 OF ITS SOLDIERS", True),
        ("376 of their men", False),
    ):
        proposal = replace(toll("376"), id="t-x", quote=quote)
        assert bind([unplaced], [proposal]) == ((("t-x", "t-c1"),) if bound else ())


def test_figure_may_be_told_with_another_qualifier() -> None:
    curated = at(toll("≥22", people="civilian"), "22 civilians", "t-c")
    assert bind([curated], [at(toll("22", people="civilian"), "22 civilians", "t-x")]) == (("t-x", "t-c"),)


def accusation(side: str, act: str, ident: str, occurred: str | None = None) -> Claim:
    text = "both sides spoke of shelling and air strikes"
    return at(violation(side, act, occurred), text, ident, text)


def test_mutual_accusations_bind_each_to_its_own() -> None:
    curated = [accusation("armenian", "violation", "v-c1"), accusation("azerbaijani", "violation", "v-c2")]
    proposed = [accusation("azerbaijani", "attack", "v-x2"), accusation("armenian", "attack", "v-x1")]
    assert bind(curated, proposed) == (("v-x1", "v-c1"), ("v-x2", "v-c2"))


def test_acts_must_fit_and_the_same_act_is_preferred() -> None:
    curated = [accusation("armenian", "shelling", "v-c1"), accusation("armenian", "attack", "v-c2")]
    assert bind(curated, [accusation("armenian", "attack", "v-x")]) == (("v-x", "v-c2"),)
    assert bind(curated, [accusation("armenian", "shelling", "v-x")]) == (("v-x", "v-c1"),)
    assert bind(curated[:1], [accusation("armenian", "airstrike", "v-x")]) == ()


def test_two_clocks_are_two_acts() -> None:
    curated = accusation("armenian", "shelling", "v-c", "2020-10-18T00:02+04:00")
    assert bind([curated], [accusation("armenian", "shelling", "v-x", "2020-10-18T00:04+04:00")]) == ()
    assert bind([curated], [accusation("armenian", "shelling", "v-x", "2020-10-17T20:02+00:00")]) != ()


@pytest.mark.parametrize(
    ("event", "truce", "bound"), [("agreed", "oct-10", 1), ("agreed", "oct-18", 0), ("in_force", "oct-10", 0)]
)
def test_truce_events_bind_by_event_and_truce(event: str, truce: str, bound: int) -> None:
    curated = claim("truce_event", id="e-c", truce="oct-10", event="agreed", quote="a deal was struck")
    proposed = claim("truce_event", id="e-x", truce=truce, event=event, quote="both agreed")
    assert len(bind([curated], [proposed])) == bound


def test_silences_bind_by_side() -> None:
    curated = claim("undisclosed", id="u-c", side="azerbaijani", victims="military", quote="kept to itself")
    same = claim("undisclosed", id="u-x", side="azerbaijani", quote="does not publish")
    assert bind([curated], [same]) == (("u-x", "u-c"),)
    assert bind([curated], [replace(same, side="armenian")]) == ()
    assert bind([curated], [replace(same, victims="civilian")]) == ()


def test_denials_bind_by_words_and_side() -> None:
    curated = claim("denial", id="d-c", claimant_side="armenian", quote="Yerevan denied this at once")
    same = claim("denial", id="d-x", claimant_side="armenian", quote="denied this at once")
    assert bind([curated], [same]) == (("d-x", "d-c"),)
    assert bind([curated], [replace(same, claimant_side="azerbaijani")]) == ()


def test_several_proposals_may_bind_to_one() -> None:
    again = [
        at(toll("376"), quote, f"t-x{n}") for n, quote in enumerate(("376 of its soldiers", "said that 376"))
    ]
    assert bind([SOLDIERS], again) == (("t-x0", "t-c1"), ("t-x1", "t-c1"))
    assert bind([CIVILIANS, SOLDIERS], again[::-1]) == bind([SOLDIERS, CIVILIANS], again)
