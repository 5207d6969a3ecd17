"""Findings and claims as the rows that scripts read: the keys of the contract, in order. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.fields import CLAIM_ROW
from truce_cli.model.finding import Entry, Figure, Tally
from truce_cli.model.names import Names
from truce_cli.model.stance import stance

CLAIMS_SHOWN: Final = 100
"""Ids of claims that one tally row or figure lists at most; claims_total says how many there are."""


def keys(words: str) -> tuple[str, ...]:
    """The keys of a row from one text: they read as the contract writes them."""
    return tuple(words.split())


TOLL_ROW: Final = keys(
    "key side victims subgroup harm measure place low value high qualifier text as_of since "
    "claimant claimant_side stance grade disclosed derived disputed candidate documents claims claims_total "
    "earlier beside others"
)

GROUPED_ROW: Final = (*TOLL_ROW, "group")

TIMELINE_ROW: Final = keys(
    "key at precision at_utc truce before_truce kind accuser accuser_side accused accused_side "
    "act place text documents origins disputed denied_by tolls candidate claims"
)

_FIGURE: Final = keys(
    "claim text low value high qualifier victims subgroup harm measure since as_of place "
    "claimant claimant_side stance basis documents claims candidate note"
)

_FROM_CARD: Final = frozenset(("path", "url", "outlet", "published"))
_FROM_CLAIM: Final = tuple(key for key in CLAIM_ROW if key not in _FROM_CARD and key != "stance")

Row = dict[str, object]
"""Values as json writes them; names by the thousand are made only as they are written."""


def claim_row(claim: Claim, card: Card | None) -> Row:
    """One row of `truce claims`: the keys of CLAIM_ROW. card: its document, None where none is known."""
    known: Row = {key: _plain(getattr(claim, key)) for key in _FROM_CLAIM}
    known["stance"] = stance(claim)
    for key in _FROM_CARD:
        known[key] = getattr(card, key) if card else None
    return {key: known[key] for key in CLAIM_ROW}


def claim_rows(claims: Iterable[Claim], cards: Mapping[str, Card]) -> Iterator[Row]:
    return (claim_row(claim, cards.get(claim.document or "")) for claim in claims)


def toll_row(tally: Tally) -> Row:
    """One row of `truce tolls`: the keys of TOLL_ROW. Its parts stand among the others, with their notes."""
    known: Row = {key: _plain(getattr(tally, key)) for key in TOLL_ROW if key != "claims_total"}
    known["claims"] = _shown(tally.claims)
    known["claims_total"] = len(tally.claims)
    for key, figures in (
        ("earlier", tally.earlier),
        ("beside", tally.beside),
        ("others", (*tally.others, *tally.parts)),
    ):
        known[key] = [figure_row(figure) for figure in figures]
    return {key: known[key] for key in TOLL_ROW}


def grouped_row(tally: Tally) -> Row:
    """The same row with what it is grouped by: {"month": "2020-10"}."""
    return {**toll_row(tally), "group": dict(tally.group)}


def timeline_row(entry: Entry) -> Row:
    """One row of `truce timeline`: the keys of TIMELINE_ROW."""
    row: Row = {key: _plain(getattr(entry, key)) for key in TIMELINE_ROW}
    row["tolls"] = [figure_row(figure) for figure in entry.tolls]
    return row


def figure_row(figure: Figure) -> Row:
    """A figure beside a tally or under an event, its declared parts inside it."""
    row: Row = {key: _plain(getattr(figure, key)) for key in _FIGURE}
    row["claims"] = _shown(figure.claims)
    row["parts"] = [figure_row(part) for part in figure.parts]
    return row


def _plain(value: object) -> object:
    return list(value) if value.__class__ is tuple else value


def _shown(claims: Sequence[str]) -> Sequence[str]:
    """So many of the claims as a row lists."""
    if len(claims) > CLAIMS_SHOWN:
        return list(claims[:CLAIMS_SHOWN])
    return claims if isinstance(claims, Names) else list(claims)
