"""Short ways to decide on claims, for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question, TollTable
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Decision
from truce_cli.workflow import query
from truce_cli.workflow.who import Who

DB = Path("truce.db")


def who(command: str = "accept", curator: str = "ben", **rest: Any) -> Who:
    return Who(curator=curator, now=rest.pop("now", "2031-06-05T08:00:00Z"), command=command, **rest)


def claims(db: Path = DB, **asked: Any) -> tuple[Claim, ...]:
    with Ledger.reading(db) as ledger:
        return ledger.claims(**asked)


def claim(value: int, db: Path = DB) -> Claim:
    return next(one for one in claims(db) if one.value == value)


def log(db: Path = DB) -> tuple[Decision, ...]:
    with Ledger.reading(db) as ledger:
        return ledger.log()


def changes(db: Path = DB) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = [row.judgement for row in log(db) if row.judgement.action != "add"]
    return [(one.command, one.field, one.old, one.new) for one in rows]


def tolls(db: Path = DB, **question: Any) -> TollTable:
    return query.tolls(db, Question(**question)).table


def figures(db: Path = DB, **question: Any) -> set[str]:
    """The texts of everything that a table of tolls shows, leading or beside."""
    rows = tolls(db, **question).rows
    beside = [figure for row in rows for figure in (*row.earlier, *row.beside, *row.others)]
    return {row.text for row in rows if row.disclosed} | {figure.text for figure in beside}
