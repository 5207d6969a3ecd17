"""Rule 4, latest: in one series the latest as-of leads, not the latest article; vague words lead nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from truce_cli.model.finding import Step
from truce_cli.model.names import together
from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.rules.bounds import fits, width

_NOTHING: Final = Step(rule="latest", note="no figure")


@dataclass(frozen=True, slots=True)
class Latest:
    """One voice's series after the rule. Every assertion of the series is in exactly one place."""

    lead: Assertion | None
    earlier: tuple[Assertion, ...] = ()
    """Superseded steps, the newest first; corrected ones among them."""
    same_day: tuple[Assertion, ...] = ()
    """Figures for the lead's own day that do not lead."""
    vague: tuple[Assertion, ...] = ()
    estimates: tuple[Assertion, ...] = ()
    clash: bool = False
    """True where a figure of the same day cannot be the lead's."""
    step: Step = _NOTHING


def latest(series: Sequence[Assertion], corrected: frozenset[str] = frozenset()) -> Latest:
    """Settle one series.

    corrected: ids of claims that a later claim corrects; what they said stays readable but cannot lead.
    """
    vague = tuple(newest_first(item for item in series if item.is_vague))
    estimates = tuple(newest_first(item for item in series if item.is_estimate and not item.is_vague))
    figures = [item for item in series if not (item.is_vague or item.is_estimate)]
    standing = [item for item in figures if not item.all_among(corrected)]
    if not standing:
        return Latest(lead=None, earlier=tuple(newest_first(figures)), vague=vague, estimates=estimates)
    day = max(item.order_day or "" for item in standing)
    rivals = [item for item in standing if (item.order_day or "") == day]
    before = [item for item in standing if (item.order_day or "") < day]
    lead = _leader(rivals, before)
    same_day = tuple(item for item in newest_first(rivals) if item is not lead)
    of_the_day = {item.lead.id for item in rivals}
    earlier = tuple(newest_first(item for item in figures if item.lead.id not in of_the_day))
    note = f"{lead.text} of {day or 'no stated day'} is the latest of {len(figures)}"
    left = together(item.ids for item in (*earlier, *same_day, *vague, *estimates))
    return Latest(
        lead=lead,
        earlier=earlier,
        same_day=same_day,
        vague=vague,
        estimates=estimates,
        clash=any(not fits(item.bounds, lead.bounds) for item in same_day),
        step=Step(rule="latest", used=lead.ids, left_out=left, note=note),
    )


def newest_first(items: Iterable[Assertion]) -> list[Assertion]:
    """By day, the newest first; within a day as `_weight` ranks them."""
    return sorted(sorted(items, key=_weight), key=lambda item: item.order_day or "", reverse=True)


def _leader(rivals: list[Assertion], before: list[Assertion]) -> Assertion:
    """Of one day's figures: the body that led before, else the best said."""
    ranked = newest_first(rivals)
    if len(ranked) > 1 and before:
        body = _body(newest_first(before)[0])
        return next((item for item in ranked if _body(item) == body), ranked[0])
    return ranked[0]


def _body(item: Assertion) -> str:
    return item.lead.claimant_slug or (item.lead.claimant or "").casefold()


def _weight(item: Assertion) -> tuple[object, ...]:
    """Firmest first: a stated day, an exact figure, more documents, the higher figure; then a fixed order."""
    return (
        item.day_is_ceiling,
        width(item.lead),
        -len(item.documents),
        -(item.lead.low or item.lead.high or 0),
        item.lead.entry != "curated",
        item.lead.id,
    )
