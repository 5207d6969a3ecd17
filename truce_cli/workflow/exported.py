"""The conflict that an export or another ledger brings along, for a new ledger. Stores nothing."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from truce_cli.errors import InputRefused, LedgerError
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile
from truce_cli.workflow.inputs import Inputs, shown

_MARKS = (b"[[export]]", b"conflict_file")


def exported_conflict(inputs: Inputs) -> ConflictFile | None:
    """The conflict file inside the first ledger or export among the inputs; None where there is none."""
    for path in inputs.ledgers:
        with suppress(LedgerError), Ledger.scratch(path) as other:
            return other.conflict()
    for path in inputs.claims:
        with suppress(OSError, InputRefused):
            data = path.read_bytes()
            # Read twice, and only where it may be an export: claims files are many, exports few.
            if any(mark in data[:4096] for mark in _MARKS):
                found = _conflict_in(shown(path), data)
                if found is not None:
                    return found
    return None


def _conflict_in(name: str, data: bytes) -> ConflictFile | None:
    from truce_cli.read.claim_tables import read_rows
    from truce_cli.read.exported import head_of

    head = head_of(name, read_rows(name, data))
    if head is None or head.conflict_file is None:
        return None
    file = head.conflict_file.encode()
    return ConflictFile(
        slug=head.conflict, path=head.conflict_path, data=file, sha256=hashlib.sha256(file).hexdigest()
    )
