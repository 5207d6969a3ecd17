"""The findings of the whole book: clashes, falls, misfits, gaps, stale repeats. Tells them, judges no claim."""

from __future__ import annotations

from truce_cli.model.finding import Problem, Question
from truce_cli.model.record import replace
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.tolls import tolls


def problems(book: Book, question: Question) -> tuple[Problem, ...]:
    """Every finding about the war's running totals, then about each truce's, each once.

    Codes: gap, misfit (an addition that does not fit the total before it); fall (a total that sinks);
    stale_repeat; clash (one voice, one day, two figures); part_above_whole; not_in_sides, below_sides,
    vague (a joint total against the sides' own); apart (two sources' accounts of one window); unexplained
    (a difference of totals that the claimed parts do not fill). severity: error for misfit, fall, clash,
    part_above_whole and below_sides, else note.
    """
    asked = replace(question, derived=True, by=(), min_grade=None)
    found = list(tolls(book, asked).problems)
    if question.truce is None:
        for truce in book.conflict.truces:
            found += tolls(book, replace(asked, truce=truce.slug)).problems
    # the same finding about the same claims may stand in the war's table and in a truce's
    return tuple({(p.code, p.text, frozenset(p.claims)): p for p in reversed(found)}.values())[::-1]
