"""Takes another ledger of the same conflict in: documents by hash, claims by id, its log behind ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from truce_cli.errors import InputRefused, LedgerError
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.store.records import ConflictFile, Decision, Kept
from truce_cli.workflow.again import Moved, read_again, write
from truce_cli.workflow.agreement import kappa, share_agreed
from truce_cli.workflow.binding import rebind
from truce_cli.workflow.inputs import shown
from truce_cli.workflow.merging import KEEP, fields_decided, keepers, unknown
from truce_cli.workflow.report import Disagreement, Merged
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.target import Target
from truce_cli.workflow.who import Who

_BATCH = 200
_VERDICTS = {"accepted": "accepted", "retracted": "accepted", "rejected": "rejected"}
"""A retracted claim is a claim: its source withdrew it, not the coder."""


def take_ledgers(
    paths: Sequence[Path], target: Target, conflict: Conflict, file: ConflictFile, tally: Tally, who: Who
) -> None:
    """Merge each of these ledgers; one that cannot be taken is refused, and the others go on."""
    for path in paths:
        name = shown(path)
        try:
            # A private copy: the other file is left as it is, whatever its version.
            with Ledger.scratch(path) as other:
                about = other.conflict().slug
                if about != file.slug:
                    raise InputRefused(name, f"is about {about}, and this ledger is about {file.slug}")
                merged = _merge(name, other, target.open(file), conflict, who, tally)
        except InputRefused as why:
            tally.refuse_file(why)
            continue
        except LedgerError as why:
            tally.refuse_file(InputRefused(name, str(why).removeprefix(f"{path} ")))
            continue
        tally.merges.append(merged)
        if merged.documents or merged.claims or merged.decisions:
            tally.stored += 1
        else:
            tally.unchanged += 1


def _merge(name: str, other: Ledger, ledger: Ledger, conflict: Conflict, who: Who, tally: Tally) -> Merged:
    ours, theirs = _verdicts(ledger.log()), _verdicts(other.log())
    log = other.log()
    held_before = set(ledger.held())
    documents = _documents(other, ledger, who)
    corrected = _corrected(log, ledger, conflict, tally)
    with ledger.transaction():
        new = unknown(ledger, log)
        stay = keepers(ledger, log, new, who)
        decisions_before = {one.judgement.subject: decided(ledger.log(one.judgement.subject)) for one in new}
        ledger.put_actors(_new_actors(other, ledger, conflict), name)
        rows = ledger.merge_log(log)
        if stay:
            ledger.judge(stay)
        write(corrected, ledger)
        claims = _claims(other, ledger, held_before)
        ledger.add_claims(claims)
        changed = _decided(fields_decided(log), decisions_before, ledger)
        ledger.put_claims(changed)
        rebind(ledger, (kept.claim.document for kept in (*claims, *changed)))
    judged, agreed = share_agreed(ours, theirs)
    return Merged(
        path=name,
        documents=documents,
        claims=len(claims),
        decisions=rows,
        judged=judged,
        agreed=agreed,
        kappa=kappa(ours, theirs),
        disagreements=disagreements(ledger),
    )


def disagreements(ledger: Ledger) -> tuple[Disagreement, ...]:
    """What two ledgers have decided otherwise, as long as nobody has decided since."""
    return tuple(
        Disagreement(
            claim=row.judgement.subject,
            short=_short(ledger, row.judgement.subject),
            field=row.judgement.field or "",
            ours=_said(row.judgement.new),
            theirs=_said(row.judgement.old),
        )
        for row in ledger.kept_back()
        if row.judgement.action == KEEP
    )


def _verdicts(log: Iterable[Decision]) -> dict[str, str]:
    """Accepted or rejected, for each claim that this ledger's own curators have judged."""
    own = [row for row in log if row.origin is None]
    found = {subject: str(fields.get("status")) for subject, fields in fields_decided(own).items()}
    return {subject: _VERDICTS[status] for subject, status in found.items() if status in _VERDICTS}


def _documents(other: Ledger, ledger: Ledger, who: Who) -> int:
    """Add documents that are not held here, with text and original; how many."""
    here = {card.id for card in ledger.cards()}
    elsewhere = [card for card in other.cards() if card.id not in here]
    wanted = [sha256 for sha256 in other.held() if sha256 not in ledger.known((sha256,))]
    for at in range(0, len(wanted), _BATCH):
        some = [
            replace(other.document(sha256), original=other.original(sha256) or b"")
            for sha256 in wanted[at : at + _BATCH]
        ]
        with ledger.transaction():
            ledger.add_documents(some, rules_version=None, added=who.now)
    only_named = [card for card in elsewhere if card.id not in set(wanted)]
    with ledger.transaction():
        ledger.add_cards(only_named, added=who.now)
    return len(wanted) + len(only_named)


def _corrected(log: Sequence[Decision], ledger: Ledger, conflict: Conflict, tally: Tally) -> list[Moved]:
    """Documents held here whose fields the others have corrected and we have not, read anew."""
    moved = []
    for subject, fields in fields_decided(log).items():
        if len(subject) != 64 or not ledger.known((subject,)):
            continue
        card, ours = ledger.card(subject), decided(ledger.log(subject))
        fixed: dict[str, Any] = {**fields, **ours}
        if any(getattr(card, name, None) != value for name, value in fixed.items() if value is not None):
            moved.append(read_again(ledger, subject, conflict, tally, fixed))
    return moved


def _new_actors(other: Ledger, ledger: Ledger, conflict: Conflict) -> list[Any]:
    known = {actor.slug for actor in (*ledger.actors(), *conflict.actors)}
    return [actor for actor in other.actors() if actor.slug not in known]


def _claims(other: Ledger, ledger: Ledger, held_before: set[str]) -> list[Kept]:
    """Their claims that are not here; proposals on documents that we have read ourselves only if judged."""
    every = {kept.claim.id: kept for kept in other.every_kept()}
    here = ledger.kept(every)
    return [
        kept
        for id_, kept in every.items()
        if id_ not in here
        and (
            kept.claim.entry == "curated"
            or kept.claim.status != "candidate"
            or kept.claim.document not in held_before
        )
    ]


def _decided(
    theirs: dict[str, dict[str, Any]], before: dict[str, dict[str, Any]], ledger: Ledger
) -> list[Kept]:
    """Claims here whose fields they have decided and we had not, as they decided."""
    changed = []
    for id_, kept in ledger.kept(theirs).items():
        ours = before.get(id_)
        if ours is None:
            continue
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in theirs[id_].items()
            if name in Claim.__dataclass_fields__ and name not in ours
        }
        claim = replace(kept.claim, **values)
        if claim != kept.claim:
            changed.append(replace(kept, claim=claim))
    return changed


def _short(ledger: Ledger, subject: str) -> str:
    return ledger.short_id(subject) if subject[1:2] == "-" else subject[:12]


def _said(value: str | None) -> str:
    return (value or "null").strip('"').replace("null", "nothing")
