"""What a question looks at: scope, status and clock rules, in order. Knows no tally and no entry."""

from __future__ import annotations

from typing import Final

from truce_cli.model.finding import Question
from truce_cli.reconcile.book import Book, Selection
from truce_cli.reconcile.rules import clocks, scope, status

RULES: Final = (
    scope.other_war,
    scope.outside_the_war,
    status.rejected,
    status.retracted,
    status.not_asked_for,
    clocks.undated,
    clocks.not_yet_known,
    clocks.after_as_of,
)
"""Each takes (book, question, claims) and returns the kept claims and what it left out, with the reason."""


def select(book: Book, question: Question, kinds: tuple[str, ...]) -> Selection:
    """The claims of these kinds that may count for the question."""
    return book.once(("selection", kinds, clocks_of(question)), lambda: _select(book, question, kinds))


def clocks_of(question: Question) -> tuple[object, ...]:
    """All of a question that a selection depends on."""
    return (question.as_of, question.known_on, question.statuses)


def _select(book: Book, question: Question, kinds: tuple[str, ...]) -> Selection:
    ordered = book.once("ordered", lambda: sorted(book.claims, key=book.order))
    claims = tuple(claim for claim in ordered if claim.kind in kinds)
    left = []
    for rule in RULES:
        claims, out = rule(book, question, claims)
        left.append(out)
    return Selection(claims=claims, left=tuple(left), steps=tuple(book.step(out) for out in left))
