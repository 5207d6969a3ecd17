"""The report: every finding of one question, gathered for one page. Knows nothing of pages."""

from __future__ import annotations

from collections.abc import Mapping

from truce_cli.model.answer import SeriesStep, Why
from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.document import Card
from truce_cli.model.finding import Problem, Question, Timeline, TollTable, TruceSummary
from truce_cli.model.listing import Status
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TruceAccount:
    """One truce: how soon it was said to be broken, by whom, and its own toll."""

    summary: TruceSummary
    timeline: Timeline
    table: TollTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one page tells, all of it from one state of the ledger."""

    title: str
    conflict: Conflict
    question: Question
    cards: Mapping[str, Card]
    """Every document by its sha256. Paths are bare file names: a page is published, folders are private."""
    table: TollTable
    series: tuple[SeriesStep, ...]
    accounts: tuple[TruceAccount, ...]
    """In the conflict file's order."""
    loose: Timeline
    """Accusations and denials that belong to no truce."""
    problems: tuple[Problem, ...]
    whys: Mapping[tuple[str, str], Why]
    """By (truce or "", key) of a tally, ("", key) of an entry, ("", id) of a finding, ("", slug) of a truce.
    The claims that they name are in `claims`."""
    claims: Mapping[str, Claim]
    """Every claim of the ledger that no curated one leads, by id."""
    short: Mapping[str, str]
    """The shortest prefix that means each claim alone, by id."""
    rules: Mapping[str, str]
    """What each rule holds, by its name."""
    status: Status
    ledger_sha256: str
    """Of the file, as sha256sum tells it."""
    version: str
    """Of this program."""
