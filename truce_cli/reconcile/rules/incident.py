"""Rule 7, incident: the dead of one event stand beside a running total unless known to be inside it."""

from __future__ import annotations

from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.rowkeys import RowKey

_NEAREST = ("any", "civilian", "military")
"""Beside which of a side's tallies people of no stated status are printed."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an event's figure stands to a running total."""

    inside: bool
    note: str


def stand(item: Assertion, count: Assertion) -> Stand:
    """Inside only if its victims and place are within the count's, of one voice, and its day is not after."""
    reasons = []
    if item.order_day is None or (item.day_is_ceiling and _later(item, count)):
        reasons.append("its own day is not said")
    elif _later(item, count):
        reasons.append("later than the count, so not inside it")
    elif count.order_day is None:
        reasons.append("the count's own day is not said")
    if count.key.victims not in ("any", item.key.victims):
        reasons.append("status not stated" if item.key.victims == "any" else f"{item.key.victims} victims")
    if count.key.place is not None and count.key.place != item.key.place:
        reasons.append("another place")
    if count.voice != item.voice:
        reasons.append("another voice's figure")
    if reasons:
        return Stand(False, "; ".join(reasons))
    return Stand(True, f"inside {count.text}")


def _later(item: Assertion, count: Assertion) -> bool:
    return bool(item.order_day and count.order_day and item.order_day > count.order_day)


def best_row(item: Assertion, rows: dict[RowKey, Assertion]) -> RowKey | None:
    """The running total that an event's figure is printed beside; None where its side has none."""
    able = [
        key
        for key in rows
        if (key.side, key.harm) == (item.key.side, item.key.harm)
        and (key.victims in ("any", item.key.victims) or item.key.victims == "any")
        and key.subgroup is None
        and key.label is None
        and key.place in (None, item.key.place)
    ]
    wanted = [item.key.victims, *(victims for victims in _NEAREST if victims != item.key.victims)]

    def order(key: RowKey) -> tuple[object, ...]:
        nearness = wanted.index(key.victims) if key.victims in wanted else len(wanted)
        return (nearness, key.start is not None, key.place is None, key.place or "", key.start or "")

    return min(able, key=order, default=None)
