"""The claim: one assertion, by one claimant, in one document."""

from __future__ import annotations

from truce_cli.model.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion by one claimant in one document. Never a sum that we made.

    Days are ISO strings as precise as the source: "2020", "2020-10", "2020-10-10"; minutes carry their
    offset: "2020-10-10T12:05+04:00". None means that the source does not say.
    """

    # identity
    id: str
    """Kind letter and 16 hex digits (model.identity)."""
    ref: str | None = None
    """The curator's own label."""
    kind: str
    """toll, undisclosed, violation, denial, truce_event."""
    status: str = "candidate"
    entry: str = "extracted"
    """extracted (proposed by a rule) or curated (entered by a person)."""
    rule: str | None = None
    """The rule that proposed an extracted claim."""

    # where it stands
    document: str | None = None
    """sha256 of the document's original bytes; None for a curated claim whose document is not held."""
    quote: str | None = None
    """Exact characters of the document: text[start:end] == quote."""
    start: int | None = None
    end: int | None = None

    # who says it
    claimant: str | None = None
    """In the document's own words; None where the article speaks in its own voice."""
    claimant_slug: str | None = None
    """The actor of the conflict file, where one is meant."""
    claimant_side: str = "media"
    """A side's slug, `third`, `media`, or `unknown`."""
    relayed_by: tuple[str, ...] = ()
    """Who carried it, nearest to the claimant first; the document's outlet is not repeated."""
    stated_on: str | None = None
    """The day on which the claimant said it, where the text tells."""
    basis: str = "stated"

    # toll, and a count of violations
    harm: str | None = None
    low: int | None = None
    high: int | None = None
    value: int | None = None
    """The figure as stated ("more than 500" is 500); None for ranges and vague words."""
    qualifier: str | None = None
    value_text: str | None = None
    """The figure in the source's words: "more than 500", "hundreds"."""
    victims: str | None = None
    subgroup: str | None = None
    side: str | None = None
    """Whose losses: a side's slug, both, unknown."""
    measure: str | None = None
    since: str | None = None
    as_of: str | None = None
    as_of_basis: str | None = None
    """stated, published (a ceiling), curated; None with as_of None."""
    place: str | None = None
    subset_of: str | None = None
    """id of the whole that this figure is a part of."""
    incident: str | None = None
    """A label that the claims of one event in one document share (the strike and its dead)."""
    label: str | None = None
    """A count's own name in its source: "died of wounds"."""
    other_conflict: str | None = None
    """Name of the other war that the figure belongs to; None for this conflict."""

    # violation
    accused: str | None = None
    accused_side: str | None = None
    truce: str | None = None
    """Slug of the truce that was broken, or that the truce event is about."""
    occurred: str | None = None
    """Day, or minute with its offset, of the act itself."""
    occurred_utc: str | None = None
    """The same minute in UTC, ending in Z; None unless occurred has a minute."""
    precision: str | None = None
    act: str | None = None
    unit: str | None = None
    """What low/value/high count in a violation: incidents, shells, ..."""

    # denial
    denies: str | None = None
    """id of the claim denied where it is in the ledger."""

    # truce event
    event: str | None = None
    at: str | None = None
    brokers: tuple[str, ...] = ()

    corrects: str | None = None
    """id of the claim that this one corrects."""
    note: str | None = None

    retracted_from: str | None = None
    """Day from which its own source has withdrawn it; only with status retracted."""
