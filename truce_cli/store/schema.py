"""The tables, as written SQL in numbered steps. Knows SQL text only: opens nothing, runs nothing.

A step, once released, is never edited: a change is a new step at the end of STEPS.
"""

from __future__ import annotations

from typing import Final

from truce_cli.store import copying, curation, sealing, speed

APPLICATION_ID: Final = 0x54525543
"""The four bytes "TRUC" in the file's header, by which a ledger is known before SQLite opens it."""

# sqlite-utils' own record of the steps; made here so that it is STRICT like the rest.
MIGRATIONS_TABLE: Final = (
    """CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
    id INTEGER PRIMARY KEY,
    migration_set TEXT,
    name TEXT,
    applied_at TEXT
) STRICT""",
    """CREATE UNIQUE INDEX IF NOT EXISTS "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" (migration_set, name)""",
)

_CONFLICT = """CREATE TABLE conflict (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    slug TEXT NOT NULL,
    path TEXT NOT NULL,
    data BLOB NOT NULL,
    sha256 TEXT NOT NULL
) STRICT"""

# Texts and originals stand in tables of their own: listings and reconciliation read cards by the
# hundred thousand, and a card must not drag its article through memory.
_DOCUMENTS = """CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    path TEXT,
    url TEXT,
    archive_url TEXT,
    outlet TEXT,
    title TEXT,
    published TEXT,
    published_basis TEXT,
    published_note TEXT,
    fetched TEXT,
    format TEXT NOT NULL,
    reader TEXT NOT NULL,
    size INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    text_sha256 TEXT,
    rules_version INTEGER,
    added TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT"""

_TEXTS = """CREATE TABLE texts (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    text TEXT NOT NULL
) STRICT"""

_ORIGINALS = """CREATE TABLE originals (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    zlib BLOB NOT NULL
) STRICT"""

_FILES = """CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'claims', 'conflict')),
    document_id INTEGER REFERENCES documents (id)
) STRICT, WITHOUT ROWID"""

_CLAIMS = """CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL UNIQUE,
    document_id INTEGER REFERENCES documents (id),
    document_ref TEXT,
    rules_version INTEGER,
    source_file TEXT,
    source_line INTEGER,
    row_hash TEXT NOT NULL,
    ref TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    entry TEXT NOT NULL,
    rule TEXT,
    quote TEXT,
    start INTEGER,
    "end" INTEGER,
    claimant TEXT,
    claimant_slug TEXT,
    claimant_side TEXT NOT NULL,
    relayed_by TEXT NOT NULL DEFAULT '[]',
    stated_on TEXT,
    basis TEXT NOT NULL,
    harm TEXT,
    low INTEGER,
    value INTEGER,
    high INTEGER,
    qualifier TEXT,
    value_text TEXT,
    victims TEXT,
    subgroup TEXT,
    side TEXT,
    measure TEXT,
    since TEXT,
    as_of TEXT,
    as_of_basis TEXT,
    place TEXT,
    subset_of TEXT,
    incident TEXT,
    label TEXT,
    other_conflict TEXT,
    accused TEXT,
    accused_side TEXT,
    truce TEXT,
    occurred TEXT,
    occurred_utc TEXT,
    precision TEXT,
    act TEXT,
    unit TEXT,
    denies TEXT,
    event TEXT,
    at TEXT,
    brokers TEXT NOT NULL DEFAULT '[]',
    corrects TEXT,
    note TEXT,
    retracted_from TEXT
) STRICT"""

_BINDINGS = """CREATE TABLE bindings (
    extracted_id INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    curated_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE
) STRICT"""

_DECISIONS = """CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    curator TEXT NOT NULL,
    command TEXT NOT NULL,
    subject TEXT NOT NULL,
    action TEXT NOT NULL,
    field TEXT,
    old TEXT,
    new TEXT,
    why TEXT,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT"""

# REPLACE deletes without firing delete triggers, so insertion is guarded as well.
_DECISIONS_GUARDS = (
    """CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END""",
    """CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END""",
    """CREATE TRIGGER decisions_follow BEFORE INSERT ON decisions
WHEN NEW.seq <= (SELECT max(seq) FROM decisions) BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END""",
)

_ACTORS = """CREATE TABLE actors (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT,
    aliases TEXT NOT NULL DEFAULT '[]',
    counts_apart INTEGER NOT NULL DEFAULT 0,
    note TEXT,
    source_file TEXT
) STRICT"""

_SEARCH = (
    """CREATE VIEW document_texts AS
SELECT documents.id, documents.title, texts.text
FROM documents JOIN texts ON texts.document_id = documents.id""",
    """CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, text, content = 'document_texts', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
)""",
)

_INDEXES = (
    "CREATE INDEX claims_document ON claims (document_id)",
    "CREATE INDEX claims_kind_side ON claims (kind, side)",
    "CREATE INDEX claims_ref ON claims (ref) WHERE ref IS NOT NULL",
    "CREATE INDEX claims_unanchored ON claims (id) WHERE document_id IS NULL",
    "CREATE INDEX claims_source ON claims (source_file) WHERE source_file IS NOT NULL",
    "CREATE INDEX documents_elsewhere ON documents (id) WHERE held = 0",
    "CREATE INDEX documents_path ON documents (path)",
    "CREATE INDEX documents_url ON documents (url) WHERE url IS NOT NULL",
    "CREATE INDEX bindings_curated ON bindings (curated_id)",
    "CREATE INDEX decisions_subject ON decisions (subject)",
)

# For people with Datasette or sqlite-utils; the program itself reads tables only.
_VIEWS = (
    """CREATE VIEW toll_claims AS
SELECT c.claim_id, c.status, c.side, c.victims, c.subgroup, c.harm, c.measure, c.value_text, c.low, c.value,
    c.high, c.qualifier, c.basis, c.since, c.as_of, c.as_of_basis, c.place, c.claimant, c.claimant_side,
    c.relayed_by, c.subset_of, c.incident, c.other_conflict, c.quote, d.outlet, d.published, d.title,
    c.document_id, c.id
FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id
WHERE c.kind IN ('toll', 'undisclosed') AND c.id NOT IN (SELECT extracted_id FROM bindings)""",
    """CREATE VIEW violation_claims AS
SELECT c.claim_id, c.status, c.truce, c.occurred, c.occurred_utc, c.precision, c.claimant, c.claimant_side,
    c.accused, c.accused_side, c.act, c.place, c.value_text, c.unit, c.quote, d.outlet, d.published, d.title,
    c.document_id, c.id
FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id
WHERE c.kind = 'violation' AND c.id NOT IN (SELECT extracted_id FROM bindings)""",
    """CREATE VIEW claim_timeline AS
SELECT coalesce(c.occurred, c.at, c.as_of, c.stated_on, d.published) AS day, c.kind, c.truce, c.claimant,
    c.claimant_side, coalesce(c.act, c.event, c.harm) AS what, c.accused, c.side, c.value_text, c.place,
    c.status, c.claim_id, d.outlet, d.published, c.document_id, c.id
FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document_id
WHERE c.other_conflict IS NULL AND c.id NOT IN (SELECT extracted_id FROM bindings)
ORDER BY 1, c.id""",
    """CREATE VIEW sources AS
SELECT 'claimant' AS role, coalesce(c.claimant_slug, c.claimant) AS name, c.claimant_side AS side,
    count(*) AS claims, count(DISTINCT c.document_id) AS documents
FROM claims AS c
WHERE c.claimant IS NOT NULL AND c.id NOT IN (SELECT extracted_id FROM bindings)
GROUP BY 2, 3
UNION ALL
SELECT 'outlet', d.outlet, 'media', count(c.id), count(DISTINCT d.id)
FROM documents AS d LEFT JOIN claims AS c
    ON c.document_id = d.id AND c.id NOT IN (SELECT extracted_id FROM bindings)
WHERE d.outlet IS NOT NULL
GROUP BY 2""",
)

STEPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "0001_spine",
        (
            _CONFLICT,
            _DOCUMENTS,
            _TEXTS,
            _ORIGINALS,
            _FILES,
            _CLAIMS,
            _BINDINGS,
            _DECISIONS,
            *_DECISIONS_GUARDS,
            _ACTORS,
            *_SEARCH,
            *_INDEXES,
            *_VIEWS,
        ),
    ),
    ("0002_curation", curation.STATEMENTS),
    ("0003_speed", speed.STATEMENTS),
    ("0004_copies", copying.STATEMENTS),
    ("0005_seals", sealing.STATEMENTS),
)
"""Name and statements of each step, in order. A ledger's user_version is the number of steps it has had."""

VERSION: Final = len(STEPS)
