"""Books from the claims files of tests/data: read as the program reads them, without a ledger."""

from __future__ import annotations

from pathlib import Path

from truce_cli.model.claim import Claim
from truce_cli.model.document import Card
from truce_cli.model.record import replace
from truce_cli.read.claims import read_claims
from truce_cli.read.conflict import load_conflict
from truce_cli.reconcile.book import Book

DATA = Path(__file__).parents[1] / "data"


def book_of(folder: str, *files: str) -> Book:
    """The claims of tests/data/FOLDER/FILE..., their documents known by title."""
    conflict = load_conflict(DATA / folder / "conflict.toml")
    cards: dict[str, Card] = {}
    claims: list[Claim] = []
    for file in files:
        path = DATA / folder / file
        read = read_claims(str(path), path.read_bytes(), conflict)
        assert not read.refused, read.refused
        by_title = {card.title: card for card in read.documents}
        cards |= {card.id: card for card in read.documents}
        for found in read.claims:
            claims.append(replace(found.claim, document=by_title[found.document].id))
    return Book(conflict=conflict, claims=tuple(claims), cards=cards)
