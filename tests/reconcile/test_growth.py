"""Four times the claims are four times the work, whatever they say of one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import pytest
from building import CONFLICT, PARTIES, ask, book, card, claim, toll, violation
from growth import MOST, growth

from truce_cli.model.claim import Claim
from truce_cli.model.record import replace
from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.series import series
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.violations import violations

Claims = Callable[[int], Iterable[Claim]]


def name(number: int) -> str:
    """A word that shares no part with another's."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)) + "grad"


def day(number: int) -> str:
    return (date(2020, 9, 28) + timedelta(days=number)).isoformat()


def shelling(number: int, day: str | None = "2020-10-12", **fields: object) -> Claim:
    told = {
        "document": f"d{number}",
        "quote": f"{name(number)} burned",
        "claimant": "Armenian defence ministry",
        "place": "Martakert",
    }
    return violation("armenian", "shelling", day, **told | fields)


def dead(figure: int, number: int, day: str | None = "2020-10-12", **fields: object) -> Claim:
    told = {"document": f"d{number}", "quote": f"{number} tells it", "measure": "incident", "as_of": day}
    return toll(str(figure), **told | fields)


def total(figure: int, number: int, day: str = "2020-10-12", **fields: object) -> Claim:
    return dead(figure, number, day, **{"measure": "cumulative"} | fields)


def denial(number: int, words: str) -> Claim:
    told = {"document": f"d{number}", "claimant": "Armenia", "claimant_side": "armenian"}
    return claim("denial", quote=words, **told)


def minutes(count: int) -> Iterator[Claim]:
    for number in range(count):
        minute = f"2020-10-12T{number // 60:02d}:{number % 60:02d}+04:00"
        yield shelling(number, minute, precision="minute")


def struck(number: int, place: str) -> Iterator[Claim]:
    """A strike and its dead, in one document."""
    told = {"place": place, "incident": "a strike", "document": f"d{number}"}
    yield dead(12, number, **told)
    yield shelling(number, **told)


def sides_and_both(count: int) -> Iterator[Claim]:
    for number in range(count // 3):
        yield total(500 + number, number, day(number), side="both", claimant_side="media")
        yield from (total(100 + number, number, day(number), side=side) for side in PARTIES)


def rows_and_events(count: int) -> Iterator[Claim]:
    for number in range(count // 2):
        yield total(100 + number, number, place=name(number))
        yield dead(5 + number, number, day(number % 9), place=name(number))


ACTS: dict[str, Claims] = {
    "places of one day": lambda count: (shelling(n, place=name(n)) for n in range(count)),
    "no places": lambda count: (shelling(n, place=None, quote=name(n)) for n in range(count)),
    "minutes of one place": minutes,
    "tellings of one act": lambda count: map(shelling, range(count)),
    "undated, of many places": lambda count: (shelling(n, None, place=name(n)) for n in range(count)),
    "undated, of one place": lambda count: (shelling(n, None) for n in range(count)),
    "strikes with as many dead": lambda count: (c for n in range(count // 2) for c in struck(n, name(n))),
    "tellings of one strike": lambda count: (c for n in range(count // 2) for c in struck(n, "Ganja")),
}
DENIALS: dict[str, Claims] = {
    "each in other words": lambda count: (denial(n, f"{name(n)} is false") for n in range(count)),
    "all in the same words": lambda count: (denial(n, "that is false") for n in range(count)),
    "pieces of longer ones": lambda count: (
        denial(n, f"that is false {name(n)}" if n % 2 else "is false") for n in range(count)
    ),
}
TOLLS: dict[str, Claims] = {
    "events of one day and figure": lambda count: (dead(12, n, place=name(n)) for n in range(count)),
    "tellings of one event": lambda count: (dead(12, n, place="Ganja") for n in range(count)),
    "events of no day": lambda count: (dead(12, n, None, place=name(n)) for n in range(count)),
    "events and their dead": lambda count: (c for n in range(count // 2) for c in struck(n, name(n))),
    "totals that rise and fall": lambda count: (
        total(9_000 + n if n % 2 else 8_000 - n, n, day(n)) for n in range(count)
    ),
    "both sides together": sides_and_both,
    "events beside as many rows": rows_and_events,
    "events beside one row": lambda count: (
        dead(n, n, day(n % 9), place=name(n)) if n else total(99, n) for n in range(count)
    ),
    "rows of one truce": lambda count: (
        total(100 + n, n, since="2020-10-11", place=name(n)) for n in range(count)
    ),
    "repetitions that name no day": lambda count: (
        total(50, n, day(n), as_of_basis="published") for n in range(count)
    ),
}


def asked(question: Callable[..., object]) -> Callable[[list[Claim]], object]:
    """The question about claims of documents of one day, in a war that has not ended."""
    conflict = replace(CONFLICT, ended=None)

    def ask_of(told: list[Claim]) -> object:
        cards = [card(document, "2020-10-13") for document in {c.document for c in told if c.document}]
        return question(replace(book(told, cards), conflict=conflict), ask())

    return ask_of


@pytest.mark.parametrize("claims", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("question", [violations, timeline])
def test_accusations(question: Callable[..., object], claims: Claims) -> None:
    assert growth(asked(question), claims) < MOST


@pytest.mark.parametrize("claims", DENIALS.values(), ids=DENIALS)
def test_denials(claims: Claims) -> None:
    assert growth(asked(timeline), claims) < MOST


@pytest.mark.parametrize("claims", TOLLS.values(), ids=TOLLS)
@pytest.mark.parametrize("question", [tolls, problems, series])
def test_tolls(question: Callable[..., object], claims: Claims) -> None:
    assert growth(asked(question), claims) < MOST


@pytest.mark.parametrize("question", [timeline, tolls])
def test_judgements(question: Callable[..., object]) -> None:
    """Half of the claims are judged to be one with another, the other half not to be."""

    def judged(told: list[Claim]) -> object:
        ids = sorted(claim.id for claim in told)
        pairs = [(one, other) for one, other in zip(ids[::2], ids[1::2], strict=True)]
        whole = book(told, [card(f"d{number}", "2020-10-13") for number in range(len(told))])
        judged = replace(whole, same=frozenset(pairs[::2]), different=frozenset(pairs[1::2]))
        return question(judged, ask())

    assert growth(judged, lambda count: (c for n in range(count // 2) for c in struck(n, name(n)))) < MOST
