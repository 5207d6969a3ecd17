"""Step 0002, curation: acts and their undoing in the log, full text of claims. SQL text only.

A released step is never edited: a change is a new step at the end of schema.STEPS.
"""

from __future__ import annotations

from typing import Final

# The rows that one command writes are one act, numbered by its first row; origin is the hash that a row had
# in the ledger it was merged from.
_DECISIONS: Final = (
    "ALTER TABLE decisions ADD COLUMN act INTEGER",
    "ALTER TABLE decisions ADD COLUMN undoes INTEGER",
    "ALTER TABLE decisions ADD COLUMN origin TEXT",
    "CREATE UNIQUE INDEX decisions_origin ON decisions (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX decisions_hash ON decisions (hash)",
    "CREATE INDEX decisions_acts ON decisions (act)",
    "CREATE INDEX decisions_pairs ON decisions (seq) WHERE action = 'pair'",
)

_SEARCH: Final = (
    """CREATE VIEW claim_words AS
SELECT id, coalesce(claimant || ' | ', '') || coalesce(quote, '') || coalesce(' | ' || value_text, '')
    || coalesce(' | ' || accused, '') || coalesce(' | ' || place, '') || coalesce(' | ' || label, '')
    || coalesce(' | ' || subgroup, '') || coalesce(' | ' || note, '') || coalesce(' | ' || ref, '') AS words
FROM claims""",
    """CREATE VIRTUAL TABLE claims_fts USING fts5 (
    words, content = 'claim_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
)""",
    "INSERT INTO claims_fts (rowid, words) SELECT id, words FROM claim_words",
)

STATEMENTS: Final = (*_DECISIONS, *_SEARCH)
