"""Rule 6, increment: "16 more, for a total of 532" adds nothing to 532, and checks the total before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truce_cli.model.finding import Problem
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.days import first_day, shifted
from truce_cli.reconcile.rules.bounds import is_exact
from truce_cli.reconcile.rules.subset import Parts

ADDITIONS = ("increment", "retroactive")


def with_totals(parts: Parts) -> Parts:
    """Hang each addition that declares no total on the one that its own document, voice and day give."""
    totals = [item for item in parts.wholes if item.lead.measure == "cumulative"]
    of = {lead: list(found) for lead, found in parts.of.items()}
    wholes = []
    for item in parts.wholes:
        total = _total_of(item, totals) if item.lead.measure in ADDITIONS else None
        if total is None:
            wholes.append(item)
        else:
            of.setdefault(total.lead.id, []).append(item)
    return Parts(tuple(wholes), {lead: tuple(found) for lead, found in of.items()}, parts.step)


def _total_of(item: Assertion, totals: Sequence[Assertion]) -> Assertion | None:
    for total in totals:
        same_people = total.key._replace(start=None) == item.key._replace(start=None)
        same_place = set(total.documents) & set(item.documents) and total.voice == item.voice
        larger = (total.lead.high or total.lead.low or 0) >= (item.lead.low or 0)
        if same_people and same_place and larger and total.order_day == item.order_day:
            return total
    return None


@dataclass(frozen=True, slots=True)
class Check:
    """What an increment says about the total before it."""

    increment: Assertion
    total: Assertion
    implied: int
    implied_day: str
    previous: Assertion | None
    verdict: str
    """fits, misfit, gap; unchecked where there is no earlier total."""


def checks(series: Sequence[Assertion], parts: Parts) -> tuple[Check, ...]:
    """Check every exact increment inside the totals of one voice's series (any order)."""
    ordered = sorted((s for s in series if is_exact(s.lead)), key=lambda s: (s.order_day or "", s.lead.id))
    out = []
    for index, total in enumerate(ordered):
        for item in parts.of.get(total.lead.id, ()):
            if item.lead.measure == "increment" and is_exact(item.lead) and total.order_day:
                out.append(_check(item, total, ordered[index - 1] if index else None))
    return tuple(out)


def _check(item: Assertion, total: Assertion, previous: Assertion | None) -> Check:
    implied = (total.lead.low or 0) - (item.lead.low or 0)
    opened = first_day(item.lead.since) if item.lead.since else total.order_day or ""
    day = shifted(opened, -1)
    return Check(item, total, implied, day, previous, _verdict(implied, day, previous))


def _verdict(implied: int, day: str, previous: Assertion | None) -> str:
    if previous is None:
        return "unchecked"
    claimed = previous.lead.low or 0
    if claimed == implied:
        return "fits"
    just_before = (previous.order_day or "") >= day and not previous.day_is_ceiling
    return "misfit" if just_before or claimed > implied else "gap"


def problem(check: Check, key: str) -> Problem | None:
    """A gap or a misfit as a finding; None where the increment fits or there is nothing to check."""
    if check.verdict not in ("gap", "misfit") or check.previous is None:
        return None
    claimed = check.previous.lead.low or 0
    difference = check.implied - claimed
    text = (
        f"{check.total.text} - {check.increment.text} = {check.implied:,} implied for {check.implied_day}; "
        f"last claimed total {check.previous.text} is of {check.previous.order_day}: "
    )
    text += f"{difference:,} between" if check.verdict == "gap" else f"misfit of {abs(difference):,}"
    claims = (*check.previous.ids, *check.increment.ids, *check.total.ids)
    severity = "error" if check.verdict == "misfit" else "note"
    return Problem(code=check.verdict, text=text, claims=claims, severity=severity, key=key)
