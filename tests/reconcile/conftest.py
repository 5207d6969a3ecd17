"""The five articles as a book: from claims of our own, and from the gold beside the repository."""

from __future__ import annotations

import gold_claims
import own_claims
import pytest
from building import CONFLICT

from truce_cli.reconcile.book import Book


@pytest.fixture(params=["own", "gold"])
def five(request: pytest.FixtureRequest) -> Book:
    source = own_claims
    if request.param == "gold":
        if not gold_claims.GOLD.is_dir():
            pytest.skip("the gold of the five articles is not at hand")
        source = gold_claims
    return Book(conflict=CONFLICT, claims=source.claims(), cards=source.documents())
