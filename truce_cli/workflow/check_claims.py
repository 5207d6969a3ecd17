"""Checks claims: documents, dates, the claims they point at, and that the log has decided what stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import PAIR, decided
from truce_cli.store.records import Decision, Kept
from truce_cli.workflow.flaw import Flaw
from truce_cli.workflow.held_conflict import conflict_of

_POINTERS = ("subset_of", "denies", "corrects")
_DAYS = ("since", "as_of", "occurred", "at", "stated_on")
_MOVING = frozenset(("start", "end"))
"""Fields that reading a document again may move without a decision."""


def flaws(ledger: Ledger) -> Iterator[Flaw]:
    """What is wrong with the claims."""
    conflict = conflict_of(ledger)
    every = ledger.every_kept()
    known = {kept.claim.id: kept.claim for kept in every}
    waiting = {kept.claim.id for kept in ledger.unanchored()}
    log = _by_subject(ledger.log())
    for kept in every:
        claim = kept.claim
        if claim.id in waiting and claim.entry == "curated":
            yield _unanchored(kept)
        if claim.status != "rejected" and claim.other_conflict is None:
            yield from _dates(claim, conflict)
        for name in _POINTERS:
            target = getattr(claim, name)
            if target is not None and target not in known:
                text = f"{name} names {target}, which is not here"
                yield Flaw("dangling", claim.id, text, f"truce edit {claim.id} {name}=ID", (claim.id,))
        yield from _decisions(claim, log.get(claim.id, []))


def _unanchored(kept: Kept) -> Flaw:
    named = kept.document_ref or "no document"
    return Flaw(
        "unanchored",
        kept.claim.id,
        f"its document is not held ({named})",
        f"ingest it, or truce edit {kept.claim.id} document=...",
        (kept.claim.id,),
    )


def _dates(claim: Claim, conflict: Conflict) -> Iterator[Flaw]:
    began = conflict.began[:10]
    for name in _DAYS:
        day = getattr(claim, name)
        if day is not None and day[: len(began)] < began[: len(day[:10])]:
            yield _outside(claim, name, day, f"before the war's first day, {began}")
    ended = conflict.ended[:10] if conflict.ended else None
    if ended is None:
        return
    # Running totals are corrected, and truces broken, long after a war has ended.
    if claim.since is not None and claim.since[:10] > ended:
        yield _outside(claim, "since", claim.since, f"after the war's last day, {ended}")
    elif claim.kind == "toll" and claim.measure == "incident" and (claim.as_of or "")[:10] > ended:
        yield _outside(claim, "as_of", claim.as_of or "", f"after the war's last day, {ended}")
    elif claim.kind == "violation" and claim.truce is None and (claim.occurred or "")[:10] > ended:
        yield _outside(claim, "occurred", claim.occurred or "", f"after the war's last day, {ended}")


def _outside(claim: Claim, name: str, day: str, where: str) -> Flaw:
    todo = f"truce edit {claim.id} {name}=DAY, or other_conflict=NAME"
    return Flaw("outside", claim.id, f"{name} {day} lies {where}", todo, (claim.id,))


def _by_subject(log: Iterable[Decision]) -> dict[str, list[Decision]]:
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        if decision.judgement.action != PAIR:
            found[decision.judgement.subject].append(decision)
    return found


def _decisions(claim: Claim, rows: list[Decision]) -> Iterator[Flaw]:
    """A field that differs from what was decided last has been changed past the log."""
    for name, value in decided(rows).items():
        if name in _MOVING or name not in Claim.__dataclass_fields__:
            continue
        stands = getattr(claim, name)
        if (list(stands) if isinstance(stands, tuple) else stands) != value:
            text = f"{name} is {stands!r}, and the log has decided {value!r}"
            yield Flaw("undecided", claim.id, text, f"truce edit {claim.id} {name}=..., or use a backup")
