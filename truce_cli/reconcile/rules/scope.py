"""Rule 1, scope: claims about another war, or outside this one's dates, enter no tally and no timeline."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.conflict import Conflict
from truce_cli.model.finding import Question
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.days import first_day, last_day
from truce_cli.reconcile.rules.ruling import Ruling, part


def other_war(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """Leave out what its own text says of another war: the 30,000 dead of 1988-94."""
    return part("scope", "other war", claims, lambda claim: claim.other_conflict is not None)


def outside_the_war(book: Book, question: Question, claims: tuple[Claim, ...]) -> Ruling:
    """Leave out claims whose whole window lies before the war's first or after its last day."""
    return part("scope", "outside the war's dates", claims, lambda claim: _outside(claim, book.conflict))


def _outside(claim: Claim, conflict: Conflict) -> bool:
    if claim.kind not in ("toll", "undisclosed", "violation"):
        return False
    if claim.since and last_day(claim.since) < conflict.began[:10]:
        return True
    # a day taken from publication is a ceiling: the event itself may lie earlier, inside the war
    end = claim.occurred or (claim.as_of if claim.as_of_basis != "published" else None)
    if end and last_day(end) < conflict.began[:10]:
        return True
    if conflict.ended is None or claim.measure == "cumulative":
        # running totals of a war are corrected long after it has ended
        return bool(conflict.ended and claim.since and first_day(claim.since) > conflict.ended[:10])
    return claim.kind == "toll" and end is not None and first_day(end) > conflict.ended[:10]
