"""Copies a ledger in one consistent state. Prints nothing."""

from __future__ import annotations

from pathlib import Path

from truce_cli.store.ledger import Ledger


def backup(db: Path, target: Path) -> int:
    """Copy the ledger into a new file while others may write; its size in bytes.

    Raises UsageError where something stands there, DiskError where it cannot be written.
    """
    with Ledger.reading(db) as ledger:
        ledger.copy_to(target)
    return target.stat().st_size
