"""The log for people: who, when, what changed, why, by which command. Reads; changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.model.record import dataclass
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAnswer:
    """Rows by time, those of merged ledgers among our own. short: names of their subjects, by subject.

    undone: acts that stand undone.
    """

    rows: tuple[Decision, ...]
    short: Mapping[str, str]
    undone: frozenset[int]


def log(db: Path, name: str | None) -> LogAnswer:
    """The log, or what it holds on one claim or document. Raises UsageError for a name that means neither."""
    with Ledger.reading(db) as ledger, ledger.snapshot():
        if name is None:
            rows = ledger.log()
        else:
            subject = _subject(ledger, name)
            rows = (
                *ledger.log(subject),
                *(r for r in ledger.pair_rows(subject) if r.judgement.field == subject),
            )
        ordered = tuple(sorted(rows, key=lambda row: (row.judgement.at, row.seq)))
        return LogAnswer(
            rows=ordered,
            short={row.judgement.subject: _short(ledger, row.judgement.subject) for row in ordered},
            undone=ledger.undone_acts(),
        )


def _subject(ledger: Ledger, name: str) -> str:
    try:
        return ledger.claim_by_prefix(name).id
    except UsageError as no_claim:
        found = ledger.cards_named(name)
        if len(found) == 1:
            return found[0].id
        if found:
            raise UsageError(f"{name!r} means {len(found)} documents; name one by its sha256") from None
        # A claim that was taken back is no longer here; its history is.
        if ledger.log(name):
            return name
        raise no_claim from None


def _short(ledger: Ledger, subject: str) -> str:
    if subject[1:2] == "-":
        return ledger.short_id(subject)
    return subject[:12]
