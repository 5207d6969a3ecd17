"""Rule 17: which truce an act belongs to."""

from __future__ import annotations

import pytest
from building import CONFLICT, violation

from truce_cli.model.conflict import Truce
from truce_cli.model.record import replace
from truce_cli.reconcile.rules.windows import Placed, Window, place, window


@pytest.mark.parametrize(
    ("occurred", "named", "placed"),
    [
        # a clock decides, the truce's first minute is its own
        ("2020-10-18T00:00+04:00", None, Placed("oct-18")),
        ("2020-10-17T23:59+04:00", None, Placed("oct-10")),
        ("2020-10-18T00:00+04:00", "oct-10", Placed("oct-18")),
        ("2020-10-10T08:05+00:00", None, Placed("oct-10")),
        ("2020-10-10T11:59+04:00", None, Placed("oct-10", before=True)),
        ("2020-10-10T11:59+04:00", "oct-10", Placed("oct-10", before=True)),
        ("2020-10-05T11:59+04:00", None, Placed(None)),
        # then the truce that the text names
        ("2020-10-10", "oct-10", Placed("oct-10")),
        ("2020-10-26", "oct-26", Placed("oct-26")),
        ("2020-10-26", "oct-18", Placed("oct-18")),
        (None, "oct-10", Placed("oct-10")),
        (None, "jan-01", Placed("jan-01")),
        ("2020-10-25", "oct-26", Placed("oct-26", before=True)),
        # then the calendar
        ("2020-10-16", None, Placed("oct-10")),
        ("2020-10-18", None, Placed("oct-18")),
        ("2020-10-10", None, Placed("oct-10", before=True)),
        ("2020-10-26", None, Placed("oct-26", before=True)),
        ("2020-10-25", None, Placed("oct-18")),
        ("2020-10-05", None, Placed(None)),
        (None, None, Placed(None)),
    ],
)
def test_place_of_an_act(occurred: str | None, named: str | None, placed: Placed) -> None:
    assert place(CONFLICT, violation("armenian", "shelling", occurred, truce=named)) == placed


def test_eve_of_a_truce_that_nothing_precedes() -> None:
    truce = Truce(slug="t", name="t", agreed="2020-10-08", in_force="2020-10-10T12:00+04:00")
    alone = replace(CONFLICT, truces=(truce,))
    assert place(alone, violation("armenian", "shelling", "2020-10-09")) == Placed("t", before=True)
    assert place(alone, violation("armenian", "shelling", "2020-10-07")) == Placed(None)


def test_truce_that_ends_the_war_stays_open() -> None:
    last = Truce(slug="nov-10", name="last", agreed="2020-11-09", in_force="2020-11-10T00:00+03:00")
    war = replace(CONFLICT, truces=(*CONFLICT.truces, last))
    assert window(war, last) == Window("2020-11-10T00:00+03:00", None)
    only = Truce(slug="oct", name="only", agreed=None, in_force="2020-10-10T12:00+04:00")
    assert window(replace(CONFLICT, truces=(only,)), only).end == "2020-11-10T00:00+04:00"
    assert window(replace(CONFLICT, truces=(only,), ended=None), only).end is None


def test_days_of_a_window() -> None:
    span = Window("2020-10-18T00:00+04:00", "2020-10-26T08:00+04:00")
    assert [span.holds_day(day) for day in ("2020-10-17", "2020-10-18", "2020-10-26")] == [False, True, False]
    assert [span.touches_day(day) for day in ("2020-10-17", "2020-10-26", "2020-10-27")] == [
        False,
        True,
        False,
    ]
    assert Window("2020-10-18T00:00+04:00", None).touches_day("2021-01-01")
    assert Window("2020-10-18T00:00+04:00", None).holds_day("2021-01-01")
