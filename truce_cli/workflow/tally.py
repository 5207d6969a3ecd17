"""The running account of one ingest, which becomes its report. Knows counts, not files."""

from __future__ import annotations

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass, field
from truce_cli.workflow.report import Merged


@dataclass(slots=True)
class Tally:
    """Counts while they grow; fields as in IngestReport."""

    found: int = 0
    stored: int = 0
    unchanged: int = 0
    duplicate: int = 0
    skipped: int = 0
    skips: list[tuple[str, str]] = field(default_factory=list)
    refused: int = 0
    refusals: list[InputRefused] = field(default_factory=list)
    bound_before: int = 0
    proposed: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    claims_refused: int = 0
    anchored: int = 0
    reread: int = 0
    withdrawn: int = 0
    lost: list[str] = field(default_factory=list)
    merges: list[Merged] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse_file(self, why: InputRefused) -> None:
        self.refused += 1
        self.refusals.append(why)
