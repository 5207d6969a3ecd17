"""Four times the claims are four times the work, whatever they say of one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from building import ask, book, card, violation
from growth import MOST, growth

from truce_cli.model.claim import Claim
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.violations import violations


def shelling(number: int, day: str = "2020-10-12", **fields: object) -> Claim:
    told = {
        "document": f"d{number}",
        "quote": f"{number} tells it",
        "claimant": "Armenian defence ministry",
        "place": "Martakert",
    }
    return violation("armenian", "shelling", day, **told | fields)


def places_of_one_day(count: int) -> Iterator[Claim]:
    return (shelling(number, place=_name(number)) for number in range(count))


def minutes_of_one_place(count: int) -> Iterator[Claim]:
    for number in range(count):
        minute = f"2020-10-12T{number // 60:02d}:{number % 60:02d}+04:00"
        yield shelling(number, minute, precision="minute")


def tellings_of_one_act(count: int) -> Iterator[Claim]:
    return (shelling(number) for number in range(count))


def _name(number: int) -> str:
    """A place that shares no word with another."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)) + "grad"


ACTS = (places_of_one_day, minutes_of_one_place, tellings_of_one_act)


@pytest.mark.parametrize("claims", ACTS)
@pytest.mark.parametrize("question", (violations, timeline))
def test_accusations(question: Callable[..., object], claims: Callable[[int], Iterator[Claim]]) -> None:
    def asked(told: list[Claim]) -> object:
        return question(book(told, [card(f"d{number}", "2020-10-13") for number in range(len(told))]), ask())

    assert growth(asked, claims) < MOST
