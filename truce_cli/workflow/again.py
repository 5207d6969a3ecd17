"""Reads every held document again from its original and moves claims by id. Knows no file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from truce_cli.errors import InputRefused, LedgerError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card, Document
from truce_cli.model.record import dataclass, field, replace
from truce_cli.read.article_row import columns_in
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import Kept
from truce_cli.text.find import find_quote
from truce_cli.workflow.articles import Progress
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.drawing import Given, proposals, read
from truce_cli.workflow.tally import Tally

_BATCH = 200


@dataclass(slots=True)
class Moved:
    """One document read again: what is to be written, taken away and told."""

    document: Document
    claims: list[Kept] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    new: int = 0


def take_again(ledger: Ledger, conflict: Conflict, tally: Tally, *, progress: Progress | None) -> None:
    """Read, extract and store every held document anew; decisions stay with the ids that they are about."""
    sha256s = ledger.held()
    batch: list[Moved] = []
    seen = ledger.last_seq()
    for number, sha256 in enumerate(sha256s, 1):
        try:
            batch.append(read_again(ledger, sha256, conflict, tally))
        except (InputRefused, LedgerError) as why:
            tally.refusals.append(
                why if isinstance(why, InputRefused) else InputRefused(sha256[:12], str(why))
            )
        if len(batch) >= _BATCH:
            _store(batch, seen, ledger, conflict, tally)
            batch, seen = [], ledger.last_seq()
        if progress is not None:
            progress(number, len(sha256s), sha256[:12])
    _store(batch, seen, ledger, conflict, tally)


def read_again(
    ledger: Ledger, sha256: str, conflict: Conflict, tally: Tally, fixed: Mapping[str, Any] | None = None
) -> Moved:
    """A held document as its original reads today, and its claims by id. Stores nothing.

    fixed: fields that a person has decided; those of the log by default.
    """
    before = ledger.card(sha256)
    original = ledger.original(sha256)
    if original is None:
        raise InputRefused(before.path or sha256[:12], "its original is not held")
    if fixed is None:
        fixed = decided(ledger.log(sha256))
    given = Given(
        published=fixed.get("published"), outlet=fixed.get("outlet"), columns=columns_in(before.reader)
    )
    document = read(before.path or sha256[:12], original, given)
    document = replace(document, card=_kept_fields(document.card, fixed))
    moved = Moved(document=document)
    proposed = {claim.id: claim for claim in proposals(document, conflict, tally.notes)}
    held = {kept.claim.id: kept for kept in ledger.kept_in(sha256)}
    for id_, claim in proposed.items():
        moved.claims.append(_renewed(claim, held.get(id_), ledger, moved))
        moved.new += id_ not in held
    for kept in held.values():
        if kept.claim.id not in proposed:
            _settle_rest(kept, moved, document.text, ledger)
    return moved


def _kept_fields(card: Card, fixed: Mapping[str, Any]) -> Card:
    names = {name: value for name, value in fixed.items() if name in Card.__dataclass_fields__}
    return replace(card, **names)


def _renewed(claim: Claim, before: Kept | None, ledger: Ledger, moved: Moved) -> Kept:
    """The new proposal under the judgements on the old one."""
    from truce_cli.extract.version import RULES_VERSION

    if before is None:
        return Kept(claim=claim, rules_version=RULES_VERSION)
    judged = _judged_fields(ledger, claim.id)
    old = before.claim
    stands = {"status": old.status, "retracted_from": old.retracted_from, "ref": old.ref, **judged}
    renewed = replace(claim, **stands)
    if "quote" in judged:
        place = _place(replace(renewed, start=old.start, end=old.end), moved.document.text)
        if place is None:
            moved.lost.append(claim.id)
        start, end = place or (None, None)
        renewed = replace(renewed, start=start, end=end)
    return replace(before, claim=renewed, rules_version=RULES_VERSION)


def _judged_fields(ledger: Ledger, claim_id: str) -> dict[str, Any]:
    fields = decided(ledger.log(claim_id))
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in fields.items()
        if name in Claim.__dataclass_fields__ and name not in ("id", "document", "start", "end")
    }


def _settle_rest(kept: Kept, moved: Moved, text: str, ledger: Ledger) -> None:
    """A claim that the rules do not propose (any more): dropped, moved to its quote's place, or lost."""
    claim = kept.claim
    extracted = claim.entry == "extracted"
    if extracted and claim.status == "candidate" and kept.source_file is None and not ledger.log(claim.id):
        moved.dropped.append(claim.id)
        return
    place = _place(claim, text)
    if extracted or (place is None and claim.quote is not None and claim.start is not None):
        moved.lost.append(claim.id)
    start, end = place if place is not None else (None, None)
    moved.claims.append(replace(kept, claim=replace(claim, start=start, end=end)))


def _place(claim: Claim, text: str) -> tuple[int, int] | None:
    """Where a claim's quote stands now: as before, or at the nearest place with the same characters."""
    if claim.quote is None or claim.start is None or claim.end is None:
        return None
    if text[claim.start : claim.end] == claim.quote:
        return (claim.start, claim.end)
    places = [place for place in find_quote(text, claim.quote) if text[slice(*place)] == claim.quote]
    return min(places, key=lambda place: abs(place[0] - (claim.start or 0)), default=None)


def _store(batch: list[Moved], seen: int, ledger: Ledger, conflict: Conflict, tally: Tally) -> None:
    if not batch:
        return
    with ledger.transaction():
        if ledger.last_seq() == seen:
            write(batch, ledger)
            _count(batch, tally)
            return
    # Somebody decided meanwhile: what was read before that would undo it.
    seen = ledger.last_seq()
    batch = [read_again(ledger, moved.document.card.id, conflict, tally) for moved in batch]
    _store(batch, seen, ledger, conflict, tally)


def write(batch: Sequence[Moved], ledger: Ledger) -> None:
    """Store documents that were read again, inside a transaction."""
    from truce_cli.extract.version import RULES_VERSION

    for moved in batch:
        ledger.replace_document(moved.document, rules_version=RULES_VERSION)
    ledger.put_claims([kept for moved in batch for kept in moved.claims])
    ledger.drop_claims(_each(moved.dropped for moved in batch))
    rebind(ledger, (moved.document.card.id for moved in batch))


def _count(batch: Sequence[Moved], tally: Tally) -> None:
    tally.reread += len(batch)
    tally.proposed += sum(moved.new for moved in batch)
    tally.withdrawn += sum(len(moved.dropped) for moved in batch)
    tally.lost.extend(_each(moved.lost for moved in batch))


def _each(lists: Iterator[list[str]]) -> Iterator[str]:
    return (one for some in lists for one in some)
