"""What the counted tests stand on: a small made-up war, its articles, a child to be killed, a ledger's content."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from truce_cli.workflow.check import check
from truce_cli.workflow.flaw import Flaw
from truce_cli.workflow.ingest import ingest
from truce_cli.workflow.report import IngestReport

NOW = "2031-06-04T10:00:00Z"
CONFLICT = """
slug = "norvia-2031"
name = "Norvian war"
timezone = "Europe/Paris"
began = 2031-05-20

[[side]]
slug = "norvian"
name = "Norvian side"
aliases = ["Norvia", "Norvian", "Norvians", "Halden"]

[[side]]
slug = "sudlander"
name = "Sudlander side"
aliases = ["Sudland", "Sudlander", "Sudlanders", "Torvik"]

[[actor]]
slug = "norvian-ministry"
name = "Norvian defence ministry"
side = "norvian"
kind = "military"

[[truce]]
slug = "june-1"
name = "June ceasefire"
agreed = 2031-05-31
in_force = 2031-06-01T12:00:00+02:00
parties = ["norvian", "sudlander"]

[[place]]
name = "Askerby"
side = "norvian"
"""
_SENTENCES = (
    "The Norvian defence ministry said {n} soldiers had been killed since May 20.",
    "Sudland said {n} civilians were killed and {m} wounded when shells hit Torvik on Sunday.",
    "Norvia accused Sudland of shelling Askerby on June {day}, {m} minutes after the ceasefire took effect.",
    "Sudland denied that its troops had fired on Askerby.",
    "The mayor of Halden said {n} people, including {m} children, were killed in Askerby.",
    "Both sides accused each other of breaking the truce.",
)


def article(number: int) -> str:
    """An article of our war; each number gives its own."""
    chance = random.Random(number)
    lines = [
        chance.choice(_SENTENCES).format(
            n=chance.randint(5, 900), m=chance.randint(2, 60), day=number % 9 + 1
        )
        for _ in range(chance.randint(2, 5))
    ]
    return (
        f"Dispatch {number} from the front\n\nHALDEN, June {number % 9 + 1}, 2031 - " + " ".join(lines) + "\n"
    )


def corpus(folder: Path, articles: int, claims: int = 6) -> Path:
    """A folder with a conflict file, so many articles and a claims file; made once."""
    folder.mkdir()
    (folder / "conflict.toml").write_text(CONFLICT)
    for number in range(articles):
        (folder / f"{number:04}.txt").write_text(article(number))
    tables = [
        f'[[claim]]\nref = "r{n}"\nkind = "toll"\nclaimant_slug = "norvian-ministry"\nharm = "killed"\n'
        f'side = "norvian"\nvictims = "military"\nmeasure = "cumulative"\nvalue = {100 + n}\n'
        f"as_of = 2031-06-{n % 9 + 1:02}\n"
        for n in range(claims)
    ]
    (folder / "claims.toml").write_text("\n".join(tables))
    return folder


def take(db: Path, *paths: Path, **options: Any) -> IngestReport:
    """Ingest with a fixed clock and curator."""
    return ingest([str(path) for path in paths], db, curator="ana", now=NOW, **options)


def forked(work: Callable[[], object]) -> int:
    """Start the work in a process of its own, in which every module is loaded already; its id.

    It ends with 0, or with 1 where an exception escaped.
    """
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        work()
        code = 0
    finally:
        os._exit(code)


def content(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of our own, and what search holds; equal where two ledgers say the same."""
    conn = sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True)
    try:
        found = {name: sorted(conn.execute(f"SELECT * FROM {name}"), key=repr) for name in TABLES}
        for table in ("documents_fts", "claims_fts"):
            conn.execute(f"SELECT count(*) FROM {table}")
            found[table] = conn.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH 'killed OR ministry' ORDER BY rowid"
            ).fetchall()
        return found
    finally:
        conn.close()


TABLES = "actors bindings claims conflict decisions documents files originals texts".split()
DAMAGE = frozenset(
    "damaged conflict log altered quote unplaced original text reader dangling undecided".split()
)
"""Codes of flaws of the ledger itself; the others are about what the sources say."""


def damage(db: Path) -> list[Flaw]:
    """What `truce check` says of the ledger itself."""
    return [flaw for flaw in check(db).flaws if flaw.code in DAMAGE]


def left_beside(db: Path) -> list[str]:
    """Names in the ledger's folder that begin like the ledger's and are not the ledger."""
    return sorted(one.name for one in db.parent.iterdir() if db.name in one.name and one.name != db.name)
