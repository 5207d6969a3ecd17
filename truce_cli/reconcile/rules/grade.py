"""How firmly a figure stands, in casualty recorders' words. Origins are claimants, never outlets."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model.finding import Step
from truce_cli.model.names import together
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.days import days_between
from truce_cli.reconcile.rules.bounds import fits

_NEAR_DAYS = 1


def grade(lead: Assertion, others: Sequence[Assertion], disputed: bool) -> tuple[str, Step]:
    """The grade of a leading figure, and the step that says why.

    others: every figure for the same people, or the same event, that does not lead.
    contested: denied, or a figure of the same day cannot be this one. acknowledged: the opponent gives this
    figure. corroborated: another origin does. self-reported: the victims' own side alone. single source:
    anyone else alone. Media in their own voice are no origin: they may repeat what they do not name.
    """
    firm = [i for i in others if not (i.is_vague or i.is_estimate) and i.lead.kind == "toll"]
    against = [item for item in firm if contradicts(item, lead)]
    agreeing = [item for item in firm if item.voice not in (lead.voice, "media") and agrees(item, lead)]
    opponents = [item for item in agreeing if item.stance == "opponent"]
    if disputed or against:
        told = ", ".join(f"{item.text} ({item.order_day})" for item in against) or "denied or clashing"
        return "contested", _step("contested", against, f"against it: {told}")
    if opponents:
        return "acknowledged", _step("acknowledged", opponents, "the opponent gives the same figure")
    if agreeing:
        origins = len({item.voice for item in (lead, *agreeing)})
        return "corroborated", _step("corroborated", agreeing, f"{origins} origins give the same figure")
    word = "self-reported" if lead.stance == "own_side" else "single source"
    return word, _step(word, [lead], "one origin")


def agrees(item: Assertion, lead: Assertion) -> bool:
    """The same figure, or two that fit for the same day; an open end agrees only where its figure is named."""
    mine, theirs = lead.lead, item.lead
    if (mine.low, mine.high) == (theirs.low, theirs.high):
        return True
    closed = None not in (mine.low, mine.high, theirs.low, theirs.high)
    named = mine.value is not None and mine.value == theirs.value
    return _near(item, lead) and fits(item.bounds, lead.bounds) and (closed or named)


def contradicts(item: Assertion, lead: Assertion) -> bool:
    """A total only grows: a higher one of an earlier day, or a lower one of a later day, cannot be both."""
    if item.voice == lead.voice or fits(item.bounds, lead.bounds) or not (item.order_day and lead.order_day):
        return False
    if lead.lead.measure != "cumulative" or item.lead.measure != "cumulative":
        return _near(item, lead)
    higher = (
        item.bounds.low is not None and lead.bounds.high is not None and item.bounds.low > lead.bounds.high
    )
    return item.order_day <= lead.order_day if higher else item.order_day >= lead.order_day


def _near(item: Assertion, lead: Assertion) -> bool:
    if not (item.order_day and lead.order_day):
        return True
    return abs(days_between(item.order_day, lead.order_day)) <= _NEAR_DAYS


def _step(word: str, used: Sequence[Assertion], note: str) -> Step:
    return Step(rule="grade", used=together(item.ids for item in used), note=f"{word}: {note}")
