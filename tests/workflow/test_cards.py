"""Cards that a question did not need are read when something asks for them, though the ledger is closed."""

from __future__ import annotations

from pathlib import Path

from truce_cli.model.document import Card
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import ConflictFile
from truce_cli.workflow.cards import CardsAsked


def test_cards_are_read_when_asked_for(tmp_path: Path) -> None:
    file = ConflictFile(slug="norvia", path="c.toml", data=b"", sha256="")
    one, other = Card(id="a" * 64, path="1.txt"), Card(id="b" * 64, path="2.txt")
    with Ledger.create(tmp_path / "truce.db", file) as ledger:
        with ledger.transaction():
            ledger.add_cards([one, other], added="2026")
        cards = CardsAsked(ledger, [one.id, None])
    assert cards[one.id] == one
    assert cards.get(other.id) == other and cards.get("c" * 64) is None
    assert set(cards) == {one.id, other.id} and len(cards) == 2
    assert other.id in cards and "c" * 64 not in cards
