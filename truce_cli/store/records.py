"""What the ledger keeps besides the model's nouns: files seen, decisions, how a claim came in. No SQL."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.record import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictFile:
    """The conflict file as the ledger keeps it: its bytes, and what they said when they were read.

    parsed: the conflict packed (model.packed), for the program that packed it; None where nobody did.
    """

    slug: str
    path: str
    data: bytes
    sha256: str
    parsed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A file that was ingested, so that the next run need not open it.

    path: relative to the ledger's folder; mtime_ns: its modification time in nanoseconds;
    kind: article, claims, conflict; document: sha256 of the document it holds, for an article.
    """

    path: str
    size: int
    mtime_ns: int
    sha256: str
    kind: str
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A claim with how it came into the ledger.

    document_ref: the document as its curator named it; rules_version: of an extracted claim;
    source_file, source_line: where a curated claim is written.
    """

    claim: Claim
    document_ref: str | None = None
    rules_version: int | None = None
    source_file: str | None = None
    source_line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision to be added to the log. old and new are JSON texts; None where nothing was there.

    at: UTC, ISO; subject: id of a claim, sha256 of a document, slug of a conflict;
    action: add, change, status, edit, pair, conflict, ...; field: the field changed, None where the whole is meant.
    """

    at: str
    curator: str
    command: str
    subject: str
    action: str
    field: str | None = None
    old: str | None = None
    new: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A row of the log: a judgement with its number and its place in the chain.

    act: number of the first row that the same command wrote, None in rows from before acts were kept;
    undoes: the act that this row reverses; origin: hash of the row in the ledger that it was merged from.
    """

    seq: int
    judgement: Judgement
    prev_hash: str
    hash: str
    act: int | None = None
    undoes: int | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the ledger holds.

    claims: (kind, status, how many), bound proposals left out; bound: proposals that a curated claim leads;
    awaiting: candidates that nobody has judged; unanchored: curated claims whose document is not held.
    """

    documents: int
    elsewhere: int
    claims: tuple[tuple[str, str, int], ...] = field(default=())
    bound: int = 0
    awaiting: int = 0
    unanchored: int = 0
    decisions: int = 0
