"""The answers depend on the claims alone: not on their order, the hash seed, the time zone or the locale."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import own_claims
import pytest
from building import CONFLICT, ask
from counting import dear
from hypothesis import given
from hypothesis import strategies as st

from truce_cli.model.claim import Claim
from truce_cli.reconcile.binding import bind
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.timeline import timeline
from truce_cli.reconcile.tolls import tolls
from truce_cli.reconcile.truces import truces

CLAIMS = own_claims.claims()
CARDS = own_claims.documents()
QUESTIONS = (
    ask(derived=True),
    ask(truce="oct-10", derived=True),
    ask(as_of="2020-10-17"),
    ask(policy="third-party"),
)

_DIGEST = "import test_determinism as t; print(t.digest(t.CLAIMS))"


def digest(claims: tuple[Claim, ...]) -> str:
    """Hash of every answer, as written out."""
    book = Book(conflict=CONFLICT, claims=claims, cards=CARDS)
    answers = [repr(answer(book, question)) for question in QUESTIONS for answer in (tolls, timeline, truces)]
    return hashlib.sha256("\n".join(answers).encode()).hexdigest()


@dear("examples of a whole reconciliation")
@given(st.randoms(use_true_random=False))
def test_order_of_claims_plays_no_part(order: random.Random) -> None:
    shuffled = list(CLAIMS)
    order.shuffle(shuffled)
    assert digest(tuple(shuffled)) == digest(CLAIMS)


@dear("examples of a whole reconciliation")
@given(st.sets(st.integers(0, len(CLAIMS) - 1)), st.randoms(use_true_random=False))
def test_any_part_of_the_claims_is_answered(kept: set[int], order: random.Random) -> None:
    some = [CLAIMS[index] for index in sorted(kept)]
    first = digest(tuple(some))
    order.shuffle(some)
    assert digest(tuple(some)) == first


def test_binding_depends_on_no_order() -> None:
    one = [c for c in CLAIMS if c.document == "000"]
    assert bind(one, one[::-1]) == bind(one[::-1], one)
    assert all(extracted == curated for extracted, curated in bind(one, one) if extracted[0] in "td")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Yerevan"},
        {"PYTHONHASHSEED": "3", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
    ],
)
def test_environment_plays_no_part(environment: dict[str, str]) -> None:
    here = Path(__file__).parent
    path = os.pathsep.join(map(str, (here, *here.parents[:2])))
    found = subprocess.run(
        [sys.executable, "-c", _DIGEST],
        env={**os.environ, **environment, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == digest(CLAIMS)
