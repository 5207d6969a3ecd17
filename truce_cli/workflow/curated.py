"""Takes claims files in: by stable id, never a twin, quotes checked. Knows no article's bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.errors import InputRefused, TruceError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import dataclass, fields, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import ConflictFile, Decision, Judgement, Kept, SeenFile
from truce_cli.store.rows import why_not
from truce_cli.workflow.anchor import Anchors, NotThere
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.inputs import Keys, look
from truce_cli.workflow.merging import keepers, unknown
from truce_cli.workflow.pointers import Pointers
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who, changes

if TYPE_CHECKING:
    from truce_cli.read.claims import ClaimsFile, CuratedClaim
    from truce_cli.read.exported import LogRow

_FIELDS = tuple(field.name for field in fields(Claim) if field.name != "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One claims file of the run, read."""

    name: str
    seen: SeenFile
    content: ClaimsFile


def take_claims(
    paths: Sequence[Path],
    target: Target,
    conflict: Conflict,
    file: ConflictFile,
    keys: Keys,
    tally: Tally,
    who: Who,
    *,
    rehash: bool,
) -> None:
    """Store the claims of every changed claims file; one transaction a file."""
    sheets = _read(paths, target.ledger, conflict, keys, tally, rehash=rehash)
    taken: dict[str, tuple[str, CuratedClaim]] = {}
    every = [item.claim for sheet in sheets for item in sheet.content.claims]
    for sheet in sheets:
        pointers = Pointers(every, [item.claim for item in sheet.content.claims], target.ledger)
        _take(sheet, pointers, taken, target, file, tally, who, {claim.id for claim in every})


def _read(
    paths: Sequence[Path],
    ledger: Ledger | None,
    conflict: Conflict,
    keys: Keys,
    tally: Tally,
    *,
    rehash: bool,
) -> list[_Sheet]:
    from truce_cli.read.claims import read_claims

    if ledger is not None:
        conflict = replace(conflict, actors=(*conflict.actors, *ledger.actors()))
    sheets = []
    for path in paths:
        try:
            found = look(path, ledger, keys, "claims", rehash=rehash)
            if found.data is None:
                tally.unchanged += 1
                tally.same += ledger.count_from(found.seen.path) if ledger and found.seen else 0
                continue
            content = read_claims(found.name, found.data, conflict)
        except InputRefused as why:
            tally.refuse_file(why)
            continue
        except (TruceError, ImportError):
            raise
        except Exception as error:
            message = f"cannot be read: a fault of ours ({type(error).__name__}: {error})"
            tally.refuse_file(InputRefused(str(path), message))
            continue
        conflict = replace(conflict, actors=(*conflict.actors, *content.sources))
        if found.seen is not None:
            sheets.append(_Sheet(name=found.name, seen=found.seen, content=content))
    return sheets


def _take(
    sheet: _Sheet,
    pointers: Pointers,
    taken: dict[str, tuple[str, CuratedClaim]],
    target: Target,
    file: ConflictFile,
    tally: Tally,
    who: Who,
    here: Container[str],
) -> None:
    """Store one claims file and count it. here: ids of every claim of the run."""
    content = sheet.content
    refusals = list(content.refused)
    if not (content.claims or content.sources or content.documents or content.log):
        tally.claims_refused += len(refusals)
        tally.refusals.extend(refusals)
        if refusals:
            tally.refused += 1
        else:
            tally.refuse_file(InputRefused(sheet.name, "no claims in it"))
        return
    ledger = target.open(file)
    if content.documents:
        # Cards first: the claims of this very file may stand on them.
        with ledger.transaction():
            ledger.add_cards(content.documents, added=who.now)
    before = ledger.kept(item.claim.id for item in content.claims)
    anchors = Anchors(ledger, target.db.parent)
    placed: list[Kept] = []
    twins = 0
    for item in content.claims:
        where, first = taken.setdefault(item.claim.id, (f"{sheet.name}:{item.line}", item))
        try:
            if first is not item:
                if (first.claim, first.document) != (item.claim, item.document):
                    raise NotThere(
                        f"another claim under the same id stands at {where}; give this one its own ref"
                    )
                twins += 1
                continue
            placed.append(_placed(item, sheet, before.get(item.claim.id), pointers, anchors))
        except NotThere as why:
            refusals.append(InputRefused(sheet.name, str(why), line=item.line))
    logged = {row.subject for row in content.log if row.action == "add"}
    changes = [
        _compared(kept, before.get(kept.claim.id), ledger, who, tally, logged=kept.claim.id in logged)
        for kept in placed
    ]
    gone = [] if refusals else withdrawn(ledger, sheet.seen.path, here, who, tally)
    _store(sheet, [*changes, *gone], ledger, who, whole=not refusals)
    tally.refusals.extend(refusals)
    tally.claims_refused += len(refusals)
    added = sum(change.new for change in changes)
    changed = sum(bool(change.judgements) and not change.new for change in changes)
    tally.added += added
    tally.changed += changed
    tally.same += len(changes) - added - changed + twins
    if not placed and not twins and refusals:
        tally.refused += 1
    elif added or changed or gone or not content.claims:
        tally.stored += 1
    else:
        tally.unchanged += 1


def _placed(
    item: CuratedClaim, sheet: _Sheet, before: Kept | None, pointers: Pointers, anchors: Anchors
) -> Kept:
    problem = why_not(item.claim)
    if problem is not None:
        raise NotThere(problem)
    folder = posixpath.dirname(sheet.seen.path)
    current = None
    if before is not None and item.document is not None:
        same = item.document == before.document_ref or item.document == before.claim.document
        current = before.claim if same else None
    exported = sheet.content.head is not None
    claim = item.claim if exported else pointers.settle(item.claim)
    claim = anchors.place(claim, item.document, folder, current)
    return Kept(
        claim=claim,
        document_ref=item.document,
        rules_version=before.rules_version if before is not None else None,
        source_file=sheet.seen.path,
        source_line=item.line,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What a file says of a claim, against what the ledger holds. judgements: for the log."""

    kept: Kept
    new: bool
    write: bool
    judgements: tuple[Judgement, ...] = ()


def _compared(
    kept: Kept, before: Kept | None, ledger: Ledger, who: Who, tally: Tally, *, logged: bool
) -> _Change:
    """logged: the file's own log says how the claim came in."""
    if before is None:
        if logged or kept.claim.entry == "extracted":
            return _Change(kept=kept, new=True, write=True)
        added = who.judgement(kept.claim.id, "add", why=f"{kept.source_file}:{kept.source_line}")
        return _Change(kept=kept, new=True, write=True, judgements=(added,))
    differing = _differences(kept.claim, before.claim)
    if differing:
        # What a person has decided since the file was written outlives the file.
        stands = {
            name: value for name, value in decided(ledger.log(kept.claim.id)).items() if name in differing
        }
        where = f"{kept.source_file}:{kept.source_line}"
        tally.notes.extend(
            f"{where}: {name} of {kept.claim.id} was decided here and stays" for name in stands
        )
        kept = replace(
            kept, claim=replace(kept.claim, **{name: getattr(before.claim, name) for name in stands})
        )
        differing = [name for name in differing if name not in stands]
    judgements = tuple(changes(before.claim, kept.claim, differing, "change", who))
    return _Change(kept=kept, new=False, write=kept != before, judgements=judgements)


def _differences(one: Claim, other: Claim) -> list[str]:
    return [name for name in _FIELDS if getattr(one, name) != getattr(other, name)]


def withdrawn(ledger: Ledger, path: str, here: Container[str], who: Who, tally: Tally) -> list[_Change]:
    """The claims whose rows are no longer in their file: they count for nothing, unless a person decided so.

    here: ids of every claim of the run, since a row may have moved to another file.
    """
    ids = [id_ for id_ in ledger.ids_from(path) if id_ not in here]
    changes_: list[_Change] = []
    for kept in ledger.kept(ids).values():
        claim = kept.claim
        if claim.status == "rejected":
            continue
        if "status" in decided(ledger.log(claim.id)):
            tally.notes.append(f"{path}: {claim.id} is gone from it, but was decided here and stays")
            continue
        after = replace(claim, status="rejected", retracted_from=None)
        names = [
            name for name in ("status", "retracted_from") if getattr(claim, name) != getattr(after, name)
        ]
        reason = replace(who, why=f"no longer in {path}")
        rows = tuple(changes(claim, after, names, "withdraw", reason))
        changes_.append(_Change(kept=replace(kept, claim=after), new=False, write=True, judgements=rows))
        tally.notes.append(f"{path}: withdrawn {claim.id} ({claim.ref or claim.quote or claim.kind})")
    tally.gone += len(changes_)
    return changes_


def _store(sheet: _Sheet, changes: Sequence[_Change], ledger: Ledger, who: Who, *, whole: bool) -> None:
    written = [change.kept for change in changes if change.write]
    theirs = [_decision(row) for row in sheet.content.log]
    with ledger.transaction():
        if sheet.content.sources:
            ledger.put_actors(sheet.content.sources, sheet.seen.path)
        new = unknown(ledger, theirs)
        stay = keepers(ledger, theirs, new, who)
        ledger.merge_log(theirs)
        ledger.judge([*(row for change in changes for row in change.judgements), *stay])
        ledger.put_claims(written)
        rebind(ledger, (kept.claim.document for kept in written))
        # A file with a refusal is opened again next time, so that the refusal is said again.
        if whole:
            ledger.note_files([sheet.seen])
        else:
            ledger.forget_file(sheet.seen.path)


def _decision(row: LogRow) -> Decision:
    judgement = Judgement(
        at=row.at,
        curator=row.curator,
        command=row.command,
        subject=row.subject,
        action=row.action,
        field=row.field,
        old=row.old,
        new=row.new,
        why=row.why,
    )
    return Decision(
        seq=row.seq,
        judgement=judgement,
        prev_hash="",
        hash=row.hash,
        act=row.act,
        undoes=row.undoes,
        origin=row.origin,
    )
