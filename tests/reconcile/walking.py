"""Everything that is printed of a book, with the name under which `why` must reach it."""

from __future__ import annotations

from collections.abc import Iterator

from building import ask

from truce_cli.model.finding import Figure, Question, Tally
from truce_cli.model.record import replace
from truce_cli.model.words import GROUPINGS, KINDS
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.matrix import matrix
from truce_cli.reconcile.problems import problems
from truce_cli.reconcile.series import series
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces
from truce_cli.reconcile.violations import violations

Printed = tuple[str, Question, str]
"""(name, question, what is printed)."""


def everything(book: Book) -> Iterator[Printed]:
    yield from _tables(book)
    for problem in problems(book, ask()):
        yield problem.id, ask(), problem.text
    shown = timeline(book, ask(kinds=KINDS))
    for entry in shown.entries:
        yield entry.key, ask(), entry.text
        for figure in _whole(entry.tolls):
            yield figure.claim, ask(), figure.text
    for truce in book.conflict.truces:
        for entry in timeline(book, ask(truce=truce.slug)).entries:
            yield entry.key, ask(), entry.text
    for summary in truces(book, ask()):
        yield summary.truce, ask(), summary.name
    for accusations in violations(book, ask()):
        yield accusations.key, ask(), str(accusations.events)
        for text, _, claim in accusations.counts:
            yield claim, ask(), text
    for step in series(book, ask()):
        assert step.key in {row.key for row in tolls(book, ask()).rows}
        for claim in step.claims:
            yield claim, ask(), ""
        if step.finding:
            yield step.finding, ask(), ""
    for line in matrix(book, ask()):
        for figure in (*line.own_side, *line.opponent, *line.third_party, *line.media):
            yield figure.claim, ask(), figure.text


def _tables(book: Book) -> Iterator[Printed]:
    asked = [ask(derived=True), ask(policy="third-party"), ask(as_of=book.conflict.began)]
    asked += [ask(truce=truce.slug, derived=True) for truce in book.conflict.truces]
    asked += [ask(by=(name,)) for name in GROUPINGS] + [ask(by=("month", "claimant"))]
    for question in asked:
        for row in tolls(book, question).rows:
            yield row.key, replace(question, by=(), derived=False), row.text
            for figure in _figures(row):
                yield figure.claim, replace(question, by=()), figure.text


def _figures(row: Tally) -> Iterator[Figure]:
    return _whole((*row.parts, *row.earlier, *row.beside, *row.others))


def _whole(figures: tuple[Figure, ...]) -> Iterator[Figure]:
    for figure in figures:
        yield figure
        yield from _whole(figure.parts)
