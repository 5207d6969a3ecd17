"""The ledger that an ingest writes to: there already, made at the first store, or a private try-out."""

from __future__ import annotations

from pathlib import Path

from truce_cli.errors import UsageError
from truce_cli.store.ledger import Ledger, exists
from truce_cli.store.records import ConflictFile


class Target:
    """ledger is None until something is to be stored, so that a run that stores nothing makes no file."""

    def __init__(self, db: Path, *, dry_run: bool) -> None:
        self.db = db
        self.dry_run = dry_run
        self.created = False
        self.ledger: Ledger | None = None
        if exists(db):
            self.ledger = Ledger.scratch(db) if dry_run else Ledger.writing(db)

    def open(self, conflict: ConflictFile) -> Ledger:
        """The ledger; where there is none yet it is made, about this conflict."""
        if self.ledger is not None:
            return self.ledger
        self.created = True
        if self.dry_run:
            self.ledger = Ledger.scratch(None, conflict)
            return self.ledger
        self.ledger = Ledger.create(self.db, conflict)
        # Another process may have made it since we looked.
        held = self.ledger.conflict()
        if held.slug != conflict.slug:
            raise UsageError(
                f"{self.db} was made meanwhile, about {held.slug}, not {conflict.slug}; "
                "name another ledger with --db"
            )
        return self.ledger

    def close(self) -> None:
        if self.ledger is not None:
            self.ledger.close()
