"""Rule 3, echo: the same figure of the same voice in many documents is one assertion with many documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from truce_cli.model import stance as stances
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Step
from truce_cli.model.names import together, without
from truce_cli.reconcile.assertion import Assertion, assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import days_between, last_day, shifted
from truce_cli.reconcile.rowkeys import row_key
from truce_cli.reconcile.rules.judged import Judgements

_CEILING_DAYS = {"incident": 3, "increment": 1, "retroactive": 1}
"""Days after which a repetition that names no day is another event. Running totals: no limit."""

_DAYS_APART = {"incident": 1}
"""Outlets date one event a day either way, across midnight and time zones."""


def collapse(book: Book, claims: Sequence[Claim]) -> tuple[tuple[Assertion, ...], Step]:
    """Toll claims to assertions. A publication day is a ceiling: it joins the same figure claimed earlier."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_same_words(book, claim)].append(claim)
    judged = Judgements(book)
    out = []
    for group in alike.values():
        out += [assertion(book, *found) for found in _by_day(book, group, judged)]
    out.sort(key=lambda item: book.order(item.lead))
    repeated = together(without(item.ids, item.lead.id) for item in out)
    return tuple(out), Step(rule="echo", left_out=repeated, note="repeated by other documents")


def _same_words(book: Book, claim: Claim) -> tuple[object, ...]:
    """Everything that two claims must share, days apart."""
    key = row_key(claim, book.conflict)
    said = (claim.value_text or "").casefold() if claim.qualifier == "vague" else ""
    subset = claim.subset_of is not None and claim.measure != "cumulative"
    if claim.measure == "incident":
        # one outlet names the place of a strike and another does not: matched by day and figure instead
        key = key._replace(place=None, start=None)
    figures = (claim.low, claim.value, claim.high, claim.qualifier, said)
    return (
        claim.measure,
        *key,
        *figures,
        claim.basis == "estimated",
        subset,
        stances.voice(claim, book.conflict),
    )


def _by_day(book: Book, group: list[Claim], judged: Judgements) -> list[tuple[list[Claim], Claim]]:
    """Split claims of one figure into assertions: (claims, the one whose as-of holds).

    Said days come first, then publication days, each oldest first, for a repetition to find what it repeats.
    """
    ordered = sorted(group, key=lambda c: (_is_ceiling(c), _day(c) or "9999", book.order(c)))
    homes: dict[str, list[tuple[list[Claim], Claim]]] = defaultdict(list)
    for claim in ordered:
        near = (item for day in _days_near(claim, homes) for item in homes[day])
        home = next((item for item in near if _joins(claim, item) and not _apart(claim, item, judged)), None)
        if home is None:
            homes[_day(claim) or ""].append(([claim], claim))
        else:
            home[0].append(claim)
    return [item for found in homes.values() for item in found]


def _days_near(claim: Claim, homes: Mapping[str, object]) -> list[str]:
    """Days on which the claim may already stand, the nearest before it first; "" holds the undated."""
    day, limit = _day(claim), _CEILING_DAYS.get(claim.measure or "")
    if day is None or (_is_ceiling(claim) and limit is None):
        return sorted(homes, reverse=True)
    apart = _DAYS_APART.get(claim.measure or "", 0)
    first, last = (-(limit or 0), 0) if _is_ceiling(claim) else (-apart, apart)
    days = sorted(range(first, last + 1), key=lambda n: (abs(n), n))
    return [found for found in (shifted(day, n) for n in days) if found in homes]


def _day(claim: Claim) -> str | None:
    return last_day(claim.as_of) if claim.as_of else None


def _is_ceiling(claim: Claim) -> bool:
    return claim.as_of is None or claim.as_of_basis == "published"


def _joins(claim: Claim, item: tuple[list[Claim], Claim]) -> bool:
    members, dated = item
    if claim.qualifier == "vague" and claim.as_of != dated.as_of:
        return False  # "hundreds" said twice is not one figure claimed twice
    if claim.measure == "incident" and not _same_event(claim, members):
        return False
    if claim.as_of is None or dated.as_of is None:
        return claim.measure == "cumulative" or claim.as_of == dated.as_of
    distance = days_between(last_day(dated.as_of), last_day(claim.as_of))
    if _is_ceiling(claim):
        limit = _CEILING_DAYS.get(claim.measure or "")
        return distance >= 0 and (limit is None or distance <= limit)
    return abs(distance) <= _DAYS_APART.get(claim.measure or "", 0)


def _apart(claim: Claim, item: tuple[list[Claim], Claim], judged: Judgements) -> bool:
    """True where a person has said that the claim is another one than a member."""
    return judged.verdict((claim.id,), [member.id for member in item[0]]) is False


def _same_event(claim: Claim, members: list[Claim]) -> bool:
    """Two figures of one document are one event's only under one label; two places are two events."""
    for other in members:
        if claim.document == other.document and claim.document is not None:
            if claim.incident != other.incident or claim.as_of != other.as_of:
                return False
            if claim.incident is None:
                return claim.place == other.place
        if claim.place and other.place and claim.place.casefold() != other.place.casefold():
            return False
    return True
