"""Step 0004, copies: which claims say the same, so that a question reads each assertion once. SQL text only.

`assertion` is a hash of all that reconciliation looks at; NULL keeps a claim by itself. `copy` is the claim's
place among its equals (model.copies.place_of). Both are derived, and written anew with whatever they come from.

A claim is kept by itself where its meaning hangs on others of its own document, or where a person entered it.
"""

from __future__ import annotations

from typing import Final

INDEX: Final = "CREATE INDEX claims_copies ON claims (kind, assertion, copy, document_id)"

STATEMENTS: Final = (
    "ALTER TABLE claims ADD COLUMN assertion INTEGER",
    "ALTER TABLE claims ADD COLUMN copy TEXT",
    INDEX,
    "CREATE INDEX documents_shelf ON documents (published, path, sha256)",
    "CREATE INDEX claims_parts ON claims (subset_of) WHERE subset_of IS NOT NULL",
    "CREATE INDEX claims_denials ON claims (denies) WHERE denies IS NOT NULL",
    "CREATE INDEX claims_corrections ON claims (corrects) WHERE corrects IS NOT NULL",
)

_KNOWN: Final = """(SELECT coalesce(nullif(d.published, ''), '9999') FROM documents AS d
    WHERE d.id = claims.document_id)"""
_SPEAKER: Final = (
    "status, claimant, claimant_slug, claimant_side, stated_on, basis, other_conflict, truce, place"
)
_TOLL: Final = (
    f"{_SPEAKER}, harm, low, value, high, qualifier, CASE qualifier WHEN 'vague' THEN value_text END, victims, "
    "subgroup, side, measure, since, as_of, as_of_basis, label, "
    f"CASE as_of_basis WHEN 'published' THEN {_KNOWN} END"
)
_ACT: Final = (
    f"{_SPEAKER}, quote, relayed_by, rule, accused, accused_side, occurred, occurred_utc, precision, act, low, "
    "value, high, qualifier, since, as_of, label, side, at, event"
)
_EVENT: Final = f"{_SPEAKER}, event, at, precision, accused, accused_side, occurred, act, label"

_GENERAL: Final = "(coalesce({0}.act, '') = 'violation' OR coalesce({0}.rule, '') LIKE '%mutual%')"

# the ids of claims that others point at are left out by the reader: they may be pointed at later
_ALONE: Final = """entry = 'extracted' AND status IN ('candidate', 'accepted') AND ref IS NULL
    AND subset_of IS NULL AND denies IS NULL AND corrects IS NULL AND incident IS NULL AND note IS NULL
    AND retracted_from IS NULL"""
_BESIDE: Final = f"""SELECT 1 FROM claims AS o WHERE o.document_id = claims.document_id AND o.id <> claims.id
    AND (o.measure = 'incident' OR (o.kind = 'violation' AND ({_GENERAL.format("o")}
        OR (o.claimant_side = claims.claimant_side AND o.accused_side IS claims.accused_side
            AND substr(o.occurred, 1, 10) IS substr(claims.occurred, 1, 10)))))"""

_COPY: Final = f"({_KNOWN} || ' ' || printf('%09d', coalesce(start, 0)) || ' ' || claim_id)"
_ASSERTION: Final = f"""CASE WHEN document_id IS NULL OR NOT ({_ALONE}) THEN NULL
    WHEN kind = 'toll' THEN CASE WHEN measure = 'cumulative' AND as_of IS NOT NULL
        THEN assertion_hash('toll', {_TOLL}) END
    WHEN kind = 'violation' THEN CASE WHEN length(occurred) >= 10 AND unit IS NULL
        AND NOT {_GENERAL.format("claims")} AND NOT EXISTS ({_BESIDE})
        THEN assertion_hash('violation', {_ACT}) END
    WHEN kind = 'truce_event' THEN CASE WHEN at IS NOT NULL THEN assertion_hash('truce_event', {_EVENT}) END
    END"""

NAME: Final = f"UPDATE claims SET copy = {_COPY}, assertion = {_ASSERTION}"
"""Set both. assertion_hash: a function that the program brings (rows.assertion_hash)."""

MISNAMED: Final = f"SELECT claim_id FROM claims WHERE copy IS NOT {_COPY} OR assertion IS NOT {_ASSERTION}"
"""Ids of claims of which either is not what it is derived from."""

POINTED_AT: Final = """SELECT extracted_id FROM bindings
    UNION SELECT t.id FROM claims AS c JOIN claims AS t ON t.claim_id = c.subset_of
        WHERE c.subset_of IS NOT NULL
    UNION SELECT t.id FROM claims AS c JOIN claims AS t ON t.claim_id = c.denies WHERE c.denies IS NOT NULL
    UNION SELECT t.id FROM claims AS c JOIN claims AS t ON t.claim_id = c.corrects
        WHERE c.corrects IS NOT NULL
    UNION SELECT t.id FROM decisions AS p JOIN claims AS t ON t.claim_id IN (p.subject, p.field)
        WHERE p.action = 'pair'"""
"""Numbers of the claims that something is said about, which are therefore looked at one by one."""
