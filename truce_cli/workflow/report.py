"""What a workflow tells when it is done: frozen counts and values. Prints nothing."""

from __future__ import annotations

from truce_cli.errors import InputRefused
from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two curators on one field of one claim. ours stays until somebody reviews it."""

    claim: str
    short: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The account of one ledger merged. judged: claims that both judged; agreed: alike.

    kappa: Cohen's, on accepted or rejected; None where nothing was judged by both, or all one way.
    """

    path: str
    documents: int
    claims: int
    decisions: int
    judged: int
    agreed: int
    kappa: float | None
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """The account of one ingest. Files: found = stored + unchanged + duplicate + skipped + refused."""

    db: str
    conflict: str | None
    """Slug; None where no ledger was there and none was made."""
    conflict_how: str
    """How the conflict was chosen: "named by docs/conflict.toml", "the ledger's", ..."""
    created: bool
    """True where this run made the ledger."""
    dry_run: bool

    found: int
    stored: int
    unchanged: int
    duplicate: int
    skipped: int
    refused: int
    """Files of which nothing was taken."""
    refusals: tuple[InputRefused, ...]
    """One for each file or claim refused; any of them means exit code 3."""

    proposed: int
    """Claims that the rules proposed in this run."""
    bound: int
    """Proposals that a curated claim leads since this run."""
    added: int
    """Curated claims, as the next four."""
    changed: int
    same: int
    claims_refused: int
    anchored: int
    """Curated claims that waited for their document and found it in this run."""
    unanchored: int
    """Curated claims whose document is not held, in the whole ledger."""

    reread: int = 0
    """Documents read again from their originals."""
    gone: int = 0
    """Curated claims whose rows are no longer in their file: withdrawn, which the log says."""
    withdrawn: int = 0
    """Proposals that the rules no longer make, and that nobody had judged: taken away."""
    lost: tuple[str, ...] = ()
    """ids of judged claims that the rules no longer propose, or whose quote is no longer found."""
    merges: tuple[Merged, ...] = ()
    """Other ledgers taken in."""
    notes: tuple[str, ...] = ()
    """Lines that a person should see, which refuse nothing."""
    skips: tuple[tuple[str, str], ...] = ()
    """(file, why) of what was skipped for what it is; hidden files and READMEs are only counted."""

    @property
    def adds_up(self) -> bool:
        return self.found == self.stored + self.unchanged + self.duplicate + self.skipped + self.refused
