"""Runs the rules without a ledger on one article, and chooses the conflict for it. Prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass

NO_CONFLICT = "none"
"""The word that stands for no conflict file: sides stay unknown."""

Shape = Callable[[Document, tuple[Claim, ...]], Any]
"""Makes of a document and its claims what the caller wants of them, in the process that read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What came of one document. shaped: what the caller's shape made of it and its claims."""

    id: str
    claims: int
    shaped: Any
    note: str = ""
    """What a person should see of its line, which refuses nothing."""


class Chooser:
    """The conflict of a run: chosen once, then kept for every document of it.

    named: a shipped conflict, a conflict file, `none`, or None: the shipped conflict whose names the first
    document to use any uses. Raises UsageError, and InputRefused for a broken file.
    """

    def __init__(self, named: str | None) -> None:
        from truce_cli.read.conflict import load_conflict
        from truce_cli.workflow.shipped import conflict_path

        self.settled = named is not None
        self.conflict = (
            None if named in (None, NO_CONFLICT) else load_conflict(conflict_path(str(named), NO_CONFLICT))
        )
        self.named_by = ""
        """id or path of the document whose names chose it; "" where a person did, or nothing."""
        self._shipped: tuple[Conflict, ...] | None = None

    def look(self, document: Document) -> bool:
        """Let a document choose, while nothing is settled. True once the conflict is settled."""
        if not self.settled:
            from truce_cli.workflow.choose import choose

            best = choose(self._conflicts(), (document.text,))
            if best is not None:
                self.settled, self.conflict = True, best[0]
                self.named_by = document.card.path or document.card.id
        return self.settled

    def _conflicts(self) -> tuple[Conflict, ...]:
        if self._shipped is None:
            from truce_cli.read.conflict import load_conflict
            from truce_cli.workflow.shipped import shipped_conflicts

            self._shipped = tuple(load_conflict(path) for path in shipped_conflicts().values())
        return self._shipped


def extract_article(
    name: str, data: bytes, chooser: Chooser, published: str | None, outlet: str | None, shape: Shape
) -> Extracted:
    """The claims of one article. Raises InputRefused where it cannot be read."""
    from truce_cli.read.article import read_article

    document = read_article(name, data, published=published, outlet=outlet)
    chooser.look(document)
    return extracted(document, chooser.conflict, shape)


def extracted(document: Document, conflict: Conflict | None, shape: Shape) -> Extracted:
    """The document's claims, in the shape that is wanted."""
    from truce_cli.extract.engine import extract

    claims = extract(document, conflict)
    return Extracted(id=document.card.id, claims=len(claims), shaped=shape(document, claims))


def as_tally(document: Document, claims: tuple[Claim, ...]) -> dict[str, object]:
    """A document's own total: {"id", "killed": {"low", "value", "high"}, "injured": {...}}."""
    from truce_cli.extract.tally import tally

    counts = tally(document.text, claims)
    return {
        "id": document.card.id,
        **{harm: counts.get(harm, _NO_COUNT) for harm in ("killed", "injured")},
    }


def as_claims(document: Document, claims: Iterable[Claim]) -> tuple[Card, tuple[Claim, ...]]:
    """The document's card with its claims."""
    return document.card, tuple(claims)


_NO_COUNT: dict[str, int | None] = {"low": None, "value": None, "high": None}
