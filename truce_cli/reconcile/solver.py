"""What fills a difference of two totals: one source's parts of it, and what is said to be added. No free sums.

Trying every subset of figures finds coincidences, so a filling is fixed by what its figures are: the count of
the window itself, the bodies recovered in it, and what was added later to the running total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from truce_cli.model.record import dataclass
from truce_cli.reconcile.assertion import Assertion
from truce_cli.reconcile.columns import Account, same_source


@dataclass(frozen=True, slots=True)
class Filling:
    """One source's parts of a difference, in the order in which they are told."""

    difference: int
    voice: str
    parts: tuple[tuple[Assertion, str], ...]
    """Each with the words that say what it is."""

    @property
    def total(self) -> int:
        return sum(item.lead.low or 0 for item, _ in self.parts)

    @property
    def unexplained(self) -> int:
        """0 where the parts add up exactly; negative where they are more than the difference."""
        return self.difference - self.total

    @property
    def exact(self) -> bool:
        return self.unexplained == 0

    @property
    def told(self) -> str:
        """ "4,110 (added later) + 1,258 (claimed since 2025-10-11) + 807 (recovered)"."""
        return " + ".join(f"{item.text} ({words})" for item, words in self.parts)

    @property
    def verdict(self) -> str:
        if self.exact:
            return "adds up exactly"
        return f"{abs(self.unexplained):,} " + ("unexplained" if self.unexplained > 0 else "too many")

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(claim for item, _ in self.parts for claim in item.ids)


def fillings(
    difference: int,
    counted: Mapping[str, Account],
    recovered: Mapping[str, Account],
    retroactive: Sequence[Assertion],
) -> tuple[Filling, ...]:
    """One filling for each source that counts the window, the leading source first.

    counted, recovered: accounts of the window by voice. retroactive: what anyone says was added later; a
    source's own stands before another's, which is taken only where one source alone gives it.
    """
    out = []
    for name, account in counted.items():
        parts = [(item, "added later") for item in own_or_only(retroactive, account.voice)]
        parts += [(item, _counted(item)) for item in account.items]
        if bodies := same_source(recovered, name):
            parts += [(item, _named(item, "recovered")) for item in bodies.items]
        out.append(Filling(difference, account.voice, tuple(parts)))
    return tuple(out)


def own_or_only(items: Sequence[Assertion], voice: str) -> list[Assertion]:
    """A voice's own figures, else another's where one voice alone gives any."""
    own = [item for item in items if item.voice == voice]
    return own or (list(items) if len({item.voice for item in items}) == 1 else [])


def _counted(item: Assertion) -> str:
    return _named(item, f"claimed since {item.lead.since}" if item.lead.since else "claimed")


def _named(item: Assertion, otherwise: str) -> str:
    return item.key.label or otherwise
