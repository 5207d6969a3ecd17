"""Reads every held document again from its original and moves claims by id. Knows no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
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
from truce_cli.workflow.chunks import chunks, pairs
from truce_cli.workflow.drawing import Given, Proposed, Source, propose
from truce_cli.workflow.spread import spread
from truce_cli.workflow.tally import Tally

_BATCH = 200


@dataclass(slots=True)
class Moved:
    """One document read again: what is to be written, taken away and told. Its document lacks the original."""

    document: Document
    claims: list[Kept] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """One held document. source: where its original can be read, else refused says why not.

    seen: the last row of the log before its decisions were looked up.
    """

    sha256: str
    seen: int
    source: Source | None = None
    refused: InputRefused | None = None


def take_again(
    ledger: Ledger, conflict: Conflict, tally: Tally, *, jobs: int, progress: Progress | None
) -> None:
    """Read, extract and store every held document anew; decisions stay with the ids that they are about.

    jobs: processes that read; this one alone stores, in the order of ingest, whatever jobs is.
    """
    sha256s = ledger.held()
    batch: list[Moved] = []
    seen = 0
    work = partial(propose, conflict=conflict)
    with closing(spread(work, chunks(_each_held(ledger, sha256s)), jobs)) as done:
        for number, (held, found) in enumerate(pairs(done, Proposed()), 1):
            seen = seen if batch else held.seen
            refused = held.refused or found.refused
            if refused is not None:
                tally.refusals.append(refused)
            else:
                batch.append(_moved(ledger, held.sha256, found, tally))
            if len(batch) >= _BATCH:
                _store(batch, seen, ledger, conflict, tally)
                batch = []
            if progress is not None:
                progress(number, len(sha256s), held.sha256[:12])
    _store(batch, seen, ledger, conflict, tally)


def read_again(
    ledger: Ledger, sha256: str, conflict: Conflict, tally: Tally, fixed: Mapping[str, Any] | None = None
) -> Moved:
    """A held document as its original reads today, and its claims by id. Stores nothing.

    fixed: fields that a person has decided; those of the log by default. Raises InputRefused, LedgerError.
    """
    found = propose([_source(ledger, sha256, fixed)], conflict)[0]
    if found.refused is not None:
        raise found.refused
    return _moved(ledger, sha256, found, tally)


def _each_held(ledger: Ledger, sha256s: Iterable[str]) -> Iterator[_Held]:
    for sha256 in sha256s:
        seen = ledger.last_seq()
        try:
            yield _Held(sha256=sha256, seen=seen, source=_source(ledger, sha256, None))
        except (InputRefused, LedgerError) as why:
            refused = why if isinstance(why, InputRefused) else InputRefused(sha256[:12], str(why))
            yield _Held(sha256=sha256, seen=seen, refused=refused)


def _source(ledger: Ledger, sha256: str, fixed: Mapping[str, Any] | None) -> Source:
    before = ledger.card(sha256)
    original = ledger.original(sha256)
    if original is None:
        raise InputRefused(before.path or sha256[:12], "its original is not held")
    if fixed is None:
        fixed = decided(ledger.log(sha256))
    return Source(
        name=before.path or sha256[:12],
        data=original,
        sha256=sha256,
        given=Given(
            published=fixed.get("published"), outlet=fixed.get("outlet"), columns=columns_in(before.reader)
        ),
        fixed={name: value for name, value in fixed.items() if name in Card.__dataclass_fields__},
    )


def _moved(ledger: Ledger, sha256: str, found: Proposed, tally: Tally) -> Moved:
    """What is proposed now, beside what is held."""
    assert found.document is not None
    tally.notes += found.notes
    moved = Moved(document=found.document)
    proposed = {claim.id: claim for claim in found.claims}
    held = {kept.claim.id: kept for kept in ledger.kept_in(sha256)}
    for id_, claim in proposed.items():
        moved.claims.append(_renewed(claim, held.get(id_), ledger, moved))
        moved.new += id_ not in held
    for kept in held.values():
        if kept.claim.id not in proposed:
            _settle_rest(kept, moved, found.document.text, ledger)
    return moved


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
