"""The assertion: one figure of one voice, with every claim that repeats it. What the toll rules compare."""

from __future__ import annotations

from collections.abc import Sequence

from truce_cli.model import stance as stances
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Figure
from truce_cli.model.record import dataclass
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import last_day
from truce_cli.reconcile.figures import NOT_DISCLOSED, bounds_text
from truce_cli.reconcile.rowkeys import RowKey, narrow_place, row_key
from truce_cli.reconcile.rules.bounds import Bounds, bounds


@dataclass(frozen=True, slots=True)
class Assertion:
    """One figure of one voice for one row, collapsed over the documents that repeat it."""

    lead: Claim
    """The claim that speaks for all: a person's entry first, then the oldest document's."""
    claims: tuple[Claim, ...]
    """Those that were read; equal ones are represented by the first of them."""
    ids: Sequence[str]
    """Of every claim that repeats it, read or not, the leading one first."""
    documents: Sequence[str]
    key: RowKey
    voice: str
    as_of: str | None
    as_of_basis: str | None
    order_day: str | None
    """Last day that the figure may speak for: as-of, else when it was said, else publication."""

    @property
    def stance(self) -> str:
        return stances.stance(self.lead)

    @property
    def bounds(self) -> Bounds:
        return bounds(self.lead)

    @property
    def text(self) -> str:
        if self.lead.kind == "undisclosed":
            return NOT_DISCLOSED
        claim = self.lead
        return bounds_text(claim.low, claim.value, claim.high, claim.qualifier, claim.value_text)

    def all_among(self, ids: frozenset[str]) -> bool:
        """True where each of its claims is among these."""
        return self.lead.id in ids and ids.issuperset(self.ids)

    @property
    def candidate(self) -> bool:
        return all(claim.status == "candidate" for claim in self.claims)

    @property
    def is_vague(self) -> bool:
        return self.lead.qualifier == "vague"

    @property
    def is_estimate(self) -> bool:
        return self.lead.basis == "estimated"

    @property
    def day_is_ceiling(self) -> bool:
        return self.as_of is None or self.as_of_basis == "published"


def assertion(
    book: Book, claims: Sequence[Claim], as_of_from: Claim | None = None, harm: str | None = None
) -> Assertion:
    """Collapse claims that say the same.

    as_of_from: the claim whose as-of holds, where that is another one. harm: for a claim that names none.
    """
    ordered = sorted(claims, key=book.order) if len(claims) > 1 else claims
    lead, dated = ordered[0], as_of_from or ordered[0]
    key = row_key(lead, book.conflict, harm)
    if lead.measure == "incident" and key.place is None:
        key = key._replace(
            place=next((narrow_place(c.place, book.conflict) for c in ordered if c.place), None)
        )
    said = last_day(dated.stated_on) if dated.stated_on else book.published(dated)
    return Assertion(
        lead=lead,
        claims=tuple(ordered),
        ids=book.ids(ordered),
        documents=book.documents(ordered),
        key=key,
        voice=stances.voice(lead, book.conflict),
        as_of=dated.as_of,
        as_of_basis=dated.as_of_basis,
        order_day=last_day(dated.as_of) if dated.as_of else said,
    )


def figure(item: Assertion, note: str = "", parts: tuple[Figure, ...] = ()) -> Figure:
    """The assertion as it stands beside a tally."""
    claim = item.lead
    return Figure(
        claim=claim.id,
        text=item.text,
        low=claim.low,
        value=claim.value,
        high=claim.high,
        qualifier=claim.qualifier,
        victims=item.key.victims,
        subgroup=claim.subgroup,
        harm=item.key.harm,
        measure=claim.measure,
        since=claim.since,
        as_of=item.as_of,
        as_of_basis=item.as_of_basis,
        place=claim.place,
        claimant=claim.claimant,
        claimant_side=claim.claimant_side,
        stance=item.stance,
        basis=claim.basis,
        documents=item.documents,
        claims=item.ids,
        candidate=item.candidate,
        relayed_by=claim.relayed_by,
        note=note,
        parts=parts,
    )
