"""Checks documents: originals by their hashes, texts by reading again, quotes at their places."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from truce_cli.errors import InputRefused, LedgerError
from truce_cli.read.article_row import columns_in
from truce_cli.store.ledger import Ledger
from truce_cli.store.log import decided
from truce_cli.workflow.drawing import Given, read
from truce_cli.workflow.flaw import Flaw

Progress = Callable[[int, int, str], None]


def flaws(ledger: Ledger, progress: Progress | None) -> Iterator[Flaw]:
    """What is wrong with the documents held, one at a time."""
    held = ledger.held()
    for number, sha256 in enumerate(held, 1):
        yield from _document(ledger, sha256)
        if progress is not None:
            progress(number, len(held), sha256[:12])


def _document(ledger: Ledger, sha256: str) -> Iterator[Flaw]:
    text = ledger.text(sha256) or ""
    for kept in ledger.kept_in(sha256):
        claim = kept.claim
        if claim.start is not None and text[claim.start : claim.end] != claim.quote:
            yield Flaw(
                "quote",
                claim.id,
                f"its quote does not stand at {claim.start} of {sha256[:12]}",
                "run truce ingest --again, or edit its quote",
                (claim.id,),
            )
        elif claim.start is None and claim.quote:
            yield Flaw(
                "unplaced",
                claim.id,
                f"its quote has no place in {sha256[:12]}",
                "edit its quote to words that stand there once",
                (claim.id,),
            )
    try:
        original = ledger.original(sha256)
    except LedgerError as error:
        yield Flaw("original", sha256, str(error), "use a backup")
        return
    if original is None or hashlib.sha256(original).hexdigest() != sha256:
        yield Flaw("original", sha256, "its original is not the file that was read", "use a backup")
        return
    yield from _reproduced(ledger, sha256, original, text)


def _reproduced(ledger: Ledger, sha256: str, original: bytes, text: str) -> Iterator[Flaw]:
    card = ledger.card(sha256)
    fixed = decided(ledger.log(sha256))
    try:
        again = read(
            card.path or sha256[:12],
            original,
            Given(published=fixed.get("published"), columns=columns_in(card.reader)),
        )
    except InputRefused as why:
        yield Flaw("text", sha256, f"its original can no longer be read: {why.message}", "report it as a bug")
        return
    if again.text == text:
        return
    if again.card.reader != card.reader:
        what = f"read by {card.reader}, and {again.card.reader} reads it otherwise"
        yield Flaw("reader", sha256, what, "run truce ingest --again")
    else:
        what = "its text is not what its original reads as"
        yield Flaw("text", sha256, what, "run truce ingest --again")
