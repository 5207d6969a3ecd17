"""Rule 8, subset: "including 3 children" never adds. A part hangs on its whole, never builds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from truce_cli.model.finding import Figure, Step
from truce_cli.model.record import dataclass, field
from truce_cli.reconcile.assertion import Assertion, figure
from truce_cli.reconcile.book import Book

_NOTHING: Final = Step(rule="subset")


@dataclass(frozen=True, slots=True)
class Parts:
    """Assertions by what they are: wholes may lead or stand beside a row, parts hang on a whole."""

    wholes: tuple[Assertion, ...]
    of: Mapping[str, tuple[Assertion, ...]] = field(default_factory=dict)
    """Leading claim's id of a whole -> its parts."""
    step: Step = _NOTHING

    def figure(self, item: Assertion, note: str = "") -> Figure:
        """The assertion beside a tally, its parts in it."""
        return figure(item, note, self.figures(item))

    def figures(self, item: Assertion) -> tuple[Figure, ...]:
        return tuple(figure(p, part_note(p, item), self.figures(p)) for p in self.of.get(item.lead.id, ()))


def part_note(part: Assertion, whole: Assertion) -> str:
    if part.lead.measure in ("increment", "retroactive"):
        return f"inside {whole.text}"
    return f"part of {whole.text}"


def split(book: Book, items: Sequence[Assertion]) -> Parts:
    """Hang declared parts on their wholes.

    A running total of other people than its whole's (civilians of all) is a row of its own as well; an
    incident's part, an increment or a part of the very same row is never one.
    """
    home = {claim.id: item for item in items for claim in item.claims}
    of: dict[str, list[Assertion]] = defaultdict(list)
    wholes: list[Assertion] = []
    inside: list[str] = []
    for item in items:
        whole = _whole(book, item, home)
        if whole is None or holds(of, item, whole):
            wholes.append(item)
            continue
        of[whole.lead.id].append(item)
        inside += item.ids
        if item.lead.measure == "cumulative" and item.key != whole.key:
            wholes.append(item)
    step = Step(rule="subset", left_out=tuple(inside), note="inside their wholes")
    return Parts(tuple(wholes), {lead: tuple(parts) for lead, parts in of.items()}, step)


def holds(of: Mapping[str, Sequence[Assertion]], item: Assertion, other: Assertion) -> bool:
    """True where the other is a part of the item already, at whatever depth: it cannot be its whole as well."""
    below = list(of.get(item.lead.id, ()))
    while below:
        part = below.pop()
        if part is other:
            return True
        below += of.get(part.lead.id, ())
    return False


def _whole(book: Book, item: Assertion, home: Mapping[str, Assertion]) -> Assertion | None:
    """What the assertion is declared a part of; None where that is not at hand, or leads back to itself."""
    for claim in item.claims:
        whole = home.get(book.target(claim.subset_of) or "")
        if whole is None or whole is item:
            continue
        seen, above = {item.lead.id}, whole
        while above.lead.id not in seen:
            seen.add(above.lead.id)
            following = home.get(book.target(above.lead.subset_of) or "")
            if following is None or following is above:
                return whole
            above = following
    return None
