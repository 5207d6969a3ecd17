"""Rule 13, truce toll: which claims count people who died in the truce itself. Subtracts nothing."""

from __future__ import annotations

from truce_cli.model.claim import Claim
from truce_cli.model.finding import Question
from truce_cli.reconcile.book import Book, LeftOut, Selection
from truce_cli.reconcile.rules.increment import ADDITIONS
from truce_cli.reconcile.rules.windows import Window, place, toll_inside


def inside_truce(
    book: Book, question: Question, span: Window, selection: Selection, deeds: Selection
) -> tuple[tuple[Claim, ...], LeftOut]:
    """The claims whose own window lies in the truce; a part goes where its whole goes.

    What is added later to a running total is never of the truce: its dead are of earlier or unknown days.
    """
    acts: dict[tuple[str, str], bool] = {}
    for deed in deeds.of_kind("violation"):
        placed = place(book.conflict, deed)
        if deed.incident and deed.document and placed.truce is not None:
            acts[deed.document, deed.incident] = placed.truce == question.truce and not placed.before
    claims = {claim.id: claim for claim in selection.of_kind("toll")}

    def lies_inside(claim: Claim, seen: frozenset[str]) -> bool:
        if claim.measure == "retroactive":
            return False
        whole = claims.get(book.target(claim.subset_of) or "")
        if whole is not None and whole.id not in seen and claim.measure != "cumulative":
            if claim.measure in ADDITIONS:
                return toll_inside(span, claim)
            return lies_inside(whole, seen | {claim.id})
        act = acts.get((claim.document or "", claim.incident or ""))
        return toll_inside(span, claim, act)

    kept = tuple(claim for claim in claims.values() if lies_inside(claim, frozenset()))
    held = {claim.id for claim in kept}
    left = tuple(claim for claim in selection.claims if claim.id not in held)
    return kept, LeftOut("truce toll", "outside the truce", left)
