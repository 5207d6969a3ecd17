"""Rules 2 and 16, status and candidates: what people's decisions and retractions leave standing."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.rules.ruling import Ruling, part


def rejected(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """Rejected claims count for nothing, at every day of knowledge."""
    return part("status", "rejected", claims, lambda claim: claim.status == "rejected")


def retracted(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """Retracted claims count until their retraction: only a `known_on` before that day still sees them."""

    def withdrawn(claim: Claim) -> bool:
        if claim.status != "retracted":
            return False
        return not (question.known_on and claim.retracted_from and question.known_on < claim.retracted_from)

    return part("status", "retracted", claims, withdrawn)


def not_asked_for(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """Leave out statuses that the question does not name: candidates, under `--status accepted`."""
    return part("candidates", "not accepted yet", claims, lambda claim: claim.status not in question.statuses)
