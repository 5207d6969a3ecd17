"""Ties stored claims together: proposals to curated claims, curated claims to their documents."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from truce_cli.model.record import replace
from truce_cli.store.ledger import Ledger
from truce_cli.store.records import Judgement, Kept
from truce_cli.workflow.anchor import Anchors, NotThere
from truce_cli.workflow.tally import Tally
from truce_cli.workflow.who import Who, changes


def rebind(ledger: Ledger, documents: Iterable[str | None]) -> None:
    """Bind the proposals of these documents to the curated claims on the same words; inside a transaction."""
    from truce_cli.reconcile.binding import bind

    for document in sorted({document for document in documents if document is not None}):
        claims = [kept.claim for kept in ledger.kept_in(document)]
        curated = [claim for claim in claims if claim.entry == "curated"]
        extracted = [claim for claim in claims if claim.entry == "extracted"]
        ledger.rebind(document, bind(curated, extracted) if curated and extracted else ())


def anchor_waiting(ledger: Ledger, tally: Tally, who: Who) -> None:
    """Place the curated claims whose document has come since they were entered."""
    anchors = Anchors(ledger)
    moved: list[Kept] = []
    judgements: list[Judgement] = []
    for kept in ledger.unanchored():
        if kept.document_ref is None:
            continue
        folder = posixpath.dirname(kept.source_file or "")
        try:
            claim = anchors.place(kept.claim, kept.document_ref, folder, None)
        except NotThere as why:
            tally.notes.append(
                f"{kept.source_file}:{kept.source_line}: {kept.claim.id} waits for its document: {why}"
            )
            continue
        if claim != kept.claim and claim.document is not None:
            moved.append(replace(kept, claim=claim))
            judgements.extend(changes(kept.claim, claim, ["document"], "anchored", who))
    if moved:
        with ledger.transaction():
            ledger.judge(judgements)
            ledger.put_claims(moved)
            rebind(ledger, (kept.claim.document for kept in moved))
        tally.anchored += sum(
            ledger.text(kept.claim.document) is not None for kept in moved if kept.claim.document
        )
