"""Counts of a headline that the article tells again are told once: below, with their speaker."""

from __future__ import annotations

import pytest
from passages import lake_war

from truce_cli.extract.engine import extract
from truce_cli.model.document import Card, Document

LEAD = (
    "The Veylish Defence Ministry said on Friday that 22 of its soldiers had been killed at Kessary, "
    "six of them medics."
)


def tolls(title: str | None, text: str) -> list[tuple[int | None, str | None]]:
    card = Card(id="0" * 64, title=title, published="2041-05-03")
    claims = extract(Document(card=card, text=text), lake_war())
    ids = {claim.id for claim in claims}
    assert all(claim.subset_of in ids for claim in claims if claim.subset_of)
    return [(claim.value, claim.claimant) for claim in claims if claim.kind == "toll"]


@pytest.mark.parametrize(
    "title", ["22 Veylish soldiers killed at Kessary", "22 dead at Kessary, six of them medics"]
)
def test_what_the_text_tells_again_is_told_once(title: str) -> None:
    assert tolls(title, f"{title}\n\n{LEAD}") == [
        (22, "Veylish Defence Ministry"),
        (6, "Veylish Defence Ministry"),
    ]


def test_what_only_the_headline_tells_stays() -> None:
    title = "25 Veylish soldiers killed at Kessary"
    assert tolls(title, f"{title}\n\n{LEAD}")[0] == (25, None)


def test_a_text_without_a_headline_of_its_own_loses_nothing() -> None:
    text = f"{LEAD}\n\nThe 22 soldiers were killed on Thursday."
    assert tolls("22 killed", text)[0] == (22, "Veylish Defence Ministry")
    assert tolls(None, text)[0] == (22, "Veylish Defence Ministry")
