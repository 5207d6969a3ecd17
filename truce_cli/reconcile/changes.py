"""What moved a number between two days of knowledge: new claims, retractions, corrections."""

from __future__ import annotations

from truce_cli.model.answer import Change
from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question, Tally
from truce_cli.model.record import replace
from truce_cli.reconcile.book import Book
from truce_cli.reconcile.tolls import tolls


def changes(book: Book, question: Question, earlier: str, later: str) -> tuple[Change, ...]:
    """Every tally whose printed figure or day differs between what was known on two days, in table order.

    earlier, later: days; everything else of the question holds for both.
    """
    old = {row.key: row for row in tolls(book, replace(question, known_on=earlier)).rows}
    new = {row.key: row for row in tolls(book, replace(question, known_on=later)).rows}
    claims = {claim.id: claim for claim in book.claims}
    keys = [*new, *(key for key in old if key not in new)]
    found = (_change(book, key, old.get(key), new.get(key), claims, earlier, later) for key in keys)
    return tuple(change for change in found if change is not None)


def _change(
    book: Book,
    key: str,
    old: Tally | None,
    new: Tally | None,
    claims: dict[str, Claim],
    earlier: str,
    later: str,
) -> Change | None:
    if old and new and (old.text, old.as_of) == (new.text, new.as_of):
        return None
    by: dict[str, str] = {}
    for claim in (claims[c] for c in (new.claims if new else ()) if c in claims):
        if earlier < (book.known(claim) or "") <= later:
            by[claim.id] = "new"
    gone = [claims[c] for c in (old.claims if old else ()) if c in claims]
    for claim in gone:
        if claim.status == "retracted" and earlier < (claim.retracted_from or later) <= later:
            by[claim.id] = "retracted"
    ids = {claim.id for claim in gone}
    for claim in claims.values():
        if book.target(claim.corrects) in ids and earlier < (book.known(claim) or "") <= later:
            by[claim.id] = "corrects"
    return Change(
        key=key,
        change="appeared" if old is None else "gone" if new is None else "changed",
        before=old.text if old else None,
        before_as_of=old.as_of if old else None,
        after=new.text if new else None,
        after_as_of=new.as_of if new else None,
        by=tuple(by.items()),
        documents=book.documents(claims[c] for c in by),
        note=new.note if new else "",
    )
