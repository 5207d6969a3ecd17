"""Tolls told another way, and what moved them: series, matrix, violations, diff. Prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from truce_cli.model.answer import Accusations, Change, MatrixRow, SeriesStep
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, MEDIA, THIRD, UNKNOWN
from truce_cli.workflow.desk import opened
from truce_cli.workflow.query import check_words, toll_book

_LOSERS = (BOTH, UNKNOWN)
_SPEAKERS = (BOTH, UNKNOWN, THIRD, MEDIA)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesAnswer:
    steps: tuple[SeriesStep, ...]
    conflict: Conflict
    cards: Mapping[str, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAnswer:
    rows: tuple[MatrixRow, ...]
    conflict: Conflict
    cards: Mapping[str, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationsAnswer:
    rows: tuple[Accusations, ...]
    conflict: Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffAnswer:
    changes: tuple[Change, ...]
    conflict: Conflict
    cards: Mapping[str, Card]
    short: Mapping[str, str]
    """The shortest prefix that means each claim alone, by id."""


def series(ledger: Path, question: Question) -> SeriesAnswer:
    """Every step of every running total. Raises UsageError for a word that the conflict does not know."""
    from truce_cli.reconcile.series import series as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, _LOSERS)
        book = toll_book(desk, question)
    return SeriesAnswer(steps=reconcile(book, question), conflict=book.conflict, cards=book.cards)


def matrix(ledger: Path, question: Question) -> MatrixAnswer:
    """Own side, opponent, third parties and media side by side. Raises as `series`."""
    from truce_cli.reconcile.matrix import matrix as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, _LOSERS)
        book = toll_book(desk, question)
    return MatrixAnswer(rows=reconcile(book, question), conflict=book.conflict, cards=book.cards)


def violations(ledger: Path, question: Question) -> ViolationsAnswer:
    """Accusations by accuser and accused, each event once. Raises as `series`."""
    from truce_cli.reconcile.violations import violations as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, _SPEAKERS)
        book = desk.collapsed_book(("violation", "denial", "toll"), ("violation",), question)
    return ViolationsAnswer(rows=reconcile(book, question), conflict=book.conflict)


def diff(ledger: Path, question: Question, earlier: str, later: str) -> DiffAnswer:
    """Which claims moved which number between two days of knowledge. Raises as `series`."""
    from truce_cli.reconcile.changes import changes as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, _LOSERS)
        book = desk.book()
        found = reconcile(book, question, earlier, later)
        moved = {claim for change in found for claim, _ in change.by}
        short = {claim: desk.ledger.short_id(claim) for claim in sorted(moved)}
    return DiffAnswer(changes=found, conflict=book.conflict, cards=book.cards, short=short)
