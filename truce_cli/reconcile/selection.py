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
    claims = tuple(sorted((c for c in book.claims if c.kind in kinds), key=book.order))
    left = []
    for rule in RULES:
        claims, out = rule(book, question, claims)
        left.append(out)
    return Selection(claims=claims, left=tuple(left), steps=tuple(book.step(out) for out in left))
