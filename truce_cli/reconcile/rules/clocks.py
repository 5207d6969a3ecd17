"""The two clocks: `as_of` asks for the day a claim is about, `known_on` for the day its document appeared."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import last_day
from truce_cli.reconcile.rules.ruling import Ruling, part


def day_of(book: Book, claim: Claim) -> str | None:
    """The day that a claim speaks for: its own, else the last day it was said on, else publication."""
    for text in (claim.as_of, claim.occurred, claim.at, claim.stated_on):
        if text:
            return last_day(text)
    return book.published(claim)


def undated(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """A clock cannot place what has no day: left out and counted, never guessed."""

    def placeless(claim: Claim) -> bool:
        if question.known_on and book.known(claim) is None:
            return True
        return question.as_of is not None and day_of(book, claim) is None

    clocked = question.known_on or question.as_of is not None
    return part("clock", "undated document", claims, placeless if clocked else None)


def not_yet_known(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    limit = question.known_on
    later = None if limit is None else lambda claim: (book.known(claim) or "") > limit
    return part("clock", "not published yet", claims, later)


def after_as_of(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    limit = question.as_of
    later = None if limit is None else lambda claim: (day_of(book, claim) or "") > limit
    return part("clock", "after the as-of day", claims, later)
