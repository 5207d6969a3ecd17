"""Where a person's decisions are made: a ledger open for changes, the claims that names mean. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.claim import Claim
from truce_cli.model.record import dataclass, fields, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Judgement, Kept
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.who import Who, changes

FIELDS = tuple(field.name for field in fields(Claim) if field.name != "id")
_BINDING = frozenset(FIELDS) - {"status", "retracted_from", "note", "ref", "as_of_basis", "place"}
"""Fields whose change may bind a proposal to a curated claim, or free it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a command has decided. changed, same: ids of claims or documents; act: its number in the log."""

    act: int | None = None
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@contextmanager
def writing(path: Path) -> Iterator[Ledger]:
    """The ledger at path, for changes."""
    with Ledger.writing(path) as ledger:
        yield ledger


def claims_named(ledger: Ledger, names: Sequence[str]) -> dict[str, Kept]:
    """The claims that these ids, prefixes or refs mean, each once, in their order.

    Raises UsageError where one means none or several: then nothing is decided at all.
    """
    if not names:
        raise UsageError("name the claims by their ids, or give - to read ids from standard input")
    ids = dict.fromkeys(ledger.claim_by_prefix(name).id for name in names)
    found = ledger.kept(ids)
    return {id_: found[id_] for id_ in ids}


def put_changed(
    ledger: Ledger,
    pairs: Sequence[tuple[Kept, Claim]],
    action: str,
    who: Who,
    *,
    more: Sequence[Judgement] = (),
    undoes: int | None = None,
) -> Decided:
    """Log and store claims as changed, inside a transaction. pairs: a claim as kept, and as it shall be."""
    rows: list[Judgement] = []
    written: list[Kept] = []
    documents: set[str | None] = set()
    for kept, claim in pairs:
        names = [name for name in FIELDS if getattr(kept.claim, name) != getattr(claim, name)]
        if not names:
            continue
        rows += changes(kept.claim, claim, names, action, who)
        written.append(replace(kept, claim=claim))
        if _BINDING.intersection(names):
            documents |= {kept.claim.document, claim.document}
    rows += more
    act = None
    if rows:
        act = ledger.judge(rows, undoes=undoes) - len(rows) + 1
        ledger.put_claims(written)
        rebind(ledger, documents)
    changed = tuple(kept.claim.id for kept in written)
    same = tuple(kept.claim.id for kept, _ in pairs if kept.claim.id not in set(changed))
    return Decided(act=act, changed=changed, same=same)
