"""Gathers what one page tells: tallies, series, truces, findings, sources, with the reasons of each number.

Joins the store and reconciliation; draws nothing, prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from truce_cli import __version__
from truce_cli.errors import UsageError
from truce_cli.model.answer import Why
from truce_cli.model.document import Card
from truce_cli.model.finding import Problem, Question, TollTable
from truce_cli.model.record import replace
from truce_cli.model.report import Report, TruceAccount
from truce_cli.workflow.desk import opened
from truce_cli.workflow.listing import status_of
from truce_cli.workflow.query import check_words

if TYPE_CHECKING:
    from truce_cli.reconcile.book import Book

_HEAD: Final = 2048
"""Bytes of a page in which it says what made it."""
_OURS: Final = b'<meta name="generator" content="truce '


def report(ledger: Path, question: Question, title: str | None = None) -> Report:
    """One state of the ledger, reconciled for a page. question: its clocks, statuses and policy.

    title: the page's own; the conflict's name without one.
    """
    from truce_cli.reconcile.reasons import reasons_of
    from truce_cli.reconcile.rules.catalog import RULES
    from truce_cli.reconcile.series import series
    from truce_cli.reconcile.timeline import timeline

    with opened(ledger) as desk:
        check_words(question, desk.conflict, ())
        book = desk.book()
        status, sha256 = status_of(desk, ledger), desk.ledger.file_sha256()
        short = {claim.id: desk.ledger.short_id(claim.id) for claim in book.claims}
    whole = timeline(book, question)
    loose = replace(whole, entries=tuple(entry for entry in whole.entries if entry.truce is None))
    table, problems = _table(book, question)
    accounts = []
    for account, more in _accounts(book, question):
        accounts.append(account)
        problems += more
    problems = list({(p.code, p.text, frozenset(p.claims)): p for p in reversed(problems)}.values())[::-1]
    tables = (table, *(account.table for account in accounts))
    return Report(
        title=title or book.conflict.name,
        conflict=book.conflict,
        question=question,
        cards=_without_folders(book.cards),
        table=table,
        series=series(book, question),
        accounts=tuple(accounts),
        loose=loose,
        problems=tuple(problems),
        whys=_by_name(reasons_of(tables, whole.entries, problems, (account.summary for account in accounts))),
        claims={claim.id: claim for claim in book.claims},
        short=short,
        rules=RULES,
        status=status,
        ledger_sha256=sha256,
        version=__version__,
    )


def may_replace(page: Path) -> None:
    """Raises UsageError where something stands at the page's path that is no page of ours: evidence, a ledger."""
    try:
        with page.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return
    if head and _OURS not in head:
        raise UsageError(f"{page} is there already and is no page of truce; name another file")


def _table(book: Book, question: Question) -> tuple[TollTable, list[Problem]]:
    """The tallies as asked for, and every finding, also those about sums that are not asked for."""
    from truce_cli.reconcile.tolls import tolls

    table = tolls(book, replace(question, derived=True))
    if question.derived:
        return table, list(table.problems)
    return replace(table, rows=tuple(row for row in table.rows if not row.derived)), list(table.problems)


def _accounts(book: Book, question: Question) -> Iterator[tuple[TruceAccount, list[Problem]]]:
    from truce_cli.reconcile.timeline import timeline
    from truce_cli.reconcile.truces import truces

    for summary in truces(book, question):
        asked = replace(question, truce=summary.truce)
        table, problems = _table(book, asked)
        yield TruceAccount(summary=summary, timeline=timeline(book, asked), table=table), problems


def _by_name(whys: Iterable[Why]) -> Mapping[tuple[str, str], Why]:
    return {(why.truce or "" if why.kind == "tally" else "", why.key): why for why in whys}


def _without_folders(cards: Mapping[str, Card]) -> Mapping[str, Card]:
    """Cards whose paths are file names: where an article lies on somebody's disk is nobody's business."""
    return {id_: replace(card, path=_file_name(card.path)) for id_, card in cards.items()}


def _file_name(path: str | None) -> str | None:
    return PureWindowsPath(PurePath(path).name).name if path else path
