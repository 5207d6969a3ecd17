"""Rule 3 for events: one strike that five outlets tell is one event; two strikes stay two; people's word wins."""

from __future__ import annotations

import pytest
from building import ask, book, card, rows, toll, violation
from claims_files import book_of

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Entry
from truce_cli.model.record import replace
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces


@pytest.fixture(scope="module")
def strikes() -> Book:
    return book_of("strike-2020", "claims.toml")


def entries(claims: Book) -> list[Entry]:
    return [e for e in timeline(claims, ask()).entries if e.kind == "violation"]


def test_five_outlets_tell_of_one_strike(strikes: Book) -> None:
    ganja, *barda = entries(strikes)
    assert (len(ganja.documents), ganja.place, ganja.act) == (5, "Ganja", "missile")
    killed = {f.text for f in ganja.tolls if f.harm == "killed"}
    injured = {f.text for f in ganja.tolls if f.harm == "injured"}
    assert (killed, injured) == ({"12", "13", "≥13", ">10"}, {"40", "50", "52", "53"})
    assert [e.at for e in barda] == ["2020-10-27", "2020-10-28"]


def test_its_rival_figures_stand_side_by_side_and_are_never_added(strikes: Book) -> None:
    table = rows(tolls(strikes, ask(truce="oct-10", derived=True)))
    killed = table["azerbaijani/any/killed/2020-10-16"]
    assert (killed.text, {f.text for f in killed.others}) == ("13", {"12", "≥13", ">10"})
    assert {f.note for f in killed.others} == {"same event, another figure"}
    assert not any(row.derived for row in table.values())
    assert {row.text for row in table.values()} == {"13", "53", "5", "21", "70"}


def test_rivals_of_an_event_are_not_added_to_a_running_total() -> None:
    count = toll("100", side="azerbaijani", people="any", as_of="2020-10-10", document="z")
    strike = {"side": "azerbaijani", "people": "any", "measure": "incident", "place": "Ganja"}
    claims = [
        count,
        toll("13", as_of="2020-10-17", document="a", **strike),
        toll("12", as_of="2020-10-17", document="b", **strike),
    ]
    table = rows(tolls(book(claims), ask(derived=True)))
    assert table["azerbaijani/any/killed/derived"].text in ("≥112", "≥113")
    beside = [f.note for f in table["azerbaijani/any/killed"].beside]
    assert len(beside) == 2 and "another figure" in beside[1]


def test_one_minute_told_by_five_outlets_is_one_event() -> None:
    names = "abcde"
    acts = [
        violation("armenian", "attack", "2020-10-10T12:05+04:00", document=name, claimant=who)
        for name, who in zip(names, ["Armenia", "Armenian defence ministry", "Yerevan"] * 2, strict=False)
    ]
    (entry,) = entries(book(acts, [card(name, "2020-10-10", outlet=name) for name in names]))
    assert (len(entry.documents), entry.at) == (5, "2020-10-10T12:05+04:00")


def apart(*pairs: tuple[str, str, str, str]) -> int:
    """How many events reports (day, place, killed, injured) of different documents are."""
    claims: list[Claim] = []
    for number, (day, place, killed, injured) in enumerate(pairs):
        shared = {"document": f"d{number}", "incident": "x", "place": place or None}
        claims.append(violation("azerbaijani", "missile", day, **shared))
        for harm, figure in (("killed", killed), ("injured", injured)):
            if figure:
                more = {"side": "azerbaijani", "people": "any", "measure": "incident", "as_of": day}
                claims.append(toll(figure, harm=harm, **more, **shared))
    return len(entries(book(claims)))


@pytest.mark.parametrize(
    ("reports", "events"),
    [
        # a day either way, near figures, one place
        ([("2020-10-16", "Ganja", "13", "52"), ("2020-10-17", "Gyandzha", "12", "40")], 1),
        # two days are two strikes
        ([("2020-10-15", "Ganja", "13", "52"), ("2020-10-17", "Ganja", "12", "40")], 2),
        # another town
        ([("2020-10-17", "Ganja", "13", "52"), ("2020-10-17", "Stepanakert", "12", "40")], 2),
        # one town on two days, the dead of another order
        ([("2020-10-27", "Ganja", "5", "13"), ("2020-10-28", "Ganja", "21", "70")], 2),
        # one town on one day, the dead of another order
        ([("2020-10-28", "Ganja", "5", ""), ("2020-10-28", "Ganja", "21", "")], 2),
        # a few dead on each of two days prove nothing
        ([("2020-10-04", "Stepanakert", "2", ""), ("2020-10-05", "Stepanakert", "3", "")], 2),
        # near figures without a place prove nothing either
        ([("2020-10-16", "", "13", "52"), ("2020-10-17", "", "12", "40")], 2),
        # the very same ones do
        ([("2020-10-16", "", "13", "52"), ("2020-10-17", "Ganja", "13", "53")], 1),
    ],
)
def test_matching_is_careful(reports: list[tuple[str, str, str, str]], events: int) -> None:
    assert apart(*reports) == events
    assert apart(*reversed(reports)) == events


def test_peoples_judgements_win(strikes: Book) -> None:
    first, second = [e for e in entries(strikes) if e.place == "Barda"]
    one = replace(strikes, same=frozenset({(first.claims[0], second.claims[0])}))
    assert [e.place for e in entries(one)] == ["Ganja", "Barda"]
    ganja = entries(strikes)[0]
    lead, other = ganja.claims[0], ganja.claims[-1]
    two = [e for e in entries(replace(strikes, different=frozenset({(lead, other)}))) if e.place != "Barda"]
    assert len(two) == 2 and not any({lead, other} <= set(e.claims) for e in two)


def test_judged_different_figures_are_no_echo() -> None:
    figures = {"side": "azerbaijani", "people": "any", "measure": "incident", "as_of": "2020-10-17"}
    one, other = toll("13", document="a", **figures), toll("13", document="b", **figures)
    assert len(rows(tolls(book([one, other]), ask()))) == 1
    apart = replace(book([one, other]), different=frozenset({(other.id, one.id)}))
    assert len(rows(tolls(apart, ask()))) == 2


def test_judged_same_figures_are_rivals_of_one_event() -> None:
    figures = {"side": "azerbaijani", "people": "any", "measure": "incident"}
    one = toll("13", document="a", as_of="2020-10-17", place="Ganja", **figures)
    other = toll("30", document="b", as_of="2020-10-19", place="Barda", **figures)
    assert len(rows(tolls(book([one, other]), ask()))) == 2
    judged = replace(book([one, other]), same=frozenset({(other.id, one.id)}))
    (row,) = tolls(judged, ask()).rows
    assert {row.text, *(f.text for f in row.others)} == {"13", "30"}


def test_counts_are_no_events_of_a_truce() -> None:
    counted = violation("armenian", "attack", "2020-10-12", unit="attacks", low=816, value=816, high=816)
    told = violation("armenian", "shelling", "2020-10-12", place="Martakert")
    summary = truces(book([counted, told]), ask(truce="oct-10"))[0]
    assert dict(summary.accusations) == {"armenian": 1, "azerbaijani": 0}
