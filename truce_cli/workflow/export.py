"""Takes everything out of a ledger: conflict, documents, sources, claims, log. Writes nothing, prints nothing."""

from __future__ import annotations

from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Actor
from truce_cli.model.document import Card
from truce_cli.model.record import dataclass
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """What a ledger holds, in the order in which it came in. Claims: proposals that are bound, too."""

    conflict: ConflictFile
    cards: tuple[Card, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    log: tuple[Decision, ...]


def everything(db: Path) -> Everything:
    """One state of the ledger, whatever others write meanwhile."""
    with Ledger.reading(db) as ledger, ledger.snapshot():
        return gathered(ledger)


def gathered(ledger: Ledger) -> Everything:
    return Everything(
        conflict=ledger.conflict(),
        cards=ledger.cards(),
        actors=ledger.actors(),
        claims=tuple(kept.claim for kept in ledger.every_kept()),
        log=ledger.log(),
    )
