"""Rule 7, incident: the dead of one event stand beside a running total unless known to be inside it."""

from __future__ import annotations

from collections.abc import Iterable

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


class Beside:
    """The running totals of a table, to find the one that an event's figure is printed beside."""

    def __init__(self, keys: Iterable[RowKey]) -> None:
        self._near: dict[tuple[str, str, str | None], dict[str, RowKey]] = {}
        for key in keys:
            if key.subgroup is None and key.label is None:
                near = self._near.setdefault((key.side, key.harm, key.place), {})
                best = near.get(key.victims)
                if best is None or _from_the_start(key) < _from_the_start(best):
                    near[key.victims] = key

    def best(self, item: Assertion) -> RowKey | None:
        """The row of the nearest people: of the same status, place and the whole war; None where its side has none."""
        own = item.key
        able = [
            key
            for place in dict.fromkeys((own.place, None))
            for key in self._near.get((own.side, own.harm, place), {}).values()
            if key.victims in ("any", own.victims) or own.victims == "any"
        ]
        wanted = [own.victims, *(victims for victims in _NEAREST if victims != own.victims)]

        def order(key: RowKey) -> tuple[object, ...]:
            nearness = wanted.index(key.victims) if key.victims in wanted else len(wanted)
            return (nearness, key.start is not None, key.place is None, key.place or "", key.start or "")

        return min(able, key=order, default=None)


def _from_the_start(key: RowKey) -> tuple[bool, str]:
    return (key.start is not None, key.start or "")
