"""Rule 14, units: shells, houses and violations are not people, and different units never add."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Step
from truce_cli.model.record import dataclass
from truce_cli.reconcile.figures import bounds_text


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one thing somebody counted."""

    claim: Claim

    @property
    def unit(self) -> str:
        return self.claim.unit or "incidents"

    @property
    def text(self) -> str:
        claim = self.claim
        return bounds_text(claim.low, claim.value, claim.high, claim.qualifier, claim.value_text)


def counts(claims: Sequence[Claim]) -> tuple[Count, ...]:
    """The accusations that are counts: of violations, shells, houses, tanks."""
    return tuple(Count(c) for c in claims if c.kind == "violation" and is_count(c))


def is_count(claim: Claim) -> bool:
    """True for an accusation that is a figure in some unit, not one event."""
    return claim.unit is not None and any(n is not None for n in (claim.low, claim.value, claim.high))


def of_what(claim: Claim) -> str | None:
    """ "≥54 incidents"; None for an accusation that is no count."""
    if not is_count(claim):
        return None
    count = Count(claim)
    return f"{count.text} {count.unit}"


def refusal(found: Sequence[Count]) -> Step | None:
    """Why several counts have no sum; None where there is at most one.

    One unit has no sum either: two counts of shells may count the same shells.
    """
    if len(found) < 2:
        return None
    units: dict[str, list[str]] = defaultdict(list)
    for count in found:
        units[count.unit].append(count.text)
    told = " and ".join(f"{', '.join(texts)} {unit}" for unit, texts in units.items())
    reason = "different units never add" if len(units) > 1 else "counts of one unit may overlap"
    return Step(rule="units", used=tuple(c.claim.id for c in found), note=f"{told}: no sum, {reason}")
