"""A claim entered by hand: fields checked, days in words read, never a twin."""

from __future__ import annotations

from typing import Any

import pytest
from curating import DB, claims, figures, log, who

from truce_cli.errors import UsageError
from truce_cli.store.log import FROM_FILES
from truce_cli.workflow.add import Draft, prepare, save

TOLL = {"side": "norvian", "harm": "killed", "value": "44", "measure": "incident"}


def draft(kind: str = "toll", base: str | None = None, **given: str) -> Draft:
    return prepare(DB, kind, {**(TOLL if kind == "toll" else {}), **given}, today="2031-07-01", base=base)


def add(**given: Any) -> str:
    return save(DB, draft(**given), who("add")).id


def test_a_claim_is_there_and_counts(run) -> None:
    run()
    id_ = add(claimant="norvian-ministry", as_of="2031-06-03")
    one = next(one for one in claims() if one.id == id_)
    assert (one.value, one.low, one.high, one.status, one.entry) == (44, 44, 44, "accepted", "curated")
    assert (one.claimant, one.claimant_slug, one.claimant_side) == (
        "Norvian defence ministry",
        "norvian-ministry",
        "norvian",
    )
    assert "44" in figures()
    assert log()[-1].judgement.action in FROM_FILES and log()[-1].judgement.new is not None


def test_the_same_again_is_no_twin(run) -> None:
    run()
    first = save(DB, draft(), who("add"))
    again = save(DB, draft(), who("add"))
    assert (first.id, first.new, again.id, again.new) == (again.id, True, first.id, False)
    assert add(as_of="2031-06-03") != first.id
    assert sum(one.value == 44 for one in claims()) == 2
    add(ref="mine")
    with pytest.raises(UsageError, match="another claim stands under ref 'mine'"):
        add(ref="mine", place="Halden")


def test_a_quote_is_placed_in_its_document(run, opened) -> None:
    run()
    id_ = add(document="monday.txt", quote="12 people were killed", value="12")
    with opened() as ledger:
        one = ledger.kept([id_])[id_].claim
        assert ledger.text(one.document or "")[one.start : one.end] == one.quote
        assert len(ledger.bindings()) == 1
    with pytest.raises(UsageError, match="its quote is not in"):
        draft(document="monday.txt", quote="13 people were killed")
    with pytest.raises(UsageError, match=r"its quote stands \d times in .*; lengthen it"):
        draft(document="monday.txt", quote="people were killed")
    waits = draft(document="wednesday.txt", quote="44 people")
    assert "no document 'wednesday.txt' here yet" in waits.notes[0]


@pytest.mark.parametrize(
    ("said", "base", "day", "counted_from"),
    [
        ("June 2", None, "2031-06-02", "2031-07-01, today"),
        ("2 days ago", "2031-06-10", "2031-06-08", "2031-06-10, --base"),
        ("yesterday", None, "2031-06-30", "2031-07-01, today"),
    ],
)
def test_days_in_words(run, said: str, base: str | None, day: str, counted_from: str) -> None:
    run()
    made = draft(as_of=said, base=base)
    assert made.claim.as_of == day
    reading = made.readings[0]
    assert (reading.field, reading.said, reading.day, reading.base) == ("as_of", said, day, counted_from)
    assert draft(as_of="2031-06-02").readings == ()


def test_days_count_from_the_document(run) -> None:
    run()
    made = draft(document="monday.txt", as_of="yesterday")
    assert (made.claim.as_of, made.readings[0].base) == ("2031-06-01", "2031-06-02, the document's day")


def test_clock_times_are_local(run) -> None:
    run()
    made = draft("violation", accused_side="norvian", occurred="June 1 12:05", base="2031-06-03")
    assert made.claim.occurred == "2031-06-01T12:05+02:00"
    assert (made.claim.occurred_utc, made.claim.precision) == ("2031-06-01T10:05Z", "minute")


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("1,204", (1204, 1204, 1204, "exact")),
        (">500", (500, 500, None, "more_than")),
        ("≥12", (12, 12, None, "at_least")),
        ("~30", (30, 30, 30, "about")),
        ("<=40", (None, 40, 40, "up_to")),
        ("10–12", (10, None, 12, "range")),
    ],
)
def test_figures_as_the_tables_print_them(run, written: str, figure: tuple[int | None, ...]) -> None:
    run()
    one = draft(value=written).claim
    assert (one.low, one.value, one.high, one.qualifier) == figure


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        ("tol", {}, "no kind of claim 'tol'; did you mean toll?"),
        ("toll", {"value": ""}, "a toll needs --value"),
        ("truce_event", {}, "a truce event needs --truce, --event"),
        ("violation", {}, "a violation needs --accused-side"),
        ("undisclosed", {}, "a undisclosed needs --side"),
        (
            "toll",
            {"victims": "civillian"},
            "victims: 'civillian' is not one of military, civilian, any; did you",
        ),
        (
            "toll",
            {"claimant": "Halden Radio"},
            "claimant: whose side is 'Halden Radio' on? give --claimant-side",
        ),
        ("toll", {"as_of": "sometime"}, "as_of: no day can be read from 'sometime'; write it as 2020-10-18"),
        ("violation", {"accused_side": "norvian", "occurred": "noonish"}, "or 2020-10-18T12:05+04:00"),
        (
            "violation",
            {"accused_side": "norvian", "occurred": "June 1 25:61"},
            "occurred: no day can be read",
        ),
        ("toll", {"subset_of": "t-ffff"}, "no claim 't-ffff' here"),
        ("toll", {"accused": "x"}, "accused: is no field of a claim of kind toll, but of violation"),
    ],
)
def test_what_does_not_fit_is_said(run, kind: str, given: dict[str, str], message: str) -> None:
    run()
    with pytest.raises(UsageError) as refused:
        draft(kind, **given)
    assert message in str(refused.value)
    assert log() == ()
