"""Gathers what the exports for the field tell: tallies, accusations, truces, of one state of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from truce_cli.model.answer import Accusations
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question, Timeline, TollTable, TruceSummary
from truce_cli.model.record import dataclass
from truce_cli.workflow.desk import opened
from truce_cli.workflow.query import check_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    question: Question
    conflict: Conflict
    cards: Mapping[str, Card]
    table: TollTable
    timeline: Timeline
    truces: tuple[TruceSummary, ...]
    accusations: tuple[Accusations, ...]


def field(ledger: Path, question: Question) -> Field:
    """Raises UsageError where the question names a truce that is not there."""
    from truce_cli.reconcile.timeline import timeline
    from truce_cli.reconcile.tolls import tolls
    from truce_cli.reconcile.truces import truces
    from truce_cli.reconcile.violations import violations

    with opened(ledger) as desk:
        check_words(question, desk.conflict, ())
        book = desk.book()
    return Field(
        question=question,
        conflict=book.conflict,
        cards=book.cards,
        table=tolls(book, question),
        timeline=timeline(book, question),
        truces=tuple(one for one in truces(book, question) if question.truce in (None, one.truce)),
        accusations=violations(book, question),
    )
