"""The conflict that a ledger holds, by the quickest way that is surely right. Changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce_cli import __version__
from truce_cli.model.conflict import Conflict
from truce_cli.model.packed import packed, unpacked
from truce_cli.model.record import replace
from truce_cli.store.records import ConflictFile

if TYPE_CHECKING:
    from truce_cli.store.ledger import Ledger


def with_parsed(file: ConflictFile, conflict: Conflict) -> ConflictFile:
    """The file with its conflict packed beside it, so that no question need parse it again."""
    return replace(file, parsed=packed(conflict, _stamp(file)))


def parsed(file: ConflictFile) -> Conflict:
    """The conflict of a file that the ledger keeps. Raises InputRefused where the file is damaged."""
    found = unpacked(file.parsed, _stamp(file)) if file.parsed else None
    return found or read(file)


def read(file: ConflictFile) -> Conflict:
    """The conflict read from the file itself."""
    from truce_cli.read.conflict import parse_conflict

    return parse_conflict(file.data, file.path)


def conflict_of(ledger: Ledger) -> Conflict:
    """The ledger's conflict, with the sources that claims files brought."""
    conflict = parsed(ledger.conflict())
    return replace(conflict, actors=(*conflict.actors, *ledger.actors()))


def _stamp(file: ConflictFile) -> str:
    """Another version of the program may read the same file otherwise; another file is another conflict."""
    return f"{__version__} {file.sha256} {file.path}"
