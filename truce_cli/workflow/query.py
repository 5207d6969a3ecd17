"""The questions: tolls, timeline, truces. Joins the store and reconciliation; prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from truce_cli.errors import UsageError
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Question, Timeline, TollTable, TruceSummary
from truce_cli.model.record import dataclass
from truce_cli.model.words import BOTH, HARMS, KINDS, MEDIA, THIRD, UNKNOWN, VICTIMS
from truce_cli.workflow.desk import Desk, opened
from truce_cli.workflow.nearest import one_of

if TYPE_CHECKING:
    from truce_cli.reconcile.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class TollsAnswer:
    table: TollTable
    conflict: Conflict
    cards: Mapping[str, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAnswer:
    timeline: Timeline
    conflict: Conflict
    cards: Mapping[str, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrucesAnswer:
    truces: tuple[TruceSummary, ...]
    conflict: Conflict


def tolls(ledger: Path, question: Question) -> TollsAnswer:
    """Reconciled tallies. Raises UsageError where the question names a side or truce that is not there."""
    from truce_cli.reconcile.tolls import tolls as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, (BOTH, UNKNOWN))
        book = toll_book(desk, question)
    return TollsAnswer(table=reconcile(book, question), conflict=book.conflict, cards=book.cards)


def timeline(ledger: Path, question: Question) -> TimelineAnswer:
    """Who accused whom of what, when. Raises as `tolls`."""
    from truce_cli.reconcile.timeline import timeline as reconcile

    with opened(ledger) as desk:
        check_words(question, desk.conflict, (BOTH, UNKNOWN, THIRD, MEDIA))
        book = desk.collapsed_book(KINDS, _told(question), question)
    return TimelineAnswer(timeline=reconcile(book, question), conflict=book.conflict, cards=book.cards)


def truces(ledger: Path, question: Question) -> TrucesAnswer:
    """Every truce of the conflict, with how soon and how often it was said to be broken."""
    from truce_cli.reconcile.truces import truces as reconcile

    with opened(ledger) as desk:
        book = desk.collapsed_book(KINDS, ("violation",), question)
    return TrucesAnswer(truces=reconcile(book, question), conflict=book.conflict)


def toll_book(desk: Desk, question: Question) -> Book:
    """The book for a table of tolls; groups divide claims by their documents, and need them all."""
    if question.by:
        return desk.book()
    return desk.collapsed_book(("toll", "undisclosed", "violation", "denial"), ("toll",), question)


def _told(question: Question) -> tuple[str, ...]:
    """Kinds of which a timeline needs every assertion."""
    tolls = ("toll",) if "toll" in question.kinds else ()
    return ("violation", "truce_event", *tolls)


def check_words(question: Question, conflict: Conflict, more_sides: tuple[str, ...]) -> None:
    """A word that the conflict or the vocabulary does not know is a mistake, not an empty answer."""
    if question.since and question.until and question.since > question.until:
        raise UsageError(f"--since {question.since} is later than --until {question.until}; swap them")
    if question.truce is not None:
        one_of(question.truce, (truce.slug for truce in conflict.truces), "truce")
    sides = (*(side.slug for side in conflict.sides), *more_sides)
    for word, allowed, what in (
        *((side, sides, "side") for side in question.sides),
        *((victims, VICTIMS, "victims") for victims in question.victims),
        *((harm, HARMS, "harm") for harm in question.harms),
        *((kind, KINDS, "kind") for kind in question.kinds),
    ):
        one_of(word, allowed, what)
