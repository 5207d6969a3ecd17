"""Rule 10, silence: what a side withholds is neither zero nor unreported, until the side gives a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from truce_cli.model.claim import Claim
from truce_cli.reconcile.assertion import Assertion, assertion
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import last_day
from truce_cli.reconcile.rowkeys import RowKey

COVERED = ("killed", "injured")
"""What a claim that names no harm withholds."""


def silences(book: Book, claims: Sequence[Claim]) -> dict[RowKey, Assertion]:
    """One assertion for each row withheld; repeated silences are one, as of the latest."""
    rows: dict[RowKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        for harm in (claim.harm,) if claim.harm else COVERED:
            rows[_key(book, claim, harm)].append(claim)
    return {key: _latest(book, found, key.harm) for key, found in rows.items()}


def _key(book: Book, claim: Claim, harm: str) -> RowKey:
    return assertion(book, [claim], harm=harm).key


def _latest(book: Book, claims: list[Claim], harm: str) -> Assertion:
    newest = max(claims, key=lambda claim: (_day(book, claim) or "", claim.id))
    found = assertion(book, claims, as_of_from=newest, harm=harm)
    day = _day(book, newest)
    basis = newest.as_of_basis or ("published" if newest.as_of is None and day else None)
    return Assertion(
        lead=found.lead,
        claims=found.claims,
        ids=found.ids,
        documents=found.documents,
        key=found.key,
        voice=found.voice,
        as_of=day,
        as_of_basis=basis,
        order_day=day,
    )


def _day(book: Book, claim: Claim) -> str | None:
    """A silence is as old as its latest report: its own day, else its document's."""
    if claim.as_of:
        return last_day(claim.as_of)
    return book.published(claim) or (last_day(claim.stated_on) if claim.stated_on else None)


def holds(silence: Assertion | None, leads: Iterable[Assertion | None]) -> bool:
    """True while the side itself has given no figure; another's figure does not break its silence.

    leads: the leading figure of each voice of the row.
    """
    return silence is not None and not any(lead is not None and lead.stance == "own_side" for lead in leads)
