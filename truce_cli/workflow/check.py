"""Checks the whole ledger: the file, the documents, the claims, the figures. Changes nothing, prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from truce_cli.errors import LedgerLocked, LedgerTooNew, TruceError
from truce_cli.model.record import dataclass, replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile
from truce_cli.workflow.flaw import Flaw
from truce_cli.workflow.held_conflict import read, with_parsed

_BROKEN = (TruceError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What reading a damaged row may raise: any value may stand where another is due."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """flaws: what is wrong, () where all is well. left_open: findings about the sources, where asked for.

    documents, claims, decisions: how many were looked at."""

    flaws: tuple[Flaw, ...]
    left_open: tuple[Flaw, ...] = ()
    documents: int
    claims: int
    decisions: int


def check(db: Path, *, progress: Progress | None = None, findings: bool = False) -> CheckAnswer:
    """Everything that can be wrong with a ledger. Raises LedgerError only where there is none to look at."""
    from truce_cli.workflow import check_claims, check_documents, check_figures

    with Ledger.reading(db) as ledger:
        flaws = list(_file(ledger))
        counts = [0, 0, 0]
        stages: tuple[Callable[[], Iterator[Flaw]], ...] = (
            lambda: check_documents.flaws(ledger, progress),
            lambda: check_claims.flaws(ledger),
            lambda: check_figures.flaws(ledger),
        )
        for stage in stages:
            try:
                flaws += stage()
            except (LedgerTooNew, LedgerLocked):
                raise
            except _BROKEN as error:
                flaws.append(_damage(str(error)))
        with suppress(*_BROKEN):
            counts = [len(ledger.cards()), len(ledger.every_kept()), ledger.last_seq()]
        readable = all(flaw.code != "damaged" for flaw in flaws)
        left_open = check_figures.left_open(ledger) if findings and readable else ()
        return CheckAnswer(
            left_open=tuple(left_open),
            flaws=tuple(dict.fromkeys(_shortened(flaw, ledger) for flaw in flaws)),
            documents=counts[0],
            claims=counts[1],
            decisions=counts[2],
        )


def _file(ledger: Ledger) -> Iterator[Flaw]:
    for said in ledger.structural_damage():
        yield _damage(said)
    try:
        for name in ledger.altered_schema():
            yield _damage(f"the table, index, view or trigger {name} is not as truce made it")
        for name in ledger.search_damage():
            yield _damage(f"the full-text index {name} does not fit the texts")
        if ledger.conflict_damaged():
            text = "the conflict file, or its name or path, has been altered"
            yield Flaw("conflict", "conflict", text, "use a backup")
        elif _packed_wrong(ledger.conflict()):
            text = "what was read of the conflict file is not what the file says"
            yield Flaw("conflict", "conflict", text, "use a backup")
        broken = ledger.broken_log()
        if broken is not None:
            row, held = broken
            text = f"the chain breaks at row {row}" if row <= held + 1 else f"the log ends before row {row}"
            yield Flaw("log", f"log {row}", text, "the log was altered or cut short; use a backup")
        found = dict.fromkeys((*ledger.altered_claims(), *ledger.misnamed_claims()))
        for claim in found:
            yield Flaw("altered", claim, "its row is not the one that was written", "use a backup")
        for source in ledger.altered_sources():
            yield Flaw("altered", source, "this source's row is not the one that was written", "use a backup")
        for claim in ledger.altered_bindings():
            text = "it is not bound to the curated claim that was written"
            yield Flaw("altered", claim, text, "use a backup")
        for document in ledger.altered_documents():
            yield Flaw("altered", document, "its row or text is not the one that was written", "use a backup")
    except _BROKEN as error:
        yield _damage(str(error))


def _packed_wrong(file: ConflictFile) -> bool:
    """True where what stands beside the file is not what it says; older versions' readings go unread."""
    conflict = read(file)
    if conflict.slug != file.slug:
        return True
    anew = with_parsed(file, conflict).parsed or ""
    same_program = (file.parsed or "").split("\n")[0] == anew.split("\n")[0]
    return same_program and file.parsed != anew


def _damage(said: str) -> Flaw:
    return Flaw("damaged", "ledger", " ".join(said.split()), "use a backup")


def _shortened(flaw: Flaw, ledger: Ledger) -> Flaw:
    """The flaw under the shortest name that means what it is about."""
    with suppress(*_BROKEN):
        if flaw.about[1:2] == "-" and len(flaw.about) == 18:
            return replace(flaw, shown=ledger.short_id(flaw.about))
    return replace(flaw, shown=flaw.about[:12] if len(flaw.about) == 64 else flaw.about)
