"""Bounds of a document's own totals."""

from __future__ import annotations

from passages import claims

from truce_cli.extract.tally import tally


def test_bounds_add_end_to_end() -> None:
    text = "At least five teachers and two nurses were killed."
    assert tally(text, claims(text))["killed"]["low"] == 7


def test_a_range_has_no_value() -> None:
    text = "Between 10 and 12 people were killed."
    assert tally(text, claims(text))["killed"] == {"low": 10, "value": None, "high": 12}
