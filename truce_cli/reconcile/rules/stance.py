"""Rule 5, stance: voices never merge. One leads, by whose losses they are; the others stand beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from truce_cli.model.conflict import Conflict
from truce_cli.model.finding import Step
from truce_cli.model.names import together
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.rules.latest import Latest

_COUNTERS = ("monitor", "un")

_OWN_SIDE_FIRST = {"own_side": 0, "counter": 1, "media": 2, "third_party": 3, "party": 3, "opponent": 4}
_THIRD_PARTY_FIRST = {"counter": 0, "third_party": 1, "media": 2, "own_side": 3, "party": 3, "opponent": 4}


def by_voice(items: Sequence[Assertion]) -> dict[str, list[Assertion]]:
    """The series of one row: what may supersede one another."""
    voices: dict[str, list[Assertion]] = defaultdict(list)
    for item in items:
        voices[item.voice].append(item)
    return dict(voices)


def rank(item: Assertion, conflict: Conflict, policy: str) -> int:
    """0 leads. Bodies that count (monitors, the UN) stand before media, media before others' words."""
    actor = conflict.actor(item.lead.claimant_slug)
    kind = "counter" if item.stance == "third_party" and actor and actor.kind in _COUNTERS else item.stance
    return (_THIRD_PARTY_FIRST if policy == "third-party" else _OWN_SIDE_FIRST)[kind]


def leading(settled: Sequence[Latest], conflict: Conflict, policy: str) -> tuple[Latest | None, Step]:
    """The series whose figure leads the row; None where nobody gives a figure that may lead."""
    able = [series for series in settled if series.lead is not None]
    if not able:
        return None, Step(rule="stance", note="no figure that may lead")

    able.sort(key=lambda series: series.lead.lead.id if series.lead else "")
    able.sort(key=lambda series: (series.lead and series.lead.order_day) or "", reverse=True)
    able.sort(key=lambda series: rank(series.lead, conflict, policy) if series.lead else 9)
    lead = able[0].lead
    assert lead is not None
    beside = together(series.lead.ids for series in able[1:] if series.lead)
    words = lead.stance.replace("_", " ")
    return able[0], Step(rule="stance", used=lead.ids, left_out=beside, note=f"{words} leads")
